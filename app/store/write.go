package store

import (
	"errors"
	"fmt"
	"io/fs"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// Change is one value to keep under Key in Bucket.
type Change struct {
	Bucket, Key string
	Value       []byte
}

// Put keeps a value. It returns when the value is on the disk; the errors are
// those of Write.
func (s *Store) Put(bucket, key string, value []byte) error {
	return s.Write(Change{bucket, key, value})
}

// Write makes all changes or none. It returns when they are on the disk.
//
// It returns ErrTooLarge for a change out of the limits, ErrUnwritable,
// ErrDamaged or the system's own error when the disk refused, ErrNewer and
// ErrClosed. After a failure the file is closed and opened again, and what was
// acknowledged before is still there; the same call may be made again.
func (s *Store) Write(changes ...Change) error {
	if err := check(changes); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.attempt(func(h *handle) error {
		if err := h.write(changes); err != nil {
			return err
		}
		if !h.isAt(s.path()) {
			// Somebody took the file away or put another in its place:
			// what was written has no name any more.
			return s.renew(h)
		}
		return nil
	})
	if err != nil {
		_ = s.stamp()
		return explain("keep a value", err)
	}
	// The values are on the disk whatever becomes of the times; opening has
	// shown that they can be set, and closing sets them again.
	s.late.Go(s.stampFile)
	return nil
}

// attempt gives up the handle that failed; when damage was the reason, it puts
// the file right and tries once more.
func (s *Store) attempt(f func(*handle) error) error {
	for try := 1; ; try++ {
		h, err := s.writable()
		if err != nil {
			return err
		}
		if err = f(h); err == nil {
			return nil
		}
		s.giveUp(h, err)
		if _, reopenErr := s.ready(); reopenErr != nil || !errors.Is(err, ErrDamaged) || try == 2 {
			return err
		}
	}
}

func (s *Store) writable() (*handle, error) {
	if s.options.ReadOnly {
		return nil, fmt.Errorf("keep a value: %w: opened for reading", ErrUnwritable)
	}
	h, err := s.ready()
	if err == nil && s.newer {
		return nil, fmt.Errorf("keep a value: %w", ErrNewer)
	}
	if err == nil && s.rewrite {
		if err = s.renew(h); err == nil {
			h, err = s.ready()
		}
	}
	return h, err
}

// giveUp lets go of a handle that failed.
func (s *Store) giveUp(h *handle, cause error) {
	if s.open == h {
		s.open = nil
	}
	if h == nil {
		return
	}
	s.rewrite = s.rewrite || mayBeUnsynced(cause)
	s.last = &h.kept
	var p *panicked
	if errors.As(cause, &p) {
		h.abandon()
	} else {
		_ = h.close()
	}
}

// mayBeUnsynced reports whether an error may come from a failed sync. Linux
// reports that once, forgets what was not written and goes on as if it were;
// so nothing the file says counts before it was written anew. A write that was
// refused changed nothing that counts.
func mayBeUnsynced(err error) bool {
	var path *fs.PathError
	switch {
	case errors.As(err, &path) && (path.Op == "write" || path.Op == "truncate"):
		return false
	case errors.Is(err, ErrDamaged), errors.Is(err, ErrTooLarge), errors.Is(err, berrors.ErrMaxSizeReached):
		return false
	}
	return true
}

// write makes the changes in one transaction, together with the state that
// they lead to.
func (h *handle) write(changes []Change) error {
	next := h.state
	next.Sequence = after(next.Sequence)
	next.Open = true
	return h.update(&next, func(tx *bbolt.Tx) error {
		for _, c := range changes {
			if err := keep(tx, &next, c); err != nil {
				return err
			}
		}
		return keepState(tx, &next)
	})
}

// keepState keeps a state, with the transaction that does so.
func keepState(tx *bbolt.Tx, st *state) error {
	st.Transaction = uint64(tx.ID())
	return put(tx, entry{metaBucket, stateKey, st.frame()})
}

// settle keeps what of the state is not yet on the disk.
func (h *handle) settle() error {
	next := h.state
	next.Open = false
	if !h.kept.Open && next.Checked == h.kept.Checked {
		return nil
	}
	next.Sequence = after(next.Sequence)
	return h.update(&next, func(tx *bbolt.Tx) error { return keepState(tx, &next) })
}

// update runs a transaction and takes over the state that it leads to.
func (h *handle) update(next *state, f func(*bbolt.Tx) error) error {
	err := guard("write", func() error { return h.db.Update(f) })
	if err == nil {
		h.state, h.kept = *next, *next
	}
	return err
}

// keep puts a value in the place of an earlier one and counts it.
func keep(tx *bbolt.Tx, st *state, c Change) error {
	b, err := tx.CreateBucketIfNotExists([]byte(c.Bucket))
	if err != nil {
		return err
	}
	var last uint64
	if old := b.Get([]byte(c.Key)); old != nil {
		r, err := unseal(c.Bucket, c.Key, old)
		if err != nil {
			return err
		}
		last = r.sequence
		st.drop(old)
	}
	frame := seal(after(last), c.Bucket, c.Key, c.Value)
	st.add(frame)
	return b.Put([]byte(c.Key), frame)
}

func put(tx *bbolt.Tx, e entry) error {
	b, err := tx.CreateBucketIfNotExists([]byte(e.bucket))
	if err != nil {
		return err
	}
	return b.Put([]byte(e.key), e.frame)
}

func check(changes []Change) error {
	for _, c := range changes {
		if err := checkName("bucket", c.Bucket); err != nil {
			return err
		}
		if err := checkName("key", c.Key); err != nil {
			return err
		}
		if len(c.Value) > MaxValue {
			return fmt.Errorf("value of %d bytes: %w", len(c.Value), ErrTooLarge)
		}
		if c.Bucket == metaBucket {
			return fmt.Errorf("bucket %q belongs to the store: %w", metaBucket, ErrUnwritable)
		}
	}
	return nil
}
