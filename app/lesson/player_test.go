package lesson_test

import (
	"errors"
	"reflect"
	"testing"

	"vigie/app/lesson"
)

// do carries out intents that must all succeed.
func do(t *testing.T, p lesson.Player, all ...lesson.Intent) (lesson.Player, []lesson.Event) {
	t.Helper()
	var events []lesson.Event
	for _, in := range all {
		next, ev, err := p.Do(in)
		if err != nil {
			t.Fatalf("%#v on %s %s: %v", in, p.View().Step, p.View().Phase, err)
		}
		p, events = next, append(events, ev...)
	}
	return p, events
}

func fresh(t *testing.T) lesson.Player {
	t.Helper()
	p, err := lesson.New(sample(), lesson.Younger)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestBeatsArriveOneByOne(t *testing.T) {
	p := fresh(t)
	v := p.View()
	if n := len(v.Scene.Chat); n != 2 || !v.Scene.More || v.Scene.Thought != nil {
		t.Fatalf("first beat: %d lines, more %v", n, v.Scene.More)
	}
	p, _ = do(t, p, lesson.Next{})
	v = p.View()
	if len(v.Scene.Chat) != 3 || v.Scene.More || v.Scene.New != 1 || v.Scene.Thought == nil || v.Scene.Thought.Text != "hm" {
		t.Errorf("second beat: %+v", v.Scene)
	}
	if all, _ := do(t, fresh(t), lesson.ShowAll{}); !reflect.DeepEqual(all.View().Scene, v.Scene) {
		t.Error("End shows something else than all beats")
	}
}

func TestCues(t *testing.T) {
	p, _ := do(t, fresh(t), lesson.ShowAll{}, lesson.MarkLine{N: 0}, lesson.MarkLine{N: 1})
	s := p.View().Scene
	if !s.Cues[0].Found || s.Chat[0].Found || !s.Chat[0].Marked || !s.Chat[1].Found {
		t.Errorf("cues after marking: %+v %+v", s.Cues, s.Chat)
	}
	p, _ = do(t, p, lesson.MarkLine{N: 1})
	if p.View().Scene.Cues[0].Found {
		t.Error("a mark cannot be taken back")
	}
}

func TestDecisionAndRewind(t *testing.T) {
	p, _ := do(t, fresh(t), lesson.ShowAll{}, lesson.Next{}, lesson.Pick{N: 1})
	if got := p.View().Scene.Pause.Reply; got != "rb" {
		t.Fatalf("the pause replies %q", got)
	}
	p, _ = do(t, p, lesson.Next{})
	if _, _, err := p.Do(lesson.Next{}); !errors.Is(err, lesson.ErrIntent) {
		t.Error("one can go on without choosing")
	}
	chosen, events := do(t, p, lesson.Pick{N: 0}, lesson.Next{})
	o := chosen.View().Scene.Outcome
	if o == nil || o.After.Person != o.Before.Person+2 || o.Direct != "noor" || len(events) != 1 {
		t.Fatalf("outcome %+v, events %+v", o, events)
	}
	if chat := chosen.View().Scene.Chat; len(chat) != 1 || chat[0].Text != "thanks" {
		t.Errorf("the phone shows %+v", chat)
	}
	back, _ := do(t, chosen, lesson.Rewind{})
	if !reflect.DeepEqual(back.View(), p.View()) {
		t.Error("rewinding does not lead back to the same minute")
	}
	if _, _, err := back.Do(lesson.Rewind{}); err == nil {
		t.Error("one can rewind twice")
	}
}

func TestFlagsOpenChoices(t *testing.T) {
	p, _ := do(t, fresh(t), lesson.ShowAll{}, lesson.Next{}, lesson.Pick{N: 0}, lesson.Next{}, lesson.Pick{N: 1}, lesson.Next{}, lesson.Next{})
	for p.View().Step != "talk" {
		if p, _ = do(t, p, lesson.Pass{}); p.View().Kind == lesson.KindVote {
			p, _ = do(t, p, lesson.Alone{})
		}
		p, _ = do(t, p, lesson.Next{})
	}
	p, _ = do(t, p, lesson.Alone{}, lesson.ShowAll{}, lesson.Next{}, lesson.Pick{N: 0}, lesson.Next{})
	if got := p.View().Scene.Choices[0]; got != "sorry" {
		t.Errorf("the way back is not offered: %v", got)
	}
	if m := p.Snapshot().Meters; m != (lesson.Meters{}) {
		t.Errorf("meters went to %+v", m)
	}
}

// Passing tells the neutral continuation, touches no meter, and is not kept.
func TestPass(t *testing.T) {
	start := fresh(t)
	chosen, _ := do(t, start, lesson.ShowAll{}, lesson.Next{}, lesson.Pick{N: 0}, lesson.Next{}, lesson.Pick{N: 1}, lesson.Next{})
	for name, p := range map[string]lesson.Player{"at once": start, "after choosing": chosen} {
		p, _ := do(t, p, lesson.Pass{})
		if v := p.View(); len(v.Passed) != 1 || !v.CanNext || v.CanPass {
			t.Errorf("%s: %+v", name, v)
		}
		p, _ = do(t, p, lesson.Next{})
		s := p.Snapshot()
		if s.Step != "quiz" || len(s.Choices) != 0 || len(s.Flags) != 0 || s.Meters != start.Snapshot().Meters {
			t.Errorf("%s: kept %+v", name, s)
		}
	}
	quiz, _ := do(t, chosen, lesson.Next{}, lesson.Pick{N: 0}, lesson.Next{}, lesson.Pass{}, lesson.Next{})
	if s := quiz.Snapshot(); len(s.Answers) != 0 {
		t.Errorf("a passed quiz is kept: %+v", s.Answers)
	}
}

func TestTalk(t *testing.T) {
	l := sample()
	p, err := lesson.Join(l, lesson.Older, "talk")
	if err != nil {
		t.Fatal(err)
	}
	if v := p.View(); v.Talk.Story != "so far" || !v.CanNext {
		t.Errorf("joining shows %+v", v.Talk)
	}
	p, _ = do(t, p, lesson.Next{})
	if _, _, err := p.Do(lesson.Digits{Code: "111"}); !errors.Is(err, lesson.ErrDigits) {
		t.Errorf("wrong digits: %v", err)
	}
	if _, _, err := p.Do(lesson.Next{}); err == nil {
		t.Error("a talk can be left without digits")
	}
	passed, _ := do(t, p, lesson.Pass{})
	if v := passed.View(); len(v.Talk.Questions) != 0 || v.CanNext {
		t.Errorf("passing a talk shows %+v", v)
	}
	for _, q := range []lesson.Player{p, passed} {
		if q, _ = do(t, q, lesson.Digits{Code: l.Digits()["talk"]}); q.View().Step != "two" {
			t.Errorf("the digits lead to %s", q.View().Step)
		}
	}
}

// In the quiet lesson any digits that a board can show lead on, and the talk is
// one for oneself.
func TestQuietTalk(t *testing.T) {
	l := sample()
	l.Quiet = true
	p, err := lesson.Join(l, lesson.Older, "talk")
	if err != nil {
		t.Fatal(err)
	}
	p, _ = do(t, p, lesson.Next{})
	if v := p.View(); !v.Talk.Apart || len(v.Talk.Questions) == 0 {
		t.Errorf("the talk shows %+v", v.Talk)
	}
	for _, code := range []string{"", "12", "1234", "+12", "12a", "-99"} {
		if _, _, err := p.Do(lesson.Digits{Code: code}); !errors.Is(err, lesson.ErrDigits) {
			t.Errorf("%q leads on: %v", code, err)
		}
	}
	for _, code := range []string{"000", "111", "999"} {
		if q, _ := do(t, p, lesson.Digits{Code: code}); q.View().Step != "two" {
			t.Errorf("%q leads to %s", code, q.View().Step)
		}
	}
}

// Digits are equal in all languages and ages, differ within a lesson, and are
// no help line.
func TestDigits(t *testing.T) {
	l := sample()
	d := l.Digits()
	if len(d) != 3 || d["talk"] == d["talk-2"] || d["vote"] == d["talk"] {
		t.Fatalf("digits: %v", d)
	}
	other := sample()
	other.Language, other.Title = "fr", "autre"
	if !reflect.DeepEqual(other.Digits(), d) {
		t.Error("another language has other digits")
	}
	other.Version++
	if reflect.DeepEqual(other.Digits(), d) {
		t.Error("another version has the same digits")
	}
	for _, code := range d {
		if len(code) != 3 || code < "200" {
			t.Errorf("digits %s", code)
		}
	}
}

func TestRestoreRefuses(t *testing.T) {
	l := sample()
	good := fresh(t).Snapshot()
	for name, change := range map[string]func(*lesson.Snapshot){
		"another lesson":  func(s *lesson.Snapshot) { s.Lesson = "x" },
		"another version": func(s *lesson.Snapshot) { s.Version = 2 },
		"no age":          func(s *lesson.Snapshot) { s.Age = "11" },
		"no such step":    func(s *lesson.Snapshot) { s.Step = "x" },
	} {
		s := good
		change(&s)
		if _, err := lesson.Restore(l, s); !errors.Is(err, lesson.ErrSnapshot) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := lesson.Join(l, lesson.Younger, "info"); !errors.Is(err, lesson.ErrStep) {
		t.Errorf("joining where there is no talk: %v", err)
	}
}

// Steps that the session leaves out take no place.
func TestProgress(t *testing.T) {
	p := fresh(t)
	if v := p.View(); v.Now != 1 || v.Of != 19 || v.Step != "one" {
		t.Errorf("at the start %s, %d of %d", v.Step, v.Now, v.Of)
	}
	p, err := lesson.NewIn(sample(), lesson.Younger, lesson.Session{Before: true, After: true})
	if err != nil {
		t.Fatal(err)
	}
	if v := p.View(); v.Now != 1 || v.Of != 21 || v.Step != "before" {
		t.Errorf("with items before and after: %s, %d of %d", v.Step, v.Now, v.Of)
	}
}

func BenchmarkStep(b *testing.B) {
	p, err := lesson.New(sample(), lesson.Younger)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		q, _, err := p.Do(lesson.Next{})
		if err != nil {
			b.Fatal(err)
		}
		_ = q.View()
	}
}
