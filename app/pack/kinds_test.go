package pack_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/app/lesson"
	"vigie/app/pack"
)

// Every kind of activity is read as it is written.
func TestEveryKind(t *testing.T) {
	l, err := load(small(base(t), nil), "en")
	if err != nil {
		t.Fatal(err)
	}
	fact := lesson.Fact{ID: "mind", Value: "70", What: "mind it", Population: "all", Year: 2023, Source: "S", AsOf: "2023-01-01"}
	line := func(by lesson.CharacterID, at, text string) []lesson.Line {
		return []lesson.Line{{By: by, At: at, Text: text}}
	}
	for id, want := range map[lesson.StepID]lesson.Activity{
		"cards": lesson.Sort{Ask: "Does it help?", Cards: []lesson.SortCard{
			{Say: "Write to her.", Fits: []lesson.LaneID{lesson.Helps}, Because: "She is not alone."},
			{Who: "jonas", Say: "Laugh.", Fits: []lesson.LaneID{lesson.Harms, lesson.Depends}, Because: "It spreads.", Again: "Who reads along?"},
		}},
		"tiles": lesson.Order{Ask: "Put it in order", Right: "This is safe.",
			Tiles: []lesson.Tile{{ID: "tell", Say: "Tell an adult", Icon: "lifebuoy"}, {ID: "stop", Say: "Stop", Icon: "hand-palm"}, {ID: "note", Say: "Note it"}},
			Rules: []lesson.Rule{{First: "stop", Says: "Stop before all else.", Because: "Stop comes first."}, {First: "note", Then: "tell", Says: "Note, then tell.", Because: "Note it while you can."}}},
		"pairs": lesson.Match{Ask: "What answers it?", Pairs: []lesson.Pair{
			{Say: "All have it.", Answer: "Then one less.", Because: "Each counts.", Again: "Who counts?"}, {Say: "It is a joke.", Answer: "Ask her.", Because: "She says.", Again: "Who says?"}}},
		"message": lesson.Build{Ask: "Write to Noor", With: "noor", Write: []lesson.Age{lesson.Older},
			Blocks: []lesson.Block{{Say: "I saw it.", Part: lesson.PartKnow}, {Say: "I am here.", Part: lesson.PartHere}, {Say: "Why did you?", Check: lesson.Blame}},
			Advice: map[lesson.Check]string{lesson.Blame: "Ask who passed it on.", lesson.Promise: "Say what you do.", lesson.Curiosity: "Ask how she is.", lesson.Pressure: "Let her choose."},
			Then:   line("noor", "21:50", "ok")},
		"ballot": lesson.Vote{Ask: "How many of 25 mind it?", Of: 25, Own: "And you?", Answers: []string{"I mind it", "I do not know"}, Fact: fact},
		"guess":  lesson.Quiz{Form: lesson.Estimate, Ask: "How many mind it?", Scale: lesson.Scale{To: 100, Step: 10, Unit: "%", Fact: fact, Because: "More than one thinks."}},
		"line":   lesson.Pledge{Title: "One line", Ask: "Which one?", Lines: []string{"We stop.", "We ask."}, Write: lesson.Ages()},
		"items": lesson.Questions{Side: lesson.Before, Items: []lesson.Item{{ID: "know", Say: "I know what to do."},
			{ID: "number", Say: "Which number?", Answers: []string{"116 000", "101"}, Because: "It is free."}}},
		"again": lesson.Scene{Setting: lesson.Direct, With: "noor", As: "jonas", Beats: [][]lesson.Line{line("noor", "22:00", "hi")}, Pass: []string{"Later."}},
	} {
		s, ok := l.Lesson.Step(id)
		if !ok || !reflect.DeepEqual(s.Activity, want) {
			t.Errorf("%s is\n%#v\nand not\n%#v", id, s.Activity, want)
		}
	}
	end, _ := l.Lesson.Step("end")
	if e := end.Activity.(lesson.End); e.Spare.For(lesson.Older) != "again" || e.Offer != "The same as Jonas" {
		t.Errorf("the end offers %+v", e)
	}
}

// many is a pack with n lessons, each with every kind of activity.
func many(b *testing.B, n int) pack.Source {
	b.Helper()
	src := small(base(b), nil)
	files := src.Lessons.(fstest.MapFS)
	var dirs []string
	for i := range n {
		dir := fmt.Sprintf("%03d-lesson", i)
		dirs = append(dirs, dir)
		text := bytes.Replace(base(b), []byte("lesson: small"), []byte("lesson: "+fmt.Sprintf("small-%d", i)), 1)
		files[dir+"/lesson.yaml"] = &fstest.MapFile{Data: text}
	}
	files["pack.yaml"] = &fstest.MapFile{Data: []byte("pack: many\nversion: 1\ntitle: Many\nlicence: CC0\nsource: en\nlessons: [" + strings.Join(dirs, ", ") + "]\n")}
	return src
}

// BenchmarkIndex opens packs of several sizes and reads their index and one
// lesson: the cost grows with the lessons, and 200 open within 150 ms.
func BenchmarkIndex(b *testing.B) {
	for _, n := range []int{2, 20, 200} {
		src := many(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				p, err := pack.Open(src, pack.Options{Door: dial})
				if err != nil {
					b.Fatal(err)
				}
				entries, err := p.Index("en")
				if err != nil || len(entries) != n {
					b.Fatal(len(entries), err)
				}
				if _, err := p.Load(entries[n-1].Dir, "en"); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/lesson")
		})
	}
}

// A sentence on the law is told only once a person has signed it off.
func TestLaw(t *testing.T) {
	text := bytes.Replace(base(t), []byte("  help:\n    help: Doors"), []byte("  rule:\n    info: A rule\n    text: |\n      Words.\n    law: [passing, keeping]\n    to: help\n  help:\n    help: Doors"), 1)
	text = bytes.Replace(text, []byte("    items: [know, number]\n    to: help"), []byte("    items: [know, number]\n    to: rule"), 1)
	law := "law: be\nsentences:\n  passing: {say: It is one., basis: x, confidence: high, checked_on: 2026-11-01, checked_by: A lawyer}\n  keeping: {say: It can be., basis: x, confidence: low, checked_on: \"\", checked_by: \"\"}\n"
	l, err := load(small(text, map[string]string{"law/be.yaml": law}), "en")
	if err != nil {
		t.Fatal(err)
	}
	s, _ := l.Lesson.Step("rule")
	if got := s.Activity.(lesson.Info).Law; len(got) != 1 || got[0].Say != "It is one." || got[0].CheckedOn != "2026-11-01" {
		t.Errorf("tells %+v", got)
	}
	for want, bad := range map[string]string{
		"there is no sentence": strings.Replace(law, "keeping:", "having:", 1),
		"stand together":       strings.Replace(law, "checked_by: A lawyer", "checked_by: \"\"", 1),
	} {
		if _, err := load(small(text, map[string]string{"law/be.yaml": bad}), "en"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}
