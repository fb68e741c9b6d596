package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	stock "fyne.io/fyne/v2/theme"
)

// MouseDown takes the focus and puts the caret where the mouse is. Getting the
// focus may show another part of the text; the mouse was on the part before.
func (x *Field) MouseDown(e *desktop.MouseEvent) {
	if x.Disabled() {
		return
	}
	before, shift := x.offset(), x.shift
	if on := fyne.CurrentApp().Driver().CanvasForObject(x); on != nil {
		on.Focus(x)
	}
	moved := *e
	corner := x.view.Position().SubtractXY(0, x.Theme().Size(stock.SizeNameInputBorder))
	moved.Position = e.Position.Subtract(corner).Add(before)
	if x.view == x.text { // the entry knows of this offset and adds it
		moved.Position = moved.Position.Subtract(x.offset())
	}
	x.shift = shift
	x.Entry.MouseDown(&moved)
	x.placeCaret()
}

// TappedSecondary opens no menu: this program has no overlays.
func (x *Field) TappedSecondary(*fyne.PointEvent) {}

// DoubleTapped selects a word.
func (x *Field) DoubleTapped(e *fyne.PointEvent) {
	if !x.Disabled() {
		x.Entry.DoubleTapped(e)
	}
}

// MouseIn marks the field as hovered.
func (x *Field) MouseIn(e *desktop.MouseEvent) { x.hover(true, e) }

// MouseMoved keeps whether the mouse is over the text.
func (x *Field) MouseMoved(e *desktop.MouseEvent) { x.hover(true, e) }

// MouseOut ends hovering.
func (x *Field) MouseOut() { x.hover(false, &desktop.MouseEvent{}) }

func (x *Field) hover(on bool, e *desktop.MouseEvent) {
	y := e.Position.Y - x.box.object.Position().Y
	over := on && !x.Disabled() && y >= 0 && y <= x.box.object.Size().Height
	if over != x.hovered {
		x.hovered = over
		x.Refresh()
	}
}

// Cursor is that of text over the box.
func (x *Field) Cursor() desktop.Cursor {
	if x.hovered {
		return desktop.TextCursor
	}
	return desktop.DefaultCursor
}
