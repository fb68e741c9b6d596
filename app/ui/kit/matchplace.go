package kit

import (
	"math"

	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// CreateRenderer is for Fyne.
func (m *Match) CreateRenderer() fyne.WidgetRenderer { return draw(m) }

// parts has the answer that is dragged in front.
func (m *Match) parts() []fyne.CanvasObject {
	var parts, front []fyne.CanvasObject
	for _, head := range m.heads {
		if head != nil {
			parts = append(parts, head)
		}
	}
	for _, r := range m.rows {
		parts = append(parts, r.parts()...)
	}
	for i, a := range m.answers {
		if m.drags(i) && m.held.row < 0 {
			front = append([]fyne.CanvasObject{m.raised.object}, a.listed()[1:]...)
		} else {
			parts = append(parts, a.listed()...)
		}
		switch row := m.rowOf(i); {
		case row < 0:
		case m.drags(i) && m.held.row >= 0:
			front = append([]fyne.CanvasObject{m.raised.object}, a.paired()[1:]...)
		default:
			parts = append(parts, a.paired()...)
		}
	}
	parts = append(parts, m.ring)
	return append(parts, front...)
}

func (m *Match) drags(answer int) bool { return m.drag.on && m.held.answer == answer }

func (m *Match) place(size fyne.Size) {
	look, y := m.f.Look, m.layout(size.Width)
	for i, head := range m.heads {
		if head != nil {
			putIn(head, y.heads[i])
		}
	}
	for i, r := range m.rows {
		r.place(m.f, y.rows[i])
		if i == m.at {
			b := y.rows[i].box
			placeRing(m.f, m.ring, b.x, b.y, b.w, b.h, look.Size("kit.match.radius"))
		}
	}
	for i, a := range m.answers {
		listed := y.answers[i]
		if m.drags(i) && m.held.row < 0 {
			listed = listed.by(m.moved)
			putIn(m.raised.object, listed)
		}
		a.placeListed(look, listed)
		if row := m.rowOf(i); row >= 0 {
			slot := y.rows[row].slot
			if m.drags(i) && m.held.row >= 0 {
				slot = slot.by(m.moved)
				putIn(m.raised.object, slot)
			}
			a.placePaired(look, slot)
		}
	}
}

func putIn(o fyne.CanvasObject, b box) { put(o, b.x, b.y, b.w, b.h) }

// by is the box at another place, on whole units: the pieces of a shadow would
// show their seams between them.
func (b box) by(d fyne.Delta) box {
	whole := func(v float32) float32 { return float32(math.Round(float64(v))) }
	return box{whole(b.x + d.DX), whole(b.y + d.DY), whole(b.w), whole(b.h)}
}

func (r *matchRow) place(f *Frame, y matchRowLay) {
	look := f.Look
	putIn(r.box.object, y.box)
	putIn(r.face, y.face)
	putIn(r.link.raster, y.link)
	r.link.raster.Hidden = y.link.w == 0
	placeBox(r.slot, y.slot.x, y.slot.y, y.slot.w, y.slot.h)
	padX := look.Size("kit.match.slotPadX")
	h := r.empty.HeightFor(y.slot.w - 2*padX)
	put(r.empty, y.slot.x+padX, y.slot.y+(y.slot.h-h)/2, y.slot.w-2*padX, h)
	if r.verdict != nil {
		putIn(r.sign.raster, y.sign)
		putIn(r.verdict, y.verdict)
	}
	if r.reason != nil {
		putIn(r.reason, y.reason)
	}
}

func (a *matchAnswer) placeListed(look *theme.Look, b box) {
	putIn(a.box.object, b)
	x, side := b.x+look.Size("kit.match.padX"), look.Scaled("kit.match.used")
	if a.cap != nil {
		h := a.cap.HeightFor(0)
		put(a.cap, x, b.y+(b.h-h)/2, a.cap.Natural(), h)
		x += a.cap.Natural() + look.Size("kit.match.space")
	}
	_, w := a.heightFor(look, b.w)
	h := a.text.HeightFor(w)
	put(a.text, x, b.y+(b.h-h)/2, w, h)
	put(a.used.raster, b.x+b.w-look.Size("kit.match.padX")-side, b.y+(b.h-side)/2, side, side)
}

func (a *matchAnswer) placePaired(look *theme.Look, b box) {
	putIn(a.pair.object, b)
	x := b.x + look.Size("kit.match.slotPadX")
	if a.pairCap != nil {
		h := a.pairCap.HeightFor(0)
		put(a.pairCap, x, b.y+(b.h-h)/2, a.pairCap.Natural(), h)
		x += a.pairCapRoom(look)
	}
	w := b.x + b.w - look.Size("kit.match.slotPadX") - x
	h := a.pairText.HeightFor(w)
	put(a.pairText, x, b.y+(b.h-h)/2, w, h)
}

func (m *Match) paint() {
	look := m.f.Look
	for i, r := range m.rows {
		leaves := m.drag.on && m.held.row == i
		r.paint(look, matchRowState{
			marked: i == m.marked(), paired: m.pairs[i] >= 0 && !leaves, off: m.disabled,
			over: i == m.over.row && !m.drag.on, pressed: i == m.down.row,
		})
	}
	for i, a := range m.answers {
		inList := func(s matchSpot) bool { return s.list && s.answer == i }
		a.paint(look, matchAnswerState{
			used: m.rowOf(i) >= 0, aimed: i == m.aim, off: m.disabled, held: m.drags(i),
			over: inList(m.over) && !m.drag.on, pressed: inList(m.down),
		})
	}
	for _, head := range m.heads {
		if head != nil && m.disabled {
			head.SetColor(look.Color(theme.DisabledInk))
		}
	}
}
