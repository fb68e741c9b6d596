package kit

import "fyne.io/fyne/v2"

// sheetLay is how a sheet stands in a room. Question and answers stay in view
// while the rest scrolls; where that would leave too little, the answers scroll
// too, and at last the question.
type sheetLay struct {
	all    bool    // the answers scroll
	whole  bool    // so does the question
	beside bool    // the closing button stands beside the question, not below the answers
	width  float32 // of the card, with its margin
	inner  float32 // inside the card
	head   float32 // heights
	foot   float32
	need   float32 // of the card if nothing has to scroll
}

func (s *Sheet) gap() float32 { return s.f.Look.Size("kit.sheet.gap") }

// measure lays the sheet out for a width.
func (s *Sheet) measure(width float32) sheetLay {
	look := s.f.Look
	growth := 1 + (look.Scale()-1)*look.Size("kit.sheet.growth")
	l := sheetLay{width: min(max(0, width-2*look.Size("kit.sheet.margin")), look.Size("kit.sheet.width")*growth)}
	l.inner = max(0, l.width-2*look.Size("kit.sheet.pad"))
	closing := s.close.Natural()
	room := l.inner - closing - s.gap()
	l.beside = room >= max(Least(s.title), look.Scaled("kit.sheet.titleLeast"))
	if !l.beside {
		closing, room = min(closing, l.inner), l.inner
	}
	l.head = s.title.HeightFor(room)
	if l.beside {
		l.head = max(l.head, s.close.HeightFor(closing))
	}
	l.foot = s.footHeight(l)
	l.need = 2*look.Size("kit.sheet.pad") + l.head
	if s.opts.Body != nil {
		l.need += s.gap() + HeightFor(s.opts.Body, l.inner)
	}
	if l.foot > 0 {
		l.need += s.gap() + l.foot
	}
	return l
}

func (s *Sheet) footHeight(l sheetLay) float32 {
	var high float32
	if len(s.opts.Actions) > 0 {
		high = HeightFor(s.actions, l.inner)
	}
	if !l.beside {
		if high > 0 {
			high += s.f.Look.Size("kit.sheet.actionGap")
		}
		high += s.close.HeightFor(min(s.close.Natural(), l.inner))
	}
	return high
}

// HeightFor is the height at which nothing has to scroll.
func (s *Sheet) HeightFor(width float32) float32 {
	return s.measure(width).need + 2*s.f.Look.Size("kit.sheet.margin")
}

// Natural is the width of the card with its margins.
func (s *Sheet) Natural() float32 {
	return s.measure(unlimited).width + 2*s.f.Look.Size("kit.sheet.margin")
}

// Least is the width of the longest word in it, with the margins.
func (s *Sheet) Least() float32 {
	w := max(Least(s.title), Least(s.actions), Least(s.close))
	if s.opts.Body != nil {
		w = max(w, Least(s.opts.Body))
	}
	return w + 2*s.f.Look.Size("kit.sheet.pad") + 2*s.f.Look.Size("kit.sheet.margin")
}

// CreateRenderer is for Fyne.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer { return draw(s) }

func (s *Sheet) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{s.scrim, s.card}
	switch {
	case s.lay.whole:
		parts = append(parts, s.scroll)
	case s.lay.all:
		parts = append(parts, s.title, s.scroll)
	case s.opts.Body == nil:
		parts = append(parts, s.title, s.actions, s.close)
	default:
		parts = append(parts, s.title, s.scroll, s.actions, s.close)
	}
	return append(parts, s.fence)
}

func (s *Sheet) paint() {}

func (s *Sheet) place(size fyne.Size) {
	look := s.f.Look
	pad, margin, ring := look.Size("kit.sheet.pad"), look.Size("kit.sheet.margin"), look.Size("kit.sheet.ringRoom")
	l := s.measure(size.Width)
	high := min(l.need, max(0, size.Height-2*margin))
	if high < l.need {
		left := high - (l.need - s.bodyHeight(l))
		l.all = left < min(s.bodyHeight(l), look.Scaled("kit.sheet.bodyLeast"))
	}
	if l.all {
		l.beside = false
		l.head = s.title.HeightFor(l.inner)
		l.whole = l.head > high*look.Size("kit.sheet.titleMost")
	}
	s.fill(l)
	x, y := (size.Width-l.width)/2, (size.Height-high)/2
	put(s.scrim, 0, 0, size.Width, size.Height)
	put(s.card, x, y, l.width, high)
	x, y = x+pad, y+pad
	if l.all {
		top := y - pad + ring
		if !l.whole {
			put(s.title, x, y, l.inner, l.head)
			top = y + l.head + ring
		}
		put(s.scroll, x-ring, top, l.inner+2*ring, max(0, y-pad+high-ring-top))
		s.scroll.Refresh()
		return
	}
	room := l.inner
	if l.beside {
		room -= s.close.Natural() + s.gap()
		put(s.close, x+l.inner-s.close.Natural(), y, s.close.Natural(), s.close.HeightFor(s.close.Natural()))
	}
	own := s.title.HeightFor(room)
	put(s.title, x, y+max(0, (l.head-own)/2), room, own)
	foot := y + high - 2*pad - l.foot
	if s.opts.Body != nil {
		top := y + l.head + s.gap()
		put(s.scroll, x-ring, top-ring, l.inner+2*ring, max(0, high-l.need+s.bodyHeight(l))+2*ring)
		s.scroll.Refresh()
	}
	put(s.actions, x, foot, l.inner, HeightFor(s.actions, l.inner))
	if !l.beside {
		w := min(s.close.Natural(), l.inner)
		h := s.close.HeightFor(w)
		put(s.close, x+l.inner-w, foot+l.foot-h, w, h)
	}
}

func (s *Sheet) bodyHeight(l sheetLay) float32 {
	if s.opts.Body == nil {
		return 0
	}
	return HeightFor(s.opts.Body, l.inner)
}

// fill puts into the scroll what scrolls.
func (s *Sheet) fill(l sheetLay) {
	s.lay = l
	var inside []fyne.CanvasObject
	if l.whole {
		inside = append(inside, s.title)
	}
	if s.opts.Body != nil {
		inside = append(inside, s.opts.Body)
	}
	if l.all {
		inside = append(inside, s.actions, HugRight(s.close))
	}
	s.flow.Objects = inside
}
