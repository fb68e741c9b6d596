package replay

import (
	"fmt"
	"strconv"
	"strings"
)

// truncate is truncate and ftruncate.
func (p *parser) truncate(c *call) error {
	size, err := strconv.ParseInt(c.args[1], 0, 64)
	if err != nil {
		return err
	}
	if c.name == "ftruncate" {
		of, err := p.file(c)
		if err != nil || !of {
			return err
		}
		return p.resize(c.desc.node, size, p.where(c))
	}
	rel, inside, err := p.resolve("", c.args[0])
	if err != nil || !inside {
		return err
	}
	n, ok := p.lookup(rel)
	if !ok {
		return lost(rel)
	}
	return p.resize(n, size, rel)
}

func (p *parser) fallocate(c *call) error {
	of, err := p.file(c)
	if err != nil || !of || c.args[1] == "FALLOC_FL_KEEP_SIZE" {
		return err
	}
	off, err := strconv.ParseInt(c.args[2], 0, 64)
	if err != nil {
		return err
	}
	length, err := strconv.ParseInt(c.args[3], 0, 64)
	if err != nil {
		return err
	}
	limit := int64(p.limit)
	if c.args[1] != "0" || off < 0 || length < 0 || off > limit || length > limit-off {
		return fmt.Errorf("mode %s, %d bytes at %d: %w", clip(c.args[1]), length, off, ErrUnsupported)
	}
	return p.resize(c.desc.node, max(off+length, int64(p.sizes[c.desc.node])), p.where(c))
}

// rename gives a file another name, and takes the name from the one that had
// it.
func (p *parser) rename(c *call, fromFolder, from, toFolder, to, flags string) error {
	source, target, inside, err := p.pair(fromFolder, from, toFolder, to)
	if err != nil || !inside {
		return err
	}
	if flags != "" && flags != "0" && flags != "RENAME_NOREPLACE" {
		return fmt.Errorf("%s: %w", clip(flags), ErrUnsupported)
	}
	n, ok := p.lookup(source)
	if !ok {
		return lost(source)
	}
	if old, ok := p.lookup(target); ok && old == n {
		return nil // two names of one file stay
	}
	if p.live[n].dir && strings.HasPrefix(target+"/", source+"/") {
		return lost(target)
	}
	sourceDir, sourceName, err := p.parent(source)
	if err != nil {
		return err
	}
	targetDir, targetName, err := p.parent(target)
	if err != nil {
		return err
	}
	p.names("rename "+source+" to "+target, edit{sourceDir, sourceName, -1}, edit{targetDir, targetName, n})
	return nil
}

func (p *parser) link(fromFolder, from, toFolder, to string) error {
	source, target, inside, err := p.pair(fromFolder, from, toFolder, to)
	if err != nil || !inside {
		return err
	}
	n, ok := p.lookup(source)
	if !ok || p.live[n].dir {
		return lost(source)
	}
	dir, name, err := p.parent(target)
	if err != nil {
		return err
	}
	p.names("link "+source+" as "+target, edit{dir, name, n})
	return nil
}

// pair resolves two paths, which must both be in the folder or both outside.
func (p *parser) pair(fromFolder, from, toFolder, to string) (source, target string, inside bool, err error) {
	source, a, err := p.resolve(fromFolder, from)
	if err != nil {
		return "", "", false, err
	}
	target, b, err := p.resolve(toFolder, to)
	if err == nil && a != b {
		err = fmt.Errorf("in or out of the folder: %w", ErrUnsupported)
	}
	return source, target, a && b, err
}

func (p *parser) unlink(folder, name string) error {
	rel, inside, err := p.resolve(folder, name)
	if err != nil || !inside {
		return err
	}
	if _, ok := p.lookup(rel); !ok {
		return lost(rel)
	}
	dir, base, err := p.parent(rel)
	if err != nil {
		return err
	}
	p.names("remove "+rel, edit{dir, base, -1})
	return nil
}

func (p *parser) mkdir(folder, name string) error {
	rel, inside, err := p.resolve(folder, name)
	if err != nil || !inside {
		return err
	}
	dir, base, err := p.parent(rel)
	if err != nil {
		return err
	}
	p.names("make folder "+rel, edit{dir, base, p.newNode(true)})
	return nil
}

func (p *parser) mmap(c *call) error {
	_, name, ok := descriptor(c.args[4])
	if ok && p.inside(name) && strings.Contains(c.args[2], "PROT_WRITE") && strings.Contains(c.args[3], "MAP_SHARED") {
		return fmt.Errorf("writing to %q through a mapping: %w", clip(name), ErrUnsupported)
	}
	return nil
}

func (p *parser) fork(c *call) error {
	if _, ok := p.tables[int(c.result)]; !ok {
		p.tables[int(c.result)] = child(c)
	}
	return nil
}

func (p *parser) exec(c *call) error {
	for fd, d := range c.table.of {
		if d.close {
			delete(c.table.of, fd)
		}
	}
	return nil
}
