package kit

import "fyne.io/fyne/v2"

// Grid puts the objects into columns of equal width, row by row; all cells of
// a row are as high as the highest. Columns that would be narrower than least
// are dropped, so the grid becomes a list in a narrow place.
func Grid(columns int, least, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: grid{columns: columns, least: least, gap: gap}, Objects: objects}
}

// GridDown is a Grid that is filled column by column, so that a numbered list
// reads downwards.
func GridDown(columns int, least, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: grid{columns: columns, least: least, gap: gap, down: true}, Objects: objects}
}

type grid struct {
	small
	columns    int
	least, gap float32
	down       bool
}

func (g grid) fit(width float32) (columns int, cell float32) {
	columns = max(1, g.columns)
	for {
		cell = (width - g.gap*float32(columns-1)) / float32(columns)
		if columns == 1 || cell >= g.least {
			return columns, max(0, cell)
		}
		columns--
	}
}

func (g grid) walk(objects []fyne.CanvasObject, width float32, at func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	seen := shown(objects)
	columns, cell := g.fit(width)
	rows := (len(seen) + columns - 1) / columns
	var y float32
	for r := range rows {
		var line []fyne.CanvasObject
		for c := range columns {
			i := r*columns + c
			if g.down {
				i = c*rows + r
			}
			if i < len(seen) {
				line = append(line, seen[i])
			}
		}
		var high float32
		for _, o := range line {
			high = max(high, HeightFor(o, cell))
		}
		if at != nil {
			for c, o := range line {
				at(o, float32(c)*(cell+g.gap), y, cell, high)
			}
		}
		y += high
		if r < rows-1 {
			y += g.gap
		}
	}
	return y
}

// HeightFor is the height of all rows.
func (g grid) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return g.walk(objects, width, nil)
}

// Natural is the width at which no cell has to wrap.
func (g grid) Natural(objects []fyne.CanvasObject) float32 {
	n := float32(max(1, g.columns))
	return widest(objects)*n + g.gap*(n-1)
}

// Layout places the cells.
func (g grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	g.walk(objects, size.Width, put)
}
