package replay

import (
	"hash/maphash"
	"maps"
	"slices"
)

// disk is what is certain at one moment, and what may be there besides.
type disk struct {
	nodes []inode
	names []*op // not certain yet, in order
	seed  maphash.Seed
}

// inode is a file or folder with what is certain of it. Its data is never
// changed in place, since states share it.
type inode struct {
	dir     bool
	data    []byte
	entries map[string]int
	pending []*op // writes and sizes that are not certain yet, in order
	sum     uint64
	summed  bool
}

func newDisk(nodes []node) *disk {
	d := &disk{seed: maphash.MakeSeed()}
	for _, n := range nodes {
		d.nodes = append(d.nodes, inode{dir: n.dir, data: n.data, entries: maps.Clone(n.entries)})
	}
	return d
}

// do takes an operation in.
func (d *disk) do(o *op) {
	switch o.kind {
	case opWrite, opResize:
		n := &d.nodes[o.node]
		n.pending = append(n.pending, o)
	case opNames:
		d.names = append(d.names, o)
	case opSync:
		if d.nodes[o.node].dir {
			d.syncFolder(o)
		} else {
			d.nodes[o.node].sync(o.started)
		}
	}
}

// sync makes certain what was complete when the sync started.
func (n *inode) sync(started int) {
	count := 0
	for count < len(n.pending) && n.pending[count].at < started {
		count++
	}
	if count > 0 {
		n.data, n.summed = change(n.data, n.pending[:count]), false
		n.pending = slices.Clone(n.pending[count:])
	}
}

func (d *disk) syncFolder(sync *op) {
	count := 0
	for count < len(d.names) && d.names[count].at < sync.started {
		count++
	}
	certain := d.survivors(map[int]int{sync.node: count})
	var rest []*op
	for i, o := range d.names {
		if !certain[i] {
			rest = append(rest, o)
			continue
		}
		for _, e := range o.edits {
			e.apply(d.nodes[e.dir].entries)
		}
	}
	d.names = rest
}

func (e edit) apply(entries map[string]int) {
	if e.node < 0 {
		delete(entries, e.name)
	} else {
		entries[e.name] = e.node
	}
}

// survivors says which changes of names survive when in each folder those
// before a place in the list do. A rename that survives in one of its folders
// does in both, and takes with it what came before in the other.
func (d *disk) survivors(before map[int]int) []bool {
	all := make([]bool, len(d.names))
	for i := len(d.names) - 1; i >= 0; i-- {
		edits := d.names[i].edits
		for _, e := range edits {
			all[i] = all[i] || i < before[e.dir]
		}
		for _, e := range edits {
			if all[i] {
				before[e.dir] = max(before[e.dir], i+1)
			}
		}
	}
	return all
}

// tree lists the files of a state by path, and its folders.
func (d *disk) tree(survive []bool) (files map[string]int, folders []string) {
	changed := map[int]map[string]int{}
	for i, o := range d.names {
		if !survive[i] {
			continue
		}
		for _, e := range o.edits {
			if changed[e.dir] == nil {
				changed[e.dir] = maps.Clone(d.nodes[e.dir].entries)
			}
			e.apply(changed[e.dir])
		}
	}
	files, seen := map[string]int{}, map[int]bool{}
	var walk func(n int, prefix string)
	walk = func(n int, prefix string) {
		if seen[n] {
			return
		}
		seen[n] = true
		entries := d.nodes[n].entries
		if changed[n] != nil {
			entries = changed[n]
		}
		for _, name := range slices.Sorted(maps.Keys(entries)) {
			child := entries[name]
			if d.nodes[child].dir {
				folders = append(folders, prefix+name)
				walk(child, prefix+name+"/")
			} else {
				files[prefix+name] = child
			}
		}
	}
	walk(0, "")
	return files, folders
}

// sum is a hash of what is certain of a file.
func (d *disk) sum(n int) uint64 {
	f := &d.nodes[n]
	if !f.summed {
		f.sum, f.summed = maphash.Bytes(d.seed, f.data), true
	}
	return f.sum
}

// change returns data after some operations, as a copy if there are any.
func change(data []byte, ops []*op) []byte {
	if len(ops) == 0 {
		return data
	}
	size, most := len(data), len(data)
	for _, o := range ops {
		size = o.sizeAfter(size)
		most = max(most, size)
	}
	// Appending to a full slice copies without clearing all of it first.
	b := append(slices.Clip(data), make([]byte, most+1-len(data))...)[:len(data)]
	for _, o := range ops {
		length := len(b)
		b = b[:o.sizeAfter(length)]
		if len(b) > length {
			clear(b[length:]) // a shrinking may have left something there
		}
		if o.kind == opWrite {
			copy(b[o.off:], o.data)
		}
	}
	return b
}

// sizeAfter is the size of a file that had size bytes.
func (o *op) sizeAfter(size int) int {
	if o.kind == opResize {
		return o.size
	}
	return max(size, o.off+len(o.data))
}
