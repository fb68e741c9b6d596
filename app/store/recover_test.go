package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// TestFileCutWhileOpen reads and writes a file whose end has vanished: without
// the guard this ends the process with SIGBUS.
func TestFileCutWhileOpen(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file that is mapped cannot be cut here")
	}
	for name, use := range map[string]func(s *Store) error{
		"get":      func(s *Store) error { _, _, err := s.Get("runs", "0001"); return err },
		"each":     func(s *Store) error { return s.Each("runs", func(string, []byte) error { return nil }) },
		"put":      func(s *Store) error { return s.Put("other", "k", []byte("x")) },
		"rebuild":  func(s *Store) error { return s.Rebuild(func(string, string) bool { return true }) },
		"snapshot": func(s *Store) error { s.copied = 0; return s.Snapshot() },
	} {
		t.Run(name, func(t *testing.T) {
			dir, _ := filled(t)
			s := mustOpen(t, dir)
			must(t, s.Snapshot())
			must(t, os.Truncate(filepath.Join(dir, FileName), 2*pageSize))
			if err := use(s); err != nil {
				t.Fatalf("not put right: %v", err)
			}
			for i := range 120 {
				mustGet(t, s, "runs", fmt.Sprintf("%04d", i), string(lastValueOf(i)))
			}
			r, repaired := s.Report()
			if !repaired || !r.Whole || r.FromCopy != 120 {
				t.Errorf("%t, %+v", repaired, r)
			}
		})
	}
}

// TestDamagedWhileOpen flips a bit of a value under an open store.
func TestDamagedWhileOpen(t *testing.T) {
	dir, file := filled(t)
	s := mustOpen(t, dir)
	must(t, s.Snapshot())
	at := bytes.LastIndex(file, valueOf(119, 1))
	f, err := os.OpenFile(s.path(), os.O_RDWR, 0)
	must(t, err)
	_, err = f.WriteAt([]byte("X"), int64(at))
	must(t, err)
	must(t, f.Close())
	mustGet(t, s, "runs", "0119", string(valueOf(119, 1)))
	if r, repaired := s.Report(); !repaired || !r.Whole {
		t.Errorf("%t, %+v", repaired, r)
	}
	if _, err := os.Stat(s.numbered(damagedPrefix, 1)); err != nil {
		t.Errorf("the damaged file is not kept: %v", err)
	}
}

// TestFileTakenAway has the file, or its whole folder, removed or replaced
// under an open store.
func TestFileTakenAway(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be taken away here")
	}
	other := t.TempDir()
	s := mustOpen(t, other)
	must(t, s.Put("b", "foreign", []byte("x")))
	must(t, s.Close())
	stranger, err := os.ReadFile(s.path())
	must(t, err)
	for name, take := range map[string]func(path string) error{
		"removed":        os.Remove,
		"folder removed": func(path string) error { return os.RemoveAll(filepath.Dir(path)) },
		"replaced": func(path string) error {
			must(t, os.WriteFile(path+".other", stranger, 0o600))
			return os.Rename(path+".other", path)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "data")
			s := mustOpen(t, dir)
			must(t, s.Put("b", "1", []byte("before")))
			must(t, take(s.path()))
			must(t, s.Put("b", "2", []byte("after")))
			must(t, s.Close())
			s = mustOpen(t, dir)
			mustGet(t, s, "b", "1", "before")
			mustGet(t, s, "b", "2", "after")
		})
	}
}

// TestGoesOnAfterAFailedWrite takes the descriptor from under bbolt.
func TestGoesOnAfterAFailedWrite(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	must(t, s.Put("b", "1", []byte("kept")))
	must(t, s.open.file.Close())
	if err := s.Put("b", "2", []byte("lost")); err == nil {
		t.Fatal("a write to a closed file was acknowledged")
	}
	must(t, s.Put("b", "3", []byte("new")))
	mustGet(t, s, "b", "1", "kept")
	mustGet(t, s, "b", "3", "new")
	if _, found, err := s.Get("b", "2"); found || err != nil {
		t.Errorf("refused value: %t, %v", found, err)
	}
}

func TestFullStoreKeepsWhatItHas(t *testing.T) {
	dir := t.TempDir()
	o := testOptions()
	o.MaxSize = 64 << 10
	s, err := Open(dir, o)
	must(t, err)
	defer s.Close()
	kept := 0
	for ; err == nil && kept < 100; kept++ {
		err = s.Put("b", fmt.Sprintf("%03d", kept), make([]byte, 3000))
	}
	if !errors.Is(err, ErrTooLarge) {
		t.Fatalf("after %d values: %v", kept, err)
	}
	for i := range kept - 1 {
		mustGet(t, s, "b", fmt.Sprintf("%03d", i), string(make([]byte, 3000)))
	}
	must(t, s.Rebuild(nil))
	must(t, s.Put("b", "k", make([]byte, 3000)))
}

func TestLeftoversGoAtOpening(t *testing.T) {
	dir := t.TempDir()
	mustOpen(t, dir).Close()
	for i := range 3 {
		must(t, os.WriteFile(filepath.Join(dir, fmt.Sprint(newPrefix, i)), []byte("half"), 0o600))
	}
	s := mustOpen(t, dir)
	checkTimes(t, dir)
	must(t, s.Put("b", "k", []byte("v")))
	must(t, s.Close())
	if runtime.GOOS == "windows" {
		return // a new file gets its name by moving, never a second one
	}
	// Killed while giving a new file its name, it leaves a second name.
	if err := os.Link(s.path(), filepath.Join(dir, newPrefix+"link")); err != nil {
		t.Skipf("no links here: %v", err)
	}
	mustGet(t, mustOpen(t, dir), "b", "k", "v")
	checkTimes(t, dir)
}

// TestReadableGaps reads a sound file; faults has one that cannot be read.
func TestReadableGaps(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	must(t, os.WriteFile(path, bytes.Repeat([]byte("x"), 10_000), 0o600))
	f, err := os.Open(path)
	must(t, err)
	defer f.Close()
	b, err := io.ReadAll(&gaps{file: f})
	if err != nil || len(b) != 10_000 {
		t.Errorf("%d bytes, %v", len(b), err)
	}
}

// TestFileTakenAwayWhileRebuilding takes the file away at each moment of a
// rebuild at which the week is asked for.
func TestFileTakenAwayWhileRebuilding(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be taken away here")
	}
	taken := 0
	for at := 1; at <= 12; at++ {
		dir, calls := t.TempDir(), -1000
		o := testOptions()
		o.Week = func() time.Time {
			if calls++; calls == at && os.Remove(filepath.Join(dir, FileName)) == nil {
				taken++
			}
			return week
		}
		s, err := Open(dir, o)
		must(t, err)
		must(t, s.Put("b", "1", []byte("before")))
		s.late.Wait()
		calls = 0
		all := func(string, string) bool { return true }
		if err := s.Rebuild(all); err != nil {
			must(t, s.Rebuild(all)) // refused, so asked for again
		}
		calls = -1000
		must(t, s.Put("b", "2", []byte("after")))
		must(t, s.Close())
		s = mustOpen(t, dir)
		mustGet(t, s, "b", "1", "before")
		mustGet(t, s, "b", "2", "after")
	}
	if taken < 2 {
		t.Errorf("the file was taken away only %d times", taken)
	}
}
