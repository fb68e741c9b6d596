package lint

import (
	"path"
	"slices"
	"strings"

	"vigie/app/lesson"
	"vigie/app/pack"
)

var structureRules = []Rule{
	{"R2", "the circulated image is never shown: a pack holds no pictures, and only the neutral tile stands for it", noPictures},
	{"recording", "a call that says it was recorded can be heard in some language", heardNowhere},
	{"R8", "every decision has ways to help, seen and unseen, and an adult is one of them", waysToHelp},
}

func noPictures(c *Course) (out []Finding) {
	for _, name := range c.Files {
		switch strings.ToLower(path.Ext(name)) {
		case ".yaml", ".po", ".pot", ".md", ".json", ".go":
		default:
			if !c.recorded(name) {
				out = append(out, Finding{File: name, Line: 1, Column: 1, Message: "a pack holds texts and recorded calls only; take this file away"})
			}
		}
	}
	return out
}

// heardNowhere finds a call whose recording is in no language.
func heardNowhere(c *Course) (out []Finding) {
	for _, l := range c.Lessons {
		for _, s := range l.Lesson.Steps {
			scene, is := s.Activity.(lesson.Scene)
			if !is || scene.Recording == "" {
				continue
			}
			if !slices.ContainsFunc(c.Files, func(file string) bool {
				dir, name, ok := pack.RecordingName(file)
				return ok && dir == l.Dir && name == scene.Recording
			}) {
				out = append(out, l.place(s.ID, "there is no recording %q in any language: %s.fr.opus beside lesson.yaml", scene.Recording, scene.Recording))
			}
		}
	}
	return out
}

// recorded reports whether a file is the recording of a call of its lesson.
func (c *Course) recorded(file string) bool {
	dir, name, ok := pack.RecordingName(file)
	if !ok {
		return false
	}
	for _, l := range c.Lessons {
		for _, s := range l.Lesson.Steps {
			if scene, is := s.Activity.(lesson.Scene); is && l.Dir == dir && scene.Recording == name {
				return true
			}
		}
	}
	return false
}

func waysToHelp(c *Course) (out []Finding) {
	for _, l := range c.Lessons {
		for _, s := range l.Lesson.Steps {
			scene, ok := s.Activity.(lesson.Scene)
			if !ok || len(scene.Choices) == 0 {
				continue
			}
			for _, a := range s.Ages {
				out = append(out, decision(l, s.ID, scene, a)...)
			}
		}
	}
	return out
}

func decision(l Lesson, id lesson.StepID, s lesson.Scene, a lesson.Age) (out []Finding) {
	shown := map[lesson.Visibility]bool{}
	n := 0
	for _, ch := range s.Choices {
		if len(ch.Ages) > 0 && ch.Ages[0] != a {
			continue
		}
		n++
		if ch.Role == lesson.Defender && ch.When == (lesson.Condition{}) {
			shown[ch.Shows] = true
		}
	}
	if n < 4 {
		out = append(out, l.place(id, "a decision has at least four choices; for %s there are %d", string(a), n))
	}
	if len(shown) < 2 {
		out = append(out, l.place(id, "a decision for %s needs two helping choices that are seen by different people", string(a)))
	}
	if !shown[lesson.WithAdult] {
		out = append(out, l.place(id, "a decision for %s needs a helping choice \"shows: adult\"", string(a)))
	}
	return out
}
