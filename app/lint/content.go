package lint

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
)

var contentRules = []Rule{
	{"R3", "no text describes the image; it is only ever a private photo", noDescription},
	{"R5", "nobody real, no school, no town and no brand stands in a story", nobodyReal},
	{"R6", "a number or an address stands in the directory alone and comes from there", numbers},
	{"R12", "suicide and self-harm are named on the help sheet and to teachers only, never in a story", selfHarm},
	{"emoji", "emoji are drawn as pictures, and only a closed set is", emoji},
	{"emoji-many", "more than three groups of emoji in a scene are noise", manyEmoji},
	{"glyphs", "the letters of the program have no drawing for some signs", glyphs},
}

// plainText prepares words for the rules: one kind of apostrophe, no soft
// hyphens, plain spaces, no placeholders. Bytes keep no fixed place.
func plainText(s string) string {
	return strings.NewReplacer("’", "'", "\u00ad", "", "\u00a0", " ", "\u202f", " ").Replace(s)
}

// match gives a finding for the first match of re in every text that pick
// takes.
func match(c *Course, re map[string]*regexp.Regexp, pick func(Text) bool, message, instead string) (out []Finding) {
	for _, t := range c.Texts {
		r := re[t.Language]
		if r == nil || t.Language != i18n.Source && t.State != i18n.Translated || pick != nil && !pick(t) {
			continue
		}
		words := plainText(t.Words)
		if m := r.FindStringIndex(words); m != nil {
			f := t.finding(m[0], message, words[m[0]:m[1]])
			f.Instead = instead
			out = append(out, f)
		}
	}
	return out
}

// inAll gives one pattern to all languages.
func inAll(pattern string) map[string]*regexp.Regexp {
	out := map[string]*regexp.Regexp{}
	for _, l := range i18n.Languages() {
		out[l] = regexp.MustCompile(pattern)
	}
	return out
}

// Letters that are no letters to \b: a word in French or German may begin or
// end with one of them.
const (
	wordStart = `(?i)(?:^|[^\pL])(?:`
	wordEnd   = `)(?:[^\pL]|$)`
)

var describes = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(wordStart + `nudes?|naked|topless|undress\w*|underwear|bra|breasts?|lingerie|bikini|shower|bathroom|sexy|(?:dirty|hot|intimate|spicy) (?:photo|pic|picture|image)s?|pos(?:es|ing|ed)` + wordEnd),
	"fr": regexp.MustCompile(wordStart + `nue?s?|nudes?|dénudée?s?|topless|seins?|sous-vêtements?|culotte|soutien-gorge|lingerie|bikini|douche|salle de bains?|sexy|photo (?:sexy|chaude|hot)` + wordEnd),
	"nl": regexp.MustCompile(wordStart + `naakt\pL*|nudes?|blote?|topless|borsten|ondergoed|onderbroek|beha|lingerie|bikini|douche|badkamer|sexy|pikante?` + wordEnd),
	"de": regexp.MustCompile(wordStart + `nackt\pL*|nudes?|entblößt\pL*|topless|Brüste|Unterwäsche|BH|Dessous|Bikini|Dusche|Badezimmer|sexy|pikant\pL*` + wordEnd),
}

func noDescription(c *Course) []Finding {
	return match(c, describes, func(t Text) bool { return t.Lesson != "" },
		"%q describes the image", "a private photo / une photo intime / een intieme foto / ein intimes Foto")
}

var (
	realBoy = inAll(`(?i)\bGlenn\b|appelezglenn|049[23][ /.]?79[ /.]?58[ /.]?30`)
	brands  = inAll(wordStart + `snap|snapchat|whats ?app|tik ?tok|insta|instagram|telegram|discord|facebook|messenger|youtube|twitter|reddit|signal` + wordEnd)
	places  = inAll(wordStart + `Brussels|Bruxelles|Brussel|Brüssel|Liège|Luik|Lüttich|Gent|Gand|Ghent|Antwerpen|Anvers|Antwerp|Namur|Charleroi|Mons|Leuven|Louvain|Brugge|Bruges|Eupen|Verviers|Hasselt|Mechelen|Malines|Kortrijk|Courtrai|Oostende|Ostende|Tournai|Aalst|Alost|Arlon|Malmedy|Sankt Vith` + wordEnd)
)

func nobodyReal(c *Course) []Finding {
	inLesson := func(t Text) bool { return t.Lesson != "" }
	instead := "an invented name; “the app”, “the group”, “our town”"
	out := match(c, realBoy, nil, "%q belongs to a real person", instead)
	for _, name := range c.Files {
		if m := realBoy[i18n.Source].FindString(strings.NewReplacer("-", " ", "_", " ", "/", " ").Replace(name)); m != "" {
			out = append(out, Finding{File: name, Line: 1, Column: 1, Language: i18n.Source, Message: "%q belongs to a real person", Args: []any{m}, Instead: instead})
		}
	}
	out = append(out, match(c, brands, inLesson, "%q is a brand", instead)...)
	return append(out, match(c, places, inLesson, "%q is a real place", instead)...)
}

var (
	number  = regexp.MustCompile(`(?:^|[^\d:])(0\d{2,3}(?:[ /.]?\d{2,3}){2,3}|116 ?\d{3}|10[1-8]|112|1712|1813)(?:[^\d:]|$)`)
	address = regexp.MustCompile(`(?i)https?://|www\.|\b[a-z0-9][a-z0-9-]*\.(?:be|org|com|net|eu|info|fr|nl|de)\b`)
)

func numbers(c *Course) (out []Finding) {
	for _, t := range c.Texts {
		if t.Language != i18n.Source && t.State != i18n.Translated {
			continue
		}
		words := plainText(t.Words)
		for _, re := range []*regexp.Regexp{number, address} {
			if m := re.FindStringIndex(words); m != nil {
				f := t.finding(m[0], "%q is written out", strings.TrimSpace(words[m[0]:m[1]]))
				f.Instead = "{door:…} with the id of a door of the directory"
				out = append(out, f)
			}
		}
	}
	return out
}

var harm = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)suicid|self-?harm|(?:hurt|harm|cut|kill)(?:s|ing)? (?:her|him|my|your|one)sel(?:f|ves)|(?:hurt|harm|cut|kill)(?:s|ing)? themsel|end (?:her|his|my|their) life|better off dead|want(?:s|ed)? to die`),
	"fr": regexp.MustCompile(`(?i)suicid|automutil|s'automutil|se (?:faire du|faisait du|fait du) mal|se (?:tuer|couper)|mettre fin à s(?:es|a) (?:jours|vie)|envie de mourir|veut mourir`),
	"nl": regexp.MustCompile(`(?i)su[iï]cid|zelfmoord|zelfdoding|automutil|zelfverwond|(?:zich|mij|me|je)(?:zelf)? (?:iets aan|pijn doen|snijden)|zichzelf (?:iets|pijn)|een einde aan (?:haar|zijn|mijn|hun) leven|wil(?:de)? dood`),
	"de": regexp.MustCompile(`(?i)suizid|selbstmord|freitod|selbstverletz|sich (?:selbst )?(?:etwas|was) an(?:tu|getan|zutun|tät)|sich (?:ritzen|umbringen|verletzen)|sich das Leben|will sterben|nicht mehr leben`),
}

func selfHarm(c *Course) []Finding {
	return match(c, harm, func(t Text) bool { return t.Use != pack.UseTeacher && (t.Use != pack.UseHelp || t.Lesson != "") },
		"%q does not belong here", "nothing: a story never goes there; help stands on the help sheet")
}

func isEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r == 0x2B50
}

func emoji(c *Course) (out []Finding) {
	for _, t := range c.Texts {
		if t.Language != i18n.Source && t.State != i18n.Translated {
			continue
		}
		for i, r := range t.Words {
			if isEmoji(r) && !strings.ContainsRune(lesson.Emoji, r) {
				f := t.finding(i, "%q is not one of the emoji that are drawn", string(r))
				f.Instead = lesson.Emoji
				out = append(out, f)
			}
		}
	}
	return out
}

func manyEmoji(c *Course) (out []Finding) {
	for _, l := range c.Lessons {
		for _, s := range l.Lesson.Steps {
			scene, ok := s.Activity.(lesson.Scene)
			if !ok {
				continue
			}
			for _, a := range s.Ages {
				n := 0
				for _, b := range scene.Beats {
					for _, line := range b {
						if len(line.Ages) == 0 || line.Ages[0] == a {
							n += groups(line.Text)
						}
					}
				}
				if n > 3 {
					out = append(out, l.place(s.ID, "this scene has %d groups of emoji for %s; three are enough", n, string(a)))
				}
			}
		}
	}
	return out
}

func groups(s string) int {
	n, in := 0, false
	for _, r := range s {
		if isEmoji(r) && !in {
			n++
		}
		in = isEmoji(r) || in && (r == ' ' || r == '\ufe0f')
	}
	return n
}

// unknown are signs that the shipped letters lack (design.md 3.3).
const unknown = "→←↑↓✓✔≥≤№\u2011\u202f\u2009"

func glyphs(c *Course) (out []Finding) {
	for _, t := range c.Texts {
		if i := strings.IndexAny(t.Words, unknown); i >= 0 {
			r, _ := utf8.DecodeRuneInString(t.Words[i:])
			out = append(out, t.finding(i, "%q cannot be drawn; use words or a plain sign", string(r)))
		}
	}
	return out
}
