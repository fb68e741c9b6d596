package lesson

import "slices"

// Setting is where a scene plays.
type Setting string

// The settings of a scene.
const (
	Group    Setting = "group"    // a group chat
	Direct   Setting = "direct"   // a chat with one character
	Call     Setting = "call"     // a rehearsed call; the lines are its captions
	Form     Setting = "form"     // a practice form of no real app
	Thoughts Setting = "thoughts" // what several characters think, one after the other
)

// Scene is a chat that arrives in beats, and perhaps a decision.
type Scene struct {
	Setting   Setting
	As        CharacterID // whose part one plays here, if not the witness's
	With      CharacterID // the other one, in a direct chat
	Title     string      // name of the group
	Members   int         // members of the group, 0 if not told
	Seen      int         // members who have seen it
	Acted     int         // members who did something
	When      string      // time and place, one sentence
	Missed    string      // the notice of a missed call: nothing is heard before one calls back; empty for none
	Beats     [][]Line
	Recording string // name of a recording of the call in the pack, empty for none
	CueAsk    string
	Cues      []Cue
	Pause     *Pause
	Ask       string
	Later     string // heading of what came of a choice
	Choices   []Choice
	Pass      []string // the neutral continuation
}

// Line is one line of a chat.
type Line struct {
	By     CharacterID // empty for narration
	Thinks bool
	At     string // time of day shown, may be empty
	Text   string
	Hidden bool   // the neutral tile stands here
	Cue    string // id of the cue it is
	Ages   []Age  // variants, empty for both
	When   Condition
	Hurts  string // label of the line that answers it, if it is hurtful
	Answer string // label of the hurtful line that it answers
}

// Cue is something that shows that it is serious.
type Cue struct{ ID, Says string }

// PauseForm is the shape of the question before a choice.
type PauseForm string

// The forms of a pause.
const (
	Need   PauseForm = "need"   // what somebody needs now
	Finish PauseForm = "finish" // how somebody would finish a sentence
	Weigh  PauseForm = "weigh"  // which of two weighs more
)

// Pause is the question before a choice. No answer is wrong and none is kept.
type Pause struct {
	Form    PauseForm
	Ask     string
	Answers []PauseAnswer
}

// PauseAnswer is one answer and what is said to it.
type PauseAnswer struct{ Say, Reply string }

// Visibility is who sees a choice happen. It is shown only after choosing.
type Visibility string

// The visibilities.
const (
	Private   Visibility = "private"
	InGroup   Visibility = "group"
	WithAdult Visibility = "adult"
	Wait      Visibility = "wait"
)

// Role is the part that a choice plays (participant roles, Salmivalli 1996).
type Role string

// The roles.
const (
	Assistant  Role = "assistant"
	Reinforcer Role = "reinforcer"
	Outsider   Role = "outsider"
	Defender   Role = "defender"
)

// Choice is something the character may do.
type Choice struct {
	ID     string // id of its text, the same in all languages
	Say    string
	Shows  Visibility
	Role   Role
	Effect Effect
	Set    string // flag set by it
	Ages   []Age  // variants, empty for both
	When   Condition
	Chat   CharacterID // the direct chat it opens; empty: the same chat goes on
	Then   []Line      // narration and the chat afterwards
	Notes  Notes
	To     ByAge
}

// Notes are sentences for the three meters, each may be empty.
type Notes struct{ Person, Spread, Norm string }

// Kind is KindScene.
func (Scene) Kind() Kind { return KindScene }

func (s Scene) targets(a Age) []StepID {
	var out []StepID
	for _, c := range s.Choices {
		if allows(c.Ages, a) {
			out = append(out, c.To.For(a))
		}
	}
	return out
}

func allows(ages []Age, a Age) bool { return len(ages) == 0 || slices.Contains(ages, a) }

// beats are the beats of this run: those of the variant whose lines hold.
func (s Scene) beats(p Player) [][]Line {
	var out [][]Line
	for _, b := range s.Beats {
		if kept := keep(b, p); len(kept) > 0 {
			out = append(out, kept)
		}
	}
	return out
}

func keep(lines []Line, p Player) []Line {
	var out []Line
	for _, l := range lines {
		if allows(l.Ages, p.st.age) && l.When.Holds(p.has) {
			out = append(out, l)
		}
	}
	return out
}

func (s Scene) choices(p Player) []Choice {
	var out []Choice
	for _, c := range s.Choices {
		if allows(c.Ages, p.st.age) && c.When.Holds(p.has) {
			out = append(out, c)
		}
	}
	return out
}

func (s Scene) do(p Player, in Intent) (Player, []Event, error) {
	switch p.st.phase {
	case PhaseRead:
		return s.read(p, in)
	case PhasePause:
		if pick, ok := in.(Pick); ok && pick.N >= 0 && pick.N < len(s.Pause.Answers) {
			p.st.picked, p.st.phase = pick.N, PhasePaused
			return p, nil, nil
		}
	case PhasePaused:
		if _, ok := in.(Next); ok {
			p.st.picked, p.st.phase = -1, PhaseChoose
			return p, nil, nil
		}
	case PhaseChoose:
		return s.choose(p, in)
	case PhaseConsequence:
		switch in.(type) {
		case Rewind:
			if p.before == nil {
				return p, nil, ErrIntent
			}
			p.st, p.before = *p.before, nil
			p.st.picked, p.st.phase = -1, PhaseChoose
			return p, []Event{Rewound{}}, nil
		case Next:
			to := s.chosen(p).To.For(p.st.age)
			if to == "" {
				to = p.step().To.For(p.st.age)
			}
			return p.leave(to)
		}
	case PhasePassed:
		return onlyNext(p, in)
	}
	return p, nil, ErrIntent
}

func (s Scene) read(p Player, in Intent) (Player, []Event, error) {
	beats := s.beats(p)
	switch in := in.(type) {
	case Next:
		switch {
		case p.st.beat < len(beats):
			p.st.beat++
			return p, nil, nil
		case s.Pause != nil:
			p.st.phase = PhasePause
			return p, nil, nil
		case len(s.choices(p)) > 0:
			p.st.phase = PhaseChoose
			return p, nil, nil
		}
		return p.leave(p.step().To.For(p.st.age))
	case ShowAll:
		p.st.beat = max(1, len(beats))
		return p, nil, nil
	case MarkLine:
		n := 0
		for _, b := range beats[:min(p.st.beat, len(beats))] {
			n += len(b)
		}
		if len(s.Cues) == 0 || in.N < 0 || in.N >= n {
			return p, nil, ErrIntent
		}
		if i := slices.Index(p.st.marks, in.N); i >= 0 {
			p.st.marks = slices.Delete(slices.Clone(p.st.marks), i, i+1)
		} else {
			p.st.marks = append(slices.Clone(p.st.marks), in.N)
			slices.Sort(p.st.marks)
		}
		return p, nil, nil
	}
	return p, nil, ErrIntent
}

func (s Scene) choose(p Player, in Intent) (Player, []Event, error) {
	choices := s.choices(p)
	switch in := in.(type) {
	case Pick:
		if in.N < 0 || in.N >= len(choices) {
			return p, nil, ErrIntent
		}
		if p.st.picked == in.N {
			p.st.picked = -1
		} else {
			p.st.picked = in.N
		}
		return p, nil, nil
	case Next:
		if p.st.picked < 0 {
			return p, nil, ErrIntent
		}
		c := choices[p.st.picked]
		before := p.st
		d := Decision{Step: p.st.step, Choice: c.ID}
		p.before = &before
		p.st.choices = append(slices.Clone(p.st.choices), d)
		p.st.meters = p.st.meters.apply(c.Effect)
		p.st.flags = with(p.st.flags, c.Set)
		p.st.phase = PhaseConsequence
		return p, []Event{Chosen{Decision: d, Effect: c.Effect}}, nil
	}
	return p, nil, ErrIntent
}

// chosen is the choice whose consequence is being shown.
func (s Scene) chosen(p Player) Choice {
	id := p.st.choices[len(p.st.choices)-1].Choice
	for _, c := range s.Choices {
		if c.ID == id {
			return c
		}
	}
	return Choice{}
}
