package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// KeyListPage lists the keys of the page one came from; the question mark
// opens it.
func KeyListPage(d *Desk, lines []kit.KeyLine) Screen {
	d.F.ShowKeys = true
	var rows []fyne.CanvasObject
	for _, l := range lines {
		rows = append(rows, kit.FoldRow(d.F.Look.Scaled("kit.door.foldBelow"), d.space("l"), 1,
			kit.Hug(kit.HStack(d.space("s"), kit.NoGrow, d.caps(l.Keys)...)), kit.Text(d.F, theme.Body, l.Words)))
	}
	body := kit.VStack(d.space("l"), d.title(d.text("Keys on this page")), kit.Card(d.F, kit.Ruled(d.F, d.space("m"), rows...)))
	return notice(d, string(KeyList), d.text("Keys on this page"), body, d.primary(d.backLabel(), false, d.Act.Back))
}

// caps are key caps also where the text is too large for them elsewhere: here
// they are what the page is about.
func (d *Desk) caps(keys []string) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, p := range hintKeys(keys) {
		if p.Key == "…" {
			out = append(out, kit.Text(d.F, theme.Body, p.Key))
			continue
		}
		out = append(out, kit.NewKeyCap(d.F, kit.KeyCapOpts{Text: p.Key, Icon: p.Icon}))
	}
	return out
}
