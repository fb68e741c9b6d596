package lint

import (
	"slices"
	"strings"

	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
)

// The teacher's guide of a lesson.
var guideRules = []Rule{
	{"guide", "a teacher who has never seen the lesson finds all they need in its guide", guides},
}

// sections are what every guide has, in this order; talks and votes follow
// "during".
var sections = []string{"goal", "minutes", "before", "during", "after", "minute-12", "competences", "evidence"}

func guides(c *Course) (out []Finding) {
	for _, l := range c.Lessons {
		if l.Lesson.Quiet {
			continue
		}
		g := c.Guides[l.Dir]
		if g == nil {
			out = append(out, l.place(l.Lesson.Steps[0].ID, "this lesson has no guide for the teacher: guide.md beside lesson.yaml"))
			continue
		}
		say := func(message string, args ...any) {
			out = append(out, Finding{File: g.Document.File, Line: 1, Column: 1, Language: i18n.Source, Message: message, Args: args})
		}
		last := -1
		for _, key := range sections {
			at := slices.IndexFunc(g.Page.Sections, func(s pack.Section) bool { return s.Key == key })
			switch {
			case at < 0 || len(g.Page.Sections[at].Blocks) == 0:
				say("this guide has nothing under %q", key)
			case at < last:
				say("in this guide %q stands too early; the order is %s", key, strings.Join(sections, ", "))
			default:
				last = at
			}
		}
		for _, s := range g.Page.Sections {
			if !slices.Contains(sections, s.Key) && !l.about(s.Key) {
				say("a guide has no section %q, or the lesson has no such step", s.Key)
			}
		}
		for _, s := range l.Lesson.Steps {
			key := string(s.Activity.Kind()) + " " + string(s.ID)
			section, _ := g.Page.Section(key)
			switch a := s.Activity.(type) {
			case lesson.Talk:
				if n := len(section.Blocks); n != len(a.Questions) {
					say("under %q there is one expected answer for each question of the talk: %d, and here are %d", key, len(a.Questions), n)
				}
			case lesson.Vote:
				if len(section.Blocks) == 0 {
					say("this guide has nothing under %q", key)
				}
			}
		}
	}
	return out
}

// about reports whether a key is a kind and a step of the lesson of that kind.
func (l Lesson) about(key string) bool {
	kind, id, _ := strings.Cut(key, " ")
	s, ok := l.Lesson.Step(lesson.StepID(id))
	return ok && string(s.Activity.Kind()) == kind
}
