//go:build linux || darwin

package desktop

import "path/filepath"

const (
	sessionFile = "vigie-session"
	maxSession  = 256 // bytes
)

func sessionPath(dir string) string { return filepath.Join(dir, sessionFile) }
