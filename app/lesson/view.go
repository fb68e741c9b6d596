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
	PhaseStory       Phase = "story"       // the story so far, after joining
	PhasePassed      Phase = "passed"      // the neutral continuation
	PhaseDone        Phase = "done"        // after the end
)

// View is all there is to show now. Exactly one of the pointers of the kinds
// is set.
type View struct {
	Lesson   string // title
	Step     StepID
	Kind     Kind
	Phase    Phase
	Age      Age
	Now, Of  int // place on the way, 1 to Of, both counted in steps
	CanNext  bool
	CanPass  bool
	Passed   []string // the neutral continuation, in PhasePassed
	Scene    *SceneView
	Quiz     *QuizView
	Info     *InfoView
	Talk     *TalkView
	Leave    *LeaveView
	Help     *HelpView
	End      *EndView
	Me       Character // the witness, whose part one plays
	Person   Character // the one it is about
	Speakers map[CharacterID]Character
}

// View describes the present state.
func (p Player) View() View {
	s := p.step()
	v := View{
		Lesson: p.lesson.Title, Step: s.ID, Kind: s.Activity.Kind(), Phase: p.st.phase, Age: p.st.age,
		CanNext: true, CanPass: p.canPass(),
		Me: p.lesson.Cast[p.lesson.Witness], Person: p.lesson.Cast[p.lesson.Person], Speakers: p.lesson.Cast,
	}
	v.Now, v.Of = p.depths[s.ID], p.depths[""]
	s.Activity.show(p, &v)
	return v
}

// depths gives every step of a variant its place on the longest way from the
// start, from 1, and under the empty id the length of the longest way. An edge
// that closes a loop is left out of account.
func (l *Lesson) depths(a Age) map[StepID]int {
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
		for _, t := range l.Targets(steps[id], a) {
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
	d[start] = 1
	for i := len(order) - 1; i >= 0; i-- {
		id := order[i]
		d[""] = max(d[""], d[id])
		for _, t := range l.Targets(steps[id], a) {
			if at, ok := place[t]; ok && at < i {
				d[t] = max(d[t], d[id]+1)
			}
		}
	}
	return d
}
