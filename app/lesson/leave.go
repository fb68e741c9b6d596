package lesson

import "slices"

// Leave is coming out of the role: one thing for the character, then one
// thing about the day. Nothing is typed and nothing is kept.
type Leave struct {
	Title     string
	Text      string
	Character string
	Day       string
}

// LeaveView is a Leave and which of its two prompts were ticked.
type LeaveView struct {
	Leave
	Ticked [2]bool
}

// Kind is KindLeave.
func (Leave) Kind() Kind { return KindLeave }

func (Leave) targets(Age) []StepID { return nil }

func (l Leave) show(p Player, v *View) {
	lv := &LeaveView{Leave: l}
	for _, n := range p.st.marks {
		lv.Ticked[n] = true
	}
	v.Leave = lv
}

func (l Leave) do(p Player, in Intent) (Player, []Event, error) {
	pick, ok := in.(Pick)
	if !ok || p.st.phase != PhaseRead {
		return onlyNext(p, in)
	}
	if pick.N < 0 || pick.N > 1 {
		return p, nil, ErrIntent
	}
	if i := slices.Index(p.st.marks, pick.N); i >= 0 {
		p.st.marks = slices.Delete(slices.Clone(p.st.marks), i, i+1)
	} else {
		p.st.marks = append(slices.Clone(p.st.marks), pick.N)
	}
	return p, nil, nil
}
