package kit

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// The kinds of shadow in tokens.json.
const (
	cardShadow  = "card"
	phoneShadow = "phone"
)

// panel is a large box, drawn out of nine pictures; see theme.Panel. Its
// object covers the room of the box, the shadow reaches out of it.
type panel struct {
	look   *theme.Look
	spec   theme.Panel
	object *fyne.Container
}

func newPanel(look *theme.Look, spec theme.Panel) *panel {
	p := &panel{look: look, spec: spec}
	p.object = &fyne.Container{Layout: panelRoom{p}}
	for i := range theme.PanelPieces {
		piece := canvas.NewRaster(func(w, h int) image.Image { return p.look.Piece(p.spec, i, w, h) })
		piece.Hidden = i == theme.PanelMiddle && spec.Inset > 0
		p.object.Objects = append(p.object.Objects, piece)
	}
	return p
}

// paint changes fill and edge.
func (p *panel) paint(fill, edge color.NRGBA, stroke float32) {
	spec := p.spec
	spec.Fill, spec.Edge, spec.Stroke = fill, edge, stroke
	if spec == p.spec {
		return
	}
	p.spec = spec
	p.object.Refresh()
}

type panelRoom struct{ panel *panel }

// MinSize is nothing.
func (panelRoom) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// HeightFor is nothing: what stands on the panel decides.
func (panelRoom) HeightFor([]fyne.CanvasObject, float32) float32 { return 0 }

// Natural is nothing: what stands on the panel decides.
func (panelRoom) Natural([]fyne.CanvasObject) float32 { return 0 }

// Layout puts the outer pieces around the room, and the middle into it.
func (r panelRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	reach := r.panel.look.Reach(r.panel.spec)
	in := min(reach.In, size.Width/2, size.Height/2)
	x := [4]float32{-reach.Left, in, size.Width - in, size.Width + reach.Right}
	y := [4]float32{-reach.Top, in, size.Height - in, size.Height + reach.Bottom}
	for i, o := range objects {
		row, column := i/3, i%3
		put(o, x[column], y[row], x[column+1]-x[column], y[row+1]-y[row])
	}
}

// stretched is a picture that fills the room it gets.
func stretched(picture image.Image) *canvas.Image {
	i := canvas.NewImageFromImage(picture)
	i.FillMode = canvas.ImageFillStretch
	i.ScaleMode = canvas.ImageScaleFastest
	return i
}
