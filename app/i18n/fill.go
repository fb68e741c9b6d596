package i18n

import (
	"regexp"
	"strings"
)

var placeholder = regexp.MustCompile(`\{([a-z]+)(?::([a-z0-9-]+))?\}`)

// Placeholders lists the placeholders of a text in order, as they are written.
func Placeholders(text string) []string { return placeholder.FindAllString(text, -1) }

// Fill puts values in the place of {key} and {kind:key}. value gets kind ""
// for {key}; what it does not know stays as it is written. In French, "de" and
// "que" before a filled-in vowel lose their e, so that a renamed character
// still reads well.
func Fill(lang, text string, value func(kind, key string) (string, bool)) string {
	if !strings.Contains(text, "{") {
		return Typeset(lang, text)
	}
	var b strings.Builder
	last := 0
	for _, m := range placeholder.FindAllStringSubmatchIndex(text, -1) {
		kind, key := "", text[m[2]:m[3]]
		if m[4] >= 0 {
			kind, key = key, text[m[4]:m[5]]
		}
		v, ok := value(kind, key)
		if !ok {
			continue
		}
		before := text[last:m[0]]
		if lang == "fr" && kind == "" {
			before = elide(before, v)
		}
		b.WriteString(before)
		b.WriteString(v)
		last = m[1]
	}
	b.WriteString(text[last:])
	return Typeset(lang, b.String())
}

var elidable = regexp.MustCompile(`(?i)(^|[\s(«“"'’\x{a0}])(d|qu|jusqu|lorsqu|puisqu)e $`)

// elide drops the e of a French de or que at the end of before when name
// begins with a vowel. A name in h keeps it: both usages exist. A y counts as a
// vowel before a consonant only: d’Yvonne, but de Yara.
func elide(before, name string) string {
	const vowels = "aeiouàâäéèêëîïôöùûüœæ"
	letters := []rune(strings.ToLower(name))
	vowel := func(i int) bool { return i < len(letters) && strings.ContainsRune(vowels, letters[i]) }
	if !(vowel(0) || len(letters) > 1 && letters[0] == 'y' && !vowel(1)) || !elidable.MatchString(before) {
		return before
	}
	return strings.TrimSuffix(before, "e ") + "’"
}
