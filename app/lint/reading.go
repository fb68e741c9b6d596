package lint

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"vigie/app/i18n"
	"vigie/app/pack"
)

var readingRules = []Rule{
	{"reading", "what pupils read is short and plain: B1, and for the younger ones nearly A2", readingLevel},
	{"bubble", "a message in a chat is as short as pupils write", bubbles},
}

// LIX is the readability index of Björnsson (Läsbarhet, 1968): the words of a
// sentence on average, plus the percentage of words with more than six letters.
// It needs no syllables, so it works alike in the four languages; what it
// reaches differs between them, see Limit.
func LIX(text string) float64 {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \u00a0\n«»“”„\"()", r) })
	if len(words) == 0 {
		return 0
	}
	long, sentences := 0, 0
	for _, w := range words {
		letters := strings.Trim(w, ".,:;!?…'’-*")
		if utf8.RuneCountInString(letters) > 6 {
			long++
		}
		if strings.ContainsAny(w[len(w)-1:], ".:!?") || strings.HasSuffix(w, "…") {
			sentences++
		}
	}
	return float64(len(words))/float64(max(1, sentences)) + 100*float64(long)/float64(len(words))
}

// Limit is the LIX above which a text is too hard for pupils of 12 to 18. The
// limits were set on twenty sentences (testdata/reading.txt): those of the
// course that a teacher called easy lie below, officialese lies above. German
// and Dutch build longer words than French and English.
func Limit(language string) float64 {
	return map[string]float64{"en": 42, "fr": 46, "nl": 46, "de": 50}[language]
}

// leastWords is how long a text must be for the index to mean something.
const leastWords = 15

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

func readingLevel(c *Course) (out []Finding) {
	for _, t := range c.Texts {
		if !speaks(t) || t.Language != i18n.Source && t.State != i18n.Translated {
			continue
		}
		words := placeholder.ReplaceAllString(plainText(t.Words), "Noor")
		if len(strings.Fields(words)) < leastWords {
			continue
		}
		if lix, limit := LIX(words), Limit(t.Language); lix > limit {
			f := t.finding(0, "this is hard to read: LIX %d, at most %d is wanted", int(lix+0.5), int(limit))
			f.Severity = Warning
			f.Instead = "shorter sentences, or easier words beside it"
			out = append(out, f)
		}
	}
	return out
}

const longestLine = 140 // signs of a chat message

func bubbles(c *Course) (out []Finding) {
	for _, t := range c.Texts {
		if t.Use != pack.UseLine {
			continue
		}
		if n := utf8.RuneCountInString(t.Words); n > longestLine {
			f := t.finding(0, "this message has %d signs; %d are enough", n, longestLine)
			f.Severity = Warning
			out = append(out, f)
		}
	}
	return out
}
