package tally

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// A story is all answers of a school: by class, round and item. After each
// round every class closes and the school adds up what they show.
type story struct {
	items   []Item
	classes [][][][]int
	hands   []int // by class: the round after which it hands on what was not shown
	waits   []int // by class: the round in which it shows nothing new, if there is such
}

// part is the answers of one class and round to an item.
type part struct{ class, round int }

// block is what was guarded together.
type block struct {
	item   int
	pooled bool
	parts  []part
	counts []int
	table  table
}

// term is a signed cell of a fact.
type term struct{ v, sign int }

// fact says that a sum lies between two numbers: all that a reader of what is
// shown can subtract.
type fact struct {
	terms     []term
	low, high int
}

func newStory(r *rand.Rand) story {
	scale := func(id string, k int, sensitive bool, approved ...int) Item {
		it := Item{ID: id, Ordered: true, MaySkip: true, Sensitive: sensitive}
		for i := range k {
			it.Categories = append(it.Categories, Category{ID: fmt.Sprint(i), Approved: slices.Contains(approved, i)})
		}
		return it
	}
	check := scale("check", 4, false, 2)
	check.Ordered = false
	vote := scale("vote", 2, false, 1)
	vote.Ordered = false
	done := vote
	done.ID, done.Completion = "done", true
	free := scale("free", 3, false)
	free.Ordered = false
	lazy := scale("lazy", 3, false, 2)
	lazy.Ordered, lazy.Categories[0].Inaction = false, true
	s := story{items: []Item{scale("before", 5, false, 3, 4), scale("after", 5, false, 3, 4), check, vote, done, free, lazy, scale("flagged", 3, true, 2)}}
	rounds := 1 + r.IntN(3)
	for range 1 + r.IntN(4) {
		var class [][][]int
		pull := make([][]float64, len(s.items)) // how the class leans
		for i, it := range s.items {
			pull[i] = make([]float64, len(it.Categories)+1)
			lean := []float64{0.3, 1, 3, 6}[r.IntN(4)]
			for j := range pull[i] {
				pull[i][j] = r.ExpFloat64()
				for range int(lean) {
					pull[i][j] *= r.ExpFloat64()
				}
			}
			pull[i][len(it.Categories)] *= 0.1
		}
		most := []int{9, 14, 30}[r.IntN(3)]
		for round := range rounds {
			n := 1 + r.IntN(most)
			if round > 0 {
				n = r.IntN(13)
			}
			var answers [][]int
			for i, it := range s.items {
				counts := make([]int, len(it.Categories)+1)
				for range n {
					counts[draw(r, pull[i])]++
				}
				answers = append(answers, counts)
			}
			class = append(class, answers)
		}
		s.classes = append(s.classes, class)
		s.hands = append(s.hands, r.IntN(rounds+1))
		s.waits = append(s.waits, r.IntN(12))
	}
	return s
}

func draw(r *rand.Rand, pull []float64) int {
	sum := 0.0
	for _, p := range pull {
		sum += p
	}
	at := r.Float64() * sum
	for i, p := range pull {
		if at -= p; at < 0 {
			return i
		}
	}
	return 0
}

// tell writes down all that can be read of a release through the package's
// doors.
func tell(b *strings.Builder, r Release) {
	for _, s := range r.Items() {
		low, high := s.Mean()
		share, ok := Norm(s).Share()
		fmt.Fprint(b, s.item.ID, s.Kind(), s.Rule(), s.Answers(), s.Waiting(), low, high, share, ok, Norm(s).Rule())
		for _, c := range s.Cells() {
			fmt.Fprint(b, c, c.Share())
		}
		a, ok := s.Approved()
		fmt.Fprint(b, a, ok)
	}
	before, _ := r.Item("before")
	after, _ := r.Item("after")
	x, y, err := Pair(before, after)
	fmt.Fprintln(b, x.Cells(), y.Cells(), x.Rule(), y.Rule(), err)
}

// run plays a story with the real session and school. It gives all that is
// shown, the blocks, and what is shown as facts about the cells of the blocks.
func run(t *testing.T, s story) (string, []*block, []fact) {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	var blocks []*block
	var facts []fact
	school, err := NewSchool(s.items...)
	must(err)
	sessions := make([]*Session, len(s.classes))
	pending := make([][][]part, len(s.classes))
	pool := make([][]part, len(s.items))
	for c := range sessions {
		sessions[c], err = NewSession(s.items...)
		must(err)
		pending[c] = make([][]part, len(s.items))
	}
	found := func(item int, pooled bool, parts []part, tb table) {
		b := &block{item, pooled, parts, make([]int, len(s.items[item].Categories)+1), tb}
		for _, p := range parts {
			for j, n := range s.classes[p.class][p.round][item] {
				b.counts[j] += n
			}
		}
		blocks = append(blocks, b)
	}
	read := func(r Release, class int) { // class -1 is the school
		for i, it := range s.items {
			sh, _ := r.Item(it.ID)
			for _, c := range sh.t.cells {
				f := fact{low: c.low, high: c.high}
				n := 0
				for at, b := range blocks {
					mine := class < 0 || !b.pooled && b.parts[0].class == class
					if b.item != i || !mine || b.table.kind != sh.t.kind {
						continue
					}
					n += b.table.n
					for j := range b.counts {
						if c.in>>j&1 != 0 {
							f.terms = append(f.terms, term{at*8 + j, 1})
						}
					}
				}
				if n == sh.t.n { // else it shows fewer blocks than there are
					facts = append(facts, f)
				}
			}
		}
	}
	for round := range s.classes[0] {
		for c, session := range sessions {
			if round > 0 {
				must(session.Reopen())
			}
			had := make([]int, len(s.items))
			for i, it := range s.items {
				had[i] = len(session.blocks[i])
				for j, n := range s.classes[c][round][i] {
					if j == len(it.Categories) {
						j = NoAnswer
					}
					must(session.Count(it.ID, j, n))
				}
				fmt.Fprint(&out, session.Would(it.ID), session.Typed())
				pending[c][i] = append(pending[c][i], part{c, round})
			}
			if s.waits[c] == round {
				must(session.Wait())
			} else {
				_, err := session.Close()
				must(err)
			}
			r := session.Release()
			for i := range s.items {
				if len(session.blocks[i]) > had[i] {
					found(i, false, pending[c][i], session.blocks[i][had[i]])
					pending[c][i] = nil
				}
			}
			tell(&out, r)
			read(r, c)
			must(school.Class(fmt.Sprint(c), r))
			if s.hands[c] == round || round == len(s.classes[c])-1 {
				unspent, err := session.Unspent()
				must(err)
				must(school.Pool(fmt.Sprint(c), unspent...))
				for i := range s.items {
					pool[i] = append(pool[i], pending[c][i]...)
					pending[c][i] = nil
				}
			}
		}
		had := make([]int, len(s.items))
		for i := range had {
			had[i] = len(school.blocks[i])
		}
		r := school.Close()
		for i := range s.items {
			if len(school.blocks[i]) > had[i] {
				found(i, true, pool[i], school.blocks[i][had[i]])
				pool[i] = nil
			}
		}
		tell(&out, r)
		read(r, -1)
	}
	return out.String(), blocks, facts
}

func (s story) clone() story {
	out := s
	out.classes = nil
	for _, class := range s.classes {
		var c [][][]int
		for _, round := range class {
			var r [][]int
			for _, counts := range round {
				r = append(r, slices.Clone(counts))
			}
			c = append(c, r)
		}
		out.classes = append(out.classes, c)
	}
	return out
}

// set deals other counts of a block out to its parts, which keep their sizes.
func (s story) set(b *block, counts []int) {
	left := slices.Clone(counts)
	for _, p := range b.parts {
		mine := s.classes[p.class][p.round][b.item]
		n := 0
		for j := range mine {
			n += mine[j]
			mine[j] = 0
		}
		for j := range mine {
			mine[j] = min(n, left[j])
			n -= mine[j]
			left[j] -= mine[j]
		}
	}
}
