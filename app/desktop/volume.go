package desktop

import (
	"errors"
	"os"
	"path/filepath"
)

// Errors of CheckVolume.
var (
	// ErrNetwork is returned for a folder on another computer.
	ErrNetwork = errors.New("on a network drive")
	// ErrRemovable is returned for a folder on a stick, a card or a disk
	// that can be pulled out.
	ErrRemovable = errors.New("on a removable drive")
)

// CheckVolume refuses a folder where the live store cannot be safe: on a
// network drive, where locks and memory maps do not hold, and on a removable
// one, which can be gone in the middle of a write (reliability.md §1.1). The
// folder need not exist yet. Where the system does not say what a volume is,
// it is taken as fixed.
//
// On Linux it asks /proc/self/mountinfo and /sys/dev/block, on Windows the type
// of the drive, on macOS whether the volume is local; there a removable volume
// is one below /Volumes.
func CheckVolume(dir string) error {
	for {
		if _, err := os.Stat(dir); err == nil {
			break
		}
		up := filepath.Dir(dir)
		if up == dir {
			return nil
		}
		dir = up
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	return volume(dir)
}
