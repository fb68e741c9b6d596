// Package desktop is what the app needs of the operating system, without Fyne:
// where data goes, where the libraries may write, a place that dies with the
// session, the languages of the user, crash notes, and telling somebody that
// no window will come.
//
//	dir, err := desktop.DataFolder(flag)
//	session, err := desktop.OpenSession()     // a progress.Session
//	around, err := desktop.Around(dir, week)  // or desktop.NoTrace()
//	err = around.Apply()                      // before Fyne starts
//	defer around.Close()
//	note, err := desktop.StartCrashNote(dir, week)
//
// The package refuses to know lessons, to show words of its own (its errors are
// for the program to translate) and to send anything anywhere. What it leaves
// on a disk names no user and no machine.
//
// Windows and macOS are compiled and vetted here but were not run.
package desktop

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/adrg/xdg"
)

// Errors of starting.
var (
	// ErrNoFolder is returned when the system names no folder for data, as
	// when there is no home.
	ErrNoFolder = errors.New("no folder for data")
	// ErrNoDisplay is returned when no window can be shown because there is
	// no display.
	ErrNoDisplay = errors.New("no display")
	// ErrNoSession is returned when the system has no place that dies with
	// the session; then no run can be offered again.
	ErrNoSession = errors.New("no place that ends with the session")
)

// folderName is the name of the data folder inside the user's.
const folderName = "vigie"

// DataFolder is the absolute path of the folder to keep data in: flag when it
// is given, else "vigie" in the user's folder for data that stays on this
// machine: $XDG_DATA_HOME or ~/.local/share, %LOCALAPPDATA% (never the roaming
// profile), ~/Library/Application Support. It creates nothing, and must be
// asked before Surroundings.Apply. It returns ErrNoFolder when there is none.
func DataFolder(flag string) (string, error) {
	dir := flag
	if dir == "" {
		if !filepath.IsAbs(xdg.DataHome) {
			return "", fmt.Errorf("find the data folder: %w", ErrNoFolder)
		}
		dir = filepath.Join(xdg.DataHome, folderName)
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("find the data folder: %w: %w", ErrNoFolder, err)
	}
	return abs, nil
}
