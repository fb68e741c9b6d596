package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// RulesPage is the ground rules and the neutral note; mock-up 02.
func RulesPage(d *Desk, begin func()) Screen {
	night := d.F.AtNight()
	about := kit.VStack(d.space("l"),
		kit.BoldText(night, theme.StageTitle, d.text("What this lesson is about")),
		kit.NewPara(night, kit.ParaOpts{Text: d.Lesson.About, Role: theme.Lead}),
		kit.NightRow(d.F, d.keyOr("0", "hand-palm"), d.text("*You can always pass.* You don’t have to say why.")),
	)
	if d.Status.Quiet {
		about.Add(kit.NightRow(d.F, d.keyOr("F2", "swap"), d.text("*Rather another story?* Hold Pass down, or press F2. From behind it looks the same.")))
	}
	for _, row := range []fyne.CanvasObject{
		kit.NightRow(d.F, d.keyOr(d.text("Ctrl H"), "eye-slash"), d.text("*Hide for a moment?* Then there is an ordinary text to read.")),
		kit.NightRow(d.F, d.nightIcon("lifebuoy"), d.text("*Help is always at the bottom left.* Opening it leaves no trace.")),
	} {
		about.Add(row)
	}
	rules := kit.RuleCard(d.F,
		kit.RuleItem{Icon: "mask-happy", Title: d.text("About characters"), Text: d.text("We talk about those in the story, never about someone we know.")},
		kit.RuleItem{Icon: "ear", Title: d.text("Listen without laughing"), Text: d.text("Nobody laughs at what another one says. That goes for the teacher too.")},
		kit.RuleItem{Icon: "house-simple", Title: d.text("It stays here"), Text: d.text("What you hear here you don’t pass on. One exception: if someone is in danger or in trouble, the teacher gets help, and says so first.")},
		kit.RuleItem{Icon: "backpack", Title: d.text("Phones in the bag"), Text: d.text("Nobody brings up real messages or real names.")},
	)
	page := kit.VStack(d.space("m"), d.title(d.text("How we talk with each other")),
		kit.SoftText(d.F, theme.Body, d.text("Read along with the class. Is there something you don’t agree with? Say so, and we change it.")), rules,
		kit.NewCheckRow(d.F, kit.CheckRowOpts{ID: "pair", Text: d.text("We are two at this laptop: we take turns."), Checked: d.Status.Pair, OnChange: d.Act.Pair}))
	footer := kit.NewFooterBar(d.F, kit.FooterOpts{Door: d.door(), Pass: d.pass(begin), Primary: d.primary(d.text("We agree, start"), false, begin)})
	s := Screen{ID: "rules", First: PrimaryID, Title: d.text("How we talk with each other")}
	if d.F.Tight() {
		s.Object = kit.Screen(d.band(lessonBand, "", ""), d.page(false, kit.VStack(d.space("xl"), page, kit.Wash(d.F, theme.NightCard, about))), footer)
		return s
	}
	stage := kit.NewPage(d.F, kit.Pad(kit.Even(d.space("xxxl")), kit.Middle(about)))
	s.Object = kit.Screen(d.band(lessonBand, "", ""), kit.Split(d.F, kit.Stage(d.F, stage), d.page(true, kit.Middle(page))), footer)
	return s
}

// keyOr is a key cap on the stage or, where keys are not shown, an icon.
func (d *Desk) keyOr(key, icon string) fyne.CanvasObject {
	if d.F.KeyShown(key) {
		return kit.NewKeyCap(d.F.AtNight(), kit.KeyCapOpts{Text: key, Large: len(key) == 1})
	}
	return d.nightIcon(icon)
}

func (d *Desk) nightIcon(name string) fyne.CanvasObject {
	return kit.Icon(d.F.AtNight(), name, theme.OnNight, d.F.Look.Size("kit.card.adviceIcon"))
}
