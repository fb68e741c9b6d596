package tally

// What stands here works on guarded tables only, never on counts: it can tell
// nothing that they do not.

// lasting is what blocks add up to, in their order; if they have nothing in
// common, what the earlier ones do.
func lasting(it *Item, blocks []table) table {
	for n := len(blocks); n > 0; n-- {
		if t := together(it, blocks[:n]); t.kind != Nothing || n == 1 {
			return t
		}
	}
	return table{}
}

// together adds up tables of one item: the bars if there are any, else the
// means.
func together(it *Item, tables []table) table {
	best := Nothing
	for _, t := range tables {
		best = max(best, t.kind)
	}
	sum := table{kind: best}
	var of []table
	for _, t := range tables {
		if t.kind != best {
			continue
		}
		of = append(of, t)
		sum.rule = max(sum.rule, t.rule)
		sum.n += t.n
		if len(of) == 1 {
			sum.from = t.from
		}
		sum.from, sum.to = min(sum.from, t.from), max(sum.to, t.to)
	}
	if best != Bars {
		return sum
	}
	groups := common(it, of)
	if groups == nil {
		return table{rule: RuleComplement}
	}
	for _, g := range groups {
		c := cell{in: g}
		for _, t := range of {
			low, high := t.bounds(g)
			c.low += low
			c.high += high
		}
		sum.cells = append(sum.cells, c)
		if c.low < c.high {
			sum.rule = max(sum.rule, RuleEndsFew)
		}
	}
	return sum
}

// pair gives two tables of one item, as before and after, the same coding.
func pair(it *Item, a, b table) (table, table) {
	if a.kind != b.kind {
		worse := a
		if b.kind < a.kind {
			worse = b
		}
		none := table{rule: worse.rule}
		return none, none
	}
	if a.kind != Bars {
		return a, b
	}
	groups := common(it, []table{a, b})
	if groups == nil {
		none := table{rule: RuleComplement}
		return none, none
	}
	return a.fit(groups), b.fit(groups)
}

// common is the finest division of which all the tables' own are a refinement,
// or the cut if there is none; nil if there is not even that.
func common(it *Item, tables []table) []set {
	var groups []set
	for _, t := range tables {
		for _, c := range t.cells {
			g := c.in
			rest := groups[:0:0]
			for _, o := range groups {
				if o&g != 0 {
					g |= o
				} else {
					rest = append(rest, o)
				}
			}
			groups = append(rest, g)
		}
	}
	if len(groups) == 1 {
		up, rest, ok := it.cut()
		if !ok {
			return nil
		}
		groups = []set{up, rest}
	}
	return groups
}

func (t table) fit(groups []set) table {
	out := table{kind: t.kind, rule: t.rule, n: t.n}
	if len(groups) < len(t.cells) {
		out.rule = max(out.rule, RuleSmall)
	}
	for _, g := range groups {
		low, high := t.bounds(g)
		out.cells = append(out.cells, cell{g, low, high})
	}
	return out
}

// bounds of how many of the table's answers are in a set.
func (t table) bounds(g set) (low, high int) {
	others := 0
	for _, c := range t.cells {
		if c.in&g == c.in {
			low += c.low
		}
		if c.in&g != 0 {
			high += c.high
		} else {
			others += c.low
		}
	}
	return low, min(high, t.n-others)
}
