package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// tableLay is how a table shares its width.
type tableLay struct {
	folded  bool
	padX    float32
	columns []box // x and w of each, or of the cells of a folded row
	labels  float32
	under   bool // the cells of a folded row stand under their titles
	head    float32
	rows    []float32 // heights
	height  float32
}

// padX is the room at both sides: rows that can be opened have boxes.
func (t *Table) padX() float32 {
	if t.opts.OnOpen == nil {
		return 0
	}
	return t.f.Look.Size("kit.table.padX")
}

// least is the width below which a column would break words, or would be
// tiresome to read.
func (t *Table) least(column int) (least float32) {
	var natural float32
	if !t.opts.Bare {
		least, natural = t.titles[column].Least(), t.titles[column].Natural()
	}
	for _, r := range t.rows {
		least, natural = max(least, Least(r.cells[column])), max(natural, Natural(r.cells[column]))
		if t.whole(r.cells[column]) {
			least = max(least, Natural(r.cells[column]))
		}
	}
	return max(least, min(natural, t.f.Look.Scaled("kit.table.least")))
}

// whole reports whether a cell is not wrapped in a column: chips and buttons.
func (t *Table) whole(cell fyne.CanvasObject) bool {
	switch cell.(type) {
	case *Button, *Chip:
		return true
	}
	return false
}

func (t *Table) lay(width float32) tableLay {
	look := t.f.Look
	y := tableLay{padX: t.padX()}
	gap := look.Size("kit.table.gap")
	room := width - 2*y.padX - gap*float32(max(0, len(t.titles)-1))
	widths, fits := t.shares(room)
	if !fits && len(t.rows) > 0 {
		return t.fold(width)
	}
	x := y.padX
	for _, w := range widths {
		y.columns = append(y.columns, box{x: x, w: w})
		x += w + gap
	}
	if !t.opts.Bare && len(t.rows) > 0 {
		for i, title := range t.titles {
			y.head = max(y.head, title.HeightFor(widths[i]))
		}
		y.head = max(look.Size("kit.table.head"), y.head+2*look.Size("kit.table.padY"))
	}
	y.height = y.head
	line := look.Line(theme.Small)
	for _, r := range t.rows {
		high := look.Size("kit.table.row") + line - line/look.Scale()
		for i, cell := range r.cells {
			high = max(high, HeightFor(cell, t.cellWidth(cell, widths[i]))+2*look.Size("kit.table.padY"))
		}
		y.rows, y.height = append(y.rows, high), y.height+high
	}
	if len(t.rows) == 0 {
		y.height = t.empty.HeightFor(width-2*y.padX) + 2*look.Size("kit.table.padY")
	}
	return y
}

// shares divides the room; columns that would be too narrow get what they need
// first. It reports whether there is enough for all.
func (t *Table) shares(room float32) (widths []float32, fits bool) {
	widths = make([]float32, len(t.titles))
	fixed := make([]bool, len(widths))
	var sum float32
	for i := range widths {
		widths[i] = t.least(i)
		sum += widths[i]
	}
	if sum > room {
		return widths, false
	}
	least := append([]float32(nil), widths...)
	for again := true; again; {
		again = false
		left, shares := room, float32(0)
		for i := range widths {
			if fixed[i] {
				left -= least[i]
				continue
			}
			shares += t.share(i)
		}
		for i := range widths {
			if fixed[i] {
				continue
			}
			if widths[i] = left * t.share(i) / shares; widths[i] < least[i] {
				widths[i], fixed[i], again = least[i], true, true
			}
		}
	}
	return widths, true
}

func (t *Table) share(column int) float32 {
	if s := t.opts.Columns[column].Share; s > 0 {
		return s
	}
	return 1
}

// cellWidth is the width that a cell takes of its room.
func (t *Table) cellWidth(cell fyne.CanvasObject, room float32) float32 {
	if t.whole(cell) {
		return min(room, Natural(cell))
	}
	return room
}

// fold makes each row a block: titles at the left and cells beside them, or
// under them where even that is too narrow.
func (t *Table) fold(width float32) tableLay {
	look := t.f.Look
	y := tableLay{folded: true, padX: t.padX()}
	room, gap := max(0, width-2*y.padX), look.Size("kit.table.labelGap")
	var cells float32
	for i := range t.titles {
		for _, r := range t.rows {
			y.labels = max(y.labels, r.labels[i].Natural())
			cells = max(cells, Least(r.cells[i]))
		}
	}
	y.labels = min(y.labels, room*look.Size("kit.table.labelMost"))
	for _, r := range t.rows {
		for _, label := range r.labels {
			y.under = y.under || label.Least() > y.labels
		}
	}
	y.under = y.under || room-y.labels-gap < cells
	at := box{x: y.padX + y.labels + gap, w: max(0, room-y.labels-gap)}
	if y.under {
		y.labels, at = room, box{x: y.padX, w: room}
	}
	y.columns = []box{at}
	for _, r := range t.rows {
		high := t.block(r, y, nil) + 2*look.Size("kit.table.blockPadY")
		y.rows, y.height = append(y.rows, high), y.height+high
	}
	return y
}

// block measures a folded row, and calls at with the place of every part.
// Cells without anything are left out with their titles.
func (t *Table) block(r *tableRow, y tableLay, at func(o fyne.CanvasObject, x, top, w, h float32)) float32 {
	look := t.f.Look
	var top float32
	for i, cell := range r.cells {
		if t.nothing(r, i) {
			continue
		}
		if top > 0 {
			top += look.Size("kit.table.lineGap")
		}
		label := r.labels[i].HeightFor(y.labels)
		w := min(y.columns[0].w, Natural(cell))
		high := HeightFor(cell, w)
		labelTop, cellTop, whole := top, top, max(label, high)
		switch {
		case y.under:
			cellTop, whole = top+label, label+high
		case t.whole(cell): // the title beside the middle of a box
			labelTop, cellTop = top+(whole-label)/2, top+(whole-high)/2
		}
		if at != nil {
			at(r.labels[i], y.padX, labelTop, y.labels, label)
			at(cell, y.columns[0].x, cellTop, w, high)
		}
		top += whole
	}
	return top
}

func (t *Table) nothing(r *tableRow, i int) bool {
	p, is := r.cells[i].(*Para)
	return is && p.opts.Text == ""
}

// HeightFor is the height of all rows with their cells wrapped.
func (t *Table) HeightFor(width float32) float32 { return t.lay(width).height }

// Natural is the width in which no cell wraps.
func (t *Table) Natural() float32 {
	var shares, w float32
	for i, title := range t.titles {
		shares += t.share(i)
		natural := float32(0)
		if !t.opts.Bare {
			natural = title.Natural()
		}
		for _, r := range t.rows {
			natural = max(natural, Natural(r.cells[i]))
		}
		w += natural
	}
	w += 2*t.padX() + t.f.Look.Size("kit.table.gap")*float32(max(0, len(t.titles)-1))
	return max(w, t.empty.Natural())
}

// Least is the width of the longest word, with the rows folded.
func (t *Table) Least() float32 {
	least := float32(0)
	if len(t.rows) == 0 {
		least = t.empty.Least()
	}
	for _, r := range t.rows {
		for i := range r.cells {
			least = max(least, Least(r.cells[i]), r.labels[i].Least())
		}
	}
	return least + 2*t.padX()
}
