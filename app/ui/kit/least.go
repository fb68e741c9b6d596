package kit

import "fyne.io/fyne/v2"

// Shrinking is what a widget answers that can become narrower than its natural
// width by wrapping.
type Shrinking interface {
	// Least is the width of what can't be broken, such as the longest word.
	Least() float32
}

type leastLayout interface {
	longest(objects []fyne.CanvasObject) float32
}

// Least is the width below which an object would be cut or overlap. Objects
// that can't wrap need their natural width.
func Least(o fyne.CanvasObject) float32 {
	if s, is := o.(Shrinking); is {
		return s.Least()
	}
	if c, is := o.(*fyne.Container); is {
		if l, shrinks := c.Layout.(leastLayout); shrinks {
			return l.longest(c.Objects)
		}
	}
	return Natural(o)
}

func widestLeast(objects []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range shown(objects) {
		w = max(w, Least(o))
	}
	return w
}

func (stack) longest(objects []fyne.CanvasObject) float32   { return widestLeast(objects) }
func (wrap) longest(objects []fyne.CanvasObject) float32    { return widestLeast(objects) }
func (grid) longest(objects []fyne.CanvasObject) float32    { return widestLeast(objects) }
func (overlay) longest(objects []fyne.CanvasObject) float32 { return widestLeast(objects) }

func (twoColumns) longest(objects []fyne.CanvasObject) float32 { return widestLeast(objects) }

func (s single) longest(objects []fyne.CanvasObject) float32 {
	return Least(objects[0]) + s.in.Left + s.in.Right
}

func (r row) longest(objects []fyne.CanvasObject) float32 {
	if r.fold > 0 {
		return widestLeast(objects)
	}
	seen := shown(objects)
	sum := r.gap * float32(max(0, len(seen)-1))
	for _, o := range seen {
		sum += Least(o)
	}
	return sum
}

// squeeze makes the widths fit into the room: what can wrap gives way, each in
// proportion to what it can give. If even the longest words do not fit, all
// give way in proportion.
func squeeze(ws, leasts []float32, room float32) {
	var sum, sumLeast float32
	for i := range ws {
		leasts[i] = min(leasts[i], ws[i])
		sum += ws[i]
		sumLeast += leasts[i]
	}
	switch {
	case sum <= room || sum == 0:
	case sumLeast >= room:
		for i := range ws {
			ws[i] = leasts[i] * max(0, room) / sumLeast
		}
	default:
		part := (room - sumLeast) / (sum - sumLeast)
		for i := range ws {
			ws[i] = leasts[i] + (ws[i]-leasts[i])*part
		}
	}
}
