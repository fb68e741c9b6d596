package lesson

// Vote is a guess about others, then an own vote in secret, then waiting for
// the board. A laptop never shows a share of the class: that is the
// projector's.
type Vote struct {
	Ask     string // about others: how many of Of
	Of      int
	Own     string // about oneself
	Answers []string
	Fact    Fact // what is shown to who goes on alone
}

// VoteView is a vote as it stands. Guess is -1 before it is made. Fact is set
// for who goes on alone.
type VoteView struct {
	Ask     string
	Of      int
	Guess   int
	Own     string
	Answers []string
	Picked  int
	Waiting bool // both are done; the digits of the board lead on
	Fact    *Fact
}

// Kind is KindVote.
func (Vote) Kind() Kind { return KindVote }

func (Vote) targets(Age) []StepID { return nil }

func (o Vote) show(p Player, v *View) {
	vv := &VoteView{Ask: o.Ask, Of: o.Of, Guess: p.st.putAt(0), Own: o.Own, Answers: o.Answers, Picked: p.st.picked}
	switch p.st.phase {
	case PhaseRead:
		v.CanNext = vv.Guess >= 0
	case PhaseChoose:
		v.CanNext = p.st.picked >= 0
	case PhaseWait:
		vv.Waiting, v.CanNext = true, false
	case PhaseConsequence:
		vv.Fact = &o.Fact
	case PhasePassed:
		v.CanNext = false
	}
	v.Vote = vv
}

// do guesses, votes and waits. The digits of the board lead on at any time, so
// nobody has to vote; going on alone shows the fact.
func (o Vote) do(p Player, in Intent) (Player, []Event, error) {
	switch in := in.(type) {
	case Digits:
		if !p.lesson.opens(p.st.step, in.Code) {
			return p, nil, ErrDigits
		}
		return p.leave(p.step().To.For(p.st.age))
	case Alone:
		if p.st.phase == PhaseConsequence {
			return p, nil, ErrIntent
		}
		p.st.phase = PhaseConsequence
		return p, nil, nil
	case Put:
		if p.st.phase == PhaseRead && in.Item == 0 && in.Place >= 0 && in.Place <= o.Of {
			p.st.put = []int{in.Place}
			return p, nil, nil
		}
	case Pick:
		if p.st.phase == PhaseChoose && in.N >= 0 && in.N < len(o.Answers) {
			if p.st.picked == in.N {
				in.N = -1
			}
			p.st.picked = in.N
			return p, nil, nil
		}
	case Next:
		switch {
		case p.st.phase == PhaseRead && p.st.putAt(0) >= 0:
			p.st.phase = PhaseChoose
			return p, nil, nil
		case p.st.phase == PhaseChoose && p.st.picked >= 0:
			q, events, err := p.answer([]int{bucket(p.st.putAt(0), o.Of), p.st.picked})
			q.st.phase = PhaseWait
			return q, events, err
		case p.st.phase == PhaseConsequence:
			return onlyNext(p, in)
		}
	}
	return p, nil, ErrIntent
}

// buckets is how finely a number on a scale is kept.
const buckets = 5

// bucket is the fifth of the scale from 0 to of that a number lies in, 0 to 4.
func bucket(n, of int) int {
	if of <= 0 {
		return 0
	}
	return min(n*buckets/(of+1), buckets-1)
}
