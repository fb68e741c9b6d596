//go:build !linux

package desktop

import "errors"

// memoryFolder finds none: this system has no file system in memory that every
// user may write to.
func memoryFolder() (dir string, remove func() error, err error) {
	return "", nil, errors.New("no file system in memory")
}
