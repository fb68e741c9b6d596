package ui

import (
	"errors"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"vigie/app/speech"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
)

// aloud is reading aloud: off at the start, on and off by Ctrl+L. While it is
// on, each page is read when it comes, what was read of it before left out,
// and then every control that gets the focus.
type aloud struct {
	speaker *speech.Speaker // nil where the computer has no voice
	on      bool
	heard   []string // what was read of the page before
	trouble string   // why nothing can be read, in the person's language
}

// startVoice finds the voice of the computer.
func (s *Shell) startVoice() {
	if s.o.Voice == nil {
		return
	}
	voice, err := s.o.Voice()
	if err != nil {
		return // said when it is asked for
	}
	s.aloud.speaker = speech.NewSpeaker(voice, func(err error) { fyne.Do(func() { s.voiceFailed(err) }) })
}

// ReadAloud begins to read aloud, or stops.
func (s *Shell) ReadAloud() {
	switch {
	case s.place == learner.Hidden:
	case s.aloud.speaker == nil:
		s.voiceFailed(speech.ErrNoVoice)
	case s.aloud.on:
		s.silence()
		s.show()
	default:
		s.aloud.on, s.aloud.heard = true, nil
		s.show()
	}
}

// silence ends reading aloud.
func (s *Shell) silence() {
	s.aloud.on, s.aloud.heard = false, nil
	if s.aloud.speaker != nil {
		s.aloud.speaker.Stop()
	}
}

// voiceFailed says on a page why nothing can be heard.
func (s *Shell) voiceFailed(err error) {
	s.silence()
	s.aloud.trouble = s.words.T("The voice of this computer has stopped. Try again, or read with somebody.")
	var missing speech.NoLanguage
	switch {
	case errors.Is(err, speech.ErrNoVoice):
		s.aloud.trouble = s.words.T("This computer has no voice that Vigie can use. Read with somebody, or make the text larger.")
	case errors.As(err, &missing):
		s.aloud.trouble = s.words.T("This computer has no voice for this language. Read with somebody, or choose another language.")
	}
	s.Open(learner.Voiceless)
}

// readPage reads what is new on the page that was just shown.
func (s *Shell) readPage() {
	if !s.aloud.on {
		return
	}
	parts := kit.Aloud(s.screen.Object, s.told)
	if s.screen.Title != "" && !slices.Contains(parts, s.screen.Title) {
		parts = append([]string{s.screen.Title}, parts...)
	}
	var fresh []string
	for _, p := range parts {
		if !slices.Contains(s.aloud.heard, p) {
			fresh = append(fresh, p)
		}
	}
	s.aloud.heard = parts
	if held, is := s.window.Canvas().Focused().(kit.Control); is {
		if words := s.told(held); !slices.Contains(fresh, words) {
			fresh = append(fresh, words)
		}
	}
	s.say(fresh...)
}

// readFocus reads a control that got the focus while the page stayed.
func (s *Shell) readFocus(id string) {
	if c := kit.ControlByID(s.root, id); s.aloud.on && c != nil {
		s.say(s.told(c))
	}
}

func (s *Shell) say(parts ...string) {
	if len(parts) == 0 {
		return
	}
	s.probe("aloud", parts...)
	s.aloud.speaker.Speak(s.words.Language(), speech.Speed(s.prefer[learner.VoiceSpeed]), parts...)
}

// told is a control in words: its number, what it says, and its state.
func (s *Shell) told(c kit.Control) string {
	var words string
	if l, is := c.(interface{ AccessibilityLabel() string }); is {
		words = l.AccessibilityLabel()
	}
	if n, is := c.(interface{ Number() int }); is && n.Number() > 0 {
		words = strconv.Itoa(n.Number()) + ": " + words
	}
	if v, is := c.(interface{ Value() string }); is && v.Value() != "" {
		words += ": " + v.Value()
	}
	if marked, is := c.(interface{ Chosen() bool }); is && marked.Chosen() {
		words += ". " + s.words.T("chosen")
	}
	return words
}

// sayAgain repeats what was read last.
func (s *Shell) sayAgain() {
	if s.aloud.on {
		s.aloud.speaker.Again()
	}
}

// Hush ends the voice, for the end of the program: a voice of the system would
// go on talking.
func (s *Shell) Hush() {
	if s.aloud.speaker != nil {
		s.aloud.speaker.Close()
	}
}
