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
		{ID: "a", Ages: lesson.Ages(), Activity: lesson.Scene{Beats: [][]lesson.Line{say(158)}, Choices: []lesson.Choice{{Set: "told", Then: say(158)}, {Then: say(316), To: to("end")}, {Ages: []lesson.Age{lesson.Older}}}}, To: to("b")},
		{ID: "b", Ages: lesson.Ages(), Activity: lesson.Scene{Choices: []lesson.Choice{{Then: say(79)}, {When: lesson.Condition{Unless: "told"}}, {}}}, To: to("end")},
		{ID: "end", Ages: lesson.Ages(), Activity: lesson.End{Did: []lesson.Sentence{{Text: "one two", When: lesson.Condition{If: "elsewhere"}}}}},
	}}
	m := lint.MeasureOf(l, lesson.Younger)
	// rules 1, reading 1, choosing 0.5, end 0.5; then 2 to the end, or 1 and 0.5 and at most 0.5.
	// A choice and a sentence that the flags of the path keep back are no way and take no time.
	if m.Steps != 3 || m.Decisions != 2 || m.Paths != 3 || m.Words != 158+158+316+79+2 || !near(m.Shortest, 3+1.5) || !near(m.Longest, 3+2) {
		t.Errorf("%+v", m)
	}
	if older := lint.MeasureOf(l, lesson.Older); older.Paths != 6 || older.Shortest >= m.Shortest {
		t.Errorf("the older variant: %+v", older)
	}
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }
