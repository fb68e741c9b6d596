package kit

import "fyne.io/fyne/v2"

// liftShadow is the shadow of what is picked up, by its name in tokens.json.
const liftShadow = "lift"

// dragging is where a drag stands. After Escape it is over, though the mouse
// still moves until its button is released.
type dragging struct{ on, over bool }

// begins reports whether this event is the first of a drag.
func (d *dragging) begins() bool { return !d.on && !d.over }

func (d *dragging) end() {
	if d.on {
		d.on, d.over = false, true
	}
}

// pressedAt is where the mouse was pressed, on the first event of a drag.
func pressedAt(e *fyne.DragEvent) fyne.Position {
	return e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY)
}
