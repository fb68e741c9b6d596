package kit

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// sketch is a graph that nobody has thought of.
type sketch struct {
	links []graphLink
	high  []float32
}

func sketches() *rapid.Generator[sketch] {
	return rapid.Custom(func(t *rapid.T) sketch {
		n := rapid.IntRange(1, 80).Draw(t, "nodes")
		node := rapid.IntRange(0, n-1)
		var s sketch
		for range rapid.IntRange(0, 2*n).Draw(t, "edges") {
			s.links = append(s.links, graphLink{node.Draw(t, "from"), node.Draw(t, "to"), rapid.IntRange(0, 9).Draw(t, "back") == 0})
		}
		for range n {
			s.high = append(s.high, float32(rapid.SampledFrom([]int{66, 84, 101, 132}).Draw(t, "high")))
		}
		return s
	})
}

var lawSizes = graphSizes{wide: 124, gap: 30, rowGap: 12, lane: 14, pad: 8, bend: 0.4, backGap: 18, backStep: 24, backSpread: 4, backTurn: 9, backSign: 20}

func (s sketch) lay() (graphNet, []int, graphLay) {
	net := newGraphNet(len(s.high), s.links)
	layer := net.layers()
	return net, layer, net.lay(layer, s.high, lawSizes)
}

// span is the room of a piece of an edge; a curve never leaves the room of its
// four points.
func span(p graphPart) (low, high [2]float32) {
	low, high = [2]float32{min(p.from.X, p.to.X), min(p.from.Y, p.to.Y)}, [2]float32{max(p.from.X, p.to.X), max(p.from.Y, p.to.Y)}
	if p.curve {
		low = [2]float32{min(low[0], p.a.X, p.b.X), min(low[1], p.a.Y, p.b.Y)}
		high = [2]float32{max(high[0], p.a.X, p.b.X), max(high[1], p.a.Y, p.b.Y)}
	}
	return low, high
}

// TestGraphLaws: whatever the graph, no two nodes overlap, every edge begins and
// ends at its nodes and is drawn in one piece, no edge runs through a node,
// everything lies in the sheet, edges that lead on go to the right, and the
// same graph looks the same again.
func TestGraphLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sketches().Draw(t, "graph")
		net, layer, y := s.lay()
		for i, a := range y.nodes {
			if !inRoom(a, box{w: y.size.Width, h: y.size.Height}) || a.h != s.high[i] {
				t.Fatalf("node %d at %v leaves the sheet %v", i, a, y.size)
			}
			for j, b := range y.nodes[:i] {
				if a.x < b.x+b.w && b.x < a.x+a.w && a.y < b.y+b.h && b.y < a.y+a.h {
					t.Fatalf("node %d at %v and node %d at %v overlap", i, a, j, b)
				}
			}
		}
		for _, l := range net.on {
			if layer[l.from] >= layer[l.to] {
				t.Fatalf("%d in column %d leads on to %d in column %d", l.from, layer[l.from], l.to, layer[l.to])
			}
		}
		if len(y.paths) != len(net.on)+len(net.back) {
			t.Fatalf("%d edges are drawn of %d", len(y.paths), len(net.on)+len(net.back))
		}
		for _, p := range y.paths {
			lawsOfPath(t, y, p)
		}
		if _, _, again := s.lay(); !reflect.DeepEqual(y, again) {
			t.Fatal("the same graph looks different")
		}
		var ids []int
		for _, c := range y.columns {
			ids = append(ids, c...)
		}
		if slices.Sort(ids); len(ids) != len(s.high) || len(slices.Compact(ids)) != len(s.high) {
			t.Fatalf("the columns hold %v", ids)
		}
	})
}

func lawsOfPath(t *rapid.T, y graphLay, p graphPath) {
	from, to := y.nodes[p.from], y.nodes[p.to]
	start, end := p.parts[0].from, p.parts[len(p.parts)-1].to
	if start.X != from.x+from.w || start.Y <= from.y || start.Y >= from.y+from.h {
		t.Fatalf("the edge %d-%d begins at %v, its node is %v", p.from, p.to, start, from)
	}
	if end.X != to.x || end.Y <= to.y || end.Y >= to.y+to.h {
		t.Fatalf("the edge %d-%d ends at %v, its node is %v", p.from, p.to, end, to)
	}
	for i, part := range p.parts {
		if i > 0 && part.from != p.parts[i-1].to {
			t.Fatalf("the edge %d-%d is broken at %v", p.from, p.to, part.from)
		}
		if !part.curve && part.from.X != part.to.X && part.from.Y != part.to.Y {
			t.Fatalf("a straight piece of %d-%d is neither level nor upright: %v", p.from, p.to, part)
		}
		low, high := span(part)
		if low[0] < 0 || low[1] < 0 || high[0] > y.size.Width || high[1] > y.size.Height {
			t.Fatalf("the edge %d-%d leaves the sheet at %v", p.from, p.to, part)
		}
		for n, b := range y.nodes {
			if low[0] < b.x+b.w && high[0] > b.x && low[1] < b.y+b.h && high[1] > b.y {
				t.Fatalf("the edge %d-%d runs through node %d", p.from, p.to, n)
			}
		}
	}
}

// TestGraphUncrosses: a ladder that is given in a muddle is drawn without a
// crossing, and a chain is one straight line.
func TestGraphUncrosses(t *testing.T) {
	links := []graphLink{{from: 0, to: 6}, {from: 1, to: 5}, {from: 2, to: 4}, {from: 3, to: 7}, {from: 4, to: 9}, {from: 5, to: 8}, {from: 6, to: 11}, {from: 7, to: 10}}
	net := newGraphNet(12, links)
	if p := net.plan(net.layers()); p.crossings() != 0 {
		t.Errorf("%d crossings", p.crossings())
	}
	s := sketch{links: []graphLink{{from: 0, to: 1}, {from: 1, to: 2}, {from: 2, to: 3}}, high: []float32{66, 66, 66, 66}}
	_, _, y := s.lay()
	for _, n := range y.nodes {
		if n.y != y.nodes[0].y {
			t.Errorf("the chain bends: %v", y.nodes)
		}
	}
}

// TestGraphTurnsCirclesBack: an edge that closes a circle leads back, and so
// does one that says so.
func TestGraphTurnsCirclesBack(t *testing.T) {
	net := newGraphNet(4, []graphLink{{from: 0, to: 1}, {from: 1, to: 2}, {from: 2, to: 0}, {from: 2, to: 3}, {from: 2, to: 3}, {from: 3, to: 3}, {3, 1, true}})
	if len(net.on) != 3 || len(net.back) != 2 {
		t.Errorf("on %v, back %v", net.on, net.back)
	}
	if layer := net.layers(); !slices.Equal(layer, []int{0, 1, 2, 3}) {
		t.Errorf("columns %v", layer)
	}
}
