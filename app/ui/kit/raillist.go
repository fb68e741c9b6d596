package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"vigie/app/ui/theme"
)

// railList is the places of a rail. It is one stop for Tab: up and down move
// the ring, Home and End to the ends, Enter, Space and a tap open.
type railList struct {
	control
	opts            RailOpts
	rows            []*railRow
	at              int
	over, down      int // rows under the mouse, -1 for none
	chosen, pointed *panel
	bar             *canvas.Rectangle // the light beside the chosen row
}

// railRow is the parts of a place.
type railRow struct {
	ground *canvas.Rectangle // covers the room of the row
	icon   *glyph
	text   *Para
}

func newRailList(f *Frame, opts RailOpts) *railList {
	look := f.Look
	l := &railList{opts: opts, at: min(max(opts.Chosen, 0), max(0, len(opts.Items)-1)), over: -1, down: -1}
	for i, item := range opts.Items {
		l.rows = append(l.rows, &railRow{
			ground: canvas.NewRectangle(color.Transparent),
			icon:   newIcon(look, item.Icon, look.Color(theme.OnNightSoft)),
			text:   NewPara(f, ParaOpts{Text: item.Text, Role: railItem, Bold: i == opts.Chosen, Color: theme.OnNightSoft}),
		})
	}
	spec := theme.Panel{Radius: look.Size("radius.control")}
	l.chosen, l.pointed = newPanel(look, spec), newPanel(look, spec)
	l.bar = newBox(look.Color(theme.Lamp), color.Transparent, 0, look.Size("kit.rail.barWide")/2)
	l.disabled = opts.Disabled
	l.begin(f, l, opts.ID, opts.Label, nil)
	l.role = RoleList
	l.paint()
	return l
}

// Semantics is the list, the place at the ring, and all places.
func (l *railList) Semantics() Semantics {
	s := l.control.Semantics()
	for i := range l.rows {
		s.Lines = append(s.Lines, l.said(i))
	}
	if len(l.rows) > 0 {
		s.Value = s.Lines[l.at]
	}
	return s
}

func (l *railList) said(i int) string {
	if i == l.opts.Chosen {
		return sentences(plainText(l.opts.Items[i].Text), l.opts.Here)
	}
	return plainText(l.opts.Items[i].Text)
}

// FocusGained shows the ring on its row.
func (l *railList) FocusGained() {
	l.control.FocusGained()
	l.reveal()
}

func (l *railList) reveal() {
	if len(l.rows) > 0 {
		l.f.reveal(l.rows[l.at].ground)
	}
}

// TypedKey moves the ring or opens; other keys go to the page.
func (l *railList) TypedKey(e *fyne.KeyEvent) {
	switch {
	case l.disabled || len(l.rows) == 0:
		l.f.Keys.Typed(e)
	case e.Name == fyne.KeyUp:
		l.ringOn(l.at - 1)
	case e.Name == fyne.KeyDown:
		l.ringOn(l.at + 1)
	case e.Name == fyne.KeyHome:
		l.ringOn(0)
	case e.Name == fyne.KeyEnd:
		l.ringOn(len(l.rows) - 1)
	case presses(e.Name):
		l.open()
	default:
		l.f.Keys.Typed(e)
	}
}

func (l *railList) ringOn(to int) {
	l.at = min(max(to, 0), len(l.rows)-1)
	l.Refresh()
	l.reveal()
}

func (l *railList) open() {
	if l.opts.OnOpen != nil {
		l.opts.OnOpen(l.at)
	}
}

// Tapped opens the row under the mouse.
func (l *railList) Tapped(e *fyne.PointEvent) {
	i := l.rowAt(e.Position)
	if l.disabled || i < 0 {
		return
	}
	l.takeFocus()
	l.ringOn(i)
	l.open()
}

func (l *railList) rowAt(at fyne.Position) int {
	for i, r := range l.rows {
		if top := r.ground.Position().Y; at.Y >= top && at.Y < top+r.ground.Size().Height {
			return i
		}
	}
	return -1
}

// MouseIn shows what can be opened.
func (l *railList) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved shows what can be opened.
func (l *railList) MouseMoved(e *desktop.MouseEvent) { l.point(l.rowAt(e.Position), l.down) }

// MouseOut ends hovering.
func (l *railList) MouseOut() { l.point(-1, -1) }

// MouseDown shows a row as pressed.
func (l *railList) MouseDown(e *desktop.MouseEvent) { l.point(l.over, l.rowAt(e.Position)) }

// MouseUp ends pressing.
func (l *railList) MouseUp(*desktop.MouseEvent) { l.point(l.over, -1) }

func (l *railList) point(over, down int) {
	if l.disabled {
		over, down = -1, -1
	}
	if over != l.over || down != l.down {
		l.over, l.down = over, down
		l.Refresh()
	}
}
