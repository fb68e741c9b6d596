// Command empty-window is an empty window of the toolkit, built with the same
// flags as Vigie, for the bench to stand beside it.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("org.vigie.empty").NewWindow("empty")
	w.SetContent(widget.NewLabel(""))
	w.Resize(fyne.NewSize(1240, 680))
	w.ShowAndRun()
}
