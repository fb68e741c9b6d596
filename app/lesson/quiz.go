package lesson

import "slices"

// QuizForm is how many answers may be marked.
type QuizForm string

// The forms of a quiz.
const (
	One       QuizForm = "one"
	Several   QuizForm = "several"
	Estimate  QuizForm = "estimate" // a number on a scale
	TrueFalse QuizForm = "true-false"
)

// Quiz is a question with answers to mark. What is fitting is said for every
// answer afterwards; nothing is counted as points.
type Quiz struct {
	Form    QuizForm
	Ask     string
	Answers []QuizAnswer
	Scale   Scale // of an estimate
}

// Scale is what an estimate is made on, and what it is held against.
type Scale struct {
	From, To, Step int    // whole numbers
	Unit           string // such as "%", may be empty
	Fact           Fact   // the figure, shown with year and source
	Because        string // what it means
}

// Steps is how many places the scale has.
func (s Scale) Steps() int { return (s.To-s.From)/s.Step + 1 }

// QuizAnswer is one answer, whether it fits, and why.
type QuizAnswer struct {
	Say     string
	Right   bool
	Because string
}

// QuizView is a quiz as it stands. Because is set once it is answered.
type QuizView struct {
	Form    QuizForm
	Ask     string
	Answers []QuizAnswerView
	Scale   *ScaleView // of an estimate
}

// ScaleView is an estimate as it stands: At is the place on the scale, -1 for
// none. Fact and Because are set once it is made.
type ScaleView struct {
	From, To, Step int
	Unit           string
	At             int
	Fact           *Fact
	Because        string
}

// QuizAnswerView is one answer; Right and Because only after answering.
type QuizAnswerView struct {
	Say     string
	Marked  bool
	Right   bool
	Because string
}

// Kind is KindQuiz.
func (Quiz) Kind() Kind { return KindQuiz }

func (Quiz) targets(Age) []StepID { return nil }

func (q Quiz) show(p Player, v *View) {
	qv := &QuizView{Form: q.Form, Ask: q.Ask}
	answered := p.st.phase == PhaseConsequence
	for i, a := range q.Answers {
		av := QuizAnswerView{Say: a.Say, Marked: slices.Contains(p.st.marks, i)}
		if answered {
			av.Right, av.Because = a.Right, a.Because
		}
		qv.Answers = append(qv.Answers, av)
	}
	v.Quiz = qv
	v.CanNext = answered || len(p.st.marks) > 0 || p.st.phase == PhasePassed
	if q.Form != Estimate {
		return
	}
	qv.Scale = &ScaleView{From: q.Scale.From, To: q.Scale.To, Step: q.Scale.Step, Unit: q.Scale.Unit, At: p.st.putAt(0)}
	if answered {
		qv.Scale.Fact, qv.Scale.Because = &q.Scale.Fact, q.Scale.Because
	}
	v.CanNext = v.CanNext || qv.Scale.At >= 0
}

func (q Quiz) do(p Player, in Intent) (Player, []Event, error) {
	if p.st.phase == PhaseConsequence || p.st.phase == PhasePassed {
		return onlyNext(p, in)
	}
	switch in := in.(type) {
	case Pick:
		switch {
		case in.N < 0 || in.N >= len(q.Answers):
			return p, nil, ErrIntent
		case q.Form == Several || slices.Contains(p.st.marks, in.N):
			p.st.marks = toggled(p.st.marks, in.N)
		default:
			p.st.marks = []int{in.N}
		}
		return p, nil, nil
	case Put:
		if q.Form != Estimate || in.Item != 0 || in.Place < 0 || in.Place >= q.Scale.Steps() {
			return p, nil, ErrIntent
		}
		p.st.put = []int{in.Place}
		return p, nil, nil
	case Next:
		switch {
		case q.Form == Estimate && p.st.putAt(0) >= 0:
			return p.answer([]int{bucket(p.st.putAt(0), q.Scale.Steps()-1)})
		case len(p.st.marks) > 0:
			return p.answer(p.st.marks)
		}
	}
	return p, nil, ErrIntent
}
