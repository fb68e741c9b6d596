//go:build !ci

package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// nativeWindow reports whether the system has a window for w. Asking is
// guarded: without OpenGL the toolkit's own window is only half there.
func nativeWindow(w fyne.Window) (there bool) {
	defer func() {
		if recover() != nil {
			there = false
		}
	}()
	n, is := w.(driver.NativeWindow)
	if !is {
		return true
	}
	there = true
	n.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			there = c.WindowHandle != 0
		case driver.WindowsWindowContext:
			there = c.HWND != 0
		case driver.MacWindowContext:
			there = c.NSWindow != 0
		}
	})
	return there
}
