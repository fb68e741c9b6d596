package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// smallDisk mounts a disk of one megabyte, which needs root.
func smallDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("cannot mount a file system: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Errorf("unmount: %v", err)
		}
	})
	return dir
}

func TestReadOnlyDisk(t *testing.T) {
	dir := smallDisk(t)
	data := filepath.Join(dir, "data")
	must(t, mustOpen(t, data).Close())
	must(t, syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
	for _, place := range []string{data, filepath.Join(dir, "new")} {
		if _, err := Open(place, testOptions()); !errors.Is(err, ErrUnwritable) {
			t.Errorf("%s: %v", filepath.Base(place), err)
		}
	}
}

func TestFullDisk(t *testing.T) {
	dir := smallDisk(t)
	s := mustOpen(t, filepath.Join(dir, "data"))
	must(t, s.Put("b", "first", []byte("v")))
	must(t, os.WriteFile(filepath.Join(dir, "ballast"), make([]byte, 500<<10), 0o600))
	kept := 0
	var err error
	for ; err == nil && kept < 1000; kept++ {
		err = s.Put("b", fmt.Sprintf("%04d", kept), make([]byte, 3000))
	}
	if !errors.Is(err, ErrFull) {
		t.Fatalf("after %d values: %v", kept, err)
	}
	if err := s.Rebuild(func(string, string) bool { return true }); !errors.Is(err, ErrFull) {
		t.Errorf("rebuild on a full disk: %v", err)
	}
	mustGet(t, s, "b", "first", "v")
	for i := range kept - 1 {
		mustGet(t, s, "b", fmt.Sprintf("%04d", i), string(make([]byte, 3000)))
	}
	must(t, os.Remove(filepath.Join(dir, "ballast")))
	must(t, s.Put("b", "after", []byte("v")))
	mustGet(t, s, "b", "after", "v")
}
