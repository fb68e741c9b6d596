package lesson_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"vigie/app/lesson"
)

// intents draws what a person may do, sensible or not.
func intents(l *lesson.Lesson) *rapid.Generator[lesson.Intent] {
	codes := []string{"000", "12", ""}
	for _, c := range l.Digits() {
		codes = append(codes, c)
	}
	return rapid.Custom(func(t *rapid.T) lesson.Intent {
		switch rapid.IntRange(0, 14).Draw(t, "kind") {
		case 0:
			return lesson.ShowAll{}
		case 1:
			return lesson.Pass{}
		case 2:
			return lesson.Rewind{}
		case 3, 4:
			return lesson.Pick{N: rapid.IntRange(-1, 4).Draw(t, "n")}
		case 5:
			return lesson.MarkLine{N: rapid.IntRange(-1, 5).Draw(t, "line")}
		case 6:
			return lesson.Digits{Code: rapid.SampledFrom(codes).Draw(t, "code")}
		case 7:
			return lesson.Alone{}
		case 8, 9:
			return lesson.Put{Item: rapid.IntRange(-1, 3).Draw(t, "item"), Place: rapid.IntRange(-2, 4).Draw(t, "place")}
		case 10:
			return lesson.Arrange{Order: rapid.Permutation([]int{0, 1, 2}).Draw(t, "order")}
		case 11:
			return lesson.Write{Text: rapid.SampledFrom([]string{"", "I saw it.", "why did you send it"}).Draw(t, "text")}
		case 12:
			return lesson.Stay{}
		}
		return lesson.Next{}
	})
}

func begin(t *rapid.T, l *lesson.Lesson) lesson.Player {
	age := rapid.SampledFrom(lesson.Ages()).Draw(t, "age")
	session := lesson.Session{Pair: rapid.Bool().Draw(t, "pair"), Before: rapid.Bool().Draw(t, "before"), After: rapid.Bool().Draw(t, "after")}
	p, err := lesson.NewIn(l, age, session)
	if rapid.Bool().Draw(t, "joined") {
		p, err = lesson.JoinIn(l, age, rapid.SampledFrom([]lesson.StepID{"talk", "talk-2"}).Draw(t, "talk"), session)
	}
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The same intents always give the same views; an error changes nothing; Do
// leaves the player it was called on as it was.
func TestDeterminism(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := sample()
		p := begin(t, l)
		q := p
		for _, in := range rapid.SliceOfN(intents(l), 0, 60).Draw(t, "intents") {
			before := p.View()
			next, events, err := p.Do(in)
			if !reflect.DeepEqual(p.View(), before) {
				t.Fatalf("%#v changed the player it was given to", in)
			}
			if err != nil && (len(events) > 0 || !reflect.DeepEqual(next.View(), before)) {
				t.Fatalf("%#v failed and still did something", in)
			}
			again, _, _ := q.Do(in)
			if !reflect.DeepEqual(next.View(), again.View()) {
				t.Fatalf("%#v gave two different views", in)
			}
			p, q = next, again
			if m := p.Snapshot().Meters; min(m.Person, m.Spread, m.Norm) < 0 || max(m.Person, m.Spread, m.Norm) > lesson.MaxLamps {
				t.Fatalf("meters out of range: %+v", m)
			}
		}
	})
}

// What was kept at the beginning of a step leads back to exactly that step.
func TestSnapshotRestores(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := sample()
		p := begin(t, l)
		for _, in := range rapid.SliceOfN(intents(l), 0, 60).Draw(t, "intents") {
			next, events, err := p.Do(in)
			if err != nil {
				continue
			}
			p = next
			for _, e := range events {
				if _, arrived := e.(lesson.Arrived); !arrived {
					continue
				}
				back, err := lesson.Restore(l, p.Snapshot())
				if err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(back.View(), p.View()) || !reflect.DeepEqual(back.Snapshot(), p.Snapshot()) {
					t.Fatalf("restored\n%+v\nis not\n%+v", back.View(), p.View())
				}
			}
		}
	})
}

// Whatever is done inside a step, the snapshot stays that of its beginning, so
// a pass, a rewound choice and an unfinished one leave nothing.
func TestSnapshotIsOfTheBeginning(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := sample()
		p := begin(t, l)
		at := p.Snapshot()
		for _, in := range rapid.SliceOfN(intents(l), 0, 60).Draw(t, "intents") {
			next, events, err := p.Do(in)
			if err != nil {
				continue
			}
			p = next
			for _, e := range events {
				if _, arrived := e.(lesson.Arrived); arrived {
					at = p.Snapshot()
				}
			}
			if got := p.Snapshot(); !reflect.DeepEqual(got, at) {
				t.Fatalf("after %#v the snapshot is %+v, not %+v", in, got, at)
			}
		}
	})
}
