package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vigie/app/store"
)

func TestMain(m *testing.M) {
	store.CheckIfAsked()
	os.Exit(m.Run())
}

// What ICT does, one after the other: ask, check, repair, erase.
func TestStore(t *testing.T) {
	t.Setenv("LANG", "en_GB.UTF-8")
	t.Setenv("LANGUAGE", "")
	t.Setenv("LC_ALL", "")
	dir := filepath.Join(t.TempDir(), "data")
	ask := func(want string, fails bool, args ...string) {
		t.Helper()
		said, err := run(t, "", append([]string{"store"}, append(args, "--data", dir)...)...)
		if err != nil {
			said += err.Error()
		}
		if !strings.Contains(said, want) || (err != nil) != fails {
			t.Errorf("%v: %v, said %q; want %q", args, err, said, want)
		}
	}
	ask("Nothing was ever kept here.", false, "where")
	ask("Nothing was ever kept here.", false, "check")
	ask("nothing to repair", false, "repair")
	s, err := store.Open(dir, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"a", "b", "c"} {
		if err := s.Put("runs", key, []byte("MARKER "+key)); err != nil {
			t.Fatal(err)
		}
	}
	ask("Close it", true, "check")
	ask("Close it", true, "erase", "--yes")
	if err := s.Snapshot(); err != nil {
		t.Fatal(err)
	}
	s.Close()
	ask(filepath.Join(dir, "vigie.db.copy-1"), false, "where")
	ask("every value is whole", false, "check")
	path := filepath.Join(dir, store.FileName)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b[bytes.LastIndex(b, []byte("MARKER b"))] ^= 1
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	ask("Damaged.", true, "check")
	ask("runs 3\nNothing was lost.\nFrom the last copy: ", false, "repair")
	ask("every value is whole", false, "check")
	for _, name := range []string{"crash.txt", "crash.raw"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("MARKER"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ask("--yes", true, "erase")
	ask("Erased.", false, "erase", "--yes")
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}
