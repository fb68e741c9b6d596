package ui

import (
	"errors"
	"path"

	"fyne.io/fyne/v2"

	"vigie/app/speech"
	"vigie/app/ui/learner"
)

// listening is the recording of a call that is being played. The zero value
// plays nothing.
type listening struct {
	play    int    // the number of what is played, so that a late end is told apart
	file    string // what is played, "" for nothing
	stop    func()
	trouble error // why nothing could be played on this page
}

// recording is the file with the recording of the call that is shown; "" where
// there is none in this language.
func (s *Shell) recording() string {
	if s.place != learner.Playing || s.player == nil || s.o.Play == nil {
		return ""
	}
	v := s.player.View()
	if v.Scene == nil || v.Scene.Recording == "" {
		return ""
	}
	file, _ := s.pack.Recording(s.dir(), v.Scene.Recording, s.words.Language())
	return file
}

// dir is the folder of the lesson being played.
func (s *Shell) dir() string {
	for _, e := range s.course() {
		if e.ID == s.player.Lesson().ID {
			return e.Dir
		}
	}
	return s.pack.Quiet
}

// Listen plays the recording of the call once, or stops it. Reading aloud is
// silent meanwhile.
func (s *Shell) Listen() {
	file := s.recording()
	if s.listening.file != "" || file == "" {
		s.deaf()
		s.show()
		return
	}
	if s.aloud.speaker != nil {
		s.aloud.speaker.Stop()
	}
	s.plays++
	n, p := s.plays, s.pack
	s.listening = listening{play: n, file: file}
	ended := func(err error) {
		fyne.Do(func() {
			if s.listening.play != n { // it was stopped here, or another one is played
				return
			}
			s.listening = listening{trouble: err}
			s.show()
		})
	}
	s.listening.stop = s.o.Play(path.Base(file), func() ([]byte, error) { return p.ReadRecording(file) }, ended)
	s.show()
}

// deaf stops what is played.
func (s *Shell) deaf() {
	stop := s.listening.stop
	s.listening = listening{}
	if stop != nil {
		stop()
	}
}

// hush stops a recording whose page is not shown any more, and forgets what
// could not be played.
func (s *Shell) hush() {
	file := s.recording()
	if s.listening.file != "" && file != s.listening.file || s.listening.trouble != nil && file == "" {
		s.deaf()
	}
}

// heard is the recording of the call that is shown, for its page.
func (s *Shell) heard() learner.Recording {
	r := learner.Recording{There: s.recording() != "", On: s.listening.file != ""}
	switch {
	case s.listening.trouble == nil:
	case errors.Is(s.listening.trouble, speech.ErrNoSound):
		r.Trouble = s.words.T("This computer can play no sound just now. Everything that is said stands here.")
	default:
		r.Trouble = s.words.T("This recording cannot be played. Everything that is said stands here.")
	}
	return r
}
