package ui

import (
	"errors"
	"slices"

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
	heard   []string          // what was read of the page before
	hinted  map[kit.Role]bool // kinds of controls whose use was told
	trouble string            // why nothing can be read, in the person's language
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
	case s.listening.file != "": // one voice at a time: the call stops first
		s.deaf()
		s.show()
	case s.aloud.speaker == nil:
		s.voiceFailed(speech.ErrNoVoice)
	case s.aloud.on:
		s.silence()
		s.show()
	default:
		s.aloud.on, s.aloud.heard, s.aloud.hinted = true, nil, map[kit.Role]bool{}
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
		says := held.Semantics()
		if words := s.told(says); !slices.Contains(fresh, words) {
			fresh = append(fresh, words)
		}
		fresh = append(fresh, s.hintOnce(says)...)
	}
	s.say(fresh...)
}

func (s *Shell) hintOnce(says kit.Semantics) []string {
	if s.aloud.hinted[says.Role] {
		return nil
	}
	words := s.hint(says)
	if words == "" {
		return nil
	}
	s.aloud.hinted[says.Role] = true
	return []string{words}
}

// readFocus reads a control that got the focus while the page stayed.
func (s *Shell) readFocus(id string) {
	if c := kit.ControlByID(s.root, id); s.aloud.on && c != nil {
		says := c.Semantics()
		s.say(append([]string{s.told(says)}, s.hintOnce(says)...)...)
	}
}

// readValue reads what a control with the focus says now.
func (s *Shell) readValue(id string) {
	if c := kit.ControlByID(s.root, id); s.aloud.on && c != nil {
		says := c.Semantics()
		says.Name, says.Key, says.Value = says.Value, "", ""
		s.say(s.told(says))
	}
}

func (s *Shell) say(parts ...string) {
	if len(parts) == 0 || s.listening.file != "" {
		return
	}
	s.probe("aloud", parts...)
	s.aloud.speaker.Speak(s.words.Language(), speech.Speed(s.prefer[learner.VoiceSpeed]), parts...)
}

// told puts into words what a widget says of itself: the key that chooses it,
// its name, its value and its state.
func (s *Shell) told(says kit.Semantics) string {
	words := says.Name
	if says.Key != "" {
		words = says.Key + ": " + words
	}
	if says.Value != "" {
		words += ": " + says.Value
	}
	for _, state := range []struct {
		is    kit.State
		words string
	}{
		{kit.StateChosen, s.words.T("chosen")},
		{kit.StateExpanded, s.words.T("open")},
		{kit.StateDisabled, s.words.T("not possible now")},
	} {
		if says.State.Has(state.is) {
			words += ". " + state.words
		}
	}
	return words
}

// hint is how a kind of control is used. It is said the first time that one of
// the kind has the focus.
func (s *Shell) hint(says kit.Semantics) string {
	if says.Hint != "" {
		return says.Hint
	}
	switch w := s.words; says.Role {
	case kit.RoleButton, kit.RoleCheckBox, kit.RoleSwitch:
		return w.T("Enter presses.")
	case kit.RoleChoice:
		return w.T("Enter chooses. So does the digit.")
	case kit.RoleSlider, kit.RoleSegmented:
		return w.T("The left and right arrows change it.")
	case kit.RoleSpinButton:
		return w.T("Plus and minus change it.")
	case kit.RoleChat, kit.RoleList:
		return w.T("The up and down arrows go from one to the next.")
	case kit.RoleTextField:
		return w.T("Type here.")
	}
	return ""
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
