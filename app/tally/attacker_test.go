package tally

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"
)

// attacker knows the rules and what is shown; it even gets the table of each
// block by itself, which a reader has to work out. What it knows of a block it
// has by going through all counts that would be shown so.
type attacker struct {
	known map[string]*world
}

func (a *attacker) world(it *Item, tb table) *world {
	k := it.ID + tb.key()
	if w := a.known[k]; w != nil {
		return w
	}
	if tb.n <= 30 {
		for key, w := range worlds(it, tb.n, true) {
			a.known[it.ID+key] = w
		}
	} else {
		a.known[k] = preimage(it, tb)
	}
	return a.known[k]
}

// preimage is worlds for one table only, for numbers that are too large for all.
func preimage(it *Item, tb table) *world {
	w := &world{}
	counts := make([]int, len(it.Categories)+1)
	key := tb.key()
	var walk func(i, left int)
	walk = func(i, left int) {
		for _, c := range tb.cells {
			sum, last := 0, 31-bits.LeadingZeros32(uint32(c.in))
			for j := range counts[:i] {
				if c.in>>j&1 != 0 {
					sum += counts[j]
				}
			}
			if sum > c.high || last < i && sum < c.low {
				return
			}
		}
		if i == len(counts) {
			if left == 0 && guard(it, counts).key() == key {
				w.add(counts, tb.n, true)
			}
			return
		}
		for c := range left + 1 {
			counts[i] = c
			walk(i+1, left-c)
		}
		counts[i] = 0
	}
	walk(0, tb.n)
	return w
}

// narrow is bounds propagation until nothing changes; false if nothing fits.
func narrow(low, high []int, facts []fact) bool {
	for changed := true; changed; {
		changed = false
		for _, f := range facts {
			least, most := 0, 0
			for _, t := range f.terms {
				if t.sign > 0 {
					least, most = least+low[t.v], most+high[t.v]
				} else {
					least, most = least-high[t.v], most-low[t.v]
				}
			}
			if least > f.high || most < f.low {
				return false
			}
			for _, t := range f.terms {
				l, h := low[t.v], high[t.v]
				if t.sign > 0 { // t = sum - others
					l, h = max(l, f.low-(most-h)), min(h, f.high-(least-l))
				} else {
					l, h = max(l, (least+h)-f.high), min(h, (most+l)-f.low)
				}
				if l > h {
					return false
				}
				if l != low[t.v] || h != high[t.v] {
					if t.sign > 0 {
						least, most = least+l-low[t.v], most+h-high[t.v]
					} else {
						least, most = least-h+high[t.v], most-l+low[t.v]
					}
					low[t.v], high[t.v], changed = l, h, true
				}
			}
		}
	}
	return true
}

// fits searches for one assignment, exactly; true also if it gives up.
func fits(low, high []int, facts []fact, budget *int) bool {
	low, high = slices.Clone(low), slices.Clone(high)
	if *budget--; *budget < 0 {
		return true
	}
	if !narrow(low, high, facts) {
		return false
	}
	at := -1
	for v := range low {
		if low[v] < high[v] && (at < 0 || high[v]-low[v] < high[at]-low[at]) {
			at = v
		}
	}
	if at < 0 {
		return true
	}
	for x := low[at]; x <= high[at]; x++ {
		l, h := slices.Clone(low), slices.Clone(high)
		l[at], h[at] = x, x
		if fits(l, h, facts, budget) {
			return true
		}
	}
	return false
}

// solved are the cells of which only one count is left.
func solved(low, high []int, facts []fact, search bool) map[int]int {
	out := map[int]int{}
	if !narrow(low, high, facts) {
		return map[int]int{-1: 0} // the attacker misunderstands something
	}
	for v := range low {
		if low[v] == high[v] {
			out[v] = low[v]
			continue
		}
		if !search || high[v]-low[v] > 2 {
			continue
		}
		possible, last := 0, 0
		for x := low[v]; x <= high[v] && possible < 2; x++ {
			l, h := slices.Clone(low), slices.Clone(high)
			l[v], h[v] = x, x
			budget := 200
			if fits(l, h, facts, &budget) {
				possible, last = possible+1, x
			}
		}
		if possible == 1 {
			out[v] = last
		}
	}
	return out
}

// 10,000 classes of 1 to 30, one to three releases of eight items with 0 to 12
// new answers between, before and after, class by class and added up as a
// school after each: no cell of 1 or 2 is recovered, and for every such cell
// there is another story, played from the beginning with the real package, in
// which it is another number and all that is shown is the same.
func TestAttacker(t *testing.T) {
	want := 10000
	if testing.Short() {
		want = 1000
	}
	a := attacker{known: map[string]*world{}}
	r := rand.New(rand.NewPCG(7, 8))
	var classes, stories, releases, tables, small, recovered, alike, others int
	kinds := map[Kind]int{}
	for classes < want {
		s := newStory(r)
		stories++
		classes += len(s.classes)
		releases += (len(s.classes) + 1) * len(s.classes[0])
		shown, blocks, facts := run(t, s)
		tables += len(blocks)
		low, high := make([]int, 8*len(blocks)), make([]int, 8*len(blocks))
		var doubts [][]int // by block: the cells of 1 or 2
		for at, b := range blocks {
			kinds[b.table.kind]++
			w := a.world(&s.items[b.item], b.table)
			if w == nil {
				t.Fatalf("story %d: the attacker cannot explain %+v", stories, b.table)
			}
			if !w.several {
				alike++
			}
			doubts = append(doubts, nil)
			for j, n := range b.counts {
				low[at*8+j], high[at*8+j] = w.low[j], w.high[j]
				if n == 1 || n == 2 {
					doubts[at] = append(doubts[at], j)
				}
			}
		}
		found := solved(low, high, facts, false)
		if _, lost := found[-1]; lost {
			t.Fatalf("story %d: the facts contradict each other", stories)
		}
		for at, b := range blocks {
			for _, j := range doubts[at] {
				small++
				if _, ok := found[at*8+j]; ok {
					recovered++
					t.Errorf("story %d: cell %d of %v is recovered from %+v", stories, j, b.counts, b.table)
				}
			}
		}
		// The nth doubtful cell of every block at once is another number.
		for nth := 0; ; nth++ {
			other, any := s.clone(), false
			for at, b := range blocks {
				if nth >= len(doubts[at]) {
					continue
				}
				any = true
				j := doubts[at][nth]
				v := a.world(&s.items[b.item], b.table).other(j, b.counts[j])
				if v == nil {
					t.Fatalf("story %d: no other count of cell %d of %v", stories, j, b.counts)
				}
				other.set(b, v)
			}
			if !any {
				break
			}
			others++
			if again, _, _ := run(t, other); again != shown {
				t.Fatalf("story %d: the other story is told otherwise:\n%s\n%s", stories, shown, again)
			}
		}
	}
	if alike > 0 {
		t.Errorf("of %d tables it is known that all said the same", alike)
	}
	t.Logf("%d classes in %d stories, %d releases, %d guarded tables (%d means, %d bars, %d nothing): %d cells of 1 or 2, %d recovered, %d known to be all the same; %d other stories told the same",
		classes, stories, releases, tables, kinds[Mean], kinds[Bars], kinds[Nothing], small, recovered, alike, others)
}

// The same attacker, when only cells of 1 and 2 are blanked and all else is
// shown at every close, of classes and of the school.
func TestAttackerWithoutTheRules(t *testing.T) {
	want := 10000
	if testing.Short() {
		want = 1000
	}
	r := rand.New(rand.NewPCG(7, 8))
	classes, stories, broken, small, recovered := 0, 0, 0, 0, 0
	with := 0 // stories that have cells of 1 or 2
	for classes < want {
		s := newStory(r)
		stories++
		classes += len(s.classes)
		any, some := false, false
		for i := range s.items {
			low, high, facts, truth := bare(s, i)
			found := solved(low, high, facts, true)
			if _, lost := found[-1]; lost {
				t.Fatalf("story %d: the facts contradict each other", stories)
			}
			for v, n := range truth {
				if n != 1 && n != 2 {
					continue
				}
				small++
				some = true
				if x, ok := found[v]; ok {
					recovered++
					any = true
					if x != n {
						t.Fatalf("story %d: the attacker says %d of %d", stories, x, n)
					}
				}
			}
		}
		if some {
			with++
		}
		if any {
			broken++
		}
	}
	t.Logf("%d classes in %d stories, %d with cells of 1 or 2: %d broken; %d of %d such cells recovered", classes, stories, with, broken, recovered, small)
	if broken*10 < with*9 || recovered*2 < small {
		t.Error("an attacker that fails here proves nothing there")
	}
}

// bare gives the counts of an item after each close as variables (those of the
// classes, then those of the school) and what is known of them.
func bare(s story, item int) (low, high []int, facts []fact, truth []int) {
	k := len(s.items[item].Categories) + 1
	rounds := len(s.classes[0])
	at := func(class, round, j int) int { return (class*rounds+round)*k + j }
	for class := range len(s.classes) + 1 {
		for round := range rounds {
			n := 0
			var whole fact
			for j := range k {
				c := 0
				for from := range s.classes {
					if class != from && class != len(s.classes) {
						continue
					}
					for _, answers := range s.classes[from][:round+1] {
						c += answers[item][j]
					}
				}
				n += c
				truth = append(truth, c)
				if c == 1 || c == 2 {
					low, high = append(low, 1), append(high, 2)
				} else {
					low, high = append(low, c), append(high, c)
				}
				whole.terms = append(whole.terms, term{at(class, round, j), 1})
				if round > 0 {
					facts = append(facts, fact{[]term{{at(class, round, j), 1}, {at(class, round-1, j), -1}}, 0, 1 << 20})
				}
			}
			whole.low, whole.high = n, n
			facts = append(facts, whole)
		}
	}
	for round := range rounds {
		for j := range k {
			f := fact{terms: []term{{at(len(s.classes), round, j), -1}}}
			for class := range s.classes {
				f.terms = append(f.terms, term{at(class, round, j), 1})
			}
			facts = append(facts, f)
		}
	}
	return low, high, facts, truth
}
