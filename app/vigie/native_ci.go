//go:build ci

package main

import "fyne.io/fyne/v2"

// nativeWindow is always true on the headless driver.
func nativeWindow(fyne.Window) bool { return true }
