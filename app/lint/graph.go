package lint

import (
	"fmt"

	"vigie/app/lesson"
)

var graphRules = []Rule{
	{"graph", "a pupil reaches every step and always comes to an end", graph},
	{"talk", "a talk lies on every path, so that its digits bring everybody on", talks},
	{"R15", "every path ends with help and with something that got better", endings},
	{"digits", "the digits of the board lead to one talk only", digits},
}

// reach is the set of steps that can be reached without going through avoid.
func reach(l *lesson.Lesson, a lesson.Age, avoid func(lesson.Step) bool) map[lesson.StepID]bool {
	seen := map[lesson.StepID]bool{}
	waiting := []lesson.StepID{l.Start.For(a)}
	for len(waiting) > 0 {
		id := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		s, ok := l.Step(id)
		if !ok || seen[id] || avoid != nil && avoid(s) {
			continue
		}
		seen[id] = true
		waiting = append(waiting, l.Targets(s, a)...)
	}
	return seen
}

func graph(c *Course) (out []Finding) {
	for _, l := range c.Lessons {
		for _, a := range lesson.Ages() {
			seen := reach(l.Lesson, a, nil)
			for _, s := range l.Lesson.Steps {
				if !s.In(a) {
					continue
				}
				if !seen[s.ID] {
					out = append(out, l.place(s.ID, "no path for %s leads to this step", string(a)))
				}
				if s.Activity.Kind() != lesson.KindEnd && len(l.Lesson.Targets(s, a)) == 0 {
					out = append(out, l.place(s.ID, "this step leads nowhere for %s", string(a)))
				}
			}
			if id, ok := loop(l.Lesson, a); ok {
				out = append(out, l.place(id, "the path goes round in a circle here for %s", string(a)))
			}
		}
	}
	return out
}

func loop(l *lesson.Lesson, a lesson.Age) (lesson.StepID, bool) {
	const open, done = 1, 2
	state := map[lesson.StepID]int{}
	var walk func(id lesson.StepID) (lesson.StepID, bool)
	walk = func(id lesson.StepID) (lesson.StepID, bool) {
		s, ok := l.Step(id)
		if !ok || state[id] == done {
			return "", false
		}
		if state[id] == open {
			return id, true
		}
		state[id] = open
		for _, t := range l.Way(s, a) {
			if at, found := walk(t); found {
				return at, true
			}
		}
		state[id] = done
		return "", false
	}
	return walk(l.Start.For(a))
}

// bypass reports whether an end can be reached without a step that is wanted.
func bypass(l *lesson.Lesson, a lesson.Age, wanted func(lesson.Step) bool) bool {
	for id := range reach(l, a, wanted) {
		if s, _ := l.Step(id); s.Activity.Kind() == lesson.KindEnd {
			return true
		}
	}
	return false
}

func talks(c *Course) (out []Finding) {
	for _, l := range c.Lessons {
		for _, s := range l.Lesson.Steps {
			if s.Activity.Kind() != lesson.KindTalk {
				continue
			}
			for _, a := range lesson.Ages() {
				if !s.In(a) || bypass(l.Lesson, a, func(o lesson.Step) bool { return o.ID == s.ID }) {
					out = append(out, l.place(s.ID, "there is a path for %s that goes past this talk", string(a)))
				}
			}
		}
	}
	return out
}

func endings(c *Course) (out []Finding) {
	for _, l := range c.Lessons {
		for _, a := range lesson.Ages() {
			if bypass(l.Lesson, a, func(s lesson.Step) bool { return s.Activity.Kind() == lesson.KindHelp }) {
				out = append(out, l.place(l.Lesson.Start.For(a), "there is a path for %s to an end without a help step", string(a)))
			}
			for _, s := range l.Lesson.Steps {
				if e, ok := s.Activity.(lesson.End); ok && s.In(a) && !always(e.Better, a) {
					out = append(out, l.place(s.ID, "this end needs a sentence under \"better\" that is told on every path for %s", string(a)))
				}
			}
		}
	}
	return out
}

func always(all []lesson.Sentence, a lesson.Age) bool {
	for _, s := range all {
		if s.When == (lesson.Condition{}) && (len(s.Ages) == 0 || s.Ages[0] == a) {
			return true
		}
	}
	return false
}

func digits(c *Course) (out []Finding) {
	first := map[string]string{}
	for _, l := range c.Lessons {
		for id, code := range l.Lesson.Digits() {
			here := fmt.Sprintf("%s/%s", l.Lesson.ID, id)
			if other, ok := first[code]; ok {
				out = append(out, l.place(id, "%s has the same board digits; raise the version of one of the two lessons", other))
			}
			first[code] = here
		}
	}
	return out
}
