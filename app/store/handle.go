package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"

	"go.etcd.io/bbolt"
)

// handle is one opening of the file.
type handle struct {
	db   *bbolt.DB
	file *os.File // the file under db, kept to let go of it when db cannot
}

// openFile opens the file at path, which must exist.
func openFile(path string, o Options) (*handle, error) {
	const step = "open the store"
	// Another process may put a new file in place (Rebuild) while this one
	// waits for the old one, which then is nobody's: open again.
	for range 3 {
		if err := inspect(path, o); err != nil {
			return nil, absent(explain(step, err))
		}
		h, err := openOnce(path, o)
		if err != nil {
			return nil, absent(explain(step, err))
		}
		if h.isAt(path) {
			return h, nil
		}
		h.close()
	}
	return nil, fmt.Errorf("%s: %w: it keeps being replaced", step, ErrBusy)
}

func absent(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %w", ErrAbsent, err)
	}
	return err
}

func openOnce(path string, o Options) (*handle, error) {
	h := new(handle)
	err := guard("open", func() (err error) {
		h.db, err = bbolt.Open(path, 0o600, h.options(o))
		return err
	})
	if err != nil {
		h.letGo()
		return nil, err
	}
	return h, nil
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
			f, err := os.OpenFile(name, flag&^os.O_CREATE, perm)
			h.file = f
			return f, err
		},
	}
}

// isAt reports whether the open file is the one at path.
func (h *handle) isAt(path string) bool {
	open, err := h.file.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(path)
	return err == nil && os.SameFile(open, there)
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

// checkSchema reads the version of the store.
func (h *handle) checkSchema() error {
	const step = "read the version of the store"
	raw, err := h.raw(metaBucket, schemaKey)
	if err != nil {
		return explain(step, err)
	}
	if raw == nil {
		return fmt.Errorf("%s: %w: none", step, ErrDamaged)
	}
	value, err := unseal(metaBucket, schemaKey, raw)
	if err != nil {
		return explain(step, err)
	}
	version, err := strconv.ParseUint(string(value), 10, 31)
	switch {
	case err != nil || version == 0:
		return fmt.Errorf("%s: %w: %q", step, ErrDamaged, value)
	case version > schema:
		return fmt.Errorf("%s: %w: %d", step, ErrNewer, version)
	}
	return nil
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
