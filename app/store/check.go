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
	// Should the program that started this be gone, nobody else ends it.
	time.AfterFunc(checkTime+time.Second, func() { os.Exit(exitUnable) })
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

// FullCheck has the store checked by a process of its own if its last end was
// not clean or it was not yet checked this week; otherwise it returns at once.
// Every opening has walked the whole file by then, so this may wait until the
// window stands. What is checked is a copy, so that others need not wait, and
// Rebuild ends a check under way. When that process finds damage, crashes or
// has to be ended, the file is written anew. A computer that refuses to start
// it is no reason to distrust the store. The errors are those of Write.
func (s *Store) FullCheck() error {
	path, check, err := s.beginCheck()
	if err != nil || check == nil {
		return explain("check the store", err)
	}
	err = runCheck(check.context, s.options.Program, path)
	_ = remove(path)
	stopped := check.context.Err() != nil
	close(check.done)

	s.mu.Lock()
	defer s.mu.Unlock()
	check.cancel()
	s.check = nil
	switch {
	case stopped, s.open == nil:
		return nil
	case err == nil:
		s.due = false
		s.open.state.Checked = written(s.options.Week())
		return nil
	case !errors.Is(err, ErrDamaged):
		return nil
	}
	s.due = false
	return explain("check the store", s.mistrust(err))
}

// fullCheck is a FullCheck under way.
type fullCheck struct {
	context context.Context
	cancel  context.CancelFunc
	done    chan struct{} // closed when nothing is left of it
}

// beginCheck makes the copy to check, if a check is due.
func (s *Store) beginCheck() (path string, check *fullCheck, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.options.Program == "" || s.options.ReadOnly || s.newer || s.check != nil {
		return "", nil, nil
	}
	h, err := s.ready()
	if err != nil || !s.due {
		return "", nil, err
	}
	if path, err = s.bytesOf(h.file); err != nil {
		return "", nil, err
	}
	check = &fullCheck{done: make(chan struct{})}
	check.context, check.cancel = context.WithCancel(context.Background())
	s.check = check
	return path, check, nil
}

// endCheck ends a check under way; its copy is gone then. The caller holds the
// lock.
func (s *Store) endCheck() {
	if s.check != nil {
		s.check.cancel()
		<-s.check.done
	}
}

// mistrust writes a store anew that the full check has found damaged: from its
// entries if they are whole, else by a repair.
func (s *Store) mistrust(cause error) error {
	h := s.open
	v := &salvage{pieces: map[[2]string]piece{}, newest: h.kept, known: true, certain: true}
	all, err := h.entries("")
	for _, e := range all {
		if r, readErr := readRecord(e.frame); readErr == nil {
			v.add(r, false)
		}
	}
	if err != nil || !v.whole() {
		s.giveUp(h, cause)
		_, err = s.ready()
		return err
	}
	return s.renew(h)
}

// runCheck runs the program as a full check of a file, within the limits.
func runCheck(ctx context.Context, program, path string) error {
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	err := exec.CommandContext(ctx, program, checkFlag, path).Run()
	var ended *exec.ExitError
	if errors.As(err, &ended) && ended.ExitCode() != exitUnable {
		return fmt.Errorf("%w: the full check says %w", ErrDamaged, ended)
	}
	if err != nil {
		return fmt.Errorf("check the store: %w", err)
	}
	return nil
}
