package directory_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vigie/app/directory"
	"vigie/app/i18n"
	"vigie/app/pack"
)

func load(t *testing.T, lang string) *directory.Directory {
	t.Helper()
	d, err := directory.Load(pack.Course(), directory.Country, lang)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The first door is 116 000 in French, Dutch and English; in German it is 108,
// with 116 000 beside it. 112 and 101 are always there.
func TestFirstDoors(t *testing.T) {
	for lang, want := range map[string]string{"fr": "116\u00a0000", "nl": "116\u00a0000", "en": "116\u00a0000", "de": "108"} {
		d := load(t, lang)
		if got := d.First()[0].Dial; got != want {
			t.Errorf("%s: the first door is %s", lang, got)
		}
		all := ""
		for _, door := range append(d.First(), d.Danger()...) {
			all += door.Dial + " "
		}
		for _, n := range []string{"116\u00a0000", "112", "101"} {
			if !strings.Contains(all, n) {
				t.Errorf("%s: %s is not one click away: %s", lang, n, all)
			}
		}
		if len(d.Situations) != 4 {
			t.Errorf("%s: %d situations", lang, len(d.Situations))
		}
	}
}

// Every door says where its data come from, and nothing of a date of checking.
func TestSources(t *testing.T) {
	for _, lang := range i18n.Languages() {
		for _, door := range load(t, lang).More() {
			if door.Source == "" || door.SourceDate == "" || door.RecheckBy == "" || door.What == "" || door.Name == "" {
				t.Errorf("%s: %+v", lang, door)
			}
			if strings.ContainsAny(door.Hours, "0123456789") && door.Confidence == directory.Low {
				t.Errorf("%s: %s shows hours that nobody is sure of: %s", lang, door.ID, door.Hours)
			}
		}
	}
}

// The cards of the apps tell a way, what is worth knowing, and whence and when
// that was known.
func TestPlatforms(t *testing.T) {
	for _, lang := range i18n.Languages() {
		d := load(t, lang)
		if len(d.Platforms) < 8 || d.Reporting == "" {
			t.Errorf("%s: %d cards", lang, len(d.Platforms))
		}
		for _, p := range d.Platforms {
			if p.Name == "" || len(p.Route) == 0 || p.Know == "" || p.Source == "" || p.Stale(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)) || !p.Stale(time.Date(2027, 6, 1, 0, 0, 0, 0, time.UTC)) {
				t.Errorf("%s: %+v", lang, p)
			}
		}
	}
}

func TestStale(t *testing.T) {
	d := directory.Door{RecheckBy: "2027-05"}
	if d.Stale(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)) || !d.Stale(time.Date(2027, 6, 1, 0, 0, 0, 0, time.UTC)) {
		t.Error("the date for checking again is misread")
	}
}

func TestBrokenDirectories(t *testing.T) {
	good := "directory: be\nfirst: {fr: [a], nl: [a], en: [a], de: [a]}\ndanger: [a]\ndoors:\n  a:\n    name: A\n    dial: \"112\"\n    source: s\n    source_date: 2026-01\n    confidence: high\n    what: w\nsituations:\n  x:\n    title: t\n    first: |\n      one {door:a}\nadvice:\n  copy_vs_note: n\nbusy: b\n"
	for name, c := range map[string]struct{ old, new, want string }{
		"good":          {"", "", ""},
		"no source":     {"    source: s\n", "", "source of its data"},
		"unknown first": {"en: [a]", "en: [b]", `there is no door "b"`},
		"no number":     {"    dial: \"112\"\n", "", "something to dial"},
		"unknown door":  {"{door:a}", "{door:z}", "{door:z} is not known"},
		"language":      {"    what: w\n", "    what: w\n    shown: [xx]\n", "not a language"},
		"no route":      {"busy: b\n", "busy: b\nplatforms:\n  p:\n    name: P\n    know: k\n    source: s\n    source_date: 2026-01\n    recheck_by: 2027-01\n    confidence: low\n", `expected "name", "route", "know"`},
		"no recheck":    {"busy: b\n", "busy: b\nplatforms:\n  p:\n    name: P\n    route: r\n    know: k\n    source: s\n    source_date: 2026-01\n    confidence: low\n", "when to check again"},
		"not sure":      {"confidence: high", "confidence: total", "expected one of high, medium, low"},
	} {
		src := pack.Source{Lessons: fstest.MapFS{"directory/be.yaml": {Data: []byte(strings.Replace(good, c.old, c.new, 1))}}, Locales: fstest.MapFS{}}
		_, err := directory.Load(src, "be", "en")
		if c.want == "" != (err == nil) || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
