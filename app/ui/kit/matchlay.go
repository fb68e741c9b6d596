package kit

import "vigie/app/ui/theme"

// matchRowLay is where the parts of a row stand.
type matchRowLay struct{ box, face, link, slot, sign, verdict, reason box }

// matchLay is where everything of Match stands at a width.
type matchLay struct {
	heads   [2]box
	rows    []matchRowLay
	answers []box
	list    box // the room of all answers
	height  float32
}

// layout computes it. Where it is narrow the answers stand under the
// sentences, and where it is narrower the place of an answer under its own.
func (m *Match) layout(width float32) matchLay {
	look := m.f.Look
	growth := 1 + (look.Scale()-1)*look.Size("kit.match.growth")
	gap := look.Size("kit.match.gap")
	rows := (width - gap) * look.Size("kit.match.split")
	list := width - gap - rows
	beside := rows >= max(look.Size("kit.match.rowLeast")*growth, m.rowLeast()) && list >= max(look.Size("kit.match.answerLeast")*growth, m.answerLeast())
	if !beside {
		rows, list = width, width
	}
	var y matchLay
	bottom := y.layHead(m, 0, 0, 0, rows)
	for i, r := range m.rows {
		if i > 0 {
			bottom += look.Size("kit.match.rowGap")
		}
		y.rows = append(y.rows, m.layRow(r, bottom, rows))
		bottom += y.rows[i].box.h
	}
	y.list = box{y: bottom + look.Size("kit.match.stackGap"), w: list}
	if beside {
		y.list.x, y.list.y = rows+gap, 0
	}
	end := y.layHead(m, 1, y.list.x, y.list.y, list)
	for i, a := range m.answers {
		if i > 0 {
			end += look.Size("kit.match.answerGap")
		}
		h, _ := a.heightFor(look, list)
		y.answers = append(y.answers, box{y.list.x, end, list, h})
		end += h
	}
	y.height = max(bottom, end)
	y.list.h = y.height - y.list.y
	return y
}

// layHead places the words over a column and gives where the column begins.
func (y *matchLay) layHead(m *Match, i int, x, top, width float32) float32 {
	if m.heads[i] == nil {
		return top
	}
	h := m.heads[i].HeightFor(width)
	y.heads[i] = box{x, top, width, h}
	return top + h + m.f.Look.Size("kit.match.headGap")
}

// layRow places the parts of a row.
func (m *Match) layRow(r *matchRow, top, width float32) matchRowLay {
	look := m.f.Look
	pad, padX, space, link := look.Size("kit.match.pad"), look.Size("kit.match.padX"), look.Size("kit.match.space"), look.Scaled("kit.match.link")
	in, at := max(0, width-2*padX), top+pad
	half := (in - link - 2*space) / 2
	growth := 1 + (look.Scale()-1)*look.Size("kit.match.growth")
	var y matchRowLay
	if half >= max(look.Size("kit.match.half")*growth, m.halfLeast()) {
		slot := m.slotHeight(half)
		h := max(HeightFor(r.face, half), slot, look.Size("kit.match.row")-2*pad)
		y.face = box{padX, at + (h-HeightFor(r.face, half))/2, half, HeightFor(r.face, half)}
		y.link = box{padX + half + space, at + (h-link)/2, link, link}
		y.slot = box{padX + half + link + 2*space, at, half + padX - pad, h} // as near to the edge as to the top
		at += h
	} else {
		face, slot := HeightFor(r.face, in), m.slotHeight(in)
		y.face = box{padX, at, in, face}
		y.slot = box{padX, at + face + space, in, slot}
		at += face + space + slot
	}
	if r.verdict != nil {
		at = y.layFit(look, r, padX, at+space, in)
	}
	y.box = box{0, top, width, at + pad - top}
	return y
}

// layFit places how a pair stands, with the reason beside or under it.
func (y *matchRowLay) layFit(look *theme.Look, r *matchRow, x, top, width float32) (bottom float32) {
	side, space, line := look.Scaled("kit.match.fit"), look.Size("space.s"), look.Line(theme.Small)
	y.sign = box{x, top + (line-side)/2, side, side}
	x, width = x+side+space, max(0, width-side-space)
	word := min(r.verdict.Natural(), width)
	y.verdict = box{x, top, word, r.verdict.HeightFor(word)}
	bottom = top + y.verdict.h
	if r.reason == nil {
		return bottom
	}
	gap := look.Size("kit.match.space")
	y.reason = box{x + word + gap, top, width - word - gap, 0}
	if y.reason.w < max(look.Scaled("kit.match.half"), r.reason.Least()) {
		y.reason = box{x, bottom, width, 0}
	}
	y.reason.h = r.reason.HeightFor(y.reason.w)
	return max(bottom, y.reason.y+y.reason.h)
}

// slotHeight is the height of the place beside every sentence: that of the
// highest answer, so that nothing moves when an answer is put there.
func (m *Match) slotHeight(width float32) float32 {
	look := m.f.Look
	padX, padY := look.Size("kit.match.slotPadX"), look.Size("kit.match.slotPadY")
	h := look.Size("kit.match.slot")
	for _, a := range m.answers {
		h = max(h, a.pairText.HeightFor(width-2*padX-a.pairCapRoom(look))+2*padY)
	}
	for _, r := range m.rows {
		h = max(h, r.empty.HeightFor(width-2*padX)+2*padY)
	}
	return h
}

func (a *matchAnswer) pairCapRoom(look *theme.Look) float32 {
	if a.pairCap == nil {
		return 0
	}
	return a.pairCap.Natural() + look.Size("kit.match.space")
}

// heightFor is the height of an answer in the list, and the width of its text.
func (a *matchAnswer) heightFor(look *theme.Look, width float32) (height, text float32) {
	text = max(0, width-a.around(look))
	line := look.Line(theme.Body)
	return max(look.Size("kit.match.answer")+line-line/look.Scale(), a.text.HeightFor(text)+2*look.Size("kit.match.slotPadY")), text
}

// around is the width of all but the text of an answer in the list.
func (a *matchAnswer) around(look *theme.Look) float32 {
	w := 2*look.Size("kit.match.padX") + look.Size("space.s") + look.Scaled("kit.match.used")
	if a.cap != nil {
		w += a.cap.Natural() + look.Size("kit.match.space")
	}
	return w
}

// halfLeast is the width of a sentence or of the place beside it, wrapped at
// every word.
func (m *Match) halfLeast() float32 {
	look := m.f.Look
	var least float32
	for _, r := range m.rows {
		least = max(least, Least(r.face), r.empty.Least()+2*look.Size("kit.match.slotPadX"))
	}
	for _, a := range m.answers {
		least = max(least, a.pairText.Least()+a.pairCapRoom(look)+2*look.Size("kit.match.slotPadX"))
	}
	return least
}

// rowLeast is the width of a row with the place for its answer under it.
func (m *Match) rowLeast() float32 { return m.halfLeast() + 2*m.f.Look.Size("kit.match.padX") }

func (m *Match) answerLeast() float32 {
	var least float32
	for _, a := range m.answers {
		least = max(least, a.text.Least()+a.around(m.f.Look))
	}
	return least
}

// HeightFor is the height of the sentences and the answers.
func (m *Match) HeightFor(width float32) float32 { return m.layout(width).height }

// Natural is the width at which no sentence and no answer wraps.
func (m *Match) Natural() float32 {
	look := m.f.Look
	var half, list float32
	for _, r := range m.rows {
		half = max(half, Natural(r.face))
	}
	for _, a := range m.answers {
		half = max(half, a.pairText.Natural()+a.pairCapRoom(look)+2*look.Size("kit.match.slotPadX"))
		list = max(list, a.text.Natural()+a.around(look))
	}
	rows := 2*half + 2*look.Size("kit.match.padX") + 2*look.Size("kit.match.space") + look.Scaled("kit.match.link")
	return max(rows/look.Size("kit.match.split"), list/(1-look.Size("kit.match.split"))) + look.Size("kit.match.gap")
}

// Least is the width with everything under each other, wrapped at every word.
func (m *Match) Least() float32 {
	look := m.f.Look
	least := max(m.rowLeast(), m.answerLeast())
	for _, r := range m.rows {
		for _, p := range []*Para{r.verdict, r.reason} {
			if p != nil {
				least = max(least, p.Least()+2*look.Size("kit.match.padX")+look.Scaled("kit.match.fit")+look.Size("space.s"))
			}
		}
	}
	return least
}
