package faultfs

import (
	"bytes"
	"time"
)

const (
	sector  = 512
	block   = 4096
	maxSize = 1 << 30
)

// attributes are what is known of a file besides its bytes.
type attributes struct {
	mode, uid, gid     uint32 // mode without the kind
	accessed, modified time.Time
	changed            time.Time
}

// node is a file or a folder.
type node struct {
	id         uint64
	folder     bool
	attr, kept attributes // as seen, and as durable

	data   []byte // as seen
	disk   []byte // as durable
	log    []change
	blocks []bool // which blocks of data take space
	held   int    // how many do

	names   map[string]*node // as seen
	lasting map[string]*node // as durable

	parent *node // with name: where it was named last
	name   string

	links   int
	lookups uint64 // how often the kernel knows it
}

// change is one write, or with bytes nil one change of size, that is not
// durable yet.
type change struct {
	at    int64 // or the new size
	bytes []byte
	lost  bool // a sync failed on it, see Fault.Lose
}

func newNode(id uint64, folder bool, a attributes) *node {
	if a.accessed.IsZero() {
		a.accessed = a.modified
	}
	if a.changed.IsZero() {
		a.changed = a.modified
	}
	n := &node{id: id, folder: folder, attr: a, kept: a}
	if folder {
		n.names, n.lasting = map[string]*node{}, map[string]*node{}
	}
	return n
}

// to does the change to data.
func (c change) to(data []byte) []byte {
	if c.bytes == nil {
		return resize(data, c.at)
	}
	if end := c.at + int64(len(c.bytes)); end > int64(len(data)) {
		data = resize(data, end)
	}
	copy(data[c.at:], c.bytes)
	return data
}

func resize(data []byte, size int64) []byte {
	if size <= int64(len(data)) {
		return data[:size]
	}
	return append(data, make([]byte, size-int64(len(data)))...)
}

func (n *node) write(at int64, b []byte) {
	if len(b) > 0 {
		n.do(change{at: at, bytes: bytes.Clone(b)})
	}
}

func (n *node) truncate(size int64) {
	if size != int64(len(n.data)) {
		n.do(change{at: size})
	}
}

func (n *node) do(c change) {
	n.data = c.to(n.data)
	n.log = append(n.log, c)
	for len(n.blocks) < blocksFor(len(n.data)) {
		n.blocks = append(n.blocks, false)
	}
	for _, taken := range n.blocks[blocksFor(len(n.data)):] {
		if taken {
			n.held--
		}
	}
	n.blocks = n.blocks[:blocksFor(len(n.data))]
	if c.bytes != nil {
		n.held += n.wants(c.at, len(c.bytes))
		for i := c.at / block; i*block < c.at+int64(len(c.bytes)); i++ {
			n.blocks[i] = true
		}
	}
	n.attr.modified = time.Now()
	n.attr.changed = n.attr.modified
}

func blocksFor(size int) int { return (size + block - 1) / block }

// wants is how many blocks a write would take that are not taken yet.
func (n *node) wants(at int64, size int) (wants int) {
	for i := at / block; i*block < at+int64(size); i++ {
		if i >= int64(len(n.blocks)) || !n.blocks[i] {
			wants++
		}
	}
	return wants
}

// sync makes the bytes durable.
func (n *node) sync() {
	for _, c := range n.log {
		if !c.lost {
			n.disk = c.to(n.disk)
		}
	}
	n.log = nil
}

// lose makes the unsynced writes impossible to sync.
func (n *node) lose() {
	for i := range n.log {
		n.log[i].lost = true
	}
}

// restart makes a node as it is when a disk comes back.
func (n *node) restart() {
	n.attr, n.log = n.kept, nil
	n.links, n.lookups = 0, 0
	n.data = bytes.Clone(n.disk)
	n.blocks, n.held = make([]bool, blocksFor(len(n.data))), 0
	for i := range n.blocks {
		// Whether a block of zeros takes space is no longer known.
		part := n.data[i*block : min((i+1)*block, len(n.data))]
		if bytes.Count(part, []byte{0}) < len(part) {
			n.blocks[i] = true
			n.held++
		}
	}
}

// path is where the node is, or was when it last had a name.
func (n *node) path() string {
	if n.parent == nil {
		return n.name
	}
	return n.parent.child(n.name)
}

func (n *node) child(name string) string {
	if p := n.path(); p != "" {
		return p + "/" + name
	}
	return name
}
