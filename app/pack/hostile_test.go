package pack_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/app/i18n"
	"vigie/app/pack"
)

// small is a pack with one lesson, and what else is given.
func small(lesson []byte, more map[string]string) pack.Source {
	lessons := fstest.MapFS{
		"pack.yaml":       {Data: []byte("pack: small\nversion: 1\ntitle: Small\nlicence: CC0\nsource: en\nlessons: [one]\n")},
		"cast.yaml":       {Data: []byte("cast:\n  noor: {name: Noor, pronoun: she}\n  mila: {name: Mila, pronoun: she}\n  jonas: {name: Jonas, pronoun: he}\n")},
		"facts.yaml":      {Data: []byte("facts:\n  mind: {value: \"70\", what: mind it, population: all, year: 2023, source: S, as_of: 2023-01-01}\n")},
		"questions.yaml":  {Data: []byte("items:\n  know: {say: I know what to do.}\n  number: {say: \"Which number?\", answers: [\"116 000\", \"101\"], right: 1, because: It is free.}\n")},
		"one/lesson.yaml": {Data: lesson},
	}
	locales := fstest.MapFS{}
	for name, text := range more {
		if rest, is := strings.CutPrefix(name, "locales/"); is {
			locales[rest] = &fstest.MapFile{Data: []byte(text)}
		} else {
			lessons[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return pack.Source{Lessons: lessons, Locales: locales}
}

func dial(id string) (string, bool) { return "116\u00a0000", id == "childfocus" }

func load(src pack.Source, lang string) (*pack.Loaded, error) {
	p, err := pack.Open(src, pack.Options{Door: dial})
	if err != nil {
		return nil, err
	}
	return p.Load("one", lang)
}

func base(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/base/lesson.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestBaseLoads(t *testing.T) {
	if _, err := load(small(base(t), nil), "en"); err != nil {
		t.Fatal(err)
	}
}

// Every broken lesson is refused whole, with file, line, column and the line
// itself under which the caret stands.
func TestBrokenLessons(t *testing.T) {
	files, err := filepath.Glob("testdata/fail/*.yaml")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d broken lessons, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want, body, _ := strings.Cut(strings.TrimPrefix(string(data), "# want: "), "\n")
			loaded, err := load(small([]byte(body), nil), "en")
			var ps pack.Problems
			if !errors.As(err, &ps) || loaded != nil {
				t.Fatalf("loaded %v, error %v", loaded != nil, err)
			}
			if !strings.Contains(ps.Error(), want) {
				t.Errorf("it says\n%s\nand not %q", ps.Error(), want)
			}
			for _, p := range ps {
				if p.File != "lessons/one/lesson.yaml" || p.Line > 0 && (p.Column < 1 || !strings.Contains(p.Text(i18n.Words{}), "^")) {
					t.Errorf("no place: %+v", p)
				}
			}
		})
	}
}

// All faults are said at once.
func TestAllProblemsAtOnce(t *testing.T) {
	text := strings.NewReplacer("{noor} need", "{nora} need", "to: help", "to: nowhere", "Call {door:childfocus}", "Call {door:x}").Replace(string(base(t)))
	_, err := load(small([]byte(text), nil), "en")
	var ps pack.Problems
	if !errors.As(err, &ps) || len(ps) != 3 {
		t.Fatalf("%d problems: %v", len(ps), err)
	}
}

func TestLimits(t *testing.T) {
	huge := append(base(t), []byte("# "+strings.Repeat("x", pack.MaxLessonBytes))...)
	many := string(base(t)) + "\n" + strings.Repeat("# x\n", 10)
	long := strings.Replace(string(base(t)), "title: A small lesson", "title: "+strings.Repeat("a", pack.MaxTextRunes+1), 1)
	wide := strings.Replace(string(base(t)), "evidence: [S2]", "evidence: ["+strings.Repeat("S2, ", pack.MaxNodes)+"S2]", 1)
	for name, c := range map[string]struct{ text, want string }{
		"bytes": {string(huge), "larger than 1 MiB"}, "text": {long, "longer than 4000"}, "values": {wide, "more than 5000 values"},
		"utf-8": {"lesson: \xff\xfe", "not UTF-8"},
	} {
		if _, err := load(small([]byte(c.text), nil), "en"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := load(small([]byte(many), nil), "en"); err != nil {
		t.Errorf("comments are no fault: %v", err)
	}
}

func TestBrokenCatalogue(t *testing.T) {
	_, err := load(small(base(t), map[string]string{"locales/fr/one.po": "msgid \"a\"\nmsgstr \"b\n"}), "fr")
	if err == nil || !strings.Contains(err.Error(), "locales/fr/one.po:2:1") {
		t.Errorf("it says %v", err)
	}
}

// What fmt writes are ids and nothing else, and the second time nothing.
func TestFormat(t *testing.T) {
	text := base(t)
	l, err := load(small(text, nil), "en")
	if err != nil {
		t.Fatal(err)
	}
	once := pack.AddIDs(l.Document, l.Texts)
	l, err = load(small(once, nil), "en")
	if err != nil {
		t.Fatalf("after fmt: %v\n%s", err, once)
	}
	if twice := pack.AddIDs(l.Document, l.Texts); !bytes.Equal(once, twice) {
		t.Error("fmt is not idempotent")
	}
	for _, x := range l.Texts {
		if x.ID == "" || strings.Contains(x.Source, "{#") {
			t.Errorf("%q has the id %q", x.Source, x.ID)
		}
	}
	a, b := strings.Split(string(text), "\n"), strings.Split(string(once), "\n")
	if len(a) != len(b) {
		t.Fatal("fmt changes the number of lines")
	}
	for i := range a {
		plain := b[i]
		for _, x := range l.Texts {
			// in { } a text without quotes gets them, because an id ends in a brace
			if !strings.Contains(a[i], `"`+x.Source+`"`) {
				plain = strings.Replace(plain, `"`+x.Source+" {#"+x.ID+`}"`, x.Source, 1)
			}
			plain = strings.Replace(plain, " {#"+x.ID+"}", "", 1)
		}
		if plain != a[i] {
			t.Errorf("line %d: %q became %q", i+1, a[i], b[i])
		}
	}
	changed := bytes.Replace(once, []byte("title: A small lesson"), []byte("title: Another lesson"), 1)
	l, err = load(small(changed, nil), "en")
	if err != nil || !bytes.Equal(pack.AddIDs(l.Document, l.Texts), changed) {
		t.Errorf("an id does not stay when the words change: %v", err)
	}
}

// A zip with names or sizes that no author needs is refused before anything
// is read from it.
func TestHostileZips(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"../out.yaml", "not allowed"}, {"/abs.yaml", "not allowed"}, {`lessons\x.yaml`, "not allowed"}, {"C:/x.yaml", "not allowed"},
		{"lessons/con.yaml", "not allowed"}, {"lessons/a b.yaml", "not allowed"}, {"lessons/" + strings.Repeat("d/", 7) + "x.yaml", "not allowed"},
		{"lessons/x.", "not allowed"}, {"lessons/\u202ex.yaml", "not allowed"}, {strings.Repeat("n", 130), "not allowed"}, {"lessons/COM1.po", "not allowed"},
		{"lessons/PACK.yaml", "there twice"}, {"lessons/bomb.yaml", "times its size"},
	} {
		t.Run(fmt.Sprintf("%q", c.name), func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "pack.zip")
			var b bytes.Buffer
			z := zip.NewWriter(&b)
			for _, name := range []string{"lessons/pack.yaml", c.name} {
				w, err := z.Create(name)
				if err != nil {
					t.Fatal(err)
				}
				if strings.Contains(name, "bomb") {
					w.Write(make([]byte, 5<<20))
				}
			}
			if err := z.Close(); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			_, _, err := pack.At(file)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("it says %v", err)
			}
		})
	}
}

// The quiet lesson is loaded like the others, is not in the index, and cannot be
// one of the others.
func TestQuietLesson(t *testing.T) {
	head := "pack: small\nversion: 1\ntitle: Small\nlicence: CC0\nsource: en\nlessons: [one]\nquiet: "
	quiet := strings.Replace(string(base(t)), "lesson: small", "lesson: calm", 1)
	p, err := pack.Open(small(base(t), map[string]string{"pack.yaml": head + "two\n", "two/lesson.yaml": quiet}), pack.Options{Door: dial})
	if err != nil {
		t.Fatal(err)
	}
	if entries, err := p.Index("en"); err != nil || len(entries) != 1 {
		t.Errorf("index: %v, %v", entries, err)
	}
	if e, ok, err := p.QuietLesson("en"); err != nil || !ok || e.ID != "calm" {
		t.Errorf("quiet lesson: %+v, %v, %v", e, ok, err)
	}
	for id, want := range map[string]bool{"small": false, "calm": true} {
		if l, err := p.Lesson(id, "en"); err != nil || l.Quiet != want {
			t.Errorf("%s: %v", id, err)
		}
	}
	for _, wrong := range []string{"one", "../two"} {
		if _, err := pack.Open(small(base(t), map[string]string{"pack.yaml": head + wrong + "\n"}), pack.Options{Door: dial}); err == nil {
			t.Errorf("%q is taken as the quiet lesson", wrong)
		}
	}
}

func TestZipLoads(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pack.zip")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	src := small(base(t), nil)
	for _, name := range []string{"pack.yaml", "cast.yaml", "facts.yaml", "questions.yaml", "one/lesson.yaml"} {
		w, err := z.Create("lessons/" + name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(src.Lessons.(fstest.MapFS)[name].Data)
	}
	if err := errors.Join(z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	opened, done, err := pack.At(file)
	if err != nil {
		t.Fatal(err)
	}
	defer done()
	if _, err := load(opened, "nl"); err != nil {
		t.Error(err)
	}
}

// FuzzLesson: no lesson file, however broken, makes the reader panic.
func FuzzLesson(f *testing.F) {
	f.Add(base(f))
	files, err := filepath.Glob("testdata/fail/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := load(small(data, nil), "en")
		if err != nil {
			var ps pack.Problems
			if !errors.As(err, &ps) || l != nil {
				t.Fatalf("loaded %v with %v", l != nil, err)
			}
			_ = ps.Text(i18n.Words{})
			return
		}
		pack.AddIDs(l.Document, l.Texts)
	})
}
