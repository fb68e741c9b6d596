package lesson

import (
	"regexp"
	"slices"
	"strings"
)

// Names lists what in one's own words looks like the name of somebody: an
// address, a telephone number, a title with a word after it, or a word with a
// capital where none belongs. In German, where all nouns have one, it takes two
// such words in a row. The names of characters are known and are left out. It
// is a hint for the one who writes, never a reason to refuse; nothing of the
// text is kept.
func Names(language, text string, known ...string) []string {
	var out []string
	add := func(words string) {
		if words != "" && !slices.Contains(out, words) {
			out = append(out, words)
		}
	}
	for _, way := range addresses {
		for _, m := range way.FindAllString(text, -1) {
			add(strings.TrimSpace(m))
		}
		text = way.ReplaceAllString(text, " ")
	}
	first, before, twice := true, "", false // twice: the word before could begin a name of two
	for _, word := range strings.Fields(text) {
		bare := strings.Trim(word, trimmed)
		capital := capitalised.MatchString(bare) && !slices.Contains(known, bare) && !slices.Contains(notNames[language], bare)
		switch {
		case capital && slices.Contains(titles, strings.ToLower(before)):
			add(before + " " + bare)
		case capital && !first && language != "de":
			add(bare)
		case capital && twice:
			add(before + " " + bare)
		}
		twice = capital && !first
		first = strings.ContainsAny(word, ".!?:…«“„\"")
		if before = bare; first {
			before, twice = "", false
		}
	}
	return out
}

// names are those in what was written freely, but for the characters'.
func (p Player) names() []string { return p.namesIn(p.st.text) }

func (p Player) namesIn(text string) []string {
	var known []string
	for _, c := range p.lesson.Cast {
		known = append(known, c.Name)
	}
	return Names(p.lesson.Language, text, known...)
}

const trimmed = ".,;:!?…()«»“”„\"'’‘-–"

var (
	addresses = []*regexp.Regexp{
		regexp.MustCompile(`https?://\S+|www\.\S+`),
		regexp.MustCompile(`[\pL\d._-]*@[\pL\d._-]{2,}`),
		regexp.MustCompile(`\+?\d[\d ./-]{6,}\d`),
	}
	capitalised = regexp.MustCompile(`^\p{Lu}[\p{Ll}’'-]+\p{L}*$`)
	titles      = []string{"mr", "mrs", "ms", "monsieur", "madame", "mevrouw", "meneer", "juf", "herr", "frau"}
	// notNames are words with a capital that are nobody.
	notNames = map[string][]string{
		"en": {"I'm", "I’m", "I'll", "I’ll", "I'd", "I’d", "I've", "I’ve", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "English", "French", "Dutch", "German", "Child", "Focus"},
		"fr": {"Child", "Focus", "Écoute-Enfants"},
		"nl": {"Child", "Focus", "Awel", "Nederlands", "Frans", "Engels", "Duits"},
		"de": {"Child", "Focus", "Telefonhilfe"},
	}
)
