package replay

import (
	"fmt"
	"hash/maphash"
	"iter"
	"maps"
	"math/rand/v2"
	"slices"
)

// Count says how many states are wanted. Fewer come when there are not as many
// that differ.
type Count struct {
	// Limit is about how many in all, spread evenly over the operations. Zero
	// means PerBoundary at each.
	Limit int
	// PerBoundary is the most after one operation. Zero means 16 without a
	// Limit, and with one four times the even share, at least 16.
	PerBoundary int
}

// States gives the states after a power cut before the first operation,
// between any two and after the last one. After each come, if wanted that
// often: only what is certain; everything; every name and nothing of the
// bytes; all bytes and no name; every name and the bytes as zeros; and then,
// at random, parts of the bytes, parts in another order, one write torn
// between two sectors, a file cut short, and zeros in places, each with all
// names, none or some. When fewer are wanted they are drawn from all these.
//
// States with the same files and the same acknowledgements come once. The same
// trace and seed give the same states; a second loop goes on with random.
func (t *Trace) States(random *rand.Rand, count Count) iter.Seq[State] {
	return func(yield func(State) bool) {
		g := &generator{disk: newDisk(t.nodes), random: random, seen: map[uint64]bool{}}
		shares, most := count.shares(len(t.ops)+1, random)
		var acked []string
		carried := 0
		for at := range len(t.ops) + 1 {
			if at > 0 {
				o := t.ops[at-1]
				g.disk.do(o)
				if o.kind == opAck {
					acked = append(acked, o.line)
				}
			}
			want := min(carried+shares[at], most)
			given, more := g.boundary(want, func(s State) bool {
				s.Acked, s.Where = slices.Clip(acked), t.where(at)+s.Where
				return yield(s)
			}, len(acked))
			if !more {
				return
			}
			if count.Limit > 0 {
				carried += shares[at] - given
			}
		}
	}
}

// where says after which operation.
func (t *Trace) where(at int) string {
	if at == 0 {
		return fmt.Sprintf("before the first of %d operations: ", len(t.ops))
	}
	return fmt.Sprintf("after %d of %d, %s: ", at, len(t.ops), t.ops[at-1].text)
}

// shares spreads the limit over the boundaries. When it is lower than their
// number the chosen ones are random within even stretches, since writers
// repeat themselves.
func (c Count) shares(boundaries int, random *rand.Rand) (shares []int, most int) {
	shares, most = make([]int, boundaries), c.PerBoundary
	if c.Limit <= 0 {
		if most <= 0 {
			most = 16
		}
		for i := range shares {
			shares[i] = most
		}
		return shares, most
	}
	if most <= 0 {
		most = max(16, 4*c.Limit/boundaries)
	}
	if c.Limit >= boundaries {
		for i := range shares {
			shares[i] = (i+1)*c.Limit/boundaries - i*c.Limit/boundaries
		}
		return shares, most
	}
	for i := range c.Limit {
		from, to := i*boundaries/c.Limit, (i+1)*boundaries/c.Limit
		shares[from+random.IntN(to-from)]++
	}
	return shares, most
}

// generator makes the states of one trace.
type generator struct {
	disk   *disk
	random *rand.Rand
	seen   map[uint64]bool
}

// boundary gives at most want new states of the disk as it is, without Acked
// and the beginning of Where, and says how many, and whether more are asked
// for.
func (g *generator) boundary(want int, yield func(State) bool, acked int) (given int, more bool) {
	if want <= 0 {
		return 0, true
	}
	dirty := g.dirty()
	fixed := len(fixedVariants)
	tries := 4*want + fixed
	if len(dirty) == 0 && len(g.disk.names) == 0 {
		tries = 1
	}
	chosen := map[uint64]bool{}
	inOrder := want >= fixed+3
	for try := 0; try < tries && given < want; try++ {
		var v variant
		switch pick := g.random.IntN(2 * fixed); {
		case inOrder && try < fixed:
			v = fixedVariants[try]
		case !inOrder && pick < fixed:
			v = fixedVariants[pick]
		default:
			v = variant{randomBytes[g.random.IntN(len(randomBytes))], randomNames[g.random.IntN(len(randomNames))]}
		}
		survive, plans := g.survive(v.names), g.plans(v.bytes, dirty)
		if choice := g.choice(survive, plans); chosen[choice] {
			continue
		} else {
			chosen[choice] = true
		}
		s, key := g.state(survive, plans, acked)
		if g.seen[key] {
			continue
		}
		g.seen[key] = true
		s.Where = v.String()
		given++
		if !yield(s) {
			return given, false
		}
	}
	return given, true
}

// dirty lists the files with something that is not certain.
func (g *generator) dirty() []int {
	var all []int
	for i := range g.disk.nodes {
		if len(g.disk.nodes[i].pending) > 0 {
			all = append(all, i)
		}
	}
	return all
}

// choice is a hash of what was drawn, which is quicker than that of a state.
func (g *generator) choice(survive []bool, plans []plan) uint64 {
	var h maphash.Hash
	h.SetSeed(g.disk.seed)
	for _, s := range survive {
		maphash.WriteComparable(&h, s)
	}
	for _, p := range plans {
		for _, o := range p.ops {
			maphash.WriteComparable(&h, [4]int{o.at, o.off, len(o.data), o.size})
		}
		maphash.WriteComparable(&h, [2]int{p.file, p.size})
	}
	return h.Sum64()
}

// state makes one state and its key, which is the same for the same files and
// acknowledgements.
func (g *generator) state(survive []bool, plans []plan, acked int) (State, uint64) {
	d := g.disk
	contents := map[int][]byte{}
	for _, p := range plans {
		if len(p.ops) > 0 {
			contents[p.file] = d.build(p)
		}
	}
	files, folders := d.tree(survive)
	s := State{Files: make(map[string][]byte, len(files)), Folders: folders}
	var h maphash.Hash
	h.SetSeed(d.seed)
	maphash.WriteComparable(&h, acked)
	for _, path := range folders {
		maphash.WriteComparable(&h, path+"/")
	}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		n := files[path]
		b, changed := contents[n]
		sum := uint64(0)
		if changed {
			sum = maphash.Bytes(d.seed, b)
		} else {
			b, sum = d.nodes[n].data, d.sum(n)
		}
		maphash.WriteComparable(&h, path)
		maphash.WriteComparable(&h, sum)
		s.Files[path] = b
	}
	return s, h.Sum64()
}
