package kit

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// CodeBoxesOpts are the choices of a row of boxes for signs.
type CodeBoxesOpts struct {
	ID       string
	Label    string          // translated, what is asked for
	Count    int             // boxes, if they are not in groups
	Groups   []int           // boxes of each group: 3 and 4
	Size     CodeSize        // TwoDigits if it is not set
	Signs    string          // signs that may stand in a box, letters as capitals; the ten digits if empty
	Alike    func(rune) rune // reads a sign that is none of them as one that is; nil reads none so
	Doubtful string          // translated, what is said of the doubtful sign: "to be checked"
	Value    string          // signs that are already there
	ReadOnly bool            // shows the signs, takes no focus, and is read sign by sign
	Disabled bool
	OnChange func(value string)
	OnFull   func(value string) // called each time the last empty box is filled, or a sign replaced while all are full
}

// CodeBoxes is one field that draws a box for each sign. Typing fills the box
// at the ring and goes on to the next; Backspace goes back and empties, Delete
// empties, the left and right arrows, Home and End move. A sign that is typed
// when the last box has just been filled begins again. Digits come from the
// digit keys on any layout, and from the signs of the top row of an AZERTY
// keyboard if only those arrive. What the person pastes is taken sign by sign.
type CodeBoxes struct {
	control
	opts   CodeBoxesOpts
	signs  []rune // 0 in an empty box
	at     int    // box of the ring; their number after the last was filled
	doubt  int    // the doubtful box, -1 for none
	echo   bool   // the next rune belongs to a digit key that was already taken
	boxes  []*canvas.Rectangle
	texts  []*canvas.Text
	caret  *canvas.Rectangle
	query  *glyph      // on the doubtful box
	window fyne.Canvas // pastes into the boxes while they have the focus
}

// azertyRow is the top row of a Belgian or French keyboard without Shift, from
// 1 to 9 and 0.
const azertyRow = "&é\"'(§è!çà"

// NewCodeBoxes returns the boxes.
func NewCodeBoxes(f *Frame, opts CodeBoxesOpts) *CodeBoxes {
	if opts.Signs == "" {
		opts.Signs = "0123456789"
	}
	if len(opts.Groups) == 0 {
		opts.Groups = []int{opts.Count}
	}
	c := &CodeBoxes{opts: opts, doubt: -1}
	c.disabled = opts.Disabled
	c.draw(f)
	c.fill(opts.Value)
	c.begin(f, c, opts.ID, opts.Label, nil)
	c.paint()
	return c
}

// Value is the signs so far; an empty box before the last sign is a space.
func (c *CodeBoxes) Value() string {
	var b strings.Builder
	for _, r := range c.signs {
		if r == 0 {
			r = ' '
		}
		b.WriteRune(r)
	}
	return strings.TrimRight(b.String(), " ")
}

// SetValue replaces the signs, without calling back. Signs that may not stand
// in a box are left out; a space leaves its box empty.
func (c *CodeBoxes) SetValue(value string) {
	c.fill(value)
	c.Refresh()
}

func (c *CodeBoxes) fill(value string) {
	clear(c.signs)
	c.at, c.doubt = 0, -1
	for _, r := range value {
		sign := c.sign(r)
		if c.at < len(c.signs) && (sign != 0 || r == ' ') {
			c.signs[c.at] = sign
			c.at++
		}
	}
}

// Full reports whether there is a sign in every box.
func (c *CodeBoxes) Full() bool { return !slices.Contains(c.signs, 0) }

// SetDoubtful marks the box with that index, from 0, as one to look at again
// and goes there, so that typing replaces its sign. -1 marks none; so does
// another sign in the box.
func (c *CodeBoxes) SetDoubtful(index int) {
	c.doubt = -1
	if index >= 0 && index < len(c.signs) {
		c.doubt, c.at = index, index
	}
	c.Refresh()
}

// Disabled reports whether Tab skips the boxes.
func (c *CodeBoxes) Disabled() bool { return c.disabled || c.opts.ReadOnly }

// sign is what stands in the box for a sign that was typed or pasted, 0 if it
// can't be there. Letters may come in either case.
func (c *CodeBoxes) sign(r rune) rune {
	for _, as := range []rune{r, unicode.ToUpper(r)} {
		if strings.ContainsRune(c.opts.Signs, as) && !unicode.IsSpace(as) {
			return as
		}
	}
	if c.opts.Alike == nil {
		return 0
	}
	for _, from := range []rune{r, unicode.ToUpper(r)} {
		if as := c.opts.Alike(from); as != 0 && strings.ContainsRune(c.opts.Signs, as) {
			return as
		}
	}
	return 0
}

// letters reports whether letters can be typed here, which then are no keys of
// the page.
func (c *CodeBoxes) letters() bool {
	return strings.ContainsFunc(c.opts.Signs, unicode.IsLetter)
}

// digitOf is the digit that a rune of a keyboard stands for, "" if it is none.
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

// take puts a sign into the box at the ring and goes on.
func (c *CodeBoxes) take(sign rune) {
	if c.Disabled() {
		return
	}
	c.put(sign)
	c.changed()
	c.ifFull()
}

func (c *CodeBoxes) put(sign rune) {
	if c.at >= len(c.signs) {
		if c.Full() {
			clear(c.signs)
			c.doubt = -1
		}
		c.at = slices.Index(c.signs, 0)
	}
	c.signs[c.at] = sign
	if c.doubt == c.at {
		c.doubt = -1
	}
	c.at++
}

func (c *CodeBoxes) ifFull() {
	if c.Full() && c.opts.OnFull != nil {
		c.opts.OnFull(c.Value())
	}
}

// remove empties a box, if there is one with that index and a sign in it.
func (c *CodeBoxes) remove(index int) {
	if c.Disabled() || index < 0 || index >= len(c.signs) {
		return
	}
	c.at = index
	if c.doubt == index {
		c.doubt = -1
	}
	if c.signs[index] == 0 {
		c.Refresh()
		return
	}
	c.signs[index] = 0
	c.changed()
}

func (c *CodeBoxes) changed() {
	c.Refresh()
	if c.opts.OnChange != nil {
		c.opts.OnChange(c.Value())
	}
}

func (c *CodeBoxes) move(to int) {
	if !c.Disabled() {
		c.at = min(max(to, 0), len(c.signs)-1)
		c.Refresh()
	}
}

// Semantics is the question and the signs so far, one by one, with a pause
// between groups. Signs that are only shown are a text.
func (c *CodeBoxes) Semantics() Semantics {
	s := c.control.Semantics()
	s.Role = RoleTextField
	var groups []string
	from := 0
	for _, n := range c.opts.Groups {
		var said []string
		for i := from; i < from+n; i++ {
			if c.signs[i] == 0 {
				continue
			}
			said = append(said, string(c.signs[i]))
			if i == c.doubt && c.opts.Doubtful != "" {
				said[len(said)-1] += " (" + c.opts.Doubtful + ")"
			}
		}
		from += n
		if len(said) > 0 {
			groups = append(groups, strings.Join(said, " "))
			s.Lines = append(s.Lines, said...)
		}
	}
	s.Value = strings.Join(groups, ", ")
	if c.opts.ReadOnly {
		s.Role, s.State = RoleText, 0
	}
	return s
}
