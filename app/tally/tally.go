// Package tally counts secret answers and says what may be shown of them.
//
// A Session takes the answers of a class to items that share a base and is
// closed; only then is there a Release, which says for every item what is
// shown: nothing and by which rule, a step of the mean, or bars whose cells
// are exact, merged or a range. Nothing else can be read from a Tally.
//
//	s, err := tally.NewSession(items...)
//	err = s.Add(4, 2, tally.NoAnswer)
//	r, err := s.Close()
//	for _, shown := range r.Items() { … }
//
// One thought makes it safe: every answer belongs to one block, a block is
// guarded once and by itself, and all that is shown later (a second release, a
// pair of before and after, a school) is worked out from guarded blocks only.
// No subtraction can then tell more than one guarded block does, and the tests
// go through all of those. The rules stand in one table, Rules.
//
// The package refuses clocks, disks and words. It cannot help against who
// types: nine invented answers and a real one are ten.
package tally

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"
)

// MaxCategories is how many categories an item may have, MaxAnswers how many
// answers a tally.
const (
	MaxCategories = 12
	MaxAnswers    = 1 << 30
)

// NoAnswer is given instead of a category by who passes.
const NoAnswer = -1

// Errors of items and tallies.
var (
	// ErrItem: an item has no id, fewer than two or too many categories, a
	// category twice, approval in the middle of a scale or of doing nothing.
	ErrItem = errors.New("not an item that can be counted")
	// ErrAnswer: an answer is none of the categories, is missing where none may
	// be, or there are more than MaxAnswers.
	ErrAnswer = errors.New("not an answer to this item")
	// ErrOther: two tallies are not of the same item.
	ErrOther = errors.New("not the same item")
)

// Category is one answer an item offers.
type Category struct {
	ID       string
	Approved bool // the class is thought to approve of it; for a check, the right one
	Inaction bool // doing nothing: never a number of its own
}

// Item is what was asked. Of an ordered scale the categories stand from lowest
// to highest and those approved of at one end; if none is, the upper part is
// set against the rest.
type Item struct {
	ID         string
	Categories []Category
	Ordered    bool // a scale, so it has a mean
	MaySkip    bool // one may pass; always so where a base has several items
	Sensitive  bool // never shown of a class
	Inaction   bool // the item asks who did nothing: never shown
	Completion bool // two categories, not completed and completed: shown from five
}

func (it *Item) check() error {
	k := len(it.Categories)
	bad := it.ID == "" || k < 2 || k > MaxCategories || it.Completion && k != 2
	seen := map[string]bool{}
	for _, c := range it.Categories {
		bad = bad || c.ID == "" || seen[c.ID] || c.Approved && c.Inaction
		seen[c.ID] = true
	}
	if bad {
		return fmt.Errorf("%w: %q", ErrItem, it.ID)
	}
	a := it.approved()
	n := bits.OnesCount32(a)
	if n == k || it.Ordered && a != all(n) && a != all(k)&^all(k-n) {
		return fmt.Errorf("%w: %q: approval of all, or in the middle", ErrItem, it.ID)
	}
	return nil
}

func (it *Item) equal(o *Item) bool {
	return it.ID == o.ID && it.Ordered == o.Ordered && it.MaySkip == o.MaySkip && it.Sensitive == o.Sensitive &&
		it.Inaction == o.Inaction && it.Completion == o.Completion && slices.Equal(it.Categories, o.Categories)
}

func (it Item) clone() Item {
	it.Categories = slices.Clone(it.Categories)
	return it
}

// Tally counts the answers to one item. How many there are is all that can be
// read; printing it says no more.
type Tally struct {
	item   Item
	counts []int // those of the categories, then no answer
	n      int
	last   int // what Undo takes back
	many   int
}

// NewTally is an empty tally; ErrItem.
func NewTally(item Item) (*Tally, error) {
	if err := item.check(); err != nil {
		return nil, err
	}
	return emptyTally(item.clone()), nil
}

func emptyTally(item Item) *Tally {
	return &Tally{item: item, counts: make([]int, len(item.Categories)+1)}
}

// Add counts one answer; ErrAnswer.
func (t *Tally) Add(category int) error { return t.AddMany(category, 1) }

// AddMany counts n equal answers, as from a pile of cards; ErrAnswer.
func (t *Tally) AddMany(category, n int) error {
	if err := t.takes(category, n); err != nil {
		return err
	}
	if category == NoAnswer {
		category = len(t.counts) - 1
	}
	t.counts[category] += n
	t.n += n
	t.last, t.many = category, n
	return nil
}

// takes says whether an answer may be counted n times.
func (t *Tally) takes(category, n int) error {
	passed := category == NoAnswer && t.item.MaySkip
	if !passed && (category < 0 || category >= len(t.counts)-1) {
		return fmt.Errorf("%w: %d", ErrAnswer, category)
	}
	if n < 0 || n > MaxAnswers-t.n {
		return fmt.Errorf("%w: %d times", ErrAnswer, n)
	}
	return nil
}

// Undo takes back what the last Add or AddMany counted, once, and reports
// whether there was such. Any other answer cannot be taken away: a tally that
// refuses to take away what it has not would tell what it has.
func (t *Tally) Undo() bool {
	if t.many == 0 {
		return false
	}
	t.counts[t.last] -= t.many
	t.n -= t.many
	t.last, t.many = 0, 0
	return true
}

// Typed is how many answers there are, with those who passed.
func (t *Tally) Typed() int { return t.n }

// Item is what is counted.
func (t *Tally) Item() Item { return t.item.clone() }

// Merge is a tally of the answers of both; ErrOther, ErrAnswer.
func (t *Tally) Merge(o *Tally) (*Tally, error) {
	if !t.item.equal(&o.item) {
		return nil, fmt.Errorf("%w: %q, %q", ErrOther, t.item.ID, o.item.ID)
	}
	if o.n > MaxAnswers-t.n {
		return nil, fmt.Errorf("%w: too many", ErrAnswer)
	}
	m := emptyTally(t.item)
	for i := range m.counts {
		m.counts[i] = t.counts[i] + o.counts[i]
	}
	m.n = t.n + o.n
	return m, nil
}

// Format prints how many answers there are, whatever the verb: %+v would print
// what is hidden.
func (t Tally) Format(f fmt.State, _ rune) {
	fmt.Fprintf(f, "tally of %q: %d answers", t.item.ID, t.n)
}
