package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"vigie/app/ui/theme"
)

// CounterOpts are the choices of a counter.
type CounterOpts struct {
	ID       string
	Text     string // translated, what is counted; shown at the left, may be empty
	Label    string // translated, what is read aloud; the text if empty
	Letter   string // print of the key that adds one; the page binds it to Add(1)
	N        int
	Max      int // the largest number, 0 or more
	Full     int // the number that a full bar under the text stands for; 0 draws none
	Disabled bool
	OnChange func(n int)
}

// Counter is a number between a minus and a plus. It is one stop for Tab: plus
// and right add one, minus and left take one away.
type Counter struct {
	control
	opts        CounterOpts
	cap         *KeyCap // nil for none
	text        *Para   // nil for none
	track, done *canvas.Rectangle
	minus, plus *signButton
	number      *canvas.Text
	over, down  int  // -1 the minus, 1 the plus, 0 neither
	echo        rune // the sign that a key which was already taken sends after it
}

// NewCounter returns a counter.
func NewCounter(f *Frame, opts CounterOpts) *Counter {
	look := f.Look
	opts.Max = max(opts.Max, 0)
	opts.N = min(max(opts.N, 0), opts.Max)
	c := &Counter{opts: opts}
	if opts.Letter != "" && f.KeyShown(opts.Letter) {
		c.cap = NewKeyCap(f, KeyCapOpts{Text: opts.Letter, Large: true})
	}
	if opts.Text != "" {
		c.text = Text(f, theme.Small, opts.Text)
	}
	stroke, radius := look.Size("stroke.control"), look.Size("kit.counter.radius")
	c.minus, c.plus = newSignButton(look, "own-minus", stroke, radius), newSignButton(look, "own-plus", stroke, radius)
	c.number = oneLine(look, strconv.Itoa(opts.N), theme.Heading, true, look.Color(theme.Ink))
	bar := look.Size("kit.counter.bar") / 2
	c.track = newBox(look.Color(theme.SurfaceSunk), look.Color(theme.LineStrong), 0, bar)
	c.done = newBox(look.Color(theme.Doubt), look.Color(theme.Doubt), 0, bar)
	c.track.Hidden = opts.Full <= 0 || c.text == nil
	label := opts.Label
	if label == "" {
		label = plainText(opts.Text)
	}
	c.disabled = opts.Disabled
	c.begin(f, c, opts.ID, label, nil)
	c.paint()
	return c
}

// N is the number.
func (c *Counter) N() int { return c.opts.N }

// Add changes the number, within 0 and the largest, and tells it.
func (c *Counter) Add(by int) {
	if c.disabled {
		return
	}
	before := c.opts.N
	if c.SetN(before + by); c.opts.N != before && c.opts.OnChange != nil {
		c.opts.OnChange(c.opts.N)
	}
}

// SetN shows a number, within 0 and the largest, without telling it.
func (c *Counter) SetN(n int) {
	c.opts.N = min(max(n, 0), c.opts.Max)
	c.Refresh()
}

// Semantics is what is counted and the number.
func (c *Counter) Semantics() Semantics {
	s := c.control.Semantics()
	s.Role, s.Value = RoleSpinButton, strconv.Itoa(c.opts.N)
	return s
}

// TypedKey counts; other keys go to the page. A plus arrives as a key, as a
// sign, or as both: the sign after its own key is not counted again.
func (c *Counter) TypedKey(e *fyne.KeyEvent) {
	c.echo = 0
	if c.disabled {
		c.f.Keys.Typed(e)
		return
	}
	switch e.Name {
	case fyne.KeyLeft:
		c.Add(-1)
	case fyne.KeyRight:
		c.Add(1)
	case fyne.KeyMinus:
		c.echo = '-'
		c.Add(-1)
	case fyne.KeyPlus:
		c.echo = '+'
		c.Add(1)
	default:
		c.f.Keys.Typed(e)
	}
}

// TypedRune counts with the signs + and -, wherever they are on the keyboard.
func (c *Counter) TypedRune(r rune) {
	echo := c.echo
	c.echo = 0
	switch {
	case c.disabled || r != '+' && r != '-':
		c.f.Keys.TypedRune(r)
	case r == echo:
	case r == '+':
		c.Add(1)
	default:
		c.Add(-1)
	}
}

// Tapped counts with the button under the mouse.
func (c *Counter) Tapped(e *fyne.PointEvent) {
	if c.disabled {
		return
	}
	c.takeFocus()
	c.Add(c.signAt(e.Position))
}

func (c *Counter) signAt(at fyne.Position) int {
	switch {
	case c.minus.holds(at, 0):
		return -1
	case c.plus.holds(at, 0):
		return 1
	}
	return 0
}

// MouseIn shows what can be pressed.
func (c *Counter) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved shows what can be pressed.
func (c *Counter) MouseMoved(e *desktop.MouseEvent) { c.point(c.signAt(e.Position), c.down) }

// MouseOut ends hovering.
func (c *Counter) MouseOut() { c.point(0, 0) }

// MouseDown shows a button as pressed.
func (c *Counter) MouseDown(e *desktop.MouseEvent) { c.point(c.over, c.signAt(e.Position)) }

// MouseUp ends pressing.
func (c *Counter) MouseUp(*desktop.MouseEvent) { c.point(c.over, 0) }

func (c *Counter) point(over, down int) {
	if c.disabled {
		over, down = 0, 0
	}
	if over != c.over || down != c.down {
		c.over, c.down = over, down
		c.Refresh()
	}
}

func (c *Counter) paint() {
	look := c.f.Look
	ink, mark := theme.Ink, theme.Doubt
	if c.disabled {
		ink, mark = theme.DisabledInk, theme.DisabledInk
		c.over, c.down = 0, 0
	}
	c.minus.paint(look, theme.Surface, c.disabled || c.opts.N == 0, c.over < 0, c.down < 0)
	c.plus.paint(look, theme.Surface, c.disabled || c.opts.N == c.opts.Max, c.over > 0, c.down > 0)
	c.number.Text, c.number.Color = strconv.Itoa(c.opts.N), look.Color(ink)
	c.number.Refresh()
	if c.text != nil {
		c.text.SetColor(look.Color(ink))
	}
	if c.cap != nil {
		c.cap.tone(capColors(look, c.disabled))
	}
	paintBox(c.done, look.Color(mark), look.Color(mark))
	c.done.Hidden = c.track.Hidden || c.opts.N == 0
}
