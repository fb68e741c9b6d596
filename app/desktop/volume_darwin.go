package desktop

import (
	"fmt"
	"strings"
	"syscall"
)

// mntLocal is MNT_LOCAL of sys/mount.h.
const mntLocal = 0x1000

func volume(dir string) error {
	var fs syscall.Statfs_t
	switch err := syscall.Statfs(dir, &fs); {
	case err != nil:
		return nil
	case fs.Flags&mntLocal == 0:
		return fmt.Errorf("%s is %w", dir, ErrNetwork)
	case strings.HasPrefix(dir, "/Volumes/"):
		return fmt.Errorf("%s is %w", dir, ErrRemovable)
	}
	return nil
}
