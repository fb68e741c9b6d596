package replay

import (
	"fmt"
	"maps"
	"path"
	"strings"
)

func copyNode(n node) node { return node{dir: n.dir, entries: maps.Clone(n.entries)} }

// add puts an operation at the end of the trace.
func (p *parser) add(o *op) {
	o.at = len(p.trace.ops)
	p.trace.ops = append(p.trace.ops, o)
}

// newNode is a file or folder that the command makes.
func (p *parser) newNode(dir bool) int {
	n := node{dir: dir}
	if dir {
		n.entries = map[string]int{}
	}
	p.live = append(p.live, copyNode(n))
	p.sizes = append(p.sizes, 0)
	p.trace.nodes = append(p.trace.nodes, n)
	return len(p.live) - 1
}

// lookup finds the node that a path has now.
func (p *parser) lookup(rel string) (int, bool) {
	at := 0
	for rel != "" {
		var name string
		name, rel, _ = strings.Cut(rel, "/")
		next, ok := p.live[at].entries[name]
		if !ok {
			return 0, false
		}
		at = next
	}
	return at, true
}

// parent finds the folder of a path, and the last name.
func (p *parser) parent(rel string) (dir int, name string, err error) {
	folder, name := path.Split(rel)
	dir, ok := p.lookup(strings.TrimSuffix(folder, "/"))
	if !ok || !p.live[dir].dir || name == "" {
		return 0, "", lost(rel)
	}
	return dir, name, nil
}

// names changes names, now and in the trace.
func (p *parser) names(text string, edits ...edit) {
	for _, e := range edits {
		if e.node < 0 {
			delete(p.live[e.dir].entries, e.name)
		} else {
			p.live[e.dir].entries[e.name] = e.node
		}
	}
	p.add(&op{kind: opNames, edits: edits, text: text})
}

func (p *parser) write(n, off int, data []byte, where string) error {
	if off < 0 || off > p.limit || len(data) > p.limit-off {
		return fmt.Errorf("%d bytes at %d, over %d: %w", len(data), off, p.limit, ErrUnsupported)
	}
	if p.live[n].dir {
		return fmt.Errorf("writing to a folder: %w", ErrUnsupported)
	}
	p.sizes[n] = max(p.sizes[n], off+len(data))
	p.add(&op{kind: opWrite, node: n, off: off, data: data,
		text: fmt.Sprintf("write %d bytes at %d of %s", len(data), off, where)})
	return nil
}

func (p *parser) resize(n int, size int64, where string) error {
	if size < 0 || size > int64(p.limit) {
		return fmt.Errorf("to %d bytes, over %d: %w", size, p.limit, ErrUnsupported)
	}
	if p.live[n].dir {
		return fmt.Errorf("size of a folder: %w", ErrUnsupported)
	}
	if p.sizes[n] == int(size) {
		return nil
	}
	p.sizes[n] = int(size)
	p.add(&op{kind: opResize, node: n, size: int(size), text: fmt.Sprintf("resize %s to %d", where, size)})
	return nil
}

// where names the file of a call for a report.
func (p *parser) where(c *call) string {
	rel, _ := p.rel(c.named)
	if rel == "" {
		return "."
	}
	return rel
}

func lost(what string) error {
	return fmt.Errorf("%q was not seen before: %w", clip(what), ErrUnsupported)
}
