package learner

import (
	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// leave is coming out of the role: two things said in one's head or aloud,
// ticked or not. Nothing is typed and nothing is kept.
func leave(d *Desk, v lesson.View) Screen {
	l := v.Leave
	d.arrows(2)
	rows := kit.VStack(d.space("l"),
		d.tick(0, l.Character, l.Ticked[0]), d.tick(1, l.Day, l.Ticked[1]),
		kit.SoftText(d.F, theme.Small, d.text("Say it in your head or aloud. Tick it when you are done. Nothing is kept.")))
	return Screen{
		First: optionID(0), Title: l.Title,
		Object: kit.Screen(d.band(lessonBand, "", ""), d.onStage("sun-horizon", l.Title, l.Text, kit.Middle(rows)),
			d.footer(v, d.text("Continue"), d.keyHint(d.text("tick"), "1", "2"))),
	}
}

func (d *Desk) tick(n int, text string, done bool) *kit.Choice {
	do := d.pick(n)
	d.F.Keys.OnDigit(n+1, do)
	return kit.NewChoice(d.F, kit.ChoiceOpts{ID: optionID(n), Number: n + 1, Text: text, Chosen: done, OnTap: do})
}
