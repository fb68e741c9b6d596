package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// quiz is a question with answers to mark; after answering, every answer says
// whether it fits and why.
func quiz(d *Desk, v lesson.View) Screen {
	q := v.Quiz
	answered := v.Phase == lesson.PhaseConsequence
	var rows []fyne.CanvasObject
	for i, a := range q.Answers {
		if answered {
			rows = append(rows, d.answer(a))
			continue
		}
		do := d.pick(i)
		d.F.Keys.OnDigit(i+1, do)
		rows = append(rows, kit.NewChoice(d.F, kit.ChoiceOpts{ID: optionID(i), Number: i + 1, Text: a.Say, Chosen: a.Marked, OnTap: do}))
	}
	if !answered {
		d.arrows(len(q.Answers))
	}
	how := d.text("Mark one.")
	if q.Form == lesson.Several {
		how = d.text("Mark all that fit.")
	}
	label, first := d.text("Confirm"), optionID(0)
	if answered {
		how, label, first = d.text("Every answer has a reason. Read them in peace."), d.text("Continue"), PrimaryID
	}
	return Screen{
		First: first, Title: q.Ask,
		Object: kit.Screen(d.band(lessonBand, "", ""),
			d.onStage("question", q.Ask, how, kit.Middle(kit.VStack(d.space("m"), rows...))),
			d.footer(v, label, d.digitHint(d.text("choose"), len(q.Answers)))),
	}
}

// answer is one answer with its reason.
func (d *Desk) answer(a lesson.QuizAnswerView) fyne.CanvasObject {
	chip, word := kit.ChipDepends, d.text("Look again")
	if a.Right {
		chip, word = kit.ChipHelps, d.text("Fits")
	}
	said := kit.BoldText(d.F, theme.Body, a.Say)
	reason := kit.SoftText(d.F, theme.Small, a.Because)
	signs := []fyne.CanvasObject{kit.NewChip(d.F, chip, word)}
	if a.Marked {
		signs = append(signs, kit.NewChip(d.F, kit.ChipNoted, d.text("Marked")))
	}
	return kit.Card(d.F, kit.VStack(d.space("s"), kit.FoldRow(d.F.Look.Size("frame.maxText")*0.8*d.F.Look.Scale(), d.space("m"), 0, said, kit.HStack(d.space("s"), kit.NoGrow, signs...)), reason))
}

// onStage puts a heading on the stage and the content beside it; where the
// stage is folded the heading stands above.
func (d *Desk) onStage(icon, heading, note string, o fyne.CanvasObject) fyne.CanvasObject {
	if d.F.Tight() {
		return d.page(false, kit.VStack(d.space("l"), d.title(heading), kit.SoftText(d.F, theme.Body, note), o))
	}
	night := d.F.AtNight()
	words := kit.VStack(d.space("l"),
		kit.Hug(kit.LampDisc(d.F, icon, d.F.Look.Size("pathLamp.size"))),
		kit.BoldText(night, theme.StageTitle, heading),
		kit.NewPara(night, kit.ParaOpts{Text: note, Role: theme.Lead, Color: theme.OnNightSoft}))
	return kit.Split(d.F, kit.Stage(d.F, kit.Pad(kit.Even(d.space("xxxl")), kit.Middle(words))), d.page(true, o))
}
