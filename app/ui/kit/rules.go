package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// RuleItem is one ground rule: an icon, a title and a sentence, translated.
type RuleItem struct{ Icon, Title, Text string }

// RuleCard is a card with rules under each other.
func RuleCard(f *Frame, items ...RuleItem) *fyne.Container {
	look := f.Look
	var rows []fyne.CanvasObject
	for _, item := range items {
		rows = append(rows, HStack(look.Size("kit.rule.gap"), 1,
			IconDisc(f, item.Icon, ToneDoubt, look.Size("kit.rule.disc")),
			VStack(0, BoldText(f, theme.Body, item.Title), SoftText(f, theme.BubbleText, item.Text))))
	}
	return Card(f, ruled(f, look.Size("space.l"), rows))
}

// NightRow is a box of the stage with a key or an icon and words beside it,
// such as “pass is always allowed”. *Stars* make bold.
func NightRow(f *Frame, sign fyne.CanvasObject, text string) *fyne.Container {
	f = f.AtNight()
	return NightCard(f, HStack(f.Look.Size("kit.card.gap"), 1, sign, Text(f, theme.BubbleText, text)))
}
