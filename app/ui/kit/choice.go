package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// ChoiceOpts are the choices of a choice.
type ChoiceOpts struct {
	ID       string
	Number   int    // 1 to 9; the page binds the digit key. 0 shows no number
	Text     string // translated
	Chip     ChipKind
	ChipText string // translated words of the chip
	Chosen   bool
	Disabled bool
	OnTap    func() // toggling is the page's business; see SetChosen
}

// Choice is one of several answers: key cap, text, and a chip at the right, or
// under the text where the page is narrow. Enter and Space choose it; up and
// down move to its neighbours if the page binds them.
type Choice struct {
	control
	opts ChoiceOpts
	form choiceForm
	box  *panel
	cap  *KeyCap
	text *Para
	tick *glyph
	row  *fyne.Container
}

// choiceForm is in what a Choice and a Block differ: the text, and sizes by
// their paths in tokens.json.
type choiceForm struct {
	text             theme.TextRole
	least, gap, padY string
}

// NewChoice returns a choice.
func NewChoice(f *Frame, opts ChoiceOpts) *Choice {
	c := &Choice{}
	c.setUp(f, c, opts, choiceForm{theme.Body, "targets.choiceMinHeight", "kit.choice.gap", "kit.choice.padY"})
	return c
}

// setUp makes the parts of a choice, or of the Block that it is part of.
func (c *Choice) setUp(f *Frame, self Control, opts ChoiceOpts, form choiceForm) {
	look := f.Look
	c.opts, c.form = opts, form
	c.box = newPanel(look, theme.Panel{Radius: look.Size("radius.bubble")})
	c.text = NewPara(f, ParaOpts{Text: opts.Text, Role: form.text})
	spoken := plainText(opts.Text)

	var words fyne.CanvasObject = c.text
	if opts.Chip != NoChip && opts.ChipText != "" {
		spoken += ". " + plainText(opts.ChipText)
		growth := 1 + (look.Scale()-1)*look.Size("kit.choice.stackGrowth")
		limit := look.Size("kit.choice.stackBelow")*growth - look.Size("kit.key.large") - 2*look.Size("kit.choice.padX")
		words = FoldRow(limit, look.Size("kit.choice.chipGap"), 0, c.text, Hug(NewChip(f, opts.Chip, opts.ChipText)))
	}
	inside := []fyne.CanvasObject{words}
	grow := 0
	if opts.Number > 0 && f.KeyShown(strconv.Itoa(opts.Number)) {
		c.cap = NewKeyCap(f, KeyCapOpts{Text: strconv.Itoa(opts.Number), Large: true})
		inside = []fyne.CanvasObject{c.cap, words}
		grow = 1
	}
	if c.cap == nil || opts.Chip == NoChip {
		c.tick = newIcon(look, "check-circle", look.Color(theme.LampInk))
		side := look.Scaled("kit.choice.check")
		inside = append(inside, Fixed(side, side, c.tick.raster))
	}
	c.row = HStack(look.Size(form.gap), grow, inside...)
	c.disabled = opts.Disabled
	c.begin(f, self, opts.ID, spoken, opts.OnTap)
	c.paint()
}

// TypedKey chooses with Space, and with Enter what is not chosen yet; Enter on
// a chosen one goes to the page, whose primary button confirms it.
func (c *Choice) TypedKey(e *fyne.KeyEvent) {
	if c.opts.Chosen && oneEnter(e.Name) == fyne.KeyReturn {
		c.f.Keys.Typed(e)
		return
	}
	c.control.TypedKey(e)
}

// Semantics is the answer, its key, and whether it is chosen.
func (c *Choice) Semantics() Semantics {
	s := c.control.Semantics()
	s.Role = RoleChoice
	if c.opts.Number > 0 && !c.f.Keys.off("1") {
		s.Key = strconv.Itoa(c.opts.Number)
	}
	if c.opts.Chosen {
		s.State |= StateChosen
	}
	return s
}

// Chosen reports whether the choice is the chosen one.
func (c *Choice) Chosen() bool { return c.opts.Chosen }

// SetChosen shows the choice as chosen or not.
func (c *Choice) SetChosen(chosen bool) {
	c.opts.Chosen = chosen
	c.Refresh()
}

// HeightFor is the height with everything wrapped to the width.
func (c *Choice) HeightFor(width float32) float32 {
	look := c.f.Look
	inside := HeightFor(c.row, max(0, width-2*look.Size("kit.choice.padX")))
	cap := look.Scaled("kit.key.large")
	least := look.Size(c.form.least) + cap - cap/look.Scale()
	return max(least, inside+2*look.Size(c.form.padY))
}

// Natural is the width on one line.
func (c *Choice) Natural() float32 {
	return Natural(c.row) + 2*c.f.Look.Size("kit.choice.padX")
}

// Least is the width with the text wrapped at every word.
func (c *Choice) Least() float32 { return Least(c.row) + 2*c.f.Look.Size("kit.choice.padX") }

// CreateRenderer is for Fyne.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer { return draw(c) }

func (c *Choice) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.box.object, c.row, c.ring}
}

func (c *Choice) place(size fyne.Size) {
	look := c.f.Look
	put(c.box.object, 0, 0, size.Width, size.Height)
	pad := look.Size("kit.choice.padX")
	w := max(0, size.Width-2*pad)
	h := HeightFor(c.row, w)
	put(c.row, pad, (size.Height-h)/2, w, h)
	placeRing(c.f, c.ring, 0, 0, size.Width, size.Height, look.Size("radius.bubble"))
}

func (c *Choice) paint() {
	now := choiceState{chosen: c.opts.Chosen, disabled: c.disabled, pressed: c.pressed, hovered: c.hovered}.colors(c.f.Look)
	c.box.paint(now.fill, now.edge, now.stroke)
	c.text.SetColor(now.ink)
	if c.cap != nil {
		c.cap.tone(now.capInk, now.capEdge, now.capFill)
	}
	if c.tick != nil {
		c.tick.raster.Hidden = !c.opts.Chosen
	}
}

// choiceState is what decides the colours of an answer.
type choiceState struct{ chosen, disabled, pressed, hovered bool }

// choiceColors are the colours of an answer and of its key cap.
type choiceColors struct {
	fill, edge, ink          color.NRGBA
	stroke                   float32
	capInk, capEdge, capFill color.NRGBA
}

func (s choiceState) colors(look *theme.Look) choiceColors {
	fill, edge, ink := theme.Surface, theme.Line, theme.Ink
	capInk, capEdge, capFill := theme.Ink, theme.LineStrong, theme.Surface
	stroke := look.Size("stroke.control")
	switch {
	case s.chosen:
		fill, edge = theme.LampWash, theme.LampEdge
		capInk, capEdge, capFill = theme.OnLamp, theme.LampEdge, theme.Lamp
		if look.Plain() {
			edge, stroke = theme.Lamp, 2*stroke
		}
	case s.disabled:
		fill, edge, ink = theme.DisabledFill, theme.DisabledLine, theme.DisabledInk
		capInk, capEdge = theme.DisabledInk, theme.DisabledInk
	case s.pressed:
		fill, edge = theme.SurfaceSunk, theme.Ink
	case s.hovered:
		edge = theme.LineStrong
		if look.Plain() {
			fill = theme.SurfaceSoft
		}
	}
	return choiceColors{
		fill: look.Color(fill), edge: look.Color(edge), ink: look.Color(ink), stroke: stroke,
		capInk: look.Color(capInk), capEdge: look.Color(capEdge), capFill: look.Color(capFill),
	}
}
