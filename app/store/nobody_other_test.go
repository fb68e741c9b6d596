//go:build !linux

package store

import (
	"os"
	"runtime"
	"testing"
)

// asNobody runs f as the user of the test.
func asNobody(t *testing.T, _ string, f func()) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no modes")
	}
	if os.Geteuid() == 0 {
		t.Skip("root may write anywhere")
	}
	f()
}
