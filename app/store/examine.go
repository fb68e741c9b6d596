package store

import (
	"bytes"
	"fmt"
	"hash/maphash"
	"io"
	"math/bits"
	"os"
	"strconv"
)

// examination is what was found in a whole file.
type examination struct {
	schema int
	state  state
	report []byte // frame of the last report, nil when there is none
	// leftovers are the offsets of frames outside the tree that look later
	// than those in it: a write was cut short before it counted.
	leftovers []int64
}

// examine reads a whole file, before bbolt maps it, and refuses whatever would
// make bbolt panic, fault, run in circles or give back something wrong: it
// walks every page and every frame and compares their sum with the state that
// was written with them. It holds a shared lock so as not to judge a file in
// the middle of another process's write; it returns ErrBusy when it gets none,
// ErrDamaged, ErrNewer for a file of a later version, with the schema, and the
// system's error when the file cannot be read.
func examine(path string, o Options) (x examination, err error) {
	if err := regular(path); err != nil {
		return x, err
	}
	f, err := os.Open(path)
	if err != nil {
		return x, err
	}
	defer f.Close()
	if err := lock(f, false, o.Timeout); err != nil {
		return x, err
	}
	defer unlock(f)
	return examineFile(f, o)
}

// examineFile examines a file that is locked.
func examineFile(f *os.File, o Options) (examination, error) {
	m, err := readMeta(f, o.MaxSize)
	if err != nil {
		return examination{}, err
	}
	if o.ReadOnly {
		return examineTree(f, m, nil)
	}
	stale, err := staleFrames(f, m)
	if err != nil {
		return examination{}, err
	}
	x, err := examineTree(f, m, func(p parts, _ []byte) { stale.met(p) })
	x.leftovers = stale.later()
	return x, err
}

// stale are the whole frames outside the tree, by a number for their place:
// two places that share one, once in 2⁶⁴ pairs, could hide a leftover.
type stale struct {
	seed   maphash.Seed
	frames map[uint64][]staleFrame
}

type staleFrame struct {
	at       int64
	sequence uint64
}

// staleFrames looks where bbolt may write before a write counts: in the free
// pages and behind the last one that is used.
func staleFrames(f *os.File, m meta) (*stale, error) {
	free, _, err := readFreelist(f, m)
	if err != nil {
		return nil, err
	}
	s := &stale{maphash.MakeSeed(), map[uint64][]staleFrame{}}
	look := func(from, to int64) error {
		_, err := carve(io.NewSectionReader(f, from, to-from), func(at int64, r record) {
			place := s.place([]byte(r.bucket), []byte(r.key))
			s.frames[place] = append(s.frames[place], staleFrame{from + at, r.sequence})
		})
		return err
	}
	for i := 0; i < len(free) && err == nil; {
		end := i + 1
		for end < len(free) && free[end] == free[end-1]+1 {
			end++
		}
		err = look(int64(free[i])*pageSize, (int64(free[end-1])+1)*pageSize)
		i = end
	}
	if err == nil {
		err = look(int64(m.pages)*pageSize, 1<<62)
	}
	return s, err
}

func (s *stale) place(bucket, key []byte) uint64 {
	return maphash.Bytes(s.seed, bucket) ^ bits.RotateLeft64(maphash.Bytes(s.seed, key), 1)
}

// met leaves out the frames that are no later than the one in the tree.
func (s *stale) met(p parts) {
	if len(s.frames) == 0 {
		return
	}
	place := s.place(p.bucket, p.key)
	later := s.frames[place][:0]
	for _, f := range s.frames[place] {
		if f.sequence > p.sequence {
			later = append(later, f)
		}
	}
	if len(later) == 0 {
		delete(s.frames, place)
	} else {
		s.frames[place] = later
	}
}

func (s *stale) later() (offsets []int64) {
	for _, frames := range s.frames {
		for _, f := range frames {
			offsets = append(offsets, f.at)
		}
	}
	return offsets
}

// scrub makes leftovers unreadable. Otherwise the next write of such an entry
// might get a smaller number, and a later repair would take the one that never
// counted. They are outside the tree, so nothing that counts is touched.
func (s *Store) scrub() error {
	return s.locked(func(f *os.File) error {
		x, err := examineFile(f, s.options)
		if err != nil {
			return err
		}
		for _, at := range x.leftovers {
			if _, err := f.WriteAt(make([]byte, len(frameMagic)), at); err != nil {
				return err
			}
		}
		return f.Sync()
	})
}

// examineTree does that for the tree of one meta page, and calls entry for each
// whole entry, with parts of a frame that are good during the call.
func examineTree(f io.ReaderAt, m meta, entry func(p parts, frame []byte)) (x examination, err error) {
	var counted state
	var stateFrame, schemaFrame []byte
	w := &walker{file: f, meta: m, entry: func(bucket, key, frame []byte) error {
		p, err := split(frame)
		switch {
		case err != nil:
			return err
		case !bytes.Equal(p.bucket, bucket) || !bytes.Equal(p.key, key):
			return fmt.Errorf("record: %w: belongs elsewhere", ErrDamaged)
		case string(bucket) != metaBucket:
			counted.add(frame)
		case string(key) == stateKey:
			stateFrame = append(stateFrame, frame...)
		case string(key) == schemaKey:
			schemaFrame = append(schemaFrame, frame...)
		case string(key) == reportKey:
			x.report = append(x.report, frame...)
		}
		if entry != nil {
			entry(p, frame)
		}
		return nil
	}}
	walkErr := w.walk()
	// What a newer version wrote may look damaged to this one; its version is
	// among the first things that were met, or all else would be newer too.
	if schemaFrame != nil {
		if x.schema, err = readSchema(schemaFrame); err != nil {
			return x, err
		}
	}
	if walkErr != nil {
		return x, walkErr
	}
	if schemaFrame == nil {
		return x, fmt.Errorf("%w: a store without a version", ErrDamaged)
	}
	free, overflow, err := readFreelist(f, m)
	if err != nil {
		return x, err
	}
	if err := w.checkPages(free, m.freelist, overflow); err != nil {
		return x, err
	}
	if x.schema == 1 {
		return x, nil // it kept no state
	}
	if x.state, err = readState(stateFrame); err != nil {
		return x, err
	}
	if x.state.Transaction != 0 && x.state.Transaction != m.transaction {
		return x, fmt.Errorf("%w: a page is as it was before its last write", ErrDamaged)
	}
	if !counted.same(x.state) {
		return x, fmt.Errorf("%w: %d entries of %d, or not the last ones", ErrDamaged, counted.Entries, x.state.Entries)
	}
	return x, nil
}

// readSchema reads the version of a store.
func readSchema(frame []byte) (version int, err error) {
	const step = "read the version of the store"
	r, err := unseal(metaBucket, schemaKey, frame)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", step, err)
	}
	version, err = strconv.Atoi(string(r.value))
	switch {
	case err != nil || version < 1:
		return 0, fmt.Errorf("%s: %w: %q", step, ErrDamaged, r.value)
	case version > schema:
		return version, fmt.Errorf("%s: %w: %d", step, ErrNewer, version)
	}
	return version, nil
}

// stateAt is the state that the tree of a meta page leads to, whatever else of
// the tree is damaged, and whether it is whole.
func stateAt(f io.ReaderAt, m meta) (st state, found bool) {
	w := &walker{file: f, meta: m, only: metaBucket, entry: func(_, key, frame []byte) error {
		if string(key) == stateKey {
			var err error
			st, err = readState(frame)
			found = err == nil
		}
		return nil
	}}
	_ = w.walk() // what was found before any damage
	return st, found
}

// examineTreeOnly does the part of examine that asks nothing of the frames.
func examineTreeOnly(path string, o Options) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	m, err := readMeta(f, o.MaxSize)
	if err != nil {
		return err
	}
	w := &walker{file: f, meta: m, entry: func(_, _, _ []byte) error { return nil }}
	if err := w.walk(); err != nil {
		return err
	}
	free, overflow, err := readFreelist(f, m)
	if err != nil {
		return err
	}
	return w.checkPages(free, m.freelist, overflow)
}
