package ui

import (
	"slices"

	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/ui/learner"
	"vigie/app/ui/teacher"
)

// teaching is where one is in the teacher's space. Nothing of it is kept.
type teaching struct {
	dir  string // folder of the lesson whose guide is open
	part int    // part of the page that is read
}

// Visit goes to a place of the teacher's space, or to the first page.
func (s *Shell) Visit(p learner.Place) {
	s.teaching.part = 0
	s.back = nil
	if p != learner.Home && p != teacher.Lessons {
		s.back = []learner.Place{learner.Home, teacher.Lessons}
	} else if p == teacher.Lessons {
		s.back = []learner.Place{learner.Home}
	}
	s.place = p
	s.show()
}

// Read opens the guide of a lesson, by its folder.
func (s *Shell) Read(dir string) {
	s.teaching.dir = dir
	s.Visit(teacher.Guide)
}

// Turn shows another part of a page of the teacher's space.
func (s *Shell) Turn(part int) {
	s.teaching.part = part
	s.show()
}

// course is the lessons as a teacher sees them: the follow-up comes last.
func (s *Shell) course() []pack.Entry {
	all := append([]pack.Entry(nil), s.lessons...)
	if s.booster.ID != "" {
		all = append(all, s.booster)
	}
	return all
}

// teach makes the page of a place of the teacher's space. What cannot be read
// leads to the list of lessons; the check of the pack would have said why.
func (s *Shell) teach(d *learner.Desk) learner.Screen {
	has := s.pack.Pages()
	t := &teacher.Desk{
		F: d.F, W: s.words, Act: s, Place: s.place, Lessons: s.course(), Age: lesson.Age(s.prefer[learner.AgeGroup]),
		Has:  func(page string) bool { return page != "" && slices.Contains(has, page) },
		Help: s.doors.First()[0].Label(),
	}
	lang := s.words.Language()
	page := func(name string) *pack.Page {
		p, err := s.pack.Page(name, lang)
		switch {
		case err != nil:
			s.probe("problem", err.Error())
			return nil
		case p == nil:
			return nil
		}
		return p.Page
	}
	common := page(pack.CommonGuide)
	switch name := teacher.Page(s.place); {
	case s.place == teacher.Menu:
		from, _ := s.last()
		return teacher.MenuPage(t, from)
	case s.place == teacher.Guide:
		for i, e := range s.course() {
			if e.Dir != s.teaching.dir {
				continue
			}
			guide, err := s.pack.Guide(e.Dir, lang)
			if err != nil {
				s.probe("problem", err.Error())
				break
			}
			l, err := s.lesson(e.ID)
			if err != nil || guide == nil {
				break
			}
			number := i + 1
			if e.Later {
				number = 0
			}
			return teacher.GuidePage(t, l, number, guide.Page, common, s.teaching.part)
		}
	case name != "":
		if p := page(name); p != nil {
			return teacher.PagePage(t, p, s.teaching.part)
		}
	}
	t.Place = teacher.Lessons
	var disclosure []pack.Block
	if common != nil {
		told, _ := common.For(t.Age).Section("disclosure")
		disclosure = told.Blocks
	}
	return teacher.LessonsPage(t, disclosure)
}
