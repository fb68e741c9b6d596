package lesson

import "strings"

// Pledge is a line for what the class agrees on. The line of one pupil is never
// kept; what may be printed is the class's own list.
type Pledge struct {
	Title string
	Ask   string
	Lines []string
	Write []Age // variants that may write a line of their own, empty for none
}

// PledgeView is a pledge as it stands. Text lives in memory only.
type PledgeView struct {
	Title    string
	Ask      string
	Lines    []string
	Picked   int
	CanWrite bool
	Text     string
	Names    []string // what in Text looks like a name
	Line     string   // the line that is brought to the class, once it is chosen
}

// Kind is KindPledge.
func (Pledge) Kind() Kind { return KindPledge }

func (Pledge) targets(Age) []StepID { return nil }

func (o Pledge) canWrite(a Age) bool {
	for _, b := range o.Write {
		if a == b {
			return true
		}
	}
	return false
}

func (o Pledge) line(p Player) string {
	if p.st.picked >= 0 {
		return o.Lines[p.st.picked]
	}
	return strings.TrimSpace(p.st.text)
}

func (o Pledge) show(p Player, v *View) {
	v.Pledge = &PledgeView{Title: o.Title, Ask: o.Ask, Lines: o.Lines, Picked: p.st.picked, CanWrite: o.canWrite(p.st.age), Text: p.st.text, Names: p.names()}
	line := o.line(p)
	v.CanNext = line != "" || p.st.phase == PhasePassed
	if p.st.phase == PhaseConsequence {
		v.Pledge.Line = line
	}
}

func (o Pledge) do(p Player, in Intent) (Player, []Event, error) {
	if p.st.phase == PhasePassed {
		return onlyNext(p, in)
	}
	if p.st.phase == PhaseConsequence {
		if _, again := in.(Rewind); again {
			p.st.phase = PhaseRead
			return p, []Event{Rewound{}}, nil
		}
		return onlyNext(p, in)
	}
	switch in := in.(type) {
	case Pick:
		if in.N < 0 || in.N >= len(o.Lines) {
			return p, nil, ErrIntent
		}
		if p.st.picked == in.N {
			in.N = -1
		}
		p.st.picked = in.N
		return p, nil, nil
	case Write:
		if !o.canWrite(p.st.age) {
			return p, nil, ErrIntent
		}
		p.st.text, p.st.picked = shortened(in.Text, MaxWritten), -1
		return p, nil, nil
	case Next:
		if o.line(p) == "" {
			return p, nil, ErrIntent
		}
		p.st.phase = PhaseConsequence
		return p, nil, nil
	}
	return p, nil, ErrIntent
}
