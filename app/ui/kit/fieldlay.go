package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	stock "fyne.io/fyne/v2/theme"

	"vigie/app/ui/theme"
)

// letters is the height of a line of the entry, which the toolkit decides.
func (x *Field) letters() float32 {
	return measure(x.f.Look, "M", x.f.Look.Scaled("fyneSizes.text"), false).Height
}

func (x *Field) boxHeight() float32 {
	look := x.f.Look
	line := x.letters()
	return look.Size("kit.field.height") - line/look.Scale() + line*float32(x.opts.Lines)
}

// stacked calls at with every part from the top and returns the height.
func (x *Field) stacked(width float32, at func(o fyne.CanvasObject, y, h float32)) float32 {
	look := x.f.Look
	var y float32
	add := func(o fyne.CanvasObject, before, h float32) {
		y += before
		at(o, y, h)
		y += h
	}
	gap := float32(0)
	if x.label != nil {
		add(x.label, 0, x.label.HeightFor(width))
		gap = look.Size("kit.field.labelGap")
	}
	add(x.box.object, gap, x.boxHeight())
	if x.note != nil {
		add(x.note, look.Size("kit.field.noteGap"), x.note.HeightFor(width))
	}
	if x.error != nil {
		add(x.error, look.Size("kit.field.noteGap"), HeightFor(x.error, width))
	}
	return y
}

// HeightFor is the height of label, box, note and error.
func (x *Field) HeightFor(width float32) float32 {
	return x.stacked(width, func(fyne.CanvasObject, float32, float32) {})
}

// Natural is the width of the design, which grows with the text.
func (x *Field) Natural() float32 { return x.f.Look.Scaled("kit.field.width") }

// Least is a width in which some words can be seen, and the longest word of
// label, note and error.
func (x *Field) Least() float32 {
	w := x.f.Look.Scaled("kit.field.least")
	for _, p := range []*Para{x.label, x.note} {
		if p != nil {
			w = max(w, p.Least())
		}
	}
	if x.error != nil {
		w = max(w, Least(x.error))
	}
	return w
}

// CreateRenderer is for Fyne.
func (x *Field) CreateRenderer() fyne.WidgetRenderer {
	if x.typed != nil {
		x.drawText()
	}
	return fieldRenderer{draw(x).(renderer), x}
}

// fieldRenderer lets the entry draw its text before the rest is drawn.
type fieldRenderer struct {
	renderer
	field *Field
}

// Refresh draws the field as it is now.
func (r fieldRenderer) Refresh() {
	if r.field.typed != nil {
		r.field.typed.Refresh()
		r.renderer.Refresh()
	}
}

// Layout places the parts. The theme may be another one since the text was
// drawn last.
func (r fieldRenderer) Layout(size fyne.Size) {
	if r.field.typed != nil {
		r.field.typed.Refresh()
		r.field.place(size)
		r.field.firstPlaced()
	}
}

// Objects are the parts; see beginEntry.
func (r fieldRenderer) Objects() []fyne.CanvasObject {
	if r.field.typed == nil {
		return nil
	}
	return r.field.parts()
}

// Destroy ends the text of the entry.
func (r fieldRenderer) Destroy() {
	if r.field.typed != nil {
		r.field.typed.Destroy()
	}
}

func (x *Field) parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if x.label != nil {
		parts = append(parts, x.label)
	}
	parts = append(parts, x.box.object, x.view, x.caret)
	if x.note != nil {
		parts = append(parts, x.note)
	}
	if x.error != nil {
		parts = append(parts, x.error)
	}
	return append(parts, x.ring)
}

func (x *Field) place(size fyne.Size) {
	look := x.f.Look
	x.stacked(size.Width, func(o fyne.CanvasObject, y, h float32) { put(o, 0, y, size.Width, h) })
	box := x.box.object

	pad, border := x.Theme().Size(stock.SizeNameInnerPadding), x.Theme().Size(stock.SizeNameInputBorder)
	high := x.letters()*float32(x.opts.Lines) + 2*pad
	in := fyne.NewPos(look.Size("kit.field.padX")-pad, (box.Size().Height-high)/2)
	wide := max(0, size.Width-2*in.X)
	x.typed.Layout(fyne.NewSize(wide, high))
	x.view.Move(box.Position().Add(in).AddXY(0, border))
	if x.view != x.text {
		x.view.Resize(fyne.NewSize(wide, high-2*border))
		x.text.Resize(x.text.MinSize().Max(x.view.Size()))
	}
	x.placeCaret()
	if !x.focused {
		x.toTop()
	}
	placeRing(x.f, x.ring, 0, box.Position().Y, box.Size().Width, box.Size().Height, look.Size("kit.field.radius"))
}

// placeCaret draws our caret where the entry has its own, and moves a single
// line so that it is seen.
func (x *Field) placeCaret() {
	if x.typed == nil {
		return
	}
	at := x.CursorPosition()
	wide, high := x.f.Look.Size("kit.code.caret"), x.letters()
	if x.view != x.text {
		pad := x.Theme().Size(stock.SizeNameInnerPadding)
		room := x.view.Size().Width
		if x.focused {
			x.shift = min(max(x.shift, at.X+wide+pad-room), max(0, at.X-pad))
		}
		x.shift = max(0, min(x.shift, x.text.Size().Width-room))
		x.text.Move(fyne.NewPos(-x.shift, 0))
	}
	at = at.Subtract(x.offset())
	put(x.caret, x.view.Position().X+at.X, x.view.Position().Y+at.Y, wide, high)
	x.caret.Hidden = !x.focused || x.Disabled() || at.Y < 0 || at.Y+high > x.view.Size().Height
}

func (x *Field) paint() {
	look := x.f.Look
	fill, edge, stroke := theme.Surface, theme.LineStrong, look.Size("stroke.control")
	switch {
	case x.Disabled():
		fill, edge = theme.DisabledFill, theme.DisabledLine
	case x.focused:
		fill, edge = theme.LampWash, theme.LampEdge
		if look.Plain() {
			edge, stroke = theme.Lamp, 2*stroke
		}
	case x.wrong != "":
		edge = theme.Care
	case x.hovered:
		edge = theme.Ink
		if look.Plain() {
			fill = theme.SurfaceSoft
		}
	}
	x.box.paint(look.Color(fill), look.Color(edge), stroke)
	x.caret.FillColor = look.Color(theme.Ink)
	canvas.Refresh(x.caret)
}
