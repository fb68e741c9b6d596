package theme

import (
	"image"
	"image/color"
	"math"
)

// Panel is a large box as nine pictures: corners, sides that are stretched,
// and the middle. Fyne's own boxes compute every point of their room, with its
// shadow; in software a page of them is half of the time of a frame. A panel
// needs a third of that, so it is for boxes from about 16,000 square units up;
// below, the many pictures cost more than they save.
type Panel struct {
	Fill, Edge color.NRGBA
	Stroke     float32 // width of the edge, inside of the box
	Radius     float32
	Shadow     string // "card", "lift" or "phone" of tokens.json, "" for none
	Tone       color.NRGBA
	Inset      float32 // with more than 0 only a frame of that width is drawn
}

// PanelPieces is how many pictures make a panel: three rows of three, from the
// top left. The one in the middle is PanelMiddle.
const (
	PanelPieces = 9
	PanelMiddle = 4
)

// Reach says how the pieces of a panel lie, in units.
type Reach struct {
	Left, Top, Right, Bottom float32 // how far they reach out of the box
	In                       float32 // how far the outer ones reach into it
}

// Reach computes it.
func (l *Look) Reach(p Panel) Reach {
	in := max(p.Radius, p.Stroke, p.Inset)
	var r Reach
	if p.Shadow != "" {
		s := l.drop(p)
		out := s.blur/2 + s.spread + 1
		r = Reach{Left: ceil(out - s.dx), Top: ceil(out - s.dy), Right: ceil(out + s.dx), Bottom: ceil(out + s.dy)}
		in = max(in, max(p.Radius, s.blur/2)-s.spread+max(s.dx, s.dy))
	}
	r.In = ceil(in) + 1
	return r
}

type drop struct{ blur, spread, dx, dy float32 }

func (l *Look) drop(p Panel) drop {
	path := "shadow." + p.Shadow + "."
	return drop{l.Size(path + "blur"), l.Size(path + "spread"), l.Size(path + "dx"), l.Size(path + "dy")}
}

type panelKey struct {
	panel         Panel
	piece         int
	width, height int
}

// Piece is one picture of a panel, so many pixels large: exactly its place on
// the screen, except along a stretched side, where one pixel is enough.
func (l *Look) Piece(p Panel, piece, width, height int) image.Image {
	reach := l.Reach(p)
	row, column := piece/3, piece%3
	x, sx := across(column, width, reach.Left, reach.Right, reach.In)
	y, sy := across(row, height, reach.Top, reach.Bottom, reach.In)
	return l.design.shelf.get(panelKey{p, piece, len(x), len(y)}, func() image.Image {
		picture := image.NewRGBA(image.Rect(0, 0, len(x), len(y)))
		at := l.panelAt(p, reach.In, min(sx, sy))
		for j := range y {
			for i := range x {
				picture.Set(i, j, at(x[i], y[j]))
			}
		}
		return picture
	})
}

// across gives the middles of the pixels of a row or column of pieces, in
// units of a box that is 2·in+1 wide, and how many pixels a unit has.
func across(place, pixels int, before, after, in float32) (at []float64, scale float64) {
	from, length := float64(-before), float64(before+in)
	switch place {
	case 1:
		return []float64{float64(in) + 0.5}, math.Inf(1)
	case 2:
		from, length = float64(in)+1, float64(in+after)
	}
	pixels = max(1, pixels)
	scale = float64(pixels) / length
	for i := range pixels {
		at = append(at, from+(float64(i)+0.5)/scale)
	}
	return at, scale
}

// panelAt gives the colour at a place of a box that is 2·in+1 units wide and
// high, as Fyne's own box would have it.
func (l *Look) panelAt(p Panel, in float32, scale float64) func(x, y float64) color.NRGBA {
	scale = min(scale, 4)
	half := float64(in) + 0.5
	stroke, edge := float64(p.Stroke), p.Edge
	if stroke == 0 {
		edge = p.Fill
	}
	return func(x, y float64) color.NRGBA {
		d := rounded(x-half, y-half, half, float64(p.Radius))
		c := Mix(edge, p.Fill, float32(cover((d+stroke)*scale)))
		c = Fade(c, float32(cover(d*scale)))
		if p.Shadow != "" {
			c = over(c, l.shadowAt(p, half, x, y))
		}
		return c
	}
}

func (l *Look) shadowAt(p Panel, half, x, y float64) color.NRGBA {
	s := l.drop(p)
	blur := float64(s.blur)
	size := half + float64(s.spread) - blur/2
	d := rounded(x-half-float64(s.dx), y-half-float64(s.dy), size, math.Max(0, float64(p.Radius)-blur/2))
	return Fade(p.Tone, float32(1-smooth(-0.5, blur+0.5, d)))
}

// rounded is the distance of a place from the edge of a square around 0 with
// round corners, less than 0 inside.
func rounded(x, y, half, radius float64) float64 {
	x, y = math.Abs(x)-half+radius, math.Abs(y)-half+radius
	return math.Min(math.Max(x, y), 0) + math.Hypot(math.Max(x, 0), math.Max(y, 0)) - radius
}

// cover is how much of a pixel lies inside of an edge that is d pixels away.
func cover(d float64) float64 { return math.Min(math.Max(0.5-d, 0), 1) }

// over lays a colour over another one.
func over(a, b color.NRGBA) color.NRGBA {
	alpha := float32(a.A)/math.MaxUint8 + float32(b.A)/math.MaxUint8*(1-float32(a.A)/math.MaxUint8)
	if alpha == 0 {
		return color.NRGBA{}
	}
	c := Mix(color.NRGBA{b.R, b.G, b.B, math.MaxUint8}, color.NRGBA{a.R, a.G, a.B, math.MaxUint8}, float32(a.A)/math.MaxUint8/alpha)
	return Fade(c, alpha)
}

func ceil(x float32) float32 { return float32(math.Ceil(float64(x))) }

// smooth is the smooth step from 0 below low to 1 above high.
func smooth(low, high, x float64) float64 {
	t := math.Min(math.Max((x-low)/(high-low), 0), 1)
	return t * t * (3 - 2*t)
}
