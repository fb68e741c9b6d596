package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// box is a place and a size.
type box struct{ x, y, w, h float32 }

func (b box) holds(at fyne.Position) bool {
	return at.X >= b.x && at.X < b.x+b.w && at.Y >= b.y && at.Y < b.y+b.h
}

// lanesLay is where everything of Lanes stands at a width.
type lanesLay struct {
	top, aside box
	lanes      []box
	heads      []box
	slots      []box // the free place at the end of each lane
	cards      []box // by card; empty above the lanes
	height     float32
}

// layout computes it. Lanes that would be too narrow stand under each other;
// lanes beside each other share the height that is left over.
func (l *Lanes) layout(size fyne.Size) lanesLay {
	look := l.f.Look
	y := lanesLay{cards: make([]box, len(l.cards))}
	bottom := l.layTop(&y, size.Width)
	n := len(l.lanes)
	if n == 0 {
		y.height = bottom
		return y
	}
	gap := look.Size("kit.lanes.gap")
	w := (size.Width - gap*float32(n-1)) / float32(n)
	growth := 1 + (look.Scale()-1)*look.Size("kit.lanes.growth")
	stacked := w < max(look.Size("kit.lanes.min")*growth, l.laneLeast())
	if stacked {
		w = size.Width
	}
	from := bottom + look.Size("kit.lanes.deckGap")
	var high float32
	for i := range l.lanes {
		if stacked {
			from = y.lane(l, i, 0, from, w) + gap
			high = from - gap
		} else {
			high = max(high, y.lane(l, i, float32(i)*(w+gap), from, w))
		}
	}
	y.height = high
	for i := range y.lanes {
		if !stacked {
			y.lanes[i].h = max(high, size.Height) - from
		}
	}
	return y
}

// layTop places the current card and what is beside or under it.
func (l *Lanes) layTop(y *lanesLay, width float32) (bottom float32) {
	look := l.f.Look
	padX, padY := look.Size("kit.lanes.topPadX"), look.Size("kit.lanes.topPadY")
	y.top.w = min(width, look.Scaled("kit.lanes.topMost"))
	y.top.h = look.Size("kit.lanes.top")
	for _, c := range l.cards {
		y.top.h = max(y.top.h, HeightFor(c.face, y.top.w-2*padX)+2*padY)
	}
	bottom = y.top.h + look.Size("kit.lanes.deckOut")
	aside := l.opts.Aside
	if aside == nil {
		return bottom
	}
	gap := look.Size("kit.lanes.asideGap")
	y.aside = box{x: y.top.w + gap, w: width - y.top.w - gap}
	if y.aside.w < max(Least(aside), look.Scaled("kit.lanes.asideLeast")) {
		y.aside = box{y: bottom + look.Size("space.l"), w: width}
		y.aside.h = HeightFor(aside, width)
		return y.aside.y + y.aside.h
	}
	y.aside.h = HeightFor(aside, y.aside.w)
	y.aside.y = max(0, y.top.h-y.aside.h) / 2
	return max(bottom, y.aside.h)
}

// lane places a lane and what lies in it, and gives its lower edge.
func (y *lanesLay) lane(l *Lanes, i int, x, top, w float32) float32 {
	look := l.f.Look
	pad, gap := look.Size("kit.lanes.pad"), look.Size("kit.lanes.cardGap")
	in, at := max(0, w-2*pad), top+pad
	head := HeightFor(l.lanes[i].head, in)
	y.heads = append(y.heads, box{x + pad, at, in, head})
	at += head + look.Size("kit.lanes.headGap")
	for _, card := range l.inLane(i) {
		h := l.cards[card].heightFor(in)
		y.cards[card] = box{x + pad, at, in, h}
		at += h + gap
	}
	slot := l.lanes[i].slotHeight(look, in)
	y.slots = append(y.slots, box{x + pad, at, in, slot})
	at += slot + pad
	y.lanes = append(y.lanes, box{x, top, w, at - top})
	return at
}

// laneLeast is the width of a lane with everything wrapped at every word.
func (l *Lanes) laneLeast() float32 {
	var least float32
	for _, n := range l.lanes {
		least = max(least, Least(n.head), Least(n.here))
	}
	for _, c := range l.cards {
		least = max(least, c.least())
		for i := range l.lanes {
			least = max(least, c.reasonLeast(i)+c.pad.Left+c.pad.Right)
		}
	}
	return least + 2*l.f.Look.Size("kit.lanes.pad")
}

// HeightFor is the height of the current card and of the lanes, with room for
// one more card in each.
func (l *Lanes) HeightFor(width float32) float32 { return l.layout(fyne.NewSize(width, 0)).height }

// Natural is the width of lanes beside each other in which nothing wraps.
func (l *Lanes) Natural() float32 {
	look := l.f.Look
	var lane, top float32
	for _, c := range l.cards {
		lane = max(lane, c.text.Natural()+c.pad.Left+c.pad.Right)
		top = max(top, Natural(c.face)+2*look.Size("kit.lanes.topPadX"))
	}
	for _, n := range l.lanes {
		lane = max(lane, Natural(n.head), Natural(n.here))
	}
	n := float32(len(l.lanes))
	return max(top, n*(max(lane+2*look.Size("kit.lanes.pad"), look.Size("kit.lanes.min"))+look.Size("kit.lanes.gap"))-look.Size("kit.lanes.gap"))
}

// Least is the width of lanes under each other, wrapped at every word.
func (l *Lanes) Least() float32 {
	least := l.laneLeast()
	for _, c := range l.cards {
		least = max(least, Least(c.face)+2*l.f.Look.Size("kit.lanes.topPadX"))
	}
	return least
}

// CreateRenderer is for Fyne.
func (l *Lanes) CreateRenderer() fyne.WidgetRenderer { return draw(l) }

func (l *Lanes) place(size fyne.Size) {
	look, y := l.f.Look, l.layout(size)
	if l.opts.Aside != nil {
		put(l.opts.Aside, y.aside.x, y.aside.y, y.aside.w, y.aside.h)
	}
	for i, n := range l.lanes {
		put(n.box.object, y.lanes[i].x, y.lanes[i].y, y.lanes[i].w, y.lanes[i].h)
		put(n.head, y.heads[i].x, y.heads[i].y, y.heads[i].w, y.heads[i].h)
		s := y.slots[i]
		placeBox(n.slot, s.x, s.y, s.w, s.h)
		w := min(Natural(n.here), s.w-2*look.Size("kit.lanes.cardPadX"))
		h := HeightFor(n.here, w)
		put(n.here, s.x+(s.w-w)/2, s.y+(s.h-h)/2, w, h)
	}
	for card, b := range y.cards {
		if l.laneOf(card) < 0 {
			continue
		}
		if card == l.at {
			b = l.dragged(b)
			placeRing(l.f, l.ring, b.x, b.y, b.w, b.h, look.Size("kit.lanes.cardRadius"))
		}
		if card == l.glides {
			b.x, b.y = b.x+l.far.DX, b.y+l.far.DY
		}
		l.cards[card].place(b.x, b.y, b.w, b.h)
	}
	l.placeTop(y.top)
}

// placeOf is where a card is seen now: in its lane, or on top of the others.
func (l *Lanes) placeOf(card int) fyne.Position {
	if card < 0 {
		return fyne.Position{}
	}
	y := l.layout(l.Size())
	at := y.cards[card]
	if l.laneOf(card) < 0 {
		at = y.top
	}
	if card == l.at {
		at = l.dragged(at)
	}
	return fyne.NewPos(at.x, at.y)
}

// glide moves a card from where it was seen to its lane.
func (l *Lanes) glide(card int, from fyne.Position) {
	if l.f.Motion == nil || l.Size().Width == 0 {
		return
	}
	way := from.Subtract(l.placeOf(card))
	l.f.move("motion.move", 1, func(part float32) {
		l.glides, l.far = card, fyne.NewDelta(way.X*(1-part), way.Y*(1-part))
		if part >= 1 {
			l.glides = -1
		}
		l.place(l.Size())
		canvas.Refresh(l)
	})
}

// dragged is a box that goes with the mouse.
func (l *Lanes) dragged(b box) box {
	if l.drag.on {
		b.x, b.y = b.x+l.moved.DX, b.y+l.moved.DY
	}
	return b
}

func (l *Lanes) placeTop(at box) {
	look := l.f.Look
	in, out := look.Size("kit.lanes.deckInset"), look.Size("kit.lanes.deckOut")
	put(l.deck.object, at.x+in, at.y+out, max(0, at.w-2*in), at.h)
	put(l.flat.object, at.x, at.y, at.w, at.h)
	padX := look.Size("kit.lanes.topPadX")
	words := l.empty.HeightFor(at.w - 2*padX)
	put(l.empty, at.x+padX, at.y+(at.h-words)/2, at.w-2*padX, words)
	if front := l.front(); front >= 0 {
		if front == l.at {
			at = l.dragged(at)
			placeRing(l.f, l.ring, at.x, at.y, at.w, at.h, look.Size("radius.card"))
		}
		face := l.cards[front].face
		h := HeightFor(face, at.w-2*padX)
		put(face, at.x+padX, at.y+(at.h-h)/2, at.w-2*padX, h)
	}
	put(l.top.object, at.x, at.y, at.w, at.h)
}

func (l *Lanes) newDeck(f *Frame) {
	look := f.Look
	radius, stroke := look.Size("radius.card"), plainStroke(look, look.Size("stroke.hair"))
	l.deck = newPanel(look, theme.Panel{Fill: look.Color(theme.SurfaceSunk), Edge: look.Color(theme.Line), Stroke: stroke, Radius: radius})
	top := theme.Panel{Fill: look.Color(theme.Surface), Edge: look.Color(theme.LineStrong), Stroke: plainStroke(look, 0), Radius: radius}
	l.flat = newPanel(look, top)
	if !look.Plain() {
		top.Shadow, top.Tone = liftShadow, look.Color(theme.Shadow)
	}
	l.top = newPanel(look, top)
	l.empty = NewPara(f, ParaOpts{Text: l.opts.Words.Empty, Color: theme.InkSoft, Align: Centre})
}
