package speech

import (
	"regexp"
	"strconv"
	"strings"
)

// sayLine is a line of "say -v ?": a name, a locale, a sample.
var sayLine = regexp.MustCompile(`^(.+?)\s+([a-z]{2})_([A-Z]{2})\s+#`)

// sayOptions chooses among the voices that macOS lists, a Belgian one first.
func sayOptions(list string) func(string, Speed) ([]string, error) {
	belgian, any := map[string]string{}, map[string]string{}
	for _, line := range strings.Split(list, "\n") {
		m := sayLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if any[m[2]] == "" {
			any[m[2]] = m[1]
		}
		if m[3] == "BE" && belgian[m[2]] == "" {
			belgian[m[2]] = m[1]
		}
	}
	return func(language string, speed Speed) ([]string, error) {
		voice := belgian[language]
		if voice == "" {
			voice = any[language]
		}
		if voice == "" {
			return nil, NoLanguage{language}
		}
		return []string{"-v", voice, "-r", strconv.Itoa(speed.wordsPerMinute()), "-f", "-"}, nil
	}
}
