package learner

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// TeachID is the id of the small door to the teacher's space.
const TeachID = "teach"

// HomeOpts is what the first page offers.
type HomeOpts struct {
	Lessons []pack.Entry
	Booster pack.Entry // the follow-up some weeks later; its ID is empty without one
	Resume  bool       // a run of a moment ago can go on
	Teach   func()     // opens the teacher's space
}

// HomePage is the first page: the lessons as lamps, the age, and the ways in;
// mock-up 01. It says nothing of what anybody did before.
func HomePage(d *Desk, o HomeOpts) Screen {
	night := d.F.AtNight()
	begin := func() { d.Act.Start(o.Lessons[0].ID) }
	label := d.text("Start lesson 1")
	var beside []fyne.CanvasObject
	if o.Resume {
		beside = append(beside, kit.NewButton(night, kit.ButtonOpts{ID: "start", Kind: kit.Outline, Label: label, OnTap: begin}))
		label, begin = d.text("I was just here: continue"), d.Act.Continue
	}
	if d.Status.Quiet {
		beside = append(beside, kit.NewButton(night, kit.ButtonOpts{ID: "aside", Kind: kit.Outline, Label: d.text("Another story"), OnTap: d.Act.Aside}))
	}
	hero := kit.NewButton(night, kit.ButtonOpts{ID: PrimaryID, Kind: kit.Hero, Label: label, Key: d.text("Enter"), OnTap: begin})
	d.F.Keys.On(fyne.KeyReturn, begin)
	ages := lesson.Ages()
	age := kit.NewSegmented(night, kit.SegmentedOpts{
		ID: "age", Label: d.text("Age"), Parts: []string{d.text("12–14 years"), d.text("15–18 years")},
		Chosen:   max(0, slices.Index(ages, lesson.Age(d.Prefer[AgeGroup]))),
		OnChange: func(i int) { d.Act.Set(AgeGroup, string(ages[i])) },
	})
	intro := d.text("You play a witness, in a group that we made up. No image is shown, no points are counted.")
	ways := append([]fyne.CanvasObject{hero}, beside...)
	text := kit.VStack(d.space("l"),
		kit.AtMost(d.F.Look.Scaled("frame.stage"), kit.VStack(d.space("l"),
			kit.BoldText(night, theme.Display, d.text("One light is enough to begin.")),
			kit.NewPara(night, kit.ParaOpts{Text: intro, Role: theme.Lead}))),
		kit.Wrap(d.space("l"), d.space("m"), append(ways, age)...))
	var lamps []kit.PathLampOpts
	for i, e := range o.Lessons {
		do := func() { d.Act.Start(e.ID) }
		d.F.Keys.OnDigit(i+1, do)
		lamps = append(lamps, kit.PathLampOpts{ID: "lesson." + e.ID, Number: i + 1, Title: e.Title, Status: d.text("%d min", e.Minutes), OnTap: do})
	}
	lamps[0].State = kit.Current
	margin := d.F.Look.Size("kit.scene.margin")
	var body fyne.CanvasObject
	if d.F.Tight() {
		body = kit.Dark(d.F, kit.NewPage(d.F, kit.Pad(kit.Even(margin), kit.VStack(d.space("xxl"), text, kit.PathList(d.F, lamps...)))))
	} else {
		p := kit.NewPage(d.F, kit.Ends(d.space("xxl"), kit.Pad(kit.Insets{Top: d.space("xxxl"), Left: margin, Right: margin}, text),
			kit.Pad(kit.Insets{Bottom: d.space("xxxl")}, kit.NewPath(d.F, lamps...))))
		body = kit.Dusk(d.F, kit.DuskOpts{}, p)
	}
	return Screen{ID: "home", First: PrimaryID, Title: d.text("One light is enough to begin."), Object: kit.Screen(d.homeBand(), body, d.homeFooter(o))}
}

// homeBand has all languages at once, so that the first click can be the
// right one.
func (d *Desk) homeBand() *kit.TopBand {
	langs := i18n.Languages()
	var names []string
	for _, l := range langs {
		names = append(names, strings.ToUpper(l))
	}
	o := kit.TopBandOpts{Mark: true, Title: "Vigie", Right: []kit.BandItem{
		{ID: ReadingID, Icon: "text-aa", Label: d.text("Reading help"), Shrinks: true, OnTap: func() { d.Act.Open(Reading) }},
	}}
	if d.F.Tight() {
		o.Right = append(o.Right, kit.BandItem{ID: LanguageID, Icon: "globe-simple", Label: strings.ToUpper(d.W.Language()), OnTap: d.nextLanguage})
	} else {
		o.Right = append(o.Right, kit.BandItem{Object: kit.NewSegmented(d.F.AtNight(), kit.SegmentedOpts{
			ID: LanguageID, Label: d.text("Language"), Parts: names, Short: true,
			Chosen: slices.Index(langs, d.W.Language()), OnChange: func(i int) { d.Act.Set(Language, langs[i]) },
		})})
	}
	o.Right = append(o.Right, d.hideItem())
	return kit.NewTopBand(d.F, o)
}

// homeFooter has the way in for who comes later: the digits of the board.
func (d *Desk) homeFooter(home HomeOpts) *kit.FooterBar {
	words := kit.ParaOpts{Text: d.text("Has the class begun? Three digits on the board"), Role: theme.Small}
	if d.Act.Kept("wrong", 0) > 0 {
		words = kit.ParaOpts{Text: d.text("Those are not the ones. Look at the board again."), Role: theme.Small, Bold: true, Color: theme.LampInk}
	}
	boxes := kit.NewCodeBoxes(d.F, kit.CodeBoxesOpts{ID: DigitsID, Count: 3, Label: d.text("Three digits on the board"), OnFull: func(code string) { d.Act.Join(code) }})
	o := kit.FooterOpts{Door: d.door(), Before: []fyne.CanvasObject{kit.NewPara(d.F, words), boxes}}
	if b := home.Booster; b.ID != "" {
		o.Before = append(o.Before, kit.NewButton(d.F, kit.ButtonOpts{ID: "booster", Kind: kit.Ghost, Icon: "calendar-dot", Label: d.text("Some weeks later: %s (%d min)", b.Title, b.Minutes), OnTap: func() { d.Act.Start(b.ID) }}))
	}
	o.Before = append(o.Before, kit.NewButton(d.F, kit.ButtonOpts{ID: TeachID, Kind: kit.Ghost, Icon: "chalkboard-teacher", Label: d.text("Teachers"), OnTap: home.Teach}))
	switch d.Status.Trouble {
	case "":
	case Newer:
		o.Note = kit.SoftText(d.F, theme.Caption, d.text("A newer Vigie was used on this laptop. This one keeps nothing; you can play all the same."))
	default:
		o.Note = kit.SoftText(d.F, theme.Caption, d.text("Nothing can be kept on this laptop just now. You can play all the same."))
	}
	return kit.NewFooterBar(d.F, o)
}
