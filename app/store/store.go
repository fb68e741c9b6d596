// Package store is one bbolt file, vigie.db, that never loses an acknowledged
// value and never gives back a wrong one. It knows nothing of lessons.
//
//	s, err := store.Open(dir, store.Options{Week: week})
//	err = s.Put("settings", "language", []byte(`"fr"`))
//	value, found, err := s.Get("settings", "language")
//	err = s.Rebuild(func(bucket, key string) bool { return bucket != "runs" })
//	err = s.Snapshot()
//	report, repaired := s.Report()
//
// A write that returned nil is on the disk. Each value is framed with a
// checksum that also covers its place, because bbolt has none for data pages
// (reliability.md §1.3: 68 of 300 flipped bits read back wrong), and the store
// keeps a sum of all frames, so that every opening finds out whether anything
// is missing or older than it should be. Opening walks the whole file with our
// own reader first; bbolt never sees a damaged one.
//
// A damaged file, or one that is gone while there are copies of it, is put
// right at the next use: its whole frames are carved out of the raw bytes,
// united with the newest sound copy, written into a new file, and Report says
// what came of it. The damaged file stays beside it for a while (at most two,
// until the next Rebuild or the next week).
//
// Values are never deleted one by one, as bbolt would leave their bytes in the
// file: what must be gone is left out by Rebuild, which also removes copies
// and damaged files. Right after each write the times of the files and of their
// folder are set to the week, so they don't say when somebody played.
//
// The package refuses: to wait for another process for longer than the
// timeout, to create the file in place, to go on with a handle after a failed
// write, values over MaxValue, to write into a file of a newer version, and a
// folder it cannot write. It does not ask what kind of disk the folder is on
// (desktop.CheckVolume does), and a change time or birth time that the file
// system keeps besides the two times cannot be set.
package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// FileName is the name of the store inside its folder. All its other files
// begin with it: ".new-…" are unfinished and removed at the next opening,
// ".copy-1" to ".copy-3" are copies, the newest first, ".damaged-1" and
// ".damaged-2" what was damaged.
const FileName = "vigie.db"

const (
	schema       = 2 // 1: frames without a sequence number, no state
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
	// Program is the program to run again for FullCheck; its main calls
	// CheckIfAsked. Empty means no full check, only the walk that every
	// opening makes.
	Program string
}

// Store is a store, open or to be opened. Its methods may be called from any
// goroutine; each waits for the one before, and most wait for the disk, so
// none belongs on the goroutine that draws.
type Store struct {
	dir     string
	options Options

	mu      sync.Mutex
	open    *handle // nil until the file opens, and after a failed write until it opens again
	closed  bool
	newer   bool           // the file is of a newer version
	rewrite bool           // the file must be written anew before the next write
	report  Report         // of the last repair
	healed  bool           // there is one
	fresh   bool           // this Store made it
	copied  uint64         // sequence of the last copy
	last    *state         // of the last write, when the file turned out damaged after it
	due     bool           // a full check is
	check   *fullCheck     // under way
	late    sync.WaitGroup // times still to be set after writes
	force   bool           // repair what can be read of a disk that is failing
}

// New makes a store of the folder without opening it: the first call that
// needs it does, and the next ones try again if that fails. It is for going on
// when Open returned an error that may pass, such as ErrUnwritable.
func New(dir string, o Options) *Store {
	if o.Week == nil {
		o.Week = func() time.Time { return Monday(time.Now()) }
	}
	if o.Timeout == 0 {
		o.Timeout = openTimeout
	}
	if o.MaxSize == 0 {
		o.MaxSize = maxStoreSize
	}
	return &Store{dir: dir, options: o}
}

// Open opens the store in dir, and creates the folder (0700) and the file
// (0600) when they are missing. A damaged file is repaired. One of a newer
// version is opened for reading, see Newer.
//
// It returns ErrBusy when another process has the file open, ErrUnwritable
// when the folder or file cannot be written or its times cannot be set, and,
// with ReadOnly, ErrAbsent when there is none and ErrDamaged when it is not
// whole.
func Open(dir string, o Options) (*Store, error) {
	s := New(dir, o)
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.ready(); err != nil {
		return nil, err
	}
	return s, nil
}

// ready returns the handle to work with, opening the file if it is not open.
// The caller holds the lock.
func (s *Store) ready() (*handle, error) {
	if s.closed {
		return nil, ErrClosed
	}
	if s.open != nil {
		return s.open, nil
	}
	h, err := s.start()
	if err != nil {
		return nil, err
	}
	s.open = h
	return h, nil
}

// start opens the file, or gives birth to it, or puts it right.
func (s *Store) start() (*handle, error) {
	const step = "open the store"
	if s.options.ReadOnly {
		x, err := examine(s.path(), s.options)
		if err == nil {
			return s.opened(x)
		}
		if errors.Is(err, ErrNewer) {
			return s.readNewer(err)
		}
		return nil, absent(explain(step, err))
	}
	if err := s.prepare(); err != nil {
		return nil, explain(step, err)
	}
	// Another process may write the file, or put a new one in its place,
	// between the examination and the opening, and damage may be found at
	// two moments.
	var last error
	repairs := 0
	for range 8 {
		x, err := examine(s.path(), s.options)
		if err == nil && x.schema < schema {
			if err = s.migrate(); err == nil {
				continue
			}
		}
		if err == nil && x.leftovers != nil {
			if err = s.scrub(); err == nil {
				continue
			}
		}
		var h *handle
		if err == nil {
			h, err = s.opened(x)
		}
		switch {
		case err == nil && !(h.isAt(s.path()) && h.fits(x)):
			h.close()
			last = fmt.Errorf("%w: it keeps changing", ErrBusy)
		case err == nil:
			if err = s.tidy(h); err == nil {
				return h, nil
			}
			if last = err; !errors.Is(err, fs.ErrNotExist) {
				return nil, err
			}
		case errors.Is(err, ErrNewer):
			return s.readNewer(err)
		case errors.Is(err, ErrDamaged), errors.Is(err, fs.ErrNotExist):
			last = err
			if repairs++; repairs > 2 {
				return nil, explain(step, err) // the disk damages what is mended
			}
			if err := s.repair(err); err != nil {
				return nil, explain(step, err)
			}
		default:
			return nil, explain(step, err)
		}
	}
	if last == nil {
		last = fmt.Errorf("%w: it keeps changing", ErrBusy)
	}
	return nil, explain(step, last)
}

// opened opens an examined file.
func (s *Store) opened(x examination) (*handle, error) {
	h, err := openFile(s.path(), s.options, x)
	if err != nil {
		return nil, err
	}
	s.report, s.healed = readReport(x.report)
	s.due = s.due || x.state.Open || x.state.Checked != written(s.options.Week())
	return h, nil
}

// tidy removes what lies about in the folder of an open store. Its file is
// locked and in place, so nobody else is at work there.
func (s *Store) tidy(h *handle) error {
	// A leftover that cannot be removed now (a virus scanner holds it) goes
	// at the next opening; Rebuild, which promises more, reports it.
	_ = s.sweep()
	if err := s.stamp(); err != nil {
		h.close()
		return fmt.Errorf("set the times of the data folder: %w: %w", ErrUnwritable, err)
	}
	return nil
}

// readNewer opens a file of a newer version for reading, if bbolt can.
func (s *Store) readNewer(cause error) (*handle, error) {
	if err := examineTreeOnly(s.path(), s.options); err != nil {
		return nil, errors.Join(explain("open the store", cause), err)
	}
	o := s.options
	o.ReadOnly = true
	h, err := openFile(s.path(), o, examination{})
	if err != nil {
		return nil, explain("open the store", err)
	}
	s.newer = true
	_ = s.stamp()
	return h, nil
}

// Newer reports whether a newer version of the app wrote the file. It then can
// be read as far as it is understood, and every write returns ErrNewer.
func (s *Store) Newer() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.newer
}

// prepare sees to it that there is a folder that can be written, and a file or
// something to make it of.
func (s *Store) prepare() error {
	if err := makeFolder(s.dir); err != nil {
		return fmt.Errorf("make the data folder: %w: %w", ErrUnwritable, err)
	}
	if _, err := os.Lstat(s.path()); err == nil || s.anyLeft() {
		probe, err := os.CreateTemp(s.dir, newPrefix+"*")
		if err != nil {
			return fmt.Errorf("write into the data folder: %w: %w", ErrUnwritable, err)
		}
		probe.Close()
		return remove(probe.Name())
	}
	fresh, err := build(s.dir, s.options, nil, state{}, nil)
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

// makeFolder makes a folder (0700), and those above it, in a way that lasts.
func makeFolder(dir string) error {
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		return nil
	}
	up := filepath.Dir(dir)
	if up != dir {
		if err := makeFolder(up); err != nil {
			return err
		}
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return &fs.PathError{Op: "mkdir", Path: dir, Err: fs.ErrExist}
	}
	return syncDir(up)
}

// Close notes the clean end, lets go of the file and sets its times a last
// time. A closed store answers every call with ErrClosed, and a second Close
// with nil.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	s.endCheck()
	if s.open == nil {
		return nil
	}
	var err error
	if !s.options.ReadOnly && !s.newer {
		// Not to be able to say so only costs a check at the next start.
		_ = s.open.settle()
	}
	err = s.open.close()
	s.open = nil
	if stampErr := s.stamp(); err == nil {
		err = stampErr
	}
	return err
}

func (s *Store) path() string { return filepath.Join(s.dir, FileName) }

func absent(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %w", ErrAbsent, err)
	}
	return err
}
