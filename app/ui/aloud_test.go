package ui_test

import (
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/speech"
	"vigie/app/ui"
	"vigie/app/ui/learner"
	"vigie/locales"
)

func withVoice(o *ui.Options) {
	o.Voice = func() (speech.Voice, error) { return speech.Written(io.Discard), nil }
}

// Someone who sees nothing plays the lesson to its end: what to press is taken
// from what was read aloud alone.
func TestPlayedByEar(t *testing.T) {
	for _, lang := range i18n.Languages() {
		t.Run(lang, func(t *testing.T) {
			words, err := i18n.Load(locales.FS)
			if err != nil {
				t.Fatal(err)
			}
			w := words.In(lang)
			r := open(t, lang, lesson.Younger, withVoice)
			t.Cleanup(r.shell.Hush)
			board := digits(t)
			r.shell.ReadAloud()
			number := regexp.MustCompile(`^([1-9]): `)
			chosen := w.T("chosen")
			heard := func() []string { said := r.said; r.said = nil; return said }
			said := heard()
			for range 120 {
				if len(said) == 0 {
					t.Fatalf("nothing is said on %s", r.page)
				}
				var options []string
				marked, boxes := false, false
				for _, s := range said {
					if m := number.FindStringSubmatch(s); m != nil {
						options = append(options, m[1])
						marked = marked || strings.HasSuffix(s, chosen)
					}
					boxes = boxes || strings.HasPrefix(s, w.T("Three digits on the board"))
				}
				if strings.HasSuffix(r.page, ".choose") && len(options) < 2 && !marked {
					t.Errorf("%s: no options are told: %q", r.page, said)
				}
				switch {
				case boxes && strings.HasPrefix(r.page, "talk."):
					for _, c := range board[lesson.StepID(strings.Split(r.page, ".")[1])] {
						r.key(fyne.KeyName(string(c)))
					}
				case len(options) > 1 && !marked:
					r.key(fyne.KeyName(options[1]))
				default:
					r.key(fyne.KeyReturn)
				}
				if said = heard(); r.page == "home" {
					return
				}
			}
			t.Fatalf("the lesson does not end: %v", r.all)
		})
	}
}

// Reading aloud is off at first; hide silences it; what was heard of a page is
// not read again when more comes; the focus is read when it moves.
func TestAloud(t *testing.T) {
	r := open(t, "en", lesson.Younger, withVoice)
	t.Cleanup(r.shell.Hush)
	if len(r.said) > 0 {
		t.Errorf("says %q unasked", r.said)
	}
	r.key(fyne.KeyReturn, fyne.KeyReturn)
	r.shell.ReadAloud()
	first := slices.Clone(r.said)
	if !slices.ContainsFunc(first, func(s string) bool { return strings.Contains(s, "maths sheet") }) {
		t.Fatalf("the chat is not read: %q", first)
	}
	r.said = nil
	r.key(fyne.KeyReturn)
	for _, s := range r.said {
		if strings.Contains(s, "maths sheet") {
			t.Errorf("read again: %q", s)
		}
	}
	r.said = nil
	r.canvas().FocusNext()
	if len(r.said) != 1 {
		t.Errorf("the focus moved and is told as %q", r.said)
	}
	r.said = nil
	r.shell.Open(learner.Hidden)
	r.shell.Open(learner.Hidden)
	r.canvas().FocusNext()
	if len(r.said) > 0 {
		t.Errorf("still says %q after hiding", r.said)
	}
}

// Without a voice the page says so, and Escape leads back.
func TestVoiceless(t *testing.T) {
	r := open(t, "nl", lesson.Younger, func(o *ui.Options) {
		o.Voice = func() (speech.Voice, error) { return nil, speech.ErrNoVoice }
	})
	r.shell.ReadAloud()
	if r.page != string(learner.Voiceless) {
		t.Fatalf("shows %s", r.page)
	}
	r.key(fyne.KeyEscape)
	if r.page != "home" {
		t.Errorf("Escape leads to %s", r.page)
	}
}
