// Package learner draws the pages that a pupil sees, each from a View.
//
//	s := learner.Step(desk, player.View())
//	window.SetContent(s.Object)
//
// A page holds no truth: what the person does goes to the Actor, and the page
// is built again from the next View. Language, text size and palette change in
// the same way. Every page has hide, help and a way on in the same places.
//
// The package refuses words of its own (all come through Words or from the
// lesson), disks, and anything slow.
package learner

import (
	"time"

	"fyne.io/fyne/v2"

	"vigie/app/directory"
	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/ui/kit"
)

// Place is a page that is not a step of a lesson.
type Place string

// The places.
const (
	Home      Place = "home"
	Rules     Place = "rules" // ground rules and the neutral note
	Playing   Place = "playing"
	Help      Place = "help"
	Reading   Place = "reading" // reading help: text size, colours, language
	Chat      Place = "chat"    // the folded stage, opened
	Hidden    Place = "hidden"
	Crashed   Place = "crashed"   // the note of a crash
	Repaired  Place = "repaired"  // what was kept has been put right
	Voiceless Place = "voiceless" // why nothing can be read aloud
	KeyList   Place = "keys"      // the keys of the page one came from
	Routes    Place = "routes"    // how to report inside an app
	Erasing   Place = "erasing"   // "erase my run": asked before it is done
)

// Actor does what a person asks for on a page.
type Actor interface {
	// Do hands an intent to the player.
	Do(lesson.Intent)
	// Take hands an intent to the player for a widget that shows it by itself:
	// the page stays. It returns what there is to show now.
	Take(lesson.Intent) lesson.View
	// Open shows a place; Back returns to where one came from.
	Open(Place)
	Back()
	// Start begins a lesson with its ground rules; Continue goes on with the
	// run that was offered; Join begins at the talk with these digits and
	// reports whether there is one.
	Start(id string)
	Continue()
	Join(digits string) bool
	// Aside goes over to the quiet lesson, and back from it; without one it
	// does nothing.
	Aside()
	// Pair begins the lesson anew for two at one laptop, or for one.
	Pair(bool)
	// Set changes a preference and shows the page again.
	Set(Preference, string)
	// Finish closes the lesson and wipes its answers; Erase wipes the run.
	Finish()
	Erase()
	// DropNote erases the note of a crash.
	DropNote()
	// Listen plays the recording of the call that is shown, or stops it.
	Listen()
	// ReadAloud begins to read aloud, or stops.
	ReadAloud()
	// Normal sets everything about reading back to what it was at first.
	Normal()
	// Move puts the focus on the neighbour, by places further in ids, of the
	// one that has it.
	Move(ids []string, by int)
	// Aim gives the focus to a control of the page that is shown next.
	Aim(id string)
	// Keep remembers a number under a name while the step lasts.
	Keep(name string, n int)
	Kept(name string, otherwise int) int
}

// Preference is something a person sets about the program.
type Preference string

// The preferences.
const (
	Language   Preference = "language"
	AgeGroup   Preference = "age"
	TextSize   Preference = "text-size"
	Spacing    Preference = "spacing"
	Palette    Preference = "palette"
	Font       Preference = "font"
	ShowKeys   Preference = "show-keys"
	VoiceSpeed Preference = "voice-speed"
	SingleKeys Preference = "single-keys"  // "off": digits and letters alone do nothing
	Easier     Preference = "easier-words" // "on": easier words where a lesson has some
	Calm       Preference = "calm"         // "on": nothing moves
)

// Preferences are what is set now, as texts.
type Preferences map[Preference]string

// Desk is what every page is built with.
type Desk struct {
	F       *kit.Frame
	W       i18n.Words
	Doors   *directory.Directory
	Act     Actor
	Prefer  Preferences
	Status  Status
	Lesson  Head
	Now     time.Time    // for the dates of the help contacts
	Band    *kit.TopBand // the band of the page that was built last
	Primary *kit.Button  // its primary button
}

// Trouble is why what is done cannot be kept, "" when it can.
type Trouble string

// The troubles there are.
const (
	Unwritable Trouble = "unwritable" // the folder or the disk takes nothing
	Full       Trouble = "full"       // the disk has no space
	Network    Trouble = "network"    // the folder is on another computer
	Removable  Trouble = "removable"  // the folder is on a stick or card
	Newer      Trouble = "newer"      // a newer version of the app keeps things there
)

// Status is what a page says about keeping.
type Status struct {
	Kept    bool    // the last step is on the disk
	Keeping bool    // anything is kept at all
	Trouble Trouble // why keeping, which was wanted, does not work
	Running bool    // a lesson has been started
	Pair    bool    // two play at this laptop
	Quiet   bool    // there is a quiet lesson
	Easier  bool    // the lesson has easier words for some texts
	Voice   bool    // the computer has a voice
	Aloud   bool    // pages are being read aloud
	// Recording is that of the call that is shown.
	Recording Recording
}

// Recording is the recording of a call in the language that is set.
type Recording struct {
	There   bool   // there is one
	On      bool   // it is being played
	Trouble string // why it could not be played, "" if it could
}

// Head is the lesson being played, for the top band.
type Head struct {
	Number int // from 1
	Title  string
	About  string
	Quiet  bool // the quiet lesson, about a place
	Later  bool // the follow-up, which has no number
	Now    int
	Of     int
	Turn   int    // whose turn it is of two, 1 or 2; 0 for one alone
	Moved  bool   // the step was just reached
	Kept   string // a word on whether the last step is on the disk
}

// StepText is how far the lesson is, and whether that is kept.
func (h Head) StepText(w i18n.Words) string {
	s := w.T("Step %d of %d", h.Now, h.Of)
	switch h.Turn {
	case 1:
		s += " · " + w.T("the one on the left chooses")
	case 2:
		s += " · " + w.T("the one on the right chooses")
	}
	if h.Kept != "" {
		s += " · " + h.Kept
	}
	return s
}

// Screen is a page that is ready to be shown.
type Screen struct {
	ID     string
	Object fyne.CanvasObject
	First  string // id of the control that takes the focus on opening
	Title  string // what a screen reader says first
	Plain  bool   // no name of the program in the title of the window
	Settle func() // what is still to do once the page has its size; may be nil
}

// text is a translated text of the program.
func (d *Desk) text(message string, args ...any) string { return d.W.T(message, args...) }
