package kit

import (
	"cmp"
	"math"
	"slices"

	"fyne.io/fyne/v2"
)

// graphSizes is what a layout is made with, in units.
type graphSizes struct {
	wide   float32 // of a node
	gap    float32 // between columns
	rowGap float32 // between nodes of a column
	lane   float32 // height that an edge gets that passes a column
	pad    float32 // around everything
	bend   float32 // how far the control points of a curve lie, in parts of the gap
	// edges that lead back: below everything, one under the other, on lines that
	// lie beside each other, with round turns and a sign in their middle
	backGap, backStep, backSpread, backTurn, backSign float32
}

// graphPart is a piece of an edge: a straight line, level or upright, or a
// curve with its two control points.
type graphPart struct {
	from, to, a, b fyne.Position
	curve          bool
}

// graphPath is an edge as it is drawn. Its ends touch its nodes.
type graphPath struct {
	from, to int
	back     bool
	parts    []graphPart
	sign     fyne.Position // middle of the sign of one that leads back
}

// graphLay is where everything of a graph stands.
type graphLay struct {
	nodes   []box
	columns [][]int // nodes only, from top to bottom
	paths   []graphPath
	size    fyne.Size
}

// lay places nodes of these heights and draws the edges between them. The same
// graph always looks the same.
func (g graphNet) lay(layer []int, high []float32, s graphSizes) graphLay {
	p := g.plan(layer)
	for i := range p.items {
		if p.items[i].high = s.lane; i < g.n {
			p.items[i].high = high[i]
		}
	}
	p.level(s)
	left, right := s.pad, s.pad
	for _, l := range g.back { // they need a gap before the first and after the last column
		if layer[l.to] == 0 {
			left = max(left, s.gap)
		}
		if layer[l.from] == len(p.columns)-1 {
			right = max(right, s.gap)
		}
	}
	y := graphLay{nodes: make([]box, g.n)}
	x := func(column int) float32 { return left + float32(column)*(s.wide+s.gap) }
	bottom := float32(0)
	for c, column := range p.columns {
		y.columns = append(y.columns, nil)
		for _, i := range column {
			item := p.items[i]
			bottom = max(bottom, item.y+item.high/2)
			if item.node >= 0 {
				y.nodes[item.node] = box{x(c), item.y - item.high/2, s.wide, item.high}
				y.columns[c] = append(y.columns[c], item.node)
			}
		}
	}
	for _, way := range p.ways {
		path := graphPath{from: way[0], to: way[len(way)-1]}
		for i, at := range way {
			item := p.items[at]
			in, out := fyne.NewPos(x(item.layer), item.y), fyne.NewPos(x(item.layer)+s.wide, item.y)
			if item.node < 0 {
				path.parts = append(path.parts, graphPart{from: in, to: out})
			}
			if i < len(way)-1 {
				next := p.items[way[i+1]]
				path.parts = append(path.parts, s.curve(out, fyne.NewPos(x(next.layer), next.y)))
			}
		}
		y.paths = append(y.paths, path)
	}
	y.size = fyne.NewSize(left+right+float32(len(p.columns))*(s.wide+s.gap)-s.gap, bottom+s.pad)
	if g.n == 0 {
		y.size = fyne.Size{}
	}
	y.rewinds(g.back, layer, bottom, s)
	return y
}

func (s graphSizes) curve(from, to fyne.Position) graphPart {
	reach := (to.X - from.X) * s.bend
	return graphPart{from: from, to: to, a: from.AddXY(reach, 0), b: to.AddXY(-reach, 0), curve: true}
}

// rewinds draws the edges that lead back: out of the node at the right, down
// between the columns, below everything to the left, and up again. The shortest
// is the highest.
func (y *graphLay) rewinds(back []graphLink, layer []int, bottom float32, s graphSizes) {
	sorted := slices.Clone(back)
	slices.SortStableFunc(sorted, func(a, b graphLink) int {
		return cmp.Compare(layer[a.from]-layer[a.to], layer[b.from]-layer[b.to])
	})
	used := map[int]int{} // lines in the gap before a column
	aside := func(column int) float32 {
		used[column]++
		return float32((used[column]-1)%3-1) * s.backSpread
	}
	low := bottom + s.backGap
	for _, l := range sorted {
		from, to := y.nodes[l.from], y.nodes[l.to]
		start := fyne.NewPos(from.x+from.w, from.y+from.h*3/4)
		end := fyne.NewPos(to.x, to.y+to.h*3/4)
		right := start.X + s.gap/2 + aside(layer[l.from]+1)
		left := end.X - s.gap/2 + aside(layer[l.to])
		path := graphPath{from: l.from, to: l.to, back: true, sign: fyne.NewPos((left+right)/2, low)}
		path.parts = bentLine(s.backTurn, start, fyne.NewPos(right, start.Y), fyne.NewPos(right, low), fyne.NewPos(left, low), fyne.NewPos(left, end.Y), end)
		y.paths = append(y.paths, path)
		y.size.Height = low + s.backSign/2 + s.pad
		low += s.backStep
	}
}

// bentLine is a line of level and upright pieces with round corners.
func bentLine(turn float32, points ...fyne.Position) []graphPart {
	toward := func(from, to fyne.Position, by float32) fyne.Position {
		d := to.Subtract(from)
		long := float32(math.Hypot(float64(d.X), float64(d.Y)))
		if long == 0 {
			return from
		}
		by = min(by, long/2)
		return from.AddXY(d.X/long*by, d.Y/long*by)
	}
	var parts []graphPart
	at := points[0]
	for i := 1; i < len(points)-1; i++ {
		in, out := toward(points[i], points[i-1], turn), toward(points[i], points[i+1], turn)
		const round = 0.55 // nearest to a quarter of a circle
		parts = append(parts, graphPart{from: at, to: in}, graphPart{from: in, to: out, curve: true,
			a: toward(in, points[i], turn*round), b: toward(out, points[i], turn*round)})
		at = out
	}
	return append(parts, graphPart{from: at, to: points[len(points)-1]})
}
