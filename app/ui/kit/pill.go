package kit

import "vigie/app/ui/theme"

// newPill is a Notice: a line of the system, centred in the chat.
func newPill(f *Frame, m Message) *Bubble {
	look := f.Look
	b := &Bubble{f: f, m: m, ring: newRing(f)}
	b.box = boxOf(f, theme.SurfaceSoft, look.Size("kit.pill.radius"))
	b.text = NewPara(f, ParaOpts{Text: m.Text, Role: theme.Caption, Color: theme.InkSoft, Align: Centre})
	b.ExtendBaseWidget(b)
	return b
}
