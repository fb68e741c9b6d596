package lint

import (
	"slices"
	"strings"

	"vigie/app/i18n"
	"vigie/app/pack"
)

var translationRules = []Rule{
	{"ids", "a text without an id cannot be translated", withoutID},
	{"missing", "every text exists in every language", missing},
	{"stale", "a translation says what the source says now", stale},
	{"placeholders", "a translation names the same characters, doors and figures", placeholders},
}

func withoutID(c *Course) (out []Finding) {
	for _, t := range c.Texts {
		if t.Language == i18n.Source && t.ID == "" {
			out = append(out, t.finding(0, "this text has no id; run vigie-kit fmt"))
		}
	}
	return out
}

func missing(c *Course) (out []Finding) {
	for _, t := range c.Texts {
		if t.Language != i18n.Source && t.State == i18n.Missing {
			out = append(out, t.finding(0, "this text has no translation into %s", t.Language))
		}
	}
	return out
}

// stale is an error where an old wording could mislead: help, questions,
// answers. Elsewhere the source is shown and a warning is enough.
func stale(c *Course) (out []Finding) {
	for _, t := range c.Texts {
		if t.Language == i18n.Source || t.State != i18n.Stale {
			continue
		}
		f := t.finding(0, "the translation into %s is of an older wording", t.Language)
		if !slices.Contains([]pack.Use{pack.UseHelp, pack.UseAsk, pack.UseAnswer}, t.Use) {
			f.Severity = Warning
		}
		out = append(out, f)
	}
	return out
}

func placeholders(c *Course) (out []Finding) {
	for _, t := range c.Texts {
		if t.State != i18n.Translated {
			continue
		}
		want, got := held(t.Source), held(t.Words)
		for _, p := range want {
			if !slices.Contains(got, p) {
				out = append(out, t.finding(0, "the translation lacks %s", p))
			}
		}
		for _, p := range got {
			if !slices.Contains(want, p) {
				out = append(out, t.finding(max(0, strings.Index(t.Words, p)), "the source has no %s", p))
			}
		}
	}
	return out
}

// held are the placeholders and the tile of a text, each once.
func held(s string) []string {
	out := i18n.Placeholders(s)
	if strings.Contains(s, pack.HiddenImage) {
		out = append(out, pack.HiddenImage)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
