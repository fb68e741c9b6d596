package store

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"go.etcd.io/bbolt"
)

// Change is one step of a Write: put Value under Key in Bucket, or, when Value
// is nil, delete what is there.
type Change struct {
	Bucket, Key string
	Value       []byte
}

// Put keeps a value. It returns when the value is on the disk; the errors are
// those of Write.
func (s *Store) Put(bucket, key string, value []byte) error {
	if value == nil {
		value = []byte{}
	}
	return s.Write(Change{bucket, key, value})
}

// Delete takes a value out; what is not there is no error. Its bytes stay in
// the file until the next Rebuild. The errors are those of Write.
func (s *Store) Delete(bucket, key string) error { return s.Write(Change{bucket, key, nil}) }

// Write makes all changes or none. It returns when they are on the disk.
//
// It returns ErrTooLarge for a change out of the limits, ErrUnwritable,
// ErrDamaged or the system's own error when the disk refused, and ErrClosed.
// After a failure the file is closed and opened again, and what was
// acknowledged before is still there.
func (s *Store) Write(changes ...Change) error {
	if err := check(changes); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	h, err := s.writable()
	if err != nil {
		return err
	}
	err = guard("write", func() error {
		return h.db.Update(func(tx *bbolt.Tx) error { return apply(tx, changes) })
	})
	if err != nil {
		s.renew(h, err)
		return explain("keep a value", err)
	}
	// The values are on the disk whatever becomes of the times; opening has
	// shown that they can be set, and closing sets them again.
	_ = s.stamp()
	return nil
}

// Get is the value kept under key, and whether there is one. It returns
// ErrDamaged when it is not what was put there, ErrNewer when a newer version
// put it there, and ErrClosed.
func (s *Store) Get(bucket, key string) (value []byte, found bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	h, err := s.ready()
	if err != nil {
		return nil, false, err
	}
	frame, err := h.raw(bucket, key)
	if err != nil {
		return nil, false, explain("read a value", err)
	}
	if frame == nil {
		return nil, false, nil
	}
	value, err = unseal(bucket, key, frame)
	if err != nil {
		return nil, false, fmt.Errorf("read a value: %w", err)
	}
	return value, true, nil
}

// Each calls fn for every whole value of a bucket in the order of the keys, and
// stops at fn's first error, which it returns. The values are copies read
// before the first call, so fn may use the store. After the last one it
// returns ErrDamaged or ErrNewer if any value was not whole or not readable.
func (s *Store) Each(bucket string, fn func(key string, value []byte) error) error {
	s.mu.Lock()
	h, err := s.ready()
	var all []entry
	if err == nil {
		all, err = h.entries(bucket)
	}
	s.mu.Unlock()
	if err != nil {
		return explain("read a bucket", err)
	}
	var broken error
	for _, e := range all {
		value, err := unseal(e.bucket, e.key, e.frame)
		if err != nil {
			broken = fmt.Errorf("read a bucket: %w", err)
			continue
		}
		if err := fn(e.key, value); err != nil {
			return err
		}
	}
	return broken
}

// Buckets names what the store is divided into, sorted, with "meta", which
// belongs to the store itself and holds its version. It returns ErrDamaged and
// ErrClosed.
func (s *Store) Buckets() ([]string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	h, err := s.ready()
	if err != nil {
		return nil, err
	}
	var names []string
	err = guard("read", func() error {
		return h.db.View(func(tx *bbolt.Tx) error {
			return tx.ForEach(func(name []byte, _ *bbolt.Bucket) error {
				names = append(names, string(name))
				return nil
			})
		})
	})
	if err != nil {
		return nil, explain("read the buckets", err)
	}
	return slices.Clip(names), nil
}

func (s *Store) writable() (*handle, error) {
	if s.options.ReadOnly {
		return nil, fmt.Errorf("keep a value: %w: opened for reading", ErrUnwritable)
	}
	return s.ready()
}

// renew gives up a handle whose write failed and opens the file again. If that
// fails too, the next call tries.
func (s *Store) renew(h *handle, cause error) {
	s.open = nil
	var p *panicked
	if errors.As(cause, &p) {
		h.abandon()
	} else {
		_ = h.close()
	}
	if fresh, err := openFile(s.path(), s.options); err == nil {
		s.open = fresh
	}
	_ = s.stamp()
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

func apply(tx *bbolt.Tx, changes []Change) error {
	for _, c := range changes {
		if c.Value == nil {
			if b := tx.Bucket([]byte(c.Bucket)); b != nil {
				if err := b.Delete([]byte(c.Key)); err != nil {
					return err
				}
			}
			continue
		}
		if err := put(tx, entry{c.Bucket, c.Key, seal(c.Bucket, c.Key, bytes.Clone(c.Value))}); err != nil {
			return err
		}
	}
	return nil
}

func put(tx *bbolt.Tx, e entry) error {
	b, err := tx.CreateBucketIfNotExists([]byte(e.bucket))
	if err != nil {
		return err
	}
	return b.Put([]byte(e.key), e.frame)
}
