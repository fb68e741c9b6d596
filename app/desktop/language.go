package desktop

import (
	"slices"
	"strings"
)

// fromEnvironment reads the variables of gettext: LANGUAGE, a list that counts
// only in a real locale, and the first of LC_ALL, LC_MESSAGES and LANG that is
// set.
func fromEnvironment(getenv func(string) string) []string {
	locale := ""
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale = getenv(name); locale != "" {
			break
		}
	}
	own := tag(locale)
	if own == "" {
		return nil // "C" or nothing: the user has chosen no language
	}
	var out []string
	for _, l := range append(strings.Split(getenv("LANGUAGE"), ":"), locale) {
		if t := tag(l); t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// tag turns a POSIX locale such as "fr_BE.UTF-8@euro" into "fr-BE", and into
// "" what is no language.
func tag(locale string) string {
	name, _, _ := strings.Cut(locale, "@")
	name, _, _ = strings.Cut(name, ".")
	parts := strings.FieldsFunc(name, func(c rune) bool { return c == '_' || c == '-' })
	if len(parts) == 0 || len(parts) > 4 || len(parts[0]) < 2 || len(parts[0]) > 3 {
		return ""
	}
	for i, p := range parts {
		if len(p) > 8 || strings.ContainsFunc(p, func(c rune) bool { return !isAlphanumeric(c) }) {
			return ""
		}
		switch {
		case i == 0:
			parts[i] = strings.ToLower(p)
		case len(p) == 2:
			parts[i] = strings.ToUpper(p)
		}
	}
	return strings.Join(parts, "-")
}

func isAlphanumeric(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
