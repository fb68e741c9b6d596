package kit

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// SliderOpts are the choices of a slider with a few steps.
type SliderOpts struct {
	ID       string
	Label    string // translated, what it is about
	Said     string // translated, where it stands now, for reading aloud
	Steps    int
	At       int // from 0
	OnChange func(step int)
}

// Slider is a track with steps and an amber knob, such as for the text size.
// It is one stop for Tab: left and right move a step, Home and End go to the
// ends; a tap or a drag goes to the nearest step.
type Slider struct {
	control
	opts        SliderOpts
	track, done *canvas.Rectangle
	ticks       []*canvas.Rectangle
	knob        *canvas.Circle
	dragged     bool
}

// NewSlider returns a slider.
func NewSlider(f *Frame, opts SliderOpts) *Slider {
	look := f.Look
	s := &Slider{opts: opts}
	s.track = newBox(look.Color(theme.LineStrong), color.Transparent, 0, look.Size("kit.slider.track")/2)
	s.done = newBox(look.Color(theme.Ink), color.Transparent, 0, look.Size("kit.slider.track")/2)
	for range opts.Steps {
		s.ticks = append(s.ticks, canvas.NewRectangle(look.Color(theme.LineStrong)))
	}
	s.knob = newDisc(look.Color(theme.Lamp), look.Color(theme.LampEdge), look.Size("stroke.control"))
	s.begin(f, s, opts.ID, opts.Label, nil)
	return s
}

// Semantics is what is set and where it stands now.
func (s *Slider) Semantics() Semantics {
	says := s.control.Semantics()
	says.Role, says.Value = RoleSlider, s.opts.Said
	return says
}

// At is the current step from 0.
func (s *Slider) At() int { return s.opts.At }

func (s *Slider) move(to int) {
	if s.slide(to) && s.opts.OnChange != nil {
		s.opts.OnChange(s.opts.At)
	}
}

// slide moves the knob without telling; it reports whether it moved.
func (s *Slider) slide(to int) bool {
	to = min(max(to, 0), s.opts.Steps-1)
	if to == s.opts.At || s.disabled {
		return false
	}
	s.opts.At = to
	s.Refresh()
	return true
}

// TypedKey moves the knob; other keys go to the page.
func (s *Slider) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		s.move(s.opts.At - 1)
	case fyne.KeyRight, fyne.KeyUp:
		s.move(s.opts.At + 1)
	case fyne.KeyHome:
		s.move(0)
	case fyne.KeyEnd:
		s.move(s.opts.Steps - 1)
	default:
		s.f.Keys.Typed(e)
	}
}

// Tapped moves the knob to the nearest step.
func (s *Slider) Tapped(e *fyne.PointEvent) {
	s.takeFocus()
	s.move(s.stepAt(e.Position.X))
}

// Dragged moves the knob to the nearest step; DragEnd tells it, as the page
// may be built again for it.
func (s *Slider) Dragged(e *fyne.DragEvent) {
	if s.slide(s.stepAt(e.Position.X)) {
		s.dragged = true
	}
}

// DragEnd tells where the knob was left.
func (s *Slider) DragEnd() {
	if s.dragged && s.opts.OnChange != nil {
		s.opts.OnChange(s.opts.At)
	}
	s.dragged = false
}

func (s *Slider) stepAt(x float32) int {
	pad := s.f.Look.Scaled("kit.slider.knob") / 2
	part := (x - pad) / max(1, s.Size().Width-2*pad)
	return int(math.Round(float64(part) * float64(s.opts.Steps-1)))
}

// HeightFor is the height of the slider.
func (s *Slider) HeightFor(float32) float32 { return s.f.Look.Size("kit.slider.height") }

// Natural is the width of the slider.
func (s *Slider) Natural() float32 { return s.f.Look.Size("kit.slider.width") }

// Least is half of it.
func (s *Slider) Least() float32 { return s.Natural() / 2 }

// CreateRenderer is for Fyne.
func (s *Slider) CreateRenderer() fyne.WidgetRenderer { return draw(s) }

func (s *Slider) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{s.track, s.done}
	for _, t := range s.ticks {
		parts = append(parts, t)
	}
	return append(parts, s.knob, s.ring)
}

func (s *Slider) paint() {}

func (s *Slider) place(size fyne.Size) {
	look := s.f.Look
	knob, high := look.Scaled("kit.slider.knob"), look.Size("kit.slider.track")
	from, width := knob/2, size.Width-knob
	step := width / float32(max(1, s.opts.Steps-1))
	at := from + step*float32(s.opts.At)
	put(s.track, from, (size.Height-high)/2, width, high)
	put(s.done, from, (size.Height-high)/2, at-from, high)
	tick, thin := look.Size("kit.slider.tick"), look.Size("kit.slider.tickWidth")
	for i, t := range s.ticks {
		put(t, from+step*float32(i)-thin/2, (size.Height-tick)/2, thin, tick)
	}
	placeDisc(s.knob, at-knob/2, (size.Height-knob)/2, knob)
	placeRing(s.f, s.ring, 0, 0, size.Width, size.Height, look.Size("kit.slider.radius"))
}
