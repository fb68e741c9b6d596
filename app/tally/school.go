package tally

import (
	"fmt"
	"maps"
	"slices"
)

// School adds up classes: what each of them shows, and the answers of which
// nothing was shown, guarded together. It shows no more of a class than the
// class does.
type School struct {
	items   []Item
	classes map[string][]table  // by class and item: what it shows
	pool    []map[string]*Tally // by item and class: of which nothing was shown
	blocks  [][]table           // by item: what was shown of earlier pools
}

// NewSchool is a school without classes, which are to have these items. ErrItem.
func NewSchool(items ...Item) (*School, error) {
	s, err := NewSession(items...)
	if err != nil {
		return nil, err
	}
	h := &School{items: s.items, classes: map[string][]table{}, blocks: s.blocks}
	for range items {
		h.pool = append(h.pool, map[string]*Tally{})
	}
	return h, nil
}

// Class says what a class shows now, instead of what it showed before. ErrOther
// if it has not the school's items.
func (h *School) Class(class string, r Release) error {
	var shown []table
	for i := range h.items {
		s, ok := r.Item(h.items[i].ID)
		if !ok || !s.item.equal(&h.items[i]) {
			return fmt.Errorf("%w: %q", ErrOther, h.items[i].ID)
		}
		shown = append(shown, s.t)
	}
	h.classes[class] = shown
	return nil
}

// Pool takes what Unspent of a class gave, once. ErrOther, ErrAnswer; nothing
// is taken then.
func (h *School) Pool(class string, unspent ...*Tally) error {
	taken := make([]*Tally, len(h.items))
	for _, t := range unspent {
		i := slices.IndexFunc(h.items, func(it Item) bool { return it.equal(&t.item) })
		if i < 0 {
			return fmt.Errorf("%w: %q", ErrOther, t.item.ID)
		}
		for _, had := range []*Tally{h.pool[i][class], taken[i]} {
			if had == nil {
				continue
			}
			var err error
			if t, err = t.Merge(had); err != nil {
				return err
			}
		}
		taken[i] = t
	}
	for i, t := range taken {
		if t != nil && t.n > 0 {
			h.pool[i][class] = t
		}
	}
	return nil
}

// Close guards what there is enough of in the pool, and gives what the school
// then shows. What comes into the pool later is guarded by itself.
func (h *School) Close() Release {
	for i := range h.items {
		if h.ripe(i) != NoRule {
			continue
		}
		counts := make([]int, len(h.items[i].Categories)+1)
		for _, t := range h.pool[i] {
			for j, c := range t.counts {
				counts[j] += c
			}
		}
		h.blocks[i] = append(h.blocks[i], guard(&h.items[i], counts))
		h.pool[i] = map[string]*Tally{}
	}
	return h.Release()
}

// Release is what the school shows: its classes, and what was guarded of the
// pool at a close.
func (h *School) Release() Release {
	r := Release{}
	for i := range h.items {
		it := &h.items[i]
		var of []table
		for _, class := range slices.Sorted(maps.Keys(h.classes)) {
			of = append(of, h.classes[class][i])
		}
		of = append(of, h.blocks[i]...)
		t := together(it, of)
		if t.kind == Nothing && len(h.blocks[i]) == 0 {
			t.rule = h.ripe(i)
		}
		n, _ := h.pooled(i)
		r.items = append(r.items, Shown{*it, t, n})
	}
	return r
}

// pooled is how many answers there are in the pool of an item, and how many in
// the largest class of it.
func (h *School) pooled(i int) (n, largest int) {
	for _, t := range h.pool[i] {
		n += t.n
		largest = max(largest, t.n)
	}
	return n, largest
}

// ripe says why the pool of an item must wait, NoRule if it need not.
func (h *School) ripe(i int) RuleID {
	n, largest := h.pooled(i)
	switch {
	case h.items[i].Inaction:
		return RuleInaction
	case h.items[i].Sensitive && n < rules[RuleSensitiveSchool].From:
		return RuleSensitiveSchool
	case n < rules[RuleBars].From:
		return RuleBars
	case len(h.pool[i]) < rules[RuleSchool].Value:
		return RuleSchool
	case largest*100 > rules[RuleSchoolLargest].Percent*n:
		return RuleSchoolLargest
	}
	return NoRule
}
