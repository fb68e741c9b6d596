package main

import (
	"strings"
	"testing"

	"vigie/app/i18n"
	"vigie/app/pack"
)

// Every sentence says whether a person has reviewed it, and none claims that of
// its own.
func TestLaw(t *testing.T) {
	p, err := pack.Open(pack.Course(), pack.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range i18n.Languages() {
		sentences, _, err := p.Law(lang)
		if err != nil {
			t.Fatal(err)
		}
		said, err := run(t, "", "law", "--lang", lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sentences {
			at := strings.Index(said, s.Say)
			if at < 0 || s.Reviewed() {
				t.Errorf("%s: %q is not said, or said to be reviewed", lang, s.Say)
			}
		}
		if blocks := strings.Count(said, "\n\n"); blocks != len(sentences) || len(sentences) == 0 {
			t.Errorf("%s: %d sentences, %d blocks", lang, len(sentences), blocks)
		}
	}
	if said, err := run(t, "", "law"); err != nil || strings.Count(said, "Not reviewed") == 0 {
		t.Errorf("nothing is said of reviewing: %v\n%s", err, said)
	}
	if _, err := run(t, "", "law", "--lang", "xx"); err == nil {
		t.Error("an unknown language is taken")
	}
}
