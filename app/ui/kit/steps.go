package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// Steps is the row of dots that says how far a lesson is: lit for what is
// done, ringed for now, open for what comes. It stands on the night, with the
// words beside it.
type Steps struct {
	widget.BaseWidget
	look    *theme.Look
	dots    []*canvas.Circle
	current int
	ring    *canvas.Circle
}

// NewSteps returns the dots of a lesson at its current step, counted from 1.
// The dot of a step that was just reached lights.
func NewSteps(f *Frame, current, of int, reached bool) *Steps {
	look := f.Look
	s := &Steps{look: look, current: current}
	lit, open := look.Color(theme.Lamp), look.Color(theme.NightLine)
	for i := 1; i <= of; i++ {
		if i <= current {
			s.dots = append(s.dots, newDisc(lit, color.Transparent, 0))
			continue
		}
		s.dots = append(s.dots, newDisc(color.Transparent, open, look.Size("kit.lamps.ring")))
	}
	s.ring = newDisc(color.Transparent, lit, look.Size("kit.lamps.ring"))
	s.ring.Hidden = current < 1 || current > of
	if !s.ring.Hidden && reached {
		now := s.dots[current-1]
		f.move("motion.move", 1, func(part float32) {
			now.FillColor = theme.Mix(open, lit, part)
			now.Refresh()
		})
	}
	s.ExtendBaseWidget(s)
	return s
}

// HeightFor is the height of the current dot with its ring.
func (s *Steps) HeightFor(float32) float32 { return s.look.Scaled("kit.lamps.progressCurrent") }

// Natural is the width of all dots.
func (s *Steps) Natural() float32 {
	return float32(len(s.dots))*s.pitch() + s.look.Scaled("kit.lamps.progressGap")
}

func (s *Steps) pitch() float32 {
	return s.look.Scaled("kit.lamps.progress") + s.look.Scaled("kit.lamps.progressGap")
}

// CreateRenderer is for Fyne.
func (s *Steps) CreateRenderer() fyne.WidgetRenderer { return draw(s) }

func (s *Steps) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{s.ring}
	for _, d := range s.dots {
		parts = append(parts, d)
	}
	return parts
}

func (s *Steps) paint() {}

func (s *Steps) place(size fyne.Size) {
	side, big := s.look.Scaled("kit.lamps.progress"), s.look.Scaled("kit.lamps.progressCurrent")
	for i, d := range s.dots {
		middle := s.pitch()*(float32(i)+1) - s.look.Scaled("kit.lamps.progressGap")/2
		placeDisc(d, middle-side/2, (size.Height-side)/2, side)
		if i+1 == s.current {
			placeDisc(s.ring, middle-big/2, (size.Height-big)/2, big)
		}
	}
}
