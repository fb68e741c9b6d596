package store

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

const nobody = 65534

// asNobody runs f as a user who owns dir but has no privileges. Root, as whom
// containers run their tests, becomes that user on one thread only, which ends
// with f.
func asNobody(t *testing.T, dir string, f func()) {
	t.Helper()
	if os.Geteuid() != 0 {
		f()
		return
	}
	must(t, os.Chown(dir, nobody, nobody))
	if _, err := os.Lstat(filepath.Join(dir, FileName)); err == nil {
		must(t, os.Chown(filepath.Join(dir, FileName), nobody, nobody))
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread()
		syscall.RawSyscall(syscall.SYS_SETFSUID, nobody, 0, 0)
		f()
	}()
	<-done
}
