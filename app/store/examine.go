package store

import (
	"fmt"
	"hash/maphash"
	"io"
	"math/bits"
	"os"
	"strconv"
)

// examination is what was found in a whole file.
type examination struct {
	schema  int
	state   state
	report  []byte // frame of the last report, nil when there is none
	checked string // week of a full check made just now, not yet in the state
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
	// A number for each place is enough to find leftovers. Two places that
	// share one, once in 2⁶⁴ pairs, could hide one.
	seed := maphash.MakeSeed()
	last := map[uint64]uint64{}
	number := func(bucket, key string) uint64 {
		return maphash.String(seed, bucket) ^ bits.RotateLeft64(maphash.String(seed, key), 1)
	}
	x, err := examineTree(f, m, func(bucket, key string, frame []byte) {
		if r, err := readRecord(frame); err == nil {
			last[number(bucket, key)] = r.sequence
		}
	})
	if err != nil || x.schema < schema || o.ReadOnly {
		return x, err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return x, err
	}
	_, err = carve(f, func(at int64, r record) {
		if r.sequence > last[number(r.bucket, r.key)] {
			x.leftovers = append(x.leftovers, at)
		}
	})
	return x, err
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
// whole entry, with a frame that is good during the call.
func examineTree(f io.ReaderAt, m meta, entry func(bucket, key string, frame []byte)) (x examination, err error) {
	var counted state
	var stateFrame, schemaFrame []byte
	w := &walker{file: f, meta: m, entry: func(bucket, key, frame []byte) error {
		r, err := unseal(string(bucket), string(key), frame)
		if err != nil {
			return err
		}
		switch {
		case r.bucket != metaBucket:
			counted.add(frame)
		case r.key == stateKey:
			stateFrame = append(stateFrame, frame...)
		case r.key == schemaKey:
			schemaFrame = append(schemaFrame, frame...)
		case r.key == reportKey:
			x.report = append(x.report, frame...)
		}
		if entry != nil {
			entry(r.bucket, r.key, frame)
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
