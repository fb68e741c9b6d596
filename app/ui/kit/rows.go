package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// SettingRow is a setting: a title, a soft note that may be empty, and its
// control at the right, or under the words where it is narrow.
func SettingRow(f *Frame, title, note string, setting fyne.CanvasObject) *fyne.Container {
	words := VStack(0, BoldText(f, theme.Body, title))
	if note != "" {
		words.Add(SoftText(f, theme.Small, note))
	}
	look := f.Look
	limit := look.Size("kit.choice.stackBelow") * look.Scale() * meterPart
	return FoldRow(limit, look.Size("space.m"), 0, words, Hug(setting))
}

// Ruled is a VStack of rows with thin lines between them.
func Ruled(f *Frame, gap float32, rows ...fyne.CanvasObject) *fyne.Container {
	return ruled(f, gap, rows)
}

// Cue is a cell of the grid of cues: found, with a flag on the wash of the
// lamp, or still a ring. The text is translated.
func Cue(f *Frame, found bool, text string) *fyne.Container {
	look := f.Look
	wash, sign := theme.SurfaceSunk, fyne.CanvasObject(Lamp(f, LampOff, look.Size("kit.cue.ring")))
	words := SoftText(f, theme.BubbleText, text)
	if found {
		wash, sign = theme.LampWash, Icon(f, "flag-pennant", theme.LampInk, look.Size("kit.cue.icon"))
		words = Text(f, theme.BubbleText, text)
	}
	row := HStack(look.Size("space.m"), 1, sign, words)
	return Overlay(panelOf(f, wash, look.Size("radius.control")),
		AtLeast(look.Size("kit.cue.height"), Pad(Sides(look.Size("space.s"), look.Size("space.l")), Middle(row))))
}

// Mark is a part that something has already, with a check on its wash, or that
// is still open, with a ring. The text is translated.
func Mark(f *Frame, done bool, text string) *fyne.Container {
	look := f.Look
	wash, sign, words := theme.SurfaceSoft, fyne.CanvasObject(Lamp(f, LampOff, look.Size("kit.chip.icon"))), NewPara(f, ParaOpts{Text: text, Role: theme.ChipText, Color: theme.InkSoft})
	if done {
		wash, sign = theme.GrowWash, Icon(f, "check-circle", theme.Grow, look.Size("kit.chip.icon"))
		words = NewPara(f, ParaOpts{Text: text, Role: theme.ChipText, Bold: true, Color: theme.Grow})
	}
	return Overlay(boxOf(f, wash, look.Size("radius.chip")), Pad(Sides(look.Size("space.xs"), look.Size("kit.chip.pad")), Middle(HStack(look.Size("kit.chip.gap"), 1, sign, words))))
}

// DuskBox is a box on the dusk scene with an amber icon and words.
func DuskBox(f *Frame, icon, text string) *fyne.Container {
	f = f.AtNight()
	look := f.Look
	box := newBox(look.Color(theme.NightA), look.Color(theme.NightLine), look.Size("stroke.control"), look.Size("radius.card"))
	row := HStack(look.Size("kit.card.gap"), 1, Icon(f, icon, theme.Lamp, look.Size("kit.card.adviceIcon")), Text(f, theme.Lead, text))
	return Overlay(box, Pad(Even(look.Size("kit.card.advicePad")), row))
}

// Numbered is a step of an instruction: a large number and a sentence.
func Numbered(f *Frame, number, text string) *fyne.Container {
	return HStack(f.Look.Size("kit.choice.gap"), 1, NewKeyCap(f, KeyCapOpts{Text: number, Large: true}), Text(f, theme.Lead, text))
}

// Disc is a plain circle of a palette colour, side units at scale 1.
func Disc(f *Frame, role theme.Role, side float32) fyne.CanvasObject {
	side *= f.Look.Scale()
	return Fixed(side, side, canvas.NewCircle(f.Look.Color(role)))
}
