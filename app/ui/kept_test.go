package ui_test

import (
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/progress"
	"vigie/app/store"
	"vigie/app/ui"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
	"vigie/app/ui/teacher"
)

// shelf is a keeper that tells of a repair, and that a test holds back: nothing
// is read while the test holds the lock, as it does while it erases, and Rebuild
// takes its answers from erase.
type shelf struct {
	sync.Mutex
	keeper
	report *store.Report
	unread error
	erase  chan error
}

func (s *shelf) Get(bucket, key string) ([]byte, bool, error) {
	s.Lock()
	defer s.Unlock()
	return s.keeper.Get(bucket, key)
}

func (s *shelf) Each(bucket string, fn func(string, []byte) error) error {
	s.Lock()
	defer s.Unlock()
	if s.unread != nil {
		return s.unread
	}
	return s.keeper.Each(bucket, fn)
}

func (s *shelf) Write(changes ...store.Change) error {
	s.Lock()
	defer s.Unlock()
	return s.keeper.Write(changes...)
}

func (s *shelf) Rebuild(func(string, string) bool, ...store.Change) error {
	if err := <-s.erase; err != nil {
		return err
	}
	clear(s.keeper) // the test holds the lock
	return nil
}

func (s *shelf) Report() (store.Report, bool) {
	if s.report == nil {
		return store.Report{}, false
	}
	return *s.report, true
}

// token is a session in memory.
type token struct{ b []byte }

func (t *token) Save(b []byte) error  { t.b = b; return nil }
func (t *token) Load() ([]byte, bool) { return t.b, t.b != nil }
func (t *token) Clear() error         { t.b = nil; return nil }

// look opens the window on a shelf; shown hears of every page. acks says
// whether the shell hears of what is on the disk.
func look(t *testing.T, s *shelf, acks bool, change func(*ui.Options)) (r *room, shown chan string) {
	t.Helper()
	shown = make(chan string, 1000)
	var shell atomic.Pointer[ui.Shell]
	r = open(t, "en", lesson.Younger, func(o *ui.Options) {
		if s != nil {
			o.Recorder = progress.New(progress.Options{Keeper: s, Now: o.Now, Retry: time.Millisecond, Acknowledge: func(a progress.Ack) {
				if shell := shell.Load(); shell != nil && acks {
					shell.Acknowledged(a)
				}
			}})
		}
		tell := o.Probe
		o.Probe = func(event string, words ...string) {
			tell(event, words...)
			if event == "page" || event == "offer" {
				shown <- words0(event, words)
			}
		}
		if change != nil {
			change(o)
		}
	})
	shell.Store(r.shell)
	return r, shown
}

func words0(event string, words []string) string {
	if event == "page" {
		return words[0]
	}
	return event
}

// take goes to the page of what is kept, where everything has been counted.
func (r *room) take(s *shelf, shown chan string) {
	r.shell.Visit(learner.Home)
	s.Lock()
	r.shell.Visit(teacher.Kept)
	drain(shown)
	s.Unlock()
	<-shown
}

func drain(shown chan string) {
	for len(shown) > 0 {
		<-shown
	}
}

func mended(whole, fresh bool) *store.Report {
	return &store.Report{Week: "2026-W48", Whole: whole, Fresh: fresh, Kept: map[string]int{"runs": 1, "completions": 3, "settings": 2}, FromCopy: 4, Missing: 1}
}

// A pupil hears of a repair only if something may come again and it was at this
// start: without a word of what was wrong, in any language; and it leads on to
// what would have been the first page, also by Escape.
func TestPupilAfterRepair(t *testing.T) {
	for _, c := range []struct {
		name   string
		report *store.Report
		change func(*ui.Options)
		pages  string
	}{
		{"none", nil, nil, "home"},
		{"whole", mended(true, true), nil, "home"},
		{"earlier start", mended(false, false), nil, "home"},
		{"fresh", mended(false, true), nil, "repaired home"},
		{"with a crash", mended(false, true), func(o *ui.Options) { o.CrashNote = "panic" }, "repaired crashed home"},
		{"with a lesson", mended(false, true), func(o *ui.Options) { o.Lesson = "unread" }, "repaired rules"},
	} {
		for key, name := range map[fyne.KeyName]string{fyne.KeyReturn: "Enter", fyne.KeyEscape: "Esc"} {
			t.Run(c.name+" "+name, func(t *testing.T) {
				r, _ := look(t, &shelf{keeper: keeper{}, report: c.report}, false, c.change)
				pages := []string{r.page}
				for range strings.Fields(c.pages)[1:] {
					r.key(key)
					pages = append(pages, r.page)
				}
				if got := strings.Join(pages, " "); got != c.pages {
					t.Errorf("the pages are %s, not %s", got, c.pages)
				}
			})
		}
	}
	r, _ := look(t, &shelf{keeper: keeper{}, report: mended(false, true)}, false, nil)
	for lang, wrong := range map[string]string{
		"en": "damage lost file error", "fr": "abîmé perdu fichier erreur endommag", "nl": "beschadig verloren bestand fout kwijt", "de": "beschädig verloren datei fehler",
	} {
		r.shell.Set(learner.Language, lang)
		all := strings.ToLower(strings.Join(r.words(), " "))
		for _, w := range strings.Fields(wrong) {
			if strings.Contains(all, w) {
				t.Errorf("%s: %q is said: %s", lang, w, all)
			}
		}
	}
}

// After a repair, Enter goes on with the run that is offered.
func TestContinueAfterRepair(t *testing.T) {
	s, session := &shelf{keeper: keeper{}}, &token{}
	var first *progress.Recorder
	r, _ := look(t, s, false, func(o *ui.Options) {
		first = progress.New(progress.Options{Keeper: s, Session: session, Now: o.Now})
		o.Recorder = first
	})
	r.key(fyne.KeyReturn, fyne.KeyReturn)
	at := r.page
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	s.report = mended(false, true)
	again, shown := look(t, s, false, func(o *ui.Options) {
		o.Recorder = progress.New(progress.Options{Keeper: s, Session: session, Now: o.Now})
	})
	drain(shown)
	again.shell.Run()
	if event := <-shown; event != "offer" {
		t.Fatalf("there is no offer, but %s", event)
	}
	if again.page != "repaired" {
		t.Fatalf("an offer leads to %s", again.page)
	}
	again.key(fyne.KeyReturn)
	if again.page != at {
		t.Errorf("Enter leads to %s, not to %s", again.page, at)
	}
}

// The page in the teacher's space counts what is kept, in the background, and
// zeros too; tells what came of a repair, by the week; and says where it lies.
func TestKeptPage(t *testing.T) {
	s := &shelf{keeper: keeper{}}
	for _, name := range []string{"runs/a", "completions/unread", "completions/excuses", "settings/language"} {
		s.keeper[name] = []byte(`{"week":"2026-W48"}`)
	}
	opened := make(chan bool, 1)
	r, shown := look(t, s, false, func(o *ui.Options) {
		o.Folder = "/home/somebody/.local/share/vigie"
		o.ShowFolder = func() error { opened <- true; return errors.New("no program") }
	})
	s.Lock()
	r.shell.Visit(teacher.Kept)
	if !r.reads("Lessons completed: …") || !r.reads("Settings: …") {
		t.Error("something is counted before it is known")
	}
	drain(shown)
	s.Unlock()
	<-shown
	for _, w := range []string{"Lessons completed: 2", "Lessons in progress: 1", "Settings: 1", "times of day: 0", "/home/somebody/.local/share/vigie"} {
		if !r.reads(w) {
			t.Errorf("%q is not there", w)
		}
	}
	if r.reads("Vigie put itself in order") || r.reads("damaged") {
		t.Error("a repair is told that was not")
	}
	r.press(teacher.FolderID)
	<-opened
	<-shown
	if !r.reads("The folder did not open") {
		t.Error("a folder that does not open is not told")
	}

	s.unread = store.ErrBusy
	r.take(s, shown)
	if !r.reads("cannot be read just now") || r.reads("Settings: 1") {
		t.Error("what cannot be read is not told")
	}

	s = &shelf{keeper: keeper{}, report: mended(false, false)}
	r, shown = look(t, s, false, nil)
	r.take(s, shown)
	for _, w := range []string{"in week 48 of 2026", "saved what could be read", "Lessons completed: 3", "Some screens of the lesson", "1 item that was kept is missing", "4 items come from the last copy"} {
		if !r.reads(w) {
			t.Errorf("%q is not told of a repair", w)
		}
	}
	whole := mended(true, true)
	whole.FromCopy, whole.Missing = 0, 0
	s = &shelf{keeper: keeper{}, report: whole}
	r, shown = look(t, s, false, nil)
	r.take(s, shown)
	if !r.reads("All that was in it is there again") || !r.reads("Nothing") || r.reads("Some screens of the lesson") {
		t.Error("a repair without a loss is not told as one")
	}
}

// Each reason why nothing can be kept says what to do, to the teacher; to the
// pupil there is one sentence.
func TestTroubles(t *testing.T) {
	for trouble, words := range map[learner.Trouble]string{
		learner.Unwritable: "Ask the school’s ICT", learner.Full: "Free some space", learner.Network: "--data", learner.Removable: "--data", learner.Newer: "update this copy",
	} {
		t.Run(string(trouble), func(t *testing.T) {
			r, _ := look(t, nil, false, func(o *ui.Options) { o.Trouble, o.Folder = trouble, "/mnt/u/vigie" })
			note := "Nothing can be kept on this laptop just now."
			if trouble == learner.Newer {
				note = "This one keeps nothing"
			}
			if !r.reads(note) {
				t.Error("the first page says nothing")
			}
			r.fits()
			r.shell.Visit(teacher.Kept)
			if !r.reads("Nothing can be kept just now.") || !r.reads(words) || !r.reads("Settings: –") {
				t.Error("the teacher is not told what to do")
			}
			if trouble == learner.Unwritable && !r.reads("Vigie cannot write in its folder: /mnt/u/vigie") {
				t.Error("the folder is not named")
			}
			if kit.ControlByID(r.shell.Window().Content(), teacher.EraseID) != nil {
				t.Error("what cannot be erased is offered to be")
			}
		})
	}
	r, _ := look(t, nil, false, nil)
	r.shell.Visit(teacher.Kept)
	if !r.reads("Vigie was started so that it keeps nothing.") {
		t.Error("that nothing was to be kept is not told")
	}
}

// Erasing everything is asked twice, with the focus on keeping it; that it is
// done is said when the disk has it and not before, a refusal too; and the
// lesson that was open cannot bring it back.
func TestEraseEverything(t *testing.T) {
	s := &shelf{keeper: keeper{}, report: mended(false, false), erase: make(chan error)}
	s.keeper["settings/calm"] = []byte(`"on"`)
	dropped := 0
	r, shown := look(t, s, true, func(o *ui.Options) { o.DropNote = func() error { dropped++; return nil } })
	r.shell.Start("unread")
	r.shell.Back()
	r.take(s, shown)
	r.press(teacher.EraseID)
	if r.page != string(teacher.Erase) || r.focused() != teacher.KeepItID || !r.reads("cannot be undone") {
		t.Fatalf("erasing leads to %s, with the focus on %s", r.page, r.focused())
	}
	r.key(fyne.KeyReturn)
	if r.page != string(teacher.Kept) || r.reads("It is being erased.") || dropped > 0 {
		t.Fatalf("keeping it leads to %s", r.page)
	}
	r.press(teacher.EraseID)
	s.Lock()
	r.press(teacher.EraseNowID)
	if r.page != string(teacher.Kept) || !r.reads("It is being erased.") || r.reads("Erased:") || dropped != 1 {
		t.Fatalf("erasing leads to %s; the note was erased %d times", r.page, dropped)
	}
	drain(shown)
	s.erase <- store.ErrFull
	<-shown
	if !r.reads("Not everything could be erased.") || r.reads("Erased:") {
		t.Error("a refusal is not told")
	}
	s.erase <- nil
	<-shown
	if !r.reads("Erased: nothing is kept") || !r.reads("Settings: …") || r.reads("damaged") {
		t.Error("that it is erased is not told")
	}
	s.Unlock()
	<-shown
	if !r.reads("Erased: nothing is kept") || !r.reads("Settings: 0") {
		t.Error("what is left is not counted")
	}
	r.shell.Visit(learner.Home)
	if r.reads("I was just here") {
		t.Error("the lesson that was erased is offered")
	}
}

// The pages have room for their words at the extremes, tell what is written on
// them, and Tab walks them.
func TestKeptFits(t *testing.T) {
	for _, c := range []struct {
		width, height       float32
		lang, size, palette string
		trouble             learner.Trouble
	}{
		{1366, 768, "fr", "100", "light", ""}, {1000, 600, "de", "200", "contrast", learner.Unwritable},
		{1366, 768, "de", "200", "light", learner.Network}, {1000, 600, "nl", "100", "dark", learner.Newer}, {1366, 768, "de", "150", "contrast", learner.Full},
	} {
		t.Run(c.lang+" "+c.size+" "+c.palette, func(t *testing.T) {
			s := &shelf{keeper: keeper{}, report: mended(false, true)}
			r, shown := look(t, s, false, func(o *ui.Options) {
				o.Language, o.Trouble = c.lang, c.trouble
				o.Folder = `C:\Users\somebody.with.a.very.long.name\AppData\Local\averyveryveryverylongnameofafolder\vigie`
				o.ShowFolder = func() error { return nil }
			})
			r.shell.Set(learner.TextSize, c.size)
			r.shell.Set(learner.Palette, c.palette)
			r.shell.Set(learner.ShowKeys, "on")
			r.size(c.width, c.height)
			see := func() {
				t.Helper()
				r.meant()
				r.fits()
				r.tabs()
				if kit.ControlByID(r.shell.Window().Content(), learner.HideID) == nil {
					t.Errorf("%s has no %s", r.page, learner.HideID)
				}
			}
			see()
			r.take(s, shown)
			see()
			r.shell.Open(teacher.Erase)
			see()
			r.key(fyne.KeyF1)
			if r.page != "help" {
				t.Errorf("F1 leads to %s", r.page)
			}
			r.shell.Back()
			if r.key(fyne.KeyEscape); r.page != string(teacher.Kept) {
				t.Errorf("Esc leads to %s", r.page)
			}
		})
	}
}
