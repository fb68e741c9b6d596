package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"vigie/app/ui/theme"
)

// TableColumn is a column of a table.
type TableColumn struct {
	Title  string  // translated
	Share  float32 // of the width, in proportion to the others; 1 if 0
	Number bool    // its cells stand at the right
}

// TableCell is a cell: words, a chip or a button. All texts are translated.
type TableCell struct {
	Text     string
	Bold     bool
	Icon     string // name of an icon before the text; it is coloured as IconTone
	IconTone Tone
	Chip     ChipKind // with Text in it
	Button   *Button  // instead of words; a small one
}

// TableOpts are the choices of a table. All texts are translated.
type TableOpts struct {
	ID      string
	Label   string
	Columns []TableColumn
	Rows    [][]TableCell // a cell for each column
	Empty   string        // a sentence instead of the rows, if there are none
	Bare    bool          // the titles of the columns are only said, and shown where the rows are folded
	Chosen  int           // index + 1 of the row that the page shows more of; 0 for none
	At      int           // the row that the ring is on
	Here    string        // said of the chosen row
	OnOpen  func(i int)   // nil: rows can't be opened, and Tab passes the table by

	Disabled bool
}

// Table is rows of cells under the titles of their columns. Columns share the
// width; where it is too small for them each row is folded into a block of
// titles with their cells, so a table never scrolls sideways and nothing is
// cut. If rows can be opened it is one stop for Tab: up and down move the ring,
// Home and End to the ends, Enter, Space and a tap open a row. Buttons in its
// cells are stops of their own.
type Table struct {
	control
	opts            TableOpts
	titles          []*Para
	rows            []*tableRow
	empty           *Para
	lines           []*canvas.Rectangle // above each row; the first one is under the titles
	chosen, pointed *panel
	at              int
	over, down      int // rows under the mouse, -1 for none
}

// tableRow is the parts of a row.
type tableRow struct {
	ground *canvas.Rectangle // covers the room of the row
	cells  []fyne.CanvasObject
	labels []*Para // the titles again, for where the row is folded
	words  []*Para // those among the cells
}

// NewTable returns a table.
func NewTable(f *Frame, opts TableOpts) *Table {
	look := f.Look
	t := &Table{opts: opts, over: -1, down: -1, at: min(max(opts.At, 0), max(0, len(opts.Rows)-1))}
	for _, c := range opts.Columns {
		t.titles = append(t.titles, NewPara(f, ParaOpts{Text: c.Title, Role: theme.Caption, Bold: true, Color: theme.InkSoft, Align: c.align(), Full: true}))
	}
	for _, cells := range opts.Rows {
		t.rows = append(t.rows, newTableRow(f, opts.Columns, cells))
		t.lines = append(t.lines, canvas.NewRectangle(look.Color(theme.Line)))
	}
	t.empty = NewPara(f, ParaOpts{Text: opts.Empty, Role: theme.Small, Color: theme.InkSoft})
	spec := theme.Panel{Radius: look.Size("radius.control")}
	t.chosen, t.pointed = newPanel(look, spec), newPanel(look, spec)
	t.disabled = opts.Disabled
	t.begin(f, t, opts.ID, opts.Label, nil)
	t.paint()
	return t
}

func (c TableColumn) align() Align {
	if c.Number {
		return Right
	}
	return Left
}

func newTableRow(f *Frame, columns []TableColumn, cells []TableCell) *tableRow {
	r := &tableRow{ground: canvas.NewRectangle(theme.Fade(f.Look.Color(theme.Surface), 0))}
	for i, c := range columns {
		var cell TableCell
		if i < len(cells) {
			cell = cells[i]
		}
		r.cells = append(r.cells, r.cell(f, c, cell))
		r.labels = append(r.labels, NewPara(f, ParaOpts{Text: c.Title, Role: theme.Small, Color: theme.InkSoft}))
	}
	return r
}

func (r *tableRow) cell(f *Frame, c TableColumn, cell TableCell) fyne.CanvasObject {
	look := f.Look
	switch {
	case cell.Button != nil:
		return cell.Button
	case cell.Chip != NoChip:
		return NewChip(f, cell.Chip, cell.Text)
	}
	words := NewPara(f, ParaOpts{Text: cell.Text, Role: theme.Small, Bold: cell.Bold, Align: c.align(), Full: true})
	r.words = append(r.words, words)
	if cell.Icon == "" {
		return words
	}
	return HStack(look.Size("kit.table.iconGap"), 1, Icon(f, cell.Icon, strongOf(cell.IconTone), look.Size("kit.table.icon")), words)
}

// selectable reports whether rows can be opened.
func (t *Table) selectable() bool { return t.opts.OnOpen != nil && len(t.rows) > 0 }

// Disabled reports whether Tab passes the table by: it is disabled, or there is
// nothing to open.
func (t *Table) Disabled() bool { return t.disabled || !t.selectable() }

// At is the row that the ring is on.
func (t *Table) At() int { return t.at }

// Semantics is what the table is about, the row at the ring, and all rows.
func (t *Table) Semantics() Semantics {
	s := t.control.Semantics()
	s.Role = RoleTable
	for i := range t.rows {
		s.Lines = append(s.Lines, t.said(i))
	}
	switch {
	case len(t.rows) == 0:
		s.Value = plainText(t.opts.Empty)
	case t.selectable():
		s.Value = s.Lines[t.at]
	}
	return s
}

// said is a row: "column: cell, column: cell". Buttons say what they are
// themselves.
func (t *Table) said(i int) string {
	var parts []string
	for k, cell := range t.opts.Rows[i] {
		if k >= len(t.opts.Columns) || cell.Button != nil || cell.Text == "" {
			continue
		}
		text := plainText(cell.Text)
		if title := plainText(t.opts.Columns[k].Title); title != "" {
			text = title + ": " + text
		}
		parts = append(parts, text)
	}
	said := strings.Join(parts, ", ")
	if i == t.opts.Chosen-1 {
		said = sentences(said, t.opts.Here)
	}
	return said
}

// held is the buttons in the cells.
func (t *Table) held() []fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for _, row := range t.opts.Rows {
		for _, cell := range row {
			if cell.Button != nil {
				buttons = append(buttons, cell.Button)
			}
		}
	}
	return buttons
}

// FocusGained shows the ring on its row.
func (t *Table) FocusGained() {
	t.control.FocusGained()
	t.reveal()
}

func (t *Table) reveal() {
	if len(t.rows) > 0 {
		t.f.reveal(t.rows[t.at].ground)
	}
}

// TypedKey moves the ring or opens; other keys go to the page.
func (t *Table) TypedKey(e *fyne.KeyEvent) {
	switch {
	case t.Disabled():
		t.f.Keys.Typed(e)
	case e.Name == fyne.KeyUp:
		t.ringOn(t.at - 1)
	case e.Name == fyne.KeyDown:
		t.ringOn(t.at + 1)
	case e.Name == fyne.KeyHome:
		t.ringOn(0)
	case e.Name == fyne.KeyEnd:
		t.ringOn(len(t.rows) - 1)
	case presses(e.Name):
		t.opts.OnOpen(t.at)
	default:
		t.f.Keys.Typed(e)
	}
}

func (t *Table) ringOn(to int) {
	t.at = min(max(to, 0), len(t.rows)-1)
	t.Refresh()
	t.reveal()
}

// Tapped opens the row under the mouse.
func (t *Table) Tapped(e *fyne.PointEvent) {
	i := t.rowAt(e.Position)
	if t.Disabled() || i < 0 {
		return
	}
	t.takeFocus()
	t.ringOn(i)
	t.opts.OnOpen(i)
}

func (t *Table) rowAt(at fyne.Position) int {
	for i, r := range t.rows {
		if top := r.ground.Position().Y; at.Y >= top && at.Y < top+r.ground.Size().Height {
			return i
		}
	}
	return -1
}

// MouseIn shows what can be opened.
func (t *Table) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved shows what can be opened.
func (t *Table) MouseMoved(e *desktop.MouseEvent) { t.point(t.rowAt(e.Position), t.down) }

// MouseOut ends hovering.
func (t *Table) MouseOut() { t.point(-1, -1) }

// MouseDown shows a row as pressed.
func (t *Table) MouseDown(e *desktop.MouseEvent) { t.point(t.over, t.rowAt(e.Position)) }

// MouseUp ends pressing.
func (t *Table) MouseUp(*desktop.MouseEvent) { t.point(t.over, -1) }

func (t *Table) point(over, down int) {
	if t.Disabled() {
		over, down = -1, -1
	}
	if over != t.over || down != t.down {
		t.over, t.down = over, down
		t.Refresh()
	}
}

// Cursor is a hand over rows that can be opened.
func (t *Table) Cursor() desktop.Cursor {
	if t.Disabled() || t.over < 0 {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
