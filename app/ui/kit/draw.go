package kit

import (
	"image"
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

// glyph is an icon as a canvas draws it. Its picture is drawn once for each
// size in pixels and then kept by the look.
type glyph struct {
	raster *canvas.Raster // not embedded: Fyne draws only its own types
	look   *theme.Look
	name   string
	color  color.NRGBA
}

func newIcon(look *theme.Look, name string, c color.NRGBA) *glyph {
	g := &glyph{look: look, name: name, color: c}
	g.raster = canvas.NewRaster(func(w, h int) image.Image { return look.Icon(g.name, g.color, w, h) })
	return g
}

func (g *glyph) recolor(c color.NRGBA) {
	if c != g.color {
		g.color = c
		g.raster.Refresh()
	}
}

// Icon is an icon of the design in one colour, side units square at scale 1.
func Icon(f *Frame, name string, role theme.Role, side float32) fyne.CanvasObject {
	side *= f.Look.Scale()
	return Fixed(side, side, newIcon(f.Look, name, f.Look.Color(role)).raster)
}

// plainStroke is the border that every box has in the high contrast palette.
func plainStroke(look *theme.Look, otherwise float32) float32 {
	if look.Plain() {
		return look.Size("stroke.control")
	}
	return otherwise
}
