package ui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/progress"
	"vigie/app/ui"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
	"vigie/locales"
)

// room is a window with the shell in it, on the headless driver.
type room struct {
	t     *testing.T
	shell *ui.Shell
	page  string // id of the page that is shown
	all   []string
	said  []string                   // read aloud so far
	own   map[fyne.CanvasObject]bool // what says something by itself
}

func open(t *testing.T, lang string, age lesson.Age, change func(*ui.Options)) *room {
	t.Helper()
	words, err := i18n.Load(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	r := &room{t: t}
	o := ui.Options{
		App: test.NewTempApp(t), Words: words, Source: pack.Course(), Recorder: progress.New(progress.Options{}),
		Language: lang, Age: age, Now: func() time.Time { return time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC) },
		Probe: func(event string, words ...string) {
			switch event {
			case "page":
				r.page = words[0]
				r.all = append(r.all, words[0])
			case "aloud":
				r.said = append(r.said, words...)
			case "problem":
				t.Errorf("problem: %v", words)
			}
		},
	}
	if change != nil {
		change(&o)
	}
	t.Cleanup(func() { o.Recorder.Close() })
	r.shell, err = ui.New(o)
	if err != nil {
		t.Fatal(err)
	}
	r.size(1366, 768)
	return r
}

func (r *room) canvas() fyne.Canvas { return r.shell.Window().Canvas() }

func (r *room) size(w, h float32) { r.shell.Window().Resize(fyne.NewSize(w, h)) }

// key presses a key as the window would.
func (r *room) key(names ...fyne.KeyName) {
	for _, n := range names {
		e := &fyne.KeyEvent{Name: n}
		if f := r.canvas().Focused(); f != nil {
			f.TypedKey(e)
		} else if typed := r.canvas().OnTypedKey(); typed != nil {
			typed(e)
		}
	}
}

// controls are the ids of what Tab reaches on the page.
func (r *room) controls() []string {
	var ids []string
	for _, c := range kit.Controls(r.shell.Window().Content()) {
		ids = append(ids, c.ID())
	}
	return ids
}

// next does the one thing that leads on from the present page.
func (r *room) next(digits map[lesson.StepID]string) {
	before := len(r.all)
	switch kind, rest, _ := strings.Cut(r.page, "."); {
	case strings.HasSuffix(r.page, ".pause"):
		r.key(fyne.Key2)
	case strings.HasSuffix(r.page, ".choose"):
		r.key(fyne.Key2, fyne.KeyReturn)
	case kind == "quiz" && strings.HasSuffix(rest, ".read"):
		r.key(fyne.Key1, fyne.Key2, fyne.KeyReturn)
	case kind == "talk":
		step, _, _ := strings.Cut(rest, ".")
		for _, c := range digits[lesson.StepID(step)] {
			r.key(fyne.KeyName(string(c)))
		}
	case kind == "leave-role":
		r.key(fyne.KeyReturn, fyne.KeyReturn)
	default:
		r.key(fyne.KeyReturn)
	}
	if len(r.all) == before {
		r.t.Fatalf("nothing leads on from %s", r.page)
	}
}

// walk plays the lesson and calls each on every page.
func (r *room) walk(each func()) {
	r.t.Helper()
	digits := digits(r.t)
	r.key(fyne.KeyReturn)
	for range 80 {
		if r.page == "home" {
			return
		}
		each()
		r.next(digits)
	}
	r.t.Fatalf("the lesson does not end: %v", r.all)
}

func digits(t *testing.T) map[lesson.StepID]string {
	t.Helper()
	l, err := courseOf(t).Lesson("unread", "en")
	if err != nil {
		t.Fatal(err)
	}
	return l.Digits()
}

// Every page has hide and help; every lesson step but help and end has pass;
// language and reading help are everywhere.
func TestEveryPageHasItsExits(t *testing.T) {
	for _, lang := range i18n.Languages() {
		for _, age := range lesson.Ages() {
			t.Run(lang+" "+string(age), func(t *testing.T) {
				r := open(t, lang, age, nil)
				r.walk(func() {
					ids := r.controls()
					want := []string{learner.HideID, kit.HelpDoorID, learner.LanguageID, learner.ReadingID}
					kind, _, _ := strings.Cut(r.page, ".")
					if kind != "help" && kind != "end" && !strings.HasSuffix(r.page, ".passed") {
						want = append(want, learner.PassID)
					}
					for _, id := range want {
						if !slices.Contains(ids, id) {
							t.Errorf("%s has no %s: %v", r.page, id, ids)
						}
					}
				})
			})
		}
	}
}

// everywhere plays the lesson and calls each on every page, and on every sheet
// that opens over the first page and over a choice.
func (r *room) everywhere(each func()) {
	r.t.Helper()
	each()
	r.sheets(each)
	chose := false
	r.walk(func() {
		each()
		if strings.HasSuffix(r.page, ".choose") && !chose {
			chose = true
			r.sheets(each)
		}
	})
}

func (r *room) sheets(each func()) {
	r.t.Helper()
	page := r.page
	for _, p := range []learner.Place{learner.Reading, learner.Help, learner.Routes, learner.KeyList, learner.Erasing, learner.Crashed, learner.Repaired, learner.Voiceless, learner.Hidden} {
		r.shell.Open(p)
		each()
		if p == learner.Help {
			for _, n := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4} {
				r.key(n)
				each()
			}
		}
		if p == learner.Hidden {
			r.shell.Open(p)
		} else {
			r.key(fyne.KeyEscape)
		}
		if r.page != page {
			r.t.Fatalf("%s leads from %s to %s", p, page, r.page)
		}
	}
}

// Tab goes round every control of a page once, in the order in which the page
// is read, and comes back; Shift+Tab too. What has the focus is in view, and
// nothing is too small to be hit: 24 units, WCAG 2.2, 2.5.8.
func TestTabReachesEverything(t *testing.T) {
	r := open(t, "de", lesson.Younger, nil)
	r.size(1000, 600)
	seen := map[string]bool{}
	r.everywhere(func() {
		ids := r.controls()
		if key := strings.Join(append(ids, r.page), " "); !seen[key] {
			seen[key] = true
			r.tabs()
		}
	})
}

// tabs walks the present page by Tab.
func (r *room) tabs() {
	r.t.Helper()
	ids := r.controls()
	held := r.canvas().Focused()
	for _, step := range []func(){r.canvas().FocusNext, r.canvas().FocusPrevious} {
		r.canvas().Unfocus()
		found := map[string]int{}
		for range ids {
			step()
			if c, is := r.canvas().Focused().(kit.Control); is {
				found[c.ID()]++
				r.inView(c)
			}
		}
		for _, id := range ids {
			if found[id] != 1 {
				r.t.Errorf("%s: Tab reaches %s %d times", r.page, id, found[id])
			}
		}
	}
	var read, tabbed []string
	for _, n := range kit.Tree(r.shell.Window().Content()) {
		if c, is := n.Object.(kit.Control); is && n.Region == kit.RegionPage && !c.Disabled() {
			read = append(read, c.ID())
		}
	}
	for _, id := range ids {
		if slices.Contains(read, id) {
			tabbed = append(tabbed, id)
		}
	}
	if !slices.Equal(read, tabbed) {
		r.t.Errorf("%s is read as %v, and Tab goes as %v", r.page, read, tabbed)
	}
	if held == nil {
		r.canvas().Unfocus() // Enter is the primary button again
	} else {
		r.canvas().Focus(held)
	}
}

// inView holds that a control which has the focus is large enough, and lies in
// the window and in every region around it that scrolls; one that is higher
// than its region shows its beginning or its end.
func (r *room) inView(c kit.Control) {
	r.t.Helper()
	const least, off = 24, 1.0
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
	size, window := c.Size(), r.canvas().Size()
	top, bottom := float32(0), window.Height
	for _, view := range around(r.shell.Window().Content(), c) {
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(view).Y
		top, bottom = max(top, y), min(bottom, y+view.Size().Height)
	}
	if size.Width < least || size.Height < least {
		r.t.Errorf("%s: %s is only %v", r.page, c.ID(), size)
	}
	if at.X < -off || at.X+size.Width > window.Width+off {
		r.t.Errorf("%s: %s at %v is out of the window", r.page, c.ID(), at)
	}
	if size.Height <= bottom-top && (at.Y < top-off || at.Y+size.Height > bottom+off) {
		r.t.Errorf("%s: %s at %v, %v high, is not in view", r.page, c.ID(), at, size.Height)
	}
}

// around lists the regions that scroll around an object.
func around(root, wanted fyne.CanvasObject) []fyne.CanvasObject {
	var path []fyne.CanvasObject
	var find func(o fyne.CanvasObject) bool
	find = func(o fyne.CanvasObject) bool {
		var inside []fyne.CanvasObject
		view, scrolls := o.(*container.Scroll)
		switch o := o.(type) {
		case *container.Scroll:
			inside = []fyne.CanvasObject{o.Content}
		case *fyne.Container:
			inside = o.Objects
		case fyne.Widget:
			inside = test.WidgetRenderer(o).Objects()
		}
		for _, child := range inside {
			if child == wanted || find(child) {
				if scrolls {
					path = append(path, view)
				}
				return true
			}
		}
		return false
	}
	find(root)
	return path
}

// A change of language, text size or palette keeps the place, what is marked
// and the focus, on every page.
func TestChangesKeepThePlace(t *testing.T) {
	r := open(t, "fr", lesson.Younger, nil)
	seen := map[string]bool{}
	r.walk(func() {
		if strings.HasSuffix(r.page, ".choose") {
			r.key(fyne.Key3)
		}
		if seen[r.page] {
			return
		}
		seen[r.page] = true
		page := r.page
		held := r.focused()
		for _, c := range []struct {
			what   learner.Preference
			values []string
		}{{learner.Language, []string{"nl", "de", "en", "fr"}}, {learner.TextSize, []string{"200", "150", "100"}}, {learner.Palette, []string{"contrast", "dark", "light"}}} {
			for _, v := range c.values {
				r.shell.Set(c.what, v)
				if r.page != page {
					t.Fatalf("%s %s leads from %s to %s", c.what, v, page, r.page)
				}
			}
		}
		if now := r.focused(); now != held {
			t.Errorf("%s: the focus went from %s to %s", page, held, now)
		}
		if strings.HasSuffix(page, ".choose") && !kit.ControlByID(r.shell.Window().Content(), "option.3").(*kit.Choice).Chosen() {
			t.Errorf("%s: what was chosen is lost", page)
		}
	})
}

func (r *room) focused() string {
	if c, is := r.canvas().Focused().(kit.Control); is {
		return c.ID()
	}
	return ""
}

// Help, hide and reading help lead back to where one was; so do their sheets.
func TestSheetsLeadBack(t *testing.T) {
	r := open(t, "nl", lesson.Older, nil)
	r.walk(func() {
		page := r.page
		for _, place := range []learner.Place{learner.Help, learner.Reading, learner.Hidden} {
			r.shell.Open(place)
			if r.page == page {
				t.Fatalf("%s does not open on %s", place, page)
			}
			if place == learner.Hidden {
				r.shell.Open(learner.Hidden)
			} else {
				r.key(fyne.KeyEscape)
			}
			if r.page != page {
				t.Fatalf("%s leads from %s to %s", place, page, r.page)
			}
		}
	})
}

// The hidden page has no word of the lesson, no help, and no name in the title.
func TestHidden(t *testing.T) {
	r := open(t, "en", lesson.Younger, nil)
	r.key(fyne.KeyReturn, fyne.KeyReturn)
	r.shell.Open(learner.Hidden)
	if title := r.shell.Window().Title(); strings.Contains(title, "Vigie") {
		t.Errorf("the title is %q", title)
	}
	for _, id := range r.controls() {
		if id != "reading.next" && id != "reading.previous" {
			t.Errorf("there is %s", id)
		}
	}
	r.key(fyne.KeyEscape, fyne.KeyF1, fyne.KeyReturn, fyne.Key0)
	if r.page != "hidden" {
		t.Errorf("a key leads to %s", r.page)
	}
}

// Three digits on the first page lead to the talk with the story so far; wrong
// ones say so and may be tried again.
func TestJoining(t *testing.T) {
	r := open(t, "fr", lesson.Younger, nil)
	r.shell.Join("999")
	if r.page != "home" {
		t.Fatalf("wrong digits lead to %s", r.page)
	}
	if said := strings.Join(r.words(), " "); !strings.Contains(said, "tableau") {
		t.Errorf("wrong digits are answered with %q", said)
	}
	if !r.shell.Join(digits(t)["look-up-again"]) || r.page != "talk.look-up-again.story" {
		t.Errorf("the digits lead to %s", r.page)
	}
}

// "Without the class" is behind help, on a talk and nowhere else.
func TestWithoutTheClass(t *testing.T) {
	r := open(t, "fr", lesson.Younger, nil)
	met := 0
	r.walk(func() {
		page := r.page
		r.shell.Open(learner.Help)
		has := slices.Contains(r.controls(), "alone")
		if is := strings.HasPrefix(page, "talk."); has != is {
			t.Errorf("%s: without the class %v", page, has)
		} else if is {
			met++
		}
		r.shell.Back()
	})
	if met != 2 {
		t.Errorf("%d talks", met)
	}
}

// What cannot be kept is said on the first page, and the lesson goes on.
func TestTrouble(t *testing.T) {
	r := open(t, "fr", lesson.Younger, func(o *ui.Options) { o.Trouble = learner.Unwritable })
	r.walk(func() {})
}

func BenchmarkPage(b *testing.B) {
	words, err := i18n.Load(locales.FS)
	if err != nil {
		b.Fatal(err)
	}
	rec := progress.New(progress.Options{})
	defer rec.Close()
	s, err := ui.New(ui.Options{App: test.NewTempApp(b), Words: words, Source: pack.Course(), Recorder: rec, Language: "fr", Lesson: "unread", Now: time.Now})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s.Open(learner.Help)
		s.Back()
	}
}

// Tab goes round: hide, the page, pass, primary, the help door, the rest of
// the band; Shift+Tab from the first thing on the page reaches hide.
func TestTabRing(t *testing.T) {
	r := open(t, "fr", lesson.Younger, nil)
	place := map[string]int{learner.HideID: 0, learner.PassID: 2, learner.PrimaryID: 3, kit.HelpDoorID: 4, kit.BackID: 5, learner.ReadingID: 5, learner.LanguageID: 5}
	r.walk(func() {
		ids := r.controls()
		last := 0
		for i, id := range ids {
			at, known := place[id]
			if !known {
				at = 1
			}
			if id == learner.DigitsID || r.page == "help" {
				continue // the boxes for the digits stand in the footer
			}
			if at < last || i == 0 && id != learner.HideID {
				t.Errorf("%s: %s is out of order in %v", r.page, id, ids)
			}
			last = at
		}
		if held := r.canvas().Focused().(kit.Control); place[held.ID()] == 0 && held.ID() == ids[1] {
			r.canvas().FocusPrevious()
			if now := r.canvas().Focused().(kit.Control); now.ID() != learner.HideID {
				t.Errorf("%s: before the page comes %s", r.page, now.ID())
			}
			r.canvas().FocusNext()
		}
	})
}

// Keys are shown from the first key press on, or always where that is set.
func TestKeysAppear(t *testing.T) {
	r := open(t, "en", lesson.Younger, nil)
	if caps := r.caps(); caps != 0 {
		t.Errorf("%d key caps before any key", caps)
	}
	test.TapCanvas(r.canvas(), r.middle(learner.PrimaryID))
	if caps := r.caps(); caps != 0 || r.page != "rules" {
		t.Errorf("%d key caps for a mouse on %s", caps, r.page)
	}
	r.canvas().Focused().(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: fyne.KeyTab})
	if r.caps() == 0 {
		t.Error("no key caps after a key")
	}
	if held := r.canvas().Focused().(kit.Control); held.ID() != learner.PrimaryID {
		t.Errorf("the focus went to %s", held.ID())
	}
	r = open(t, "en", lesson.Younger, nil)
	r.shell.Set(learner.ShowKeys, "on")
	if r.caps() == 0 {
		t.Error("no key caps though they are wanted")
	}
	r.shell.Normal()
	if r.caps() != 0 {
		t.Error("key caps after everything was set back")
	}
}

// caps counts the key caps on the page.
func (r *room) caps() int {
	n := 0
	for _, o := range test.LaidOutObjects(r.shell.Window().Content()) {
		if _, is := o.(*kit.KeyCap); is && o.Visible() {
			n++
		}
	}
	return n
}

// middle is where a control is on the screen.
func (r *room) middle(id string) fyne.Position {
	c := kit.ControlByID(r.shell.Window().Content(), id)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
	return at.AddXY(c.Size().Width/2, c.Size().Height/2)
}

// The question mark lists the keys of the page one is on, in the language that
// is set, and Escape leads back.
func TestKeyList(t *testing.T) {
	r := open(t, "fr", lesson.Younger, nil)
	r.walk(func() {
		page := r.page
		r.canvas().Focused().TypedRune('?')
		if r.page != string(learner.KeyList) {
			t.Fatalf("? on %s leads to %s", page, r.page)
		}
		words := strings.Join(r.words(), "\n")
		if strings.HasSuffix(page, ".choose") && !strings.Contains(words, "choisir") {
			t.Errorf("%s: the digits are not told:\n%s", page, words)
		}
		if strings.HasSuffix(page, ".choose") {
			r.shell.Set(learner.Language, "nl")
			if words := strings.Join(r.words(), "\n"); !strings.Contains(words, "kiezen") {
				t.Errorf("%s: not in the new language:\n%s", page, words)
			}
			r.shell.Set(learner.Language, "fr")
		}
		r.key(fyne.KeyEscape)
		if r.page != page {
			t.Fatalf("Escape leads to %s, not to %s", r.page, page)
		}
	})
}

// words are all texts on the page.
func (r *room) words() []string {
	var out []string
	for _, o := range test.LaidOutObjects(r.shell.Window().Content()) {
		if p, is := o.(*kit.Para); is {
			out = append(out, p.Spoken())
		}
	}
	return out
}
