package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// Path is the row of lessons as lamps on one line of light, lit up to where
// one is. Arrows move the focus from lamp to lamp. Where the text is large,
// use PathList.
type Path struct {
	widget.BaseWidget
	look   *theme.Look
	lamps  []*PathLamp
	curves []*canvas.BezierCurve
}

// NewPath returns the path of up to eight lessons.
func NewPath(f *Frame, lessons ...PathLampOpts) *Path {
	p := &Path{look: f.Look}
	p.lamps = lampsOf(f, false, lessons)
	lit, off := f.Look.Color(theme.Scene("lampOn")), f.Look.Color(theme.Scene("pathOff"))
	if f.Look.Plain() {
		lit, off = f.Look.Color(theme.Lamp), f.Look.Color(theme.NightLine)
	}
	on := -1 // index of the last lamp that the light has reached
	for i, l := range lessons {
		if l.State != NotLit {
			on = i
		}
	}
	for i := range len(lessons) + 1 {
		c := color.NRGBA(off)
		if i <= on {
			c = lit
		}
		p.curves = append(p.curves, &canvas.BezierCurve{StrokeColor: c, StrokeWidth: f.Look.Size("pathLamp.path")})
	}
	p.ExtendBaseWidget(p)
	return p
}

// PathList is the lessons as a list in two columns that reads downwards, one
// column where it is narrow.
func PathList(f *Frame, lessons ...PathLampOpts) *fyne.Container {
	var rows []fyne.CanvasObject
	for _, l := range lampsOf(f, true, lessons) {
		rows = append(rows, l)
	}
	least := f.Look.Scaled("type.maxLineWidth") / 3
	return GridDown(2, least, f.Look.Size("space.xl"), rows...)
}

func lampsOf(f *Frame, beside bool, lessons []PathLampOpts) []*PathLamp {
	var lamps []*PathLamp
	for _, l := range lessons {
		lamps = append(lamps, newPathLamp(f, l, beside))
	}
	for i, l := range lamps {
		l.steps = func(_ *PathLamp, by int) {
			if to := i + by; to >= 0 && to < len(lamps) {
				lamps[to].takeFocus()
			}
		}
	}
	return lamps
}

func (p *Path) pitch(width float32) float32 {
	return width / float32(max(1, len(p.lamps)))
}

func (p *Path) words(width float32) float32 {
	return min(p.look.Size("kit.path.title"), p.pitch(width)-p.look.Size("space.s"))
}

// middle is the centre of a lamp; its height follows the tokens.
func (p *Path) middle(i int, width float32) fyne.Position {
	shape := p.look.Shape("path")
	at := shape[min(max(i, 0), len(shape)-1)]
	return fyne.NewPos(p.pitch(width)*(float32(i)+0.5), at[1]+p.look.Scaled("pathLamp.current")/2)
}

// HeightFor is the height of the lowest lamp with its words.
func (p *Path) HeightFor(width float32) float32 {
	var low float32
	for i, l := range p.lamps {
		low = max(low, p.middle(i, width).Y-l.side()/2+l.HeightFor(p.words(width)))
	}
	return low
}

// Natural is the width at which titles have their full room.
func (p *Path) Natural() float32 {
	return float32(len(p.lamps)) * (p.look.Size("kit.path.title") + p.look.Size("space.l"))
}

// CreateRenderer is for Fyne.
func (p *Path) CreateRenderer() fyne.WidgetRenderer { return draw(p) }

func (p *Path) parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, c := range p.curves {
		parts = append(parts, c)
	}
	for _, l := range p.lamps {
		parts = append(parts, l)
	}
	return parts
}

func (p *Path) paint() {}

func (p *Path) place(size fyne.Size) {
	w := p.words(size.Width)
	for i, l := range p.lamps {
		at := p.middle(i, size.Width)
		put(l, at.X-w/2, at.Y-l.side()/2, w, l.HeightFor(w))
	}
	for i, c := range p.curves {
		from, to := p.middle(i-1, size.Width), p.middle(i, size.Width)
		if i == len(p.lamps) {
			to.Y = from.Y - p.look.Size("space.s")
		}
		if i == 0 {
			from.Y = to.Y + p.look.Size("space.l")
		}
		from.X, to.X = max(0, from.X), min(size.Width, to.X)
		bend(c, p.cut(from, i-1, 1, to), p.cut(to, i, -1, from))
	}
}

// cut moves the end of a curve to the edge of the lamp, so that the line does
// not show through a ring.
func (p *Path) cut(at fyne.Position, lamp int, way float32, other fyne.Position) fyne.Position {
	if lamp < 0 || lamp >= len(p.lamps) {
		return at
	}
	r := p.lamps[lamp].side() / 2
	rise := (other.Y - at.Y) / max(1, (other.X-at.X)*way) * r / 4
	return fyne.NewPos(at.X+way*r, at.Y+rise)
}

// bend lays a curve between two points over no more room than it needs.
func bend(c *canvas.BezierCurve, from, to fyne.Position) {
	pad := c.StrokeWidth
	low := fyne.NewPos(from.X-pad, min(from.Y, to.Y)-pad)
	half := (to.X - from.X) / 2
	c.StartPoint, c.EndPoint = from.Subtract(low), to.Subtract(low)
	c.ControlPoints = []fyne.Position{
		c.StartPoint.AddXY(half, 0), c.EndPoint.AddXY(-half, 0),
	}
	high := max(from.Y, to.Y) + pad
	put(c, low.X, low.Y, to.X-from.X+2*pad, high-low.Y)
	c.Refresh()
}
