//go:build !windows

package store

import (
	"fmt"
	"syscall"
)

// limitMemory limits the data of this process. Not its address space: Go
// reserves more of that at its start than it will ever use. On macOS the limit
// is accepted and not enforced; there only the time is limited.
func limitMemory(bytes uint64) error {
	if err := syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: bytes, Max: bytes}); err != nil {
		return fmt.Errorf("limit the memory: %w", err)
	}
	return nil
}
