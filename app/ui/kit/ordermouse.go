package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// orderSpot is a row, or one of its arrows.
type orderSpot struct {
	item int // -1 for none
	step int // -1 on the arrow up, 1 on the arrow down, 0 on the rest of the row
}

var nowhere = orderSpot{item: -1}

// spotAt is what lies at a place of the list.
func (l *OrderList) spotAt(at fyne.Position) orderSpot {
	place := l.placeAt(at.Y)
	if place < 0 {
		return nowhere
	}
	spot, gap := orderSpot{item: l.order[place]}, l.f.Look.Size("kit.order.arrowGap")/2
	switch row := l.rows[spot.item]; {
	case row.up.holds(at, gap):
		spot.step = -1
	case row.down.holds(at, gap):
		spot.step = 1
	}
	return spot
}

// placeAt is the place whose row lies at a height, -1 for none.
func (l *OrderList) placeAt(y float32) int {
	gap := l.f.Look.Size("kit.order.gap") / 2
	for place, item := range l.order {
		box := l.rows[item].box.object
		if top := box.Position().Y; y >= top-gap && y < top+box.Size().Height+gap {
			return place
		}
	}
	return -1
}

func (l *OrderList) placeOf(item int) int {
	for place, i := range l.order {
		if i == item {
			return place
		}
	}
	return -1
}

// Tapped puts the ring on the row under the mouse; an arrow moves the row.
// What was picked up is put down, unless it is this row.
func (l *OrderList) Tapped(e *fyne.PointEvent) {
	spot := l.spotAt(e.Position)
	if l.disabled || spot == nowhere {
		return
	}
	l.takeFocus()
	place := l.placeOf(spot.item)
	if place != l.at || spot.step == 0 {
		l.lifted = false
	}
	l.at = place
	if spot.step == 0 {
		l.step(place)
		return
	}
	l.move(place, place+spot.step)
	l.over = l.spotAt(e.Position)
	l.Refresh()
}

// MouseIn shows what can be pressed.
func (l *OrderList) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved shows what can be pressed.
func (l *OrderList) MouseMoved(e *desktop.MouseEvent) { l.hoverAt(l.spotAt(e.Position)) }

// MouseOut ends hovering.
func (l *OrderList) MouseOut() {
	l.down = nowhere
	l.hoverAt(nowhere)
}

func (l *OrderList) hoverAt(spot orderSpot) {
	if l.disabled {
		spot = nowhere
	}
	if spot != l.over {
		l.over = spot
		l.Refresh()
	}
}

// MouseDown shows an arrow as pressed.
func (l *OrderList) MouseDown(e *desktop.MouseEvent) {
	l.down = l.spotAt(e.Position)
	l.Refresh()
}

// MouseUp ends pressing.
func (l *OrderList) MouseUp(*desktop.MouseEvent) {
	l.down = nowhere
	l.Refresh()
}

// Dragged picks the row up and moves it to where the mouse is.
func (l *OrderList) Dragged(e *fyne.DragEvent) {
	if l.disabled {
		return
	}
	if l.drag.begins() {
		place := l.placeAt(pressedAt(e).Y)
		if place < 0 {
			return
		}
		l.takeFocus()
		l.lifted, l.down = false, nowhere
		l.at = place
		l.setLifted(true)
		l.drag.on = true
	}
	if l.drag.on && l.lifted {
		l.follow(e.Position.Y)
	}
}

// follow moves the row past every neighbour whose middle the mouse has passed.
// Rows differ in height: with the middle as the limit a row never goes back
// and forth under a mouse that stands still.
func (l *OrderList) follow(y float32) {
	to := l.at
	for to+1 < len(l.order) && y > l.middle(to+1) {
		to++
	}
	for to > 0 && to <= l.at && y < l.middle(to-1) {
		to--
	}
	if to != l.at {
		l.move(l.at, to)
	}
}

func (l *OrderList) middle(place int) float32 {
	box := l.rows[l.order[place]].box.object
	return box.Position().Y + box.Size().Height/2
}

// DragEnd puts the row down.
func (l *OrderList) DragEnd() {
	if l.drag.on {
		l.setLifted(false)
	}
	l.drag = dragging{}
}

// Disable keeps the list readable; what is picked up is put down.
func (l *OrderList) Disable() {
	l.lifted, l.over, l.down = false, nowhere, nowhere
	l.control.Disable()
}
