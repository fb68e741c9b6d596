package kit

import "fyne.io/fyne/v2"

// NoGrow says that no child of a row takes the width that is left over.
const NoGrow = -1

// HStack puts the objects beside each other, centred on one line. The child
// with index grow takes the width that is left over. If the row is too narrow
// for all natural widths, the growing child wraps first, then the others.
func HStack(gap float32, grow int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: row{gap: gap, grow: grow}, Objects: objects}
}

// TopRow is an HStack whose children are aligned at the top.
func TopRow(gap float32, grow int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: row{gap: gap, grow: grow, align: rowTop}, Objects: objects}
}

// StretchRow is an HStack whose children all get the height of the row, as
// cards beside each other.
func StretchRow(gap float32, grow int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: row{gap: gap, grow: grow, align: rowStretch}, Objects: objects}
}

// FoldRow is an HStack from the width limit on, and a VStack below it, or where
// the children do not fit beside each other.
func FoldRow(limit, gap float32, grow int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: row{gap: gap, grow: grow, fold: limit}, Objects: objects}
}

type rowAlign int

const (
	rowMiddle rowAlign = iota
	rowTop
	rowStretch
)

type row struct {
	small
	gap   float32
	grow  int
	align rowAlign
	fold  float32
}

// widths shares the width. A third of the row is kept for the growing child if
// it wants that much and the others can wrap enough for it; what the others
// can't have of their natural widths they give up by wrapping.
func (r row) widths(objects []fyne.CanvasObject, width float32) []float32 {
	free := width - r.gap*float32(max(0, len(objects)-1))
	ws, leasts := make([]float32, len(objects)), make([]float32, len(objects))
	var kept, need, fixed float32
	grows := r.grow >= 0 && r.grow < len(ws)
	for i, o := range objects {
		if i == r.grow {
			kept = min(Natural(o), max(free/3, Least(o)))
			continue
		}
		ws[i], leasts[i] = Natural(o), Least(o)
		need += leasts[i]
	}
	if grows {
		kept = min(kept, max(Least(objects[r.grow]), free-need))
	}
	squeeze(ws, leasts, free-kept)
	for _, w := range ws {
		fixed += w
	}
	if grows {
		ws[r.grow] = max(0, free-fixed)
	}
	return ws
}

// HeightFor is the highest child.
func (r row) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if r.folds(objects, width) {
		return stack{gap: r.gap}.HeightFor(objects, width)
	}
	seen, high := r.seen(objects), float32(0)
	for i, w := range seen.widths(shown(objects), width) {
		high = max(high, HeightFor(shown(objects)[i], w))
	}
	return high
}

// folds reports whether the children stand under each other: below the limit,
// or where a wide font leaves no room for their longest words.
func (r row) folds(objects []fyne.CanvasObject, width float32) bool {
	if r.fold == 0 {
		return false
	}
	seen := shown(objects)
	need := r.gap * float32(max(0, len(seen)-1))
	for _, o := range seen {
		need += Least(o)
	}
	return width < r.fold || width < need
}

// Natural is the sum of the natural widths and the gaps.
func (r row) Natural(objects []fyne.CanvasObject) float32 {
	seen := shown(objects)
	sum := r.gap * float32(max(0, len(seen)-1))
	for _, o := range seen {
		sum += Natural(o)
	}
	return sum
}

// Layout places the children from the left.
func (r row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if r.folds(objects, size.Width) {
		stack{gap: r.gap}.Layout(objects, size)
		return
	}
	seen := shown(objects)
	var x float32
	for i, w := range r.seen(objects).widths(seen, size.Width) {
		h, y := HeightFor(seen[i], w), float32(0)
		switch r.align {
		case rowStretch:
			h = size.Height
		case rowMiddle:
			y = (size.Height - h) / 2
		}
		put(seen[i], x, y, w, h)
		x += w + r.gap
	}
}

// seen is the row with the index of the growing child among those shown.
func (r row) seen(objects []fyne.CanvasObject) row {
	for i := 0; i < r.grow && i < len(objects); i++ {
		if !objects[i].Visible() {
			r.grow--
		}
	}
	return r
}
