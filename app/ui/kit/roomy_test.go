package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

// words is a text on the screen and where it stands in the widget.
type words struct {
	text string
	at   box
}

// wordsIn finds every visible text under an object.
func wordsIn(root fyne.CanvasObject) []words {
	var found []words
	var visit func(o fyne.CanvasObject, at fyne.Position)
	visit = func(o fyne.CanvasObject, at fyne.Position) {
		if !o.Visible() {
			return
		}
		var inside []fyne.CanvasObject
		switch o := o.(type) {
		case *canvas.Text:
			if o.Text != "" {
				need := o.MinSize()
				found = append(found, words{o.Text, box{at.X, at.Y, need.Width, need.Height}})
			}
		case *fyne.Container:
			inside = o.Objects
		case drawn:
			inside = o.parts()
		}
		for _, child := range inside {
			visit(child, at.Add(child.Position()))
		}
	}
	visit(root, fyne.Position{})
	return found
}

// checkRoom lays a widget out at a width and holds that every word lies in it,
// has the room it needs, and covers no other one.
func checkRoom(t *testing.T, name string, o fyne.CanvasObject, width float32) {
	t.Helper()
	const roundOff = 0.6
	high := HeightFor(o, width)
	o.Resize(fyne.NewSize(width, high))
	o.Refresh()
	all := wordsIn(o)
	if len(all) == 0 {
		t.Errorf("%s at %g: no words", name, width)
	}
	for i, a := range all {
		if a.at.x < -roundOff || a.at.y < -roundOff || a.at.x+a.at.w > width+roundOff || a.at.y+a.at.h > high+roundOff {
			t.Errorf("%s at %g: %q lies at %v, the room is %gx%g", name, width, a.text, a.at, width, high)
		}
		for _, b := range all[:i] {
			if a.at.x < b.at.x+b.at.w-roundOff && b.at.x < a.at.x+a.at.w-roundOff && a.at.y < b.at.y+b.at.h-2 && b.at.y < a.at.y+a.at.h-2 {
				t.Errorf("%s at %g: %q at %v covers %q at %v", name, width, a.text, a.at, b.text, b.at)
			}
		}
	}
}

// inRoom reports whether a place of words is inside of a box.
func inRoom(in, of box) bool {
	const roundOff = 0.6
	return in.x >= of.x-roundOff && in.y >= of.y-roundOff && in.x+in.w <= of.x+of.w+roundOff && in.y+in.h <= of.y+of.h+roundOff
}

func boxAt(o fyne.CanvasObject) box {
	return box{o.Position().X, o.Position().Y, o.Size().Width, o.Size().Height}
}

// inScales runs a check at both ends of the text size.
func inScales(t *testing.T, check func(t *testing.T, f *Frame, scale float32)) {
	test.NewTempApp(t)
	for _, scale := range []float32{1, 2} {
		check(t, frameOf(t, theme.Wish{Scale: scale}), scale)
	}
}

// gallery draws a widget in all palettes, at the smallest and the largest
// text; without VIGIE_SHOTS only the first.
func gallery(t *testing.T, name string, w, h, largeH float32, show func(f *Frame) (o fyne.CanvasObject, ready func(fyne.Canvas))) {
	test.NewTempApp(t)
	for _, p := range theme.Palettes() {
		for _, scale := range []float32{1, 2} {
			label, high := string(p), h
			if scale > 1 {
				label, high = label+"-200", largeH
			}
			if skipped(label) {
				continue
			}
			f := frameOf(t, theme.Wish{Palette: p, Scale: scale})
			o, ready := show(f)
			window := open(t, f, onGround(f, o), w, high)
			if ready != nil {
				ready(window.Canvas())
			}
			if shot := picture(t, window, name+"-"+label).Bounds(); shot.Dx() != int(w) || shot.Dy() != int(high) {
				t.Errorf("%s: the picture is %v", label, shot)
			}
		}
	}
}
