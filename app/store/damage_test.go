package store

import (
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

// filled is a closed store of 120 values in several pages, with free pages,
// and its bytes.
func filled(t *testing.T) (dir string, file []byte) {
	t.Helper()
	dir = t.TempDir()
	s := mustOpen(t, dir)
	var changes []Change
	for i := range 120 {
		changes = append(changes, Change{"runs", fmt.Sprintf("%04d", i), valueOf(i)})
	}
	must(t, s.Write(changes...))
	for i := range 20 {
		must(t, s.Write(changes[i]))
	}
	must(t, s.Close())
	file, err := os.ReadFile(filepath.Join(dir, FileName))
	must(t, err)
	return dir, file
}

func valueOf(i int) []byte { return []byte(fmt.Sprintf("value %d of 120, %0180d", i, i)) }

// verdict opens a file that may be damaged and reads all of it. Whatever it
// gives back must be what was put there.
func verdict(t *testing.T, file []byte) (err error) {
	t.Helper()
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, FileName), file, 0o600))
	s, err := Open(dir, testOptions())
	if err != nil {
		return err
	}
	defer s.Close()
	lost := 0
	for i := range 120 {
		key := fmt.Sprintf("%04d", i)
		value, found, getErr := s.Get("runs", key)
		switch {
		case getErr != nil:
			err = getErr
		case !found:
			lost++
		case string(value) != string(valueOf(i)):
			t.Fatalf("%s: a wrong value: %q", key, value)
		}
	}
	eachErr := s.Each("runs", func(key string, value []byte) error {
		var i int
		if _, err := fmt.Sscanf(key, "%d", &i); err != nil || string(value) != string(valueOf(i)) {
			t.Fatalf("%s: a wrong value: %q", key, value)
		}
		return nil
	})
	if err == nil {
		err = eachErr
	}
	if err == nil && lost > 0 {
		err = fmt.Errorf("%d values: %w", lost, errLost)
	}
	return err
}

// errLost marks values that are gone without a trace, as when a page of keys
// was hit; finding that is the business of a check of the whole file.
var errLost = errors.New("lost")

func TestNeverAWrongValue(t *testing.T) {
	_, file := filled(t)
	if err := verdict(t, file); err != nil {
		t.Fatalf("whole file: %v", err)
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
		switch err := verdict(t, b); {
		case err == nil:
			seen["harmless"]++
		case errors.Is(err, ErrDamaged):
			seen["found"]++
		case errors.Is(err, errLost), errors.Is(err, ErrNewer):
			seen["lost"]++
		default:
			t.Fatalf("another error: %v", err)
		}
	}
	t.Log(seen)
	if seen["found"] < 50 {
		t.Errorf("only %d damages found: the test does not bite", seen["found"])
	}
}

func swapPages(b []byte, i, j int) {
	p, q := b[i*pageSize:][:pageSize], b[j*pageSize:][:pageSize]
	for k := range p {
		p[k], q[k] = q[k], p[k]
	}
}

func TestCutFileIsDamaged(t *testing.T) {
	_, file := filled(t)
	used := int(binary.NativeEndian.Uint64(newest(file)[40:]))
	for pages := range used {
		if err := verdict(t, file[:pages*pageSize]); !errors.Is(err, ErrDamaged) {
			t.Errorf("cut to %d of %d pages: %v", pages, used, err)
		}
	}
	if err := verdict(t, file[:used*pageSize]); err != nil {
		t.Errorf("cut to all %d pages: %v", used, err)
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
			if err := verdict(t, b); !errors.Is(err, ErrDamaged) {
				t.Errorf("got %v", err)
			}
		})
	}
	t.Run("one meta gone is nothing", func(t *testing.T) {
		b := append([]byte(nil), file...)
		clear(b[:pageSize])
		if err := verdict(t, b); err != nil && !errors.Is(err, errLost) {
			t.Errorf("got %v", err)
		}
	})
}

func TestDamagedSchema(t *testing.T) {
	for _, frame := range [][]byte{nil, []byte("1"), seal(metaBucket, schemaKey, []byte("0")),
		seal(metaBucket, schemaKey, []byte("-1")), seal(metaBucket, schemaKey, nil), seal(metaBucket, "other", []byte("1"))} {
		dir := t.TempDir()
		s := mustOpen(t, dir)
		writeRaw(t, s, metaBucket, schemaKey, frame)
		must(t, s.Close())
		if _, err := Open(dir, testOptions()); !errors.Is(err, ErrDamaged) {
			t.Errorf("schema %q: %v", frame, err)
		}
	}
}
