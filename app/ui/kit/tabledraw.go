package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// CreateRenderer is for Fyne.
func (t *Table) CreateRenderer() fyne.WidgetRenderer { return draw(t) }

func (t *Table) parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, l := range t.lines {
		parts = append(parts, l)
	}
	parts = append(parts, t.chosen.object, t.pointed.object, t.empty)
	for _, title := range t.titles {
		parts = append(parts, title)
	}
	for _, r := range t.rows {
		parts = append(parts, r.ground)
		for i := range r.cells {
			parts = append(parts, r.labels[i], r.cells[i])
		}
	}
	return append(parts, t.ring)
}

func (t *Table) place(size fyne.Size) {
	look, y := t.f.Look, t.lay(size.Width)
	setHidden(t.empty, len(t.rows) > 0)
	put(t.empty, y.padX, look.Size("kit.table.padY"), max(0, size.Width-2*y.padX), size.Height)
	for i, title := range t.titles {
		if setHidden(title, y.head == 0); y.head > 0 {
			high := title.HeightFor(y.columns[i].w)
			put(title, y.columns[i].x, y.head-look.Size("kit.table.padY")-high, y.columns[i].w, high)
		}
	}
	line, top := plainStroke(look, look.Size("stroke.hair")), y.head
	for i, r := range t.rows {
		high := y.rows[i]
		put(t.lines[i], 0, top-line/2, size.Width, line)
		t.lines[i].Hidden = top == 0
		put(r.ground, 0, top, size.Width, high)
		t.placeRow(r, y, top, high)
		if i == t.opts.Chosen-1 {
			put(t.chosen.object, 0, top, size.Width, high)
		}
		if i == max(t.over, t.down) {
			put(t.pointed.object, 0, top, size.Width, high)
		}
		if i == t.at {
			placeRing(t.f, t.ring, 0, top, size.Width, high, look.Size("radius.control"))
		}
		top += high
	}
}

func (t *Table) placeRow(r *tableRow, y tableLay, top, high float32) {
	for i, cell := range r.cells {
		setHidden(r.labels[i], !y.folded || t.nothing(r, i))
		setHidden(cell, t.nothing(r, i))
		if y.folded {
			continue
		}
		c := y.columns[i]
		w := t.cellWidth(cell, c.w)
		h := HeightFor(cell, w)
		x := c.x + (c.w-w)*float32(t.opts.Columns[i].align())
		put(cell, x, top+(high-h)/2, w, h)
	}
	if y.folded {
		from := top + t.f.Look.Size("kit.table.blockPadY")
		t.block(r, y, func(o fyne.CanvasObject, x, at, w, h float32) { put(o, x, from+at, w, h) })
	}
}

func (t *Table) paint() {
	look := t.f.Look
	stroke, ink := look.Size("stroke.control"), theme.Ink
	if t.disabled {
		ink = theme.DisabledInk
	}
	for _, r := range t.rows {
		for _, words := range r.words {
			words.SetColor(look.Color(ink))
		}
	}
	t.chosen.object.Hidden = t.opts.Chosen < 1 || t.opts.Chosen > len(t.rows)
	fill, edge, wide := theme.LampWash, theme.LampEdge, stroke
	switch {
	case t.disabled:
		fill, edge = theme.DisabledFill, theme.DisabledInk
	case look.Plain():
		edge, wide = theme.Lamp, 2*stroke
	}
	t.chosen.paint(look.Color(fill), look.Color(edge), wide)
	t.pointed.object.Hidden = max(t.over, t.down) < 0
	switch over := max(t.over, t.down); {
	case t.down >= 0:
		t.pointed.paint(look.Color(theme.SurfaceSunk), look.Color(theme.Ink), stroke)
	case over == t.opts.Chosen-1:
		t.pointed.paint(look.Color(theme.LampWash), look.Color(theme.LampInk), wide)
	default:
		t.pointed.paint(look.Color(theme.SurfaceSoft), look.Color(theme.LineStrong), stroke)
	}
}
