package ui_test

import (
	"maps"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"io/fs"

	"fyne.io/fyne/v2"

	"vigie/app/directory"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/ui"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
	"vigie/lessons"
	"vigie/locales"
)

// everyKind is a pack with the lesson of package pack that has every kind.
func everyKind(t *testing.T) pack.Source {
	t.Helper()
	text, err := os.ReadFile("../pack/testdata/base/lesson.yaml")
	if err != nil {
		t.Fatal(err)
	}
	all := fstest.MapFS{}
	err = fs.WalkDir(lessons.FS, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(lessons.FS, name)
		all[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	maps.Copy(all, fstest.MapFS{
		"pack.yaml":       {Data: []byte("pack: kinds\nversion: 1\ntitle: Kinds\nlicence: CC0\nsource: en\nlessons: [one]\n")},
		"facts.yaml":      {Data: []byte("facts:\n  mind: {value: \"70\", what: mind it, population: all, year: 2023, source: S, as_of: 2023-01-01}\n")},
		"questions.yaml":  {Data: []byte("items:\n  know: {say: I know what to do.}\n  number: {say: \"Which number?\", answers: [\"116 000\", \"101\"], right: 1, because: It is free.}\n")},
		"one/lesson.yaml": {Data: text},
	})
	return pack.Source{Lessons: all, Locales: locales.FS}
}

// kindSteps are what one does on each page of that lesson, in order, and the
// page that it leads to.
func kindSteps(t *testing.T, src pack.Source) []struct {
	keys string
	page string
} {
	t.Helper()
	d, err := directory.Load(src, directory.Country, "en")
	if err != nil {
		t.Fatal(err)
	}
	p, err := pack.Open(src, pack.Options{Door: d.Dial})
	if err != nil {
		t.Fatal(err)
	}
	l, err := p.Lesson("small", "en")
	if err != nil {
		t.Fatal(err)
	}
	board := strings.Join(strings.Split(l.Digits()["ballot"], ""), " ")
	return []struct{ keys, page string }{
		{"Return", "rules"}, {"Return", "scene.chat.read"}, {"End Return", "scene.chat.pause"}, {"1 Return", "scene.chat.choose"},
		{"1 Return", "scene.chat.consequence"}, {"Return", "sort.cards.read"},
		{"1 2 Return", "sort.cards.consequence"}, {"Return", "order.tiles.read"},
		{"Space Down Space Return", "order.tiles.consequence"}, {"Return", "match.pairs.read"},
		{"1 2 Return", "match.pairs.consequence"}, {"Return", "build.message.read"},
		{"1 2 3 Return", "build.message.consequence"}, {"R", "build.message.read"}, {"3 Return", "build.message.consequence"}, {"Return", "vote.ballot.read"},
		{"Right Return", "vote.ballot.choose"}, {"1 Return", "vote.ballot.wait"}, {board, "quiz.guess.read"},
		{"Left Return", "quiz.guess.consequence"}, {"Return", "pledge.line.read"},
		{"2 Return", "pledge.line.consequence"}, {"R", "pledge.line.read"}, {"1 Return", "pledge.line.consequence"}, {"Return", "scene.missed.read"},
		{"Return Return", "scene.missed.read"}, {"Return", "letter.ask.read.1"}, {"2 Return", "letter.ask.read.2"}, {"1 Return", "letter.ask.consequence"},
		{"R", "letter.ask.read.1"}, {"Return Return", "letter.ask.consequence"}, {"Return", "sign.signing.read"}, {"2 Return", "sign.signing.consequence"}, {"Return", "questions.items.read"},
		{"4 Return", "questions.items.read"}, {"1 Return", "help.help.read"}, {"Return", "end.end.read"}, {"Return", "home"},
	}
}

var keyNames = map[string]fyne.KeyName{"Return": fyne.KeyReturn, "Space": fyne.KeySpace, "Down": fyne.KeyDown, "Right": fyne.KeyRight, "Left": fyne.KeyLeft, "End": fyne.KeyEnd}

// play goes through the lesson with keys and calls each on every page.
func (r *room) play(steps []struct{ keys, page string }, each func()) {
	r.t.Helper()
	each()
	for _, s := range steps {
		for _, k := range strings.Fields(s.keys) {
			name, known := keyNames[k]
			if !known {
				name = fyne.KeyName(k)
			}
			r.key(name)
		}
		if r.page != s.page {
			r.t.Fatalf("%s leads to %s and not to %s", s.keys, r.page, s.page)
		}
		each()
	}
}

// Every kind of activity is played by keys alone; each page tells what is
// written on it, has room for its words at the extremes, and all its exits.
func TestEveryKind(t *testing.T) {
	src := everyKind(t)
	for _, c := range []struct {
		width, height float32
		size, palette string
		age           lesson.Age
	}{
		{1366, 768, "100", "light", lesson.Older}, {1000, 600, "200", "contrast", lesson.Older}, {1000, 600, "100", "dark", lesson.Younger},
	} {
		t.Run(c.size+" "+c.palette+" "+string(c.age), func(t *testing.T) {
			r := open(t, "en", c.age, func(o *ui.Options) { o.Source, o.Session = src, lesson.Session{Before: true} })
			r.shell.Set(learner.TextSize, c.size)
			r.shell.Set(learner.Palette, c.palette)
			r.shell.Set(learner.ShowKeys, "on")
			r.size(c.width, c.height)
			r.play(kindSteps(t, src), func() {
				r.meant()
				r.fits()
				for _, id := range []string{learner.HideID, kit.HelpDoorID} {
					if kit.ControlByID(r.shell.Window().Content(), id) == nil {
						t.Errorf("%s has no %s", r.page, id)
					}
				}
			})
		})
	}
}

// Two at one laptop take turns, and are asked no anonymous items.
func TestTwoAtOneLaptop(t *testing.T) {
	src := everyKind(t)
	r := open(t, "en", lesson.Younger, func(o *ui.Options) { o.Source, o.Session = src, lesson.Session{Before: true} })
	r.key(fyne.KeyReturn)
	r.shell.Pair(true)
	r.canvas().Unfocus()
	turns := map[string]bool{}
	steps := kindSteps(t, src)[1:]
	for i, s := range steps {
		if s.page == "questions.items.read" {
			steps = append(steps[:i:i], steps[i+2:]...)
			break
		}
	}
	r.play(steps, func() {
		for _, n := range kit.Tree(r.shell.Window().Content()) {
			if n.Region == kit.RegionBand && n.Role == kit.RoleHeading {
				turns[n.Name[strings.LastIndex(n.Name, "·")+1:]] = true
			}
		}
		if strings.HasPrefix(r.page, "questions") {
			t.Error("two are asked anonymous items")
		}
	})
	if len(turns) < 3 {
		t.Errorf("turns: %v", turns)
	}
}

// What looks like a name in one's own words is said at once, and is no reason to
// stop anybody.
func TestNamesAreTold(t *testing.T) {
	src := everyKind(t)
	r := open(t, "en", lesson.Older, func(o *ui.Options) { o.Source = src })
	steps := kindSteps(t, src)
	for i, s := range steps {
		if s.page == "build.message.read" {
			r.play(steps[:i+1], func() {})
			break
		}
	}
	field, is := kit.ControlByID(r.shell.Window().Content(), learner.OwnID).(*kit.Field)
	if !is {
		t.Fatalf("%s has no field", r.page)
	}
	r.canvas().Focus(field)
	told := func() (found bool) {
		for _, n := range kit.Tree(r.shell.Window().Content()) {
			found = found || strings.Contains(n.Name, "looks like a name")
		}
		return found
	}
	for _, c := range "i am here says Noor" {
		field.TypedRune(c)
	}
	if told() {
		t.Error("a character is taken for a real person")
	}
	for _, c := range " and Xavier" {
		field.TypedRune(c)
	}
	if !told() {
		t.Error("nothing is told of a name")
	}
	r.canvas().Unfocus()
	r.key(fyne.KeyReturn)
	if r.page != "build.message.consequence" {
		t.Errorf("one comes no further than %s", r.page)
	}
}
