package desktop

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// runtimeFolder is a folder in memory as a session service would make it.
func runtimeFolder(t *testing.T) string {
	t.Helper()
	if !inMemory("/dev/shm") {
		t.Skip("there is no file system in memory")
	}
	dir, err := os.MkdirTemp("/dev/shm", "vigie-test-")
	must(t, err)
	t.Cleanup(func() { os.RemoveAll(dir) })
	t.Setenv("XDG_RUNTIME_DIR", dir)
	return dir
}

func TestNoTraceLeavesNothing(t *testing.T) {
	dir := runtimeFolder(t)
	s, err := NoTrace()
	must(t, err)
	if !strings.HasPrefix(s.root, dir) {
		t.Fatalf("it is at %s", s.root)
	}
	must(t, os.WriteFile(filepath.Join(s.root, "cache", "font_index"), []byte("x"), 0o600))
	second, err := NoTrace() // another app at the same time disturbs nothing
	must(t, err)
	if _, err := os.Stat(filepath.Join(s.root, "cache", "font_index")); err != nil {
		t.Errorf("removed while in use: %v", err)
	}
	must(t, second.Close())
	must(t, s.Close())
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}

func TestNoTraceRemovesWhatAKilledOneLeft(t *testing.T) {
	dir := runtimeFolder(t)
	killed := filepath.Join(dir, scratchPrefix+"1234", "config")
	must(t, os.MkdirAll(killed, 0o700))
	other := filepath.Join(dir, "another-program")
	must(t, os.Mkdir(other, 0o700))
	s, err := NoTrace()
	must(t, err)
	must(t, s.Close())
	left, err := os.ReadDir(dir)
	must(t, err)
	if len(left) != 1 || left[0].Name() != "another-program" {
		t.Errorf("left: %v", left)
	}
}

func TestSessionInMemory(t *testing.T) {
	dir := runtimeFolder(t)
	s, err := OpenSession()
	must(t, err)
	must(t, s.Clear())
	if _, found := s.Load(); found {
		t.Error("found a token in an empty folder")
	}
	for _, token := range []string{"first", "second one"} {
		must(t, s.Save([]byte(token)))
		again, err := OpenSession()
		must(t, err)
		if got, found := again.Load(); !found || string(got) != token {
			t.Errorf("got %q, %t", got, found)
		}
	}
	files, err := os.ReadDir(dir)
	must(t, err)
	info, err := os.Stat(filepath.Join(dir, sessionFile))
	must(t, err)
	if len(files) != 1 || info.Mode().Perm() != 0o600 {
		t.Errorf("files %v, mode %o", files, info.Mode().Perm())
	}
	must(t, s.Clear())
	must(t, os.WriteFile(filepath.Join(dir, sessionFile), make([]byte, maxSession+1), 0o600))
	if _, found := s.Load(); found {
		t.Error("a large file is taken for a token")
	}
}

func TestNoSessionWithoutARuntimeFolderInMemory(t *testing.T) {
	cases := map[string]func(t *testing.T) string{
		"unset":    func(t *testing.T) string { return "" },
		"relative": func(t *testing.T) string { return "run/user" },
		"absent":   func(t *testing.T) string { return "/dev/shm/vigie-absent" },
		"on a disk": func(t *testing.T) string {
			dir := t.TempDir()
			if inMemory(dir) {
				t.Skip("the temporary folder is in memory")
			}
			must(t, os.Chmod(dir, 0o700))
			return dir
		},
		"open to others": func(t *testing.T) string {
			dir := runtimeFolder(t)
			must(t, os.Chmod(dir, 0o755))
			return dir
		},
		"somebody else's": func(t *testing.T) string {
			dir := runtimeFolder(t)
			if err := os.Chown(dir, 1, 1); errors.Is(err, syscall.EPERM) {
				t.Skip("only root can give a folder away")
			}
			return dir
		},
	}
	for name, place := range cases {
		t.Run(name, func(t *testing.T) {
			t.Setenv("XDG_RUNTIME_DIR", place(t))
			if _, err := OpenSession(); !errors.Is(err, ErrNoSession) {
				t.Errorf("got %v", err)
			}
		})
	}
}
