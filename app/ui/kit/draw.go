package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// drawn is a widget of the kit. It keeps its parts itself; the renderer is
// thrown away and made again by Fyne when it likes.
type drawn interface {
	fyne.Widget
	parts() []fyne.CanvasObject // back to front, always the same objects for the same state
	place(fyne.Size)            // gives the parts their places
	paint()                     // gives the parts the colours of the state
}

type renderer struct{ w drawn }

func draw(w drawn) fyne.WidgetRenderer { return renderer{w} }

// Layout places the parts.
func (r renderer) Layout(s fyne.Size) { r.w.place(s) }

// MinSize is nothing: the room comes from HeightFor.
func (r renderer) MinSize() fyne.Size { return fyne.Size{} }

// Refresh colours the parts and places them again.
func (r renderer) Refresh() {
	r.w.paint()
	r.w.place(r.w.Size())
	canvas.Refresh(r.w)
}

// Objects are the parts.
func (r renderer) Objects() []fyne.CanvasObject { return r.w.parts() }

// Destroy has nothing to give back.
func (r renderer) Destroy() {}

// newBox is a rounded box. Its outer edge is what placeBox is told: Fyne draws
// strokes centred on the edge, so box and radius shrink by half the stroke.
func newBox(fill, stroke color.Color, strokeWidth, radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(fill)
	r.StrokeColor, r.StrokeWidth = stroke, strokeWidth
	r.CornerRadius = max(0, radius-strokeWidth/2)
	return r
}

func placeBox(r *canvas.Rectangle, x, y, w, h float32) {
	half := r.StrokeWidth / 2
	put(r, x+half, y+half, max(0, w-r.StrokeWidth), max(0, h-r.StrokeWidth))
}

func paintBox(r *canvas.Rectangle, fill, stroke color.Color) {
	r.FillColor, r.StrokeColor = fill, stroke
	r.Refresh()
}

// newDisc is a circle whose outer edge is what placeDisc is told.
func newDisc(fill, stroke color.Color, strokeWidth float32) *canvas.Circle {
	return &canvas.Circle{FillColor: fill, StrokeColor: stroke, StrokeWidth: strokeWidth}
}

func placeDisc(c *canvas.Circle, x, y, side float32) {
	half := c.StrokeWidth / 2
	put(c, x+half, y+half, side-c.StrokeWidth, side-c.StrokeWidth)
}

func newIcon(look *theme.Look, name string, c color.NRGBA) *canvas.Image {
	image := canvas.NewImageFromResource(look.Icon(name, c))
	image.FillMode = canvas.ImageFillContain
	return image
}

func recolor(image *canvas.Image, look *theme.Look, name string, c color.NRGBA) {
	if r := look.Icon(name, c); r != image.Resource {
		image.Resource = r
		image.Refresh()
	}
}

// Icon is an icon of the design in one colour, side units square at scale 1.
func Icon(f *Frame, name string, role theme.Role, side float32) fyne.CanvasObject {
	side *= f.Look.Scale()
	return Fixed(side, side, newIcon(f.Look, name, f.Look.Color(role)))
}

// shadow gives a box its drop shadow: "card", "lift" or "phone" of the tokens.
func shadow(r *canvas.Rectangle, look *theme.Look, kind string) {
	if look.Plain() {
		return
	}
	path := "shadow." + kind + "."
	tone := look.Color(theme.Shadow)
	if kind == phoneShadow {
		tone = color.NRGBA{A: tone.A}
	}
	r.Shadow = canvas.Shadow{
		Color: tone, BlurRadius: look.Size(path + "blur"), Spread: look.Size(path + "spread"),
		Offset: fyne.NewPos(look.Size(path+"dx"), look.Size(path+"dy")), Variant: canvas.DropShadow,
	}
}

const (
	cardShadow  = "card"
	liftShadow  = "lift"
	phoneShadow = "phone"
)

// plainStroke is the border that every box has in the high contrast palette.
func plainStroke(look *theme.Look, otherwise float32) float32 {
	if look.Plain() {
		return look.Size("stroke.control")
	}
	return otherwise
}
