package kit

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// A panel looks as Fyne's own box does: fill, edge, corners.
func TestPanelIsABox(t *testing.T) {
	f := plainFrame(t)
	fill, edge := color.NRGBA{250, 240, 220, 255}, color.NRGBA{30, 60, 90, 255}
	const w, h, stroke, radius = 120, 70, 2, 16
	shot := func(o fyne.CanvasObject) func(x, y int) [3]int {
		win := open(t, f, Pad(Even(20), o), w+40, h+40)
		picture := win.Canvas().Capture()
		return func(x, y int) [3]int {
			r, g, b, _ := picture.At(x, y).RGBA()
			return [3]int{int(r >> 8), int(g >> 8), int(b >> 8)}
		}
	}
	ours := shot(newPanel(f.Look, theme.Panel{Fill: fill, Edge: edge, Stroke: stroke, Radius: radius}).object)
	box := newBox(fill, edge, stroke, radius)
	theirs := shot(Overlay(box))
	off := 0
	for y := range h + 40 {
		for x := range w + 40 {
			a, b := ours(x, y), theirs(x, y)
			for i := range a {
				if d := a[i] - b[i]; d > 60 || d < -60 {
					off++
					break
				}
			}
		}
	}
	if off > 24 { // a few points of the round corners
		t.Errorf("%d points differ", off)
	}
}

// The shadow of a panel lies around it, deeper below than above, and a panel
// with an inset has no middle.
func TestPanelShadow(t *testing.T) {
	f := plainFrame(t)
	card := cardOf(f, theme.Surface)
	open(t, f, Pad(Even(40), card), 300, 200)
	first, last := card.Objects[0], card.Objects[theme.PanelPieces-1]
	if first.Position().Y >= 0 || last.Position().Y+last.Size().Height <= card.Size().Height {
		t.Error("the shadow does not reach out of the card")
	}
	look := f.Look
	spec := theme.Panel{Fill: look.Color(theme.Surface), Radius: 18, Shadow: cardShadow, Tone: look.Color(theme.Shadow)}
	deep := func(piece, y int) uint32 {
		_, _, _, a := look.Piece(spec, piece, 1, 40).At(0, y).RGBA()
		return a
	}
	above, below := deep(1, 3), deep(7, 36)
	if above >= below || below == 0 {
		t.Errorf("shadow %x above, %x below", above, below)
	}
	hollow := newPanel(look, theme.Panel{Fill: color.NRGBA{A: 255}, Inset: 30}).object
	if hollow.Objects[theme.PanelMiddle].Visible() {
		t.Error("a frame has a middle")
	}
	if _, is := hollow.Objects[0].(*canvas.Raster); !is {
		t.Error("not drawn by pixels")
	}
}
