package lesson

// Sign is the signing of what the class asks: in secret, and only who wants. It
// is no answer: nothing of it stands in a Snapshot, since a laptop that one
// pupil plays on would say who. How many signed is told by Signed, once.
type Sign struct {
	Title string
	Text  []string
}

// SignView is a signing as it stands. After answering it looks the same
// whatever the answer was.
type SignView struct {
	Title  string
	Text   []string
	People int // how many sit here, 1 or 2
	Picked int // how many of them sign; -1 before it is chosen
	Done   bool
}

// Kind is KindSign.
func (Sign) Kind() Kind { return KindSign }

func (Sign) targets(Age) []StepID { return nil }

func (Sign) people(p Player) int {
	if p.st.session.Pair {
		return 2
	}
	return 1
}

func (o Sign) show(p Player, v *View) {
	v.Sign = &SignView{Title: o.Title, Text: o.Text, People: o.people(p), Picked: p.st.picked, Done: p.st.phase == PhaseConsequence}
	if v.Sign.Done {
		v.Sign.Picked = -1
		return
	}
	v.CanNext = p.st.picked >= 0 || p.st.phase == PhasePassed
}

func (o Sign) do(p Player, in Intent) (Player, []Event, error) {
	if p.st.phase != PhaseRead {
		return onlyNext(p, in)
	}
	switch in := in.(type) {
	case Pick:
		if in.N < 0 || in.N > o.people(p) {
			return p, nil, ErrIntent
		}
		if p.st.picked == in.N {
			in.N = -1
		}
		p.st.picked = in.N
		return p, nil, nil
	case Next:
		if p.st.picked < 0 {
			return p, nil, ErrIntent
		}
		signed := Signed{People: p.st.picked}
		p.st.picked, p.st.phase = -1, PhaseConsequence
		return p, []Event{signed}, nil
	}
	return p, nil, ErrIntent
}
