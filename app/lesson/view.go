package lesson

// Phase is where one stands inside a step.
type Phase string

// The phases. Every step begins with PhaseRead, except a talk that was joined.
const (
	PhaseRead        Phase = "read"        // reading, looking for cues
	PhasePause       Phase = "pause"       // the question before a choice
	PhasePaused      Phase = "paused"      // its answer is acknowledged
	PhaseChoose      Phase = "choose"      // choosing, or answering a quiz
	PhaseConsequence Phase = "consequence" // what came of it
	PhaseWait        Phase = "wait"        // voted, waiting for the board
	PhaseStory       Phase = "story"       // the story so far, after joining
	PhasePassed      Phase = "passed"      // the neutral continuation
	PhaseDone        Phase = "done"        // after the end
)

// View is all there is to show now. Exactly one of the pointers of the kinds
// is set.
type View struct {
	Lesson    string // title
	Step      StepID
	Kind      Kind
	Phase     Phase
	Age       Age
	Now, Of   int // place on the way, 1 to Of, both counted in steps
	CanNext   bool
	CanPass   bool
	Passed    []string // the neutral continuation, in PhasePassed
	Turn      int      // whose turn it is of two at one laptop, 1 or 2; 0 for one alone
	Scene     *SceneView
	Quiz      *QuizView
	Sort      *SortView
	Order     *OrderView
	Match     *MatchView
	Build     *BuildView
	Questions *QuestionsView
	Talk      *TalkView
	Vote      *VoteView
	Info      *InfoView
	Help      *HelpView
	Leave     *LeaveView
	Pledge    *PledgeView
	Letter    *LetterView
	Sign      *SignView
	End       *EndView
	Me        Character // the witness, whose part one plays
	Person    Character // the one it is about
	Speakers  map[CharacterID]Character
}

// View describes the present state.
func (p Player) View() View {
	s := p.step()
	v := View{
		Lesson: p.lesson.Title, Step: s.ID, Kind: s.Activity.Kind(), Phase: p.st.phase, Age: p.st.age,
		CanNext: true, CanPass: p.canPass(),
		Me: p.lesson.Cast[p.lesson.Witness.For(p.st.age)], Person: p.lesson.Cast[p.lesson.Person.For(p.st.age)], Speakers: p.lesson.Cast,
	}
	v.Now, v.Of = p.depths[s.ID], p.depths[""]
	if v.Now == 0 { // the optional minutes after the end
		v.Now = v.Of
	}
	if p.st.session.Pair {
		v.Turn = 1 + (v.Now+1)%2
	}
	s.Activity.show(p, &v)
	return v
}

// depths gives every step of a variant its place on the longest way from the
// start, from 1, and under the empty id the length of the longest way. An edge
// that closes a loop is left out of account.
// Steps that the session leaves out take no place.
func (l *Lesson) depths(a Age, session Session) map[StepID]int {
	steps := map[StepID]Step{}
	for _, s := range l.Steps {
		if s.In(a) {
			steps[s.ID] = s
		}
	}
	var order []StepID // every step after all that it leads to
	place := map[StepID]int{}
	open := map[StepID]bool{}
	var walk func(id StepID)
	walk = func(id StepID) {
		open[id] = true
		for _, t := range l.Way(steps[id], a) {
			if _, ok := steps[t]; ok && !open[t] {
				walk(t)
			}
		}
		place[id] = len(order)
		order = append(order, id)
	}
	start := l.Start.For(a)
	d := map[StepID]int{}
	if _, ok := steps[start]; !ok {
		return d
	}
	walk(start)
	d[start] = session.length(steps[start])
	for i := len(order) - 1; i >= 0; i-- {
		id := order[i]
		d[""] = max(d[""], d[id])
		for _, t := range l.Way(steps[id], a) {
			if at, ok := place[t]; ok && at < i {
				d[t] = max(d[t], d[id]+session.length(steps[t]))
			}
		}
	}
	return d
}

// Way is where a step leads on the way to the end: what the end offers on top
// is no part of it.
func (l *Lesson) Way(s Step, a Age) []StepID {
	if s.Activity.Kind() == KindEnd {
		return nil
	}
	return l.Targets(s, a)
}
