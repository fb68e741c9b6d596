package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Tapped chooses the part under the mouse.
func (s *Scale) Tapped(e *fyne.PointEvent) {
	part := s.under(e.Position)
	if s.disabled || part < 0 {
		return
	}
	s.takeFocus()
	s.Choose(s.valueOf(part))
}

// under is the part at a place, -1 for none.
func (s *Scale) under(at fyne.Position) int {
	for i, p := range s.parted {
		if p.at.holds(at) {
			return i
		}
	}
	return -1
}

// MouseIn shows what can be pressed.
func (s *Scale) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved shows what can be pressed.
func (s *Scale) MouseMoved(e *desktop.MouseEvent) { s.point(s.under(e.Position), s.down) }

// MouseOut ends hovering.
func (s *Scale) MouseOut() { s.point(-1, -1) }

// MouseDown shows a part as pressed.
func (s *Scale) MouseDown(e *desktop.MouseEvent) { s.point(s.over, s.under(e.Position)) }

// MouseUp ends pressing.
func (s *Scale) MouseUp(*desktop.MouseEvent) { s.point(s.over, -1) }

func (s *Scale) point(over, down int) {
	if s.disabled {
		over, down = -1, -1
	}
	if over != s.over || down != s.down {
		s.over, s.down = over, down
		s.Refresh()
	}
}
