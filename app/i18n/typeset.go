package i18n

import "regexp"

var (
	beforeSign = regexp.MustCompile(` ([;:!?»])`)
	afterOpen  = regexp.MustCompile(`« `)
)

// Typeset puts the no-break spaces that a language wants, so that a translator
// may type plain ones: in French before ; : ! ? and inside « ».
func Typeset(lang, s string) string {
	if lang != "fr" {
		return s
	}
	return afterOpen.ReplaceAllString(beforeSign.ReplaceAllString(s, "\u00a0$1"), "«\u00a0")
}
