package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// CodeSize is how large the boxes are.
type CodeSize int

// The sizes, at text scale 1. All grow with the text and shrink with their
// room, not under 32 units of width.
const (
	TwoDigits CodeSize = iota // 44×48, for two or three digits in a bar
	CodeEntry                 // 64×84, to type a code
	CodeShow                  // 76×98, to copy a code from the screen
)

// codeForm is the tokens of a size.
type codeForm struct {
	w, h, caret, gap, groupGap string
	text                       theme.TextRole
}

func (s CodeSize) form() codeForm {
	switch s {
	case CodeEntry:
		return codeForm{"kit.code.entryW", "kit.code.entryH", "kit.code.entryCaret", "kit.code.gap", "kit.code.groupGap", theme.CodeEnter}
	case CodeShow:
		return codeForm{"kit.code.showW", "kit.code.showH", "kit.code.showCaret", "kit.code.gap", "kit.code.groupGap", theme.CodeShow}
	}
	return codeForm{"kit.code.twoW", "kit.code.twoH", "kit.code.caretHeight", "kit.code.twoGap", "kit.code.twoGroupGap", theme.TwoDigits}
}

// draw makes a box and a text for each sign.
func (c *CodeBoxes) draw(f *Frame) {
	look := f.Look
	for _, n := range c.opts.Groups {
		for range n {
			c.boxes = append(c.boxes, newBox(color.Transparent, color.Transparent, look.Size("stroke.control"), look.Size("kit.code.radius")))
			c.texts = append(c.texts, oneLine(look, "", c.opts.Size.form().text, true, look.Color(theme.Ink)))
		}
	}
	c.signs = make([]rune, len(c.boxes))
	c.caret = canvas.NewRectangle(look.Color(theme.Ink))
	c.query = newIcon(look, "magnifying-glass", look.Color(theme.LampInk))
}

// codeRoom is the room of the boxes at a width. part is how much of their own
// size they have.
type codeRoom struct{ w, h, gap, groupGap, part float32 }

// room lets the boxes shrink, and the gaps between them with them, until they
// fit into the width; the boxes are as narrow as allowed at last.
func (c *CodeBoxes) room(width float32) codeRoom {
	look, form := c.f.Look, c.opts.Size.form()
	r := codeRoom{look.Scaled(form.w), look.Scaled(form.h), look.Size(form.gap), look.Size(form.groupGap), 1}
	full, least := c.wide(r), look.Size("kit.code.least")
	if width >= full {
		return r
	}
	part := max(0, width) / full
	tight := codeRoom{gap: look.Size("kit.code.gapLeast"), groupGap: look.Size("kit.code.groupGapLeast")}
	s := codeRoom{gap: max(tight.gap, r.gap*part), groupGap: max(tight.groupGap, r.groupGap*part)}
	s.w = min(r.w, (width-c.wide(s))/float32(max(1, len(c.boxes))))
	if s.w < least { // the gaps give what the boxes can't
		s.w, tight.w = least, least
		spare := (width - c.wide(tight)) / max(1, c.wide(s)-c.wide(tight))
		spare = min(max(spare, 0), 1)
		s.gap = tight.gap + (s.gap-tight.gap)*spare
		s.groupGap = tight.groupGap + (s.groupGap-tight.groupGap)*spare
	}
	s.part = s.w / r.w
	s.h = r.h * s.part
	return s
}

// wide is the width of all boxes and gaps.
func (c *CodeBoxes) wide(r codeRoom) float32 {
	groups, n := float32(len(c.opts.Groups)), float32(len(c.boxes))
	return n*r.w + (n-groups)*r.gap + (groups-1)*r.groupGap
}

// HeightFor is the height of the boxes at the width.
func (c *CodeBoxes) HeightFor(width float32) float32 { return c.room(width).h }

// Natural is the width of all boxes.
func (c *CodeBoxes) Natural() float32 { return c.wide(c.room(unlimited)) }

// Least is the width of all boxes when they are as narrow as they may be.
func (c *CodeBoxes) Least() float32 { return c.wide(c.room(0)) }

// CreateRenderer is for Fyne.
func (c *CodeBoxes) CreateRenderer() fyne.WidgetRenderer { return draw(c) }

func (c *CodeBoxes) parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for i, b := range c.boxes {
		parts = append(parts, b, c.texts[i])
	}
	return append(parts, c.query.raster, c.caret, c.ring)
}

func (c *CodeBoxes) place(size fyne.Size) {
	look, form := c.f.Look, c.opts.Size.form()
	r, radius := c.room(size.Width), look.Size("kit.code.radius")
	y := max(0, (size.Height-r.h)/2)
	x, i := float32(0), 0
	for _, n := range c.opts.Groups {
		for range n {
			placeBox(c.boxes[i], x, y, r.w, r.h)
			if large := look.Text(form.text) * r.part; large != c.texts[i].TextSize {
				c.texts[i].TextSize = large
				c.texts[i].Refresh()
			}
			centreText(c.texts[i], x, y, r.w, r.h)
			if i == c.at {
				wide, high := look.Size("kit.code.caret"), look.Scaled(form.caret)*r.part
				put(c.caret, x+(r.w-wide)/2, y+(r.h-high)/2, wide, high)
				placeRing(c.f, c.ring, x, y, r.w, r.h, radius)
			}
			if i == c.doubt {
				side, in := look.Scaled("kit.code.doubt")*min(1, 1.5*r.part), look.Size("kit.code.doubtInset")
				put(c.query.raster, x+r.w-side-in, y+in, side, side)
			}
			x += r.w + r.gap
			i++
		}
		x += r.groupGap - r.gap
	}
	if c.at >= len(c.boxes) {
		placeRing(c.f, c.ring, 0, y, c.wide(r), r.h, radius)
	}
}

func (c *CodeBoxes) paint() {
	look := c.f.Look
	for i, b := range c.boxes {
		fill, edge, ink := theme.Surface, theme.LineStrong, theme.Ink
		stroke := look.Size("stroke.control")
		switch {
		case c.disabled:
			fill, edge, ink = theme.DisabledFill, theme.DisabledLine, theme.DisabledInk
		case i == c.doubt:
			fill, edge = theme.LampWash, theme.LampEdge
			if look.Plain() {
				edge, stroke = theme.Lamp, 2*stroke
			}
		case c.opts.ReadOnly, c.hovered:
			edge = theme.Ink
		}
		if b.StrokeWidth != stroke {
			b.StrokeWidth = stroke
			b.CornerRadius = look.Size("kit.code.radius") - stroke/2
		}
		paintBox(b, look.Color(fill), look.Color(edge))
		c.texts[i].Text, c.texts[i].Color = "", look.Color(ink)
		if c.signs[i] != 0 {
			c.texts[i].Text = string(c.signs[i])
		}
		c.texts[i].Refresh()
	}
	c.query.raster.Hidden = c.doubt < 0
	c.caret.Hidden = !c.focused || c.at >= len(c.boxes) || c.signs[c.at] != 0
}
