package kit

import "fyne.io/fyne/v2"

// Insets is the empty room around something, in units.
type Insets struct{ Top, Right, Bottom, Left float32 }

// Even is the same inset on all four sides.
func Even(all float32) Insets { return Insets{all, all, all, all} }

// Sides is one inset above and below and another left and right.
func Sides(vertical, horizontal float32) Insets {
	return Insets{vertical, horizontal, vertical, horizontal}
}

// Pad leaves room around an object.
func Pad(in Insets, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: single{in: in}, Objects: []fyne.CanvasObject{o}}
}

// Center puts an object of its natural width into the middle, both ways.
func Center(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: single{hug: true, across: 0.5, down: 0.5}, Objects: []fyne.CanvasObject{o}}
}

// Hug gives an object its natural width and keeps it at the left.
func Hug(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: single{hug: true}, Objects: []fyne.CanvasObject{o}}
}

// HugRight gives an object its natural width and keeps it at the right.
func HugRight(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: single{hug: true, across: 1}, Objects: []fyne.CanvasObject{o}}
}

// Middle gives an object the full width and puts it into the middle of the
// height. Where there is no height to spare it stands at the top.
func Middle(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: single{down: 0.5, own: true}, Objects: []fyne.CanvasObject{o}}
}

// AtMost limits the width of an object and keeps it at the left.
func AtMost(width float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: single{most: width}, Objects: []fyne.CanvasObject{o}}
}

// CenterAtMost limits the width of an object and keeps it in the middle.
func CenterAtMost(width float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: single{most: width, across: 0.5}, Objects: []fyne.CanvasObject{o}}
}

// AtLeast gives an object at least this height.
func AtLeast(height float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: single{least: height}, Objects: []fyne.CanvasObject{o}}
}

// single places one object within its room.
type single struct {
	small
	in           Insets
	most, least  float32
	hug, own     bool    // natural width; own height
	across, down float32 // where the spare room goes: 0 after, 1 before
}

func (s single) inner(objects []fyne.CanvasObject, width float32) float32 {
	w := max(0, width-s.in.Left-s.in.Right)
	if s.most > 0 {
		w = min(w, s.most)
	}
	if s.hug {
		w = min(w, Natural(objects[0]))
	}
	return w
}

// HeightFor is the height of the object and its insets.
func (s single) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := HeightFor(objects[0], s.inner(objects, width)) + s.in.Top + s.in.Bottom
	return max(h, s.least)
}

// Natural is the natural width of the object and its insets.
func (s single) Natural(objects []fyne.CanvasObject) float32 {
	n := Natural(objects[0]) + s.in.Left + s.in.Right
	if s.most > 0 {
		n = min(n, s.most)
	}
	return n
}

// Layout places the object.
func (s single) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := s.inner(objects, size.Width)
	h := max(0, size.Height-s.in.Top-s.in.Bottom)
	y := s.in.Top
	if s.own || s.hug {
		need := HeightFor(objects[0], w)
		y += max(0, h-need) * s.down
		h = need
	}
	spare := size.Width - s.in.Left - s.in.Right - w
	put(objects[0], s.in.Left+spare*s.across, y, w, h)
}
