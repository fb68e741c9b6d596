package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/progress"
	"vigie/app/store"
	"vigie/app/ui"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
)

// The quiet lesson is reached from the first page, with its rules, and from
// inside a lesson, from where it leads back; any digits of the board lead on in
// it, and a change of language takes both lessons along.
func TestQuietLesson(t *testing.T) {
	r := open(t, "fr", lesson.Younger, nil)
	press := func(id string) {
		t.Helper()
		c := kit.ControlByID(r.shell.Window().Content(), id)
		if c == nil {
			t.Fatalf("%s has no %s", r.page, id)
		}
		c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	press("aside")
	if r.page != "rules" {
		t.Fatalf("another story leads to %s", r.page)
	}
	r.key(fyne.KeyReturn)
	if r.page != "scene.friday-evening.read" {
		t.Fatalf("the quiet lesson begins with %s", r.page)
	}
	r.key(fyne.KeyF2)
	if r.page != "home" {
		t.Fatalf("F2 leads back to %s", r.page)
	}
	r.key(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyF2)
	if r.page != "scene.friday-evening.read" {
		t.Fatalf("F2 in a lesson leads to %s", r.page)
	}
	r.shell.Set(learner.Language, "de")
	r.key(fyne.KeyF2)
	if r.page != "scene.saturday-evening.read" {
		t.Fatalf("F2 in the quiet lesson leads to %s", r.page)
	}
	r.key(fyne.KeyF2)
	seen := map[string]bool{}
	for range 80 {
		if r.page == "home" {
			break
		}
		seen[r.page] = true
		switch kind, rest, _ := strings.Cut(r.page, "."); {
		case kind == "talk":
			r.key(fyne.Key5, fyne.Key5, fyne.Key5)
		case kind == "sort" && strings.HasSuffix(rest, ".read"):
			r.key(fyne.Key1, fyne.Key1, fyne.Key1, fyne.Key1, fyne.Key1, fyne.Key1, fyne.KeyReturn)
		case kind == "build" && strings.HasSuffix(rest, ".read"):
			r.key(fyne.Key2, fyne.KeyReturn)
		default:
			r.next(nil)
		}
	}
	if r.page != "home" || !seen["talk.look-up.read"] || !seen["help.doors.read"] {
		t.Errorf("the quiet lesson leads to %s by %v", r.page, seen)
	}
}

// Nothing of the quiet lesson is kept, and the lesson that was left can go on.
func TestQuietLeavesNoTrace(t *testing.T) {
	kept := keeper{}
	rec := progress.New(progress.Options{Keeper: kept})
	r := open(t, "nl", lesson.Younger, func(o *ui.Options) { o.Recorder, o.Lesson = rec, "credit" })
	for range 80 {
		if r.page == "home" {
			break
		}
		switch kind, _, _ := strings.Cut(r.page, "."); {
		case kind == "talk":
			r.key(fyne.Key5, fyne.Key5, fyne.Key5)
		case kind == "sort" && strings.HasSuffix(r.page, ".read"):
			r.key(fyne.Key1, fyne.Key1, fyne.Key1, fyne.Key1, fyne.Key1, fyne.Key1, fyne.KeyReturn)
		case kind == "build" && strings.HasSuffix(r.page, ".read"):
			r.key(fyne.Key2, fyne.KeyReturn)
		default:
			r.next(nil)
		}
	}
	if err := rec.Close(); err != nil {
		t.Fatal(err)
	}
	for name := range kept {
		if !strings.HasPrefix(name, "settings/") {
			t.Errorf("kept: %s", name)
		}
	}
}

// Held down, Pass leads to the quiet lesson.
func TestPassHeld(t *testing.T) {
	shown := make(chan string, 100)
	r := open(t, "en", lesson.Older, func(o *ui.Options) {
		tell := o.Probe
		o.Probe = func(event string, words ...string) {
			tell(event, words...)
			if event == "page" {
				shown <- words[0]
			}
		}
	})
	r.key(fyne.KeyReturn, fyne.KeyReturn)
	pass, is := kit.ControlByID(r.shell.Window().Content(), learner.PassID).(*kit.Button)
	if !is {
		t.Fatalf("%s has no Pass", r.page)
	}
	pass.MouseDown(nil)
	for page := range shown {
		if page == "scene.friday-evening.read" {
			return
		}
	}
}

// keeper keeps values in memory.
type keeper map[string][]byte

func (k keeper) Get(bucket, key string) ([]byte, bool, error) {
	v, ok := k[bucket+"/"+key]
	return v, ok, nil
}

func (k keeper) Each(bucket string, fn func(string, []byte) error) error {
	for name, v := range k {
		if key, is := strings.CutPrefix(name, bucket+"/"); is {
			if err := fn(key, v); err != nil {
				return err
			}
		}
	}
	return nil
}

func (k keeper) Write(changes ...store.Change) error {
	for _, c := range changes {
		k[c.Bucket+"/"+c.Key] = c.Value
	}
	return nil
}

func (k keeper) Snapshot() error { return nil }

func (k keeper) Report() (store.Report, bool) { return store.Report{}, false }

func (k keeper) Rebuild(func(string, string) bool, ...store.Change) error { return nil }
