package desktop

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// inMemory reports whether a folder is on a file system that has no disk.
func inMemory(dir string) bool {
	var fs unix.Statfs_t
	if err := unix.Statfs(dir, &fs); err != nil {
		return false
	}
	return fs.Type == unix.TMPFS_MAGIC || fs.Type == unix.RAMFS_MAGIC
}

// runtimeDir is $XDG_RUNTIME_DIR if it is this user's, closed to others and in
// memory, as its specification demands but containers and old systems do not
// always grant; otherwise it is empty.
func runtimeDir() string {
	dir := os.Getenv("XDG_RUNTIME_DIR")
	var stat unix.Stat_t
	if !filepath.IsAbs(dir) || unix.Stat(dir, &stat) != nil ||
		int(stat.Uid) != os.Geteuid() || stat.Mode&0o077 != 0 || !inMemory(dir) {
		return ""
	}
	return dir
}

const scratchPrefix = "vigie-scratch-"

// memoryFolder makes a folder in memory and first removes those of processes
// that were killed. The process holds a lock on its folder as long as it lives.
func memoryFolder() (dir string, remove func() error, err error) {
	base := runtimeDir()
	if base == "" {
		base = "/dev/shm"
		if !inMemory(base) {
			return "", nil, errors.New("no file system in memory")
		}
	}
	sweepScratch(base)
	dir, err = os.MkdirTemp(base, scratchPrefix)
	if err != nil {
		return "", nil, fmt.Errorf("make a folder in memory: %w", err)
	}
	lock, err := os.Open(dir)
	if err == nil {
		err = unix.Flock(int(lock.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	}
	if err != nil {
		lock.Close()
		_ = os.RemoveAll(dir)
		return "", nil, fmt.Errorf("lock a folder in memory: %w", err)
	}
	return dir, func() error {
		defer lock.Close()
		return os.RemoveAll(dir)
	}, nil
}

// sweepScratch removes this user's folders that nobody has locked.
func sweepScratch(base string) {
	entries, err := os.ReadDir(base)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), scratchPrefix) {
			continue
		}
		path := filepath.Join(base, e.Name())
		d, err := os.Open(path)
		if err != nil {
			continue // another user's
		}
		if unix.Flock(int(d.Fd()), unix.LOCK_EX|unix.LOCK_NB) == nil {
			_ = os.RemoveAll(path)
		}
		d.Close()
	}
}
