package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
)

// Easier words are a setting in a lesson that has some, and change what is
// told at once; without a lesson there is no such setting.
func TestEasierWords(t *testing.T) {
	r := open(t, "en", lesson.Younger, nil)
	offered := func() bool {
		r.shell.Open(learner.Reading)
		defer r.key(fyne.KeyEscape)
		return kit.ControlByID(r.shell.Window().Content(), string(learner.Easier)) != nil
	}
	if offered() {
		t.Error("offered without a lesson")
	}
	r.key(fyne.KeyReturn, fyne.KeyReturn)
	if !offered() {
		t.Fatal("not offered in a lesson that has easier words")
	}
	for !strings.HasPrefix(r.page, "info.") {
		r.next(digits(t))
	}
	said := func(words string) bool { return strings.Contains(strings.Join(r.words(), " "), words) }
	if !said("opened") || said("helps children") {
		t.Fatalf("says %q", r.words())
	}
	r.shell.Set(learner.Easier, "on")
	if !said("helps children") || said("passed on without agreement.") {
		t.Errorf("does not say it in easier words: %q", r.words())
	}
	r.shell.Normal()
	if said("helps children") {
		t.Error("keeps easier words after going back to normal")
	}
}
