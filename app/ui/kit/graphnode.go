package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// graphNode is the parts of a node.
type graphNode struct {
	node           GraphNode
	ground         *canvas.Rectangle // covers the room of the node
	box            *canvas.Rectangle
	strip          *canvas.Rectangle
	title, minutes *Para  // minutes is nil without any
	icon, done     *glyph // nil for none
}

func newGraphNode(f *Frame, node GraphNode) *graphNode {
	look := f.Look
	strong, _ := node.Tone.roles()
	n := &graphNode{node: node, ground: canvas.NewRectangle(color.Transparent)}
	n.box = newBox(color.Transparent, color.Transparent, look.Size("stroke.control"), look.Size("kit.graph.radius"))
	n.strip = newBox(look.Color(strong), color.Transparent, 0, look.Size("kit.graph.strip")/2)
	n.title = NewPara(f, ParaOpts{Text: node.Title, Role: nodeTitle, Bold: true})
	if node.Minutes != "" {
		n.minutes = NewPara(f, ParaOpts{Text: node.Minutes, Role: theme.Caption})
	}
	if node.Icon != "" {
		n.icon = newIcon(look, node.Icon, look.Color(theme.InkSoft))
	}
	if node.Done {
		n.done = newIcon(look, "check-circle", look.Color(theme.Grow))
	}
	return n
}

func (n *graphNode) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{n.ground, n.box, n.strip, n.title}
	if n.minutes != nil {
		parts = append(parts, n.minutes)
	}
	for _, sign := range []*glyph{n.done, n.icon} {
		if sign != nil {
			parts = append(parts, sign.raster)
		}
	}
	return parts
}

// graphSizesOf reads the sizes; nodes are as wide as the longest word of all
// titles needs.
func graphSizesOf(look *theme.Look, nodes []*graphNode) graphSizes {
	wide := look.Scaled("kit.graph.nodeWide")
	for _, n := range nodes {
		wide = max(wide, n.least(look))
	}
	return graphSizes{
		wide: wide, gap: look.Size("kit.graph.column") - look.Size("kit.graph.nodeWide"), rowGap: look.Size("kit.graph.rowGap"),
		lane: look.Size("kit.graph.lane"), pad: look.Size("kit.graph.pad"), bend: look.Size("kit.graph.bend"),
		backGap:    look.Size("kit.graph.backGap") + look.Scaled("kit.graph.backSign")/2 - look.Size("kit.graph.backSign")/2,
		backStep:   max(look.Size("kit.graph.backStep"), look.Scaled("kit.graph.backSign")+look.Size("space.xs")),
		backSpread: look.Size("kit.graph.backSpread"), backTurn: look.Size("kit.graph.backTurn"), backSign: look.Scaled("kit.graph.backSign"),
	}
}

// sides is what stands left and right of the words.
func (n *graphNode) sides(look *theme.Look) float32 {
	return look.Size("kit.graph.textX") + look.Size("kit.graph.textRight")
}

// signs is the width of the icons beside the minutes.
func (n *graphNode) signs(look *theme.Look) float32 {
	var w float32
	for _, sign := range []*glyph{n.done, n.icon} {
		if sign != nil {
			w += look.Scaled("kit.graph.icon") + look.Size("kit.graph.iconGap")
		}
	}
	return w
}

func (n *graphNode) least(look *theme.Look) float32 {
	least := n.title.Least()
	if n.minutes != nil {
		least = max(least, n.minutes.Least()+n.signs(look))
	}
	return n.sides(look) + least
}

// low is the height of what stands under the title in a node that is so wide.
func (n *graphNode) low(look *theme.Look, wide float32) float32 {
	var low float32
	if n.minutes != nil {
		low = n.minutes.HeightFor(n.minutesWidth(look, wide))
	}
	if n.icon != nil || n.done != nil {
		low = max(low, look.Scaled("kit.graph.icon"))
	}
	return low
}

func (n *graphNode) minutesWidth(look *theme.Look, wide float32) float32 {
	return max(0, wide-n.sides(look)-n.signs(look))
}

// heightFor is the height of the design, which is two lines of title, or more.
func (n *graphNode) heightFor(look *theme.Look, wide float32) float32 {
	title := max(n.title.HeightFor(wide-n.sides(look)), 2*look.Line(nodeTitle))
	need := look.Size("kit.graph.textY") + title + look.Size("kit.graph.textGap") + n.low(look, wide) + look.Size("kit.graph.textBottom")
	return max(look.Size("kit.graph.nodeHigh"), need)
}

func (n *graphNode) place(look *theme.Look, b box) {
	put(n.ground, b.x, b.y, b.w, b.h)
	placeBox(n.box, b.x, b.y, b.w, b.h)
	inset := look.Size("kit.graph.stripY")
	placeBox(n.strip, b.x+look.Size("kit.graph.stripX"), b.y+inset, look.Size("kit.graph.strip"), b.h-2*inset)
	x, wide := b.x+look.Size("kit.graph.textX"), b.w-n.sides(look)
	put(n.title, x, b.y+look.Size("kit.graph.textY"), wide, n.title.HeightFor(wide))
	bottom := b.y + b.h - look.Size("kit.graph.textBottom")
	if n.minutes != nil {
		w := n.minutesWidth(look, b.w)
		h := n.minutes.HeightFor(w)
		put(n.minutes, x, bottom-h, w, h)
	}
	side, right := look.Scaled("kit.graph.icon"), b.x+b.w-look.Size("kit.graph.iconIn")
	for _, sign := range []*glyph{n.icon, n.done} {
		if sign != nil {
			right -= side
			put(sign.raster, right, bottom-side, side, side)
			right -= look.Size("kit.graph.iconGap")
		}
	}
}

func (n *graphNode) paint(look *theme.Look, s choiceState) {
	c := s.colors(look)
	n.box.StrokeWidth = c.stroke
	n.box.CornerRadius = max(0, look.Size("kit.graph.radius")-c.stroke/2)
	paintBox(n.box, c.fill, c.edge)
	strip, icon, soft, done := look.Color(strongOf(n.node.Tone)), look.Color(strongOf(n.node.IconTone)), look.Color(theme.InkSoft), look.Color(theme.Grow)
	if s.disabled {
		strip, icon, soft, done = c.ink, c.ink, c.ink, c.ink
	}
	paintBox(n.strip, strip, color.Transparent)
	n.title.SetColor(c.ink)
	if n.minutes != nil {
		n.minutes.SetColor(soft)
	}
	if n.icon != nil {
		n.icon.recolor(icon)
	}
	if n.done != nil {
		n.done.recolor(done)
	}
}

func strongOf(t Tone) theme.Role {
	strong, _ := t.roles()
	return strong
}
