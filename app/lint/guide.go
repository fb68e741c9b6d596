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
	{"guide-all", "what holds for all lessons is shown in each guide", commonGuide},
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
		for i, s := range g.Page.Sections {
			if !slices.Contains(sections, s.Key) && !l.about(s.Key) {
				say("a guide has no section %q, or the lesson has no such step", s.Key)
			}
			if slices.ContainsFunc(g.Page.Sections[:i], func(o pack.Section) bool { return o.Key == s.Key }) {
				say("%q is in this guide twice", s.Key)
			}
		}
		for _, s := range l.Lesson.Steps {
			key := string(s.Activity.Kind()) + " " + string(s.ID)
			section, _ := g.Page.Section(key)
			switch a := s.Activity.(type) {
			case lesson.Talk:
				for _, age := range s.Ages {
					told, _ := g.Page.For(age).Section(key)
					if n := len(told.Blocks); n != len(a.Questions) {
						say("under %q there is one expected answer for each question of the talk: %d, and here are %d", key, len(a.Questions), n)
						break
					}
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

// inCommon are the sections of the common guide.
var inCommon = []string{"course", "before", "during", "disclosure", "names", "phone", "cries", "after"}

// commonGuide finds what is missing, or not shown, in what holds for all
// lessons.
func commonGuide(c *Course) (out []Finding) {
	if c.Common == nil {
		return nil
	}
	say := func(message string, args ...any) {
		out = append(out, Finding{File: c.Common.Document.File, Line: 1, Column: 1, Language: i18n.Source, Message: message, Args: args})
	}
	for _, key := range inCommon {
		if s, _ := c.Common.Page.Section(key); len(s.Blocks) == 0 {
			say("this guide has nothing under %q", key)
		}
	}
	for i, s := range c.Common.Page.Sections {
		if !slices.Contains(inCommon, s.Key) {
			say("a guide has no section %q, or the lesson has no such step", s.Key)
		}
		if slices.ContainsFunc(c.Common.Page.Sections[:i], func(o pack.Section) bool { return o.Key == s.Key }) {
			say("%q is in this guide twice", s.Key)
		}
	}
	return out
}

// about reports whether a key is a talk or a vote of the lesson.
func (l Lesson) about(key string) bool {
	kind, id, _ := strings.Cut(key, " ")
	s, ok := l.Lesson.Step(lesson.StepID(id))
	if !ok {
		return false
	}
	k := s.Activity
	return string(k.Kind()) == kind && (k.Kind() == lesson.KindTalk || k.Kind() == lesson.KindVote)
}
