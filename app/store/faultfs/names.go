package faultfs

import (
	"maps"
	"math/rand/v2"
	"slices"
)

// entry is what a name in a folder stands for from now on; node nil takes the
// name away.
type entry struct {
	folder *node
	name   string
	node   *node
}

// naming is one step, all of it or nothing.
type naming []entry

func (s naming) touches(folders map[*node]bool) bool {
	return slices.ContainsFunc(s, func(e entry) bool { return folders[e.folder] })
}

// add makes a node that has no name yet.
func (fs *FS) add(folder bool, a attributes) *node {
	fs.lastID++
	n := newNode(fs.lastID, folder, a)
	fs.nodes[n.id] = n
	return n
}

// name does one step of naming.
func (fs *FS) name(step ...entry) {
	for _, e := range step {
		if old := e.folder.names[e.name]; old != nil {
			old.links--
			fs.drop(old)
		}
		if e.node == nil {
			delete(e.folder.names, e.name)
			continue
		}
		e.folder.names[e.name] = e.node
		e.node.links++
		e.node.parent, e.node.name = e.folder, e.name
		fs.nodes[e.node.id] = e.node
	}
	fs.pending = append(fs.pending, step)
}

// drop forgets a node that nobody can reach any more. What is durable of it
// stays with the names that are durable.
func (fs *FS) drop(n *node) {
	if n.links <= 0 && n.lookups == 0 && n != fs.root {
		delete(fs.nodes, n.id)
	}
}

// commit makes the names in a folder durable, with what they depend on.
func (fs *FS) commit(folder *node) {
	need := map[*node]bool{folder: true}
	done := make([]bool, len(fs.pending))
	for i, step := range slices.Backward(fs.pending) {
		if step.touches(need) {
			done[i] = true
			for _, e := range step {
				need[e.folder] = true
			}
		}
	}
	var left []naming
	for i, step := range fs.pending {
		if done[i] {
			step.last()
		} else {
			left = append(left, step)
		}
	}
	fs.pending = left
}

// last makes a step durable.
func (s naming) last() {
	for _, e := range s {
		if e.node == nil {
			delete(e.folder.lasting, e.name)
		} else {
			e.folder.lasting[e.name] = e.node
		}
	}
}

// crashNames makes durable a number of the pending steps of each folder.
func (fs *FS) crashNames(random *rand.Rand) {
	steps := map[*node]int{}
	var folders []*node // in order, for the same random numbers
	for _, step := range fs.pending {
		seen := map[*node]bool{}
		for _, e := range step {
			if steps[e.folder] == 0 && !seen[e.folder] {
				folders = append(folders, e.folder)
			}
			if !seen[e.folder] {
				seen[e.folder] = true
				steps[e.folder]++
			}
		}
	}
	left := map[*node]int{}
	for _, f := range folders {
		if random != nil {
			left[f] = random.IntN(steps[f] + 1)
		}
	}
	for _, step := range fs.pending {
		fits := !slices.ContainsFunc(step, func(e entry) bool { return left[e.folder] <= 0 })
		seen := map[*node]bool{}
		for _, e := range step {
			if seen[e.folder] {
				continue
			}
			seen[e.folder] = true
			if left[e.folder]--; !fits {
				left[e.folder] = 0
			}
		}
		if fits {
			step.last()
		}
	}
	fs.pending = nil
}

// reload makes what is durable all there is.
func (fs *FS) reload() {
	fs.nodes = map[uint64]*node{}
	var walk func(n *node)
	walk = func(n *node) {
		if fs.nodes[n.id] == nil {
			n.restart()
			fs.nodes[n.id] = n
		}
		n.links++
		if !n.folder {
			return
		}
		n.names = maps.Clone(n.lasting)
		for name, child := range n.lasting {
			child.parent, child.name = n, name
			walk(child)
		}
	}
	walk(fs.root)
}

// unsynced reports whether a folder has names that are not durable.
func (fs *FS) unsynced(folder *node) bool {
	return slices.ContainsFunc(fs.pending, func(s naming) bool { return s.touches(map[*node]bool{folder: true}) })
}
