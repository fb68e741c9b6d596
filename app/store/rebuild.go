package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"go.etcd.io/bbolt"
)

// Rebuild writes a new file that holds only the entries that keep wants, plus
// the changes, and puts it in the place of the old one; copies and damaged
// files go first. It is how something is erased: when it returns nil, no byte
// of what was left out is in a file of the store. What a disk or stick itself
// keeps of freed blocks is out of its reach.
//
// A nil keep keeps nothing. It returns the errors of Write; killed at any
// moment it leaves either the old file or the new one.
func (s *Store) Rebuild(keep func(bucket, key string) bool, changes ...Change) error {
	const step = "rebuild the store"
	if err := check(changes); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.endCheck()
	err := s.attempt(func(h *handle) error {
		all, err := h.entries("")
		if err != nil {
			return err
		}
		var kept []entry
		var report []byte
		changed := map[[2]string]Change{}
		for _, c := range changes {
			changed[[2]string{c.Bucket, c.Key}] = c
		}
		for _, e := range all {
			r, err := unseal(e.bucket, e.key, e.frame)
			if err != nil {
				return err
			}
			_, changes := changed[[2]string{e.bucket, e.key}]
			switch {
			case e.bucket == metaBucket && e.key == reportKey && keep != nil:
				report = e.frame
			case e.bucket != metaBucket && !changes && keep != nil && keep(e.bucket, e.key):
				// Copies are gone after this, so numbers may begin again.
				kept = append(kept, entry{e.bucket, e.key, seal(after(0), r.bucket, r.key, r.value)})
			}
		}
		for place, c := range changed {
			kept = append(kept, entry{place[0], place[1], seal(after(0), c.Bucket, c.Key, c.Value)})
		}
		next := h.state
		next.Sequence = after(next.Sequence)
		next.Open = true
		fresh, err := build(s.dir, s.options, kept, next, report)
		if err != nil {
			return err
		}
		if err := s.removeLeft(); err != nil {
			_ = remove(fresh)
			return err
		}
		if err := s.exchange(h, fresh); err != nil || !s.anyLeft() {
			return err
		}
		return s.removeLeft() // a stranger that lay in the place of the file
	})
	if err != nil {
		_ = s.stamp()
		return explain(step, err)
	}
	for _, after := range []error{s.sweep(), s.stamp()} {
		if after != nil {
			return explain(step, after)
		}
	}
	return nil
}

// renew writes all that the handle holds into a new file and puts it in place.
// What has meanwhile come to lie there is set aside.
func (s *Store) renew(h *handle) error {
	all, err := h.entries("")
	if err == nil && !h.isAt(s.path()) {
		if err = makeFolder(s.dir); err == nil {
			err = s.setAside()
		}
	}
	var fresh string
	if err == nil {
		var kept []entry
		var report []byte
		for _, e := range all {
			switch {
			case e.bucket != metaBucket:
				kept = append(kept, e)
			case e.key == reportKey:
				report = e.frame
			}
		}
		fresh, err = build(s.dir, s.options, kept, h.state, report)
	}
	if err != nil {
		s.open = nil
		_ = h.close()
		return err
	}
	return s.exchange(h, fresh)
}

// exchange puts a new file in the place of the open one, and opens it.
func (s *Store) exchange(h *handle, fresh string) error {
	s.open = nil
	own, err := holdOpen(fresh)
	if err == nil {
		defer own.Close()
		err = replace(fresh, s.path(), h.close)
	}
	if errors.Is(err, fs.ErrNotExist) {
		// Another process opened the old file meanwhile and swept this away.
		err = fmt.Errorf("%w: %w", ErrBusy, err)
	}
	if err != nil {
		_ = remove(fresh)
		_ = h.close()
	}
	// Whichever file is in place now, it is opened anew.
	for _, after := range []error{err, syncDir(s.dir)} {
		if after != nil {
			return after
		}
	}
	s.rewrite = false
	_, err = s.ready()
	if own == nil || err == nil && sameFile(own, s.open.file) || err != nil && isAt(own, s.path()) {
		return err
	}
	// Somebody took it away, or put another file there, in between.
	if stranger := s.open; stranger != nil {
		s.open = nil
		_ = stranger.close()
	}
	if err = s.setAside(); err == nil {
		err = s.putBack(own)
	}
	if err == nil {
		_, err = s.ready()
	}
	return err
}

// putBack makes a file that is open and has lost its name the store again.
func (s *Store) putBack(own *os.File) error {
	fresh, err := s.bytesOf(own)
	if err != nil {
		return err
	}
	if err = rename(fresh, s.path()); err != nil {
		_ = remove(fresh)
		return err
	}
	return syncDir(s.dir)
}

// build writes a whole store with these entries, and a state that fits them,
// under a temporary name in dir, syncs it and returns its path. Nothing is at
// that path when it fails. bbolt warns that a file can be corrupted when power
// fails during its first moments; under this name such a file is never opened
// again.
func build(dir string, o Options, all []entry, st state, report []byte) (path string, err error) {
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
		if err := h.db.Update(func(tx *bbolt.Tx) error { return fill(tx, all, st, report) }); err != nil {
			return err
		}
		if err := h.db.Sync(); err != nil {
			return err
		}
		return h.db.Close()
	})
	if err != nil {
		h.discard(err)
		_ = remove(path)
		return "", explain(step, err)
	}
	return path, nil
}

// fill puts the entries, and what a store knows of itself, into an empty file.
func fill(tx *bbolt.Tx, all []entry, st state, report []byte) error {
	st.Entries, st.Sum = 0, 0
	for _, e := range all {
		if err := put(tx, e); err != nil {
			return err
		}
		st.add(e.frame)
	}
	own := []entry{
		{metaBucket, schemaKey, seal(st.Sequence, metaBucket, schemaKey, []byte(strconv.Itoa(schema)))},
	}
	if report != nil {
		own = append(own, entry{metaBucket, reportKey, report})
	}
	for _, e := range own {
		if err := put(tx, e); err != nil {
			return err
		}
	}
	return keepState(tx, &st)
}

// sweep removes the unfinished files of interrupted runs, and what was set
// aside in another week.
func (s *Store) sweep() error {
	files, err := os.ReadDir(s.dir)
	if err != nil {
		return fmt.Errorf("look for unfinished files: %w", err)
	}
	for _, f := range files {
		old := false
		if strings.HasPrefix(f.Name(), damagedPrefix) {
			info, err := f.Info()
			old = err == nil && !Monday(info.ModTime()).Equal(s.options.Week())
		}
		if old || strings.HasPrefix(f.Name(), newPrefix) {
			if err := remove(filepath.Join(s.dir, f.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
