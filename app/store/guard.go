package store

import (
	"fmt"
	"runtime/debug"
)

// guard runs f and turns a panic, or a memory fault in the mapped file, into
// ErrDamaged: bbolt panics on many kinds of damage, and reading beyond the end
// of a file cut short is a fault that would end the process. Faults turn into
// panics for the calling goroutine only, and bbolt does this work on it.
func guard(step string, f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = &panicked{fmt.Errorf("%s: %w: %v", step, ErrDamaged, p)}
		}
	}()
	return f()
}

// panicked marks an ErrDamaged that came from a panic, after which bbolt may
// still hold its locks.
type panicked struct{ error }

func (p *panicked) Unwrap() error { return p.error }
