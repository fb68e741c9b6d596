package progress

import (
	"errors"
	"fmt"
	"time"

	"vigie/app/store"
)

// copyEvery is how much use may lie between two copies.
const copyEvery = 30 * time.Minute

// maxAge is how long after the beginning of its week an unfinished run stays.
const maxAge = 30 * 24 * time.Hour

// ask gathers one more piece of work. what runs under the lock.
func (r *Recorder) ask(what func() work) Ticket {
	r.mu.Lock()
	r.last++
	w := what()
	w.ticket = r.last
	r.waiting = r.waiting.then(w)
	r.mu.Unlock()
	r.rouse()
	return w.ticket
}

// rouse wakes the writer, now or as soon as it is done with what it does.
func (r *Recorder) rouse() {
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// write is the writer: the only place that changes what is kept.
func (r *Recorder) write() {
	defer close(r.stopped)
	if r.unread {
		r.tryAgain()
	} else {
		r.purge()
	}
	for range r.wake {
		r.mu.Lock()
		w, closing, unread := r.waiting, r.closing, r.unread
		r.waiting = work{}
		r.mu.Unlock()
		if unread {
			r.readLate()
		}
		var err error
		if w.ticket > 0 || w.rebuild {
			err = r.carryOut(w)
		}
		if closing {
			r.mu.Lock()
			r.closeErr = err
			r.mu.Unlock()
			return
		}
	}
}

// carryOut does the work and acknowledges it. What the disk refused goes back
// to wait, in front of what has been asked since.
func (r *Recorder) carryOut(w work) error {
	err := r.onDisk(w)
	if err != nil && r.Keeping() {
		again := w
		again.refused = nil
		r.mu.Lock()
		r.waiting = again.then(r.waiting)
		r.mu.Unlock()
	}
	r.noteRepair()
	if err == nil {
		r.failures = 0
	} else {
		r.tryAgain()
	}
	failed := err != nil
	err = errors.Join(w.refused, err)
	r.options.Acknowledge(Ack{w.ticket, err})
	if !failed {
		r.copyNow(w)
	}
	return err
}

// tryAgain wakes the writer after a while, a longer one after each failure in
// a row.
func (r *Recorder) tryAgain() {
	if r.Keeping() {
		time.AfterFunc(r.options.Retry*time.Duration(min(1<<min(r.failures, 4), 10)), r.rouse)
		r.failures++
	}
}

// copyNow makes a copy where one is due. That it cannot be made endangers
// nothing that was acknowledged; the next one will.
func (r *Recorder) copyNow(w work) {
	if r.Keeping() && (w.rebuild || r.options.Now().Sub(r.copied) >= copyEvery) {
		r.copied = r.options.Now()
		_ = r.options.Keeper.Snapshot()
	}
}

// readLate reads what could not be read at the beginning. What was set in the
// meantime stays.
func (r *Recorder) readLate() {
	found, err := r.readSettings()
	if unopened(err) {
		r.tryAgain()
		return
	}
	r.mu.Lock()
	r.unread = false
	for s, v := range found {
		if _, set := r.settings[s]; !set {
			r.settings[s] = v
		}
	}
	r.mu.Unlock()
	r.failures = 0
	r.noteRepair()
	r.options.Acknowledge(Ack{})
	r.purge()
}

// unopened reports whether an error says that the Keeper as a whole cannot be
// read just now, which may pass.
func unopened(err error) bool {
	return errors.Is(err, store.ErrUnwritable) || errors.Is(err, store.ErrBusy)
}

// onDisk returns when the disk has it all, and nil only then.
func (r *Recorder) onDisk(w work) error {
	keeper := r.options.Keeper
	if keeper == nil {
		return ErrNotKept
	}
	r.forgetToken(w)
	changes := w.changes()
	switch {
	case w.rebuild:
		keep := w.keeps
		if w.all {
			keep = nil // not even what the store itself remembers
		}
		if err := keeper.Rebuild(keep, changes...); err != nil {
			return fmt.Errorf("erase: %w", err)
		}
	case len(changes) > 0:
		if err := keeper.Write(changes...); err != nil {
			return fmt.Errorf("keep: %w", err)
		}
	}
	if w.offer != nil && *w.offer != "" {
		r.saveToken(*w.offer)
	}
	return nil
}

// purge clears away the runs that nobody finished in time, and those that say
// nothing readable of when they were kept.
func (r *Recorder) purge() {
	if !r.Keeping() {
		return
	}
	w := work{rebuild: true, drop: map[RunID]bool{}}
	now := r.options.Now()
	err := r.options.Keeper.Each(bucketRuns, func(key string, value []byte) error {
		began, err := weekOfRun(value).Monday()
		if err != nil || now.Sub(began) > maxAge {
			w.drop[RunID(key)] = true
		}
		return nil
	})
	if len(w.drop) > 0 {
		_ = r.carryOut(w)
	}
	if err != nil {
		r.options.Acknowledge(Ack{0, fmt.Errorf("look for old runs: %w", err)})
	}
}
