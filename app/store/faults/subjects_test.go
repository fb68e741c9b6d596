package faults

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"vigie/app/store"
)

// keeper is a way of storing.
type keeper interface {
	put(key string, value []byte) error
	drop(prefix string) error
	snapshot() error
	each(func(key string, value []byte)) error
	close()
}

// open opens what a task names: Vigie's store, or one of the negative controls,
// each of which is something that programs really do.
func open(t task) (keeper, error) {
	switch t.Subject {
	case "vigie":
		return openVigie(t)
	case "liar": // acknowledges what is still in memory
		s, err := openVigie(t)
		return &liar{keeper: s}, err
	case "careless": // takes no notice of errors
		s, err := openVigie(t)
		if err != nil {
			return &careless{}, nil
		}
		return &careless{keeper: s}, nil
	case "afresh": // begins anew when something is wrong
		return openAfresh(t)
	case "naive": // goes back to the newest copy without looking at it
		return openNaive(t)
	case "raw": // bbolt alone
		return openRaw(t, false)
	case "nosync": // bbolt alone, without its syncs
		return openRaw(t, true)
	case "rewriter": // writes the file in place, without syncs
		return openRewriter(t)
	case "dated": // the later date wins
		s, err := openRaw(t, false)
		return &dated{keeper: s, t: t}, err
	case "forgetful": // drops at the beginning what is older than 30 days
		return openForgetful(t)
	case "thief": // does not care who has the file
		return openThief(t)
	}
	return nil, fmt.Errorf("no subject %q", t.Subject)
}

// vigie is the store itself, opened as the app does.
type vigie struct{ *store.Store }

func openVigie(t task) (*vigie, error) {
	o := store.Options{Week: clock(t.Week), Timeout: 500 * time.Millisecond}
	o.Program, _ = os.Executable()
	s, err := store.Open(t.Dir, o)
	return &vigie{s}, err
}

func (v *vigie) put(key string, value []byte) error { return v.Put("runs", key, value) }

func (v *vigie) drop(prefix string) error {
	return v.Rebuild(func(_, key string) bool { return !strings.HasPrefix(key, prefix) })
}

func (v *vigie) snapshot() error { return v.Snapshot() }

func (v *vigie) each(fn func(string, []byte)) error {
	return v.Each("runs", func(key string, value []byte) error { fn(key, value); return nil })
}

func (v *vigie) close() { v.Close() }

type liar struct {
	keeper
	calls int
}

func (l *liar) put(key string, value []byte) error {
	if l.calls++; l.calls%3 == 0 {
		return nil
	}
	return l.keeper.put(key, value)
}

type careless struct{ keeper }

func (c *careless) put(key string, value []byte) error {
	if c.keeper != nil {
		_ = c.keeper.put(key, value)
	}
	return nil
}

func (c *careless) drop(prefix string) error {
	if c.keeper != nil {
		_ = c.keeper.drop(prefix)
	}
	return nil
}

func (c *careless) snapshot() error { return nil }

func (c *careless) close() {
	if c.keeper != nil {
		c.keeper.close()
	}
}

func openAfresh(t task) (keeper, error) {
	if s, err := openVigie(t); err == nil && !s.Newer() {
		return s, nil
	}
	files, _ := filepath.Glob(file(t.Dir) + "*")
	for _, f := range files {
		os.RemoveAll(f)
	}
	return openVigie(t)
}

func openNaive(t task) (keeper, error) {
	if _, err := os.Stat(file(t.Dir) + ".copy-1"); err == nil {
		os.Rename(file(t.Dir)+".copy-1", file(t.Dir))
	}
	return openRaw(t, false)
}

// raw is bbolt without frames, sums, copies and repair.
type raw struct{ db *bbolt.DB }

func openRaw(t task, noSync bool) (s *raw, err error) {
	err = caught(func() (err error) {
		if err := os.MkdirAll(t.Dir, 0o700); err != nil {
			return err
		}
		s = new(raw)
		s.db, err = bbolt.Open(file(t.Dir), 0o600, &bbolt.Options{Timeout: 500 * time.Millisecond, NoSync: noSync, PageSize: 4096})
		return err
	})
	return s, err
}

// caught runs f and makes an error of a panic or of a fault in mapped memory.
func caught(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return f()
}

func (r *raw) put(key string, value []byte) error {
	return caught(func() error {
		return r.db.Update(func(tx *bbolt.Tx) error {
			b, err := tx.CreateBucketIfNotExists([]byte("runs"))
			if err != nil {
				return err
			}
			return b.Put([]byte(key), value)
		})
	})
}

func (r *raw) drop(prefix string) error {
	return r.db.Update(func(tx *bbolt.Tx) error {
		b := tx.Bucket([]byte("runs"))
		c := b.Cursor()
		for k, _ := c.Seek([]byte(prefix)); strings.HasPrefix(string(k), prefix); k, _ = c.Seek([]byte(prefix)) {
			if err := b.Delete(k); err != nil {
				return err
			}
		}
		return nil
	})
}

func (r *raw) snapshot() error { return nil }

func (r *raw) each(fn func(string, []byte)) error {
	return caught(func() error {
		return r.db.View(func(tx *bbolt.Tx) error {
			b := tx.Bucket([]byte("runs"))
			if b == nil {
				return nil
			}
			return b.ForEach(func(k, v []byte) error { fn(string(k), append([]byte{}, v...)); return nil })
		})
	})
}

func (r *raw) close() { _ = caught(r.db.Close) }

// rewriter keeps everything in one file that it writes from the beginning.
type rewriter struct {
	path   string
	values map[string][]byte
}

func openRewriter(t task) (keeper, error) {
	r := &rewriter{file(t.Dir), map[string][]byte{}}
	if err := os.MkdirAll(t.Dir, 0o700); err != nil {
		return nil, err
	}
	old, err := os.ReadFile(r.path)
	if errors.Is(err, os.ErrNotExist) {
		return r, nil
	}
	for len(old) > 0 && err == nil {
		if len(old) < 8 {
			return nil, errors.New("cut short")
		}
		k, v := int(binary.LittleEndian.Uint32(old)), int(binary.LittleEndian.Uint32(old[4:]))
		if k > len(old) || v > len(old) || 8+k+v > len(old) {
			return nil, errors.New("cut short")
		}
		r.values[string(old[8:8+k])] = old[8+k : 8+k+v]
		old = old[8+k+v:]
	}
	return r, err
}

func (r *rewriter) put(key string, value []byte) error {
	r.values[key] = value
	var b []byte
	for k, v := range r.values {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(k)))
		b = binary.LittleEndian.AppendUint32(b, uint32(len(v)))
		b = append(append(b, k...), v...)
	}
	return os.WriteFile(r.path, b, 0o600)
}

func (r *rewriter) drop(prefix string) error {
	for k := range r.values {
		if strings.HasPrefix(k, prefix) {
			delete(r.values, k)
		}
	}
	return nil
}

func (r *rewriter) snapshot() error { return nil }

func (r *rewriter) each(fn func(string, []byte)) error {
	for k, v := range r.values {
		fn(k, v)
	}
	return nil
}

func (r *rewriter) close() {}

// dated takes a write for older than what is there when its date is.
type dated struct {
	keeper
	t task
}

func (d *dated) put(key string, value []byte) error {
	now := clock(d.t.Week)()
	newest := time.Time{}
	err := d.keeper.each(func(k string, v []byte) {
		if at, is := strings.CutPrefix(k, "at "+key+" "); is {
			newest, _ = time.Parse(time.DateOnly, at)
		}
	})
	if err != nil || now.Before(newest) {
		return err
	}
	if err := d.keeper.put("at "+key+" "+now.Format(time.DateOnly), nil); err != nil {
		return err
	}
	return d.keeper.put(key, value)
}

// openForgetful clears away what was written more than 30 days ago by the clock.
func openForgetful(t task) (keeper, error) {
	s, err := openRaw(t, false)
	if err != nil {
		return nil, err
	}
	old := false
	err = s.each(func(k string, _ []byte) {
		if at, is := strings.CutPrefix(k, "since "); is {
			since, _ := time.Parse(time.DateOnly, at)
			old = clock(t.Week)().Sub(since) > 30*24*time.Hour
		}
	})
	if err == nil && old {
		err = errors.Join(s.drop("k"), s.drop("h"), s.drop("t"))
	}
	if err == nil {
		err = s.put("since "+clock(t.Week)().Format(time.DateOnly), nil)
	}
	return s, err
}

func openThief(t task) (keeper, error) {
	b, err := os.ReadFile(file(t.Dir))
	if err == nil {
		err = os.WriteFile(file(t.Dir)+".mine", b, 0o600)
	}
	if err == nil {
		err = os.Rename(file(t.Dir)+".mine", file(t.Dir))
	}
	if err != nil {
		return nil, err
	}
	return openRaw(t, false)
}
