package progress

import (
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"
)

func TestOfferedForAnHour(t *testing.T) {
	c, s := &clock{now: wednesday}, &session{}
	keeper := mustStore(t, t.TempDir(), c)
	r, acks := started(t, Options{Keeper: keeper, Session: s, Now: c.Now})
	r.Checkpoint(snapshot(1))
	must(t, await(t, acks, r.Checkpoint(snapshot(2))))
	must(t, r.Close())
	for _, later := range []struct {
		by      time.Duration
		offered bool
	}{
		{0, true}, {time.Second, true}, {59 * time.Minute, true}, {60 * time.Minute, false}, {61 * time.Minute, false},
		{24 * time.Hour, false}, {-time.Second, true}, {-time.Minute, false}, {-24 * time.Hour, false},
	} {
		c.set(wednesday.Add(later.by))
		r, _ := started(t, Options{Keeper: keeper, Session: s, Now: c.Now})
		offer, found := r.Resumable()
		if found != later.offered {
			t.Errorf("after %s: offered %t", later.by, found)
		}
		if found && !reflect.DeepEqual(offer.Snapshot, snapshot(2)) {
			t.Errorf("after %s: %+v", later.by, offer.Snapshot)
		}
		must(t, r.Close())
	}
}

func TestResumedRunGoesOn(t *testing.T) {
	c, s := &clock{now: wednesday}, &session{}
	keeper := mustStore(t, t.TempDir(), c)
	r, acks := started(t, Options{Keeper: keeper, Session: s, Now: c.Now})
	must(t, await(t, acks, r.Checkpoint(snapshot(1))))
	must(t, r.Close())

	r, acks = started(t, Options{Keeper: keeper, Session: s, Now: c.Now})
	offer, found := r.Resumable()
	if !found {
		t.Fatal("not offered")
	}
	r.Resume(offer)
	must(t, await(t, acks, r.Checkpoint(snapshot(2))))
	if got := count(t, keeper, bucketRuns); got != 1 {
		t.Errorf("%d runs, want the one that was resumed", got)
	}
	must(t, await(t, acks, r.Finish("unread")))
	if got := count(t, keeper, bucketRuns); got != 0 {
		t.Errorf("%d runs after the end", got)
	}
}

func TestNotOfferedWithoutReason(t *testing.T) {
	id := RunID("000102030405060708090a0b0c0d0e0f")
	record, err := encodeRun(snapshot(1), "2026-W48")
	must(t, err)
	good := newToken(id, wednesday)
	changed := func(at int, to byte) []byte {
		b := append([]byte(nil), good...)
		b[at] = to
		return b
	}
	for name, c := range map[string]struct {
		token  []byte
		key    RunID
		record []byte
		want   bool
	}{
		"good":            {good, id, record, true},
		"no token":        {nil, id, record, false},
		"empty token":     {[]byte{}, id, record, false},
		"short token":     {good[:24], id, record, false},
		"long token":      {append(good[:25:25], 0), id, record, false},
		"later token":     {changed(0, 2), id, record, false},
		"far future":      {changed(17, 0xff), id, record, false},
		"another run":     {changed(5, 0xff), id, record, false},
		"run is gone":     {good, "00", record, false},
		"run is no run":   {good, id, []byte("{}"), false},
		"run of tomorrow": {good, id, []byte(`{"format":2,"week":"2026-W48"}`), false},
	} {
		t.Run(name, func(t *testing.T) {
			k := &clock{now: wednesday}
			keeper := mustStore(t, t.TempDir(), k)
			must(t, keeper.Put(bucketRuns, string(c.key), c.record))
			r, _ := started(t, Options{Keeper: keeper, Session: &session{token: c.token}, Now: k.Now})
			if _, found := r.Resumable(); found != c.want {
				t.Errorf("offered %t", found)
			}
		})
	}
}

// TestNothingIsOfferedBeforeTheDiskHasIt looks into the session at the moments
// between asking and acknowledging.
func TestNothingIsOfferedBeforeTheDiskHasIt(t *testing.T) {
	g, s := newGate(), &session{}
	r, acks := started(t, Options{Keeper: g, Session: s, Random: seeded(1)})
	ticket := r.Checkpoint(snapshot(1))
	<-g.arrived
	if _, found := s.Load(); found {
		t.Error("there is a token before the disk has the run")
	}
	g.outcome <- errDisk
	if err := await(t, acks, ticket); !errors.Is(err, errDisk) {
		t.Errorf("ack: %v", err)
	}
	if _, found := s.Load(); found {
		t.Error("there is a token for a run the disk refused")
	}
	ticket = r.Checkpoint(snapshot(2))
	<-g.arrived
	g.outcome <- nil
	must(t, await(t, acks, ticket))
	if _, found := r.Resumable(); !found {
		t.Error("not offered once the disk has it")
	}
	// Asked to forget, it is not offered even while the disk still has it.
	r.Erase()
	if _, found := r.Resumable(); found {
		t.Error("a run that is to be erased is offered")
	}
	<-g.arrived
	g.outcome <- nil
}

// refusing is a Session that takes nothing.
type refusing struct{}

func (refusing) Save([]byte) error    { return errDisk }
func (refusing) Load() ([]byte, bool) { return nil, false }
func (refusing) Clear() error         { return errDisk }

func TestARefusingSessionOnlyCostsTheOffer(t *testing.T) {
	c := &clock{now: wednesday}
	keeper := mustStore(t, t.TempDir(), c)
	r, acks := started(t, Options{Keeper: keeper, Session: refusing{}, Now: c.Now})
	must(t, await(t, acks, r.Checkpoint(snapshot(1))))
	if _, found := r.Resumable(); found {
		t.Error("offered")
	}
	must(t, await(t, acks, r.Finish("unread")))
}

func FuzzParseToken(f *testing.F) {
	f.Add(newToken("000102030405060708090a0b0c0d0e0f", wednesday))
	f.Add([]byte{})
	f.Add(make([]byte, tokenSize))
	f.Fuzz(func(t *testing.T, b []byte) {
		run, minute, valid := parseToken(b)
		if valid && string(newToken(run, minute)) != string(b) {
			t.Fatalf("%x is read as %s, %s", b, run, fmt.Sprint(minute))
		}
	})
}
