package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"go.etcd.io/bbolt"
)

// Rebuild writes a new file that holds only the entries that keep wants, plus
// the changes, and puts it in the place of the old one. It is how something is
// erased: when it returns nil, no byte of what was left out is in the folder.
// What a disk or stick itself keeps of freed blocks is out of its reach.
//
// A nil keep keeps nothing. Entries that are damaged are asked about like the
// others and copied as they are. It returns the errors of Write; killed at any
// moment it leaves either the old file or the new one.
func (s *Store) Rebuild(keep func(bucket, key string) bool, changes ...Change) error {
	const step = "rebuild the store"
	if err := check(changes); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	h, err := s.writable()
	if err != nil {
		return err
	}
	all, err := h.entries("")
	if err != nil {
		return explain(step, err)
	}
	var kept []entry
	for _, e := range all {
		if e.bucket != metaBucket && keep != nil && keep(e.bucket, e.key) {
			kept = append(kept, e)
		}
	}
	fresh, err := build(s.dir, s.options, func(tx *bbolt.Tx) error {
		for _, e := range kept {
			if err := put(tx, e); err != nil {
				return err
			}
		}
		return apply(tx, changes)
	})
	if err != nil {
		_ = s.stamp()
		return explain(step, err)
	}
	s.open = nil
	err = replace(fresh, s.path(), h.close)
	if err != nil {
		_ = remove(fresh)
		_ = h.close()
	}
	// Whichever file is in place now, it is opened anew.
	opened, openErr := openFile(s.path(), s.options)
	if openErr == nil {
		s.open = opened
	}
	for _, after := range []error{err, openErr, syncDir(s.dir), s.sweep(), s.stamp()} {
		if after != nil {
			return explain(step, after)
		}
	}
	return nil
}

// build writes a whole store with what fill puts into it under a temporary
// name in dir, syncs it and returns its path. Nothing is at that path when it
// fails. bbolt warns that a file can be corrupted when power fails during its
// first moments; under this name such a file is never opened again.
func build(dir string, o Options, fill func(*bbolt.Tx) error) (path string, err error) {
	const step = "build a new store"
	f, err := os.CreateTemp(dir, newPrefix+"*")
	if err != nil {
		return "", fmt.Errorf("%s: %w: %w", step, ErrUnwritable, err)
	}
	path = f.Name()
	f.Close()
	h := new(handle)
	options := h.options(o)
	options.NoSync = true // one sync at the end is enough for a file nobody uses yet
	err = guard(step, func() error {
		if h.db, err = bbolt.Open(path, 0o600, options); err != nil {
			return err
		}
		err = h.db.Update(func(tx *bbolt.Tx) error {
			version := []byte(strconv.Itoa(schema))
			if err := put(tx, entry{metaBucket, schemaKey, seal(metaBucket, schemaKey, version)}); err != nil {
				return err
			}
			return fill(tx)
		})
		if err != nil {
			return err
		}
		if err := h.db.Sync(); err != nil {
			return err
		}
		return h.db.Close()
	})
	if err != nil {
		h.letGo()
		_ = remove(path)
		return "", explain(step, err)
	}
	return path, nil
}

// sweep removes the unfinished files of interrupted runs.
func (s *Store) sweep() error {
	files, err := os.ReadDir(s.dir)
	if err != nil {
		return fmt.Errorf("look for unfinished files: %w", err)
	}
	for _, f := range files {
		if strings.HasPrefix(f.Name(), newPrefix) {
			if err := remove(filepath.Join(s.dir, f.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
