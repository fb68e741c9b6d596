package faultfs

import "math/rand/v2"

// How is what becomes, in a power cut, of writes that were not synced.
type How int

const (
	// Drop loses all of them.
	Drop How = iota
	// Torn keeps some, each whole and in order, but for one of them, which is
	// there only up to the end of a sector of 512 bytes.
	Torn
	// Reordered keeps some, each whole, as if written in another order.
	Reordered
)

// String is the name of the way.
func (h How) String() string { return [...]string{"Drop", "Torn", "Reordered"}[h] }

// crash makes durable what happens to be and then lets nothing else be; the
// caller holds mu.
func (fs *FS) crash(random *rand.Rand, how How) {
	fs.crashNames(random)
	if random != nil && how != Drop {
		fs.crashWrites(random, how)
	}
	fs.reload()
}

func (fs *FS) crashWrites(random *rand.Rand, how How) {
	share := random.Float64()
	type left struct {
		*node
		writes []change
	}
	var files []left
	writes := 0
	for _, n := range fs.durableFiles() {
		f := left{n, n.surviving(random, share, how)}
		files = append(files, f)
		for _, c := range f.writes {
			if c.bytes != nil {
				writes++
			}
		}
	}
	torn := -1
	if how == Torn && writes > 0 {
		torn = random.IntN(writes)
	}
	for _, f := range files {
		for _, c := range f.writes {
			if c.bytes != nil {
				if torn == 0 {
					c = c.torn(random)
				}
				torn--
			}
			f.disk = c.to(f.disk)
		}
	}
}

// durableFiles is each file that has a durable name, once.
func (fs *FS) durableFiles() (files []*node) {
	seen := map[*node]bool{}
	var walk func(*node)
	walk = func(folder *node) {
		for _, name := range sortedNames(folder.lasting) {
			n := folder.lasting[name]
			if n.folder {
				walk(n)
			} else if !seen[n] {
				seen[n] = true
				files = append(files, n)
			}
		}
	}
	walk(fs.root)
	return files
}

// surviving is what is there of the unsynced changes, in the order in which to
// do them: the first so many changes of size, and between them a share of the
// writes.
func (n *node) surviving(random *rand.Rand, share float64, how How) (left []change) {
	sizes := 0
	for _, c := range n.log {
		if c.bytes == nil {
			sizes++
		}
	}
	sizes = random.IntN(sizes + 1)
	from := 0
	shuffle := func() {
		if how == Reordered {
			part := left[from:]
			random.Shuffle(len(part), func(i, j int) { part[i], part[j] = part[j], part[i] })
		}
	}
	for _, c := range n.log {
		if c.bytes != nil {
			if random.Float64() < share && !c.lost {
				left = append(left, c)
			}
			continue
		}
		if sizes--; sizes < 0 || c.lost {
			break
		}
		shuffle()
		left = append(left, c)
		from = len(left)
	}
	shuffle()
	return left
}

// torn is a beginning of the write that ends with a sector of the file.
func (c change) torn(random *rand.Rand) change {
	first := int(sector - c.at%sector)
	ends := 0 // of sectors, before the last byte
	if len(c.bytes) > first {
		ends = 1 + (len(c.bytes)-first-1)/sector
	}
	size := 0
	if n := random.IntN(ends + 1); n > 0 {
		size = first + (n-1)*sector
	}
	c.bytes = c.bytes[:size:size]
	if size == 0 {
		c.at = 0 // no bytes make no file longer
	}
	return c
}
