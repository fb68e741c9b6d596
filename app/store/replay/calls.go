package replay

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// calls are the system calls that are understood, with the least number of
// their arguments. All others that touch the folder are refused.
var calls map[string]known

type known struct {
	args int
	do   func(*parser, *call) error
}

// refused are calls that are recorded so that they can be refused when they
// touch the folder.
var refused = []string{"openat2", "open_by_handle_at", "pwritev2", "preadv2", "sendfile", "copy_file_range", "splice",
	"symlink", "symlinkat", "mknod", "mknodat", "syncfs", "remap_file_pages"}

func init() {
	ignore := func(*parser, *call) error { return nil }
	calls = map[string]known{
		"open":      {2, func(p *parser, c *call) error { return p.open(c, "", c.args[0], c.args[1]) }},
		"openat":    {3, func(p *parser, c *call) error { return p.open(c, c.args[0], c.args[1], c.args[2]) }},
		"creat":     {2, func(p *parser, c *call) error { return p.open(c, "", c.args[0], "O_WRONLY|O_CREAT|O_TRUNC") }},
		"close":     {1, ignore},
		"dup":       {1, func(p *parser, c *call) error { return p.duplicate(c, false) }},
		"dup2":      {2, func(p *parser, c *call) error { return p.duplicate(c, false) }},
		"dup3":      {3, func(p *parser, c *call) error { return p.duplicate(c, strings.Contains(c.args[2], "O_CLOEXEC")) }},
		"fcntl":     {2, (*parser).fcntl},
		"ioctl":     {2, (*parser).ioctl},
		"read":      {3, (*parser).advance},
		"readv":     {3, (*parser).advance},
		"lseek":     {3, (*parser).seek},
		"write":     {3, (*parser).writing},
		"writev":    {3, (*parser).writing},
		"pwrite64":  {4, (*parser).writing},
		"pwritev":   {4, (*parser).writing},
		"fsync":     {1, (*parser).sync},
		"fdatasync": {1, (*parser).sync},
		"truncate":  {2, (*parser).truncate},
		"ftruncate": {2, (*parser).truncate},
		"fallocate": {4, (*parser).fallocate},
		"rename":    {2, func(p *parser, c *call) error { return p.rename(c, "", c.args[0], "", c.args[1], "") }},
		"renameat":  {4, func(p *parser, c *call) error { return p.rename(c, c.args[0], c.args[1], c.args[2], c.args[3], "") }},
		"renameat2": {5, func(p *parser, c *call) error {
			return p.rename(c, c.args[0], c.args[1], c.args[2], c.args[3], c.args[4])
		}},
		"link":     {2, func(p *parser, c *call) error { return p.link("", c.args[0], "", c.args[1]) }},
		"linkat":   {5, func(p *parser, c *call) error { return p.link(c.args[0], c.args[1], c.args[2], c.args[3]) }},
		"unlink":   {1, func(p *parser, c *call) error { return p.unlink("", c.args[0]) }},
		"rmdir":    {1, func(p *parser, c *call) error { return p.unlink("", c.args[0]) }},
		"unlinkat": {3, func(p *parser, c *call) error { return p.unlink(c.args[0], c.args[1]) }},
		"mkdir":    {2, func(p *parser, c *call) error { return p.mkdir("", c.args[0]) }},
		"mkdirat":  {3, func(p *parser, c *call) error { return p.mkdir(c.args[0], c.args[1]) }},
		"mmap":     {5, (*parser).mmap},
		"clone":    {0, (*parser).fork},
		"clone3":   {0, (*parser).fork},
		"fork":     {0, (*parser).fork},
		"vfork":    {0, (*parser).fork},
		"execve":   {1, (*parser).exec},
		"execveat": {2, (*parser).exec},
		"sync":     {0, never},
		// A ring takes writes that no trace shows.
		"io_uring_setup": {0, never},
	}
}

func never(*parser, *call) error { return ErrUnsupported }

// unknown refuses a call when anything in it is about the folder.
func (p *parser) unknown(c *call) error {
	folder := ""
	for _, a := range c.args {
		if _, name, ok := descriptor(a); ok {
			if p.inside(name) {
				return fmt.Errorf("of a file that is followed: %w", ErrUnsupported)
			}
			folder = a
		} else if strings.HasPrefix(a, `"`) {
			if rel, inside, err := p.resolve(folder, a); err != nil || inside {
				return fmt.Errorf("of %q: %w", rel, ErrUnsupported)
			}
		}
	}
	return nil
}

// file says whether a call is about a file that is followed.
func (p *parser) file(c *call) (bool, error) {
	if c.desc == nil && c.named != "" && p.inside(c.named) {
		return false, lost(c.named)
	}
	return c.desc != nil && !c.desc.ack, nil
}

func (p *parser) open(c *call, folder, name, flags string) error {
	fd := int(c.result)
	delete(c.table.of, fd)
	rel, inside := p.rel(c.path)
	if c.path == "" {
		return fmt.Errorf("no path of the new descriptor")
	}
	if !inside {
		return nil
	}
	has := func(flag string) bool { return slices.Contains(strings.Split(flags, "|"), flag) }
	writable := has("O_WRONLY") || has("O_RDWR")
	for _, flag := range []string{"O_APPEND", "O_SYNC", "O_DSYNC", "O_TMPFILE"} {
		if has(flag) && writable {
			return fmt.Errorf("%s of %q: %w", flag, rel, ErrUnsupported)
		}
	}
	n, found := p.lookup(rel)
	if !found {
		dir, base, err := p.parent(rel)
		if err != nil {
			return err
		}
		if !has("O_CREAT") {
			return lost(rel)
		}
		n = p.newNode(false)
		p.names("create "+rel, edit{dir, base, n})
	}
	c.table.of[fd] = &description{node: n, close: has("O_CLOEXEC")}
	if has("O_TRUNC") && found {
		return p.resize(n, 0, rel)
	}
	return nil
}

func (p *parser) duplicate(c *call, cloexec bool) error {
	delete(c.table.of, int(c.result))
	if c.desc == nil {
		return nil
	}
	// Closing on exec belongs to the number, not to what it stands for, but a
	// number that stays too long does no harm: its path is looked at again.
	c.desc.close = c.desc.close && cloexec
	c.table.of[int(c.result)] = c.desc
	return nil
}

func (p *parser) fcntl(c *call) error {
	of, err := p.file(c)
	switch command := c.args[1]; {
	case strings.HasPrefix(command, "F_DUPFD"):
		return p.duplicate(c, command == "F_DUPFD_CLOEXEC")
	case err != nil || !of:
		return err
	case command == "F_SETFL" && len(c.args) > 2 && strings.Contains(c.args[2], "O_APPEND"):
		return fmt.Errorf("O_APPEND: %w", ErrUnsupported)
	}
	return nil
}

func (p *parser) ioctl(c *call) error {
	of, err := p.file(c)
	if err == nil && of && c.args[1] != "TCGETS" && c.args[1] != "FIONREAD" {
		err = fmt.Errorf("%q: %w", clip(c.args[1]), ErrUnsupported)
	}
	return err
}

func (p *parser) advance(c *call) error {
	if of, err := p.file(c); err != nil || !of {
		return err
	}
	c.desc.pos += int(min(c.result, maxFile))
	return nil
}

func (p *parser) seek(c *call) error {
	of, err := p.file(c)
	if err == nil && of {
		c.desc.pos = int(c.result)
	}
	return err
}

// writing is write, writev, pwrite64 and pwritev.
func (p *parser) writing(c *call) error {
	of, err := p.file(c)
	if err != nil || c.desc == nil {
		return err
	}
	read := text
	if strings.HasSuffix(c.name, "v") {
		read = vector
	}
	data, err := read(c.args[1])
	if err != nil {
		return err
	}
	if c.result > int64(len(data)) {
		return fmt.Errorf("%d bytes of %d are in the trace", len(data), c.result)
	}
	data = data[:c.result]
	if !of {
		p.acknowledge(c.desc, data)
		return nil
	}
	off := int64(c.desc.pos)
	if c.name[0] == 'p' {
		if off, err = strconv.ParseInt(c.args[3], 0, 64); err != nil {
			return err
		}
	} else {
		c.desc.pos += len(data)
	}
	if len(data) == 0 {
		return nil
	}
	if off > int64(p.limit) {
		return fmt.Errorf("at %d, over %d: %w", off, p.limit, ErrUnsupported)
	}
	return p.write(c.desc.node, int(off), data, p.where(c))
}

func (p *parser) acknowledge(d *description, data []byte) {
	d.line = append(d.line, data...)
	for {
		line, rest, ok := bytes.Cut(d.line, []byte("\n"))
		if !ok {
			return
		}
		p.add(&op{kind: opAck, line: string(line), text: "acknowledge " + strconv.Quote(clip(string(line)))})
		d.line = rest
	}
}

func (p *parser) sync(c *call) error {
	of, err := p.file(c)
	if err == nil && of {
		p.add(&op{kind: opSync, node: c.desc.node, started: c.started, text: "sync " + p.where(c)})
	}
	return err
}
