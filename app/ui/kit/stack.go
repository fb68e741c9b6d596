package kit

import "fyne.io/fyne/v2"

// VStack puts the objects under each other over the full width, each as high
// as it needs.
func VStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: stack{gap: gap}, Objects: objects}
}

// Spread is a VStack that shares the height that is left over between its
// children, so that the last one stands at the bottom.
func Spread(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: stack{gap: gap, spread: true}, Objects: objects}
}

// Fill is a VStack that gives the height that is left over to one child.
func Fill(gap float32, grow int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: stack{gap: gap, grow: grow + 1}, Objects: objects}
}

type stack struct {
	small
	gap    float32
	spread bool
	grow   int // index + 1 of the child that takes what is left; 0 is none
}

// HeightFor is the sum of the heights and the gaps.
func (s stack) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var sum float32
	seen := shown(objects)
	for _, o := range seen {
		sum += HeightFor(o, width)
	}
	return sum + s.gap*float32(max(0, len(seen)-1))
}

// Natural is the widest child.
func (s stack) Natural(objects []fyne.CanvasObject) float32 { return widest(objects) }

// Layout places the children from the top.
func (s stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	seen := shown(objects)
	left := max(0, size.Height-s.HeightFor(objects, size.Width))
	between := s.gap
	if s.spread && len(seen) > 1 {
		between += left / float32(len(seen)-1)
	}
	var y float32
	for _, o := range seen {
		h := HeightFor(o, size.Width)
		if s.grow > 0 && o == objects[s.grow-1] {
			h += left
		}
		put(o, 0, y, size.Width, h)
		y += h + between
	}
}

func widest(objects []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range shown(objects) {
		w = max(w, Natural(o))
	}
	return w
}
