package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// thoughts opens what several characters think, one after the other: a card
// each, and narration below.
func thoughts(d *Desk, v lesson.View) Screen {
	s := v.Scene
	night := d.F.AtNight()
	var cards, told []fyne.CanvasObject
	for _, l := range s.Chat {
		if l.By == "" {
			told = append(told, kit.BoldText(d.F, theme.Heading, l.Text))
			continue
		}
		cards = append(cards, kit.Card(d.F, d.thoughtCard(v, l.Line)))
	}
	stage := kit.Stage(d.F, kit.Pad(kit.Even(d.space("xxxl")), kit.Middle(kit.VStack(d.space("l"),
		kit.BoldText(night, theme.StageTitle, d.text("What nobody says aloud")),
		kit.NewPara(night, kit.ParaOpts{Text: s.When, Role: theme.Lead})))))
	list := kit.VStack(d.space("l"), append(cards, told...)...)
	var body fyne.CanvasObject
	if d.F.Tight() {
		body = d.page(false, kit.VStack(d.space("l"), kit.SoftText(d.F, theme.Body, s.When), list))
	} else {
		body = kit.Split(d.F, stage, d.page(true, kit.Middle(list)))
	}
	d.F.Keys.On(fyne.KeyEnd, func() { d.Act.Do(lesson.ShowAll{}) })
	return Screen{
		First: PrimaryID, Title: s.When,
		Object: kit.Screen(d.band(lessonBand, "", ""), body, d.footer(v, d.text("Continue"), d.keyHint(d.text("next thought"), d.text("Enter")))),
	}
}

func (d *Desk) thoughtCard(v lesson.View, l lesson.Line) fyne.CanvasObject {
	who := v.Speakers[l.By]
	return kit.HStack(d.space("l"), 1, kit.Avatar(d.F, avatar(who), d.F.Look.Size("kit.disc.medium")),
		kit.VStack(0, kit.SoftText(d.F, theme.Small, d.text("%s thinks", who.Name)), kit.Text(d.F, theme.Lead, l.Text)))
}
