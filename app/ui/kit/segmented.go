package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// SegmentedOpts are the choices of a segmented control. Texts are translated.
type SegmentedOpts struct {
	ID       string
	Label    string   // what it is about, for reading aloud
	Parts    []string // one word each
	Chosen   int
	Short    bool // without the check icon, 40 high: languages in the top band
	OnChange func(index int)
}

// Segmented is one of a few words. It is one stop for Tab: left and right
// change, Home and End go to the ends.
type Segmented struct {
	control
	opts  SegmentedOpts
	box   *canvas.Rectangle
	fill  *canvas.Rectangle
	tick  *glyph
	texts []*canvas.Text
}

// NewSegmented returns a segmented control.
func NewSegmented(f *Frame, opts SegmentedOpts) *Segmented {
	look := f.Look
	s := &Segmented{opts: opts}
	s.box = newBox(color.Transparent, look.Color(f.edge()), look.Size("stroke.control"), look.Size("radius.control"))
	s.fill = newBox(color.Transparent, color.Transparent, 0, look.Size("kit.segment.radius"))
	s.tick = newIcon(look, "own-tick", look.Color(theme.Surface))
	for _, part := range opts.Parts {
		s.texts = append(s.texts, oneLine(look, part, theme.SegmentText, false, look.Color(theme.Ink)))
	}
	s.begin(f, s, opts.ID, opts.Label, nil)
	s.paint()
	return s
}

// Chosen is the index of the chosen part.
func (s *Segmented) Chosen() int { return s.opts.Chosen }

// Semantics is what is chosen from, the chosen part, and all parts.
func (s *Segmented) Semantics() Semantics {
	says := s.control.Semantics()
	says.Role, says.Value, says.Lines = RoleSegmented, s.opts.Parts[s.opts.Chosen], s.opts.Parts
	return says
}

// choose changes the part and tells it, if it is another one.
func (s *Segmented) choose(to int) {
	to = min(max(to, 0), len(s.opts.Parts)-1)
	if to == s.opts.Chosen {
		return
	}
	s.opts.Chosen = to
	s.Refresh()
	if s.opts.OnChange != nil {
		s.opts.OnChange(to)
	}
}

// TypedKey changes the part.
func (s *Segmented) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.choose(s.opts.Chosen - 1)
	case fyne.KeyRight:
		s.choose(s.opts.Chosen + 1)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.opts.Parts) - 1)
	default:
		s.f.Keys.Typed(e)
	}
}

// Tapped chooses the part under the mouse.
func (s *Segmented) Tapped(e *fyne.PointEvent) {
	s.takeFocus()
	x := s.inset()
	for i := range s.texts {
		if w := s.part(i); e.Position.X < x+w || i == len(s.texts)-1 {
			s.choose(i)
			return
		} else {
			x += w
		}
	}
}

func (s *Segmented) inset() float32 { return s.f.Look.Size("kit.segment.inset") }

// part is the width of a part; every part has room to be bold and, unless
// short, to have the check icon, so that nothing moves when the choice does.
func (s *Segmented) part(i int) float32 {
	look := s.f.Look
	w := measure(look, s.opts.Parts[i], s.texts[i].TextSize, true).Width + 2*look.Size("kit.segment.pad")
	if i == s.opts.Chosen && !s.opts.Short {
		w += s.tickRoom()
	}
	return w
}

func (s *Segmented) tickRoom() float32 {
	return s.f.Look.Scaled("kit.segment.check") + s.f.Look.Size("kit.segment.gap")
}

// HeightFor is the height of the control.
func (s *Segmented) HeightFor(float32) float32 {
	look := s.f.Look
	line, path := look.Line(theme.SegmentText), "kit.segment.height"
	if s.opts.Short {
		path = "targets.small"
	}
	return look.Size(path) + line - line/look.Scale()
}

// Natural is the width of all parts.
func (s *Segmented) Natural() float32 {
	w := 2 * s.inset()
	for i := range s.texts {
		w += s.part(i)
	}
	return w
}

// CreateRenderer is for Fyne.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer { return draw(s) }

func (s *Segmented) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{s.box, s.fill, s.tick.raster}
	for _, t := range s.texts {
		parts = append(parts, t)
	}
	return append(parts, s.ring)
}

func (s *Segmented) place(size fyne.Size) {
	look := s.f.Look
	placeBox(s.box, 0, 0, size.Width, size.Height)
	in := s.inset()
	x := in
	for i, t := range s.texts {
		w, from := s.part(i), float32(0)
		if i == s.opts.Chosen {
			put(s.fill, x, in, w, size.Height-2*in)
			if !s.opts.Short {
				side := look.Scaled("kit.segment.check")
				from = s.tickRoom()
				put(s.tick.raster, x+look.Size("kit.segment.pad"), (size.Height-side)/2, side, side)
			}
		}
		centreText(t, x+from, 0, w-from, size.Height)
		x += w
	}
	placeRing(s.f, s.ring, 0, 0, size.Width, size.Height, look.Size("radius.control"))
}

func (s *Segmented) paint() {
	look := s.f.Look
	ground, words, on, onText := theme.Surface, theme.Ink, theme.Ink, theme.Surface
	if s.f.night {
		ground, words, on, onText = theme.NightRaise, theme.OnNight, theme.OnNight, theme.NightA
	}
	if s.disabled {
		words, on = theme.DisabledInk, theme.DisabledInk
	}
	edge := s.f.edge()
	if s.hovered {
		edge = s.f.ink()
	}
	paintBox(s.box, look.Color(ground), look.Color(edge))
	paintBox(s.fill, look.Color(on), color.Transparent)
	s.tick.raster.Hidden = s.opts.Short
	s.tick.recolor(look.Color(onText))
	for i, t := range s.texts {
		t.Color, t.FontSource = look.Color(words), look.Font(s.opts.Short)
		if i == s.opts.Chosen {
			t.Color, t.FontSource = look.Color(onText), look.Font(true)
		}
		t.Refresh()
	}
}
