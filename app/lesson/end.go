package lesson

// End closes a lesson: what the character did, what got better, the meters.
type End struct {
	Title  string
	Did    []Sentence
	Better []Sentence
	Spare  ByAge  // optional minutes for who has time, empty for none
	Offer  string // what they are about
}

// Sentence is a text that is told under a condition.
type Sentence struct {
	Text string
	Ages []Age
	When Condition
}

// EndView is the end of this run.
type EndView struct {
	Title   string
	Did     []string
	Better  []string
	Meters  Meters
	Started Meters
	Offer   string // the optional minutes, "" for none
}

// Kind is KindEnd.
func (End) Kind() Kind { return KindEnd }

func (e End) targets(a Age) []StepID {
	if to := e.Spare.For(a); to != "" {
		return []StepID{to}
	}
	return nil
}

func (e End) show(p Player, v *View) {
	v.CanNext = p.st.phase != PhaseDone
	v.End = &EndView{
		Title: e.Title, Did: told(e.Did, p), Better: told(e.Better, p), Meters: p.st.meters,
		Started: Meters{startLamps, startLamps, startLamps},
	}
	if e.Spare.For(p.st.age) != "" && !p.has(spareFlag) {
		v.End.Offer = e.Offer
	}
}

// spareFlag says that the optional minutes were played: they are offered once.
const spareFlag = "time-to-spare"

func told(all []Sentence, p Player) []string {
	var out []string
	for _, s := range all {
		if allows(s.Ages, p.st.age) && s.When.Holds(p.has) {
			out = append(out, s.Text)
		}
	}
	return out
}

func (e End) do(p Player, in Intent) (Player, []Event, error) {
	if _, stays := in.(Stay); stays && e.Spare.For(p.st.age) != "" && !p.has(spareFlag) && p.st.phase != PhaseDone {
		p.st.flags = with(p.st.flags, spareFlag)
		return p.leave(e.Spare.For(p.st.age))
	}
	if _, ok := in.(Next); !ok || p.st.phase == PhaseDone {
		return p, nil, ErrIntent
	}
	p.st.phase = PhaseDone
	return p, []Event{Completed{}}, nil
}
