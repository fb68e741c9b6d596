package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"
)

const (
	newPrefix     = FileName + ".new-"
	copyPrefix    = FileName + ".copy-"
	damagedPrefix = FileName + ".damaged-"
	generations   = 3 // of copies
	maxDamaged    = 2
)

// Snapshot writes a copy of the whole store beside it, reads it back, and
// keeps it with the two before it. Without a change since the last one it does
// nothing. It returns the errors of Write; a copy that does not read back is
// no copy, and the ones before it stay.
func (s *Store) Snapshot() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var copyErr error
	err := s.attempt(func(h *handle) error {
		if h.kept.Entries == 0 || s.copied == h.kept.Sequence {
			return nil
		}
		fresh, err := s.copyOf(h)
		if errors.Is(err, ErrDamaged) {
			return err // of the store itself
		}
		// What goes wrong with a copy is no reason to distrust the store.
		if err == nil {
			if err = s.rotate(copyPrefix, generations); err == nil {
				err = rename(fresh, s.numbered(copyPrefix, 1))
			}
			if err != nil {
				_ = remove(fresh)
			}
		}
		if copyErr = err; err == nil {
			s.copied = h.kept.Sequence
			copyErr = syncDir(s.dir)
		}
		return nil
	})
	_ = s.stamp()
	return explain("copy the store", errors.Join(err, copyErr))
}

// copyOf writes the copy under a temporary name and reads all of it back.
func (s *Store) copyOf(h *handle) (path string, err error) {
	f, err := os.CreateTemp(s.dir, newPrefix+"*")
	if err != nil {
		return "", err
	}
	path = f.Name()
	err = guard("copy", func() error {
		return h.db.View(func(tx *bbolt.Tx) error {
			_, err := tx.WriteTo(f)
			if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
				err = fmt.Errorf("%w: %w", ErrDamaged, err) // it was cut short
			}
			return err
		})
	})
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		var x examination
		if x, err = examine(path, s.options); err == nil && x.state != h.kept {
			err = fmt.Errorf("%w: the copy is another store", ErrDamaged)
		}
	}
	if err == nil {
		err = os.Chtimes(path, s.options.Week(), s.options.Week())
	}
	if err != nil {
		_ = remove(path)
		return "", err
	}
	return path, nil
}

// rotate makes the first number of a row of files free: each moves on by one,
// and the last goes.
func (s *Store) rotate(prefix string, length int) error {
	if err := removeAll(s.numbered(prefix, length)); err != nil {
		return err
	}
	for n := length - 1; n > 0; n-- {
		err := rename(s.numbered(prefix, n), s.numbered(prefix, n+1))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// setAside moves what lies in the place of the store to the damaged files.
func (s *Store) setAside() error {
	if _, err := os.Lstat(s.path()); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := s.rotate(damagedPrefix, maxDamaged); err != nil {
		return err
	}
	aside := s.numbered(damagedPrefix, 1)
	if err := rename(s.path(), aside); err != nil {
		return err
	}
	week := s.options.Week()
	return os.Chtimes(aside, week, week)
}

// left are the copies and damaged files there can be.
func (s *Store) left() (copies, damaged []string) {
	for n := 1; n <= generations; n++ {
		copies = append(copies, s.numbered(copyPrefix, n))
	}
	for n := 1; n <= maxDamaged; n++ {
		damaged = append(damaged, s.numbered(damagedPrefix, n))
	}
	return copies, damaged
}

// anyLeft reports whether a store can be made of something although its file
// is missing.
func (s *Store) anyLeft() bool {
	copies, damaged := s.left()
	for _, path := range append(copies, damaged...) {
		if _, err := os.Lstat(path); err == nil {
			return true
		}
	}
	return false
}

// removeLeft removes the copies and the damaged files for good.
func (s *Store) removeLeft() error {
	copies, damaged := s.left()
	for _, path := range append(copies, damaged...) {
		if err := removeAll(path); err != nil {
			return err
		}
	}
	s.copied = 0
	return syncDir(s.dir)
}

// Remove erases all files of the store in dir, sound or not, of whatever
// version. It returns ErrBusy while a process has it open, and the system's
// error.
func Remove(dir string, o Options) error {
	s := New(dir, o)
	remains := func() error {
		if err := s.removeLeft(); err != nil {
			return err
		}
		if err := removeAll(s.path()); err != nil {
			return err
		}
		return errors.Join(s.sweep(), syncDir(dir))
	}
	err := s.locked(func(f *os.File) error {
		unlockToMove(f)
		return remains()
	})
	if err != nil && !errors.Is(err, ErrBusy) {
		if _, statErr := os.Stat(dir); statErr != nil {
			return nil // nothing was ever kept there
		}
		err = remains() // no file, or one that cannot be opened
	}
	if err == nil {
		err = os.Chtimes(dir, s.options.Week(), s.options.Week())
	}
	return explain("erase the store", err)
}

// locked opens the file of the store and runs f while no other process has it.
// Whoever had it may have put a new file in its place meanwhile.
func (s *Store) locked(f func(*os.File) error) error {
	for range 5 {
		if err := regular(s.path()); err != nil {
			return err
		}
		file, err := os.OpenFile(s.path(), os.O_RDWR, 0)
		if err != nil {
			return err
		}
		err = lock(file, true, s.options.Timeout)
		if err == nil && isAt(file, s.path()) {
			err = f(file)
			unlock(file)
			file.Close()
			return err
		}
		unlock(file)
		file.Close()
		if err != nil {
			return err
		}
	}
	return fmt.Errorf("%w: it keeps being replaced", ErrBusy)
}

func (s *Store) numbered(prefix string, n int) string {
	return filepath.Join(s.dir, fmt.Sprint(prefix, n))
}
