package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/progress"
	"vigie/app/store"
	"vigie/app/ui"
	"vigie/app/ui/learner"
)

// keptRoom is a window with a store under it, whose acknowledgements the test
// passes on.
func keptRoom(t *testing.T) (*room, *store.Store, chan progress.Ack) {
	s, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	acks := make(chan progress.Ack, 100)
	r := open(t, "en", lesson.Younger, func(o *ui.Options) {
		o.Recorder = progress.New(progress.Options{Keeper: s, Now: o.Now, Acknowledge: func(a progress.Ack) {
			acks <- a
		}})
	})
	return r, s, acks
}

func runsIn(s *store.Store) (n int) {
	_ = s.Each("runs", func(string, []byte) error { n++; return nil })
	return n
}

func TestNothingIsKeptAfterErasing(t *testing.T) {
	r, s, acks := keptRoom(t)
	r.shell.Start("unread")
	r.key(fyne.KeyReturn)
	r.shell.Acknowledged(<-acks)
	if !r.reads("· kept") || runsIn(s) != 1 {
		t.Fatalf("%s does not say that %d run is kept", r.page, runsIn(s))
	}
	r.shell.Open(learner.Erasing)
	r.shell.Erase()
	a := <-acks
	r.shell.Acknowledged(a)
	if r.reads("· kept") && runsIn(s) == 0 {
		t.Errorf("%s says kept with %d runs in the store", r.page, runsIn(s))
	}
}

func TestNothingIsKeptInTheQuietLesson(t *testing.T) {
	r, s, acks := keptRoom(t)
	r.shell.Start("credit") // the quiet lesson
	r.key(fyne.KeyReturn)
	r.shell.Set(learner.TextSize, "125")
	r.shell.Acknowledged(<-acks)
	if r.reads("· kept") {
		t.Errorf("%s says kept with %d runs in the store", r.page, runsIn(s))
	}
}
