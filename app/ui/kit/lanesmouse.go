package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"vigie/app/ui/theme"
)

// laneSpot is what lies under the mouse.
type laneSpot struct {
	card int  // -1 for none
	lane int  // -1 for none
	deck bool // where the cards lie that are in no lane
}

var noLane = laneSpot{card: -1, lane: -1}

func (l *Lanes) spotAt(at fyne.Position) laneSpot {
	y, spot := l.layout(l.Size()), noLane
	spot.deck = y.top.holds(at)
	if spot.deck {
		spot.card = l.front()
	}
	for i, b := range y.lanes {
		if b.holds(at) {
			spot.lane = i
		}
	}
	for card, b := range y.cards {
		if b.holds(at) {
			spot.card = card
		}
	}
	return spot
}

// target is the lane that is meant, -1 for none.
func (l *Lanes) target() int {
	lane := l.over.lane
	if lane < 0 {
		lane = l.aim
	}
	if l.at < 0 || l.disabled || lane < 0 || l.laneOf(l.at) == lane {
		return -1
	}
	return lane
}

// Tapped makes the card under the mouse the current one, or puts the current
// one into the lane.
func (l *Lanes) Tapped(e *fyne.PointEvent) {
	if l.disabled {
		return
	}
	l.takeFocus()
	switch spot := l.spotAt(e.Position); {
	case spot.card >= 0:
		l.choose(spot.card)
	case spot.lane >= 0:
		l.put(spot.lane)
	}
}

// MouseIn shows what can be pressed.
func (l *Lanes) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved shows the lane that is meant.
func (l *Lanes) MouseMoved(e *desktop.MouseEvent) { l.hoverAt(l.spotAt(e.Position)) }

// MouseOut ends hovering.
func (l *Lanes) MouseOut() {
	l.down = noLane
	l.hoverAt(noLane)
}

func (l *Lanes) hoverAt(spot laneSpot) {
	if l.disabled {
		spot = noLane
	}
	if spot != l.over {
		l.over = spot
		l.Refresh()
	}
}

// MouseDown shows a card as pressed.
func (l *Lanes) MouseDown(e *desktop.MouseEvent) {
	if l.disabled {
		return
	}
	l.down = l.spotAt(e.Position)
	l.Refresh()
}

// MouseUp ends pressing.
func (l *Lanes) MouseUp(*desktop.MouseEvent) {
	l.down = noLane
	l.Refresh()
}

// Dragged makes the card under the mouse the current one and moves it along.
func (l *Lanes) Dragged(e *fyne.DragEvent) {
	if l.disabled {
		return
	}
	if l.drag.begins() {
		card := l.spotAt(pressedAt(e)).card
		if card < 0 {
			return
		}
		l.takeFocus()
		l.at, l.aim, l.down, l.moved = card, -1, noLane, fyne.Delta{}
		l.drag.on = true
	}
	if l.drag.on {
		l.moved.DX += e.Dragged.DX
		l.moved.DY += e.Dragged.DY
		l.over = l.spotAt(e.Position)
		l.Refresh()
	}
}

// DragEnd puts the card into the lane under it, or back to the others.
func (l *Lanes) DragEnd() {
	on, at := l.drag.on, l.placeOf(l.at)
	l.drag = dragging{}
	if !on {
		return
	}
	switch {
	case l.over.lane >= 0:
		l.putFrom(l.over.lane, at)
	case l.over.deck && l.laneOf(l.at) >= 0:
		l.back(l.at)
	}
	l.Refresh()
}

// FocusLost lets a card that is dragged fall back.
func (l *Lanes) FocusLost() {
	l.drag.end()
	l.control.FocusLost()
}

// Disable keeps the lanes readable.
func (l *Lanes) Disable() {
	l.over, l.down, l.aim = noLane, noLane, -1
	l.control.Disable()
}

// parts has the current card in front, so that it can be dragged over all.
func (l *Lanes) parts() []fyne.CanvasObject {
	var parts, front []fyne.CanvasObject
	if l.opts.Aside != nil {
		parts = append(parts, l.opts.Aside)
	}
	for _, n := range l.lanes {
		parts = append(parts, n.box.object, n.head, n.slot, n.here)
	}
	for _, card := range l.way() {
		switch {
		case l.laneOf(card) < 0:
		case card == l.at:
			front = l.cards[card].parts()
		default:
			parts = append(parts, l.cards[card].parts()...)
		}
	}
	parts = append(parts, l.deck.object, l.flat.object, l.empty, l.top.object)
	if card := l.front(); card >= 0 {
		parts = append(parts, l.cards[card].face)
	}
	return append(append(parts, front...), l.ring)
}

func (l *Lanes) paint() {
	look := l.f.Look
	target, front := l.target(), l.front()
	for i, n := range l.lanes {
		n.paint(look, i == target, l.disabled)
		n.slot.Hidden, n.here.Hidden = i != target, i != target
	}
	for card, c := range l.cards {
		in := l.laneOf(card) >= 0
		c.paint(in && card == l.at, in && card == l.over.card, in && card == l.down.card && !l.drag.on, l.disabled)
	}
	l.deck.object.Hidden = len(l.cards)-len(l.placed) < 2
	l.empty.Hidden = front >= 0
	l.top.object.Hidden = front < 0 || front != l.at || l.disabled
	l.flat.object.Hidden = front == l.at && !l.drag.on && !l.disabled || front < 0 && l.opts.Words.Empty == ""
	fill, edge, stroke := theme.SurfaceSoft, theme.LineStrong, plainStroke(look, 0)
	hover := l.over.deck && front >= 0
	switch {
	case l.disabled:
		fill, edge, stroke = theme.DisabledFill, theme.DisabledLine, plainStroke(look, 0)
	case hover && l.down.deck:
		fill, edge, stroke = theme.SurfaceSunk, theme.Ink, look.Size("stroke.control")
	case hover:
		stroke = look.Size("stroke.control")
	}
	l.flat.paint(look.Color(fill), look.Color(edge), stroke)
	if front == l.at && !l.disabled {
		fill = theme.Surface
		if hover && l.down.deck && !l.drag.on {
			fill = theme.SurfaceSunk
		}
	}
	l.top.paint(look.Color(fill), look.Color(edge), stroke)
}
