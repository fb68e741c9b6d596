package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// Card puts an object on a white box with a soft shadow.
func Card(f *Frame, o fyne.CanvasObject) *fyne.Container {
	return CardPadded(f, Even(f.Look.Size("kit.card.pad")), o)
}

// CardPadded is a Card with insets of its own.
func CardPadded(f *Frame, in Insets, o fyne.CanvasObject) *fyne.Container {
	box := boxOf(f, theme.Surface, f.Look.Size("radius.card"))
	shadow(box, f.Look, cardShadow)
	return Overlay(box, Pad(in, o))
}

// Framed is a Card with a border in the ink, for what must not be missed, such
// as the emergency numbers.
func Framed(f *Frame, o fyne.CanvasObject) *fyne.Container {
	look := f.Look
	box := newBox(look.Color(theme.Surface), look.Color(theme.Ink), look.Size("stroke.control"), look.Size("radius.card"))
	shadow(box, look, cardShadow)
	return Overlay(box, Pad(Even(look.Size("kit.card.pad")), o))
}

// Soft puts an object on a quiet box without a shadow.
func Soft(f *Frame, o fyne.CanvasObject) *fyne.Container {
	return Wash(f, theme.SurfaceSoft, o)
}

// NightCard puts an object on a box of the stage.
func NightCard(f *Frame, o fyne.CanvasObject) *fyne.Container {
	look := f.Look
	pad := Sides(look.Size("space.m"), look.Size("space.l"))
	return Overlay(boxOf(f, theme.NightRaise, look.Size("kit.card.radiusSoft")), Pad(pad, o))
}

// Wash puts an object on a box of one colour.
func Wash(f *Frame, role theme.Role, o fyne.CanvasObject) *fyne.Container {
	look := f.Look
	pad := Sides(look.Size("space.m"), look.Size("kit.card.advicePad"))
	return Overlay(boxOf(f, role, look.Size("kit.card.radiusSoft")), Pad(pad, o))
}

// AdviceOpts are the choices of an advice.
type AdviceOpts struct {
	Tone   Tone   // ToneLamp: look again; ToneCare: this hurts, here is the repair; ToneHelp: help
	Icon   string // name of an icon
	Title  string // translated, may be empty
	Text   string // translated
	Button *Button
	Side   string // translated small note at the right, such as a date of checking
}

// Advice is a wash with an icon, text and at most one button.
func Advice(f *Frame, opts AdviceOpts) *fyne.Container {
	look := f.Look
	strong, wash := opts.Tone.roles()
	var words []fyne.CanvasObject
	if opts.Title != "" {
		words = append(words, BoldText(f, theme.Body, opts.Title))
	}
	words = append(words, Text(f, theme.BubbleText, opts.Text))
	inside := []fyne.CanvasObject{
		Icon(f, opts.Icon, strong, look.Size("kit.card.adviceIcon")),
		VStack(0, words...),
	}
	if opts.Button != nil {
		inside = append(inside, opts.Button)
	}
	if opts.Side != "" {
		inside = append(inside, NewPara(f, ParaOpts{Text: opts.Side, Role: theme.Caption, Color: theme.InkSoft, Align: Right}))
	}
	return Wash(f, wash, HStack(look.Size("kit.card.gap"), 1, inside...))
}

// Rule is a thin line between rows.
func Rule(f *Frame) *fyne.Container {
	line := canvas.NewRectangle(f.Look.Color(theme.Line))
	return &fyne.Container{Layout: ruleLine(f.Look.Size("stroke.hair")), Objects: []fyne.CanvasObject{line}}
}

type ruleLine float32

// MinSize is the thickness.
func (r ruleLine) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, float32(r)) }

// Layout draws the line over the width.
func (r ruleLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, size.Width, float32(r))
}

func boxOf(f *Frame, role theme.Role, radius float32) *canvas.Rectangle {
	box := newBox(f.Look.Color(role), color.Transparent, plainStroke(f.Look, 0), radius)
	if f.Look.Plain() {
		box.StrokeColor = f.Look.Color(theme.LineStrong)
	}
	return box
}
