package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// questions asks one item at a time: five steps of agreement, or a knowledge
// check. Rather not is an answer, and so is going on without one.
func questions(d *Desk, v lesson.View) Screen {
	q := v.Questions
	head := kit.HeadedOpts{Icon: "list-checks", Heading: d.text("A few short sentences"), Note: d.text("Every answer counts the same. Nobody sees what you choose, and passing is always fine.")}
	if q.Side == lesson.After {
		head.Heading = d.text("The same short sentences once more")
	}
	parts := []fyne.CanvasObject{
		kit.Wrap(d.space("m"), d.space("s"), kit.SoftText(d.F, theme.Body, d.text("%d / %d", q.At, q.Of)), kit.NewChip(d.F, kit.ChipPrivate, d.text("0 names"))),
		kit.BoldText(d.F, theme.Thought, q.Item.Say),
	}
	first, most := ScaleID, lesson.AgreeSteps
	switch {
	case len(q.Item.Answers) > 0:
		parts = append(parts, kit.VStack(d.space("m"), d.options(q.Item.Answers, q.Picked, q.Because != "")...))
		first, most = optionID(max(0, q.Picked)), len(q.Item.Answers)
		if q.Because != "" {
			parts = append(parts, kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneLamp, Icon: "info", Text: q.Because}))
			first = PrimaryID
		}
	default:
		parts = append(parts, kit.SoftText(d.F, theme.Body, d.text("How much do you agree?")), d.scale(q))
	}
	return Screen{
		First: first, Title: q.Item.Say,
		Object: kit.Screen(d.band(lessonBand, "", ""), kit.HeadedPage(d.F, head, kit.VStack(d.space("xl"), parts...)), d.footer(v, d.text("Continue"), d.digitHint(d.text("choose"), most))),
	}
}

// ScaleID is the id of the steps of agreement.
const ScaleID = "scale"

func (d *Desk) scale(q *lesson.QuestionsView) fyne.CanvasObject {
	picked := q.Picked
	s := kit.NewScale(d.F, kit.ScaleOpts{
		ID: ScaleID, Label: q.Item.Say, Chosen: picked + 1,
		Steps: []string{d.text("Not at all"), d.text("Rather not"), d.text("In between"), d.text("Rather yes"), d.text("Very much")},
		OnChange: func(chosen int) {
			if chosen == 0 {
				chosen = picked + 1 // the same once more takes it back
			}
			picked = d.take(lesson.Pick{N: chosen - 1}).Questions.Picked
		},
	})
	s.BindDigits(d.F.Keys)
	return s
}
