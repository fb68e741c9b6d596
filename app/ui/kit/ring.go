package kit

import (
	"image/color"

	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// Ring is the focus ring: a line around the control with a gap between, so
// that its neighbour is the ground. Hidden without focus.
func newRing(f *Frame) *canvas.Rectangle {
	look := f.Look
	width, role := look.Size("focusRing.width"), theme.Focus
	if look.Plain() {
		width = look.Size("focusRing.widthContrastPalette")
	}
	if f.night {
		role = theme.FocusOnNight
	}
	ring := canvas.NewRectangle(color.Transparent)
	ring.StrokeColor, ring.StrokeWidth = look.Color(role), width
	ring.Hide()
	return ring
}

// placeRing puts the ring around a box with that corner radius.
func placeRing(f *Frame, ring *canvas.Rectangle, x, y, w, h, radius float32) {
	out := f.Look.Size("focusRing.gap") + ring.StrokeWidth/2
	ring.CornerRadius = radius + out
	put(ring, x-out, y-out, w+2*out, h+2*out)
}

func showRing(ring *canvas.Rectangle, on bool) {
	if ring.Visible() == on {
		return
	}
	if on {
		ring.Show()
		return
	}
	ring.Hide()
}
