package tally

import (
	"math/bits"
	"slices"
)

// approved is the set of categories that are approved of.
func (it *Item) approved() uint32 {
	a := uint32(0)
	for i, c := range it.Categories {
		if c.Approved {
			a |= 1 << i
		}
	}
	return a
}

// cut divides the cells into those approved of and the rest, which has those
// who gave no answer. Where nothing is approved of, the upper part of a scale,
// or the second of two, stands for it; else there is no cut.
func (it *Item) cut() (approved, rest set, ok bool) {
	k := len(it.Categories)
	a := it.approved()
	if a == 0 && (it.Ordered || k == 2) {
		a = all(k) &^ all((k+1)/2)
	}
	return set(a), set(all(k+1) &^ a), a != 0
}

// ladder is how the cells may be merged, finest first, each step a union of
// groups of the one before.
func (it *Item) ladder() [][]set {
	k := len(it.Categories)
	up, rest, ok := it.cut()
	var steps [][]set
	if k > 2 {
		var each []set
		for i := range k {
			each = append(each, 1<<i)
		}
		if it.Ordered || !it.MaySkip { // no answer is with the neighbour of those approved of
			next := 31 - bits.LeadingZeros32(uint32(rest)&all(k))
			if up&1 != 0 {
				next = bits.TrailingZeros32(uint32(rest))
			}
			each[next] |= 1 << k
		} else {
			each = append(each, 1<<k)
		}
		steps = append(steps, each)
		if it.Ordered && k > 4 {
			steps = append(steps, thirds(each, up, rest)...)
		}
	}
	if ok {
		steps = append(steps, []set{up, rest})
	}
	return slices.DeleteFunc(steps, func(step []set) bool { return slices.ContainsFunc(step, it.bare) })
}

// thirds is a scale as below, middle and above, if that fits the cut.
func thirds(each []set, up, rest set) [][]set {
	side := len(each) * 2 / 5
	three := []set{0, 0, 0}
	for i, g := range each {
		switch {
		case i < side:
			three[0] |= g
		case i < len(each)-side:
			three[1] |= g
		default:
			three[2] |= g
		}
	}
	for _, g := range three {
		if g&up != 0 && g&rest != 0 {
			return nil
		}
	}
	return [][]set{three}
}

// bare reports whether a group is nothing but inaction.
func (it *Item) bare(g set) bool {
	doing, acting := false, false
	for i, c := range it.Categories {
		if g>>i&1 != 0 {
			doing, acting = doing || c.Inaction, acting || !c.Inaction
		}
	}
	return doing && !acting
}
