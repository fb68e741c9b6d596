package progress

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"vigie/app/lesson"
	"vigie/app/store"
)

// wednesday is a time of day in week 2026-W48.
var wednesday = time.Date(2026, 11, 25, 10, 41, 37, 0, time.UTC)

// clock is a clock that tests set.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = t
}

// session is a Session in memory.
type session struct {
	mu    sync.Mutex
	token []byte
}

func (s *session) Save(token []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.token = slices.Clone(token)
	return nil
}

func (s *session) Load() ([]byte, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.token), s.token != nil
}

func (s *session) Clear() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.token = nil
	return nil
}

// content is what a store holds: "bucket/key" to value.
type content map[string]string

// gate is a Keeper in memory whose every write waits for the test to let it
// through or make it fail.
type gate struct {
	arrived chan struct{}
	outcome chan error
	mu      sync.Mutex
	content content
}

func newGate() *gate {
	return &gate{arrived: make(chan struct{}), outcome: make(chan error), content: content{}}
}

func (g *gate) Get(bucket, key string) ([]byte, bool, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	v, found := g.content[bucket+"/"+key]
	return []byte(v), found, nil
}

func (g *gate) Each(string, func(string, []byte) error) error { return nil }

func (g *gate) Write(changes ...store.Change) error {
	return g.Rebuild(func(string, string) bool { return true }, changes...)
}

func (g *gate) Rebuild(keep func(bucket, key string) bool, changes ...store.Change) error {
	g.arrived <- struct{}{}
	if err := <-g.outcome; err != nil {
		return err
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, bucket := range []string{bucketRuns, bucketCompletions, bucketSettings} {
		maps.DeleteFunc(g.content, func(at, _ string) bool {
			key, found := cutPrefix(at, bucket+"/")
			return found && (keep == nil || !keep(bucket, key))
		})
	}
	for _, c := range changes {
		g.content[c.Bucket+"/"+c.Key] = string(c.Value)
	}
	return nil
}

func (g *gate) Snapshot() error { return nil }

func (g *gate) Report() (store.Report, bool) { return store.Report{}, false }

func cutPrefix(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || s[:len(prefix)] != prefix {
		return s, false
	}
	return s[len(prefix):], true
}

func (g *gate) held() content {
	g.mu.Lock()
	defer g.mu.Unlock()
	return maps.Clone(g.content)
}

// snapshot is a place in a lesson that says which step it is.
func snapshot(step int) lesson.Snapshot {
	return lesson.Snapshot{
		Lesson: "unread", Version: 1, Age: lesson.Younger, Step: lesson.StepID(fmt.Sprintf("step-%d", step)),
		Flags: []string{"seen"}, Meters: lesson.Meters{Person: 2, Spread: 1, Norm: 3},
		Choices: []lesson.Decision{{Step: "scene-1", Choice: fmt.Sprintf("choice-%d", step)}},
		Answers: []lesson.Answer{{Step: "quiz", Marked: []int{0, step}}},
	}
}

var errDisk = errors.New("the disk refused")

// seeded is an endless source of the same bytes for the same seed.
func seeded(seed uint64) *rand.ChaCha8 {
	return rand.NewChaCha8([32]byte{byte(seed), byte(seed >> 8), byte(seed >> 16)})
}

func mustStore(t testing.TB, dir string, c *clock) *store.Store {
	t.Helper()
	week := func() time.Time { return store.Monday(c.Now()) }
	s, err := store.Open(dir, store.Options{Week: week, Timeout: 50 * time.Millisecond})
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// started is a Recorder that hands out its acks.
func started(t testing.TB, o Options) (*Recorder, <-chan Ack) {
	t.Helper()
	acks := make(chan Ack, 1000)
	o.Acknowledge = func(a Ack) { acks <- a }
	r := New(o)
	t.Cleanup(func() { r.Close() })
	return r, acks
}

// await returns the error of the first ack that covers the ticket.
func await(t testing.TB, acks <-chan Ack, ticket Ticket) error {
	t.Helper()
	for a := range acks {
		if a.Ticket >= ticket {
			return a.Err
		}
	}
	return nil
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
