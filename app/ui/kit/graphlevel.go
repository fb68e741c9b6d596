package kit

import (
	"math"
	"slices"
)

// level gives every item its height: as near as possible to the middle of its
// neighbours, and never over another one.
func (p *graphPlan) level(s graphSizes) {
	for _, c := range p.columns {
		var y float32
		for i, item := range c {
			if i > 0 {
				y += p.apart(c[i-1], item, s)
			}
			p.items[item].y = y
		}
		for _, item := range c {
			p.items[item].y -= y / 2
		}
	}
	for i := range 8 * sweeps {
		both := i >= sweeps
		for c := range p.columns {
			if i%2 == 0 {
				p.levelColumn(c, s, both, true)
				continue
			}
			p.levelColumn(len(p.columns)-1-c, s, both, false)
		}
	}
	p.straighten(s)
	top := float32(math.Inf(1))
	for _, item := range p.items {
		top = min(top, item.y-item.high/2)
	}
	for i := range p.items {
		p.items[i].y = float32(math.Round(float64(p.items[i].y - top + s.pad)))
	}
}

// apart is how far the middles of two neighbours are from each other.
func (p *graphPlan) apart(a, b int, s graphSizes) float32 {
	gap := s.rowGap
	if p.items[a].node < 0 || p.items[b].node < 0 {
		gap /= 3
	}
	return float32(math.Ceil(float64((p.items[a].high+p.items[b].high)/2 + gap)))
}

// levelColumn moves a column as near to its neighbours as its order allows:
// what would overlap is moved together, to the mean of its wishes.
func (p *graphPlan) levelColumn(column int, s graphSizes, both, forth bool) {
	type block struct{ sum, weight float32 }
	var blocks []block
	var sizes []int
	var offset float32
	var offsets []float32
	c := p.columns[column]
	for i, at := range c {
		if i > 0 {
			offset += p.apart(c[i-1], at, s)
		}
		offsets = append(offsets, offset)
		wish, weight := p.wish(at, both, forth)
		blocks, sizes = append(blocks, block{(wish - offset) * weight, weight}), append(sizes, 1)
		for n := len(blocks) - 1; n > 0 && blocks[n-1].sum/blocks[n-1].weight >= blocks[n].sum/blocks[n].weight; n-- {
			blocks[n-1].sum += blocks[n].sum
			blocks[n-1].weight += blocks[n].weight
			sizes[n-1] += sizes[n]
			blocks, sizes = blocks[:n], sizes[:n]
		}
	}
	i := 0
	for n, b := range blocks {
		for range sizes[n] {
			p.items[c[i]].y = b.sum/b.weight + offsets[i]
			i++
		}
	}
}

// wish is where an item would like to be, and how much.
func (p *graphPlan) wish(at int, both, forth bool) (y, weight float32) {
	item := p.items[at]
	var beside []int
	if both || forth {
		beside = append(beside, item.before...)
	}
	if both || !forth {
		beside = append(beside, item.after...)
	}
	if len(beside) == 0 {
		return item.y, 1
	}
	var sum float32
	for _, b := range beside {
		pull := p.pull(at, b)
		sum += p.items[b].y * pull
		weight += pull
	}
	return sum / weight, weight
}

// pull is how strongly two neighbours want to be level: more where nothing else
// leads to the one or from the other.
func (p *graphPlan) pull(a, b int) float32 {
	if p.items[a].layer > p.items[b].layer {
		a, b = b, a
	}
	const strong, weak = 40, 1
	if len(p.items[a].after) == 1 && len(p.items[b].before) == 1 {
		return strong
	}
	return weak
}

// straighten makes the lanes of an edge that passes several columns one level
// line, where nothing stands in the way.
func (p *graphPlan) straighten(s graphSizes) {
	place := make([]int, len(p.items))
	for _, c := range p.columns {
		for i, item := range c {
			place[item] = i
		}
	}
	room := func(at int) (low, high float32) {
		c, i := p.columns[p.items[at].layer], place[at]
		low, high = float32(math.Inf(-1)), float32(math.Inf(1))
		if i > 0 {
			low = p.items[c[i-1]].y + p.apart(c[i-1], at, s)
		}
		if i < len(c)-1 {
			high = p.items[c[i+1]].y - p.apart(at, c[i+1], s)
		}
		return low, high
	}
	for first := range p.items {
		if p.items[first].node >= 0 || slices.ContainsFunc(p.items[first].before, func(b int) bool { return p.items[b].node < 0 }) {
			continue
		}
		low, high := room(first)
		chain, sum := []int{first}, p.items[first].y
		for next := p.items[first].after[0]; p.items[next].node < 0; next = p.items[next].after[0] {
			l, h := room(next)
			if max(low, l) > min(high, h) {
				break
			}
			low, high = max(low, l), min(high, h)
			chain, sum = append(chain, next), sum+p.items[next].y
		}
		y := min(max(sum/float32(len(chain)), low), high)
		for _, at := range chain {
			p.items[at].y = y
		}
	}
}
