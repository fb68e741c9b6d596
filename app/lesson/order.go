package lesson

import "slices"

// Order is tiles to put in a safe order. Any order that respects the rules is
// right.
type Order struct {
	Ask   string
	Tiles []Tile // as they lie at first
	Rules []Rule
	Right string // what is said when no rule is broken
	Free  string // what is said about tiles that can stand anywhere, may be empty
}

// Tile is one step of an Order.
type Tile struct {
	ID   string
	Say  string
	Icon string // name of an icon of the design
	Ages []Age
}

// Rule is a constraint: First comes before Then, because.
type Rule struct {
	First, Then string // ids of tiles; an empty Then is every other tile
	Says        string // names the constraint: "Note, then report."
	Because     string // why; shown if it is broken
}

// Fit is how a tile stands in its order.
type Fit string

// The fits.
const (
	Fits      Fit = "fits"
	LookAgain Fit = "look-again" // a broken rule is about it
	AnyPlace  Fit = "any-place"  // no rule is about it but those that hold for every tile
)

// OrderView is an Order as it stands. The fits and the broken rules are set
// once it was looked at.
type OrderView struct {
	Ask    string
	Tiles  []Tile
	Order  []int    // tiles from first to last
	Fits   []Fit    // one for each tile
	Broken []string // reasons of the rules that are broken
	Kept   []string // names of the rules that are kept
	Right  string   // set if no rule is broken
	Free   string   // set if some tile can stand anywhere
}

// Kind is KindOrder.
func (Order) Kind() Kind { return KindOrder }

func (Order) targets(Age) []StepID { return nil }

func (o Order) tiles(p Player) []Tile {
	var out []Tile
	for _, t := range o.Tiles {
		if allows(t.Ages, p.st.age) {
			out = append(out, t)
		}
	}
	return out
}

func (o Order) show(p Player, v *View) {
	tiles := o.tiles(p)
	ov := &OrderView{Ask: o.Ask, Tiles: tiles, Order: order(p.st.put, len(tiles))}
	if p.st.phase == PhaseConsequence {
		broken := o.broken(tiles, ov.Order)
		for n, r := range o.Rules {
			switch {
			case slices.Contains(broken, n):
				ov.Broken = append(ov.Broken, r.Because)
			case o.about(r, tiles):
				ov.Kept = append(ov.Kept, r.Says)
			}
		}
		if len(broken) == 0 {
			ov.Right = o.Right
		}
		for _, t := range tiles {
			ov.Fits = append(ov.Fits, o.fit(t.ID, broken))
		}
		if slices.Contains(ov.Fits, AnyPlace) {
			ov.Free = o.Free
		}
	}
	v.Order = ov
}

// order is the places of n tiles, as they lie at first if none is given.
func order(put []int, n int) []int {
	if len(put) == n {
		return slices.Clone(put)
	}
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// about reports whether a rule is about tiles that are there.
func (o Order) about(r Rule, tiles []Tile) bool {
	there := func(id string) bool {
		return id == "" || slices.ContainsFunc(tiles, func(t Tile) bool { return t.ID == id })
	}
	return there(r.First) && there(r.Then)
}

// broken lists the rules that an order breaks, rising.
func (o Order) broken(tiles []Tile, order []int) []int {
	at := map[string]int{}
	for place, tile := range order {
		at[tiles[tile].ID] = place
	}
	var out []int
	for n, r := range o.Rules {
		first, there := at[r.First]
		if !there {
			continue
		}
		if then, there := at[r.Then]; there && then < first || r.Then == "" && first > 0 {
			out = append(out, n)
		}
	}
	return out
}

func (o Order) fit(tile string, broken []int) Fit {
	bound := false
	for n, r := range o.Rules {
		about := r.First == tile || r.Then == tile
		if about && slices.Contains(broken, n) {
			return LookAgain
		}
		bound = bound || about
	}
	if !bound {
		return AnyPlace
	}
	return Fits
}

// do arranges the tiles, looks at the order, and goes on. The tiles can be
// arranged after the look too; only the first look is an answer: the rules that
// the order broke then.
func (o Order) do(p Player, in Intent) (Player, []Event, error) {
	tiles := o.tiles(p)
	if p.st.phase == PhasePassed {
		return onlyNext(p, in)
	}
	switch in := in.(type) {
	case Arrange:
		sorted := slices.Clone(in.Order)
		slices.Sort(sorted)
		if !slices.Equal(sorted, order(nil, len(tiles))) {
			return p, nil, ErrIntent
		}
		p.st.put = slices.Clone(in.Order)
		return p, nil, nil
	case Next:
		if p.st.phase == PhaseConsequence {
			return onlyNext(p, in)
		}
		return p.answer(o.broken(tiles, order(p.st.put, len(tiles))))
	}
	return p, nil, ErrIntent
}

// answered reports whether the present step has an answer already.
func (p Player) answered() bool {
	return slices.ContainsFunc(p.st.answers, func(a Answer) bool { return a.Step == p.st.step })
}
