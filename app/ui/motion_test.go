package ui

import (
	"io"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/progress"
	"vigie/app/speech"
	"vigie/app/ui/learner"
	"vigie/app/ui/theme"
	"vigie/locales"
)

// Nothing moves where it is asked for, in high contrast, and while reading
// aloud.
func TestCalm(t *testing.T) {
	words, err := i18n.Load(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	recorder := progress.New(progress.Options{})
	t.Cleanup(func() { recorder.Close() })
	s, err := New(Options{App: test.NewTempApp(t), Words: words, Source: pack.Course(), Recorder: recorder, Age: lesson.Younger, Now: time.Now,
		Voice: func() (speech.Voice, error) { return speech.Written(io.Discard), nil }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Hush)
	for _, step := range []struct {
		name  string
		do    func()
		moves bool
	}{
		{"at first", func() {}, true},
		{"calm", func() { s.Set(learner.Calm, "on") }, false},
		{"not calm", func() { s.Set(learner.Calm, "off") }, true},
		{"high contrast", func() { s.Set(learner.Palette, string(theme.Contrast)) }, false},
		{"dark", func() { s.Set(learner.Palette, string(theme.Dark)) }, true},
		{"reading aloud", s.ReadAloud, false},
		{"silent again", s.ReadAloud, true},
	} {
		if step.do(); (s.motion != nil) != step.moves {
			t.Errorf("%s: moves %v", step.name, s.motion != nil)
		}
	}
}
