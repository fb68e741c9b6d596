package desktop

import (
	"fmt"
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

func volume(dir string) error {
	name := filepath.VolumeName(dir)
	if strings.HasPrefix(name, `\\`) && !strings.HasPrefix(name, `\\?\`) && !strings.HasPrefix(name, `\\.\`) {
		return fmt.Errorf("%s is %w", dir, ErrNetwork)
	}
	root, err := windows.UTF16PtrFromString(name + `\`)
	if err != nil {
		return nil
	}
	switch windows.GetDriveType(root) {
	case windows.DRIVE_REMOTE:
		return fmt.Errorf("%s is %w", dir, ErrNetwork)
	case windows.DRIVE_REMOVABLE, windows.DRIVE_CDROM:
		return fmt.Errorf("%s is %w", dir, ErrRemovable)
	}
	return nil
}
