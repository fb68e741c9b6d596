package progress

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"vigie/app/store"
)

// TestMendedByItself has a data folder that cannot be made at first: nothing is
// lost that was asked meanwhile, and nobody has to ask again.
func TestMendedByItself(t *testing.T) {
	base := filepath.Join(t.TempDir(), "blocked")
	must(t, os.WriteFile(base, nil, 0o600))
	dir := filepath.Join(base, "data")
	c := &clock{now: wednesday}
	s := store.New(dir, store.Options{Week: func() time.Time { return store.Monday(c.Now()) }})
	defer s.Close()
	r, acks := started(t, Options{Keeper: s, Session: &session{}, Now: c.Now, Retry: time.Millisecond})
	ticket := r.Set(Language, "nl")
	ticket = r.Checkpoint(snapshot(3))
	if err := await(t, acks, ticket); !errors.Is(err, store.ErrUnwritable) {
		t.Fatalf("while blocked: %v", err)
	}
	must(t, os.Remove(base))
	for a := range acks {
		if a.Ticket >= ticket && a.Err == nil {
			break
		}
	}
	if _, found := r.Resumable(); !found {
		t.Error("the run is not there to go on with")
	}
	must(t, r.Close())
	must(t, s.Close())
	kept, err := Runs(dir)
	must(t, err)
	if len(kept[bucketRuns]) != 1 || string(kept[bucketSettings][string(Language)]) != `"nl"` {
		t.Errorf("kept %v", kept)
	}
}

// TestReadLate has settings that can only be read after the disk came back;
// what was set in the meantime counts more.
func TestReadLate(t *testing.T) {
	c := &clock{now: wednesday}
	dir := t.TempDir()
	s := mustStore(t, dir, c)
	r, acks := started(t, Options{Keeper: s, Now: c.Now})
	r.Set(Language, "de")
	must(t, await(t, acks, r.Set(Palette, "dark")))
	must(t, r.Close())
	must(t, s.Close())

	// The folder is reached by a link, so that it comes back in one step.
	base := t.TempDir()
	link, file, back := filepath.Join(base, "data"), filepath.Join(base, "file"), filepath.Join(base, "back")
	must(t, os.WriteFile(file, nil, 0o600))
	if err := os.Symlink(file, link); err != nil {
		t.Skipf("no links here: %v", err)
	}
	must(t, os.Symlink(dir, back))
	late := store.New(link, store.Options{})
	defer late.Close()
	r, acks = started(t, Options{Keeper: late, Now: c.Now, Retry: time.Millisecond})
	if got := r.Setting(Language); got != "" {
		t.Fatalf("language %q from nowhere", got)
	}
	ticket := r.Set(Language, "fr")
	must(t, os.Rename(back, link))
	for a := range acks {
		if a.Ticket >= ticket && a.Err == nil {
			break
		}
	}
	if l, p := r.Setting(Language), r.Setting(Palette); l != "fr" || p != "dark" {
		t.Errorf("language %q, palette %q", l, p)
	}
}

// TestCopies makes a copy at the end of a lesson and every 30 minutes of use.
func TestCopies(t *testing.T) {
	c := &clock{now: wednesday}
	dir := t.TempDir()
	s := mustStore(t, dir, c)
	r, acks := started(t, Options{Keeper: s, Now: c.Now})
	copies := func() int {
		found, err := filepath.Glob(filepath.Join(dir, store.FileName+".copy-*"))
		must(t, err)
		return len(found)
	}
	must(t, await(t, acks, r.Checkpoint(snapshot(1))))
	must(t, await(t, acks, r.Checkpoint(snapshot(2))))
	if n := copies(); n != 0 {
		t.Errorf("%d copies at the beginning", n)
	}
	for i := range 4 {
		c.set(wednesday.Add(time.Duration(i+1) * 31 * time.Minute))
		must(t, await(t, acks, r.Checkpoint(snapshot(3+i))))
	}
	must(t, await(t, acks, r.Checkpoint(snapshot(9)))) // the copy before it is made
	if n := copies(); n != 3 {
		t.Errorf("%d copies after two hours", n)
	}
	must(t, await(t, acks, r.Finish("unread")))
	must(t, await(t, acks, r.Set(Language, "fr")))
	if n := copies(); n != 1 {
		t.Errorf("%d copies after the lesson", n)
	}
	must(t, r.Close())
	must(t, s.Close())
	if inFolder(t, dir, "step-9") {
		t.Error("a copy holds a run that is over")
	}
}

// TestRepaired has a store that was damaged between two starts.
func TestRepaired(t *testing.T) {
	c := &clock{now: wednesday}
	dir := t.TempDir()
	s := mustStore(t, dir, c)
	kept := &session{}
	r, acks := started(t, Options{Keeper: s, Session: kept, Now: c.Now})
	r.Set(Language, "nl")
	must(t, await(t, acks, r.Finish("unread")))
	must(t, await(t, acks, r.Checkpoint(snapshot(5))))
	if _, repaired := r.Repaired(); repaired {
		t.Error("repaired before any damage")
	}
	must(t, r.Close())
	must(t, s.Close())

	path := filepath.Join(dir, store.FileName)
	b, err := os.ReadFile(path)
	must(t, err)
	clear(b[:8192])
	must(t, os.WriteFile(path, b, 0o600))
	s = mustStore(t, dir, c)
	r, _ = started(t, Options{Keeper: s, Session: kept, Now: c.Now})
	got, repaired := r.Repaired()
	if want := (Repair{Week: "2026-W48", Whole: false, Runs: 1, Completions: 1, Settings: 1, Fresh: true}); !repaired || got != want {
		t.Errorf("%t, %+v, want %+v", repaired, got, want)
	}
	if o, found := r.Resumable(); !found || o.Snapshot.Step != "step-5" {
		t.Errorf("offered %t %+v", found, o)
	}
}
