package store

import (
	"errors"
	"fmt"
	"slices"

	"go.etcd.io/bbolt"
)

// Get is the value kept under key, and whether there is one. Damage that came
// while the file was open is put right first. It returns ErrDamaged when that
// fails or the store is only read, ErrNewer when a newer version put the value
// there, ErrClosed, and the errors of Open when the file cannot be opened.
func (s *Store) Get(bucket, key string) (value []byte, found bool, err error) {
	err = s.read("read a value", func(h *handle) error {
		frame, err := h.raw(bucket, key)
		if err != nil || frame == nil {
			value, found = nil, false
			return err
		}
		r, err := unseal(bucket, key, frame)
		value, found = r.value, err == nil
		return err
	})
	return value, found, err
}

// Each calls fn for every whole value of a bucket in the order of the keys, and
// stops at fn's first error, which it returns. The values are copies read
// before the first call, so fn may use the store. After the last one it
// returns ErrDamaged or ErrNewer if any value was not whole or not readable.
func (s *Store) Each(bucket string, fn func(key string, value []byte) error) error {
	var whole []record
	readErr := s.read("read a bucket", func(h *handle) error {
		whole = nil
		all, err := h.entries(bucket)
		for _, e := range all {
			r, unsealErr := unseal(e.bucket, e.key, e.frame)
			if unsealErr != nil {
				err = errors.Join(err, unsealErr)
				continue
			}
			whole = append(whole, r)
		}
		return err
	})
	for _, r := range whole {
		if err := fn(r.key, r.value); err != nil {
			return err
		}
	}
	return readErr
}

// Buckets names what the store is divided into, sorted, with "meta", which
// belongs to the store itself and holds what it knows of itself. The errors
// are those of Get.
func (s *Store) Buckets() (names []string, err error) {
	err = s.read("read the buckets", func(h *handle) error {
		names = nil
		return guard("read", func() error {
			return h.db.View(func(tx *bbolt.Tx) error {
				return tx.ForEach(func(name []byte, _ *bbolt.Bucket) error {
					names = append(names, string(name))
					return nil
				})
			})
		})
	})
	return slices.Clip(names), err
}

// read does something that changes nothing; when it meets damage, it puts the
// file right and tries once more.
func (s *Store) read(step string, f func(*handle) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	h, err := s.ready()
	if err != nil {
		return fmt.Errorf("%s: %w", step, err)
	}
	err = f(h)
	if errors.Is(err, ErrDamaged) && !s.options.ReadOnly && !s.newer {
		s.giveUp(h, err)
		if h, openErr := s.ready(); openErr == nil {
			err = f(h)
		}
	}
	return explain(step, err)
}
