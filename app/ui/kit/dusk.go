package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// DuskOpts are the choices of the scene.
type DuskOpts struct {
	Low   bool // the lower horizon of the look-up page
	Quiet bool // safe graphics: the two colours of the night, no scene
}

// Dusk is the evening by the water over a whole body, with an object in front
// of it that was built with AtNight. Text stays in the upper 81 % of the sky or
// below the horizon. In the high contrast palette the ground is plain.
func Dusk(f *Frame, opts DuskOpts, o fyne.CanvasObject) *fyne.Container {
	if f.Look.Plain() || opts.Quiet {
		return Dark(f, o)
	}
	s := &scene{look: f.Look, low: opts.Low}
	s.ExtendBaseWidget(s)
	return Overlay(s, o)
}

// Horizon is the height of the horizon in a body of that height.
func Horizon(f *Frame, low bool, height float32) float32 {
	look := f.Look
	at := look.Size("kit.scene.horizonHome")
	if low {
		at = look.Size("kit.scene.horizonLookUp")
	}
	body := look.Size("frame.height") - look.Size("frame.topBand") - look.Size("frame.footer")
	return height * (at - look.Size("frame.topBand")) / body
}

type scene struct {
	widget.BaseWidget
	look    *theme.Look
	low     bool
	objects []fyne.CanvasObject
	drawn   fyne.Size
}

// HeightFor is nothing: the scene takes what there is.
func (s *scene) HeightFor(float32) float32 { return 0 }

// Natural is nothing: the scene takes what there is.
func (s *scene) Natural() float32 { return 0 }

// CreateRenderer is for Fyne.
func (s *scene) CreateRenderer() fyne.WidgetRenderer { return draw(s) }

func (s *scene) parts() []fyne.CanvasObject { return s.objects }

func (s *scene) paint() {}

// place builds the scene once for each size.
func (s *scene) place(size fyne.Size) {
	if size == s.drawn {
		return
	}
	s.drawn, s.objects = size, nil
	f := &Frame{Look: s.look}
	horizon := Horizon(f, s.low, size.Height)
	s.gradients(size, horizon)
	p := painter{scene: s, stretch: size.Width / s.look.Size("kit.scene.frameWidth"), y: horizon}
	p.stars()
	p.tower = s.look.Size("kit.scene.towerHome") * p.stretch
	if s.low {
		p.tower = s.look.Size("kit.scene.towerLookUp") * p.stretch
	}
	p.hills()
	p.lighthouse()
	p.glints()
}

func (s *scene) gradients(size fyne.Size, horizon float32) {
	tone := func(name string) color.NRGBA { return s.look.Color(theme.Scene(name)) }
	middle := horizon * s.look.Size("kit.scene.skyMidAt")
	for _, g := range []struct {
		from, to    color.NRGBA
		top, bottom float32
	}{
		{tone("skyTop"), tone("skyMid"), 0, middle},
		{tone("skyMid"), tone("skyLow"), middle, horizon},
		{tone("water"), tone("ground"), horizon, size.Height},
	} {
		o := canvas.NewVerticalGradient(g.from, g.to)
		put(o, 0, g.top, size.Width, g.bottom-g.top)
		s.objects = append(s.objects, o)
	}
}
