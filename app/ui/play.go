package ui

import (
	"errors"
	"strconv"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/progress"
	"vigie/app/store"
	"vigie/app/ui/learner"
)

// lesson is a lesson in the present language, loaded unless it was just now.
func (s *Shell) lesson(id string) (*lesson.Lesson, error) {
	if l := s.fetched; l != nil && l.ID == id && l.Language == s.words.Language() {
		return l, nil
	}
	l, err := s.pack.Lesson(id, s.words.Language())
	if err == nil {
		s.fetched = l
	}
	return l, err
}

// Start shows the ground rules of a lesson; the lesson begins after them.
func (s *Shell) Start(id string) {
	l, err := s.lesson(id)
	if err != nil {
		s.probe("problem", err.Error())
		return
	}
	p, err := lesson.NewIn(l, lesson.Age(s.prefer[learner.AgeGroup]), s.session)
	if err != nil {
		s.probe("problem", err.Error())
		return
	}
	s.enter(p, learner.Rules)
}

// enter makes p the lesson being played, and shows a place of it.
func (s *Shell) enter(p lesson.Player, at learner.Place) {
	s.player = &p
	s.offer = nil
	s.kept = map[string]int{}
	s.status.Kept = false
	for i, e := range s.lessons {
		if e.ID == p.Lesson().ID {
			s.number = i + 1
		}
	}
	s.number = max(1, s.number) // the quiet lesson has that of the one before
	s.place, s.back = at, nil
	if !p.Lesson().Quiet {
		s.aside = nil
		s.o.Recorder.Begin()
	}
	if s.screen.Object != nil { // not while the window is being made
		s.show()
	}
}

// Aside goes over to the quiet lesson, from the first page with its ground
// rules, from inside a lesson at once; and from it back to where one was.
// Nothing of the quiet lesson is ever kept.
func (s *Shell) Aside() {
	switch {
	case s.quiet == "" || s.place == learner.Hidden:
	case s.inQuiet() && s.place != learner.Home:
		if s.aside == nil {
			s.leave()
			return
		}
		s.player, s.aside = s.aside, nil
		s.kept = map[string]int{}
		s.place, s.back = learner.Playing, nil
		s.show()
	case s.player == nil || s.inQuiet():
		s.Start(s.quiet)
	default:
		l, err := s.lesson(s.quiet)
		if err != nil {
			s.probe("problem", err.Error())
			return
		}
		p, err := lesson.NewIn(l, lesson.Age(s.prefer[learner.AgeGroup]), s.session)
		if err != nil {
			s.probe("problem", err.Error())
			return
		}
		s.aside = s.player
		s.enter(p, learner.Playing)
	}
}

func (s *Shell) inQuiet() bool { return s.player != nil && s.player.Lesson().Quiet }

// Pair begins the lesson anew for two at one laptop, or for one; the ground
// rules are still shown.
func (s *Shell) Pair(on bool) {
	s.session.Pair = on
	s.aim = "pair"
	s.Start(s.player.Lesson().ID)
}

// begin leaves the ground rules for the first step.
func (s *Shell) begin() {
	s.place, s.back, s.arriving = learner.Playing, nil, true
	s.checkpoint()
	s.show()
}

// Continue goes on with the run that was offered, or with the one that the
// person left for the first page.
func (s *Shell) Continue() {
	if s.player != nil {
		s.place, s.back = learner.Playing, nil
		s.show()
		return
	}
	if s.offer == nil {
		return
	}
	offer := *s.offer
	l, err := s.lesson(offer.Snapshot.Lesson)
	if err != nil {
		s.refuse()
		return
	}
	p, err := lesson.Restore(l, offer.Snapshot)
	if err != nil {
		s.refuse()
		return
	}
	s.prefer[learner.AgeGroup] = string(p.Age())
	s.session = offer.Snapshot.Session
	s.enter(p, learner.Playing)
	s.o.Recorder.Resume(offer)
}

// onward goes on from the page of a repair: with the run that is offered, if
// the first page is next, otherwise with the page that is.
func (s *Shell) onward() {
	s.place, s.back = s.last()
	if s.place == learner.Home && s.player == nil && s.offer != nil {
		s.Continue()
		return
	}
	s.show()
}

// refuse takes an offer away that does not fit the lessons any more.
func (s *Shell) refuse() {
	s.offer = nil
	s.show()
}

// Join begins at the talk with these digits and reports whether there is one.
func (s *Shell) Join(digits string) bool {
	for _, e := range s.course() {
		l, err := s.lesson(e.ID)
		if err != nil {
			continue
		}
		for id, code := range l.Digits() {
			if code != digits {
				continue
			}
			if p, err := lesson.JoinIn(l, lesson.Age(s.prefer[learner.AgeGroup]), id, s.session); err == nil {
				s.enter(p, learner.Playing)
				s.checkpoint()
				return true
			}
		}
	}
	s.kept["wrong"]++
	s.show()
	return false
}

// Do hands an intent to the player and shows what came of it.
func (s *Shell) Do(in lesson.Intent) {
	p, events, err := s.player.Do(in)
	switch {
	case errors.Is(err, lesson.ErrDigits):
		s.kept["wrong"]++
		s.show()
		return
	case err != nil:
		return // a key that means nothing here
	}
	s.player, s.arriving = &p, true
	for _, e := range events {
		switch e.(type) {
		case lesson.Arrived:
			s.kept = map[string]int{}
			s.checkpoint()
		case lesson.Completed:
			s.finish()
			return
		}
	}
	s.show()
}

// Take hands on what a widget shows by itself; the page stays.
func (s *Shell) Take(in lesson.Intent) lesson.View {
	if p, _, err := s.player.Do(in); err == nil {
		s.player = &p
		s.probe("took", strconv.FormatBool(p.View().CanNext))
	}
	return s.player.View()
}

// checkpoint asks to keep the place; that it is kept is shown when it is.
func (s *Shell) checkpoint() {
	s.status.Kept, s.ticket = false, 0
	if s.inQuiet() {
		return
	}
	s.ticket = s.o.Recorder.Checkpoint(s.player.Snapshot())
}

// Acknowledged hears from the recorder, on its goroutine, what is on the disk.
func (s *Shell) Acknowledged(a progress.Ack) {
	fyne.Do(func() {
		if t := s.troubleAfter(a.Err); t != s.status.Trouble {
			s.status.Trouble = t
			s.probe("trouble", string(t))
			if s.place == learner.Home {
				s.show()
			}
		}
		s.stockAfter(a)
		if s.ticket == 0 || a.Ticket < s.ticket {
			return // nothing of what is shown is to be kept, or it is not yet
		}
		s.status.Kept = a.Err == nil && s.status.Keeping
		if s.band != nil && s.place == learner.Playing {
			s.band.SetStepText(s.head().StepText(s.words))
		}
		if s.player != nil {
			if s.status.Kept {
				s.probe("kept", string(s.player.Snapshot().Step))
			}
		}
	})
}

// troubleAfter is what stands in the way of keeping after an acknowledgement.
// Some things don't change while the app is open.
func (s *Shell) troubleAfter(err error) learner.Trouble {
	switch t := s.o.Trouble; {
	case t == learner.Network, t == learner.Removable, t == learner.Newer:
		return t
	case err == nil:
		return ""
	case errors.Is(err, store.ErrFull):
		return learner.Full
	}
	return learner.Unwritable
}

func (s *Shell) keptWord() string {
	switch {
	case s.status.Trouble != "":
		return s.words.T("not kept")
	case s.status.Kept:
		return s.words.T("kept")
	}
	return ""
}

// Finish closes the lesson at its end.
func (s *Shell) Finish() { s.Do(lesson.Next{}) }

func (s *Shell) finish() {
	if !s.inQuiet() {
		s.o.Recorder.Finish(s.player.Lesson().ID)
	}
	s.leave()
}

// Erase wipes what was kept of the run and goes back to the lesson.
func (s *Shell) Erase() {
	s.o.Recorder.Erase()
	s.o.Recorder.Begin()
	s.status.Kept, s.ticket = false, 0
	s.place, s.back = s.last()
	s.show()
}

func (s *Shell) leave() {
	s.player, s.aside, s.offer = nil, nil, nil
	s.kept = map[string]int{}
	s.focus = map[string]string{}
	s.place, s.back = learner.Home, nil
	s.show()
}

// DropNote erases the note of a crash.
func (s *Shell) DropNote() {
	s.dropNote()
	s.Open(learner.Home)
}

// dropNote reports whether there is no note any more.
func (s *Shell) dropNote() bool {
	if s.o.DropNote == nil {
		return true
	}
	if err := s.o.DropNote(); err != nil {
		s.probe("problem", err.Error())
		return false
	}
	s.o.CrashNote = ""
	return true
}

// head is the lesson for the top band. The ground rules are its first step.
func (s *Shell) head() learner.Head {
	if s.player == nil {
		return learner.Head{}
	}
	v := s.player.View()
	l := s.player.Lesson()
	h := learner.Head{Number: s.number, Title: l.Title, About: l.About, Quiet: l.Quiet, Later: s.booster.ID == l.ID, Now: v.Now + 1, Of: v.Of + 1, Turn: v.Turn, Kept: s.keptWord()}
	if s.place == learner.Rules {
		h.Now, h.Turn = 1, 0
	}
	return h
}
