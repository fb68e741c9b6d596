package replay

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"strings"
)

// maxFile is the largest file that is followed, in bytes.
const maxFile = 1 << 30

// description is what a file descriptor stands for. Copies of a descriptor
// share it, and so the position.
type description struct {
	node  int
	pos   int
	ack   bool
	line  []byte // of an acknowledgement, until its end
	close bool   // on exec
}

// table holds the file descriptors that matter. Threads share one.
type table struct{ of map[int]*description }

// call is a system call, from its start to its end.
type call struct {
	name    string
	text    string // arguments, as far as known
	args    []string
	result  int64
	path    string // of the descriptor that is the result
	started int    // how many operations were complete then
	desc    *description
	named   string // path that the kernel told for the descriptor
	table   *table
	pid     int
}

// parser reads the lines of strace and follows the files below root.
type parser struct {
	roots   []string // the folder, and other spellings of it
	limit   int
	live    []node // data is not followed, sizes are
	sizes   []int
	trace   *Trace
	tables  map[int]*table
	flights map[int]*call // unfinished, by thread
}

// newParser follows the folder whose files are nodes.
func newParser(nodes []node, limit int, roots ...string) *parser {
	p := &parser{roots: roots, limit: limit, trace: &Trace{nodes: nodes}, tables: map[int]*table{}, flights: map[int]*call{}}
	for _, n := range nodes {
		p.live = append(p.live, copyNode(n))
		p.sizes = append(p.sizes, len(n.data))
	}
	return p
}

// parse reads all lines. Errors say which line, and are ErrUnsupported where
// the line is good and the model does not know what it says.
func (p *parser) parse(r io.Reader) (*Trace, error) {
	lines := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := lines.ReadString('\n')
		if s := strings.TrimRight(line, "\r\n"); s != "" {
			if err := p.line(s); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		}
		if errors.Is(err, io.EOF) {
			return p.trace, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

func (p *parser) line(s string) error {
	pid, rest, err := cutPid(s)
	if err != nil {
		return err
	}
	if strings.HasPrefix(rest, "---") || strings.HasPrefix(rest, "+++") {
		return nil
	}
	if strings.HasSuffix(rest, detached) {
		delete(p.flights, pid) // gone before the call ended
		return nil
	}
	if head, ok := strings.CutPrefix(rest, resumedHead); ok {
		name, more, ok := strings.Cut(head, resumedTail)
		c := p.flights[pid]
		delete(p.flights, pid)
		switch {
		case !ok || c == nil || c.name != name:
			return fmt.Errorf("no beginning of %q", clip(rest))
		case strings.Contains(more, strings.TrimSpace(unfinished)):
			return nil // the process ended in it
		}
		return p.finish(c, c.text+more)
	}
	name, arguments, ok := strings.Cut(rest, "(")
	if !ok {
		return fmt.Errorf("no call in %q", clip(rest))
	}
	beginning, split := strings.CutSuffix(arguments, unfinished)
	c := &call{name: name, text: beginning, started: len(p.trace.ops), pid: pid}
	if c.table, err = p.process(pid); err != nil {
		return err
	}
	p.begin(c)
	if split {
		p.flights[pid] = c
		return nil
	}
	return p.finish(c, arguments)
}

// begin looks up the descriptor at once: until the call ends, another thread
// may have got its number.
func (p *parser) begin(c *call) {
	if c.name == "mmap" {
		return
	}
	fd, named, ok := descriptor(firstArgument(c.text))
	if !ok || fd < 0 {
		return
	}
	c.named, c.desc = named, c.table.of[fd]
	if c.desc != nil && !c.desc.ack && named != "" && !p.inside(named) {
		// Replaced behind our back, by a call that is not traced.
		delete(c.table.of, fd)
		c.desc = nil
	}
	if c.name == "close" {
		delete(c.table.of, fd)
	}
}

func (p *parser) finish(c *call, all string) error {
	arguments, result, path, failed, err := cutResult(all)
	if err != nil {
		return err
	}
	c.args, c.result, c.path = splitArguments(arguments), result, path
	if failed {
		return nil
	}
	known, ok := calls[c.name]
	if !ok {
		known.do = (*parser).unknown
	}
	if len(c.args) < known.args {
		return fmt.Errorf("%s with %d arguments", c.name, len(c.args))
	}
	if err := known.do(p, c); err != nil {
		return fmt.Errorf("%s: %w", c.name, err)
	}
	return nil
}

// process finds the descriptors of a thread. A new one may write lines before
// the call that made it has ended.
func (p *parser) process(pid int) (*table, error) {
	if t, ok := p.tables[pid]; ok {
		return t, nil
	}
	if len(p.tables) == 0 {
		p.tables[pid] = &table{map[int]*description{AckFD: {ack: true}}}
		return p.tables[pid], nil
	}
	var parents []*call
	share := true
	for _, c := range p.flights {
		if isFork(c.name) {
			parents = append(parents, c)
			share = share && sharesFiles(c) && c.table == parents[0].table
		}
	}
	if len(parents) == 0 || len(parents) > 1 && !share {
		return nil, fmt.Errorf("thread %d: it is not known who started it: %w", pid, ErrUnsupported)
	}
	p.tables[pid] = child(parents[0])
	return p.tables[pid], nil
}

func isFork(name string) bool {
	return name == "clone" || name == "clone3" || name == "fork" || name == "vfork"
}

func sharesFiles(c *call) bool { return strings.Contains(c.text, "CLONE_FILES") }

// child is the table of the process that a call starts.
func child(c *call) *table {
	if sharesFiles(c) {
		return c.table
	}
	return &table{maps.Clone(c.table.of)}
}

// inside reports whether a path is the folder or below it.
func (p *parser) inside(name string) bool {
	_, ok := p.rel(name)
	return ok
}

// rel is the path below the folder, "" for the folder itself.
func (p *parser) rel(name string) (string, bool) {
	name = path.Clean(name)
	for _, root := range p.roots {
		if name == root {
			return "", true
		}
		if rest, ok := strings.CutPrefix(name, root+"/"); ok {
			return rest, true
		}
	}
	return "", false
}

// resolve finds what a path in the arguments means. folder is the argument
// before it, or "" for the old calls that have none.
func (p *parser) resolve(folder, token string) (rel string, inside bool, err error) {
	raw, err := text(token)
	if err != nil {
		return "", false, err
	}
	if bytes.HasPrefix(raw, []byte("/")) {
		rel, inside = p.rel(string(raw))
		return rel, inside, nil
	}
	_, base, ok := descriptor(folder)
	if !ok || base == "" {
		return "", false, fmt.Errorf("a path from an unknown folder, %q: %w", clip(string(raw)), ErrUnsupported)
	}
	rel, inside = p.rel(path.Join(base, string(raw)))
	return rel, inside, nil
}
