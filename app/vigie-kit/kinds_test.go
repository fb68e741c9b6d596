package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vigie/lessons"
)

// kindsPack is a folder with the lesson of package pack that has every kind.
func kindsPack(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "lessons"), lessons.FS); err != nil {
		t.Fatal(err)
	}
	lesson, err := os.ReadFile("../pack/testdata/base/lesson.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"pack.yaml":       "pack: kinds\nversion: 1\ntitle: Kinds\nlicence: CC0\nsource: en\nlessons: [one]\n",
		"facts.yaml":      "facts:\n  mind: {value: \"70\", what: mind it, population: all, year: 2023, source: S, as_of: 2023-01-01}\n",
		"questions.yaml":  "items:\n  know: {say: I know what to do.}\n  number: {say: \"Which number?\", answers: [\"a\", \"b\"], right: 1, because: It is free.}\n",
		"one/lesson.yaml": string(lesson),
	} {
		file := filepath.Join(dir, "lessons", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Every kind of activity can be played in a terminal.
func TestPlayEveryKind(t *testing.T) {
	dir := kindsPack(t)
	said, err := run(t, "", "digits", "small", dir)
	if err != nil {
		t.Fatal(err)
	}
	ballot := strings.Fields(said)[0]
	steps := []struct{ typed, says string }{
		{"e\n\n1\n\n1\n\n\n", "Does it help?"},
		{"1 1\n2 2\n\n\n", "[Harms]"},
		{"3 1 2\n\n2 3 1\n\n", "Stop comes first."},
		{"1 1\n2 2\n\n1 2\n2 1\n\n", "Look again: Who counts?"},
		{"1\n3\nw are you ok\n\nr\n3\n\n\n", "It puts blame: “Why did you?” Ask who passed it on."},
		{"12\n\n1\n\n" + ballot + "\n", "Your guess: 12 of 25"},
		{"40\n\n\n", "Your guess: 40%"},
		{"w we ask\n\n\n", "  we ask"},
		{"\n\n\n", "Noor: Missed call, 16:02"},
		{"2\n\nw more of it\n\n\n", "Those who make laws: more of it"},
		{"2\n\n\n", "Your choice is made."},
		{"\n", "Doors"},
		{"s\n\n\n", "s: time to spare: The same as Jonas"},
	}
	var typed strings.Builder
	for _, s := range steps {
		typed.WriteString(s.typed)
	}
	said, err = run(t, typed.String(), "play", "small", dir, "--age", "15-18")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range steps {
		if !strings.Contains(said, s.says) {
			t.Errorf("%q is not said", s.says)
		}
	}
	if strings.Contains(said, "! ") {
		t.Errorf("something did not work")
	}
	if t.Failed() {
		t.Log(said)
	}
}
