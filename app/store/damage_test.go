package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"
)

// writeRaw puts a value past the frames.
func writeRaw(t *testing.T, s *Store, bucket, key string, frame []byte) {
	t.Helper()
	must(t, s.open.db.Update(func(tx *bbolt.Tx) error { return put(tx, entry{bucket, key, frame}) }))
}

// filled is a closed store of 120 values in several pages, with free pages and
// earlier states of some values, and its bytes.
func filled(t *testing.T) (dir string, file []byte) {
	t.Helper()
	dir = t.TempDir()
	s := mustOpen(t, dir)
	var changes []Change
	for i := range 120 {
		changes = append(changes, Change{"runs", fmt.Sprintf("%04d", i), valueOf(i, 1)})
	}
	must(t, s.Write(changes...))
	for i := range 20 {
		changes[i].Value = valueOf(i, 2)
		must(t, s.Write(changes[i]))
	}
	must(t, s.Close())
	file, err := os.ReadFile(filepath.Join(dir, FileName))
	must(t, err)
	return dir, file
}

// valueOf is a value in its first or second state.
func valueOf(i, state int) []byte {
	return []byte(fmt.Sprintf("value %d of 120, state %d, %0180d", i, state, i))
}

func lastValueOf(i int) []byte {
	if i < 20 {
		return valueOf(i, 2)
	}
	return valueOf(i, 1)
}

// outcome is what became of a damaged file.
type outcome struct {
	repaired, whole  bool
	right, old, gone int
}

// verdict opens a file that may be damaged and reads all of it. Whatever it
// gives back must be what was put there, and if not all is, it must say so.
func verdict(t *testing.T, file []byte) (o outcome) {
	t.Helper()
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, FileName), file, 0o600))
	s, err := Open(dir, testOptions())
	must(t, err)
	defer s.Close()
	seen := 0
	must(t, s.Each("runs", func(string, []byte) error { seen++; return nil }))
	for i := range 120 {
		value, found, err := s.Get("runs", fmt.Sprintf("%04d", i))
		must(t, err)
		switch {
		case !found:
			o.gone++
		case bytes.Equal(value, lastValueOf(i)):
			o.right++
		case bytes.Equal(value, valueOf(i, 1)):
			o.old++
		default:
			t.Fatalf("%d: a wrong value: %q", i, value)
		}
	}
	if seen != o.right+o.old {
		t.Fatalf("%d were found one by one, %d together", o.right+o.old, seen)
	}
	report, repaired := s.Report()
	o.repaired, o.whole = repaired, report.Whole
	if silent := !repaired || report.Whole; silent && o.right < 120 {
		t.Fatalf("not all is there, and nobody is told: %+v, %+v", o, report)
	}
	if repaired && report.Kept["runs"] != seen {
		t.Fatalf("%d are there, %+v", seen, report)
	}
	return o
}

func TestNeverAWrongValue(t *testing.T) {
	_, file := filled(t)
	if o := verdict(t, file); o.repaired {
		t.Fatalf("whole file: %+v", o)
	}
	random := rand.New(rand.NewPCG(2026, 48))
	seen := map[string]int{}
	for range 400 {
		b := append([]byte(nil), file...)
		switch random.IntN(4) {
		case 0, 1:
			b[random.IntN(len(b))] ^= 1 << random.IntN(8)
		case 2:
			clear(b[random.IntN(len(b)/512)*512:][:512])
		case 3:
			from, to := random.IntN(len(b)/pageSize), random.IntN(len(b)/pageSize)
			swapPages(b, from, to)
		}
		switch o := verdict(t, b); {
		case !o.repaired:
			seen["harmless"]++
		case o.whole:
			seen["repaired"]++
		default:
			seen["in part"]++
		}
	}
	t.Log(seen)
	if seen["repaired"] < 50 || seen["in part"] < 10 {
		t.Errorf("%v: the test does not bite", seen)
	}
}

func swapPages(b []byte, i, j int) {
	p, q := b[i*pageSize:][:pageSize], b[j*pageSize:][:pageSize]
	for k := range p {
		p[k], q[k] = q[k], p[k]
	}
}

func TestCutFile(t *testing.T) {
	_, file := filled(t)
	used := int(binary.NativeEndian.Uint64(newest(file)[40:]))
	for pages := range used {
		if o := verdict(t, file[:pages*pageSize]); !o.repaired {
			t.Errorf("cut to %d of %d pages: not noticed", pages, used)
		}
	}
	if o := verdict(t, file[:used*pageSize]); o.repaired {
		t.Errorf("cut to all %d pages: %+v", used, o)
	}
}

// newest is the meta page with the greater transaction, as a part of file.
func newest(file []byte) []byte {
	a, b := file[pageHead:][:64], file[pageSize+pageHead:][:64]
	if binary.NativeEndian.Uint64(a[48:]) > binary.NativeEndian.Uint64(b[48:]) {
		return a
	}
	return b
}

// TestHostileFiles has files whose meta pages are valid and lie.
func TestHostileFiles(t *testing.T) {
	_, file := filled(t)
	order := binary.NativeEndian
	lie := func(change func(meta []byte)) func(b []byte) []byte {
		return func(b []byte) []byte {
			for i := range 2 {
				m := b[i*pageSize+pageHead:][:64]
				change(m)
				hash := fnv.New64a()
				hash.Write(m[:56])
				order.PutUint64(m[56:], hash.Sum64())
			}
			return b
		}
	}
	page := func(b []byte, field int) []byte { return b[order.Uint64(newest(b)[field:])*pageSize:] }
	cases := map[string]func(b []byte) []byte{
		"empty":                     func(b []byte) []byte { return nil },
		"text":                      func(b []byte) []byte { return []byte("SQLite format 3") },
		"zeroes":                    func(b []byte) []byte { clear(b); return b },
		"no metas":                  func(b []byte) []byte { clear(b[:2*pageSize]); return b },
		"large pages":               lie(func(m []byte) { order.PutUint32(m[8:], 16384) }),
		"root outside":              lie(func(m []byte) { order.PutUint64(m[16:], 1<<40) }),
		"root is meta":              lie(func(m []byte) { order.PutUint64(m[16:], 0) }),
		"no free list":              lie(func(m []byte) { order.PutUint64(m[32:], noFreelist) }),
		"free list is root":         lie(func(m []byte) { copy(m[32:40], m[16:24]) }),
		"endless pages":             lie(func(m []byte) { order.PutUint64(m[40:], 1<<62) }),
		"free list of another page": func(b []byte) []byte { page(b, 32)[0]++; return b },
		"free list too long": func(b []byte) []byte {
			order.PutUint16(page(b, 32)[10:], 600)
			return b
		},
		"free list endless": func(b []byte) []byte {
			order.PutUint16(page(b, 32)[10:], countInside)
			order.PutUint64(page(b, 32)[16:], 1<<60)
			return b
		},
		"free list overflows": func(b []byte) []byte {
			order.PutUint32(page(b, 32)[12:], 1<<31)
			return b
		},
		"meta page is free":     func(b []byte) []byte { order.PutUint64(page(b, 32)[16:], 0); return b },
		"root is of no kind":    func(b []byte) []byte { order.PutUint16(page(b, 16)[8:], 0x40); return b },
		"root goes on for ever": func(b []byte) []byte { order.PutUint32(page(b, 16)[12:], 1<<31); return b },
	}
	for name, change := range cases {
		t.Run(name, func(t *testing.T) {
			b := change(append([]byte(nil), file...))
			if o := verdict(t, b); !o.repaired || o.gone > 0 && len(b) == len(file) && name != "zeroes" {
				t.Errorf("got %+v", o)
			}
		})
	}
	for first := range 2 {
		for count := 1; first+count <= 2; count++ {
			t.Run(fmt.Sprintf("%d metas gone from %d on", count, first), func(t *testing.T) {
				b := append([]byte(nil), file...)
				clear(b[first*pageSize:][:count*pageSize])
				if o := verdict(t, b); !o.repaired || o.right < 120 {
					t.Errorf("got %+v", o)
				}
			})
		}
	}
}

func TestDamagedSchema(t *testing.T) {
	for _, frame := range [][]byte{{}, []byte("1"), seal(1, metaBucket, schemaKey, []byte("0")),
		seal(1, metaBucket, schemaKey, []byte("-1")), seal(1, metaBucket, schemaKey, nil), seal(1, metaBucket, "other", []byte("1"))} {
		dir := t.TempDir()
		s := mustOpen(t, dir)
		must(t, s.Put("b", "k", []byte("v")))
		writeRaw(t, s, metaBucket, schemaKey, frame)
		must(t, s.Close())
		o := testOptions()
		o.ReadOnly = true
		if _, err := Open(dir, o); !errors.Is(err, ErrDamaged) {
			t.Errorf("schema %q, for reading: %v", frame, err)
		}
		s = mustOpen(t, dir)
		mustGet(t, s, "b", "k", "v")
		if r, repaired := s.Report(); !repaired || !r.Whole {
			t.Errorf("schema %q: %t, %+v", frame, repaired, r)
		}
	}
}

// TestDamageToTheNewestState has a store whose newest state is gone with the
// only value it had, while an older state, of nothing, is still in the file.
func TestDamageToTheNewestState(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	must(t, s.Put("runs", "1", []byte("the only one")))
	must(t, s.Close())
	b, err := os.ReadFile(s.path())
	must(t, err)
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte("the only one"))
		if i < 0 {
			break
		}
		at += i
		clear(b[at/pageSize*pageSize:][:pageSize])
	}
	must(t, os.WriteFile(s.path(), b, 0o600))
	s = mustOpen(t, dir)
	if r, repaired := s.Report(); !repaired || r.Whole {
		t.Errorf("%t, %+v", repaired, r)
	}
}
