package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// end tells what the character did and what got better; mock-up 13.
func end(d *Desk, v lesson.View) Screen {
	e := v.End
	night := d.F.AtNight()
	var did, better []fyne.CanvasObject
	for _, s := range e.Did {
		did = append(did, kit.NightRow(d.F, kit.Avatar(d.F, avatar(v.Me), d.F.Look.Size("kit.disc.small")), s))
	}
	for _, s := range e.Better {
		better = append(better, kit.TopRow(d.space("m"), 1, kit.Icon(d.F, "sun-horizon", theme.LampInk, d.F.Look.Size("kit.button.icon")), kit.Text(d.F, theme.Body, s)))
	}
	first := d.Doors.First()
	line := ""
	for i, door := range first {
		if i > 0 {
			line += " · "
		}
		line += door.Name + " " + door.Label()
	}
	page := kit.VStack(d.space("l"),
		kit.VStack(d.space("s"), append([]fyne.CanvasObject{d.title(d.text("What got better"))}, better...)...),
		kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneHelp, Icon: "lifebuoy", Title: d.text("Does something stay with you?"), Text: line}),
		d.meters(v, e.Started, e.Meters, lesson.Notes{}))
	stage := kit.VStack(d.space("l"), append([]fyne.CanvasObject{kit.BoldText(night, theme.StageTitle, e.Title)}, did...)...)
	var body fyne.CanvasObject
	if d.F.Tight() {
		body = d.page(false, kit.VStack(d.space("xl"), kit.Wash(d.F, theme.NightCard, stage), page))
	} else {
		body = kit.Split(d.F, kit.Stage(d.F, kit.NewPage(d.F, kit.Pad(kit.Even(d.space("xxxl")), kit.Middle(stage)))), d.page(true, page))
	}
	if e.Offer != "" {
		page.Add(kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneSunk, Icon: "clock", Title: d.text("Time to spare?"), Text: e.Offer,
			Button: kit.NewButton(d.F, kit.ButtonOpts{ID: "stay", Kind: kit.Secondary, Label: d.text("Play it"), OnTap: func() { d.Act.Do(lesson.Stay{}) }})}))
	}
	o := kit.FooterOpts{Door: d.door(), Primary: d.primary(d.text("Done"), !v.CanNext, d.Act.Finish)}
	if d.Status.Keeping {
		o.Before = []fyne.CanvasObject{kit.SoftText(d.F, theme.Small, d.text("Wipes the answers of this lesson from this laptop"))}
	}
	return Screen{First: PrimaryID, Title: e.Title, Object: kit.Screen(d.band(lessonBand, "", ""), body, kit.NewFooterBar(d.F, o))}
}
