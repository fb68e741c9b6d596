package pack_test

import (
	"fmt"
	"strings"
	"testing"

	"vigie/app/directory"
	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
)

// course loads a lesson of the course in a language.
func course(t testing.TB, id, lang string) *lesson.Lesson {
	t.Helper()
	d, err := directory.Load(pack.Course(), directory.Country, lang)
	if err != nil {
		t.Fatal(err)
	}
	p, err := pack.Open(pack.Course(), pack.Options{Door: d.Dial})
	if err != nil {
		t.Fatal(err)
	}
	l, err := p.Lesson(id, lang)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// walk goes down every path of a variant. Steps that were reached with the
// same flags and meters go on in the same way, so each such state is gone
// through once; that is every path.
type walk struct {
	t      *testing.T
	seen   map[string]bool
	ends   int
	later  map[string]bool // what the later scenes and the end tell, choices' own outcomes aside
	longer int
}

func (w *walk) from(p lesson.Player, helped bool, told string, steps int) {
	s := p.Snapshot()
	key := fmt.Sprint(s.Step, s.Flags, s.Meters, helped, p.View().Phase, told)
	if w.seen[key] {
		return
	}
	w.seen[key] = true
	if steps > 60 {
		w.t.Fatalf("a path without end at %s", s.Step)
	}
	v := p.View()
	helped = helped || v.Kind == lesson.KindHelp
	if v.CanPass {
		q := w.do(p, lesson.Pass{})
		if v.Kind == lesson.KindScene && len(q.View().Passed) == 0 {
			w.t.Errorf("%s has no neutral continuation", s.Step)
		}
		if q.Snapshot().Meters != s.Meters {
			w.t.Errorf("passing %s touches a meter", s.Step)
		}
		w.from(w.onward(q), helped, told, steps+1)
	}
	switch v.Kind {
	case lesson.KindEnd:
		w.end(v, helped, told)
		return
	case lesson.KindScene:
		w.scene(p, helped, told, steps)
		return
	}
	w.from(w.onward(p), helped, told, steps+1)
}

// onward leaves a step that is no decision.
func (w *walk) onward(p lesson.Player) lesson.Player {
	at := p.View().Step
	for i := 0; p.View().Step == at; i++ {
		v := p.View()
		switch {
		case i > 40:
			w.t.Fatalf("%s cannot be left", at)
		case v.CanNext:
			p = w.do(p, lesson.Next{})
		case v.Kind == lesson.KindTalk:
			p = w.do(p, lesson.Digits{Code: p.Lesson().Digits()[at]})
		default:
			p = w.do(p, lesson.Pick{N: 0})
		}
	}
	return p
}

func (w *walk) scene(p lesson.Player, helped bool, told string, steps int) {
	p = w.do(p, lesson.ShowAll{})
	v := p.View()
	for _, l := range v.Scene.Chat {
		told += "|" + l.Text
	}
	if v.Scene.Thought != nil {
		told += "|" + v.Scene.Thought.Text
	}
	p = w.do(p, lesson.Next{})
	if p.View().Step != v.Step {
		w.from(p, helped, told, steps+1)
		return
	}
	if p.View().Phase == lesson.PhasePause {
		for i := range p.View().Scene.Pause.Answers {
			if q := w.do(p, lesson.Pick{N: i}); q.View().Scene.Pause.Reply == "" {
				w.t.Errorf("%s: answer %d of the pause has no reply", v.Step, i+1)
			}
		}
		p = w.do(w.do(p, lesson.Pick{N: 0}), lesson.Next{})
	}
	for i := range p.View().Scene.Choices {
		q := w.do(w.do(p, lesson.Pick{N: i}), lesson.Next{})
		if o := q.View().Scene; len(o.Told) == 0 {
			w.t.Errorf("%s: nothing is told of choice %d", v.Step, i+1)
		}
		w.from(w.do(q, lesson.Next{}), helped, told, steps+1)
	}
}

func (w *walk) end(v lesson.View, helped bool, told string) {
	w.ends++
	if !helped {
		w.t.Errorf("a path to %s without help", v.Step)
	}
	if len(v.End.Better) == 0 || len(v.End.Did) == 0 {
		w.t.Errorf("an end where nothing got better or was done")
	}
	w.later[told+strings.Join(v.End.Did, "|")] = true
}

func (w *walk) do(p lesson.Player, in lesson.Intent) lesson.Player {
	q, _, err := p.Do(in)
	if err != nil {
		w.t.Fatalf("%#v on %s %s: %v", in, p.View().Step, p.View().Phase, err)
	}
	return q
}

// Every path of both ages in every language ends with help and something that
// got better, and at least twelve tell something else later.
func TestEveryPath(t *testing.T) {
	for _, lang := range i18n.Languages() {
		l := course(t, "unread", lang)
		for _, age := range lesson.Ages() {
			t.Run(lang+" "+string(age), func(t *testing.T) {
				p, err := lesson.New(l, age)
				if err != nil {
					t.Fatal(err)
				}
				w := &walk{t: t, seen: map[string]bool{}, later: map[string]bool{}}
				w.from(p, false, "", 0)
				t.Logf("%d states, %d ends, %d different stories", len(w.seen), w.ends, len(w.later))
				if len(w.later) < 12 {
					t.Errorf("only %d paths differ in what is shown later", len(w.later))
				}
			})
		}
	}
}

// Whoever joins at a talk comes to the end as well.
func TestEveryJoin(t *testing.T) {
	l := course(t, "unread", "nl")
	for _, age := range lesson.Ages() {
		for id := range l.Digits() {
			p, err := lesson.Join(l, age, id)
			if err != nil {
				t.Fatal(err)
			}
			if n := len(strings.Fields(p.View().Talk.Story)); n < 35 || n > 70 {
				t.Errorf("%s: the story so far has %d words", id, n)
			}
			w := &walk{t: t, seen: map[string]bool{}, later: map[string]bool{}}
			w.from(p, false, "", 0)
			if w.ends == 0 {
				t.Errorf("%s %s: no end", age, id)
			}
		}
	}
}

// A decision of every scene has at least four choices, and a pause comes once
// a scene, in three forms.
func TestDecisions(t *testing.T) {
	l := course(t, "unread", "en")
	for _, age := range lesson.Ages() {
		forms := map[lesson.PauseForm]bool{}
		n := 0
		for _, s := range l.Steps {
			scene, is := s.Activity.(lesson.Scene)
			if !is || !s.In(age) || len(scene.Choices) == 0 {
				continue
			}
			n++
			forms[scene.Pause.Form] = true
		}
		if n != 3 || len(forms) != 3 {
			t.Errorf("%s: %d decisions with %d forms of pause", age, n, len(forms))
		}
	}
}

func TestRenaming(t *testing.T) {
	d, err := directory.Load(pack.Course(), directory.Country, "fr")
	if err != nil {
		t.Fatal(err)
	}
	p, err := pack.Open(pack.Course(), pack.Options{Door: d.Dial, Names: map[lesson.CharacterID]string{"noor": "Inès", "admin": "Nobody"}})
	if err != nil {
		t.Fatal(err)
	}
	l, err := p.Lesson("unread", "fr")
	if err != nil {
		t.Fatal(err)
	}
	if l.Cast["noor"].Name != "Inès" || l.Cast["admin"].Name == "Nobody" {
		t.Errorf("cast: %+v", l.Cast)
	}
	text := fmt.Sprintf("%+v", l.Steps)
	for _, bad := range []string{"Noor", " de Inès", " que Inès"} {
		if i := strings.Index(text, bad); i >= 0 {
			t.Errorf("%q stands in the text: …%s…", bad, text[max(0, i-60):i+20])
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	course(b, "unread", "fr") // compiles the schema, once a program
	for b.Loop() {
		d, err := directory.Load(pack.Course(), directory.Country, "fr")
		if err != nil {
			b.Fatal(err)
		}
		p, err := pack.Open(pack.Course(), pack.Options{Door: d.Dial})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := p.Index("fr"); err != nil {
			b.Fatal(err)
		}
		if _, err := p.Lesson("unread", "fr"); err != nil {
			b.Fatal(err)
		}
	}
}

// A text and a line of a block may have easier words; both are read, and an
// orphan line is said.
func TestEasierWords(t *testing.T) {
	for _, simple := range []bool{false, true} {
		d, err := directory.Load(pack.Course(), directory.Country, "en")
		if err != nil {
			t.Fatal(err)
		}
		p, err := pack.Open(pack.Course(), pack.Options{Door: d.Dial, Simple: simple})
		if err != nil {
			t.Fatal(err)
		}
		l, err := p.Lesson("unread", "de")
		if err != nil {
			t.Fatal(err)
		}
		s, _ := l.Step("look-up")
		if got := strings.Contains(s.Activity.(lesson.Talk).Story, "Es ist Samstagabend"); got != simple || !l.Easier {
			t.Errorf("simple %v: %q", simple, s.Activity.(lesson.Talk).Story)
		}
	}
}
