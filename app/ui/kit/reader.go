package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// Reader is a page in parts: the list of its parts at the left and the part
// that is read at the right. Where it is narrow or the text is large, the part
// stands under the list.
func Reader(f *Frame, list, part fyne.CanvasObject) *fyne.Container {
	look := f.Look
	r := row{gap: look.Size("space.xl"), grow: 1, align: rowTop, fold: look.Scaled("kit.reader.foldBelow")}
	return &fyne.Container{Layout: r, Objects: []fyne.CanvasObject{AtMost(look.Scaled("kit.reader.list"), list), part}}
}

// Point is a sentence of a list, with a dot before it.
func Point(f *Frame, words fyne.CanvasObject) *fyne.Container {
	look := f.Look
	dot := Pad(Insets{Top: look.Scaled("kit.reader.dotTop")}, Disc(f, theme.InkSoft, look.Size("kit.reader.dot")))
	return TopRow(look.Size("space.m"), 1, dot, words)
}
