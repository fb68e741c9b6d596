package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// CheckRowOpts are the choices of a row with a check box.
type CheckRowOpts struct {
	ID       string
	Text     string // translated
	Checked  bool
	OnChange func(checked bool)
}

// CheckRow is a sentence that can be ticked. Enter, Space and a tap anywhere
// on the row change it.
type CheckRow struct {
	control
	opts CheckRowOpts
	box  *canvas.Rectangle
	tick *glyph
	text *Para
}

// NewCheckRow returns a row.
func NewCheckRow(f *Frame, opts CheckRowOpts) *CheckRow {
	look := f.Look
	c := &CheckRow{opts: opts, text: Text(f, theme.Body, opts.Text)}
	c.box = newBox(color.Transparent, color.Transparent, look.Size("stroke.control"), look.Size("kit.check.radius"))
	c.tick = newIcon(look, "own-tick", look.Color(theme.OnGrow))
	c.begin(f, c, opts.ID, plainText(opts.Text), nil)
	c.act = func() {
		c.opts.Checked = !c.opts.Checked
		c.Refresh()
		if c.opts.OnChange != nil {
			c.opts.OnChange(c.opts.Checked)
		}
	}
	c.paint()
	return c
}

// Semantics is the sentence and whether it is ticked.
func (c *CheckRow) Semantics() Semantics {
	s := c.control.Semantics()
	s.Role = RoleCheckBox
	if c.opts.Checked {
		s.State |= StateChosen
	}
	return s
}

// Checked reports whether the row is ticked.
func (c *CheckRow) Checked() bool { return c.opts.Checked }

func (c *CheckRow) side() float32 { return c.f.Look.Scaled("kit.check.box") }

func (c *CheckRow) words(width float32) float32 {
	return max(0, width-c.side()-c.f.Look.Size("kit.check.gap"))
}

// HeightFor is the height with the text wrapped.
func (c *CheckRow) HeightFor(width float32) float32 {
	return max(c.f.Look.Size("kit.check.row"), c.side(), c.text.HeightFor(c.words(width)))
}

// Natural is the width on one line.
func (c *CheckRow) Natural() float32 {
	return c.side() + c.f.Look.Size("kit.check.gap") + c.text.Natural()
}

// Least is the width with the text wrapped at every word.
func (c *CheckRow) Least() float32 {
	return c.side() + c.f.Look.Size("kit.check.gap") + c.text.Least()
}

// CreateRenderer is for Fyne.
func (c *CheckRow) CreateRenderer() fyne.WidgetRenderer { return draw(c) }

func (c *CheckRow) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.box, c.tick.raster, c.text, c.ring}
}

func (c *CheckRow) place(size fyne.Size) {
	look := c.f.Look
	side, icon := c.side(), look.Scaled("kit.check.icon")
	y := (size.Height - side) / 2
	placeBox(c.box, 0, y, side, side)
	put(c.tick.raster, (side-icon)/2, y+(side-icon)/2, icon, icon)
	w := c.words(size.Width)
	h := c.text.HeightFor(w)
	put(c.text, side+look.Size("kit.check.gap"), (size.Height-h)/2, w, h)
	placeRing(c.f, c.ring, 0, 0, size.Width, size.Height, look.Size("kit.check.radius"))
}

func (c *CheckRow) paint() {
	look := c.f.Look
	fill, edge := theme.Surface, theme.LineStrong
	switch {
	case c.opts.Checked:
		fill, edge = theme.Grow, theme.Grow
	case c.pressed:
		fill, edge = theme.SurfaceSunk, theme.Ink
	case c.hovered:
		fill = theme.SurfaceSoft
	}
	paintBox(c.box, look.Color(fill), look.Color(edge))
	c.tick.raster.Hidden = !c.opts.Checked
}
