package i18n

import (
	"regexp"
	"strings"
)

var (
	french = strings.NewReplacer(" ;", "\u00a0;", " :", "\u00a0:", " !", "\u00a0!", " ?", "\u00a0?", " »", "\u00a0»", "« ", "«\u00a0")
	hours  = regexp.MustCompile(`(\d) h( (\d))?`)
)

// Typeset puts the no-break spaces that a language wants, so that a translator
// may type plain ones: in French before ; : ! ?, inside « » and in 21 h 42.
func Typeset(lang, s string) string {
	if lang != "fr" {
		return s
	}
	if strings.Contains(s, " h") {
		s = hours.ReplaceAllStringFunc(s, func(m string) string { return strings.ReplaceAll(m, " ", "\u00a0") })
	}
	return french.Replace(s)
}
