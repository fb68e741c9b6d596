package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// LampState is how a lamp of a meter or of a count is drawn. Each differs in
// shape, not only in colour.
type LampState int

// The states of a lamp.
const (
	LampOff  LampState = iota // a ring
	LampKept                  // filled
	LampNew                   // filled, with a ring around it
	LampGone                  // a ring with a ring around it and an ember
)

// Lamp is one lamp, side units wide at scale 1 without its outer ring.
func Lamp(f *Frame, state LampState, side float32) *fyne.Container {
	look := f.Look
	lit, edge, off := look.Color(theme.Lamp), look.Color(theme.LampEdge), look.Color(f.edge())
	stroke := look.Size("kit.lamps.ring")
	core, ring := newDisc(color.Transparent, off, stroke), newDisc(color.Transparent, off, stroke)
	ember := newDisc(edge, color.Transparent, 0)
	objects := []fyne.CanvasObject{core}
	switch state {
	case LampKept:
		core.FillColor, core.StrokeColor = lit, edge
	case LampNew:
		core.FillColor, core.StrokeColor, ring.StrokeColor = lit, edge, edge
		objects = append(objects, ring)
	case LampGone:
		objects = append(objects, ring, ember)
	}
	return &fyne.Container{
		Layout: lampRoom{
			side: side * look.Scale(), ember: look.Scaled("kit.lamps.ember"),
			out: look.Size("kit.lamps.ringOut") + look.Size("kit.lamps.ring")/2,
		},
		Objects: objects,
	}
}

// turnLamp draws a lamp on its way: part 0 is as it was before.
func turnLamp(f *Frame, lamp *fyne.Container, state LampState, part float32) {
	lit, edge, off := f.Look.Color(theme.Lamp), f.Look.Color(theme.LampEdge), f.Look.Color(f.edge())
	core, ring := lamp.Objects[0].(*canvas.Circle), lamp.Objects[1].(*canvas.Circle)
	if state == LampNew {
		core.FillColor, core.StrokeColor, ring.StrokeColor = faded(lit, part), theme.Mix(off, edge, part), faded(edge, part)
	} else {
		ember := lamp.Objects[2].(*canvas.Circle)
		core.FillColor, core.StrokeColor = faded(lit, 1-part), theme.Mix(edge, off, part)
		ring.StrokeColor, ember.FillColor = faded(off, part), faded(edge, part)
	}
	for _, o := range lamp.Objects {
		o.Refresh()
	}
}

func faded(c color.NRGBA, part float32) color.NRGBA {
	c.A = uint8(float32(c.A)*part + 0.5)
	return c
}

// mostInTurn is how many lamps of a row change one after the other; the rest
// go with the last of them.
const mostInTurn = 3

// lightUp turns lamps one after the other.
func lightUp(f *Frame, lamps []func(part float32)) {
	turns := min(len(lamps), mostInTurn)
	if turns == 0 {
		return
	}
	f.move("motion.lamp", turns, func(part float32) {
		for i, turn := range lamps {
			turn(share(part, min(i, turns-1), turns))
		}
	})
}

type lampRoom struct{ side, out, ember float32 }

// MinSize is the lamp without its outer ring.
func (l lampRoom) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(l.side) }

// Layout places the lamp, the ring around it and the ember in it.
func (l lampRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x, y := (size.Width-l.side)/2, (size.Height-l.side)/2
	for i, side := range []float32{l.side, l.side + 2*l.out, l.ember} {
		if i < len(objects) {
			in := (l.side - side) / 2
			placeDisc(objects[i].(*canvas.Circle), x+in, y+in, side)
		}
	}
}

// CountOpts are the choices of a count.
type CountOpts struct {
	Lit, Of int    // so many of so many; above 24, say in words what one mark stands for
	Icon    string // drawn for those that are lit: "eye" for seen; "" lights a lamp
}

// Count is a row of as many marks as members: icons or lamps for those that
// are meant, rings for the others.
func Count(f *Frame, opts CountOpts) *fyne.Container {
	side := f.Look.Size("kit.lamps.count")
	var marks []fyne.CanvasObject
	for i := range opts.Of {
		switch {
		case i >= opts.Lit:
			marks = append(marks, Lamp(f, LampOff, side))
		case opts.Icon != "":
			marks = append(marks, Icon(f, opts.Icon, f.ink(), side))
		default:
			marks = append(marks, Lamp(f, LampKept, side))
		}
	}
	gap := f.Look.Size("kit.lamps.countGap")
	return Wrap(gap, gap, marks...)
}

// CountRow says a count in words and shows it as marks, beside the words or
// under them. The note may be empty.
func CountRow(f *Frame, title, note string, opts CountOpts) *fyne.Container {
	words := VStack(0, BoldText(f, theme.Subheading, title))
	if note != "" {
		words.Add(SoftText(f, theme.Small, note))
	}
	marks := Count(f, opts)
	limit := Natural(marks) / f.Look.Size("kit.lamps.countPart")
	return FoldRow(limit, f.Look.Size("space.m"), 0, words, Hug(marks))
}

// LegendItem is a lamp and its translated meaning.
type LegendItem struct {
	State LampState
	Text  string
}

// Legend says in small type what the lamps of a meter mean.
func Legend(f *Frame, items ...LegendItem) *fyne.Container {
	look := f.Look
	var parts []fyne.CanvasObject
	for _, item := range items {
		parts = append(parts, HStack(look.Size("kit.lamps.legendGap"), 1,
			Lamp(f, item.State, look.Size("kit.lamps.legend")), SoftText(f, theme.Caption, item.Text)))
	}
	return Wrap(look.Size("space.xl"), look.Size("space.s"), parts...)
}
