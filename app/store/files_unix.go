//go:build !windows

package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// publish gives a new file its name unless the name is taken, in which case
// another process was quicker and its file stays. A link, unlike a rename,
// never replaces a store that somebody has opened in the meantime.
func publish(fresh, path string) error {
	err := os.Link(fresh, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return remove(fresh)
	}
	// Some file systems (exFAT) know no links.
	if _, err := os.Lstat(path); err == nil {
		return remove(fresh)
	}
	return os.Rename(fresh, path)
}

// replace puts a new file in the place of the store. The old one stays open,
// and so locked, until it has lost its name: a process that waits for it finds
// out that it is no longer the store.
func replace(fresh, path string, closeOld func() error) error {
	if err := os.Rename(fresh, path); err != nil {
		return err
	}
	return closeOld()
}

func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// removeAll removes what has the name of one of our files, whatever it is.
func removeAll(path string) error { return os.RemoveAll(path) }

func rename(from, to string) error { return os.Rename(from, to) }

// syncDir makes a new name last. File systems that cannot do so say EINVAL or
// ENOTSUP.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("sync the folder: %w", err)
	}
	return nil
}

// tryLock takes a lock of the kind bbolt uses, and reports whether it got it.
func tryLock(f *os.File, exclusive bool) (bool, error) {
	how := syscall.LOCK_SH
	if exclusive {
		how = syscall.LOCK_EX
	}
	err := syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

func unlock(f *os.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_UN) }

// unwritable reports whether the system refused for a reason of place.
func unwritable(err error) bool {
	for _, e := range []syscall.Errno{syscall.EROFS, syscall.EIO, syscall.EFBIG} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// full reports whether there was no space.
func full(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }

// holdOpen keeps a file open over the loss of its name.
func holdOpen(path string) (*os.File, error) { return os.Open(path) }

// unlockToMove does nothing: here an open file can be moved, and stays locked.
func unlockToMove(*os.File) {}
