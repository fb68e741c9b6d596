// Command empty-window is an empty window of the toolkit, built with the same
// flags as Vigie, for the bench to stand beside it. With the argument "button"
// there is one button in it: what drawing anything at all costs.
package main

import (
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("org.vigie.empty").NewWindow("empty")
	var content fyne.CanvasObject = widget.NewLabel("")
	if len(os.Args) > 1 && os.Args[1] == "button" {
		content = widget.NewButton("button", nil)
	}
	w.SetContent(content)
	w.Resize(fyne.NewSize(1240, 680))
	w.ShowAndRun()
}
