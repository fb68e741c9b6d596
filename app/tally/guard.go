package tally

import "slices"

// Kind is how much is shown of an item.
type Kind int

// The kinds. Rule of a Shown says why it is not more.
const (
	Nothing Kind = iota
	Mean
	Bars
)

// set is a set of cells of an item: bit i is category i, the bit after the last
// category is no answer.
type set uint32

func all(n int) uint32 { return 1<<n - 1 }

// table is what is shown of one block, or what several of them add up to.
type table struct {
	kind     Kind
	rule     RuleID // why it is not more; NoRule if all there is is shown
	n        int
	from, to int    // sixteenths of the scale the mean lies in
	cells    []cell // of bars; together they are all cells of the item
}

// cell is a group of cells and the bounds of its count.
type cell struct {
	in        set
	low, high int
}

// guard says what may be shown of one block of answers. It knows nothing of
// other blocks, and nobody else makes a table out of counts.
func guard(it *Item, counts []int) table {
	t := table{}
	for _, c := range counts {
		t.n += c
	}
	bars := rules[RuleBars].From
	if it.Completion {
		bars = rules[RuleCompletion].From
	}
	switch {
	case it.Inaction:
		t.rule = RuleInaction
	case t.n < rules[RuleNothing].Below:
		t.rule = RuleNothing
	case t.n < bars:
		t.mean(it, counts)
	default:
		t.bars(it, counts)
	}
	return t
}

// mean finds the part of the scale the mean lies in. No answer counts as the
// middle: if it were left out, a mean of five would tell that nobody passed.
func (t *table) mean(it *Item, counts []int) {
	k := len(it.Categories)
	switch {
	case !it.Ordered:
		t.rule = RuleBars
		return
	case k < rules[RuleMeanWidth].Value:
		t.rule = RuleMeanWidth
		return
	}
	at, whole := 8*(k-1)*counts[k], (k-1)*t.n
	for i, c := range counts[:k] {
		at += 16 * i * c
	}
	t.kind, t.rule = Mean, RuleMean
	end := 16 / rules[RuleMeanEnds].Value
	steps := []int{0, end, 16 - end, 16}
	if k >= rules[RuleMeanSteps].Value {
		steps = []int{0, end, 7, 9, 16 - end, 16}
	}
	for i := range len(steps) - 1 {
		// an edge belongs to the step that is nearer to the end of the scale
		edge := steps[i+1]
		if at < edge*whole || at == edge*whole && (edge < 8 || edge == 16) {
			t.from, t.to = steps[i], steps[i+1]
			return
		}
	}
}

// bars finds the finest step of the ladder on which no group is small, and
// codes the ends if there is none.
func (t *table) bars(it *Item, counts []int) {
	t.kind = Bars
	least := small(t.n)
	ladder := it.ladder()
	for i, step := range ladder {
		t.cells = count(step, counts)
		if !slices.ContainsFunc(t.cells, func(c cell) bool { return c.low <= least }) {
			if i > 0 || len(step) < len(it.Categories) {
				t.rule = RuleSmall
			}
			return
		}
		if i == 0 && !it.Ordered && len(step) > 2 {
			if cells := pool(t.cells, least); cells != nil {
				t.cells, t.rule = cells, RuleComplement
				return
			}
		}
	}
	t.rule = RuleEnds
	if t.n < rules[RuleEndsFew].Below {
		t.rule = RuleEndsFew
	}
	if up, rest, ok := it.cut(); ok && len(ladder) > 0 {
		t.cells = count([]set{up, rest}, counts)
		code(t.cells, least, t.n)
		return
	}
	*t = table{n: t.n, rule: RuleComplement}
	if len(ladder) == 0 {
		t.rule = RuleInaction
	}
}

// count adds up the groups of a step.
func count(step []set, counts []int) []cell {
	cells := make([]cell, len(step))
	for i, g := range step {
		n := 0
		for j, c := range counts {
			if g>>j&1 != 0 {
				n += c
			}
		}
		cells[i] = cell{g, n, n}
	}
	return cells
}

// code makes of two cells, one of which is small, ranges.
func code(cells []cell, least, n int) {
	for i := range cells {
		c := &cells[i]
		if c.low <= least {
			c.low, c.high = 0, least
		} else {
			c.low, c.high = n-least, n
		}
	}
}

// pool merges the small cells of categories without an order, and with them
// the smallest others until nothing solves them; nil if nothing is left.
func pool(cells []cell, least int) []cell {
	shown := slices.Clone(cells)
	slices.SortStableFunc(shown, func(a, b cell) int { return a.low - b.low })
	merged, size := cell{}, 0
	add := func(c cell) {
		merged.in |= c.in
		merged.low += c.low
		merged.high += c.high
		size++
	}
	for len(shown) > 0 && shown[0].low <= least {
		add(shown[0])
		shown = shown[1:]
	}
	for size < rules[RuleComplement].Value || merged.low <= least || onlySmall(size, merged.low, least) {
		if len(shown) == 0 {
			return nil
		}
		for next := shown[0].low; len(shown) > 0 && shown[0].low == next; shown = shown[1:] {
			add(shown[0])
		}
	}
	if len(shown) == 0 {
		return nil
	}
	out := slices.DeleteFunc(slices.Clone(cells), func(c cell) bool { return c.in&merged.in != 0 })
	return append(out, merged)
}

// onlySmall reports whether so many small cells cannot add up to n with one of
// them zero.
func onlySmall(size, n, least int) bool { return n > (size-1)*least && n <= size*least }
