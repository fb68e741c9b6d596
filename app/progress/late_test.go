package progress

import (
	"sync"
	"testing"
	"time"

	"vigie/app/store"
)

// lateKeeper is a store that cannot be read at first.
type lateKeeper struct {
	*store.Store
	mu    sync.Mutex
	ready bool
}

func (l *lateKeeper) Each(b string, fn func(string, []byte) error) error {
	l.mu.Lock()
	ok := l.ready
	l.mu.Unlock()
	if !ok {
		return store.ErrUnwritable
	}
	return l.Store.Each(b, fn)
}

// TestErasedSettingStaysErased erases before what is kept could be read.
func TestErasedSettingStaysErased(t *testing.T) {
	s, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Put("settings", "language", []byte(`"fr"`)); err != nil {
		t.Fatal(err)
	}
	k := &lateKeeper{Store: s}
	acks := make(chan Ack, 10)
	r := New(Options{Keeper: k, Retry: time.Hour, Acknowledge: func(a Ack) { acks <- a }})
	k.mu.Lock()
	k.ready = true
	k.mu.Unlock()
	ticket := r.EraseAll()
	for a := range acks {
		if a.Ticket >= ticket {
			if a.Err != nil {
				t.Fatal(a.Err)
			}
			break
		}
	}
	if v := r.Setting(Language); v != "" {
		t.Errorf("after erasing all was acknowledged the language is %q", v)
	}
	r.Close()
}
