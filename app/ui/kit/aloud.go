package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// spoken is what has words to be read aloud and no parts to be read one by one.
type spoken interface{ Spoken() string }

// Aloud is what is read aloud of a page, in the order in which one would read
// it: what happens, then what one can do. Of a Screen it is the body; the bars
// above and below are the same everywhere and are read when the focus is on
// them. told gives the words for a control.
func Aloud(root fyne.CanvasObject, told func(Control) string) []string {
	var parts []string
	say := func(words string) {
		if words != "" {
			parts = append(parts, words)
		}
	}
	var visit func(o fyne.CanvasObject)
	visit = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *Chat:
			for _, b := range o.bubbles {
				say(b.Spoken())
			}
		case Control:
			if !o.Disabled() {
				say(told(o))
			}
		case spoken:
			say(o.Spoken())
		case *container.Scroll:
			visit(o.Content)
		case *fyne.Container:
			for _, child := range readingOrder(o) {
				visit(child)
			}
		case drawn:
			for _, child := range o.parts() {
				visit(child)
			}
		}
	}
	visit(root)
	return parts
}

// readingOrder is the children of a container as they are read: the stage comes
// before the page, though Tab goes to the page first.
func readingOrder(c *fyne.Container) []fyne.CanvasObject {
	switch l := c.Layout.(type) {
	case screen:
		return []fyne.CanvasObject{l.body}
	case split:
		return []fyne.CanvasObject{c.Objects[1], c.Objects[0]}
	}
	return c.Objects
}
