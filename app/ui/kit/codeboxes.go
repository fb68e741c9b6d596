package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// CodeBoxesOpts are the choices of a row of boxes for digits.
type CodeBoxesOpts struct {
	ID       string
	Label    string // translated, what is asked for
	Count    int    // boxes: 2 or 3
	Value    string // digits that are already there
	OnChange func(value string)
	OnFull   func(value string) // called each time the last box is filled
}

// CodeBoxes is one field that draws a box for each digit. Typing fills the
// boxes, Backspace empties the last one; a digit typed when all are full
// begins again. Digits come from the digit keys on any layout, and from the
// signs of the top row of an AZERTY keyboard if only those arrive.
type CodeBoxes struct {
	control
	opts   CodeBoxesOpts
	value  string
	echo   bool // the next rune belongs to a digit key that was already taken
	boxes  []*canvas.Rectangle
	digits []*canvas.Text
	caret  *canvas.Rectangle
}

// azertyRow is the top row of a Belgian or French keyboard without Shift, from 1
// to 9 and 0.

const azertyRow = "&é\"'(§è!çà"

// NewCodeBoxes returns the boxes.
func NewCodeBoxes(f *Frame, opts CodeBoxesOpts) *CodeBoxes {
	look := f.Look
	c := &CodeBoxes{opts: opts, value: opts.Value}
	for range opts.Count {
		c.boxes = append(c.boxes, newBox(color.Transparent, color.Transparent, look.Size("stroke.control"), look.Size("kit.code.radius")))
		c.digits = append(c.digits, oneLine(look, "", theme.TwoDigits, true, look.Color(theme.Ink)))
	}
	c.caret = canvas.NewRectangle(look.Color(theme.Ink))
	c.begin(f, c, opts.ID, opts.Label, nil)
	c.paint()
	return c
}

// Value is the digits typed so far.
func (c *CodeBoxes) Value() string { return c.value }

// SetValue replaces the digits, without calling back.
func (c *CodeBoxes) SetValue(value string) {
	c.value = value
	c.Refresh()
}

// TypedKey takes digits and Backspace; other keys go to the page.
func (c *CodeBoxes) TypedKey(e *fyne.KeyEvent) {
	c.echo = false
	if len(e.Name) == 1 && e.Name[0] >= '0' && e.Name[0] <= '9' {
		c.echo = true
		c.take(string(e.Name))
		return
	}
	if e.Name == fyne.KeyBackspace {
		if len(c.value) > 0 {
			c.change(c.value[:len(c.value)-1])
		}
		return
	}
	c.f.Keys.Typed(e)
}

// TypedRune takes a sign that came without a digit key.
func (c *CodeBoxes) TypedRune(r rune) {
	if c.echo {
		c.echo = false
		return
	}
	if digit := digitOf(r); digit != "" {
		c.take(digit)
		return
	}
	c.f.Keys.TypedRune(r)
}

func digitOf(r rune) string {
	if r >= '0' && r <= '9' {
		return string(r)
	}
	for i, sign := range []rune(azertyRow) {
		if sign == r {
			return string(rune('0' + (i+1)%10))
		}
	}
	return ""
}

func (c *CodeBoxes) take(digit string) {
	if c.disabled {
		return
	}
	value := c.value
	if len(value) >= c.opts.Count {
		value = ""
	}
	c.change(value + digit)
	if len(c.value) == c.opts.Count && c.opts.OnFull != nil {
		c.opts.OnFull(c.value)
	}
}

func (c *CodeBoxes) change(value string) {
	c.value = value
	c.Refresh()
	if c.opts.OnChange != nil {
		c.opts.OnChange(value)
	}
}

// Semantics is the question and the digits so far, one by one.
func (c *CodeBoxes) Semantics() Semantics {
	s := c.control.Semantics()
	s.Role, s.Value = RoleTextField, strings.Join(strings.Split(c.value, ""), " ")
	return s
}

// HeightFor is the height of the boxes.
func (c *CodeBoxes) HeightFor(float32) float32 { return c.f.Look.Scaled("kit.code.twoH") }

// Natural is the width of all boxes.
func (c *CodeBoxes) Natural() float32 {
	look, n := c.f.Look, float32(len(c.boxes))
	return n*look.Scaled("kit.code.twoW") + (n-1)*look.Size("kit.code.twoGap")
}

// CreateRenderer is for Fyne.
func (c *CodeBoxes) CreateRenderer() fyne.WidgetRenderer { return draw(c) }

func (c *CodeBoxes) parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for i, b := range c.boxes {
		parts = append(parts, b, c.digits[i])
	}
	return append(parts, c.caret, c.ring)
}

func (c *CodeBoxes) place(size fyne.Size) {
	look := c.f.Look
	w, gap, radius := look.Scaled("kit.code.twoW"), look.Size("kit.code.twoGap"), look.Size("kit.code.radius")
	for i, b := range c.boxes {
		x := float32(i) * (w + gap)
		placeBox(b, x, 0, w, size.Height)
		centreText(c.digits[i], x, 0, w, size.Height)
		if i == len(c.value) {
			wide, high := look.Size("kit.code.caret"), look.Scaled("kit.code.caretHeight")
			put(c.caret, x+(w-wide)/2, (size.Height-high)/2, wide, high)
			placeRing(c.f, c.ring, x, 0, w, size.Height, radius)
		}
	}
	if len(c.value) >= len(c.boxes) {
		placeRing(c.f, c.ring, 0, 0, c.Natural(), size.Height, radius)
	}
}

func (c *CodeBoxes) paint() {
	look := c.f.Look
	for i, b := range c.boxes {
		fill, edge, ink := theme.Surface, theme.LineStrong, theme.Ink
		if c.disabled {
			fill, edge, ink = theme.DisabledFill, theme.DisabledLine, theme.DisabledInk
		}
		paintBox(b, look.Color(fill), look.Color(edge))
		c.digits[i].Text, c.digits[i].Color = "", look.Color(ink)
		if i < len(c.value) {
			c.digits[i].Text = c.value[i : i+1]
		}
		c.digits[i].Refresh()
	}
	c.caret.Hidden = !c.focused || len(c.value) >= len(c.boxes)
}
