// Package store is one bbolt file, vigie.db, that never loses an acknowledged
// value and never gives back a wrong one. It knows nothing of lessons.
//
//	s, err := store.Open(dir, store.Options{Week: week})
//	err = s.Put("settings", "language", []byte(`"fr"`))
//	value, found, err := s.Get("settings", "language")
//	err = s.Rebuild(func(bucket, key string) bool { return bucket != "runs" })
//
// A write that returned nil is on the disk. Each value is framed with a
// checksum that also covers its bucket and key, because bbolt has none for
// data pages (reliability.md §1.3: 68 of 300 flipped bits read back wrong).
// Deleting leaves the bytes in the file, so what must be gone is left out by
// Rebuild, which writes a new file. After each write the times of the file and
// of its folder are set to the week, so they don't say when somebody played.
//
// The package refuses: to wait for another process for longer than the
// timeout, to create the file in place, to go on with a handle after a failed
// write, values over MaxValue, a file written by a newer version, and a folder
// it cannot write. It does not check for network drives, and a change time or
// birth time that the file system keeps besides the two times cannot be set.
package store

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"go.etcd.io/bbolt"
)

// FileName is the name of the store inside its folder. Files that begin with
// it and go on with ".new-" are unfinished and removed at the next opening.
const FileName = "vigie.db"

const (
	newPrefix    = FileName + ".new-"
	metaBucket   = "meta"
	schemaKey    = "schema"
	schema       = 1
	pageSize     = 4096
	openTimeout  = 2 * time.Second
	maxStoreSize = 256 << 20
)

// Options says how to open a store. The zero value is good for use.
type Options struct {
	// Week is the time given to the files, normally Monday(time.Now()),
	// which is also what nil means.
	Week func() time.Time
	// ReadOnly opens what is there without creating or changing anything.
	// Every write then returns ErrUnwritable.
	ReadOnly bool
	// Timeout is how long to wait for another process to close the file.
	// Zero means two seconds.
	Timeout time.Duration
	// MaxSize is the largest size of the file in bytes. Zero means 256 MiB.
	MaxSize int
}

// Store is an open file. Its methods may be called from any goroutine; each
// waits for the one before, and most wait for the disk, so none belongs on the
// goroutine that draws.
type Store struct {
	dir     string
	options Options

	mu     sync.Mutex
	open   *handle // nil after a failed write until the file opens again
	closed bool
}

// Open opens the store in dir, and creates the folder (0700) and the file
// (0600) when they are missing.
//
// It returns ErrBusy when another process has the file open, ErrUnwritable
// when the folder or file cannot be written or its times cannot be set,
// ErrDamaged when the file is not whole, ErrNewer when a newer version wrote
// it, and, with ReadOnly, ErrAbsent when there is none.
func Open(dir string, o Options) (*Store, error) {
	if o.Week == nil {
		o.Week = func() time.Time { return Monday(time.Now()) }
	}
	if o.Timeout == 0 {
		o.Timeout = openTimeout
	}
	if o.MaxSize == 0 {
		o.MaxSize = maxStoreSize
	}
	s := &Store{dir: dir, options: o}
	if !o.ReadOnly {
		if err := s.prepare(); err != nil {
			return nil, err
		}
	}
	h, err := openFile(s.path(), o)
	if err != nil {
		return nil, err
	}
	s.open = h
	if err := s.settle(); err != nil {
		h.close()
		return nil, err
	}
	return s, nil
}

// prepare sees to it that there is a folder that can be written, and a file.
func (s *Store) prepare() error {
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return fmt.Errorf("make the data folder: %w: %w", ErrUnwritable, err)
	}
	if _, err := os.Lstat(s.path()); err == nil {
		probe, err := os.CreateTemp(s.dir, newPrefix+"*")
		if err != nil {
			return fmt.Errorf("write into the data folder: %w: %w", ErrUnwritable, err)
		}
		probe.Close()
		return remove(probe.Name())
	}
	fresh, err := build(s.dir, s.options, func(tx *bbolt.Tx) error { return nil })
	if err == nil {
		if err = publish(fresh, s.path()); err == nil {
			return syncDir(s.dir)
		}
		err = fmt.Errorf("name the new store: %w: %w", ErrUnwritable, err)
	}
	if _, statErr := os.Lstat(s.path()); statErr == nil {
		// Another process was quicker, and swept this one's file away.
		return nil
	}
	return err
}

// settle checks the schema, removes what an interrupted run left and sets the
// times. The file is open and locked, so nobody else is at work in the folder.
func (s *Store) settle() error {
	if err := s.open.checkSchema(); err != nil {
		return err
	}
	if s.options.ReadOnly {
		return nil
	}
	// A leftover that cannot be removed now (a virus scanner holds it) goes
	// at the next opening; Rebuild, which promises more, reports it.
	_ = s.sweep()
	if err := s.stamp(); err != nil {
		return fmt.Errorf("set the times of the data folder: %w: %w", ErrUnwritable, err)
	}
	return nil
}

// ready returns the handle to work with, opening the file again if an earlier
// failure closed it. The caller holds the lock.
func (s *Store) ready() (*handle, error) {
	if s.closed {
		return nil, ErrClosed
	}
	if s.open == nil {
		h, err := openFile(s.path(), s.options)
		if err != nil {
			return nil, fmt.Errorf("open the store again: %w", err)
		}
		s.open = h
	}
	return s.open, nil
}

// Close lets go of the file and sets its times a last time. A closed store
// answers every call with ErrClosed, and a second Close with nil.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	var err error
	if s.open != nil {
		err = s.open.close()
		s.open = nil
	}
	if stampErr := s.stamp(); err == nil {
		err = stampErr
	}
	return err
}

func (s *Store) path() string { return filepath.Join(s.dir, FileName) }
