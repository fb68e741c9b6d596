package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained shows the ring on its node.
func (g *Graph) FocusGained() {
	g.control.FocusGained()
	g.reveal()
}

// reveal brings the node at the ring into view, in the graph and on the page.
func (g *Graph) reveal() {
	if g.at >= 0 {
		g.bring()
		g.f.reveal(g.nodes[g.at].ground)
	}
}

// bring scrolls as little as needed to show the node at the ring.
func (g *Graph) bring() {
	if !g.scrolls || g.at < 0 {
		return
	}
	at, view, margin := g.lay.nodes[g.at], g.scroll.Size(), g.f.Look.Size("space.l")
	top := g.sheet.Position().Y
	off := fyne.NewPos(
		within(g.scroll.Offset.X, at.x-margin, at.x+at.w+margin, view.Width, g.room.Size().Width),
		within(g.scroll.Offset.Y, top+at.y-margin, top+at.y+at.h+margin, view.Height, g.room.Size().Height))
	if off != g.scroll.Offset {
		g.scroll.ScrollToOffset(off)
	}
}

// within is the offset nearest to the one there is that shows from low to
// high.
func within(offset, low, high, view, whole float32) float32 {
	switch {
	case low < offset:
		offset = low
	case high > offset+view:
		offset = min(low, high-view)
	}
	return max(0, min(offset, whole-view))
}

// TypedKey moves the ring or opens; other keys go to the page.
func (g *Graph) TypedKey(e *fyne.KeyEvent) {
	if g.disabled || g.at < 0 {
		g.f.Keys.Typed(e)
		return
	}
	switch e.Name {
	case fyne.KeyRight:
		g.follow(g.net.after[g.at])
	case fyne.KeyLeft:
		g.follow(g.before(g.at))
	case fyne.KeyUp:
		g.step(-1)
	case fyne.KeyDown:
		g.step(1)
	case fyne.KeyHome:
		g.ringOn(g.lay.columns[0][0], -1)
	case fyne.KeyEnd:
		g.ringOn(g.lay.columns[len(g.lay.columns)-1][0], -1)
	default:
		if presses(e.Name) {
			g.open()
			return
		}
		g.f.Keys.Typed(e)
	}
}

// before lists where the edges of a node come from.
func (g *Graph) before(i int) []int {
	var from []int
	for _, l := range g.net.on {
		if l.to == i {
			from = append(from, l.from)
		}
	}
	return from
}

// follow moves the ring along an edge: to where it came from, or else to the
// nearest end in height, so that left and right undo each other.
func (g *Graph) follow(ends []int) {
	if len(ends) == 0 {
		return
	}
	to := ends[0]
	for _, end := range ends {
		if g.away(end) < g.away(to) {
			to = end
		}
	}
	if slices.Contains(ends, g.came) {
		to = g.came
	}
	g.ringOn(to, g.at)
}

// away is how far a node is above or below the ring; of two that are equally
// far the upper one is nearer.
func (g *Graph) away(i int) float32 {
	at, to := g.lay.nodes[g.at], g.lay.nodes[i]
	d := to.y + to.h/2 - at.y - at.h/2
	if d < 0 {
		return -d
	}
	const lower = 0.5
	return d + lower
}

// step moves the ring to a neighbour in its column.
func (g *Graph) step(by int) {
	column := g.lay.columns[g.layer[g.at]]
	if i := slices.Index(column, g.at) + by; i >= 0 && i < len(column) {
		g.ringOn(column[i], -1)
	}
}

func (g *Graph) ringOn(to, came int) {
	g.at, g.came = to, came
	g.Refresh()
	g.reveal()
}

func (g *Graph) open() {
	if g.opts.OnOpen != nil {
		g.opts.OnOpen(g.At())
	}
}

// Tapped opens the node under the mouse.
func (g *Graph) Tapped(e *fyne.PointEvent) {
	i := g.nodeAt(e.Position)
	if g.disabled || i < 0 {
		return
	}
	g.takeFocus()
	g.ringOn(i, -1)
	g.open()
}

func (g *Graph) nodeAt(at fyne.Position) int {
	origin, _ := placeIn(g, g.sheet)
	at = at.Subtract(origin)
	return slices.IndexFunc(g.lay.nodes, func(b box) bool {
		return at.X >= b.x && at.Y >= b.y && at.X < b.x+b.w && at.Y < b.y+b.h
	})
}

// MouseIn shows what can be opened.
func (g *Graph) MouseIn(e *desktop.MouseEvent) { g.MouseMoved(e) }

// MouseMoved shows what can be opened.
func (g *Graph) MouseMoved(e *desktop.MouseEvent) { g.point(g.nodeAt(e.Position), g.down) }

// MouseOut ends hovering.
func (g *Graph) MouseOut() { g.point(-1, -1) }

// MouseDown shows a node as pressed.
func (g *Graph) MouseDown(e *desktop.MouseEvent) { g.point(g.over, g.nodeAt(e.Position)) }

// MouseUp ends pressing.
func (g *Graph) MouseUp(*desktop.MouseEvent) { g.point(g.over, -1) }

func (g *Graph) point(over, down int) {
	if g.disabled {
		over, down = -1, -1
	}
	if over != g.over || down != g.down {
		g.over, g.down = over, down
		g.Refresh()
	}
}

// Cursor is a hand over a node.
func (g *Graph) Cursor() desktop.Cursor {
	if g.over < 0 {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
