package lint_test

import (
	"testing"

	"vigie/app/lesson"
	"vigie/app/lint"
)

// A decision with three ways, of which one is longer, and a second with two.
func TestMeasure(t *testing.T) {
	to := func(id lesson.StepID) lesson.ByAge { return lesson.ByAge{Younger: id, Older: id} }
	say := func(n int) []lesson.Line {
		words := ""
		for range n {
			words += "word "
		}
		return []lesson.Line{{Text: words}}
	}
	l := &lesson.Lesson{Start: to("a"), Steps: []lesson.Step{
		{ID: "a", Ages: lesson.Ages(), Activity: lesson.Scene{Beats: [][]lesson.Line{say(130)}, Choices: []lesson.Choice{{Then: say(130)}, {Then: say(260), To: to("end")}, {Ages: []lesson.Age{lesson.Older}}}}, To: to("b")},
		{ID: "b", Ages: lesson.Ages(), Activity: lesson.Scene{Choices: []lesson.Choice{{Then: say(13)}, {}}}, To: to("end")},
		{ID: "end", Ages: lesson.Ages(), Activity: lesson.End{}},
	}}
	m := lint.MeasureOf(l, lesson.Younger)
	// rules 1.5, reading 1, choosing 0.6, end 0.5; then 2 to the end, or 1 and 0.6 and at most 0.1
	if m.Steps != 3 || m.Decisions != 2 || m.Paths != 3 || m.Words != 130+130+260+13 || !near(m.Shortest, 3.6+1.6) || !near(m.Longest, 3.6+2) {
		t.Errorf("%+v", m)
	}
	if older := lint.MeasureOf(l, lesson.Older); older.Paths != 5 || older.Shortest >= m.Shortest {
		t.Errorf("the older variant: %+v", older)
	}
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }
