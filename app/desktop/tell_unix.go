//go:build !windows

package desktop

import (
	"fmt"
	"os"
)

// Tell says something to the user without a window of the app: on the terminal
// the app was started from.
func Tell(title, text string) { fmt.Fprintf(os.Stderr, "%s: %s\n", title, text) }
