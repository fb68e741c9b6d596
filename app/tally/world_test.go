package tally

import (
	"fmt"
	"slices"
	"strconv"
	"testing"
)

// shapes are the items the attacker is let loose on.
func shapes(most int) map[string]Item {
	out := map[string]Item{}
	for k := 2; k <= most; k++ {
		for _, ordered := range []bool{true, false} {
			for _, skip := range []bool{true, false} {
				approvals := [][]int{nil, {k - 1}}
				if k > 3 && ordered {
					approvals = append(approvals, []int{k - 2, k - 1}, []int{0, 1})
				}
				if k > 3 && !ordered {
					approvals = append(approvals, []int{0, 2})
				}
				for _, approved := range approvals {
					it := Item{ID: "i", Ordered: ordered, MaySkip: skip}
					for i := range k {
						it.Categories = append(it.Categories, Category{ID: strconv.Itoa(i)})
					}
					for _, a := range approved {
						it.Categories[a].Approved = true
					}
					name := fmt.Sprintf("%d ordered=%v skip=%v approved=%v", k, ordered, skip, approved)
					out[name] = it
					if k == 2 && approved == nil && !ordered {
						it.Completion = true
						out[name+" completion"] = it
					}
				}
			}
		}
	}
	return out
}

// key tells apart what is shown; equal keys are equal tables.
func (t table) key() string {
	b := make([]byte, 0, 64)
	b = append(b, byte(t.kind), byte(t.rule), byte(t.n), byte(t.n>>8), byte(t.from), byte(t.to))
	for _, c := range t.cells {
		b = append(b, byte(c.in), byte(c.in>>8), byte(c.low), byte(c.low>>8), byte(c.high), byte(c.high>>8))
	}
	return string(b)
}

// world is the set of all counts of so many answers that are shown as one
// table: what who knows the rules knows.
type world struct {
	seen      []uint64 // of each cell, the counts it can be; bit 63 is 63 and more
	pairs     []uint64 // and of the sums of two cells
	low, high []int
	examples  [][2][]int // of each cell, two counts in which it differs
	several   bool       // some of them did not all say the same
	size      int
}

func (w *world) add(counts []int, n int, examples bool) {
	if w.low == nil {
		w.low, w.high = slices.Clone(counts), slices.Clone(counts)
		w.seen = make([]uint64, len(counts))
		w.pairs = make([]uint64, len(counts)*len(counts))
		w.examples = make([][2][]int, len(counts))
	}
	w.size++
	for j, c := range counts {
		w.low[j], w.high[j] = min(w.low[j], c), max(w.high[j], c)
		w.seen[j] |= 1 << min(c, 63)
		if !examples {
			for i := range j {
				w.pairs[j*len(counts)+i] |= 1 << min(c+counts[i], 63)
			}
			continue
		}
		e := &w.examples[j]
		if e[0] == nil {
			e[0] = slices.Clone(counts)
		} else if e[1] == nil && e[0][j] != c {
			e[1] = slices.Clone(counts)
		}
	}
	w.several = w.several || slices.Max(counts) < n
}

// other is counts in which a cell is not c; nil if there are none.
func (w *world) other(j, c int) []int {
	if e := w.examples[j]; e[0][j] == c {
		return e[1]
	}
	return w.examples[j][0]
}

// worlds gives those of an item and n, by what is shown.
func worlds(it *Item, n int, examples bool) map[string]*world {
	out := map[string]*world{}
	cells := len(it.Categories)
	if it.MaySkip {
		cells++
	}
	counts := make([]int, len(it.Categories)+1)
	var walk func(i, left int)
	walk = func(i, left int) {
		if i == cells-1 {
			counts[i] = left
			k := guard(it, counts).key()
			w := out[k]
			if w == nil {
				w = &world{}
				out[k] = w
			}
			w.add(counts, n, examples)
			return
		}
		for c := range left + 1 {
			counts[i] = c
			walk(i+1, left-c)
		}
		counts[i] = 0
	}
	walk(0, n)
	return out
}

// leaks says what who knows the rules knows and should not: that a cell is 1 or
// is 2, that it is one of the two, that it is zero, the same of two cells
// together, or that all said the same.
func (w *world) leaks(it *Item) []string {
	var out []string
	cells := w.seen
	if !it.MaySkip {
		cells = cells[:len(it.Categories)]
	}
	if len(cells) > 2 { // two are all, and n is no secret
		cells = append(slices.Clone(cells), w.pairs...)
	}
	for j, s := range cells {
		switch s {
		case 1 << 1, 1 << 2:
			out = append(out, fmt.Sprintf("cell %d is solved", j))
		case 1<<1 | 1<<2:
			out = append(out, fmt.Sprintf("cell %d is 1 or 2", j))
		case 1:
			out = append(out, fmt.Sprintf("cell %d is zero", j))
		}
	}
	if !w.several && slices.Max(w.high) > 1 {
		out = append(out, "all said the same")
	}
	return out
}

// Every table that can be shown of 1 to 30 answers on up to five categories:
// no cell is known to be 1 or 2, not even to be one of the two, none is known
// to be zero, and it is never known that all said the same.
func TestEveryTable(t *testing.T) {
	most := 30
	if testing.Short() {
		most = 16
	}
	for name, it := range shapes(5) {
		t.Run(name, func(t *testing.T) {
			tables, vectors := 0, 0
			for n := 1; n <= most; n++ {
				for k, w := range worlds(&it, n, false) {
					tables++
					vectors += w.size
					for _, leak := range w.leaks(&it) {
						t.Errorf("n=%d %v: %s", n, []byte(k), leak)
					}
				}
				if t.Failed() {
					break
				}
			}
			t.Logf("%d tables of %d vectors", tables, vectors)
		})
	}
}
