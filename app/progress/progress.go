// Package progress is what is kept of a run, anonymously.
//
//	r := progress.New(progress.Options{Keeper: s, Session: session, Acknowledge: saved})
//	ticket := r.Checkpoint(player.Snapshot()) // at each step; returns at once
//	ticket = r.Finish("unread")               // answers go, lesson and week stay
//	err := r.Close()
//
// A run is kept under 128 random bits as the ids of what was chosen and
// answered, with the week and nothing finer. When a lesson is finished only its
// id and the week stay; a run nobody finished goes when its week began more
// than 30 days ago. What goes is rebuilt away, so its bytes leave the file too.
//
// All writing happens on one goroutine of the Recorder. Calls never wait for
// it: what is asked while it works is gathered, a later checkpoint of a run
// taking the place of an earlier one, and done in one go. Only after the disk
// has it does Acknowledge hear of it, and only then may a screen say "saved".
// What the disk refuses is tried again until it is mended. When a lesson has
// ended, and after every 30 minutes of use, a copy is made to fall back on.
//
// The package refuses names, devices, hosts, users, times of day, durations,
// the order in which runs were played, and free text: no value of its formats
// has room for them. How many copies there are says only whether somebody used
// the app for more than half an hour without ending a lesson. A clock that was wrong when a run was kept makes the run
// stay as long as that clock was ahead.
package progress

import (
	"crypto/rand"
	"errors"
	"io"
	"sync"
	"time"

	"vigie/app/lesson"
	"vigie/app/store"
)

// The buckets of the store.
const (
	bucketRuns        = "runs"
	bucketCompletions = "completions"
	bucketSettings    = "settings"
)

// Errors an Ack may carry besides those of the store.
var (
	// ErrNotKept is returned for everything when there is no Keeper.
	ErrNotKept = errors.New("nothing is kept")
	// ErrRefused is returned for a snapshot, lesson id or setting that is
	// out of the limits of what may be kept.
	ErrRefused = errors.New("not something to keep")
)

// Keeper is where values are kept; a *store.Store is one. Its methods return
// when the disk has the values, and are called from the Recorder's goroutine,
// Get also from the one that calls Resumable, Each also from that of Count.
type Keeper interface {
	Get(bucket, key string) (value []byte, found bool, err error)
	Each(bucket string, fn func(key string, value []byte) error) error
	Write(changes ...store.Change) error
	Rebuild(keep func(bucket, key string) bool, changes ...store.Change) error
	// Snapshot makes a copy to fall back on.
	Snapshot() error
	// Report is what came of putting the file right, if that was needed.
	Report() (store.Report, bool)
}

// Session is a place that dies with the session of the operating system, never
// inside the data folder. It holds one token.
type Session interface {
	Save(token []byte) error
	Load() (token []byte, found bool)
	Clear() error
}

// Ticket numbers the calls to a Recorder, from 1 and rising.
type Ticket uint64

// Ack says that all calls with a ticket up to and including Ticket have been
// dealt with: done, overtaken by a later one, or, when Err is set, not done.
// What failed is tried again after a while, with the next call and at Close.
// Ticket 0 is the clearing away of old runs at the beginning, and, without an
// Err, a Keeper that at last can be read.
type Ack struct {
	Ticket Ticket
	Err    error
}

// Options says what a Recorder works with. Only Keeper changes what is kept;
// the rest has defaults.
type Options struct {
	// Keeper is where to keep; with nil nothing is kept, not even for a
	// moment. Beware of a nil *store.Store: it is not a nil Keeper.
	Keeper Keeper
	// Session makes it possible to continue; with nil nothing is offered.
	Session Session
	// Now is the clock, time.Now when nil.
	Now func() time.Time
	// Random gives the run ids, crypto/rand.Reader when nil.
	Random io.Reader
	// Retry is how long to wait before what failed is tried again, 3 seconds
	// when 0. After each failure in a row it is twice as long, up to ten
	// times.
	Retry time.Duration
	// Acknowledge is called on the Recorder's own goroutine, one call at a
	// time, with rising tickets. It may use the Recorder except for Close.
	Acknowledge func(Ack)
}

// Recorder keeps one person's run after the other's. Its methods may be called
// from any goroutine.
type Recorder struct {
	options Options
	wake    chan struct{} // has a value when there is something to do
	stopped chan struct{} // closed when the writer has ended

	mu       sync.Mutex
	run      RunID // of the current run, empty before its first checkpoint
	offering bool  // false from the moment a run is to be forgotten until another is kept
	waiting  work
	last     Ticket
	settings map[Setting]string
	closing  bool
	closeErr error
	unread   bool // the Keeper could not be read so far
	repair   Repair
	repaired bool

	// Of the writer alone:
	failures int       // in a row
	copied   time.Time // when a copy was last made
}

// New starts a Recorder. It reads the settings, then clears old runs away in
// the background. Settings that cannot be read are as if never set.
func New(o Options) *Recorder {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.Acknowledge == nil {
		o.Acknowledge = func(Ack) {}
	}
	if o.Retry == 0 {
		o.Retry = 3 * time.Second
	}
	r := &Recorder{options: o, wake: make(chan struct{}, 1), stopped: make(chan struct{}), offering: true, copied: o.Now()}
	var err error
	r.settings, err = r.readSettings()
	r.unread = unopened(err)
	r.noteRepair()
	go r.write()
	return r
}

// Keeping reports whether anything is kept at all.
func (r *Recorder) Keeping() bool { return r.options.Keeper != nil }

// Begin makes the next checkpoint the first of a new run. The run before, if
// it was not finished or erased, stays until it is old.
func (r *Recorder) Begin() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.run = ""
}

// Checkpoint asks to keep the place reached in the current run. It never
// waits. A snapshot over 64 KiB is acknowledged with ErrRefused.
func (r *Recorder) Checkpoint(s lesson.Snapshot) Ticket {
	return r.ask(func() work {
		if r.run == "" {
			id, err := newRunID(r.options.Random)
			if err != nil {
				return work{refused: err}
			}
			r.run = id
		}
		record, err := encodeRun(s, WeekOf(r.options.Now()))
		if err != nil {
			return work{refused: err}
		}
		return work{runs: []checkpoint{{r.run, record}}, offer: new(r.run)}
	})
}

// Finish asks to forget the current run and to keep only that the lesson was
// completed this week. It never waits. A lesson id over 64 bytes is
// acknowledged with ErrRefused; the run is forgotten all the same.
func (r *Recorder) Finish(lessonID string) Ticket {
	return r.ask(func() work {
		w := r.forget()
		if err := checkID(lessonID); err != nil {
			w.refused = err
			return w
		}
		w.done = map[string]Week{lessonID: WeekOf(r.options.Now())}
		return w
	})
}

// Erase asks to forget the current run without a trace. It never waits.
func (r *Recorder) Erase() Ticket { return r.ask(r.forget) }

// EraseAll asks to forget everything: all runs, completions and settings. It
// never waits.
func (r *Recorder) EraseAll() Ticket {
	return r.ask(func() work {
		r.run, r.offering = "", false
		clear(r.settings)
		r.unread = false // what could not be read so far must not come back
		return work{rebuild: true, all: true, offer: new(RunID)}
	})
}

// forget is the work of leaving the current run out. The caller holds the lock.
func (r *Recorder) forget() work {
	w := work{rebuild: true}
	if r.run != "" {
		w.drop = map[RunID]bool{r.run: true}
		w.offer = new(RunID)
		r.run, r.offering = "", false
	}
	return w
}

// Close does what is still to do, ends the writer, and returns the error of
// what could not be done. It waits for the disk. It does not close the Keeper,
// and calls after it are never carried out.
func (r *Recorder) Close() error {
	r.mu.Lock()
	r.closing = true
	r.mu.Unlock()
	r.rouse()
	<-r.stopped
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.closeErr
}
