package desktop

import (
	"os"

	"golang.org/x/sys/windows"
)

// Languages are the display languages the user prefers, best first, as tags
// such as "fr-BE"; none when the system does not say.
func Languages() []string {
	names, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil {
		return fromEnvironment(os.Getenv)
	}
	var out []string
	for _, name := range names {
		if t := tag(name); t != "" {
			out = append(out, t)
		}
	}
	return out
}
