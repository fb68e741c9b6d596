package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

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

// Single keys can be turned off: then a digit chooses nothing, no cap and no
// line of the list of keys shows one, and Enter still does everything.
func TestSingleKeysOff(t *testing.T) {
	r := open(t, "en", lesson.Younger, nil)
	r.shell.Set(learner.ShowKeys, "on")
	r.shell.Set(learner.SingleKeys, "off")
	r.key(fyne.KeyReturn, fyne.KeyReturn)
	for !strings.HasSuffix(r.page, ".pause") {
		r.key(fyne.KeyReturn)
	}
	page := r.page
	if r.key(fyne.Key1, fyne.Key0); r.page != page {
		t.Errorf("a digit leads to %s", r.page)
	}
	for _, n := range kit.Tree(r.shell.Window().Content()) {
		if n.Key != "" {
			t.Errorf("%q is told with the key %s", n.Name, n.Key)
		}
	}
	caps := func() (found int) {
		for _, o := range test.LaidOutObjects(r.shell.Window().Content()) {
			if k, is := o.(*kit.KeyCap); is && k.Visible() && len(k.Print()) == 1 {
				found++
			}
		}
		return found
	}
	if n := caps(); n > 0 {
		t.Errorf("%d caps of digits are drawn", n)
	}
	r.shell.Open(learner.KeyList)
	if n := caps(); n > 0 {
		t.Errorf("the list of keys has %d digits", n)
	}
	r.key(fyne.KeyEscape)
	r.shell.Set(learner.SingleKeys, "on")
	if r.key(fyne.Key1); r.page == page || caps() == 0 {
		t.Errorf("on again, and still on %s with %d caps", r.page, caps())
	}
}
