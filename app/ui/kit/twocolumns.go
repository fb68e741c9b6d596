package kit

import "fyne.io/fyne/v2"

// TwoColumns is two columns, the left one wider, from the smallest window of the
// design on; where it is narrower or the text is large they stand under each
// other.
func TwoColumns(f *Frame, left, right fyne.CanvasObject) *fyne.Container {
	limit := f.Look.Size("frame.minWidth") - 2*f.Look.Size("frame.pageMargin")
	return &fyne.Container{Layout: twoColumns{gap: f.Look.Size("frame.gutter"), limit: limit * f.Look.Scale()}, Objects: []fyne.CanvasObject{left, right}}
}

type twoColumns struct {
	small
	gap, limit float32
}

// leftPart is the share of the left column.
const leftPart = 0.61

func (c twoColumns) widths(width float32) (left, right float32, beside bool) {
	if width < c.limit {
		return width, width, false
	}
	left = (width - c.gap) * leftPart
	return left, width - c.gap - left, true
}

// HeightFor is the higher column, or both.
func (c twoColumns) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	l, r, beside := c.widths(width)
	if beside {
		return max(HeightFor(objects[0], l), HeightFor(objects[1], r))
	}
	return HeightFor(objects[0], l) + c.gap + HeightFor(objects[1], r)
}

// Natural is both beside each other.
func (c twoColumns) Natural(objects []fyne.CanvasObject) float32 {
	return Natural(objects[0]) + c.gap + Natural(objects[1])
}

// Layout places the columns, each as high as it needs.
func (c twoColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l, r, beside := c.widths(size.Width)
	high := HeightFor(objects[0], l)
	put(objects[0], 0, 0, l, high)
	if beside {
		put(objects[1], l+c.gap, 0, r, HeightFor(objects[1], r))
		return
	}
	put(objects[1], 0, high+c.gap, r, HeightFor(objects[1], r))
}

// Ends puts one object at the top and one at the bottom of the room.
func Ends(gap float32, top, bottom fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: ends{stack{gap: gap}}, Objects: []fyne.CanvasObject{top, bottom}}
}

type ends struct{ stack }

// Layout keeps the last object at the lower edge.
func (e ends) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	high := HeightFor(objects[0], size.Width)
	low := HeightFor(objects[1], size.Width)
	put(objects[0], 0, 0, size.Width, high)
	put(objects[1], 0, max(high+e.gap, size.Height-low), size.Width, low)
}
