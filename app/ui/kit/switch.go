package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// SwitchOpts are the choices of a switch. Texts are translated.
type SwitchOpts struct {
	ID       string
	Label    string // what it is about, for reading aloud
	On       bool
	OnWord   string // the word beside it when it is on
	OffWord  string
	OnChange func(on bool)
}

// Switch is on or off, said by the place of the knob and by a word. Enter and
// Space change it, left switches off and right on.
type Switch struct {
	control
	opts SwitchOpts
	box  *canvas.Rectangle
	knob *canvas.Circle
	word *canvas.Text
}

// NewSwitch returns a switch.
func NewSwitch(f *Frame, opts SwitchOpts) *Switch {
	look := f.Look
	s := &Switch{opts: opts}
	s.box = newBox(color.Transparent, color.Transparent, look.Size("stroke.control"), look.Size("kit.switch.height")/2)
	s.knob = newDisc(color.Transparent, color.Transparent, 0)
	s.word = oneLine(look, "", theme.SegmentText, false, look.Color(f.ink()))
	s.begin(f, s, opts.ID, opts.Label, nil)
	s.act = func() { s.set(!s.opts.On) }
	s.paint()
	return s
}

// Semantics is what is switched and whether it is on.
func (s *Switch) Semantics() Semantics {
	says := s.control.Semantics()
	says.Role, says.Value = RoleSwitch, s.opts.OffWord
	if s.opts.On {
		says.Value = s.opts.OnWord
	}
	return says
}

// On reports whether the switch is on.
func (s *Switch) On() bool { return s.opts.On }

func (s *Switch) set(on bool) {
	if s.opts.On == on || s.disabled {
		return
	}
	s.opts.On = on
	s.Refresh()
	if s.opts.OnChange != nil {
		s.opts.OnChange(on)
	}
}

// TypedKey changes the switch; other keys go to the page.
func (s *Switch) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.set(false)
	case fyne.KeyRight:
		s.set(true)
	default:
		s.control.TypedKey(e)
	}
}

// HeightFor is the height of the switch or of its word.
func (s *Switch) HeightFor(float32) float32 {
	return max(s.f.Look.Size("targets.minimum"), s.f.Look.Line(theme.SegmentText))
}

// Natural is the width of the switch and the longer word.
func (s *Switch) Natural() float32 {
	look := s.f.Look
	size := look.Text(theme.SegmentText)
	word := max(measure(look, s.opts.OnWord, size, false).Width, measure(look, s.opts.OffWord, size, false).Width)
	return look.Size("kit.switch.width") + look.Size("kit.switch.gap") + word
}

// CreateRenderer is for Fyne.
func (s *Switch) CreateRenderer() fyne.WidgetRenderer { return draw(s) }

func (s *Switch) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.box, s.knob, s.word, s.ring}
}

func (s *Switch) place(size fyne.Size) {
	look := s.f.Look
	w, h, knob := look.Size("kit.switch.width"), look.Size("kit.switch.height"), look.Size("kit.switch.knob")
	y := (size.Height - h) / 2
	placeBox(s.box, 0, y, w, h)
	in := (h - knob) / 2
	x := in
	if s.opts.On {
		x = w - in - knob
	}
	placeDisc(s.knob, x, y+in, knob)
	need := s.word.MinSize()
	put(s.word, w+look.Size("kit.switch.gap"), (size.Height-need.Height)/2, need.Width, need.Height)
	placeRing(s.f, s.ring, 0, y, w, h, h/2)
}

func (s *Switch) paint() {
	look := s.f.Look
	fill, edge, knob := theme.Surface, theme.LineStrong, theme.LineStrong
	s.word.Text = s.opts.OffWord
	if s.opts.On {
		fill, edge, knob = theme.Ink, theme.Ink, theme.Surface
		s.word.Text = s.opts.OnWord
	}
	if s.disabled {
		edge = theme.DisabledInk
	}
	paintBox(s.box, look.Color(fill), look.Color(edge))
	s.knob.FillColor = look.Color(knob)
	s.knob.Refresh()
	s.word.Refresh()
}
