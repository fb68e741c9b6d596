package kit

import "fyne.io/fyne/v2"

// Flowing is what a widget answers whose height depends on its width.
type Flowing interface {
	// HeightFor is the height needed at the width.
	HeightFor(width float32) float32
	// Natural is the width at which nothing has to wrap.
	Natural() float32
}

// FlowLayout is a layout of a container whose height depends on its width.
type FlowLayout interface {
	fyne.Layout
	HeightFor(objects []fyne.CanvasObject, width float32) float32
	Natural(objects []fyne.CanvasObject) float32
}

// HeightFor is the height that an object needs at a width. Objects that know
// nothing of flowing answer with their minimum height.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	if f, is := o.(Flowing); is {
		return f.HeightFor(width)
	}
	if c, is := o.(*fyne.Container); is {
		if l, flows := c.Layout.(FlowLayout); flows {
			return l.HeightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// Natural is the width at which nothing in the object has to wrap.
func Natural(o fyne.CanvasObject) float32 {
	if f, is := o.(Flowing); is {
		return f.Natural()
	}
	if c, is := o.(*fyne.Container); is {
		if l, flows := c.Layout.(FlowLayout); flows {
			return l.Natural(c.Objects)
		}
	}
	return o.MinSize().Width
}

// small is embedded by the layouts: they ask for no room by themselves, so
// that the window can be made as small as the shell allows. Height comes from
// HeightFor.
type small struct{}

// MinSize is nothing.
func (small) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	for _, o := range objects {
		if !o.Visible() {
			return visible(objects)
		}
	}
	return objects
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var seen []fyne.CanvasObject
	for _, o := range objects {
		if o.Visible() {
			seen = append(seen, o)
		}
	}
	return seen
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
