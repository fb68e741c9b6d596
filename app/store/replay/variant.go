package replay

import (
	"math/rand/v2"
	"slices"
)

const sector = 512

// variant says what is left of that which is not certain.
type variant struct{ bytes, names string }

func (v variant) String() string { return v.bytes + ", " + v.names }

const (
	noBytes   = "no bytes"
	allBytes  = "all bytes"
	allZeros  = "zeros"
	someBytes = "some bytes"
	shuffled  = "some bytes in another order"
	torn      = "a torn write"
	cutShort  = "cut short"
	someZeros = "zeros in places"

	noNames   = "no names"
	allNames  = "all names"
	someNames = "some names"
)

var (
	fixedVariants = []variant{{noBytes, noNames}, {allBytes, allNames}, {noBytes, allNames}, {allBytes, noNames}, {allZeros, allNames}}
	randomBytes   = []string{someBytes, someBytes, shuffled, torn, torn, cutShort, someZeros}
	randomNames   = []string{allNames, allNames, allNames, someNames, someNames, noNames}
)

// survive says which names are left.
func (g *generator) survive(names string) []bool {
	before := map[int]int{}
	for _, o := range g.disk.names {
		for _, e := range o.edits {
			if _, ok := before[e.dir]; ok {
				continue
			}
			switch names {
			case allNames:
				before[e.dir] = len(g.disk.names)
			case someNames:
				before[e.dir] = g.random.IntN(len(g.disk.names) + 1)
			default:
				before[e.dir] = 0
			}
		}
	}
	return g.disk.survivors(before)
}

// plan is what becomes of a file with something uncertain.
type plan struct {
	file int
	ops  []*op // those that are left
	size int   // at which it is cut, or -1
}

// plans says what becomes of the files in dirty.
func (g *generator) plans(bytes string, dirty []int) []plan {
	if bytes == noBytes || len(dirty) == 0 {
		return nil
	}
	all := make([]plan, 0, len(dirty))
	share := [...]float64{0.2, 0.5, 0.8}[g.random.IntN(3)]
	tornFile := dirty[g.random.IntN(len(dirty))]
	for _, n := range dirty {
		f := &g.disk.nodes[n]
		p := plan{n, f.pending, -1}
		switch bytes {
		case someBytes:
			p.ops = some(p.ops, share, g.random)
		case shuffled:
			p.ops = shuffle(some(p.ops, max(share, 0.5), g.random), g.random)
		case torn:
			if n == tornFile {
				p.ops = tear(p.ops, share, g.random)
			} else {
				p.ops = some(p.ops, share, g.random)
			}
		case allZeros:
			p.ops = zeros(p.ops, 0, g.random)
		case someZeros:
			p.ops = zeros(p.ops, share, g.random)
		case cutShort:
			p.size = f.cut(g.random)
		}
		all = append(all, p)
	}
	return all
}

// build makes the bytes of a plan.
func (d *disk) build(p plan) []byte {
	b := change(d.nodes[p.file].data, p.ops)
	if p.size >= 0 {
		b = b[:p.size]
	}
	return slices.Clip(b)
}

// some keeps each operation with a probability.
func some(ops []*op, share float64, random *rand.Rand) []*op {
	var kept []*op
	for _, o := range ops {
		if random.Float64() < share {
			kept = append(kept, o)
		}
	}
	return kept
}

// shuffle exchanges the writes among their places; changes of size keep
// theirs.
func shuffle(ops []*op, random *rand.Rand) []*op {
	var places []int
	for i, o := range ops {
		if o.kind == opWrite {
			places = append(places, i)
		}
	}
	mixed := slices.Clone(ops)
	for i, j := range random.Perm(len(places)) {
		mixed[places[i]] = ops[places[j]]
	}
	return mixed
}

// tear keeps the part of one write before or after a border of sectors, and
// some of the other operations.
func tear(ops []*op, share float64, random *rand.Rand) []*op {
	var long []int
	for i, o := range ops {
		if o.kind == opWrite && o.off/sector != (o.off+len(o.data)-1)/sector {
			long = append(long, i)
		}
	}
	if len(long) == 0 {
		return some(ops, share, random)
	}
	at := long[random.IntN(len(long))]
	o := *ops[at]
	first, last := o.off/sector+1, (o.off+len(o.data)-1)/sector
	border := (first+random.IntN(last-first+1))*sector - o.off
	if random.IntN(3) > 0 {
		o.data = o.data[:border]
	} else {
		o.off, o.data = o.off+border, o.data[border:]
	}
	kept := append(some(ops[:at], share, random), &o)
	return append(kept, some(ops[at+1:], share, random)...)
}

// zeros keeps the size that each write gives, and the bytes of a share only.
func zeros(ops []*op, share float64, random *rand.Rand) []*op {
	all := slices.Clone(ops)
	for i, o := range all {
		if o.kind == opWrite && random.Float64() >= share {
			end := *o
			end.off, end.data = o.off+len(o.data), nil
			all[i] = &end
		}
	}
	return all
}

// cut is a size at which a file that grew may end, or -1 for one that did not.
func (n *inode) cut(random *rand.Rand) int {
	least, size := len(n.data), len(n.data)
	for _, o := range n.pending {
		size = o.sizeAfter(size)
		least = min(least, size)
	}
	if size <= least {
		return -1
	}
	end := least + random.IntN(size-least)
	if random.IntN(2) == 0 {
		end = max(least, end/sector*sector)
	}
	return end
}
