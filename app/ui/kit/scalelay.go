package kit

import (
	"strconv"

	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// scalePart is the parts of one part of a scale.
type scalePart struct {
	box    *panel
	cap    *KeyCap // nil if keys are not shown
	words  *Para   // beside the number
	middle *Para   // under the number
	tick   *glyph
	at     box // where it stands now
}

func newScalePart(f *Frame, number int, words string) *scalePart {
	look := f.Look
	p := &scalePart{box: newPanel(look, theme.Panel{Radius: look.Size("kit.scale.radius")})}
	if f.KeysShown() {
		p.cap = NewKeyCap(f, KeyCapOpts{Text: strconv.Itoa(number), Large: true})
	}
	p.words = Text(f, theme.Body, words)
	p.middle = NewPara(f, ParaOpts{Text: words, Role: theme.Body, Align: Centre})
	p.tick = newIcon(look, "check-circle", look.Color(theme.LampInk))
	return p
}

func (p *scalePart) capSide() float32 {
	if p.cap == nil {
		return 0
	}
	return p.cap.Natural()
}

// upright is the height of a part of the row, with its words at the width.
func (p *scalePart) upright(look *theme.Look, width float32) float32 {
	top := max(p.capSide(), look.Scaled("kit.scale.check"))
	return top + look.Size("kit.scale.wordsGap") + p.middle.HeightFor(width-2*look.Size("kit.scale.padX")) + 2*look.Size("kit.scale.padY")
}

// flat is the height of a part of the column, and the width of its words.
func (p *scalePart) flat(look *theme.Look, width float32) (height, words float32) {
	words = width - 2*look.Size("kit.scale.outPadX") - look.Size("space.m") - look.Scaled("kit.scale.check")
	if p.cap != nil {
		words -= p.capSide() + look.Size("space.m")
	}
	words = max(0, words)
	line := look.Line(theme.Body)
	return max(look.Size("kit.scale.row")+line-line/look.Scale(), p.words.HeightFor(words)+2*look.Size("kit.scale.wordsGap")), words
}

// broad is the width of a part of the column on one line.
func (p *scalePart) broad(look *theme.Look, words float32) float32 {
	w := words + 2*look.Size("kit.scale.outPadX") + look.Size("space.m") + look.Scaled("kit.scale.check")
	if p.cap != nil {
		w += p.capSide() + look.Size("space.m")
	}
	return w
}

// row is the width of each step beside the others, and whether they fit so.
func (s *Scale) row(width float32) (part float32, fits bool) {
	look, n := s.f.Look, float32(max(1, len(s.opts.Steps)))
	gap := look.Size("kit.scale.gap")
	part = (width - gap*(n-1)) / n
	growth := 1 + (look.Scale()-1)*look.Size("kit.scale.growth")
	least := look.Size("kit.scale.partLeast") * growth
	for _, p := range s.steps() {
		least = max(least, p.middle.Least()+2*look.Size("kit.scale.padX"))
	}
	return min(part, look.Scaled("kit.scale.partMost")), part >= least
}

func (s *Scale) steps() []*scalePart { return s.parted[:len(s.opts.Steps)] }

// layout gives every part its place and is the height of all.
func (s *Scale) layout(width float32) (at []box, height float32, stacked bool) {
	look := s.f.Look
	part, fits := s.row(width)
	var y float32
	if fits {
		for _, p := range s.steps() {
			y = max(y, look.Size("kit.scale.part"), p.upright(look, part))
		}
		for i := range s.steps() {
			at = append(at, box{float32(i) * (part + look.Size("kit.scale.gap")), 0, part, y})
		}
	} else {
		for i, p := range s.steps() {
			if i > 0 {
				y += look.Size("kit.scale.rowGap")
			}
			h, _ := p.flat(look, width)
			at = append(at, box{0, y, width, h})
			y += h
		}
	}
	if s.opts.Outside != "" {
		p, w := s.parted[len(s.parted)-1], width
		if fits {
			w = min(width, p.broad(look, p.words.Natural()))
		}
		h, _ := p.flat(look, w)
		y += look.Size("kit.scale.outGap")
		at = append(at, box{0, y, w, h})
		y += h
	}
	return at, y, !fits
}

// HeightFor is the height of the row, or of the column where it is narrow.
func (s *Scale) HeightFor(width float32) float32 {
	_, height, _ := s.layout(width)
	return height
}

// Natural is the width of the widest row.
func (s *Scale) Natural() float32 {
	look, n := s.f.Look, float32(max(1, len(s.opts.Steps)))
	return n*look.Scaled("kit.scale.partMost") + (n-1)*look.Size("kit.scale.gap")
}

// Least is the width of the column with the words wrapped at every one.
func (s *Scale) Least() float32 {
	var least float32
	for _, p := range s.parted {
		least = max(least, p.broad(s.f.Look, p.words.Least()))
	}
	return least
}

// CreateRenderer is for Fyne.
func (s *Scale) CreateRenderer() fyne.WidgetRenderer { return draw(s) }

func (s *Scale) parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, p := range s.parted {
		parts = append(parts, p.box.object, p.words, p.middle, p.tick.raster)
		if p.cap != nil {
			parts = append(parts, p.cap)
		}
	}
	return append(parts, s.ring)
}

func (s *Scale) place(size fyne.Size) {
	look := s.f.Look
	at, _, stacked := s.layout(size.Width)
	s.stacked = stacked
	for i, p := range s.parted {
		p.at = at[i]
		put(p.box.object, p.at.x, p.at.y, p.at.w, p.at.h)
		flat := stacked || s.outside(i)
		p.words.Hidden, p.middle.Hidden = !flat, flat
		if flat {
			p.placeFlat(look)
		} else {
			p.placeUpright(look)
		}
		if i == s.at {
			placeRing(s.f, s.ring, p.at.x, p.at.y, p.at.w, p.at.h, look.Size("kit.scale.radius"))
		}
	}
}

// placeUpright puts the number above the words, and the check in the corner.
func (p *scalePart) placeUpright(look *theme.Look) {
	x, y, side := look.Size("kit.scale.padX"), p.at.y+look.Size("kit.scale.padY"), look.Scaled("kit.scale.check")
	top := max(p.capSide(), side)
	if p.cap != nil {
		put(p.cap, p.at.x+(p.at.w-p.capSide())/2, y, p.capSide(), p.cap.HeightFor(0))
		corner := look.Size("kit.scale.checkIn")
		put(p.tick.raster, p.at.x+p.at.w-corner-side, p.at.y+corner, side, side)
	} else {
		put(p.tick.raster, p.at.x+(p.at.w-side)/2, y, side, side)
	}
	w := p.at.w - 2*x
	put(p.middle, p.at.x+x, y+top+look.Size("kit.scale.wordsGap"), w, p.middle.HeightFor(w))
}

// placeFlat puts number, words and check beside each other.
func (p *scalePart) placeFlat(look *theme.Look) {
	x, side := p.at.x+look.Size("kit.scale.outPadX"), look.Scaled("kit.scale.check")
	if p.cap != nil {
		h := p.cap.HeightFor(0)
		put(p.cap, x, p.at.y+(p.at.h-h)/2, p.capSide(), h)
		x += p.capSide() + look.Size("space.m")
	}
	_, w := p.flat(look, p.at.w)
	h := p.words.HeightFor(w)
	put(p.words, x, p.at.y+(p.at.h-h)/2, w, h)
	put(p.tick.raster, p.at.x+p.at.w-look.Size("kit.scale.outPadX")-side, p.at.y+(p.at.h-side)/2, side, side)
}

func (s *Scale) paint() {
	for i, p := range s.parted {
		p.paint(s.f.Look, choiceState{chosen: s.isChosen(i), disabled: s.disabled, pressed: i == s.down, hovered: i == s.over})
	}
}

func (p *scalePart) paint(look *theme.Look, state choiceState) {
	c := state.colors(look)
	p.box.paint(c.fill, c.edge, c.stroke)
	p.words.SetColor(c.ink)
	p.middle.SetColor(c.ink)
	if p.cap != nil {
		p.cap.tone(c.capInk, c.capEdge, c.capFill)
	}
	p.tick.raster.Hidden = !state.chosen
}
