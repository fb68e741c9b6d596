package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigie/app/directory"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
	"vigie/app/ui/teacher"
)

func courseOf(t *testing.T) *pack.Pack {
	t.Helper()
	d, err := directory.Load(pack.Course(), directory.Country, "en")
	if err != nil {
		t.Fatal(err)
	}
	p, err := pack.Open(pack.Course(), pack.Options{Door: d.Dial})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// press activates a control by its id.
func (r *room) press(id string) {
	r.t.Helper()
	c := kit.ControlByID(r.shell.Window().Content(), id)
	if c == nil {
		r.t.Fatalf("%s has no %s", r.page, id)
	}
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// reads reports whether words stand on the present page.
func (r *room) reads(words string) bool {
	for _, n := range kit.Tree(r.shell.Window().Content()) {
		if strings.Contains(strings.ReplaceAll(n.Name+" "+n.Value, "\u00a0", " "), words) {
			return true
		}
	}
	return false
}

// The teacher's space opens from the first page; what to do when it is
// happening now is one press away in it, with its first step at once; guides
// open with Enter, their parts with digits; Esc leads back, place by place.
func TestTeachersSpace(t *testing.T) {
	r := open(t, "en", lesson.Older, nil)
	r.press(learner.TeachID)
	if r.page != string(teacher.Lessons) {
		t.Fatalf("the door leads to %s", r.page)
	}
	r.press("now")
	if r.page != string(teacher.Now) || !r.reads("Do not look at the image") || !r.reads("116 000") {
		t.Fatalf("it is happening now leads to %s, without the first step", r.page)
	}
	r.key(fyne.Key4)
	if !r.reads("Something private about somebody") {
		t.Error("the fourth part is not what is said to the class")
	}
	r.key(fyne.KeyEscape)
	if r.page != string(teacher.Lessons) {
		t.Fatalf("Esc leads to %s", r.page)
	}
	r.key(fyne.KeyReturn)
	if r.page != string(teacher.Guide) || !r.reads("53 unread") {
		t.Fatalf("Enter on the first lesson leads to %s", r.page)
	}
	r.key(fyne.Key4)
	l, err := courseOf(t).Lesson("unread", "en")
	if err != nil {
		t.Fatal(err)
	}
	for step, code := range l.Digits() {
		if !r.reads(code) || !r.reads("write this on the board") {
			t.Errorf("the digits of %s are not there", step)
		}
	}
	if !r.reads("What shows Mila that this is serious?") || !r.reads("One sign is enough") {
		t.Error("the questions of the talk with what pupils may say are not there")
	}
	r.shell.Set(learner.Language, "nl")
	if r.page != string(teacher.Guide) {
		t.Errorf("another language leads to %s", r.page)
	}
	r.key(fyne.KeyEscape, fyne.KeyEscape)
	if r.page != "home" {
		t.Errorf("Esc leads to %s", r.page)
	}
}

// A guide opened after another begins at its first part, with the focus there;
// the age that is read there is not that of the pupils; what cannot be read says
// so; and the follow-up has its own name and its digits on the first page.
func TestGuides(t *testing.T) {
	r := open(t, "en", lesson.Younger, nil)
	dirs := courseOf(t).Dirs
	r.shell.Read(dirs[0])
	r.key(fyne.Key4, fyne.KeyEscape)
	r.shell.Read(dirs[1])
	if c, is := r.canvas().Focused().(kit.Control); !is || c.ID() != "part.1" {
		t.Errorf("the second guide begins with the focus on %v", r.canvas().Focused())
	}
	r.key(fyne.Key3)
	r.shell.ForAge(lesson.Older)
	if r.reads("✓ 12–14 years") || r.page != string(teacher.Guide) {
		t.Error("the other age is not read")
	}
	r.shell.Read("no-such-lesson")
	if !r.reads("This page cannot be read.") {
		t.Error("a missing guide says nothing")
	}
	r.shell.Visit(learner.Home)
	p := courseOf(t)
	later, _, err := p.BoosterLesson("en")
	if err != nil {
		t.Fatal(err)
	}
	l, err := p.Lesson(later.ID, "en")
	if err != nil {
		t.Fatal(err)
	}
	if !r.shell.Join(l.Digits()["look-up"]) || r.page != "talk.look-up.story" || !r.reads("Follow-up") || r.reads("Lesson 1") {
		t.Errorf("the digits of the follow-up lead to %s", r.page)
	}
}

// Every page of the space tells what is written on it and has room for its
// words at the extremes, hide and help on each.
func TestTeachersSpaceFits(t *testing.T) {
	for _, c := range []struct {
		width, height float32
		size, palette string
	}{{1366, 768, "100", "light"}, {1000, 600, "200", "contrast"}, {1000, 600, "100", "dark"}, {1366, 768, "150", "light"}} {
		t.Run(c.size+" "+c.palette, func(t *testing.T) {
			r := open(t, "de", lesson.Younger, nil)
			r.shell.Set(learner.TextSize, c.size)
			r.shell.Set(learner.Palette, c.palette)
			r.shell.Set(learner.ShowKeys, "on")
			r.size(c.width, c.height)
			see := func() {
				t.Helper()
				r.meant()
				r.fits()
				if kit.ControlByID(r.shell.Window().Content(), learner.HideID) == nil {
					t.Errorf("%s has no %s", r.page, learner.HideID)
				}
			}
			r.shell.Visit(teacher.Lessons)
			see()
			r.shell.Open(teacher.Menu)
			see()
			for _, p := range []learner.Place{teacher.Now, teacher.November, teacher.Parents, teacher.Background} {
				r.shell.Visit(p)
				r.parts(see)
			}
			for _, dir := range courseOf(t).Dirs {
				r.shell.Read(dir)
				r.parts(see)
			}
		})
	}
}

// parts turns through the parts of a page.
func (r *room) parts(see func()) {
	for i := range 9 {
		if kit.ControlByID(r.shell.Window().Content(), "part."+string(rune('1'+i))) == nil {
			return
		}
		r.shell.Turn(i)
		see()
	}
}
