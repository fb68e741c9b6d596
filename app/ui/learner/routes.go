package learner

import (
	"strconv"

	"fyne.io/fyne/v2"

	"vigie/app/directory"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// RoutesPage tells where the report button of an app is, as cards with dates;
// the phone beside them is of no real app. at is the card that is shown.
func RoutesPage(d *Desk, at int, choose func(int)) Screen {
	cards := d.Doors.Platforms
	var rows []fyne.CanvasObject
	var ids []string
	for i, p := range cards {
		id := "route." + strconv.Itoa(i+1)
		do := func() {
			d.Act.Aim(id)
			choose(i)
		}
		digit := kit.Digit(i)
		if digit > 0 {
			d.F.Keys.OnDigit(digit, do)
		}
		ids = append(ids, id)
		rows = append(rows, kit.NewChoice(d.F, kit.ChoiceOpts{ID: id, Number: digit, Text: p.Name, Chosen: i == at, OnTap: do}))
	}
	d.F.Keys.Tell(d.text("choose"), "1", "…", strconv.Itoa(len(cards)))
	d.F.Keys.On(fyne.KeyDown, func() { d.Act.Move(ids, 1) })
	d.F.Keys.On(fyne.KeyUp, func() { d.Act.Move(ids, -1) })
	form := kit.FormOpts{Title: d.text("Report"), Step: d.text("A screen of no real app"), Ask: d.text("Where is it?"), Rows: rows}
	card := d.route(cards[at])
	general := kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneHelp, Icon: "megaphone-simple", Title: d.text("In every app"), Text: d.Doors.Reporting})
	note := kit.SoftText(d.F, theme.Small, d.Doors.CopyVsNote)
	panel := kit.VStack(d.space("l"), d.title(cards[at].Name), card, general, note)
	back := d.primary(d.backLabel(), false, d.Act.Back)
	var body fyne.CanvasObject
	if d.F.Tight() {
		body = d.page(false, kit.VStack(d.space("xl"), panel, kit.Form(d.F, form)))
	} else {
		body = kit.Split(d.F, kit.FormStage(d.F, form), d.page(true, kit.Middle(panel)))
	}
	title := d.text("Reporting in an app")
	return Screen{
		ID: "routes", First: ids[at], Title: title,
		Object: kit.Screen(d.band(sheetBand, title, d.text("Menus change. What you see may have other words.")), body, kit.NewFooterBar(d.F, kit.FooterOpts{Door: d.door(), Primary: back})),
	}
}

// route is the card of an app: the way, what is worth knowing, and the date.
func (d *Desk) route(p directory.Platform) fyne.CanvasObject {
	var steps []fyne.CanvasObject
	for i, s := range p.Route {
		steps = append(steps, kit.TopRow(d.space("m"), 1, kit.NewKeyCap(d.F, kit.KeyCapOpts{Text: strconv.Itoa(i + 1), Bare: true}), kit.Text(d.F, theme.Lead, s)))
	}
	date := d.text("Source of %s. Menus change.", month(p.SourceDate))
	switch {
	case p.Stale(d.Now):
		date = d.text("Source of %s. This may be different by now.", month(p.SourceDate))
	case p.Confidence == directory.Low:
		date = d.text("Source of %s. It is not certain.", month(p.SourceDate))
	}
	return kit.Card(d.F, kit.VStack(d.space("m"), append(steps, kit.Rule(d.F), kit.Text(d.F, theme.Body, p.Know), kit.SoftText(d.F, theme.Caption, date+" "+d.text("Source: %s", p.Source)))...))
}

// toRoutes is the button that leads to the cards of the apps.
func (d *Desk) toRoutes() fyne.CanvasObject {
	return kit.Hug(kit.NewButton(d.F, kit.ButtonOpts{ID: "routes", Kind: kit.Secondary, Icon: "megaphone-simple", Label: d.text("Where it is in real apps"), OnTap: func() { d.Act.Open(Routes) }}))
}
