package kit

import "fyne.io/fyne/v2"

// Wrap puts the objects beside each other in their natural width and begins a
// new line when the width is used up: chips, hints, buttons.
func Wrap(gap, lineGap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: wrap{gap: gap, lineGap: lineGap}, Objects: objects}
}

type wrap struct {
	small
	gap, lineGap float32
}

// walk calls at with the place of every child and returns the height.
func (l wrap) walk(objects []fyne.CanvasObject, width float32, at func(o fyne.CanvasObject, x, y, w, lineHeight float32)) float32 {
	var y float32
	rest := shown(objects)
	for len(rest) > 0 {
		var x, high float32
		count := 0
		for _, o := range rest {
			w := min(width, Natural(o))
			if count > 0 && x+l.gap+w > width {
				break
			}
			if count > 0 {
				x += l.gap
			}
			x += w
			high = max(high, HeightFor(o, w))
			count++
		}
		if at != nil {
			x = 0
			for _, o := range rest[:count] {
				w := min(width, Natural(o))
				at(o, x, y, w, high)
				x += w + l.gap
			}
		}
		rest = rest[count:]
		y += high
		if len(rest) > 0 {
			y += l.lineGap
		}
	}
	return y
}

// HeightFor is the height of all lines.
func (l wrap) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.walk(objects, width, nil)
}

// Natural is the width of all children on one line.
func (l wrap) Natural(objects []fyne.CanvasObject) float32 {
	return row{gap: l.gap, grow: NoGrow}.Natural(objects)
}

// Layout places the children line by line.
func (l wrap) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.walk(objects, size.Width, func(o fyne.CanvasObject, x, y, w, high float32) {
		h := HeightFor(o, w)
		put(o, x, y+(high-h)/2, w, h)
	})
}
