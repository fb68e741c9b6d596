package progress

import (
	"errors"
	"fmt"
	"time"
)

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
	r.purge()
	for range r.wake {
		r.mu.Lock()
		w, closing := r.waiting, r.closing
		r.waiting = work{}
		r.mu.Unlock()
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
	err = errors.Join(w.refused, err)
	r.options.Acknowledge(Ack{w.ticket, err})
	return err
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
		if err := keeper.Rebuild(w.keeps, changes...); err != nil {
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
