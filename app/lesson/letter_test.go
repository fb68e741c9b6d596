package lesson_test

import (
	"reflect"
	"slices"
	"testing"

	"vigie/app/lesson"
)

// The school's line is wanted, the others may be left out; a line is chosen or
// written; the sheet has what was worded, and nothing of it is kept.
func TestLetter(t *testing.T) {
	p := on(t, lesson.Older, "letter")
	refuses(t, p, lesson.Next{})
	p, _ = do(t, p, lesson.Pick{N: 1}, lesson.Write{Text: " one adult "})
	if v := p.View().Letter; v.Picked != -1 || v.Text != " one adult " || v.Now != 1 || v.Of != 2 || v.Beside.Title != "in 2023" {
		t.Errorf("writing after choosing: %+v", v)
	}
	p, _ = do(t, p, lesson.Next{})
	left, _ := do(t, p, lesson.Next{})
	if got := left.View().Letter.Sheet; !slices.Equal(got, []lesson.LetterLine{{To: lesson.ToSchool, Name: "school", Line: "one adult"}}) {
		t.Errorf("leaving the law out brings %v", got)
	}
	p, _ = do(t, p, lesson.Pick{N: 0}, lesson.Next{})
	if got := p.View().Letter.Sheet; len(got) != 2 || got[1] != (lesson.LetterLine{To: lesson.ToLawmakers, Name: "law", Line: "w1"}) {
		t.Errorf("brings %v", got)
	}
	p, _ = do(t, p, lesson.Rewind{})
	if v := p.View().Letter; v.Now != 1 || v.Text != " one adult " {
		t.Errorf("goes back to %+v", v)
	}
	p, _ = do(t, p, lesson.Pick{N: 0}, lesson.Pick{N: 0})
	if v := p.View(); v.Letter.Picked != -1 {
		t.Errorf("taking a line back: %+v", v.Letter)
	}
	p, _ = do(t, p, lesson.Pick{N: 1}, lesson.Next{}, lesson.Next{}, lesson.Next{})
	if s := p.Snapshot(); s.Step != "sign" || len(s.Answers) > 0 {
		t.Errorf("at %s keeps %v", s.Step, s.Answers)
	}
	refuses(t, on(t, lesson.Younger, "letter"), lesson.Write{Text: "x"})
	refuses(t, on(t, lesson.Younger, "letter"), lesson.Pick{N: 2})
	passed, _ := do(t, on(t, lesson.Older, "letter"), lesson.Write{Text: "Emma did it"}, lesson.Pass{}, lesson.Next{})
	if passed.View().Step != "sign" {
		t.Errorf("passing leads to %s", passed.View().Step)
	}
}

// A signing is told once, and nothing of it is kept; what comes after it looks
// the same; who passes tells nothing.
func TestSign(t *testing.T) {
	var after []lesson.View
	for n := range 2 {
		p := on(t, lesson.Younger, "sign")
		refuses(t, p, lesson.Next{})
		refuses(t, p, lesson.Pick{N: 2})
		p, events := do(t, p, lesson.Pick{N: n}, lesson.Next{})
		if !slices.Equal(events, []lesson.Event{lesson.Signed{People: n}}) {
			t.Errorf("tells %v of %d", events, n)
		}
		after = append(after, p.View())
		p, _ = do(t, p, lesson.Next{})
		if s := p.Snapshot(); len(s.Answers) > 0 || len(s.Choices) > 0 || len(s.Flags) > 0 {
			t.Errorf("keeps %+v", s)
		}
	}
	if !reflect.DeepEqual(after[0], after[1]) || !after[0].Sign.Done {
		t.Errorf("one sees who signed: %+v and %+v", after[0].Sign, after[1].Sign)
	}
	pair, err := lesson.Restore(sample(), lesson.Snapshot{Lesson: "l", Version: 3, Age: lesson.Younger, Step: "sign", Session: lesson.Session{Pair: true}})
	if err != nil {
		t.Fatal(err)
	}
	if _, events := do(t, pair, lesson.Pick{N: 2}, lesson.Next{}); !slices.Equal(events, []lesson.Event{lesson.Signed{People: 2}}) {
		t.Errorf("of two tells %v", events)
	}
	if _, events := do(t, on(t, lesson.Younger, "sign"), lesson.Pick{N: 1}, lesson.Pass{}); !slices.Equal(events, []lesson.Event{lesson.Passed{}}) {
		t.Errorf("passing tells %v", events)
	}
}

// A missed call says nothing before one calls back; who does not, is told
// nothing of it.
func TestMissedCall(t *testing.T) {
	p := on(t, lesson.Younger, "missed")
	if v := p.View().Scene; !v.Waiting || v.Missed == "" || len(v.Chat) > 0 || !v.More {
		t.Errorf("before calling back: %+v", v)
	}
	back, _ := do(t, p, lesson.Next{})
	if v := back.View().Scene; v.Waiting || len(v.Chat) != 1 {
		t.Errorf("after calling back: %+v", v)
	}
	back, _ = do(t, back, lesson.Next{}, lesson.Next{})
	if back.View().Step != "talk-2" {
		t.Errorf("after the call comes %s", back.View().Step)
	}
	passed, _ := do(t, p, lesson.Pass{})
	if v := passed.View(); len(v.Scene.Chat) > 0 && v.Phase != lesson.PhasePassed || !slices.Equal(v.Passed, []string{"on"}) {
		t.Errorf("who does not call back is told %+v", v.Scene.Chat)
	}
}

// A part may be another character's in the other variant.
func TestCastByAge(t *testing.T) {
	l := sample()
	l.Witness = lesson.CastByAge{Younger: "mila", Older: "noor"}
	l.Person = lesson.CastByAge{Younger: "noor", Older: "mila"}
	for age, want := range map[lesson.Age][2]string{lesson.Younger: {"Mila", "Noor"}, lesson.Older: {"Noor", "Mila"}} {
		p, err := lesson.New(l, age)
		if err != nil {
			t.Fatal(err)
		}
		if v := p.View(); v.Me.Name != want[0] || v.Person.Name != want[1] || v.Scene.Me != l.Witness.For(age) {
			t.Errorf("%s: one plays %s, about %s", age, v.Me.Name, v.Person.Name)
		}
	}
}
