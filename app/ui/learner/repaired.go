package learner

import (
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// RepairedPage says that some of the lesson may come again, and nothing of what
// was wrong; mock-up 25. What came of it stands in the teacher's space.
func RepairedPage(d *Desk, on func()) Screen {
	night := d.F.AtNight()
	title := d.text("Vigie put itself in order.")
	disc := d.F.Look.Size("kit.disc.repaired")
	if d.F.Tight() {
		disc = d.F.Look.Size("kit.disc.small")
	}
	words := kit.VStack(d.space("l"), kit.Hug(kit.LampDisc(d.F, "wrench", disc)), kit.Gap(0, d.space("s")),
		kit.BoldText(night, theme.StageTitle, title),
		kit.NewPara(night, kit.ParaOpts{Text: d.text("Some screens may come back. Just continue."), Role: theme.Lead, Color: theme.OnNightSoft}))
	margin := d.F.Look.Size("frame.pageMargin")
	p := kit.NewPage(night, kit.Pad(kit.Even(margin), kit.Middle(kit.CenterAtMost(d.F.Look.Scaled("frame.stage"), words))))
	p.Bind(d.F.Keys)
	return Screen{ID: string(Repaired), First: PrimaryID, Title: title, Object: kit.Screen(d.homeBand(), kit.Stage(d.F, p),
		kit.NewFooterBar(d.F, kit.FooterOpts{Door: d.door(), Primary: d.primary(d.text("Continue"), false, on)}))}
}
