package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// Stage is the evening at the left of a page: a dark ground with a warm glow,
// and on it what happens. In the high contrast palette it is plain black.
func Stage(f *Frame, o fyne.CanvasObject) *fyne.Container {
	if f.Look.Plain() {
		return Dark(f, o)
	}
	return Overlay(stretched(f.Look.Evening()), o)
}

// PhoneStage is a Stage with a phone in its middle. The phone is narrower in a
// narrow stage and lower in a low one.
func PhoneStage(f *Frame, phone *Phone) *fyne.Container {
	return Stage(f, &fyne.Container{Layout: phoneRoom{f.Look}, Objects: []fyne.CanvasObject{phone}})
}

func halo(look *theme.Look, c color.NRGBA, alpha float32) *canvas.Image {
	return stretched(look.Halo(c, alpha))
}

type phoneRoom struct{ look *theme.Look }

// MinSize is nothing.
func (phoneRoom) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// HeightFor is the phone with its margins.
func (r phoneRoom) HeightFor([]fyne.CanvasObject, float32) float32 {
	return r.look.Size("frame.phoneH") + r.look.Size("kit.phone.bodyInset")
}

// Natural is the width of the stage.
func (r phoneRoom) Natural([]fyne.CanvasObject) float32 { return r.look.Size("frame.stage") }

// Layout centres the phone.
func (r phoneRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	narrow, side := r.look.Size("frame.breakpoints.narrowPhone.w"), r.look.Size("kit.bubble.side")
	w := r.look.Size("frame.phoneW")
	if size.Width < w+2*side {
		w = min(narrow, size.Width)
	}
	h := min(r.look.Size("frame.phoneH"), max(r.look.Size("kit.phone.minHeight"), size.Height-r.look.Size("kit.phone.bodyInset")))
	put(objects[0], (size.Width-w)/2, max(0, (size.Height-h)/2), w, h)
}
