package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// pledge is a line for what the class agrees on. The line of one pupil is
// brought to the class by the pupil; nothing of it is kept.
func pledge(d *Desk, v lesson.View) Screen {
	p := v.Pledge
	head := kit.HeadedOpts{Icon: "handshake", Heading: p.Title, Note: d.text("The class decides together what is printed, without names.")}
	if p.Line != "" {
		return d.line(v, head)
	}
	parts := []fyne.CanvasObject{kit.BoldText(d.F, theme.Heading, p.Ask), kit.VStack(d.space("m"), d.options(p.Lines, p.Picked, false)...)}
	if p.CanWrite {
		parts = append(parts, d.own(p.Text, p.Names, d.text("Without names. It goes when you leave this page."), p.Picked >= 0))
	}
	return Screen{
		First: optionID(max(0, p.Picked)), Title: p.Title,
		Object: kit.Screen(d.band(lessonBand, "", ""), kit.HeadedPage(d.F, head, kit.VStack(d.space("l"), parts...)), d.footer(v, d.text("Take this line"), d.digitHint(d.text("choose"), len(p.Lines)))),
	}
}

func (d *Desk) line(v lesson.View, head kit.HeadedOpts) Screen {
	again := func() { d.Act.Do(lesson.Rewind{}) }
	d.F.Keys.On(fyne.KeyR, again)
	d.F.Keys.Tell(d.text("Choose another line"), "R")
	words := kit.VStack(d.space("l"), kit.SoftText(d.F, theme.Body, d.text("Your line for the class")), kit.BoldText(d.F, theme.Thought, v.Pledge.Line),
		kit.Text(d.F, theme.Body, d.text("Say it aloud when the class collects the lines, or keep it to yourself.")),
		kit.Hug(kit.NewButton(d.F, kit.ButtonOpts{ID: "rewind", Kind: kit.Secondary, Icon: "arrow-counter-clockwise", Label: d.text("Choose another line"), Key: "R", OnTap: again})))
	return Screen{First: PrimaryID, Title: head.Heading,
		Object: kit.Screen(d.band(lessonBand, "", ""), kit.HeadedPage(d.F, head, kit.Card(d.F, words)), d.footer(v, d.text("Continue"), nil))}
}
