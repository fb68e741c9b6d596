package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"
)

// salvage is what was found whole of a store, from wherever.
type salvage struct {
	pieces map[[2]string]piece
	newest state // the latest state that was found
	known  bool  // there was one
	// certain says that newest is the state of the last write that counted,
	// and not only the latest that is left.
	certain bool
	newer   bool   // there is something of a newer version
	before  Report // of an earlier repair
	told    uint64 // its sequence
}

type piece struct {
	sequence uint64
	frame    []byte
	copied   bool // it is in a copy and not, or older, in the file itself
}

// add takes a record if it is the latest of its place that was found.
func (v *salvage) add(r record, copied bool) {
	if r.bucket == metaBucket {
		switch r.key {
		case stateKey:
			st, err := readState(seal(r.sequence, r.bucket, r.key, r.value))
			if err == nil && (!v.known || st.Sequence >= v.newest.Sequence) {
				v.newest, v.known = st, true
			}
		case reportKey:
			old, found := readReport(seal(r.sequence, r.bucket, r.key, r.value))
			if found && r.sequence >= v.told {
				v.before, v.told = old, r.sequence
			}
		case schemaKey:
			_, err := readSchema(seal(r.sequence, r.bucket, r.key, r.value))
			v.newer = v.newer || errors.Is(err, ErrNewer)
		}
		return
	}
	place := [2]string{r.bucket, r.key}
	if old, found := v.pieces[place]; found && (old.sequence > r.sequence || copied && old.sequence == r.sequence) {
		return
	}
	v.pieces[place] = piece{r.sequence, seal(r.sequence, r.bucket, r.key, r.value), copied}
}

// from carves a file.
func (v *salvage) from(f io.Reader, copied bool) error {
	_, err := carve(f, func(_ int64, r record) { v.add(r, copied) })
	return err
}

// unite adds what another salvage found.
func (v *salvage) unite(o *salvage, copied bool) {
	for _, p := range o.pieces {
		if r, err := readRecord(p.frame); err == nil {
			v.add(r, copied)
		}
	}
	if o.known && (!v.known || o.newest.Sequence > v.newest.Sequence) {
		v.newest, v.known = o.newest, true
	}
}

// complete reports whether the pieces are the entries of the newest state that
// was found, all of them and no other.
func (v *salvage) complete() bool {
	var st state
	for _, p := range v.pieces {
		st.add(p.frame)
	}
	return v.known && st.same(v.newest)
}

// whole reports whether they certainly are what was last written.
func (v *salvage) whole() bool { return v.certain && v.complete() }

func (v *salvage) entries() []entry {
	all := make([]entry, 0, len(v.pieces))
	for place, p := range v.pieces {
		all = append(all, entry{place[0], place[1], p.frame})
	}
	slices.SortFunc(all, func(a, b entry) int {
		if c := strings.Compare(a.bucket, b.bucket); c != 0 {
			return c
		}
		return strings.Compare(a.key, b.key)
	})
	return all
}

// repair makes a new file of what is left of a damaged or missing one, and sets
// the damaged one aside. Killed at any moment it leaves what the next opening
// can repair. It returns ErrBusy while another process has the file, ErrNewer
// for what a newer version wrote, and the errors of writing.
func (s *Store) repair(cause error) error {
	const step = "repair the store"
	err := s.locked(func(f *os.File) error {
		if _, err := examineFile(f, s.options); err == nil || errors.Is(err, ErrNewer) {
			return err // another process was quicker
		}
		return s.repairFrom(f)
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = s.repairFrom(nil)
	}
	if err != nil {
		return fmt.Errorf("%s: %w (after: %w)", step, explain(step, err), cause)
	}
	return nil
}

// isAt reports whether an open file is the one at path.
func isAt(f *os.File, path string) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(path)
	return err == nil && os.SameFile(a, b)
}

func sameFile(f, g *os.File) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := g.Stat()
	return err == nil && os.SameFile(a, b)
}

// repairFrom does it; without a file, from what else there is.
func (s *Store) repairFrom(f *os.File) error {
	v, err := s.salvage(f)
	if err != nil {
		return err
	}
	if v.newer {
		return fmt.Errorf("a damaged store: %w", ErrNewer)
	}
	s.fresh = true
	report := v.report(written(s.options.Week())).after(v.before)
	next := state{Sequence: after(v.newest.Sequence)}
	fresh, err := build(s.dir, s.options, v.entries(), next, report.frame(next.Sequence))
	if err != nil {
		return err
	}
	if f != nil {
		// Where a file that is open cannot be moved, the lock goes first.
		unlockToMove(f)
		err = s.setAside()
	}
	if err == nil {
		err = publish(fresh, s.path())
	}
	if err != nil {
		_ = remove(fresh)
		return err
	}
	return syncDir(s.dir)
}

// salvage looks at the file, then at its copies if it is not whole, and where
// there is no file at what was set aside.
func (s *Store) salvage(f *os.File) (*salvage, error) {
	v := &salvage{pieces: map[[2]string]piece{}}
	if f != nil {
		if err := v.from(s.readable(f), false); err != nil {
			return nil, err
		}
		v.ascertain(f)
		if !v.certain && s.last != nil {
			v.newest, v.known, v.certain = *s.last, true, true
		}
		if tree := soundTree(f); tree != nil && tree.complete() && !v.complete() {
			// The write that would have come next was not finished.
			tree.certain = v.certain
			v = tree
		}
		if v.whole() {
			return v, nil
		}
	}
	copies, damaged := s.left()
	for i, path := range append(damaged, copies...) {
		aside := i < len(damaged)
		if aside && f != nil {
			continue
		}
		if regular(path) != nil {
			continue
		}
		other, err := os.Open(path)
		if err != nil {
			continue
		}
		if tree := soundTree(other); tree != nil {
			v.unite(tree, !aside)
		} else {
			// Something else of that name gives nothing, and is no reason
			// not to go on.
			_ = v.from(s.readable(other), !aside)
		}
		other.Close()
		_ = os.Chtimes(path, s.options.Week(), s.options.Week())
	}
	return v, nil
}

// ascertain finds the state of the last write that counted: with both meta pages
// valid there is no doubt which one that was.
func (v *salvage) ascertain(f *os.File) {
	m, valid, err := newestMeta(f)
	if err != nil || valid < 2 || !fits(m, f) {
		return
	}
	if st, found := stateAt(f, m); found && (st.Transaction == 0 || st.Transaction == m.transaction) {
		v.newest, v.known, v.certain = st, true, true
	}
}

// fits reports whether the pages that a meta page speaks of can be in a file.
func fits(m meta, f *os.File) bool {
	info, err := f.Stat()
	return err == nil && m.pageSize == pageSize && m.pages >= 4 && m.pages <= uint64(info.Size())/pageSize
}

// soundTree is the store of the newest meta page that is valid, nil if not all
// of that is whole. A power cut in the last moment of a write leaves the other
// meta page torn and the one before it as it was.
func soundTree(f *os.File) *salvage {
	m, valid, err := newestMeta(f)
	if err != nil || valid == 0 || !fits(m, f) {
		return nil
	}
	v := &salvage{pieces: map[[2]string]piece{}}
	_, err = examineTree(f, m, func(p parts, _ []byte) {
		v.add(record{p.sequence, string(p.bucket), string(p.key), p.value}, false)
	})
	if err != nil {
		return nil
	}
	return v
}

// readable reads a file from its beginning. A disk that fails to read may do so
// only for a moment, so that is an error, unless the repair was asked for.
func (s *Store) readable(f *os.File) io.Reader {
	if s.force {
		return &gaps{file: f}
	}
	return io.NewSectionReader(f, 0, int64(s.options.MaxSize))
}

// gaps reads what a disk cannot read as zeros.
type gaps struct {
	file *os.File
	at   int64
}

func (g *gaps) Read(b []byte) (int, error) {
	n, err := g.file.ReadAt(b, g.at)
	if n == 0 && errors.Is(err, syscall.EIO) {
		info, statErr := g.file.Stat()
		if statErr != nil || g.at >= info.Size() {
			return 0, err
		}
		n = int(min(int64(len(b)), pageSize-g.at%pageSize, info.Size()-g.at))
		clear(b[:n])
	}
	g.at += int64(n)
	if n > 0 {
		return n, nil
	}
	return 0, err
}
