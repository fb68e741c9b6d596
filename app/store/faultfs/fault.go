package faultfs

import (
	"math/bits"
	"strings"
	"syscall"
	"time"
)

// Op is a kind of call, or several of them joined by |.
type Op uint32

// The kinds of calls. A write through a map arrives as a Write, a change of
// size with O_TRUNC as a Truncate, times, mode and owner as a SetAttr. Closing
// a file is no call.
const (
	Lookup   Op = 1 << iota // find a name in a folder
	Stat                    // ask for size, times and mode
	Open                    // open a file that is there
	Read                    // read bytes, also for a map
	ReadDir                 // list a folder
	Create                  // make and open a file
	Write                   // at most 128 KiB; a longer one is several
	Truncate                // set the size
	SetAttr                 // set times, mode or owner
	Sync                    // fsync and fdatasync of a file
	SyncDir                 // fsync of a folder
	Rename
	Link
	Unlink
	Mkdir
	Rmdir
)

const (
	// Changes are the calls that a read-only disk refuses.
	Changes = Create | Write | Truncate | SetAttr | Rename | Link | Unlink | Mkdir | Rmdir
	// Any is every kind of call.
	Any = Changes | Lookup | Stat | Open | Read | ReadDir | Sync | SyncDir
)

// Fault is what goes wrong, and when. The zero value of each field but Op
// leaves it out.
type Fault struct {
	// Op is which calls count and suffer.
	Op Op
	// Match, if set, is which names count and suffer, like "data/store.db",
	// from the root of the mount; of a Rename or Link the old or the new one.
	// It must not call the FS.
	Match func(name string) bool
	// At is the first call that suffers, 1 (or 0) for the next one. The kernel
	// repeats a failed read ahead once, so a fault in Read may need Times 2.
	At int
	// Times is how many calls in a row suffer, 0 for all until Clear.
	Times int
	// Err is the answer.
	Err syscall.Errno
	// Short makes a Write keep only a part, a multiple of 512 bytes, about half
	// of it. The answer is that number, or Err if it is set. (Go's os writes
	// the rest by another call; a part of nothing is answered with EIO.)
	Short bool
	// Lose makes a Sync that fails with Err lose the file's unsynced writes for
	// good, though programs still see them: a later Sync says yes without
	// them. Linux does so (PostgreSQL's "fsyncgate", 2018).
	Lose bool
	// Delay comes before the call is done. Clear ends it early, and so does
	// everything that unmounts. A killed program ends after its delay.
	Delay time.Duration
}

// planned is a fault that counts.
type planned struct {
	Fault
	seen int
}

// Suffix is a Match for names that end so.
func Suffix(s string) func(name string) bool {
	return func(name string) bool { return strings.HasSuffix(name, s) }
}

// Set adds a fault, which counts the calls from now on. Where several strike at
// one call they are joined: the longest delay, the error set first.
func (fs *FS) Set(f Fault) {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	f.At = max(f.At, 1)
	fs.faults = append(fs.faults, &planned{Fault: f})
}

// Clear takes all faults away and ends their delays. Vanish, ReadOnly and
// SetSpace are not faults.
func (fs *FS) Clear() {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	fs.faults, fs.struck = nil, 0
	close(fs.release)
	fs.release = make(chan struct{})
}

// Struck is how many calls have met a fault since Mount or Clear. A bench that
// moves a fault over a journey is done when its fault no longer strikes.
func (fs *FS) Struck() int {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	return fs.struck
}

// Calls is how many calls of these kinds came since Mount or ResetCalls, those
// that failed too.
func (fs *FS) Calls(op Op) int {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	n := 0
	for one, calls := range fs.calls {
		if one&op != 0 {
			n += calls
		}
	}
	return n
}

// ResetCalls sets what Calls counts to 0.
func (fs *FS) ResetCalls() {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	clear(fs.calls)
}

// meet counts a call and says what goes wrong with it.
func (fs *FS) meet(op Op, names ...string) (hit Fault) {
	fs.calls[op]++
	struck := false
	for _, f := range fs.faults {
		if f.Op&op == 0 || !f.matches(names) {
			continue
		}
		f.seen++
		if f.seen < f.At || f.Times > 0 && f.seen >= f.At+f.Times {
			continue
		}
		struck = true
		if hit.Err == 0 {
			hit.Err = f.Err
		}
		hit.Delay = max(hit.Delay, f.Delay)
		hit.Short = hit.Short || f.Short
		hit.Lose = hit.Lose || f.Lose
	}
	if struck {
		fs.struck++
	}
	return hit
}

func (f *planned) matches(names []string) bool {
	if f.Match == nil {
		return true
	}
	for _, name := range names {
		if f.Match(name) {
			return true
		}
	}
	return false
}

var opNames = [...]string{
	"Lookup", "Stat", "Open", "Read", "ReadDir", "Create", "Write", "Truncate", "SetAttr",
	"Sync", "SyncDir", "Rename", "Link", "Unlink", "Mkdir", "Rmdir",
}

// String is the names of the kinds, joined by |.
func (op Op) String() string {
	var names []string
	for rest := op & Any; rest != 0; rest &= rest - 1 {
		names = append(names, opNames[bits.TrailingZeros32(uint32(rest))])
	}
	return strings.Join(names, "|")
}
