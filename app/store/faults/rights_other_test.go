//go:build !linux

package faults

import "os"

// removeFile cannot be done to an open file on Windows; the kind then says so.
func removeFile(dir string) error { return os.Remove(file(dir)) }

func readOnlyDir(dir string) (string, os.FileMode)  { return dir, 0o500 }
func noPermission(dir string) (string, os.FileMode) { return dir, 0 }
func readOnlyFile(dir string) (string, os.FileMode) { return file(dir), 0o400 }

func forbidden(func(string) (string, os.FileMode)) func(b *bench, subject string, runs int) outcome {
	return func(*bench, string, int) outcome { return unavailable(errNeedsRoot) }
}

func smallDisk(*bench, string, int) outcome { return unavailable(errNeedsRoot) }
