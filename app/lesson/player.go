package lesson

import (
	"errors"
	"fmt"
	"slices"
)

// Errors of the player.
var (
	// ErrIntent is returned by Do when an intent makes no sense in the
	// present view. Nothing has changed.
	ErrIntent = errors.New("nothing to do that with here")
	// ErrDigits is returned by Do for digits that are not the board's.
	// Nothing has changed; any number of tries is allowed.
	ErrDigits = errors.New("these are not the digits of this talk")
	// ErrSnapshot is returned by Restore for a snapshot that does not belong
	// to this lesson, version or variant.
	ErrSnapshot = errors.New("the kept place does not belong to this lesson")
	// ErrStep is returned by New and Join for a variant or a step that the
	// lesson does not have.
	ErrStep = errors.New("the lesson has no such step")
)

// Player goes through a lesson. It is a value: Do leaves the one it is called
// on as it was. The zero Player is not usable; see New, Join and Restore.
type Player struct {
	lesson *Lesson
	depths map[StepID]int
	st     state
	before *state // what Rewind goes back to
}

// state is where a run stands. Slices are never changed in place.
type state struct {
	age     Age
	session Session
	step    StepID
	joined  StepID
	flags   []string
	meters  Meters
	choices []Decision
	answers []Answer

	phase  Phase
	beat   int // beats shown, scenes
	picked int // chosen but not confirmed, from 0; -1 for none
	marks  []int
	put    []int    // places of items; see Put and Arrange
	text   string   // written freely; goes when the step is left
	texts  []string // the same, one for each part of a letter
}

// Session is what a run is part of. The zero Session is one person on their
// own, outside of any track.
type Session struct {
	Pair   bool `json:"pair,omitempty"`   // two at one laptop: they take turns, and answer no anonymous items
	Before bool `json:"before,omitempty"` // the first lesson of a track
	After  bool `json:"after,omitempty"`  // the last lesson of a track
}

// asks reports whether anonymous items of a side are asked.
func (s Session) asks(side Side) bool {
	return !s.Pair && (side == Before && s.Before || side == After && s.After)
}

// skips reports whether a step is left out.
func (s Session) skips(step Step) bool {
	q, is := step.Activity.(Questions)
	return is && !s.asks(q.Side)
}

func (s Session) length(step Step) int {
	if s.skips(step) {
		return 0
	}
	return 1
}

// New starts a lesson from its beginning. It returns ErrStep if the lesson
// has no such variant.
func New(l *Lesson, age Age) (Player, error) { return NewIn(l, age, Session{}) }

// NewIn is New in a session.
func NewIn(l *Lesson, age Age, s Session) (Player, error) {
	p, err := at(l, age, l.Start.For(age), s)
	if err != nil {
		return Player{}, err
	}
	return p.arrive(p.st.step), nil
}

// Join starts a lesson at a talk step, as somebody does who comes late or
// sits down at another laptop: the view opens with the story so far. It
// returns ErrStep if there is no such talk in the variant.
func Join(l *Lesson, age Age, talk StepID) (Player, error) { return JoinIn(l, age, talk, Session{}) }

// JoinIn is Join in a session.
func JoinIn(l *Lesson, age Age, talk StepID, session Session) (Player, error) {
	s, ok := l.Step(talk)
	if !ok || !s.In(age) || s.Activity.Kind() != KindTalk {
		return Player{}, fmt.Errorf("joining at %q: %w", talk, ErrStep)
	}
	p, err := at(l, age, talk, session)
	if err != nil {
		return Player{}, err
	}
	p = p.arrive(talk)
	p.st.joined = talk
	p.st.phase = PhaseStory
	return p, nil
}

// Restore goes on from a snapshot, in any language of the same lesson. It
// returns ErrSnapshot if lesson, version, variant or step do not fit.
func Restore(l *Lesson, s Snapshot) (Player, error) {
	if s.Lesson != l.ID || s.Version != l.Version || !s.Age.Valid() {
		return Player{}, ErrSnapshot
	}
	p, err := at(l, s.Age, s.Step, s.Session)
	if err != nil {
		return Player{}, ErrSnapshot
	}
	p.st.joined = s.Joined
	p.st.flags = slices.Clone(s.Flags)
	slices.Sort(p.st.flags)
	p.st.meters = Meters{lamps(s.Meters.Person), lamps(s.Meters.Spread), lamps(s.Meters.Norm)}
	p.st.choices = slices.Clone(s.Choices)
	p.st.answers = slices.Clone(s.Answers)
	return p.arrive(s.Step), nil
}

func at(l *Lesson, age Age, id StepID, session Session) (Player, error) {
	s, ok := l.Step(id)
	if !ok || !s.In(age) {
		return Player{}, fmt.Errorf("starting at %q for %s: %w", id, age, ErrStep)
	}
	m := Meters{startLamps, startLamps, startLamps}
	return Player{lesson: l, depths: l.depths(age, session), st: state{age: age, session: session, step: id, meters: m, picked: -1}}, nil
}

// Relocalise is the same player over the same lesson in another language. It
// returns ErrSnapshot if l is not the same lesson.
func (p Player) Relocalise(l *Lesson) (Player, error) {
	if l.ID != p.lesson.ID || l.Version != p.lesson.Version {
		return Player{}, ErrSnapshot
	}
	p.lesson = l
	return p, nil
}

// Lesson is the lesson being played.
func (p Player) Lesson() *Lesson { return p.lesson }

// Age is the variant being played.
func (p Player) Age() Age { return p.st.age }

// Snapshot is the place reached, at the beginning of the present step. It is
// the same for all that happens inside one step.
func (p Player) Snapshot() Snapshot {
	st := p.st
	if p.before != nil { // a choice was made in this very step
		st = *p.before
	}
	s := Snapshot{
		Lesson: p.lesson.ID, Version: p.lesson.Version, Age: st.age, Session: st.session, Step: st.step, Joined: st.joined,
		Flags: slices.Clone(st.flags), Meters: st.meters, Choices: slices.Clone(st.choices),
	}
	for _, a := range st.answers {
		if a.Step != st.step {
			s.Answers = append(s.Answers, Answer{a.Step, slices.Clone(a.Marked)})
		}
	}
	return s
}

// Do carries out what the person did. On an error the Player returned is the
// one it was called on.
func (p Player) Do(in Intent) (Player, []Event, error) {
	if _, ok := in.(Pass); ok {
		return p.pass()
	}
	q, ev, err := p.step().Activity.do(p, in)
	if err != nil {
		return p, nil, err
	}
	return q, ev, nil
}

// pass shows the neutral continuation of the step: no meter, no record. What
// was chosen in this very step is taken back first.
func (p Player) pass() (Player, []Event, error) {
	if !p.canPass() {
		return p, nil, ErrIntent
	}
	if p.before != nil {
		p.st, p.before = *p.before, nil
	}
	p.st.answers = slices.DeleteFunc(slices.Clone(p.st.answers), func(a Answer) bool { return a.Step == p.st.step })
	p.st.picked, p.st.marks, p.st.put, p.st.text, p.st.texts = -1, nil, nil, "", nil
	p.st.phase = PhasePassed
	return p, []Event{Passed{}}, nil
}

func (p Player) canPass() bool {
	k := p.step().Activity.Kind()
	return k != KindEnd && k != KindHelp && p.st.phase != PhasePassed
}

// leave goes to a step and says so.
func (p Player) leave(to StepID) (Player, []Event, error) {
	s, ok := p.lesson.Step(to)
	if !ok || !s.In(p.st.age) {
		return p, nil, fmt.Errorf("going to %q: %w", to, ErrStep)
	}
	q := p.arrive(to)
	return q, []Event{Arrived{Step: q.st.step}}, nil
}

// arrive is at the beginning of a step, or of the first one after it that the
// session does not leave out.
func (p Player) arrive(id StepID) Player {
	p.before = nil
	p.st.step = id
	for p.st.session.skips(p.step()) {
		p.st.step = p.step().To.For(p.st.age)
	}
	p.st.picked, p.st.marks, p.st.beat = -1, nil, 1
	if s, is := p.step().Activity.(Scene); is && s.Missed != "" {
		p.st.beat = 0
	}
	p.st.put, p.st.text, p.st.texts = nil, "", nil
	p.st.phase = PhaseRead
	return p
}

func (p Player) step() Step {
	s, _ := p.lesson.Step(p.st.step)
	return s
}

func (p Player) has(flag string) bool { return slices.Contains(p.st.flags, flag) }

// with returns a sorted copy of flags with one more.
func with(flags []string, f string) []string {
	if f == "" || slices.Contains(flags, f) {
		return flags
	}
	out := append(slices.Clone(flags), f)
	slices.Sort(out)
	return out
}
