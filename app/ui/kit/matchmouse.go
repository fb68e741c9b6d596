package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// matchSpot is what lies under the mouse.
type matchSpot struct {
	row    int  // -1 for none
	answer int  // in the list, or beside a row; -1 for none
	list   bool // on the answers, or between them
}

var noMatch = matchSpot{row: -1, answer: -1}

func (m *Match) spotAt(at fyne.Position) matchSpot {
	y, spot := m.layout(m.Size().Width), noMatch
	for row, r := range y.rows {
		if !r.box.holds(at) {
			continue
		}
		spot.row = row
		if r.slot.holds(at) {
			spot.answer = m.pairs[row]
		}
		return spot
	}
	spot.list = y.list.holds(at)
	for answer, b := range y.answers {
		if b.holds(at) {
			spot.answer = answer
		}
	}
	return spot
}

// Tapped makes the sentence under the mouse the current one, or puts the
// answer under it beside the current one.
func (m *Match) Tapped(e *fyne.PointEvent) {
	if m.disabled || m.at < 0 {
		return
	}
	m.takeFocus()
	switch spot := m.spotAt(e.Position); {
	case spot.row >= 0:
		m.choose(spot.row)
	case spot.answer >= 0:
		m.Put(spot.answer)
	}
}

// MouseIn shows what can be pressed.
func (m *Match) MouseIn(e *desktop.MouseEvent) { m.MouseMoved(e) }

// MouseMoved shows what can be pressed.
func (m *Match) MouseMoved(e *desktop.MouseEvent) { m.point(m.spotAt(e.Position), m.down) }

// MouseOut ends hovering.
func (m *Match) MouseOut() { m.point(noMatch, noMatch) }

// MouseDown shows a sentence or an answer as pressed.
func (m *Match) MouseDown(e *desktop.MouseEvent) { m.point(m.over, m.spotAt(e.Position)) }

// MouseUp ends pressing.
func (m *Match) MouseUp(*desktop.MouseEvent) { m.point(m.over, noMatch) }

func (m *Match) point(over, down matchSpot) {
	if m.disabled {
		over, down = noMatch, noMatch
	}
	if over != m.over || down != m.down {
		m.over, m.down = over, down
		m.Refresh()
	}
}

// Dragged moves the answer under the mouse along, out of the list or from
// beside a sentence.
func (m *Match) Dragged(e *fyne.DragEvent) {
	if m.disabled {
		return
	}
	if m.drag.begins() {
		spot := m.spotAt(pressedAt(e))
		if spot.answer < 0 {
			return
		}
		m.takeFocus()
		m.held, m.moved, m.aim, m.down = spot, fyne.Delta{}, -1, noMatch
		m.drag.on = true
	}
	if m.drag.on {
		m.moved.DX += e.Dragged.DX
		m.moved.DY += e.Dragged.DY
		m.over = m.spotAt(e.Position)
		m.Refresh()
	}
}

// DragEnd puts the answer beside the sentence under it, or back to the others.
func (m *Match) DragEnd() {
	on, held := m.drag.on, m.held
	m.drag, m.held = dragging{}, noMatch
	if !on {
		return
	}
	switch {
	case m.over.row >= 0:
		m.putInto(m.over.row, held.answer, held.row < 0)
	case m.over.list && held.row >= 0:
		m.empty(held.row)
	}
	m.Refresh()
}

// FocusLost lets an answer that is dragged fall back.
func (m *Match) FocusLost() {
	m.drag.end()
	m.control.FocusLost()
}

// Disable keeps the match readable.
func (m *Match) Disable() {
	m.over, m.down, m.aim = noMatch, noMatch, -1
	m.control.Disable()
}

// marked is the row that is shown as the one that gets an answer: the one
// under an answer that is dragged, otherwise the current one.
func (m *Match) marked() int {
	if m.drag.on {
		return m.over.row
	}
	return m.at
}
