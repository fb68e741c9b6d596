package desktop

import (
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// Tell says something to the user without a window of the app: in a message
// box of the system, until the user closes it, and on the terminal if the app
// was started from one.
func Tell(title, text string) {
	fmt.Fprintf(os.Stderr, "%s: %s\n", title, text)
	t, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return
	}
	caption, err := windows.UTF16PtrFromString(title)
	if err != nil {
		return
	}
	_, _ = windows.MessageBox(0, t, caption, windows.MB_OK|windows.MB_ICONWARNING|windows.MB_SETFOREGROUND)
}
