//go:build !windows

package desktop

import "os"

// Languages are the languages the user prefers, best first, as tags such as
// "fr-BE"; none when the system does not say. They come from LANGUAGE, LC_ALL,
// LC_MESSAGES and LANG. On macOS programs started from the Finder have none of
// these, so there it is empty unless the app is started from a terminal.
func Languages() []string { return fromEnvironment(os.Getenv) }
