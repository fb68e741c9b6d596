package ui_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/speech"
	"vigie/app/ui"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
)

// loudspeaker notes what it plays.
type loudspeaker struct {
	played  []string
	stopped int
	ended   []func(error) // of each that was played
}

func (l *loudspeaker) play(name string, read func() ([]byte, error), ended func(error)) (stop func()) {
	data, err := read()
	if err != nil {
		ended(err)
	}
	l.played, l.ended = append(l.played, name+" "+string(data)), append(l.ended, ended)
	return func() { l.stopped++ }
}

// soundroom is a shell at a call that was missed and has a recording in
// English.
func soundroom(t *testing.T, more ...func(*ui.Options)) (*room, *loudspeaker) {
	l := &loudspeaker{}
	src := everyKind(t)
	files := src.Lessons.(fstest.MapFS)
	files["one/lesson.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(files["one/lesson.yaml"].Data), "    missed: ", "    recording: call\n    missed: ", 1))}
	files["one/call.en.opus"] = &fstest.MapFile{Data: []byte("sound")}
	r := open(t, "en", lesson.Younger, func(o *ui.Options) {
		o.Source, o.Session, o.Play = src, lesson.Session{Before: true}, l.play
		for _, change := range more {
			change(o)
		}
	})
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
	if l.ended[4](nil); !r.reads("Listen to the call") {
		t.Error("after its end it seems to be played")
	}
	// a late end of one that was stopped is not the end of the next
	r.key(fyne.KeyP, fyne.KeyP, fyne.KeyP)
	l.ended[5](nil)
	l.ended[5](errors.New("late"))
	if !r.reads("Stop listening") {
		t.Error("the end of the sixth ended the seventh")
	}
	r.key(fyne.KeyReturn, fyne.KeyReturn)
	if r.page != "letter.ask.read.1" || l.stopped != 6 {
		t.Errorf("going on to %s stops it: %d", r.page, l.stopped)
	}
	shown := len(r.all)
	if l.ended[6](nil); len(r.all) != shown {
		t.Error("the end of what was left builds another page")
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
	l.ended[0](fmt.Errorf("device: %w", speech.ErrNoSound))
	if !r.has("listen") || !r.reads("This computer can play no sound") || !r.reads("Hi.") {
		t.Error("without sound the call is not read, or cannot be tried again")
	}
	r.key(fyne.KeyP)
	l.ended[1](speech.ErrRecording)
	if !r.reads("This recording cannot be played") {
		t.Error("a damaged recording is not told")
	}
	r.shell.Open(learner.Help)
	r.shell.Back()
	if r.reads("cannot be played") {
		t.Error("what could not be played is told for ever")
	}
}

// While a call is heard nothing is read aloud over it; Ctrl+L stops the call
// first.
func TestOneVoiceAtATime(t *testing.T) {
	r, _ := soundroom(t, withVoice)
	t.Cleanup(r.shell.Hush)
	r.key(fyne.KeyReturn)
	r.shell.ReadAloud()
	r.said = nil
	r.key(fyne.KeyP, fyne.KeyReturn)
	if len(r.said) > 0 || !r.reads("Stop listening") {
		t.Errorf("over the call is read %q", r.said)
	}
	r.shell.ReadAloud()
	if r.reads("Stop listening") || len(r.said) == 0 {
		t.Errorf("Ctrl+L does not stop the call; read is %q", r.said)
	}
}
