package store

import (
	"errors"
	"io/fs"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// publish gives a new file its name unless the name is taken, in which case
// another process was quicker and its file stays.
func publish(fresh, path string) error {
	err := retry(func() error { return move(fresh, path, windows.MOVEFILE_WRITE_THROUGH) })
	if errors.Is(err, fs.ErrExist) {
		return remove(fresh)
	}
	return err
}

// replace puts a new file in the place of the store. A mapped file cannot be
// replaced here, so the old one is closed first; should another process open
// it in between, the replacing fails and the old file stays.
func replace(fresh, path string, closeOld func() error) error {
	if err := closeOld(); err != nil {
		return err
	}
	return retry(func() error {
		return move(fresh, path, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
	})
}

func move(from, to string, flags uint32) error {
	f, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	t, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	if err := windows.MoveFileEx(f, t, flags); err != nil {
		return &os.LinkError{Op: "move", Old: from, New: to, Err: err}
	}
	return nil
}

func remove(path string) error {
	err := retry(func() error { return os.Remove(path) })
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// removeAll removes what has the name of one of our files, whatever it is.
func removeAll(path string) error {
	if err := remove(path); err == nil {
		return nil
	}
	return retry(func() error { return os.RemoveAll(path) }) // a folder
}

// rename moves a file, also over another.
func rename(from, to string) error {
	return retry(func() error {
		return move(from, to, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
	})
}

// retry tries ten times, with growing pauses from 20 to 500 ms: virus scanners
// and indexers hold new files for a moment.
func retry(f func() error) error {
	pause := 20 * time.Millisecond
	for try := 1; ; try++ {
		err := f()
		held := errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION) ||
			errors.Is(err, windows.ERROR_LOCK_VIOLATION)
		if !held || try == 10 {
			return err
		}
		time.Sleep(pause)
		pause = min(pause*3/2, 500*time.Millisecond)
	}
}

// syncDir does nothing: a folder cannot be synced here, and moves are written
// through.
func syncDir(string) error { return nil }

// lockRange is the byte bbolt locks: the last one of an endless file.
func lockRange() *windows.Overlapped {
	return &windows.Overlapped{Offset: ^uint32(0), OffsetHigh: ^uint32(0)}
}

// tryLock takes a lock of the kind bbolt uses, and reports whether it got it.
func tryLock(f *os.File, exclusive bool) (bool, error) {
	flags := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if exclusive {
		flags |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, lockRange())
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}

func unlock(f *os.File) {
	_ = windows.UnlockFileEx(windows.Handle(f.Fd()), 0, 1, 0, lockRange())
}

// unwritable reports whether the system refused for a reason of place.
func unwritable(err error) bool {
	for _, e := range []windows.Errno{windows.ERROR_WRITE_PROTECT, windows.ERROR_ACCESS_DENIED, windows.ERROR_FILE_TOO_LARGE,
		windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_USER_MAPPED_FILE} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// full reports whether there was no space.
func full(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

// holdOpen does nothing: a file that is open could not be moved here.
func holdOpen(string) (*os.File, error) { return nil, nil }

// unlockToMove closes a file, which cannot be moved here while it is open.
func unlockToMove(f *os.File) {
	unlock(f)
	f.Close()
}
