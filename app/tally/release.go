package tally

import "slices"

// Release is what is shown of the items of a class or a school. It never
// changes; whoever has it may show all of it.
type Release struct {
	items []Shown
}

// Items are all items, in their order, also those of which nothing is shown.
func (r Release) Items() []Shown { return slices.Clone(r.items) }

// Item finds one.
func (r Release) Item(id string) (Shown, bool) {
	for _, s := range r.items {
		if s.item.ID == id {
			return s, true
		}
	}
	return Shown{}, false
}

// Shown is what is shown of one item.
type Shown struct {
	item    Item
	t       table
	waiting int
}

// Item is what was asked.
func (s Shown) Item() Item { return s.item.clone() }

// Kind is how much is shown.
func (s Shown) Kind() Kind { return s.t.kind }

// Rule is why it is not more, or not finer; NoRule if there is nothing else.
func (s Shown) Rule() RuleID { return s.t.rule }

// Answers is out of how many answers it is, with those who passed; 0 if
// nothing is shown.
func (s Shown) Answers() int {
	if s.t.kind == Nothing {
		return 0
	}
	return s.t.n
}

// Waiting is how many more answers there are, of which nothing is shown yet.
func (s Shown) Waiting() int { return s.waiting }

// Mean is where the mean lies, on a scale of which the lowest category is 1;
// zeros if there is none.
func (s Shown) Mean() (low, high float64) {
	if s.t.kind != Mean {
		return 0, 0
	}
	wide := float64(len(s.item.Categories)-1) / 16
	return 1 + wide*float64(s.t.from), 1 + wide*float64(s.t.to)
}

// State is how a cell of bars is shown.
type State int

// The states of a cell.
const (
	CellShown  State = iota // one category and its count
	CellMerged              // the count of several categories, each of them hidden
	CellCoded               // only bounds
)

// Cell is one bar: some categories, and how many answers they have.
type Cell struct {
	Categories []string
	NoAnswer   bool // those who passed are among them
	Low, High  int  // equal if the count is shown
	Of         int  // answers
	State      State
}

// Share is the share of a cell, in words.
func (c Cell) Share() Share { return shareOf(c.Low, c.High, c.Of) }

// Cells are the bars, in the order of the categories; none if there are no
// bars. Every category is in one of them.
func (s Shown) Cells() []Cell {
	var out []Cell
	for _, c := range s.t.cells {
		out = append(out, s.cell(c))
	}
	slices.SortFunc(out, func(a, b Cell) int { return s.place(a) - s.place(b) })
	return out
}

func (s Shown) place(c Cell) int {
	if len(c.Categories) == 0 {
		return len(s.item.Categories)
	}
	return slices.IndexFunc(s.item.Categories, func(o Category) bool { return o.ID == c.Categories[0] })
}

func (s Shown) cell(c cell) Cell {
	out := Cell{Low: c.low, High: c.high, Of: s.t.n}
	for i, o := range s.item.Categories {
		if c.in>>i&1 != 0 {
			out.Categories = append(out.Categories, o.ID)
		}
	}
	out.NoAnswer = s.item.MaySkip && c.in>>len(s.item.Categories)&1 != 0
	switch {
	case c.low < c.high:
		out.State = CellCoded
	case len(out.Categories) > 1 || out.NoAnswer && len(out.Categories) > 0:
		out.State = CellMerged
	}
	return out
}

// Approved is the cell of what the class is thought to approve of (for a check,
// the right answers; else the upper part of a scale), however fine the bars
// are. It is false if there are no bars or they do not say.
func (s Shown) Approved() (Cell, bool) {
	up, _, ok := s.item.cut()
	if !ok || s.t.kind != Bars {
		return Cell{}, false
	}
	for _, c := range s.t.cells {
		if c.in&up != 0 && c.in&^up != 0 {
			return Cell{}, false
		}
	}
	low, high := s.t.bounds(up)
	return s.cell(cell{up, low, high}), true
}

// Pair gives two releases of one item, as before and after, the same coding, so
// that their bars can stand side by side; if less is shown of one of them, no
// more is of the other. ErrOther if the categories differ.
func Pair(before, after Shown) (Shown, Shown, error) {
	b, a := before.item, after.item
	b.ID, b.MaySkip, a.ID, a.MaySkip = "", false, "", false
	if !b.equal(&a) {
		return Shown{}, Shown{}, ErrOther
	}
	before.t, after.t = pair(&before.item, before.t, after.t)
	return before, after, nil
}
