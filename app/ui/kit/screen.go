package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// Screen is a whole page: a band on top, a bar at the bottom, and the body in
// between, which gets the rest. Tab goes round: what the band has first, which
// is hide, then the body, the footer, and the rest of the band. Top and footer
// may be nil.
func Screen(top, body, footer fyne.CanvasObject) *fyne.Container {
	s := screen{top: top, body: body, footer: footer}
	var objects []fyne.CanvasObject
	if band, is := top.(*TopBand); is {
		s.under = band.Under()
		objects = append(objects, s.under)
	}
	for _, o := range []fyne.CanvasObject{body, footer, top} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	return &fyne.Container{Layout: s, Objects: objects}
}

type screen struct {
	small
	under, top, body, footer fyne.CanvasObject
}

// Layout places the three regions.
func (s screen) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	var high, low float32
	if s.top != nil {
		high = HeightFor(s.top, size.Width)
		if s.under != nil {
			put(s.under, 0, 0, size.Width, high)
		}
		put(s.top, 0, 0, size.Width, high)
	}
	if s.footer != nil {
		low = HeightFor(s.footer, size.Width)
		put(s.footer, 0, size.Height-low, size.Width, low)
	}
	put(s.body, 0, high, size.Width, max(0, size.Height-high-low))
}

// Split is a body of a stage at the left and a page at the right. Tab walks
// the page first. The stage is narrower in a narrow window.
func Split(f *Frame, stage, page fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: split{look: f.Look}, Objects: []fyne.CanvasObject{page, stage}}
}

type split struct {
	small
	look *theme.Look
}

// Layout places page and stage.
func (s split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := s.look.Size("frame.stage")
	if size.Width < s.look.Size("frame.breakpoints.narrowStageBelowWidth") {
		w = s.look.Size("frame.breakpoints.narrowStage")
	}
	put(objects[0], w, 0, max(0, size.Width-w), size.Height)
	put(objects[1], 0, 0, w, size.Height)
}

// Daylight is the bright ground of a page under an object.
func Daylight(f *Frame, o fyne.CanvasObject) *fyne.Container {
	ground := canvas.NewVerticalGradient(f.Look.Color(theme.BgTop), f.Look.Color(theme.BgBottom))
	return Overlay(ground, o)
}

// Dark is the ground of the evening without a scene under an object.
func Dark(f *Frame, o fyne.CanvasObject) *fyne.Container {
	ground := canvas.NewVerticalGradient(f.Look.Color(theme.NightA), f.Look.Color(theme.NightB))
	return Overlay(ground, o)
}

// PageMargins is the room around the content of a page: design.md, section 5.
// Pages without a stage have less above.
func PageMargins(f *Frame, besideStage bool) Insets {
	look := f.Look
	in := Sides(look.Size("space.xxl"), look.Size("frame.pageMargin"))
	if !besideStage {
		in.Top = look.Size("space.xl")
	}
	return in
}
