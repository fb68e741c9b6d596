//go:build !linux

package replay

import (
	"fmt"
	"os/exec"
	"runtime"
)

// Record returns ErrUnavailable: only Linux has strace.
func Record(_ string, _ *exec.Cmd) (*Trace, error) {
	return nil, fmt.Errorf("%w: no strace on %s", ErrUnavailable, runtime.GOOS)
}
