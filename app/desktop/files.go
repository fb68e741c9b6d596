package desktop

import (
	"errors"
	"io/fs"
	"os"
)

// writeWhole replaces a file (0600) in one step, so that a process killed in
// the middle leaves the old content or the new.
func writeWhole(path string, content []byte) error {
	fresh := path + ".new"
	if err := os.WriteFile(fresh, content, 0o600); err != nil {
		return err
	}
	return os.Rename(fresh, path)
}

// readUpTo reads a regular file that has at most limit bytes.
func readUpTo(path string, limit int64) ([]byte, bool) {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > limit {
		return nil, false
	}
	b, err := os.ReadFile(path)
	return b, err == nil
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
