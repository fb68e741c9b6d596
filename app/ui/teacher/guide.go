package teacher

import (
	"vigie/app/lesson"
	"vigie/app/pack"
)

// Part is a part of a page that is read at once.
type Part struct {
	Title    string
	Sections []Section
}

// Section is a heading and what stands under it.
type Section struct {
	Heading   string // may be empty
	Board     string // three digits for the board, may be empty
	Questions []Question
	Blocks    []pack.Block
}

// Question is a question of a talk with what pupils may say to it.
type Question struct{ Ask, Expected string }

// guideParts puts a guide and what is common to all into parts that are read
// in this order: before the lesson, in it, after it, and what may happen.
func (d *Desk) guideParts(l *lesson.Lesson, guide, common *pack.Page) []Part {
	if common == nil {
		common = &pack.Page{}
	}
	guide, common = guide.For(d.Age), common.For(d.Age)
	own := func(heading, key string) Section {
		s, _ := guide.Section(key)
		return Section{Heading: heading, Blocks: s.Blocks}
	}
	all := func(heading, key string) Section {
		s, _ := common.Section(key)
		return Section{Heading: heading, Blocks: s.Blocks}
	}
	always := d.text("In every lesson")
	parts := []Part{
		{d.text("At a glance"), []Section{own(d.text("Goal"), "goal"), own(d.text("Minutes"), "minutes")}},
		{d.text("Before"), []Section{own(d.text("For this lesson"), "before"), all(always, "before")}},
		{d.text("During"), []Section{own(d.text("For this lesson"), "during"), all(always, "during")}},
		{d.text("Talks and board"), d.talks(l, guide)},
		{d.text("After"), []Section{own(d.text("For this lesson"), "after"), all(always, "after")}},
		{d.text("If time runs short"), []Section{own("", "minute-12")}},
		{d.text("If something happens"), []Section{
			all(d.text("A pupil tells you something"), "disclosure"), all(d.text("A pupil names someone"), "names"),
			all(d.text("A phone is held up"), "phone"), all(d.text("A pupil cries"), "cries"),
		}},
		{d.text("What it rests on"), []Section{own(d.text("Competences (DigComp 2.2)"), "competences"), own(d.text("What research says"), "evidence")}},
	}
	var out []Part
	for _, p := range parts {
		var filled []Section
		for _, s := range p.Sections {
			if len(s.Blocks) > 0 || len(s.Questions) > 0 {
				filled = append(filled, s)
			}
		}
		if len(filled) > 0 {
			out = append(out, Part{p.Title, filled})
		}
	}
	return out
}

// talks are the moments without screens, with the digits for the board and
// what pupils may say, in the order of the lesson.
func (d *Desk) talks(l *lesson.Lesson, guide *pack.Page) []Section {
	digits := l.Digits()
	var out []Section
	for _, s := range l.Steps {
		code := digits[s.ID]
		if code == "" || !s.In(d.Age) {
			continue
		}
		told, _ := guide.Section(string(s.Activity.Kind()) + " " + string(s.ID))
		section := Section{Board: code, Heading: d.text("Vote"), Blocks: told.Blocks}
		if t, is := s.Activity.(lesson.Talk); is {
			section.Heading, section.Blocks = t.Title, nil
			for i, ask := range t.Questions {
				q := Question{Ask: ask}
				if i < len(told.Blocks) {
					q.Expected = told.Blocks[i].Text
				}
				section.Questions = append(section.Questions, q)
			}
		}
		out = append(out, section)
	}
	return out
}
