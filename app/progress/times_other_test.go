//go:build !linux

package progress

import "os"

// lastRead is the time of the last change: where else to look differs.
func lastRead(info os.FileInfo) string { return info.ModTime().UTC().String() }
