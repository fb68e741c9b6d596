package pack_test

import (
	"fmt"
	"math/rand/v2"
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

// lessonsOf are the ids of the lessons of the course.
func lessonsOf(t testing.TB) []string {
	t.Helper()
	p, err := pack.Open(pack.Course(), pack.Options{})
	if err != nil {
		t.Fatal(err)
	}
	entries, err := p.Entries("en")
	if err != nil || len(entries) != len(p.Dirs)+2 {
		t.Fatalf("%d lessons, with follow-up and quiet one: %v", len(entries), err)
	}
	var ids []string
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	return ids
}

// walk goes down the paths of a variant.
type walk struct {
	t     *testing.T
	seen  map[string]bool
	ends  int
	later map[string]bool // what the later scenes and the end tell
}

// from goes on in every way. Steps that were reached with the same flags and
// meters go on alike, so each such state is gone through once: that is every
// edge.
func (w *walk) from(p lesson.Player, helped bool, steps int) {
	s, v := p.Snapshot(), p.View()
	key := fmt.Sprint(s.Step, s.Flags, s.Meters, helped, v.Phase)
	if w.seen[key] {
		return
	}
	w.seen[key] = true
	if steps > 80 {
		w.t.Fatalf("a path without end at %s", s.Step)
	}
	helped = helped || v.Kind == lesson.KindHelp
	if v.CanPass {
		q := w.do(p, lesson.Pass{})
		if v.Kind == lesson.KindScene && len(q.View().Passed) == 0 {
			w.t.Errorf("%s has no neutral continuation", s.Step)
		}
		if q.Snapshot().Meters != s.Meters {
			w.t.Errorf("passing %s touches a meter", s.Step)
		}
		w.from(w.onward(q), helped, steps+1)
	}
	switch v.Kind {
	case lesson.KindEnd:
		w.end(v, helped)
		if v.End.Offer != "" {
			w.from(w.do(p, lesson.Stay{}), helped, steps+1)
		}
		return
	case lesson.KindScene:
		for _, q := range w.scene(p) {
			w.from(q, helped, steps+1)
		}
		return
	}
	w.from(w.onward(p), helped, steps+1)
}

// random goes one way, drawn by r, and collects what it tells.
func (w *walk) random(p lesson.Player, r *rand.Rand) {
	told, helped := "", false
	for range 80 {
		v := p.View()
		helped = helped || v.Kind == lesson.KindHelp
		switch {
		case v.Kind == lesson.KindEnd:
			w.end(v, helped)
			w.later[told+strings.Join(v.End.Did, "|")] = true
			return
		case v.CanPass && r.IntN(12) == 0:
			p = w.onward(w.do(p, lesson.Pass{}))
		case v.Kind == lesson.KindScene:
			whole := w.do(p, lesson.ShowAll{}).View().Scene
			for _, l := range whole.Chat {
				told += "|" + l.Text
			}
			ways := w.scene(p)
			p = ways[r.IntN(len(ways))]
		default:
			p = w.onward(p)
		}
	}
	w.t.Fatalf("a path without end at %s", p.View().Step)
}

// onward leaves a step that is no decision, doing the least that it asks for.
func (w *walk) onward(p lesson.Player) lesson.Player {
	at := p.View().Step
	for i := 0; p.View().Step == at; i++ {
		v := p.View()
		switch {
		case i > 60:
			w.t.Fatalf("%s cannot be left", at)
		case v.CanNext:
			p = w.do(p, lesson.Next{})
		case v.Kind == lesson.KindTalk, v.Kind == lesson.KindVote && (v.Phase == lesson.PhaseWait || v.Phase == lesson.PhasePassed):
			p = w.do(p, lesson.Digits{Code: p.Lesson().Digits()[at]})
		case v.Kind == lesson.KindVote && v.Phase == lesson.PhaseRead:
			p = w.do(p, lesson.Put{Place: 3})
		case v.Quiz != nil && v.Quiz.Scale != nil:
			p = w.do(p, lesson.Put{Place: 1})
		case v.Sort != nil:
			p = w.do(p, lesson.Put{Item: i, Place: i % 3})
		case v.Match != nil:
			p = w.do(p, lesson.Put{Item: i, Place: i})
		default:
			p = w.do(p, lesson.Pick{N: 0})
		}
	}
	return p
}

// scene is every way out of a scene but passing.
func (w *walk) scene(p lesson.Player) []lesson.Player {
	p = w.do(p, lesson.ShowAll{})
	v := p.View()
	p = w.do(p, lesson.Next{})
	if p.View().Step != v.Step {
		return []lesson.Player{p}
	}
	if p.View().Phase == lesson.PhasePause {
		for i := range p.View().Scene.Pause.Answers {
			if q := w.do(p, lesson.Pick{N: i}); q.View().Scene.Pause.Reply == "" {
				w.t.Errorf("%s: answer %d of the pause has no reply", v.Step, i+1)
			}
		}
		p = w.do(w.do(p, lesson.Pick{N: 0}), lesson.Next{})
	}
	var out []lesson.Player
	for i := range p.View().Scene.Choices {
		q := w.do(w.do(p, lesson.Pick{N: i}), lesson.Next{})
		if o := q.View().Scene; len(o.Told) == 0 && o.New == 0 {
			w.t.Errorf("%s: nothing is told of choice %d", v.Step, i+1)
		}
		out = append(out, w.do(q, lesson.Next{}))
	}
	return out
}

func (w *walk) end(v lesson.View, helped bool) {
	w.ends++
	if !helped {
		w.t.Errorf("a path to %s without help", v.Step)
	}
	if len(v.End.Better) == 0 || len(v.End.Did) == 0 {
		w.t.Errorf("an end where nothing got better or was done")
	}
}

func (w *walk) do(p lesson.Player, in lesson.Intent) lesson.Player {
	q, _, err := p.Do(in)
	if err != nil {
		w.t.Fatalf("%#v on %s %s: %v", in, p.View().Step, p.View().Phase, err)
	}
	return q
}

// randomPaths are drawn for each lesson, age and language; over the course they
// are more than ten thousand.
const randomPaths = 500

// oneStory are the lessons that tell one story whatever is chosen: the last one,
// in which a class words its ask, and the follow-up of ten minutes.
var oneStory = map[string]bool{"our-ask": true, "still-there": true}

// Every edge of every lesson, and random paths besides, end with help and with
// something that got better, for both ages in every language; and at least
// twelve paths tell something else later.
func TestEveryPath(t *testing.T) {
	all := lesson.Session{Before: true, After: true}
	for _, id := range lessonsOf(t) {
		for _, lang := range i18n.Languages() {
			l := course(t, id, lang)
			for _, age := range lesson.Ages() {
				t.Run(id+" "+lang+" "+string(age), func(t *testing.T) {
					t.Parallel()
					p, err := lesson.NewIn(l, age, all)
					if err != nil {
						t.Fatal(err)
					}
					w := &walk{t: t, seen: map[string]bool{}, later: map[string]bool{}}
					w.from(p, false, 0)
					states := len(w.seen)
					r := rand.New(rand.NewPCG(1, 2))
					for range randomPaths {
						w.random(p, r)
					}
					t.Logf("%d states, %d random paths, %d different stories", states, randomPaths, len(w.later))
					if len(w.later) < 12 && !oneStory[id] {
						t.Errorf("only %d paths differ in what is shown later", len(w.later))
					}
				})
			}
		}
	}
}

// Whoever joins at a talk comes to the end as well.
func TestEveryJoin(t *testing.T) {
	for _, name := range lessonsOf(t) {
		l := course(t, name, "nl")
		for _, age := range lesson.Ages() {
			for id := range l.Digits() {
				if s, _ := l.Step(id); s.Activity.Kind() != lesson.KindTalk {
					continue
				}
				p, err := lesson.Join(l, age, id)
				if err != nil {
					t.Fatal(err)
				}
				if n := len(strings.Fields(p.View().Talk.Story)); n < 35 || n > 75 {
					t.Errorf("%s %s: the story so far has %d words", name, id, n)
				}
				w := &walk{t: t, seen: map[string]bool{}, later: map[string]bool{}}
				w.from(p, false, 0)
				if w.ends == 0 {
					t.Errorf("%s %s %s: no end", name, age, id)
				}
			}
		}
	}
}

// A decision has at least four choices, and a pause comes before it; a lesson
// has two decisions or more, in different forms of pause.
func TestDecisions(t *testing.T) {
	for _, id := range lessonsOf(t) {
		l := course(t, id, "en")
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
			if n < 1 || (n < 2 || len(forms) < 2) && !oneStory[id] {
				t.Errorf("%s %s: %d decisions with %d forms of pause", id, age, n, len(forms))
			}
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

// The index, which reads no more of a catalogue than the title, says the same
// titles as the lessons themselves, in every language.
func TestIndexTitles(t *testing.T) {
	for _, lang := range i18n.Languages() {
		p, err := pack.Open(pack.Course(), pack.Options{Door: func(string) (string, bool) { return "1", true }})
		if err != nil {
			t.Fatal(err)
		}
		entries, err := p.Index(lang)
		if err != nil {
			t.Fatal(err)
		}
		quiet, _, err := p.QuietLesson(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range append(entries, quiet) {
			l, err := p.Lesson(e.ID, lang)
			if err != nil {
				t.Fatal(err)
			}
			if e.Title != l.Title || e.Minutes != l.Minutes {
				t.Errorf("%s %s: the index says %q, the lesson %q", lang, e.ID, e.Title, l.Title)
			}
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
