package store

import (
	"errors"
	"os"

	"go.etcd.io/bbolt"
)

// handle is one opening of the file.
type handle struct {
	db   *bbolt.DB
	file *os.File    // the file under db, kept to let go of it when db cannot
	info os.FileInfo // which file that is
	// state is what the store knows of itself, and kept what of it is on
	// the disk; the next write keeps the rest.
	state, kept state
}

// openFile opens the file at path, which must exist and was examined.
func openFile(path string, o Options, x examination) (*handle, error) {
	h := &handle{state: x.state, kept: x.state}
	err := guard("open", func() (err error) {
		h.db, err = bbolt.Open(path, 0o600, h.options(o))
		return err
	})
	if err == nil {
		h.info, err = h.file.Stat()
	}
	if err != nil {
		h.discard(err)
		return nil, err
	}
	return h, nil
}

// discard lets go of a file that was opened in vain. As long as it is mapped,
// it takes its space although it has no name any more.
func (h *handle) discard(cause error) {
	var p *panicked
	switch {
	case h.db == nil:
		h.letGo()
	case errors.As(cause, &p):
		h.abandon()
	default:
		_ = h.close()
	}
}

func (h *handle) options(o Options) *bbolt.Options {
	return &bbolt.Options{
		Timeout:      o.Timeout,
		FreelistType: bbolt.FreelistMapType,
		PageSize:     pageSize,
		MaxSize:      o.MaxSize,
		NoStatistics: true,
		ReadOnly:     o.ReadOnly,
		OpenFile: func(name string, flag int, perm os.FileMode) (*os.File, error) {
			// Never create in place: that is what build and publish are for.
			// A copy (WriteTo) opens the file a second time by its name.
			f, err := os.OpenFile(name, flag&^os.O_CREATE, perm)
			if h.file == nil {
				h.file = f
			}
			return f, err
		},
	}
}

// isAt reports whether the open file is the one at path.
func (h *handle) isAt(path string) bool {
	there, err := os.Stat(path)
	return err == nil && h.info != nil && os.SameFile(h.info, there)
}

// fits reports whether the open file is as it was when it was examined.
func (h *handle) fits(x examination) bool {
	frame, err := h.raw(metaBucket, stateKey)
	if err != nil {
		return false
	}
	st, err := readState(frame)
	return err == nil && st == x.state
}

func (h *handle) close() error {
	return guard("close the store", h.db.Close)
}

// abandon lets go of the file after a panic, when bbolt's own locks may be
// held for ever. The map of the file goes with Close, if that can still end.
func (h *handle) abandon() {
	h.letGo()
	go func() { _ = h.close() }()
}

// letGo frees the lock on the file and the descriptor. Closing alone would not
// do: as long as the file is mapped, its lock lives.
func (h *handle) letGo() {
	if h.file != nil {
		unlock(h.file)
		h.file.Close()
	}
}

// raw is a copy of the frame stored under bucket and key, nil when there is
// none.
func (h *handle) raw(bucket, key string) (frame []byte, err error) {
	err = guard("read", func() error {
		return h.db.View(func(tx *bbolt.Tx) error {
			if b := tx.Bucket([]byte(bucket)); b != nil {
				if v := b.Get([]byte(key)); v != nil {
					frame = append([]byte{}, v...)
				}
			}
			return nil
		})
	})
	return frame, err
}

// entry is what bbolt holds under one key: a frame, whole or not.
type entry struct {
	bucket, key string
	frame       []byte
}

// entries copies all that is in one bucket, or with bucket "" in all of them,
// in the order of the keys.
func (h *handle) entries(bucket string) (all []entry, err error) {
	err = guard("read", func() error {
		return h.db.View(func(tx *bbolt.Tx) error {
			return tx.ForEach(func(name []byte, b *bbolt.Bucket) error {
				if bucket != "" && string(name) != bucket {
					return nil
				}
				return b.ForEach(func(k, v []byte) error {
					all = append(all, entry{string(name), string(k), append([]byte(nil), v...)})
					return nil
				})
			})
		})
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}
