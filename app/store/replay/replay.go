// Package replay finds out what a power cut may leave behind. It records the
// system calls of a program that writes files, and works out from them the
// states the disk can be in after a power cut at any moment.
//
//	cmd := exec.Command(os.Args[0]) // writes below dir, and "id\n" to file descriptor replay.AckFD
//	trace, err := replay.Record(dir, cmd)
//	for state := range trace.States(random, replay.Count{Limit: 5000}) {
//		err := state.Write(fresh) // open what is there, look for all of state.Acked
//	}
//
// The disk of the model keeps a promise only when it was asked for. A sync of
// a file makes its bytes and its size last, but not its name. A sync of a
// folder makes the names in it last, but not the bytes behind them. What was
// not synced may be there whole, in part, in another order, as zeros or not at
// all. Names come in the order they were made, folder by folder, and a rename
// is whole in both its folders. A sector of 512 bytes is never half written.
//
// Out of its reach: a disk that lies about syncs, damage to what was synced,
// writing through a shared mapping (an error), and permissions and times.
package replay

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// AckFD is the file descriptor to which the recorded command writes its
// acknowledgements, one a line. It is the first of the command's ExtraFiles.
const AckFD = 3

// Errors of recording.
var (
	// ErrUnavailable is returned where nothing can be recorded: no Linux, no
	// strace, or tracing is not allowed.
	ErrUnavailable = errors.New("system calls cannot be recorded here")
	// ErrUnsupported is returned when the command did something to the files
	// that the model does not know, so that its states would be wrong.
	ErrUnsupported = errors.New("not supported by the replay")
)

// Trace is what a command did to the files of a folder: how they were before,
// and every change, sync and acknowledgement after that.
type Trace struct {
	nodes []node // as before the command, then those it made, empty
	ops   []*op
}

// Operations says in words what was recorded, in the order it was completed.
func (t *Trace) Operations() []string {
	all := make([]string, len(t.ops))
	for i, o := range t.ops {
		all[i] = o.text
	}
	return all
}

// node is a file or a folder. The folder that is watched is node 0.
type node struct {
	dir     bool
	data    []byte
	entries map[string]int
}

// kind is what an operation does.
type kind int

const (
	opWrite  kind = iota // data at off
	opResize             // to size
	opNames              // edits, all or none
	opSync               // of what was complete when it started
	opAck                // line
)

// op is a system call that changed something, or an acknowledgement.
type op struct {
	at      int // its own place
	kind    kind
	node    int
	off     int
	data    []byte
	size    int
	edits   []edit
	started int // a sync covers the operations before this one
	line    string
	text    string
}

// edit gives a name in a folder to a node, or to none (-1).
type edit struct {
	dir  int
	name string
	node int
}

// State is what a power cut may leave behind.
type State struct {
	// Files is what is in each file, by its path from the folder, with
	// slashes. States share the bytes: they must not be changed.
	Files map[string][]byte
	// Folders are the paths of the folders, parents first.
	Folders []string
	// Acked is what was acknowledged before, in order, without line ends.
	Acked []string
	// Where says after which operation the power failed and what was left of
	// that which was not synced.
	Where string
}

// Write puts the files of a state into dir, which must be empty or missing.
// It syncs nothing; a folder in memory (/dev/shm) is the right place. Two names
// of one file become two files.
func (s State) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("write a state: %w", err)
	}
	if there, err := os.ReadDir(dir); err != nil || len(there) > 0 {
		return fmt.Errorf("write a state: %s has %d files in it: %w", dir, len(there), errors.Join(err, os.ErrExist))
	}
	for _, path := range s.Folders {
		if err := os.Mkdir(filepath.Join(dir, filepath.FromSlash(path)), 0o700); err != nil {
			return fmt.Errorf("write a state: %w", err)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(s.Files)) {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(path)), s.Files[path], 0o600); err != nil {
			return fmt.Errorf("write a state: %w", err)
		}
	}
	return nil
}
