package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"vigie/app/ui/theme"
)

// AgendaState is where a row of an agenda stands.
type AgendaState int

// The states. The current one is bold on the wash of the lamp, with an edge;
// those that are done have a check.
const (
	AgendaAhead AgendaState = iota
	AgendaCurrent
	AgendaDone
)

// AgendaItem is a row of an agenda. All texts are translated.
type AgendaItem struct {
	Time    string // "20–28"
	Title   string
	Minutes string // "8 min", may be empty
	Icon    string // name of the icon of a row that is not done, "" for none
	State   AgendaState
}

// AgendaOpts are the choices of an agenda.
type AgendaOpts struct {
	ID       string
	Label    string // translated
	Items    []AgendaItem
	At       int    // the row that the ring is on
	Done     string // translated words that are read aloud
	Current  string
	Disabled bool
	OnOpen   func(i int)
}

// Agenda is the rows of a lesson. It is one stop for Tab: up and down move the
// ring, Home and End to the ends, Enter, Space and a tap open a row.
type Agenda struct {
	control
	opts       AgendaOpts
	rows       []*agendaRow
	at         int
	over, down int    // rows under the mouse, -1 for none
	current    *panel // the box of the current row
	hovered    *panel // the box of the row under the mouse
}

// NewAgenda returns an agenda.
func NewAgenda(f *Frame, opts AgendaOpts) *Agenda {
	look := f.Look
	a := &Agenda{opts: opts, over: -1, down: -1}
	a.at = min(max(opts.At, 0), max(0, len(opts.Items)-1))
	for _, item := range opts.Items {
		a.rows = append(a.rows, newAgendaRow(f, item))
	}
	spec := theme.Panel{Radius: look.Size("radius.control")}
	a.current, a.hovered = newPanel(look, spec), newPanel(look, spec)
	a.disabled = opts.Disabled
	a.begin(f, a, opts.ID, opts.Label, nil)
	a.paint()
	return a
}

// At is the row that the ring is on.
func (a *Agenda) At() int { return a.at }

// Semantics is what the agenda is, the row at the ring, and all rows.
func (a *Agenda) Semantics() Semantics {
	s := a.control.Semantics()
	s.Role = RoleList
	if len(a.rows) > 0 {
		s.Value, s.Lines = a.line(a.at), a.lines()
	}
	return s
}

// lines is every row as it is read aloud.
func (a *Agenda) lines() []string {
	var lines []string
	for i := range a.rows {
		lines = append(lines, a.line(i))
	}
	return lines
}

func (a *Agenda) line(i int) string {
	item := a.opts.Items[i]
	state := [...]string{AgendaAhead: "", AgendaCurrent: a.opts.Current, AgendaDone: a.opts.Done}[item.State]
	return sentences(plainText(item.Time), plainText(item.Title), plainText(item.Minutes), state)
}

// FocusGained shows the ring on its row.
func (a *Agenda) FocusGained() {
	a.control.FocusGained()
	a.reveal()
}

func (a *Agenda) reveal() {
	if len(a.rows) > 0 {
		a.f.reveal(a.rows[a.at].ground)
	}
}

// TypedKey moves the ring or opens; other keys go to the page.
func (a *Agenda) TypedKey(e *fyne.KeyEvent) {
	switch {
	case a.disabled || len(a.rows) == 0:
		a.f.Keys.Typed(e)
	case e.Name == fyne.KeyUp:
		a.ringOn(a.at - 1)
	case e.Name == fyne.KeyDown:
		a.ringOn(a.at + 1)
	case e.Name == fyne.KeyHome:
		a.ringOn(0)
	case e.Name == fyne.KeyEnd:
		a.ringOn(len(a.rows) - 1)
	case presses(e.Name) && a.opts.OnOpen != nil:
		a.opts.OnOpen(a.at)
	default:
		a.f.Keys.Typed(e)
	}
}

func (a *Agenda) ringOn(to int) {
	a.at = min(max(to, 0), len(a.rows)-1)
	a.Refresh()
	a.reveal()
}

// Tapped opens the row under the mouse.
func (a *Agenda) Tapped(e *fyne.PointEvent) {
	i := a.rowAt(e.Position)
	if a.disabled || i < 0 {
		return
	}
	a.takeFocus()
	a.ringOn(i)
	if a.opts.OnOpen != nil {
		a.opts.OnOpen(i)
	}
}

func (a *Agenda) rowAt(at fyne.Position) int {
	for i, r := range a.rows {
		if top := r.ground.Position().Y; at.Y >= top && at.Y < top+r.ground.Size().Height {
			return i
		}
	}
	return -1
}

// MouseIn shows what can be opened.
func (a *Agenda) MouseIn(e *desktop.MouseEvent) { a.MouseMoved(e) }

// MouseMoved shows what can be opened.
func (a *Agenda) MouseMoved(e *desktop.MouseEvent) { a.point(a.rowAt(e.Position), a.down) }

// MouseOut ends hovering.
func (a *Agenda) MouseOut() { a.point(-1, -1) }

// MouseDown shows a row as pressed.
func (a *Agenda) MouseDown(e *desktop.MouseEvent) { a.point(a.over, a.rowAt(e.Position)) }

// MouseUp ends pressing.
func (a *Agenda) MouseUp(*desktop.MouseEvent) { a.point(a.over, -1) }

func (a *Agenda) point(over, down int) {
	if a.disabled {
		over, down = -1, -1
	}
	if over != a.over || down != a.down {
		a.over, a.down = over, down
		a.Refresh()
	}
}
