package lint_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/app/lint"
	"vigie/app/pack"
	"vigie/lessons"
	"vigie/locales"
)

// course is the first lesson of the course with one place changed: old becomes new in a file.
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
	src.Lessons.(fstest.MapFS)["pack.yaml"] = &fstest.MapFile{Data: []byte("pack: one\nversion: 1\ntitle: One\nlicence: CC0\nsource: en\nlessons: [01-unread]\n")}
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

// hostile is one fault: a file of the course in which old became new.
type hostile struct{ rule, file, old, new, at string }

func readHostile(t *testing.T, name string) hostile {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var h hostile
	for key, into := range map[string]*string{"rule: ": &h.rule, "in: ": &h.file, "replace: ": &h.old, "with: ": &h.new, "at: ": &h.at} {
		for _, line := range strings.Split(string(data), "\n") {
			if rest, is := strings.CutPrefix(line, key); is {
				*into = rest
			}
		}
	}
	return h
}

// source is the course with the fault. In a catalogue the text that has old as
// its msgid is translated as new.
func (h hostile) source(t *testing.T) pack.Source {
	t.Helper()
	name, catalogue := strings.CutPrefix(h.file, "locales/")
	if !catalogue || h.at != "" {
		return course(t, h.file, h.old, h.new)
	}
	src := course(t, h.file, "", "")
	files := src.Locales.(fstest.MapFS)
	lines := strings.Split(string(files[name].Data), "\n")
	at := slices.Index(lines, `msgid "`+h.old+`"`) + 1
	if at == 0 {
		t.Fatalf("%q is not in the catalogue", h.old)
	}
	lines[at] = `msgstr "` + h.new + `"`
	files[name].Data = []byte(strings.Join(lines, "\n"))
	return src
}

// line is where the fault stands, from 1; 0 if the rule has no one place for it.
func (h hostile) line(src pack.Source) int {
	wanted, fsys, name := h.new, src.Lessons.(fstest.MapFS), h.file
	if rest, is := strings.CutPrefix(h.file, "locales/"); is {
		fsys, name = src.Locales.(fstest.MapFS), rest
	}
	switch {
	case h.at == "stale", h.at == "missing", h.old == "":
		return 0
	case h.at != "":
		wanted = h.at
	}
	for i, line := range strings.Split(string(fsys[name].Data), "\n") {
		if strings.Contains(line, wanted) {
			return i + 1
		}
	}
	return -1
}

// Every fault of testdata/hostile is found, by its rule and at its line; and
// there are two for every rule that looks at texts or at the path.
func TestFaultsAreFound(t *testing.T) {
	names, err := filepath.Glob("testdata/hostile/*.txt")
	if err != nil || len(names) < 60 {
		t.Fatalf("%d hostile files, %v", len(names), err)
	}
	rules := map[string]int{}
	for _, name := range names {
		h := readHostile(t, name)
		rules[h.rule]++
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			src := h.source(t)
			c, err := lint.Load(src)
			if err != nil {
				t.Fatal(err)
			}
			var found []lint.Finding
			for _, r := range lint.Rules() {
				if r.ID == h.rule {
					found = r.Check(c)
				}
			}
			line := h.line(src)
			for _, f := range found {
				if f.Line > 0 && f.Column > 0 && (line == 0 || f.Line == line && strings.HasSuffix(f.File, h.file)) {
					return
				}
			}
			var others []string
			for _, f := range found {
				others = append(others, fmt.Sprintf("%s:%d", f.File, f.Line))
			}
			t.Errorf("not found at %s:%d; found %v", h.file, line, others)
		})
	}
	alone := []string{"R11", "digits", "recording"} // see TestBalance, TestDigitsDiffer and TestRecordedCall
	for _, r := range lint.Rules() {
		if rules[r.ID] < 2 && !slices.Contains(alone, r.ID) {
			t.Errorf("%s has %d hostile files", r.ID, rules[r.ID])
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

// A course of four lessons about girls, seen by girls, with nothing passed on
// by one, is out of balance.
func TestBalance(t *testing.T) {
	c, err := lint.Load(pack.Course())
	if err != nil {
		t.Fatal(err)
	}
	one := c.Lessons[0]
	c.Lessons = []lint.Lesson{one, one, one}
	check := func() (n int) {
		for _, r := range lint.Rules() {
			if r.ID == "R11" {
				n = len(r.Check(c))
			}
		}
		return n
	}
	if n := check(); n != 0 {
		t.Errorf("three lessons are no whole course: %d findings", n)
	}
	if c.Lessons = append(c.Lessons, one); check() != 3 {
		t.Errorf("%d findings", check())
	}
}

// Two lessons with the same board digits are told apart.
func TestDigitsDiffer(t *testing.T) {
	c, err := lint.Load(pack.Course())
	if err != nil {
		t.Fatal(err)
	}
	c.Lessons = append(c.Lessons, c.Lessons[0])
	for _, r := range lint.Rules() {
		if r.ID == "digits" && len(r.Check(c)) == 0 {
			t.Error("the same digits twice are not found")
		}
	}
}

// The recording of a call of its own lesson may lie in a pack, no other sound.
func TestRecordedCall(t *testing.T) {
	sounds := func(name string) (n int) {
		src := course(t, unread, "", "")
		files := src.Lessons.(fstest.MapFS)
		files["pack.yaml"] = &fstest.MapFile{Data: []byte("pack: one\nversion: 1\ntitle: One\nlicence: CC0\nsource: en\nlessons: [08-our-ask]\n")}
		lesson := strings.Replace(string(files["08-our-ask/lesson.yaml"].Data), "    missed: ", "    recording: call\n    missed: ", 1)
		files["08-our-ask/lesson.yaml"] = &fstest.MapFile{Data: []byte(lesson)}
		files[name] = &fstest.MapFile{Data: []byte("OggS")}
		c, err := lint.Load(src)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range lint.Rules() {
			if r.ID == "R2" || r.ID == "recording" {
				n += len(r.Check(c))
			}
		}
		return n
	}
	// what has another name is no recording, and the call has none then
	for name, want := range map[string]int{
		"08-our-ask/call.fr.opus": 0, "08-our-ask/call.nl.wav": 0, "08-our-ask/other.fr.opus": 2, "01-unread/call.fr.opus": 2, "08-our-ask/call.opus": 2, "call.fr.opus": 2,
	} {
		if got := sounds(name); got != want {
			t.Errorf("%s: %d findings", name, got)
		}
	}
}
