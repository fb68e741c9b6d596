package store

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// steps take all entries of a store from one version to the next.
var steps = map[int]func([]record) []record{
	1: func(all []record) []record {
		// From version 2 on, states of an entry are numbered.
		for i := range all {
			all[i].sequence = after(0)
		}
		return all
	},
}

// migrate writes what the file holds in the form of this version into a new
// file and puts that in place; the old one stays as a copy. Killed at any
// moment it leaves either the old file or the new one.
func (s *Store) migrate() error {
	const step = "migrate the store"
	return s.locked(func(f *os.File) error {
		m, err := readMeta(f, s.options.MaxSize)
		if err != nil {
			return err
		}
		var all []record
		x, err := examineTree(f, m, func(p parts, _ []byte) {
			if string(p.bucket) != metaBucket {
				all = append(all, record{p.sequence, string(p.bucket), string(p.key), bytes.Clone(p.value)})
			}
		})
		if err != nil || x.schema == schema {
			return err // or another process was quicker
		}
		for version := x.schema; version < schema; version++ {
			all = steps[version](all)
		}
		next := state{Sequence: after(0)}
		var entries []entry
		for _, r := range all {
			entries = append(entries, entry{r.bucket, r.key, seal(r.sequence, r.bucket, r.key, r.value)})
		}
		if err := s.copyBytes(f); err != nil {
			return fmt.Errorf("%s: %w", step, err)
		}
		fresh, err := build(s.dir, s.options, entries, next, nil)
		if err != nil {
			return fmt.Errorf("%s: %w", step, err)
		}
		err = replace(fresh, s.path(), func() error { unlockToMove(f); return nil })
		if err != nil {
			_ = remove(fresh)
			return fmt.Errorf("%s: %w", step, err)
		}
		return syncDir(s.dir)
	})
}

// copyBytes makes a file that is not open the newest copy.
func (s *Store) copyBytes(f *os.File) error {
	fresh, err := s.bytesOf(f)
	if err != nil {
		return err
	}
	if err = s.rotate(copyPrefix, generations); err == nil {
		err = rename(fresh, s.numbered(copyPrefix, 1))
	}
	if err != nil {
		_ = remove(fresh)
		return err
	}
	return syncDir(s.dir)
}

// bytesOf writes the bytes of a file into a new one under a temporary name.
func (s *Store) bytesOf(f *os.File) (path string, err error) {
	to, err := os.CreateTemp(s.dir, newPrefix+"*")
	if err != nil {
		return "", err
	}
	// Hidden behind a plain Writer: the fault bench sees no copying inside
	// the kernel.
	_, err = io.Copy(struct{ io.Writer }{to}, io.NewSectionReader(f, 0, 1<<62))
	if err == nil {
		err = to.Sync()
	}
	if closeErr := to.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Chtimes(to.Name(), s.options.Week(), s.options.Week())
	}
	if err != nil {
		_ = remove(to.Name())
		return "", err
	}
	return to.Name(), nil
}
