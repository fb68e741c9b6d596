package tally

import (
	"errors"
	"fmt"
	"slices"
)

// Errors of sessions.
var (
	// ErrOpen: answers still come in, so nothing can be handed on.
	ErrOpen = errors.New("the session is open")
	// ErrClosed: the session is closed, so nothing can be typed.
	ErrClosed = errors.New("the session is closed")
)

// Session takes the answers of a class to items that share a base: a slip has
// an answer to each of them, or none. It is open, then closed, and may be opened
// again for those who come later.
type Session struct {
	items   []Item
	open    []*Tally  // by item: answers of which nothing was ever shown
	blocks  [][]table // by item: what was shown of the others
	waiting []int     // by item: how many were in open at the last close
	typed   int       // slips up to the last close
	round   []int     // by item: typed since
	last    []int     // the items Undo is about
	closed  bool
}

// NewSession is an open session of items with different ids. If there are
// several, one may pass each of them. ErrItem.
func NewSession(items ...Item) (*Session, error) {
	s := &Session{round: make([]int, len(items)), blocks: make([][]table, len(items)), waiting: make([]int, len(items))}
	seen := map[string]bool{}
	for _, it := range items {
		it.MaySkip = it.MaySkip || len(items) > 1
		t, err := NewTally(it)
		if err != nil {
			return nil, err
		}
		if seen[it.ID] {
			return nil, fmt.Errorf("%w: %q is there twice", ErrItem, it.ID)
		}
		seen[it.ID] = true
		s.items = append(s.items, t.item)
		s.open = append(s.open, t)
	}
	if len(items) == 0 {
		return nil, fmt.Errorf("%w: there is none", ErrItem)
	}
	return s, nil
}

// Add counts a slip: the number of a category, or NoAnswer, for each item.
// ErrClosed, ErrAnswer; nothing is counted then.
func (s *Session) Add(slip ...int) error {
	if s.closed {
		return ErrClosed
	}
	if len(slip) != len(s.items) {
		return fmt.Errorf("%w: %d answers to %d items", ErrAnswer, len(slip), len(s.items))
	}
	for i, answer := range slip {
		if err := s.open[i].takes(answer, 1); err != nil {
			return err
		}
	}
	s.last = s.last[:0]
	for i, answer := range slip {
		if err := s.open[i].Add(answer); err != nil {
			return err
		}
		s.round[i]++
		s.last = append(s.last, i)
	}
	return nil
}

// Count counts n equal answers to one item, as from a pile of cards. Who has
// not answered the other items by the close has passed them. ErrClosed,
// ErrAnswer.
func (s *Session) Count(item string, category, n int) error {
	if s.closed {
		return ErrClosed
	}
	i := slices.IndexFunc(s.items, func(it Item) bool { return it.ID == item })
	if i < 0 {
		return fmt.Errorf("%w: no item %q", ErrAnswer, item)
	}
	if err := s.open[i].AddMany(category, n); err != nil {
		return err
	}
	s.round[i] += n
	s.last = append(s.last[:0], i)
	return nil
}

// Undo takes back the last Add or Count, once, and reports whether there was
// one. See Tally.Undo for why no other can be.
func (s *Session) Undo() bool {
	done := false
	for _, i := range s.last {
		n := s.open[i].n
		done = s.open[i].Undo() || done
		s.round[i] -= n - s.open[i].n
	}
	s.last = s.last[:0]
	return done
}

// Typed is how many slips there are. While the session is open nothing else can
// be read of them.
func (s *Session) Typed() int { return s.typed + slices.Max(s.round) }

// Closed reports whether it is closed.
func (s *Session) Closed() bool { return s.closed }

// Would says what a close would add to what is shown of an item: it goes by how
// many answers there are and by nothing else. So a teacher can be told that
// with ten answers there would be bars; a mean once shown does not become bars.
func (s *Session) Would(item string) Kind {
	for i := range s.items {
		if s.items[i].ID == item {
			kind, _ := s.ripe(i, s.open[i].n+slices.Max(s.round)-s.round[i])
			return kind
		}
	}
	return Nothing
}

// ripe says what n new answers to an item are enough for, or why they wait.
func (s *Session) ripe(i, n int) (Kind, RuleID) {
	it := &s.items[i]
	barsBefore := slices.ContainsFunc(s.blocks[i], func(t table) bool { return t.kind == Bars || t.n >= rules[RuleBars].From })
	switch {
	case it.Inaction:
		return Nothing, RuleInaction
	case it.Sensitive:
		return Nothing, RuleSensitive
	case len(s.blocks[i]) > 0 && n < rules[RuleReopen].Value:
		return Nothing, RuleReopen
	case n < rules[RuleNothing].Below:
		return Nothing, RuleNothing
	case it.Completion || n >= rules[RuleBars].From:
		return Bars, NoRule
	case barsBefore && n < rules[RuleReopenBars].Value:
		return Nothing, RuleReopenBars
	case !it.Ordered:
		return Nothing, RuleBars
	case len(it.Categories) < rules[RuleMeanWidth].Value:
		return Nothing, RuleMeanWidth
	}
	return Mean, RuleMean
}

// Close ends the typing and gives the release. Of items for which there are too
// few new answers the old one stays, and the new answers wait. ErrClosed.
func (s *Session) Close() (Release, error) {
	err := s.end(true)
	return s.Release(), err
}

// Wait ends the typing and shows nothing new: the answers wait for more, or for
// the school. A class of eight can so be a part of the school's bars, which it
// cannot once its mean was shown. ErrClosed.
func (s *Session) Wait() error { return s.end(false) }

func (s *Session) end(show bool) error {
	if s.closed {
		return ErrClosed
	}
	base := slices.Max(s.round)
	for i, t := range s.open {
		if less := base - s.round[i]; less > 0 {
			if err := t.AddMany(NoAnswer, less); err != nil {
				return err
			}
			s.round[i] = base
		}
		t.last, t.many = 0, 0
		if kind, _ := s.ripe(i, t.n); show && kind != Nothing {
			s.blocks[i] = append(s.blocks[i], guard(&s.items[i], t.counts))
			s.open[i] = emptyTally(s.items[i])
		}
		s.round[i], s.waiting[i] = 0, s.open[i].n
	}
	s.typed += base
	s.last = s.last[:0]
	s.closed = true
	return nil
}

// Reopen lets more answers in; the release stays as it is until the next close.
// ErrOpen if it is open.
func (s *Session) Reopen() error {
	if !s.closed {
		return ErrOpen
	}
	s.closed = false
	return nil
}

// Release is that of the last close. Before the first one nothing is shown of
// any item, whatever was typed.
func (s *Session) Release() Release {
	r := Release{}
	for i := range s.items {
		t := lasting(&s.items[i], s.blocks[i])
		if len(s.blocks[i]) == 0 {
			if _, t.rule = s.ripe(i, s.waiting[i]); t.rule == NoRule || t.rule == RuleMean {
				t.rule = RuleClose // there are enough, and they were told to wait
			}
		}
		r.items = append(r.items, Shown{s.items[i], t, s.waiting[i]})
	}
	return r
}

// Unspent hands over the answers of which nothing was shown, for a school; the
// session has them no more, so they cannot be shown twice. ErrOpen.
func (s *Session) Unspent() ([]*Tally, error) {
	if !s.closed {
		return nil, ErrOpen
	}
	out := s.open
	s.open = nil
	for i, it := range s.items {
		s.open = append(s.open, emptyTally(it))
		s.waiting[i] = 0
	}
	return out, nil
}
