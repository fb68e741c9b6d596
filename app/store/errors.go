package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	berrors "go.etcd.io/bbolt/errors"
)

// Errors of opening.
var (
	// ErrBusy is returned when another process, or another Store of this
	// one, has the file open.
	ErrBusy = errors.New("the store is already open")
	// ErrNewer is returned when a newer version of the app wrote the file
	// or the value.
	ErrNewer = errors.New("written by a newer version")
	// ErrAbsent is returned by a read-only opening when nothing was ever
	// kept there.
	ErrAbsent = errors.New("no store")
)

// Errors of opening, reading and writing.
var (
	// ErrDamaged is returned when the file, or the value asked for, is not
	// what was written.
	ErrDamaged = errors.New("damaged")
	// ErrUnwritable is returned when the folder or the file cannot be
	// written: no permission, read-only, no space, not a folder.
	ErrUnwritable = errors.New("cannot be written")
	// ErrFull is the ErrUnwritable of a disk without space.
	ErrFull = fmt.Errorf("%w: no space left", ErrUnwritable)
	// ErrTooLarge is returned for a value over MaxValue, a bucket or key
	// that is empty or over MaxName bytes, and a file that would grow over
	// its greatest size.
	ErrTooLarge = errors.New("too large")
	// ErrClosed is returned by every method after Close.
	ErrClosed = errors.New("the store is closed")
)

// explain puts an error of bbolt or of the system under one of ours.
func explain(step string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, ErrUnwritable) && !errors.Is(err, ErrFull) && full(err):
		return fmt.Errorf("%s: %w: %w", step, ErrFull, err)
	case errors.Is(err, ErrDamaged), errors.Is(err, ErrBusy), errors.Is(err, ErrTooLarge),
		errors.Is(err, ErrNewer), errors.Is(err, ErrUnwritable):
		return fmt.Errorf("%s: %w", step, err)
	case errors.Is(err, berrors.ErrTimeout):
		return fmt.Errorf("%s: %w: %w", step, ErrBusy, err)
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum),
		errors.Is(err, berrors.ErrVersionMismatch):
		return fmt.Errorf("%s: %w: %w", step, ErrDamaged, err)
	case errors.Is(err, berrors.ErrMaxSizeReached):
		return fmt.Errorf("%s: %w: %w", step, ErrTooLarge, err)
	case full(err):
		return fmt.Errorf("%s: %w: %w", step, ErrFull, err)
	case errors.Is(err, fs.ErrPermission), errors.As(err, &path), errors.As(err, &link), unwritable(err):
		return fmt.Errorf("%s: %w: %w", step, ErrUnwritable, err)
	}
	return fmt.Errorf("%s: %w", step, err)
}
