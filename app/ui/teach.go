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
	dir  string     // folder of the lesson whose guide is open
	part int        // part of the page that is read
	age  lesson.Age // whose guide is read; empty: as on the first page
}

// Visit goes to a place of the teacher's space, or to the first page.
func (s *Shell) Visit(p learner.Place) {
	s.teaching.part = 0
	s.keeping.leave()
	delete(s.focus, string(p)) // another page of the same kind begins at its first part
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

// ForAge shows what is for pupils of an age. What is set for the pupils of this
// laptop stays as it is.
func (s *Shell) ForAge(a lesson.Age) {
	s.teaching.age = a
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

// teach makes the page of a place of the teacher's space.
func (s *Shell) teach(d *learner.Desk) learner.Screen {
	has, age := s.pack.Pages(), s.teaching.age
	if age == "" {
		age = lesson.Age(s.prefer[learner.AgeGroup])
	}
	t := &teacher.Desk{
		F: d.F, W: s.words, Act: s, Place: s.place, Lessons: s.course(), Age: age,
		Has:  func(page string) bool { return page != "" && slices.Contains(has, page) },
		Help: s.doors.First()[0].Label(),
	}
	common := s.page(pack.CommonGuide)
	switch name := teacher.Page(s.place); {
	case s.place == teacher.Menu:
		from, _ := s.last()
		return teacher.MenuPage(t, from)
	case s.place == teacher.Kept:
		return teacher.KeptPage(t, s.takeStock())
	case s.place == teacher.Erase:
		return teacher.ErasePage(t)
	case s.place == teacher.Guide:
		if l, number, guide := s.guide(); guide != nil {
			return teacher.GuidePage(t, l, number, guide, common, s.teaching.part)
		}
		return teacher.NothingPage(t)
	case name != "":
		if p := s.page(name); p != nil {
			return teacher.PagePage(t, p, s.teaching.part)
		}
		return teacher.NothingPage(t)
	}
	return teacher.LessonsPage(t, common)
}

// page is a page for teachers of the pack, nil if there is none, or none that
// can be read.
func (s *Shell) page(name string) *pack.Page {
	p, err := s.pack.Page(name, s.words.Language())
	if err != nil {
		s.probe("problem", err.Error())
	}
	if err != nil || p == nil {
		return nil
	}
	return p.Page
}

// guide is the guide that is open, with its lesson and its number, 0 for the
// follow-up. It is nil if there is none, or none that can be read.
func (s *Shell) guide() (*lesson.Lesson, int, *pack.Page) {
	for i, e := range s.course() {
		if e.Dir != s.teaching.dir {
			continue
		}
		guide, err := s.pack.Guide(e.Dir, s.words.Language())
		if err == nil && guide != nil {
			var l *lesson.Lesson
			if l, err = s.lesson(e.ID); err == nil {
				if e.Later {
					return l, 0, guide.Page
				}
				return l, i + 1, guide.Page
			}
		}
		if err != nil {
			s.probe("problem", err.Error())
		}
	}
	return nil, 0, nil
}
