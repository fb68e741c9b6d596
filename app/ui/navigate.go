package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
)

// Open shows a place; Back leads to where one is now.
func (s *Shell) Open(p learner.Place) {
	if p == learner.Hidden {
		s.toggleHide()
		return
	}
	if p == s.place {
		return
	}
	if p == learner.Home {
		s.back = nil
	} else {
		s.back = append(s.back, s.place)
	}
	s.place = p
	s.open = ""
	s.show()
}

// Back leads to the page one came from; from a lesson to the first page, where
// it can go on. It never ends a lesson.
func (s *Shell) Back() {
	if s.place == learner.Hidden || s.place == learner.Home {
		return
	}
	s.place, s.back = s.last()
	s.show()
}

func (s *Shell) last() (learner.Place, []learner.Place) {
	if n := len(s.back); n > 0 {
		return s.back[n-1], s.back[:n-1]
	}
	return learner.Home, nil
}

// toggleHide hides everything behind an ordinary text, or comes back.
func (s *Shell) toggleHide() {
	if s.place == learner.Hidden {
		s.place, s.back = s.last()
	} else {
		s.silence()
		s.back = append(s.back, s.place)
		s.place, s.hidePage = learner.Hidden, 0
	}
	s.show()
}

// turn shows another page of the ordinary text.
func (s *Shell) turn(page int) {
	s.hidePage = page
	s.show()
}

// unfold shows what to do first in a situation, or folds it again.
func (s *Shell) unfold(id string) {
	if s.open == id {
		id = ""
	}
	s.open = id
	s.show()
}

// alone is the way on without the class, nil where no talk waits.
func (s *Shell) alone() func() {
	if s.player == nil || s.player.View().Kind != lesson.KindTalk || s.player.View().Phase == lesson.PhaseStory {
		return nil
	}
	return func() {
		s.place, s.back = s.last()
		s.Do(lesson.Alone{})
	}
}

// Move puts the focus on a neighbour among controls; from elsewhere it goes to
// the first or the last of them.
func (s *Shell) Move(ids []string, by int) {
	at := -1
	if c, is := s.window.Canvas().Focused().(kit.Control); is {
		at = slices.Index(ids, c.ID())
	}
	switch at += by; {
	case at < -1, at >= len(ids):
		return
	case at == -1 && by < 0:
		return
	}
	if c := kit.ControlByID(s.root, ids[max(0, at)]); c != nil {
		s.window.Canvas().Focus(c)
	}
}

// nextRegion puts the focus on the first control of the next part of the page
// that has one: page, footer, stage, top band, and round again.
func (s *Shell) nextRegion() {
	first := map[kit.Region]kit.Control{}
	regions := kit.Regions()
	at := -1
	focused := s.window.Canvas().Focused()
	for _, n := range kit.Tree(s.root) {
		c, is := n.Object.(kit.Control)
		if !is || c.Disabled() {
			continue
		}
		if first[n.Region] == nil {
			first[n.Region] = c
		}
		if focused == fyne.Focusable(c) {
			at = slices.Index(regions, n.Region)
		}
	}
	for i := range regions {
		if c := first[regions[(at+1+i)%len(regions)]]; c != nil {
			s.window.Canvas().Focus(c)
			return
		}
	}
}

// Aim gives the focus to a control of the page that is shown next.
func (s *Shell) Aim(id string) { s.aim = id }

// Keep remembers a number while the step lasts.
func (s *Shell) Keep(name string, n int) { s.kept[name] = n }

// Kept is a number that was kept, or otherwise.
func (s *Shell) Kept(name string, otherwise int) int {
	if n, ok := s.kept[name]; ok {
		return n
	}
	return otherwise
}
