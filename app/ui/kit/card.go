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
	return Overlay(cardOf(f, theme.Surface), Pad(in, o))
}

// Framed is a Card with a border in the ink, for what must not be missed, such
// as the emergency numbers.
func Framed(f *Frame, o fyne.CanvasObject) *fyne.Container {
	look := f.Look
	box := shadowed(look, cardShadow, theme.Panel{
		Fill: look.Color(theme.Surface), Edge: look.Color(theme.Ink), Stroke: look.Size("stroke.control"), Radius: look.Size("radius.card"),
	})
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
	return Overlay(panelOf(f, theme.NightRaise, look.Size("kit.card.radiusSoft")), Pad(pad, o))
}

// Wash puts an object on a box of one colour.
func Wash(f *Frame, role theme.Role, o fyne.CanvasObject) *fyne.Container {
	look := f.Look
	pad := Sides(look.Size("space.m"), look.Size("kit.card.advicePad"))
	return Overlay(panelOf(f, role, look.Size("kit.card.radiusSoft")), Pad(pad, o))
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

// panelOf is a large boxOf.
func panelOf(f *Frame, role theme.Role, radius float32) *fyne.Container {
	look := f.Look
	return newPanel(look, theme.Panel{
		Fill: look.Color(role), Edge: look.Color(theme.LineStrong), Stroke: plainStroke(look, 0), Radius: radius,
	}).object
}

// cardOf is the box of a card in a colour.
func cardOf(f *Frame, role theme.Role) *fyne.Container {
	look := f.Look
	return shadowed(look, cardShadow, theme.Panel{
		Fill: look.Color(role), Edge: look.Color(theme.LineStrong), Stroke: plainStroke(look, 0), Radius: look.Size("radius.card"),
	})
}

// shadowed is a panel with a shadow; in the high contrast palette without.
func shadowed(look *theme.Look, kind string, spec theme.Panel) *fyne.Container {
	if !look.Plain() {
		spec.Shadow, spec.Tone = kind, look.Color(theme.Shadow)
		if kind == phoneShadow {
			spec.Tone = color.NRGBA{A: spec.Tone.A}
		}
	}
	return newPanel(look, spec).object
}
