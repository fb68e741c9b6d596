package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// info is something to read beside a figure, which never stands without its
// year and source.
func info(d *Desk, v lesson.View) Screen {
	var words []fyne.CanvasObject
	words = append(words, d.title(v.Info.Title))
	for _, p := range v.Info.Text {
		words = append(words, kit.Text(d.F, theme.Lead, p))
	}
	for _, law := range v.Info.Law {
		words = append(words, kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneSky, Icon: "scales", Text: law.Say, Side: d.text("Checked on %s", law.CheckedOn)}))
	}
	var figures []fyne.CanvasObject
	for _, f := range v.Info.Facts {
		figures = append(figures, d.figure(f))
	}
	text := kit.VStack(d.space("l"), words...)
	var body fyne.CanvasObject
	switch {
	case len(figures) == 0: // the heading takes the place of the figures
		body = kit.HeadedPage(d.F, kit.HeadedOpts{Icon: "info", Heading: v.Info.Title}, kit.VStack(d.space("l"), words[1:]...))
	case d.F.Tight():
		body = d.page(false, kit.VStack(d.space("xl"), append([]fyne.CanvasObject{text}, onDay(d, figures)...)...))
	default:
		body = kit.Split(d.F, kit.Stage(d.F, kit.Pad(kit.Even(d.space("xxxl")), kit.Middle(kit.VStack(d.space("xxl"), figures...)))), d.page(true, kit.Middle(text)))
	}
	return Screen{
		First: PrimaryID, Title: v.Info.Title,
		Object: kit.Screen(d.band(lessonBand, "", ""), body, d.footer(v, d.text("Continue"), nil)),
	}
}

// onDay gives figures, which are drawn for the night, their dark ground.
func onDay(d *Desk, figures []fyne.CanvasObject) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, f := range figures {
		out = append(out, kit.Wash(d.F, theme.NightCard, f))
	}
	return out
}

// figure is a figure for the night of the stage.
func (d *Desk) figure(f lesson.Fact) fyne.CanvasObject { return d.fact(d.F.AtNight(), f) }
