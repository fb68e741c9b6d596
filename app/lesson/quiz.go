package lesson

import "slices"

// QuizForm is how many answers may be marked.
type QuizForm string

// The forms of a quiz.
const (
	One       QuizForm = "one"
	Several   QuizForm = "several"
	TrueFalse QuizForm = "true-false"
)

// Quiz is a question with answers to mark. What is fitting is said for every
// answer afterwards; nothing is counted as points.
type Quiz struct {
	Form    QuizForm
	Ask     string
	Answers []QuizAnswer
}

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
}

func (q Quiz) do(p Player, in Intent) (Player, []Event, error) {
	if p.st.phase == PhaseConsequence || p.st.phase == PhasePassed {
		return onlyNext(p, in)
	}
	switch in := in.(type) {
	case Pick:
		if in.N < 0 || in.N >= len(q.Answers) {
			return p, nil, ErrIntent
		}
		marks := slices.Clone(p.st.marks)
		if i := slices.Index(marks, in.N); i >= 0 {
			marks = slices.Delete(marks, i, i+1)
		} else if q.Form == Several {
			marks = append(marks, in.N)
		} else {
			marks = []int{in.N}
		}
		slices.Sort(marks)
		p.st.marks = marks
		return p, nil, nil
	case Next:
		if len(p.st.marks) == 0 {
			return p, nil, ErrIntent
		}
		a := Answer{Step: p.st.step, Marked: slices.Clone(p.st.marks)}
		kept := slices.DeleteFunc(slices.Clone(p.st.answers), func(b Answer) bool { return b.Step == a.Step })
		p.st.answers = append(kept, a)
		p.st.phase = PhaseConsequence
		return p, []Event{Answered{Answer: a}}, nil
	}
	return p, nil, ErrIntent
}
