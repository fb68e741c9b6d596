package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vigie/app/i18n"
	"vigie/app/lesson"
)

// run runs vigie-kit with what is typed and gives what it says.
func run(t *testing.T, typed string, args ...string) (string, error) {
	t.Helper()
	c := root()
	var out bytes.Buffer
	c.SetOut(&out)
	c.SetIn(strings.NewReader(typed))
	c.SetArgs(args)
	err := c.Execute()
	return out.String(), err
}

// keys plays the lesson with the same choice in every decision.
func keys(t *testing.T, choice string) string {
	t.Helper()
	said, err := run(t, "", "digits", "unread")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, line := range strings.Split(strings.TrimSpace(said), "\n") {
		codes = append(codes, strings.Fields(line)[0])
	}
	decision := "e\n\n1\n\n" + choice + "\n\n\n"
	return decision + decision + codes[0] + "\n" + "e\n\n" + decision + "1\n3\n\n\n" + "\n" + codes[1] + "\n" + "1\n\n" + "\n" + "\n"
}

// The lesson can be played in a terminal, in every language and age, to
// different ends.
func TestPlay(t *testing.T) {
	for _, lang := range i18n.Languages() {
		for _, age := range lesson.Ages() {
			ends := map[string]bool{}
			for _, choice := range []string{"1", "2", "3"} {
				said, err := run(t, keys(t, choice), "play", "unread", "--lang", lang, "--age", string(age))
				if err != nil {
					t.Fatal(err)
				}
				if strings.Contains(said, "! ") || !strings.Contains(said, "116") {
					t.Fatalf("%s %s %s: something did not work:\n%s", lang, age, choice, said)
				}
				i := strings.LastIndex(said, "\n## ")
				if !strings.Contains(said[i:], "11") {
					t.Fatalf("%s %s %s: it stopped at %s", lang, age, choice, said[i:])
				}
				ends[said[i:]] = true
			}
			if len(ends) != 3 {
				t.Errorf("%s %s: only %d ends", lang, age, len(ends))
			}
		}
	}
}

func TestUnknown(t *testing.T) {
	for _, args := range [][]string{{"play", "nothing"}, {"play", "unread", "--lang", "xx"}, {"play", "unread", "--age", "11"}, {"digits", "nothing"}, {"fmt", "nowhere"}, {"play", "unread", "--name", "x"}} {
		if _, err := run(t, "", args...); err == nil {
			t.Errorf("%v: no error", args)
		}
	}
}

// Nothing is stored in a new folder, and that is what is printed.
func TestRuns(t *testing.T) {
	said, err := run(t, "", "runs", "--json", "--data", t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	var kept map[string]any
	if err := json.Unmarshal([]byte(said), &kept); err != nil || len(kept) != 0 {
		t.Errorf("%q, %v", said, err)
	}
}

// The ids of the course are written, and every message of the code is in the
// template: make locales has nothing to do.
func TestTemplatesAreCurrent(t *testing.T) {
	const top = "../.."
	messages, err := extract(filepath.Join(top, "app"))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(top, "locales", "vigie.pot"))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range messages {
		if !strings.Contains(string(data), "msgid "+quote(m.id)+"\n") {
			t.Errorf("%q is not in vigie.pot: run make locales", m.id)
		}
	}
}
