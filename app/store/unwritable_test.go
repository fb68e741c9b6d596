package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestUnwritablePlaces(t *testing.T) {
	base := t.TempDir()
	file := filepath.Join(base, "file")
	must(t, os.WriteFile(file, nil, 0o600))
	folderInPlace := filepath.Join(base, "folder")
	must(t, os.MkdirAll(filepath.Join(folderInPlace, FileName), 0o700))
	places := map[string]string{
		"folder is a file":       file,
		"folder is below a file": filepath.Join(file, "data"),
		"store is a folder":      folderInPlace,
		"no folder":              "",
	}
	if runtime.GOOS == "linux" {
		places["nobody may"] = "/proc/vigie"
	}
	for name, dir := range places {
		t.Run(name, func(t *testing.T) {
			if _, err := Open(dir, testOptions()); !errors.Is(err, ErrUnwritable) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestFolderWithoutPermission(t *testing.T) {
	for name, mode := range map[string]os.FileMode{"read only": 0o500, "closed": 0} {
		for _, born := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, born %t", name, born), func(t *testing.T) {
				dir := t.TempDir()
				if born {
					must(t, mustOpen(t, dir).Close())
				}
				must(t, os.Chmod(dir, mode))
				t.Cleanup(func() { os.Chmod(dir, 0o700) })
				refused(t, dir)
			})
		}
	}
	t.Run("file", func(t *testing.T) {
		dir := t.TempDir()
		must(t, mustOpen(t, dir).Close())
		must(t, os.Chmod(filepath.Join(dir, FileName), 0o400))
		refused(t, dir)
	})
}

// refused opens dir as somebody who is not root.
func refused(t *testing.T, dir string) {
	t.Helper()
	asNobody(t, dir, func() {
		s, err := Open(dir, testOptions())
		if err == nil {
			s.Close()
		}
		if !errors.Is(err, ErrUnwritable) {
			t.Errorf("got %v", err)
		}
	})
}
