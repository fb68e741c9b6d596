package ui

import (
	"path"

	"fyne.io/fyne/v2"

	"vigie/app/ui/learner"
)

// listening is the recording of a call that is being played. The zero value
// plays nothing.
type listening struct {
	file   string // what is played
	stop   func()
	failed bool // this computer can play nothing
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

// Listen plays the recording of the call once, or stops it.
func (s *Shell) Listen() {
	file := s.recording()
	if s.listening.file != "" || file == "" {
		s.deaf()
		s.show()
		return
	}
	p := s.pack
	s.listening = listening{file: file}
	ended := func(err error) {
		fyne.Do(func() {
			switch {
			case err != nil:
				s.listening = listening{failed: true}
			case s.listening.file != file: // it was stopped here
				return
			default:
				s.listening = listening{}
			}
			s.show()
		})
	}
	s.listening.stop = s.o.Play(path.Base(file), func() ([]byte, error) { return p.ReadRecording(file) }, ended)
	s.show()
}

// deaf stops what is played.
func (s *Shell) deaf() {
	stop := s.listening.stop
	s.listening = listening{failed: s.listening.failed}
	if stop != nil {
		stop()
	}
}

// hush stops a recording whose page is not shown any more.
func (s *Shell) hush() {
	if s.listening.file != "" && s.recording() != s.listening.file {
		s.deaf()
	}
}
