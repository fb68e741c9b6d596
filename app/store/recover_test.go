package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// TestFileCutWhileOpen reads and writes a file whose end has vanished: without
// the guard this ends the process with SIGBUS.
func TestFileCutWhileOpen(t *testing.T) {
	dir, file := filled(t)
	s := mustOpen(t, dir)
	path := filepath.Join(dir, FileName)
	must(t, os.Truncate(path, 2*pageSize))
	if _, _, err := s.Get("runs", "0001"); !errors.Is(err, ErrDamaged) {
		t.Errorf("get: %v", err)
	}
	if err := s.Put("runs", "0001", []byte("x")); !errors.Is(err, ErrDamaged) {
		t.Errorf("put: %v", err)
	}
	if err := s.Put("runs", "0001", []byte("x")); !errors.Is(err, ErrDamaged) {
		t.Errorf("put again: %v", err)
	}
	// Whole again, the same Store goes on.
	must(t, os.WriteFile(path, file, 0o600))
	must(t, s.Put("runs", "0001", []byte("x")))
	mustGet(t, s, "runs", "0001", "x")
	mustGet(t, s, "runs", "0119", string(valueOf(119)))
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
	// Killed while giving a new file its name, it leaves a second name.
	if err := os.Link(s.path(), filepath.Join(dir, newPrefix+"link")); err != nil {
		t.Skipf("no links here: %v", err)
	}
	mustGet(t, mustOpen(t, dir), "b", "k", "v")
	checkTimes(t, dir)
}
