package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"go.etcd.io/bbolt"
)

// checkFlag is how the program is told to be the full check.
const checkFlag = "--verify-store"

// Limits of the full check. bbolt's own check of a damaged file was seen to run
// for more than ten minutes, to take 22 GB, and to end its process in a way
// that nothing can catch (reliability.md §1.3), so it runs in a process of its
// own, which is ended at these limits.
const (
	checkTime   = 10 * time.Second
	checkMemory = 512 << 20 // bytes of data
)

// Exit codes of the full check. Any other end is that of a damaged store.
const (
	exitSound   = 0
	exitDamaged = 3
	exitUnable  = 4 // the file could not be read, or is in use
)

// CheckIfAsked makes the full check and ends the process if this program was
// started for it; otherwise it returns at once. It is the first thing in main.
func CheckIfAsked() {
	if len(os.Args) != 3 || os.Args[1] != checkFlag {
		return
	}
	if err := limitMemory(checkMemory); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitUnable)
	}
	err := checkAll(os.Args[2])
	switch {
	case err == nil:
		os.Exit(exitSound)
	case errors.Is(err, ErrDamaged), errors.Is(err, ErrNewer):
		os.Exit(exitDamaged)
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(exitUnable)
}

// checkAll is the full check: the walk of every opening, then bbolt's own.
func checkAll(path string) error {
	o := New("", Options{ReadOnly: true, Timeout: time.Second}).options
	x, err := examine(path, o)
	if err != nil {
		return explain("check the store", err)
	}
	h, err := openFile(path, o, x)
	if err != nil {
		return explain("check the store", err)
	}
	return guard("check the store", func() error {
		return h.db.View(func(tx *bbolt.Tx) error {
			var found error
			for err := range tx.Check() {
				found = errors.Join(found, err)
			}
			if found != nil {
				return fmt.Errorf("%w: %w", ErrDamaged, found)
			}
			return nil
		})
	})
}

// fullCheck has the store checked by a process of its own if its end was not
// clean or it was not yet checked this week. It returns ErrDamaged when that
// process found damage, crashed or had to be ended. A computer that refuses to
// start it is no reason to distrust the store.
func (s *Store) fullCheck(x *examination) error {
	week := written(s.options.Week())
	if s.options.Program == "" || !x.state.Open && x.state.Checked == week {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), checkTime)
	defer cancel()
	err := exec.CommandContext(ctx, s.options.Program, checkFlag, s.path()).Run()
	var ended *exec.ExitError
	switch {
	case err == nil:
		x.checked = week
	case errors.As(err, &ended) && ended.ExitCode() != exitUnable:
		return fmt.Errorf("%w: the full check says %w", ErrDamaged, ended)
	}
	return nil
}
