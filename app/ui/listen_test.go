package ui_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/ui"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
)

// loudspeaker notes what it plays.
type loudspeaker struct {
	played  []string
	stopped int
	ended   func(error) // of what is played now
}

func (l *loudspeaker) play(name string, read func() ([]byte, error), ended func(error)) (stop func()) {
	data, err := read()
	if err != nil {
		ended(err)
	}
	l.played, l.ended = append(l.played, name+" "+string(data)), ended
	return func() {
		l.stopped++
		ended(nil)
	}
}

// soundroom is a shell at a call that was missed and has a recording in
// English.
func soundroom(t *testing.T) (*room, *loudspeaker) {
	l := &loudspeaker{}
	src := everyKind(t)
	files := src.Lessons.(fstest.MapFS)
	files["one/lesson.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(files["one/lesson.yaml"].Data), "    missed: ", "    recording: call\n    missed: ", 1))}
	files["one/call.en.opus"] = &fstest.MapFile{Data: []byte("sound")}
	r := open(t, "en", lesson.Younger, func(o *ui.Options) { o.Source, o.Session, o.Play = src, lesson.Session{Before: true}, l.play })
	steps := kindSteps(t, src)
	at := slices.IndexFunc(steps, func(s struct{ keys, page string }) bool { return s.page == "scene.missed.read" })
	r.play(steps[:at+1], func() {})
	return r, l
}

func (r *room) has(id string) bool {
	return kit.ControlByID(r.shell.Window().Content(), id) != nil
}

// A recorded call is heard once one asks for it, after calling back and never
// before; it stops at once when asked, when one hides, and when its page is
// left.
func TestListen(t *testing.T) {
	r, l := soundroom(t)
	if r.has("listen") {
		t.Error("something can be heard before one calls back")
	}
	r.key(fyne.KeyReturn)
	if !r.has("listen") || len(l.played) > 0 {
		t.Fatalf("after calling back: plays %v", l.played)
	}
	for i, leave := range []func(){
		func() { r.key(fyne.KeyP) },
		func() { r.shell.Open(learner.Hidden); r.shell.Open(learner.Hidden) },
		func() { r.shell.Open(learner.Help); r.shell.Back() },
		func() { r.shell.Set(learner.Language, "de"); r.shell.Set(learner.Language, "en") },
	} {
		r.key(fyne.KeyP)
		if len(l.played) != i+1 || l.played[i] != "call.en.opus sound" || !r.reads("Stop listening") {
			t.Fatalf("P plays %v", l.played)
		}
		if leave(); l.stopped != i+1 || !r.reads("Listen to the call") {
			t.Errorf("way %d: stopped %d times", i, l.stopped)
		}
	}
	r.key(fyne.KeyP)
	if l.ended(nil); !r.reads("Listen to the call") {
		t.Error("after its end it seems to be played")
	}
	r.key(fyne.KeyP, fyne.KeyReturn, fyne.KeyReturn)
	if r.page != "letter.ask.read.1" || l.stopped != 5 {
		t.Errorf("going on to %s stops it: %d", r.page, l.stopped)
	}
}

// In a language without a recording nothing can be heard; where there is no
// loudspeaker the page says so, and what is said stands on it.
func TestNothingToHear(t *testing.T) {
	r, l := soundroom(t)
	r.key(fyne.KeyReturn)
	r.shell.Set(learner.Language, "fr")
	if r.has("listen") {
		t.Error("English is heard in French")
	}
	r.shell.Set(learner.Language, "en")
	r.key(fyne.KeyP)
	l.ended(errors.New("no loudspeaker"))
	if r.has("listen") || !r.reads("This computer can play no sound") || !r.reads("Hi.") {
		t.Error("without sound the call is not read")
	}
}

// Only a recording of a call of the lesson may lie in a pack.
func TestRecordingNames(t *testing.T) {
	for file, want := range map[string]bool{
		"lessons/08-our-ask/call.fr.opus": true, "lessons/08-our-ask/call.nl.wav": true, "lessons/08-our-ask/call.wav": false,
		"lessons/08-our-ask/call.xx.wav": false, "lessons/call.fr.wav": false, "lessons/08-our-ask/call.fr.mp3": false, "locales/fr/call.fr.wav": false,
	} {
		if _, _, ok := pack.RecordingName(file); ok != want {
			t.Errorf("%s: %v", file, ok)
		}
	}
}
