// Package lesson holds the language of the field: a lesson as values, and the
// Player that goes through it.
//
// A Player is a value machine. View says all that a screen, a terminal, a card
// set or a test needs; Do takes what the person did and gives back the next
// Player and what happened. The same intents always give the same views.
//
//	p, err := lesson.New(l, lesson.Younger)
//	p, events, err := p.Do(lesson.Next{})
//	v := p.View()
//
// The package refuses clocks, disks, goroutines and anything that draws. Texts
// arrive here already in one language, with every placeholder filled.
package lesson

// StepID names a step inside its lesson; it is the same in all languages.
type StepID string

// CharacterID names a character of the cast, or SystemSpeaker.
type CharacterID string

// Kind is the kind of activity of a step.
type Kind string

// The kinds of activity.
const (
	KindScene     Kind = "scene"
	KindQuiz      Kind = "quiz"
	KindSort      Kind = "sort"
	KindOrder     Kind = "order"
	KindMatch     Kind = "match"
	KindBuild     Kind = "build"
	KindQuestions Kind = "questions"
	KindTalk      Kind = "talk"
	KindVote      Kind = "vote"
	KindInfo      Kind = "info"
	KindHelp      Kind = "help"
	KindLeave     Kind = "leave-role"
	KindPledge    Kind = "pledge"
	KindLetter    Kind = "letter"
	KindSign      Kind = "sign"
	KindEnd       Kind = "end"
)

// Lesson is one lesson in one language.
type Lesson struct {
	Pack          string // id of the pack it comes from
	ID            string
	Version       int
	Language      string // language of the texts, as in the catalogues
	Title         string
	About         string    // the neutral note: what the lesson is about, and that one may pass
	Easier        bool      // some texts have easier words beside them
	Quiet         bool      // for who should not sit through the others: any digits of the board lead on
	Minutes       int       // time in class, talks included
	BystanderStep string    // one of notice, interpret, responsibility, know, act
	Witness       CastByAge // whose phone it is, and whose part one plays
	Person        CastByAge // the one it is about
	Start         ByAge
	Cast          map[CharacterID]Character
	Steps         []Step // in the order of the file
}

// Character is somebody of the story. None of them is real.
type Character struct {
	ID      CharacterID
	Name    string // as the class renamed it
	Pronoun string // he, she or they
	Avatar  string // key of the drawing
}

// ByAge is a target that may differ between the two variants.
type ByAge struct{ Younger, Older StepID }

// For is the target for a.
func (b ByAge) For(a Age) StepID {
	if a == Older {
		return b.Older
	}
	return b.Younger
}

// CastByAge is who has a part in a story, which another character may have in the other
// variant.
type CastByAge struct{ Younger, Older CharacterID }

// For is who has the part in a.
func (p CastByAge) For(a Age) CharacterID {
	if a == Older {
		return p.Older
	}
	return p.Younger
}

// Step is one stop of a lesson.
type Step struct {
	ID       StepID
	Ages     []Age // variants it belongs to; never empty
	Activity Activity
	To       ByAge // where it leads when no choice says otherwise; empty on the end
}

// In reports whether the step belongs to the variant.
func (s Step) In(a Age) bool {
	for _, b := range s.Ages {
		if a == b {
			return true
		}
	}
	return false
}

// Activity is what one does in a step. Each kind is one type of this package.
type Activity interface {
	// Kind is the name of the kind.
	Kind() Kind
	// show adds to v what the activity has to say in the player's state.
	show(p Player, v *View)
	// do carries out an intent that is the activity's own business. It
	// returns ErrIntent for what makes no sense now.
	do(p Player, in Intent) (Player, []Event, error)
	// targets lists every step it can lead to besides the step's own To.
	targets(a Age) []StepID
}

// Step finds a step.
func (l *Lesson) Step(id StepID) (Step, bool) {
	for _, s := range l.Steps {
		if s.ID == id {
			return s, true
		}
	}
	return Step{}, false
}

// Targets lists the steps that a step can lead to in a variant, each once.
func (l *Lesson) Targets(s Step, a Age) []StepID {
	var out []StepID
	seen := map[StepID]bool{"": true}
	for _, id := range append(s.Activity.targets(a), s.To.For(a)) {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

// Condition is a flag that must, or must not, be set. The zero Condition
// always holds.
type Condition struct{ If, Unless string }

// Holds reports whether the condition is met.
func (c Condition) Holds(has func(flag string) bool) bool {
	return (c.If == "" || has(c.If)) && (c.Unless == "" || !has(c.Unless))
}
