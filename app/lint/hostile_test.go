package lint_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/app/lint"
	"vigie/app/pack"
	"vigie/lessons"
	"vigie/locales"
)

// course is the course with one place changed: old becomes new in a file.
func course(t *testing.T, file, old, new string) pack.Source {
	t.Helper()
	read := func(from fs.FS) fstest.MapFS {
		out := fstest.MapFS{}
		err := fs.WalkDir(from, ".", func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := fs.ReadFile(from, name)
			out[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	src := pack.Source{Lessons: read(lessons.FS), Locales: read(locales.FS)}
	fsys := src.Lessons.(fstest.MapFS)
	if rest, is := strings.CutPrefix(file, "locales/"); is {
		fsys, file = src.Locales.(fstest.MapFS), rest
	}
	if fsys[file] == nil {
		fsys[file] = &fstest.MapFile{Data: []byte(new)}
		return src
	}
	text := string(fsys[file].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s has no %q", file, old)
	}
	fsys[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
	return src
}

const unread = "01-unread/lesson.yaml"

// Each fault is found, by its rule, at its line.
func TestFaultsAreFound(t *testing.T) {
	for _, c := range []struct{ rule, file, old, new string }{
		{"ids", unread, "53 unread {#", "53 unread {x#"},
		{"R2", "01-unread/photo.png", "", "x"},
		{"R3", unread, "A private photo of someone", "A nude photo of someone"},
		{"R3", unread, "A private photo of someone", "A hot photo of someone"},
		{"R5", unread, "is at home, phone in hand", "is at home, Snapchat open"},
		{"R5", unread, "is at home, phone in hand", "is at home in Ghent"},
		{"R5", unread, "is at home, phone in hand", "thinks of Glenn"},
		{"R6", unread, "is at home, phone in hand", "dials 116 000"},
		{"R6", unread, "is at home, phone in hand", "reads childfocus.be"},
		{"R6", unread, "is at home, phone in hand", "calls 0800 32 123"},
		{"R12", unread, "is at home, phone in hand", "fears she will hurt herself"},
		{"R12", unread, "is at home, phone in hand", "reads about suicide"},
		{"emoji", unread, "is at home, phone in hand", "is at home 🍑"},
		{"emoji-many", unread, "who has the maths sheet??", "who 😂 has 😂 the 😂 maths 😂 sheet??"},
		{"glyphs", unread, "is at home, phone in hand", "is at home → phone"},
		{"W-en-1", unread, "is at home, phone in hand", "hears who committed suicide"},
		{"W-en-2", unread, "is at home, phone in hand", "calls it revenge porn"},
		{"W-en-3", unread, "is at home, phone in hand", "thinks she asked for it"},
		{"W-en-4", unread, "is at home, phone in hand", "calls it a silly mistake"},
		{"W-en-5", unread, "is at home, phone in hand", "says just say no"},
		{"W-en-6", unread, "is at home, phone in hand", "knows it is there forever"},
		{"W-en-7", unread, "is at home, phone in hand", "says everybody does it"},
		{"W-en-8", unread, "is at home, phone in hand", "makes a screenshot of the photo"},
		{"W-en-9", unread, "is at home, phone in hand", "asks: has this ever happened to you"},
		{"W-en-10", unread, "is at home, phone in hand", "will expose him back"},
		{"W-en-11", unread, "is at home, phone in hand", "hears: you’ll go to prison"},
		{"S-en-1", unread, "is at home, phone in hand", "thinks of the victim"},
		{"R8", unread, "shows: adult", "shows: private"},
		{"R15", unread, "    to: step-out", "    to: the-end"},
		{"talk", unread, "    to: look-up\n", "    to: four-rooms\n"},
		{"graph", unread, "    to: {12-14: jonas-writes, 15-18: jonas-asks}", "    to: what-was-it"},
	} {
		t.Run(c.rule+" "+c.new[:min(30, len(c.new))], func(t *testing.T) {
			t.Parallel()
			src := course(t, c.file, c.old, c.new)
			found, err := lint.Check(src)
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(found, func(f lint.Finding) bool { return f.Rule == c.rule })
			if i < 0 {
				t.Fatalf("not found; there are %d others", len(found))
			}
			if f := found[i]; f.Line < 1 || f.Column < 1 || f.File == "" {
				t.Errorf("no place: %+v", f)
			}
		})
	}
}

// The same in translations, at the line of the catalogue.
func TestFaultsInTranslations(t *testing.T) {
	for _, c := range []struct{ lang, rule, words string }{
		{"fr", "W-fr-3", "{mila} pense : c’est de sa faute."}, {"fr", "W-fr-6", "{mila} : tout le monde le fait."}, {"fr", "R12", "{mila} a peur qu’elle veuille se faire du mal."},
		{"fr", "W-fr-8", "{mila} : ça t’est déjà arrivé ?"}, {"fr", "R3", "{mila} voit une photo dénudée."}, {"fr", "W-fr-9", "{mila} ne veut pas passer pour une balance."},
		{"nl", "W-nl-3", "{mila} denkt: eigen schuld."}, {"nl", "W-nl-2", "{mila} noemt het wraakporno."}, {"nl", "R12", "{mila} vreest dat ze zichzelf iets aandoet."}, {"nl", "W-nl-9", "{mila} is geen klikspaan."},
		{"de", "W-de-3", "{mila} denkt: selbst schuld."}, {"de", "W-de-6", "{mila}: das machen doch alle."}, {"de", "R12", "{mila} fürchtet, dass sie sich etwas antut."}, {"de", "W-de-9", "{mila} will keine Petze sein."},
		{"de", "placeholders", "Samstag, 21:42."}, {"fr", "placeholders", "{mila} et {jonas}."},
	} {
		t.Run(c.lang+" "+c.rule, func(t *testing.T) {
			t.Parallel()
			src := course(t, "locales/"+c.lang+"/01-unread.po", "", "")
			file := c.lang + "/01-unread.po"
			lines := strings.Split(string(src.Locales.(fstest.MapFS)[file].Data), "\n")
			at := slices.Index(lines, `msgid "Saturday, 21:42. {mila} is at home, phone in hand."`) + 1
			if at == 0 {
				t.Fatal("the text is not in the catalogue")
			}
			lines[at] = `msgstr "` + c.words + `"`
			src.Locales.(fstest.MapFS)[file].Data = []byte(strings.Join(lines, "\n"))
			found, err := lint.Check(src)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range found {
				if f.Rule == c.rule && f.File == "locales/"+file && f.Line == at+1 {
					return
				}
			}
			t.Errorf("not found at %s:%d; found %d: %+v", file, at+1, len(found), found)
		})
	}
}

func TestStaleAndMissing(t *testing.T) {
	for rule, c := range map[string]struct{ file, old, new string }{
		"stale":   {unread, "What does {mila} do?", "What will {mila} do?"},
		"missing": {"locales/nl/01-unread.po", "msgstr \"53 ongelezen\"", "msgstr \"\""},
	} {
		found, err := lint.Check(course(t, c.file, c.old, c.new))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(found, func(f lint.Finding) bool { return f.Rule == rule && f.Severity == lint.Error }) {
			t.Errorf("%s: not found", rule)
		}
	}
}

// A hurtful line that is marked, and answered, may say what a rule forbids.
func TestHarmfulLinesAreExempt(t *testing.T) {
	found, err := lint.Check(course(t, unread, "is famous now", "asked for it"))
	if err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(found, func(f lint.Finding) bool { return f.Rule == "W-en-3" }) {
		t.Error("a marked and answered line is reported")
	}
}
