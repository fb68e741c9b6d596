package i18n_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/app/i18n"
	"vigie/locales"
)

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		wanted string
		system []string
		want   string
	}{
		{"nl", []string{"fr"}, "nl"}, {"", []string{"de-BE", "fr"}, "de"}, {"", []string{"pl", "NL_be.UTF-8"}, "nl"}, {"xx", nil, "fr"}, {"", []string{"C"}, "fr"},
	} {
		if got := i18n.Choose(c.wanted, c.system); got != c.want {
			t.Errorf("%q %v: %s, not %s", c.wanted, c.system, got, c.want)
		}
	}
}

func TestFill(t *testing.T) {
	value := func(kind, key string) (string, bool) {
		v, ok := map[string]string{"noor": "Inès", "wout": "Wout", "yara": "Yara", "yves": "Yves", "door:cf": "116\u00a0000"}[strings.TrimPrefix(kind+":"+key, ":")]
		return v, ok
	}
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "le GSM de {noor} : rien", "le GSM d’Inès\u00a0: rien"}, {"fr", "Que {noor} parle", "Qu’Inès parle"}, {"fr", "de {wout}", "de Wout"}, {"fr", "de {yara}", "de Yara"}, {"fr", "que {yves}", "qu’Yves"},
		{"fr", "« {noor} » à 21 h 42", "«\u00a0Inès\u00a0» à 21\u00a0h\u00a042"}, {"fr", "une {noor}", "une Inès"}, {"en", "de {noor} : x", "de Inès : x"},
		{"nl", "bel {door:cf} of {x}", "bel 116\u00a0000 of {x}"},
	} {
		if got := i18n.Fill(c.lang, c.text, value); got != c.want {
			t.Errorf("%q: %q, not %q", c.text, got, c.want)
		}
	}
}

func TestCatalogueStates(t *testing.T) {
	c, err := i18n.Parse([]byte("msgid \"\"\nmsgstr \"\"\n\"Language: nl\\n\"\n\nmsgctxt \"a\"\nmsgid \"one \\\"x\\\"\"\nmsgstr \"een\"\n\nmsgctxt \"b\"\nmsgid \"two\"\nmsgstr \"\"\n\n#~ msgid \"old\"\n#~ msgstr \"oud\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c2 := range []struct {
		id, source, want string
		state            i18n.State
	}{
		{"a", `one "x"`, "een", i18n.Translated}, {"a", "ONE", "ONE", i18n.Stale}, {"b", "two", "two", i18n.Missing}, {"c", "x", "x", i18n.Missing},
	} {
		if got, state := c.Lookup(c2.id, c2.source); got != c2.want || state != c2.state {
			t.Errorf("%s %q: %q %v", c2.id, c2.source, got, state)
		}
	}
	if line, raw := c.Place("a"); line != 7 || raw != `msgstr "een"` {
		t.Errorf("place %d %q", line, raw)
	}
}

func TestBrokenCatalogues(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		line int
	}{
		"open quote": {"msgid \"a\nmsgstr \"b\"\n", 1}, "no quote": {"msgid a\n", 1}, "stray word": {"msgid \"a\"\nwhat\n", 2}, "bad escape": {"msgid \"\\x\"\n", 1},
		"text first": {"\"a\"\n", 1}, "twice": {"msgctxt \"i\"\nmsgid \"a\"\nmsgstr \"\"\nmsgctxt \"i\"\nmsgid \"b\"\nmsgstr \"\"\n", 5},
		"too large": {strings.Repeat("#\n", i18n.MaxCatalogueBytes), 1},
	} {
		_, err := i18n.Parse([]byte(c.text))
		var bad *i18n.SyntaxError
		if !errors.As(err, &bad) || bad.Line != c.line {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCheck(t *testing.T) {
	all, err := i18n.Load(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	if err := all.Check(); err != nil {
		t.Error(err)
	}
	good := &fstest.MapFile{Data: []byte("msgid \"a\"\nmsgstr \"b\"\n")}
	broken := fstest.MapFS{"fr/vigie.po": good, "nl/vigie.po": {Data: []byte("msgid \"a\"\nmsgstr b\n")}, "de/vigie.po": good}
	if all, err = i18n.Load(broken); err != nil {
		t.Fatal(err)
	}
	if err := all.Check(); err == nil || !strings.Contains(err.Error(), "nl/vigie.po:2:") {
		t.Errorf("a broken catalogue: %v", err)
	}
	delete(broken, "de/vigie.po")
	if _, err := i18n.Load(broken); err == nil || !strings.Contains(err.Error(), "de/vigie.po") {
		t.Errorf("a missing catalogue: %v", err)
	}
}

func TestPlurals(t *testing.T) {
	all, err := i18n.Load(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[string][3]string{
		"en": {"0 members", "1 member", "2 members"}, "fr": {"0 membre", "1 membre", "2 membres"}, "nl": {"0 leden", "1 lid", "2 leden"}, "de": {"0 Mitglieder", "1 Mitglied", "2 Mitglieder"},
	} {
		for n, w := range want {
			if got := all.In(lang).N("%d member", "%d members", n, n); got != w {
				t.Errorf("%s %d: %q, not %q", lang, n, got, w)
			}
		}
	}
}

// Every message of the program has words in every language.
func TestWordsAreComplete(t *testing.T) {
	for _, lang := range i18n.Languages() {
		if lang == i18n.Source {
			continue
		}
		data, err := locales.FS.ReadFile(lang + "/vigie.po")
		if err != nil {
			t.Fatal(err)
		}
		c, err := i18n.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range c.Entries() {
			if e.Words == "" {
				t.Errorf("%s:%d: %q has no words", lang, e.At, e.Source)
				continue
			}
			for _, verb := range []string{"%s", "%d", "%q"} {
				if strings.Count(e.Source, verb) != strings.Count(e.Words, verb) && e.Plural == "" {
					t.Errorf("%s:%d: %q has another number of %s", lang, e.At, e.Words, verb)
				}
			}
		}
	}
}

func FuzzCatalogue(f *testing.F) {
	f.Add([]byte("msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n"))
	f.Add([]byte("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[1] \"d\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := i18n.Parse(data)
		if err != nil {
			return
		}
		for _, e := range c.Entries() {
			c.Lookup(e.Context, e.Source)
			c.Place(e.Context)
		}
	})
}
