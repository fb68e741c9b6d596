package progress

import (
	"os"
	"syscall"
	"time"
)

// lastRead is the time of the last reading of a file. Walking through a folder
// reads the folder itself, so of folders it is the time of the last change.
func lastRead(info os.FileInfo) string {
	if info.IsDir() {
		return info.ModTime().UTC().String()
	}
	at := info.Sys().(*syscall.Stat_t).Atim
	return time.Unix(at.Unix()).UTC().String()
}
