package kit

import (
	"slices"
	"sort"
)

// graphLink is an edge between two nodes by their indexes.
type graphLink struct {
	from, to int
	back     bool // leads back to what was before
}

// graphNet is the edges of a graph: those that lead on, among which there is
// no circle, and those that lead back.
type graphNet struct {
	n     int
	on    []graphLink
	back  []graphLink
	after [][]int // where the edges of a node lead on to
}

// newGraphNet sorts the edges. Doubles, and edges from a node to itself, are
// dropped; an edge that would close a circle leads back.
func newGraphNet(n int, links []graphLink) graphNet {
	g := graphNet{n: n, after: make([][]int, n)}
	seen := map[[2]int]bool{}
	next, begun := make([][]int, n), make([]bool, n)
	for _, back := range []bool{true, false} {
		for _, l := range links {
			pair := [2]int{l.from, l.to}
			if l.back != back || l.from == l.to || seen[pair] {
				continue
			}
			if seen[pair] = true; back {
				g.back = append(g.back, l)
				continue
			}
			next[l.from], begun[l.to] = append(next[l.from], l.to), true
		}
	}
	const fresh, open, done = 0, 1, 2
	state := make([]int, n)
	var visit func(i int)
	visit = func(i int) {
		state[i] = open
		for _, to := range next[i] {
			if state[to] == open {
				g.back = append(g.back, graphLink{i, to, true})
				continue
			}
			g.on = append(g.on, graphLink{from: i, to: to})
			g.after[i] = append(g.after[i], to)
			if state[to] == fresh {
				visit(to)
			}
		}
		state[i] = done
	}
	for _, later := range []bool{false, true} { // from the starts, if there are any
		for i := range n {
			if state[i] == fresh && begun[i] == later {
				visit(i)
			}
		}
	}
	return g
}

// layers is the column of each node: the longest way from a start.
func (g graphNet) layers() []int {
	at, waits := make([]int, g.n), make([]int, g.n)
	for _, l := range g.on {
		waits[l.to]++
	}
	var ready []int
	for i, w := range waits {
		if w == 0 {
			ready = append(ready, i)
		}
	}
	for len(ready) > 0 {
		i := ready[0]
		ready = ready[1:]
		for _, to := range g.after[i] {
			at[to] = max(at[to], at[i]+1)
			if waits[to]--; waits[to] == 0 {
				ready = append(ready, to)
			}
		}
	}
	return at
}

// graphItem is what stands in a column: a node, or a lane on which edges pass
// to a later column.
type graphItem struct {
	node          int // -1 for a lane
	layer         int
	high          float32
	y             float32 // of the middle
	before, after []int   // neighbours in the columns beside
}

// graphPlan is the columns of a graph, from top to bottom.
type graphPlan struct {
	items   []graphItem
	columns [][]int
	ways    [][]int // the items that each edge that leads on goes over
}

// plan puts nodes and lanes into columns so that few edges cross. Edges to the
// same node share their lanes.
func (g graphNet) plan(layer []int) *graphPlan {
	p := &graphPlan{}
	last := -1
	for i := range g.n {
		p.items = append(p.items, graphItem{node: i, layer: layer[i]})
		last = max(last, layer[i])
	}
	lanes := map[[2]int]int{}
	for _, l := range g.on {
		way := []int{l.from}
		for column := layer[l.from] + 1; column < layer[l.to]; column++ {
			lane, known := lanes[[2]int{l.to, column}]
			if !known {
				lane = len(p.items)
				lanes[[2]int{l.to, column}] = lane
				p.items = append(p.items, graphItem{node: -1, layer: column})
			}
			way = append(way, lane)
		}
		way = append(way, l.to)
		for i := 1; i < len(way); i++ {
			p.join(way[i-1], way[i])
		}
		p.ways = append(p.ways, way)
	}
	p.columns = make([][]int, last+1)
	for i, item := range p.items {
		p.columns[item.layer] = append(p.columns[item.layer], i)
	}
	p.uncross()
	return p
}

func (p *graphPlan) join(a, b int) {
	if !slices.Contains(p.items[a].after, b) {
		p.items[a].after = append(p.items[a].after, b)
		p.items[b].before = append(p.items[b].before, a)
	}
}

// sweeps is how often the columns are sorted; more do not help graphs of the
// size of a lesson.
const sweeps = 16

// uncross sorts the columns by the middle of their neighbours, forth and back,
// and keeps the best order that was seen.
func (p *graphPlan) uncross() {
	best, least := p.copied(), p.crossings()
	for i := range sweeps {
		forth := i%2 == 0
		for c := range p.columns {
			if !forth {
				c = len(p.columns) - 1 - c
			}
			p.sortColumn(c, forth)
		}
		if now := p.crossings(); now < least {
			best, least = p.copied(), now
		}
	}
	p.columns = best
}

func (p *graphPlan) copied() [][]int {
	var all [][]int
	for _, c := range p.columns {
		all = append(all, slices.Clone(c))
	}
	return all
}

// ranks is the place of each item in its column.
func (p *graphPlan) ranks() []float64 {
	rank := make([]float64, len(p.items))
	for _, c := range p.columns {
		for i, item := range c {
			rank[item] = float64(i)
		}
	}
	return rank
}

func (p *graphPlan) sortColumn(column int, forth bool) {
	rank := p.ranks()
	wish := slices.Clone(rank)
	for _, item := range p.columns[column] {
		beside := p.items[item].after
		if forth {
			beside = p.items[item].before
		}
		if len(beside) == 0 {
			continue
		}
		var sum float64
		for _, b := range beside {
			sum += rank[b]
		}
		wish[item] = sum / float64(len(beside))
	}
	c := p.columns[column]
	sort.SliceStable(c, func(i, j int) bool { return wish[c[i]] < wish[c[j]] })
}

// crossings is how many edges cross between the columns.
func (p *graphPlan) crossings() int {
	rank, count := p.ranks(), 0
	for _, c := range p.columns {
		var ends []float64 // of the edges so far, from top to bottom
		for _, item := range c {
			for _, to := range p.items[item].after {
				for _, end := range ends {
					if end > rank[to] {
						count++
					}
				}
			}
			for _, to := range p.items[item].after {
				ends = append(ends, rank[to])
			}
		}
	}
	return count
}
