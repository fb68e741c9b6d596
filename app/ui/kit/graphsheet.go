package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// graphSheet is everything of a graph, as large as it is; the graph shows a
// part of it.
type graphSheet struct {
	widget.BaseWidget
	g     *Graph
	lines map[graphPart]*graphLine
	order []*graphLine
	dots  []*canvas.Circle // at the end of each path
	signs []*graphSign     // of the paths that lead back
}

// graphLine is a piece of one or more edges.
type graphLine struct {
	part  graphPart
	level *canvas.Rectangle // of a straight piece
	curve *canvas.BezierCurve
	back  bool // part of an edge that leads back
	amber bool // part of an edge of the chosen node
}

// graphSign is the sign on an edge that leads back.
type graphSign struct {
	disc *canvas.Circle
	icon *glyph
	at   fyne.Position
}

func newGraphSheet(g *Graph) *graphSheet {
	look := g.f.Look
	s := &graphSheet{g: g, lines: map[graphPart]*graphLine{}}
	for _, path := range g.lay.paths {
		for _, part := range path.parts {
			if s.lines[part] != nil {
				continue
			}
			line := &graphLine{part: part, back: path.back}
			if part.curve {
				line.curve = &canvas.BezierCurve{}
			} else {
				line.level = canvas.NewRectangle(color.Transparent)
			}
			s.lines[part] = line
			s.order = append(s.order, line)
		}
		s.dots = append(s.dots, canvas.NewCircle(color.Transparent))
		if path.back {
			s.signs = append(s.signs, &graphSign{
				disc: canvas.NewCircle(color.Transparent), at: path.sign,
				icon: newIcon(look, "arrow-counter-clockwise", look.Color(theme.LampInk)),
			})
		}
	}
	s.ExtendBaseWidget(s)
	s.paint()
	return s
}

// CreateRenderer is for Fyne.
func (s *graphSheet) CreateRenderer() fyne.WidgetRenderer { return draw(s) }

// parts has what is amber over the other edges, and all of them under the
// nodes.
func (s *graphSheet) parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, amber := range []bool{false, true} {
		for _, line := range s.order {
			if line.amber == amber {
				parts = append(parts, line.object())
			}
		}
		for i, path := range s.g.lay.paths {
			if s.amber(path) == amber {
				parts = append(parts, s.dots[i])
			}
		}
	}
	for _, sign := range s.signs {
		parts = append(parts, sign.disc, sign.icon.raster)
	}
	for _, n := range s.g.nodes {
		parts = append(parts, n.parts()...)
	}
	return append(parts, s.g.ring)
}

func (l *graphLine) object() fyne.CanvasObject {
	if l.curve != nil {
		return l.curve
	}
	return l.level
}

// amber reports whether an edge is one of the chosen node: what follows from
// it.
func (s *graphSheet) amber(p graphPath) bool {
	return !s.g.disabled && s.g.opts.Nodes[p.from].ID == s.g.opts.Chosen
}

func (s *graphSheet) place(fyne.Size) {
	g := s.g
	look := g.f.Look
	for _, line := range s.order {
		line.place(s.width(line.amber))
	}
	dot := look.Size("kit.graph.dot")
	for i, path := range g.lay.paths {
		end := path.parts[len(path.parts)-1].to
		put(s.dots[i], end.X-dot, end.Y-dot/2, dot, dot)
	}
	for _, sign := range s.signs {
		side := look.Scaled("kit.graph.backSign")
		put(sign.disc, sign.at.X-side/2, sign.at.Y-side/2, side, side)
		inner := side * signPart
		put(sign.icon.raster, sign.at.X-inner/2, sign.at.Y-inner/2, inner, inner)
	}
	for i, n := range g.nodes {
		n.place(look, g.lay.nodes[i])
	}
	if g.at >= 0 {
		b := g.lay.nodes[g.at]
		placeRing(g.f, g.ring, b.x, b.y, b.w, b.h, look.Size("kit.graph.radius"))
	}
}

// signPart is the icon of a sign in parts of its disc.
const signPart = 0.8

func (s *graphSheet) width(amber bool) float32 {
	if amber {
		return s.g.f.Look.Size("kit.graph.chosenEdge")
	}
	return s.g.f.Look.Size("kit.graph.edge")
}

func (l *graphLine) place(wide float32) {
	from, to := l.part.from, l.part.to
	low, high := fyne.NewPos(min(from.X, to.X), min(from.Y, to.Y)), fyne.NewPos(max(from.X, to.X), max(from.Y, to.Y))
	if l.curve == nil {
		put(l.level, low.X-wide/2, low.Y-wide/2, high.X-low.X+wide, high.Y-low.Y+wide)
		return
	}
	at := low.SubtractXY(wide, wide)
	l.curve.StrokeWidth = wide
	l.curve.StartPoint, l.curve.EndPoint = from.Subtract(at), to.Subtract(at)
	l.curve.ControlPoints = []fyne.Position{l.part.a.Subtract(at), l.part.b.Subtract(at)}
	put(l.curve, at.X, at.Y, high.X-low.X+2*wide, high.Y-low.Y+2*wide)
}

func (s *graphSheet) paint() {
	g := s.g
	look := g.f.Look
	grey, amber := look.Color(theme.LineStrong), look.Color(theme.LampEdge)
	if look.Plain() {
		amber = look.Color(theme.Lamp)
	}
	back := amber
	if g.disabled {
		grey, back = look.Color(theme.DisabledInk), look.Color(theme.DisabledInk)
	}
	for _, line := range s.order {
		line.amber = false
	}
	for i, path := range g.lay.paths {
		chosen, tone := s.amber(path), grey
		switch {
		case chosen:
			tone = amber
		case path.back:
			tone = back
		}
		s.dots[i].FillColor = tone
		s.dots[i].Refresh()
		for _, part := range path.parts {
			s.lines[part].amber = s.lines[part].amber || chosen
		}
	}
	for _, line := range s.order {
		tone := grey
		switch {
		case line.amber:
			tone = amber
		case line.back:
			tone = back
		}
		if line.curve != nil {
			line.curve.StrokeColor = tone
			line.curve.Refresh()
			continue
		}
		line.level.FillColor = tone
		line.level.Refresh()
	}
	for _, sign := range s.signs {
		sign.disc.FillColor = look.Color(theme.Surface)
		sign.disc.Refresh()
		ink := look.Color(theme.LampInk)
		if g.disabled {
			ink = back
		}
		sign.icon.recolor(ink)
	}
	for i, n := range g.nodes {
		n.paint(look, choiceState{chosen: n.node.ID == g.opts.Chosen && !g.disabled, disabled: g.disabled, pressed: i == g.down, hovered: i == g.over})
	}
}
