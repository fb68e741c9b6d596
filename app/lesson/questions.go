package lesson

// Side is when questions are asked: before a track or after it.
type Side string

// The sides.
const (
	Before Side = "before"
	After  Side = "after"
)

// AgreeSteps is how many steps of agreement an item has.
const AgreeSteps = 5

// Questions are anonymous items, asked before and after a track. They are own
// wording and not validated; only counts of a whole class are ever shown.
type Questions struct {
	Side  Side
	Items []Item
}

// Item is one statement to agree with, or a knowledge check with answers.
type Item struct {
	ID        string
	Say       string
	Sensitive bool     // worded protectively; looked at with care
	Answers   []string // of a knowledge check; empty: five steps of agreement
	Right     int      // of a knowledge check
	Because   string   // of a knowledge check, told after the track only
}

// QuestionsView is the item that is asked now. Because is set after a
// knowledge check, on the side after.
type QuestionsView struct {
	Side    Side
	Item    Item
	At, Of  int // from 1
	Picked  int // -1 for none
	Because string
}

// Kind is KindQuestions.
func (Questions) Kind() Kind { return KindQuestions }

func (Questions) targets(Age) []StepID { return nil }

func (q Questions) show(p Player, v *View) {
	at := min(len(p.st.put), len(q.Items)-1)
	qv := &QuestionsView{Side: q.Side, Item: q.Items[at], At: at + 1, Of: len(q.Items), Picked: p.st.picked}
	if p.st.phase == PhasePaused {
		qv.Because = qv.Item.Because
	}
	qv.Item.Right, qv.Item.Because = -1, ""
	v.Questions = qv
}

func (q Questions) do(p Player, in Intent) (Player, []Event, error) {
	if p.st.phase == PhasePassed || len(p.st.put) >= len(q.Items) {
		return onlyNext(p, in)
	}
	item := q.Items[len(p.st.put)]
	switch in := in.(type) {
	case Pick:
		most := AgreeSteps
		if len(item.Answers) > 0 {
			most = len(item.Answers)
		}
		if p.st.phase != PhaseRead || in.N < 0 || in.N >= most {
			return p, nil, ErrIntent
		}
		if p.st.picked == in.N {
			in.N = -1
		}
		p.st.picked = in.N
		return p, nil, nil
	case Next: // without an answer is an answer too: rather not
		if q.Side == After && item.Because != "" && p.st.picked >= 0 && p.st.phase == PhaseRead {
			p.st.phase = PhasePaused
			return p, nil, nil
		}
		p.st.put = append(append([]int(nil), p.st.put...), p.st.picked)
		p.st.picked, p.st.phase = -1, PhaseRead
		if len(p.st.put) < len(q.Items) {
			return p, nil, nil
		}
		r, events, err := p.answer(p.st.put)
		if err != nil {
			return p, nil, err
		}
		r, more, err := r.leave(p.step().To.For(p.st.age))
		return r, append(events, more...), err
	}
	return p, nil, ErrIntent
}
