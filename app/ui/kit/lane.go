package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// lane is the parts of a lane.
type lane struct {
	item   LaneItem
	box    *panel
	head   *fyne.Container
	cap    *KeyCap // nil if keys are not shown
	icon   *glyph
	title  *Para
	slot   *canvas.Rectangle
	here   *fyne.Container // the words on the free place
	hereIs *Para
	arrow  *glyph
}

func newLane(f *Frame, i int, item LaneItem, putHere string) *lane {
	look := f.Look
	strong, wash := item.Tone.roles()
	n := &lane{item: item}
	n.box = newPanel(look, theme.Panel{Fill: look.Color(wash), Radius: look.Size("kit.lanes.radius")})
	n.icon = newIcon(look, item.Icon, look.Color(strong))
	n.title = NewPara(f, ParaOpts{Text: item.Title, Role: theme.Subheading, Bold: true, Color: strong})
	side := look.Scaled("kit.lanes.icon")
	head := []fyne.CanvasObject{Fixed(side, side, n.icon.raster), n.title}
	if f.KeysShown() {
		n.cap = NewKeyCap(f, KeyCapOpts{Text: strconv.Itoa(i + 1), Large: true})
		head = append([]fyne.CanvasObject{n.cap}, head...)
	}
	n.head = HStack(look.Size("kit.lanes.headGap"), len(head)-1, head...)
	n.slot = newBox(look.Color(wash), look.Color(strong), look.Size("stroke.control"), look.Size("kit.lanes.cardRadius"))
	n.arrow = newIcon(look, "arrow-down", look.Color(strong))
	n.hereIs = NewPara(f, ParaOpts{Text: putHere, Role: theme.ButtonText, Bold: true, Color: strong})
	small := look.Scaled("kit.lanes.slotIcon")
	n.here = HStack(look.Size("kit.lanes.headGap"), NoGrow, Fixed(small, small, n.arrow.raster), n.hereIs)
	return n
}

// slotHeight is the height of the free place.
func (n *lane) slotHeight(look *theme.Look, width float32) float32 {
	return max(look.Size("kit.lanes.card"), HeightFor(n.here, width)+2*look.Size("kit.lanes.cardPadY"))
}

func (n *lane) paint(look *theme.Look, target, off bool) {
	strong, wash := n.item.Tone.roles()
	stroke, edge := plainStroke(look, 0), look.Color(theme.LineStrong)
	if target {
		stroke, edge = stroke+look.Size("stroke.control"), look.Color(strong)
	}
	if off {
		strong, wash = theme.DisabledInk, theme.DisabledFill
		if look.Plain() {
			edge = look.Color(theme.DisabledLine)
		}
	}
	n.box.paint(look.Color(wash), edge, stroke)
	n.icon.recolor(look.Color(strong))
	n.title.SetColor(look.Color(strong))
	if n.cap != nil {
		n.cap.tone(capColors(look, off))
	}
}

func capColors(look *theme.Look, off bool) (ink, edge, fill color.NRGBA) {
	if off {
		return look.Color(theme.DisabledInk), look.Color(theme.DisabledInk), color.NRGBA{}
	}
	return look.Color(theme.Ink), look.Color(theme.LineStrong), look.Color(theme.Surface)
}

// laneCard is a card in its two forms: as the current one above the lanes, and
// small in a lane.
type laneCard struct {
	f         *Frame
	item      LaneCard
	face      *fyne.Container
	who, says *Para
	grip      *glyph
	box       *panel
	text      *Para
	reason    *Para     // nil without one
	leasts    []float32 // the longest word of each reason
	pad       Insets
}

func newLaneCard(f *Frame, item LaneCard) *laneCard {
	look := f.Look
	c := &laneCard{f: f, item: item}
	c.says = BoldText(f, theme.Thought, item.Text)
	words := VStack(0)
	if item.Who != "" {
		c.who = SoftText(f, theme.Small, item.Who)
		words.Add(c.who)
	}
	words.Add(c.says)
	c.grip = newIcon(look, "dots-six-vertical", look.Color(theme.LineStrong))
	side := look.Scaled("kit.lanes.grip")
	face := []fyne.CanvasObject{words, Fixed(side, side, c.grip.raster)}
	if item.Avatar != "" {
		face = append([]fyne.CanvasObject{Avatar(f, item.Avatar, look.Size("kit.lanes.disc"))}, face...)
	}
	c.face = HStack(look.Size("kit.lanes.topGap"), len(face)-2, face...)
	c.box = newPanel(look, theme.Panel{Radius: look.Size("kit.lanes.cardRadius")})
	c.text = Text(f, theme.Body, item.Text)
	for _, reason := range item.Reasons {
		c.leasts = append(c.leasts, SoftText(f, theme.Small, reason).Least())
	}
	c.pad = Sides(look.Size("kit.lanes.cardPadY"), look.Size("kit.lanes.cardPadX"))
	return c
}

func (c *laneCard) reasonText(lane int) string {
	if lane < len(c.item.Reasons) {
		return c.item.Reasons[lane]
	}
	return ""
}

// reasonFor shows why the card lies well or not in a lane.
func (c *laneCard) reasonFor(lane int) {
	c.reason = nil
	if text := c.reasonText(lane); text != "" {
		c.reason = SoftText(c.f, theme.Small, text)
	}
}

// reasonLeast is the longest word of the reason for a lane.
func (c *laneCard) reasonLeast(lane int) float32 {
	if lane >= len(c.leasts) {
		return 0
	}
	return c.leasts[lane]
}

// heightFor is the height of the small form.
func (c *laneCard) heightFor(width float32) float32 {
	w := max(0, width-c.pad.Left-c.pad.Right)
	h := c.text.HeightFor(w) + c.pad.Top + c.pad.Bottom
	if c.reason != nil {
		h += c.reason.HeightFor(w)
	}
	return max(c.f.Look.Size("kit.lanes.card"), h)
}

func (c *laneCard) least() float32 { return c.text.Least() + c.pad.Left + c.pad.Right }

func (c *laneCard) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{c.box.object, c.text}
	if c.reason != nil {
		parts = append(parts, c.reason)
	}
	return parts
}

func (c *laneCard) place(x, y, w, h float32) {
	put(c.box.object, x, y, w, h)
	in := max(0, w-c.pad.Left-c.pad.Right)
	text, reason := c.text.HeightFor(in), float32(0)
	if c.reason != nil {
		reason = c.reason.HeightFor(in)
	}
	top := y + (h-text-reason)/2
	put(c.text, x+c.pad.Left, top, in, text)
	if c.reason != nil {
		put(c.reason, x+c.pad.Left, top+text, in, reason)
	}
}

func (c *laneCard) paint(current, over, pressed, off bool) {
	look := c.f.Look
	fill, edge, stroke := theme.Surface, theme.LineStrong, plainStroke(look, 0)
	ink, soft, faint := theme.Ink, theme.InkSoft, theme.LineStrong
	width := look.Size("stroke.control")
	switch {
	case off:
		fill, edge, ink, soft, faint = theme.DisabledFill, theme.DisabledInk, theme.DisabledInk, theme.DisabledInk, theme.DisabledInk
		stroke = look.Size("stroke.hair")
	case pressed:
		fill, edge, stroke = theme.SurfaceSunk, theme.Ink, width
	case current:
		fill, edge, stroke = theme.LampWash, theme.LampEdge, width
		if look.Plain() {
			edge, stroke = theme.Lamp, 2*width
		}
	case over:
		stroke = width
		if look.Plain() {
			fill = theme.SurfaceSoft
		}
	}
	c.box.paint(look.Color(fill), look.Color(edge), stroke)
	c.text.SetColor(look.Color(ink))
	c.says.SetColor(look.Color(ink))
	for _, p := range []*Para{c.who, c.reason} {
		if p != nil {
			p.SetColor(look.Color(soft))
		}
	}
	c.grip.recolor(look.Color(faint))
}
