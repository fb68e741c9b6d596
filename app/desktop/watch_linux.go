package desktop

import (
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// endWatching closes what Fyne watches its settings with. Fyne leaves that open
// when it has ended, and a file that is touched then makes it call into a loop
// that is no longer there, which panics. Only for the very end of the process.
func endWatching() {
	open, err := filepath.Glob("/proc/self/fd/*")
	if err != nil {
		return
	}
	for _, name := range open {
		if to, err := os.Readlink(name); err != nil || to != "anon_inode:inotify" {
			continue
		}
		if fd, err := strconv.Atoi(filepath.Base(name)); err == nil {
			_ = syscall.Close(fd)
		}
	}
}
