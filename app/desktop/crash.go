package desktop

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"
)

const (
	crashRaw  = "crash.raw" // what the runtime writes while the process dies
	crashNote = "crash.txt" // what is left of it
	maxRaw    = 1 << 20     // bytes read of a raw crash
	maxNote   = 64 << 10    // bytes of a note
)

// CrashNote keeps a note of a crash in the data folder for the next start.
type CrashNote struct {
	dir  string
	week func() time.Time
}

// StartCrashNote first turns what an earlier crash left into a note, then has
// the runtime write the next crash into the data folder. Only the process that
// has the folder's store open calls it. It returns the system's error when the
// folder cannot be written; the app then goes on without notes.
//
// What the runtime writes while the process dies cannot be redacted by it: the
// value of the panic and numbers among the arguments stay on the disk, with the
// time of the crash as the time of the file, until the next StartCrashNote.
// Panics that the app recovers and hands to Note have no such gap.
func StartCrashNote(dir string, week func() time.Time) (*CrashNote, error) {
	c := &CrashNote{dir, week}
	if err := c.start(); err != nil {
		return nil, fmt.Errorf("prepare a crash note: %w", err)
	}
	return c, nil
}

func (c *CrashNote) start() error {
	if err := c.collect(); err != nil {
		return err
	}
	f, err := os.OpenFile(c.path(crashRaw), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer f.Close() // the runtime has its own descriptor
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		return err
	}
	return c.stamp()
}

// collect turns a raw crash into a note.
func (c *CrashNote) collect() error {
	if raw, found := readUpTo(c.path(crashRaw), maxRaw); found && len(raw) > 0 {
		if err := writeWhole(c.path(crashNote), finished(redact(string(raw)))); err != nil {
			return err
		}
	}
	return removeIfThere(c.path(crashRaw))
}

// Note keeps a note of a panic that was recovered, with the stack of
// debug.Stack taken while recovering. An earlier note is replaced. It returns
// the system's error when the note cannot be written.
func (c *CrashNote) Note(value any, stack []byte) error {
	head := fmt.Sprintf("panic: value of type %T\n", value)
	var own runtime.Error
	if err, is := value.(error); is && errors.As(err, &own) {
		head = "panic: " + mask(own.Error()) + "\n"
	}
	if err := writeWhole(c.path(crashNote), finished(head+redact(string(stack)))); err != nil {
		return fmt.Errorf("keep a crash note: %w", err)
	}
	return c.stamp()
}

// Pending is the note of an earlier crash, redacted, at most 64 KiB, and
// whether there is one.
func (c *CrashNote) Pending() (note string, found bool) {
	b, found := readUpTo(c.path(crashNote), maxNote)
	return string(b), found
}

// Erase takes the note away; that there is none is no error.
func (c *CrashNote) Erase() error {
	if err := removeIfThere(c.path(crashNote)); err != nil {
		return fmt.Errorf("erase a crash note: %w", err)
	}
	return c.stamp()
}

// Close is the clean end: what the runtime would have written to goes. A note
// stays until it is erased.
func (c *CrashNote) Close() error {
	if err := debug.SetCrashOutput(nil, debug.CrashOptions{}); err != nil {
		return fmt.Errorf("end the crash note: %w", err)
	}
	if err := removeIfThere(c.path(crashRaw)); err != nil {
		return fmt.Errorf("end the crash note: %w", err)
	}
	return c.stamp()
}

// stamp gives the files and the folder the time of the week.
func (c *CrashNote) stamp() error {
	week := c.week()
	for _, path := range []string{c.path(crashRaw), c.path(crashNote), c.dir} {
		if err := os.Chtimes(path, week, week); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

func (c *CrashNote) path(name string) string { return filepath.Join(c.dir, name) }

// finished is a note as it is written: what crashed, then the trace, cut after
// a whole line.
func finished(trace string) []byte {
	version := "unknown version"
	if info, found := debug.ReadBuildInfo(); found && info.Main.Version != "" {
		version = info.Main.Version
	}
	return []byte(cut(fmt.Sprintf("vigie %s, %s, %s/%s\n%s", version, runtime.Version(), runtime.GOOS, runtime.GOARCH, trace)))
}

// EraseNotes erases all notes of crashes, and what the libraries under the app
// wrote, from a data folder that no app has open. It returns the system's
// error.
func EraseNotes(dir string) error {
	for _, name := range []string{crashRaw, crashNote, crashNote + ".new", surroundings} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			return fmt.Errorf("erase the notes: %w", err)
		}
	}
	return nil
}
