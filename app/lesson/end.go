package lesson

// End closes a lesson: what the character did, what got better, the meters.
type End struct {
	Title  string
	Did    []Sentence
	Better []Sentence
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
}

// Kind is KindEnd.
func (End) Kind() Kind { return KindEnd }

func (End) targets(Age) []StepID { return nil }

func (e End) show(p Player, v *View) {
	v.CanNext = p.st.phase != PhaseDone
	v.End = &EndView{
		Title: e.Title, Did: told(e.Did, p), Better: told(e.Better, p), Meters: p.st.meters,
		Started: Meters{startLamps, startLamps, startLamps},
	}
}

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
	if _, ok := in.(Next); !ok || p.st.phase == PhaseDone {
		return p, nil, ErrIntent
	}
	p.st.phase = PhaseDone
	return p, []Event{Completed{}}, nil
}
