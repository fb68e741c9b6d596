package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Overlay puts the objects on top of each other, all over the full room, the
// last one in front. It is as high as the highest of them.
func Overlay(objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: overlay{}, Objects: objects}
}

type overlay struct{ small }

// HeightFor is the highest child.
func (overlay) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var high float32
	for _, o := range shown(objects) {
		high = max(high, HeightFor(o, width))
	}
	return high
}

// Natural is the widest child.
func (overlay) Natural(objects []fyne.CanvasObject) float32 { return widest(objects) }

// Layout gives each child the whole room.
func (overlay) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		if r, is := o.(*canvas.Rectangle); is {
			placeBox(r, 0, 0, size.Width, size.Height)
			continue
		}
		put(o, 0, 0, size.Width, size.Height)
	}
}

// Fixed gives an object a size of its own, whatever the room.
func Fixed(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: fixed{width, height}, Objects: []fyne.CanvasObject{o}}
}

// Gap is empty room of a size.
func Gap(width, height float32) *fyne.Container {
	return &fyne.Container{Layout: fixed{width, height}}
}

type fixed struct{ w, h float32 }

// MinSize is the size.
func (f fixed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(f.w, f.h) }

// HeightFor is the height.
func (f fixed) HeightFor([]fyne.CanvasObject, float32) float32 { return f.h }

// Natural is the width.
func (f fixed) Natural([]fyne.CanvasObject) float32 { return f.w }

// Layout gives each child the size.
func (f fixed) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	for _, o := range objects {
		put(o, 0, 0, f.w, f.h)
	}
}
