package kit

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedKey takes digits and the keys of editing; other keys go to the page. A
// digit that may not stand in a box does nothing: it is meant for a box.
func (c *CodeBoxes) TypedKey(e *fyne.KeyEvent) {
	c.echo = false
	if len(e.Name) == 1 && e.Name[0] >= '0' && e.Name[0] <= '9' {
		c.echo = true
		if sign := c.sign(rune(e.Name[0])); sign != 0 {
			c.take(sign)
		}
		return
	}
	switch e.Name {
	case fyne.KeyBackspace:
		c.remove(c.at - 1)
	case fyne.KeyDelete:
		c.remove(c.at)
	case fyne.KeyLeft:
		c.move(c.at - 1)
	case fyne.KeyRight:
		c.move(c.at + 1)
	case fyne.KeyHome:
		c.move(0)
	case fyne.KeyEnd:
		c.move(len(c.signs) - 1)
	default:
		if !c.typesLetter(e.Name) {
			c.f.Keys.Typed(e)
		}
	}
}

// typesLetter reports whether a key comes again as the letter on it, which is
// meant for a box.
func (c *CodeBoxes) typesLetter(name fyne.KeyName) bool {
	r, size := utf8.DecodeRuneInString(string(name))
	return size == len(name) && unicode.IsLetter(r) && c.letters()
}

// TypedRune takes a sign that came without a digit key.
func (c *CodeBoxes) TypedRune(r rune) {
	if c.echo {
		c.echo = false
		return
	}
	sign := c.sign(r)
	if digit := digitOf(r); sign == 0 && digit != "" {
		sign = c.sign(rune(digit[0]))
	}
	if sign != 0 {
		c.take(sign)
		return
	}
	if digitOf(r) == "" && !(c.letters() && unicode.IsLetter(r)) {
		c.f.Keys.TypedRune(r)
	}
}

// FocusGained shows the ring. From now on what the person pastes goes into the
// boxes: a shortcut of the canvas, so that all others still reach the window.
func (c *CodeBoxes) FocusGained() {
	c.window = fyne.CurrentApp().Driver().CanvasForObject(c)
	if c.window != nil {
		c.window.AddShortcut(&fyne.ShortcutPaste{}, func(s fyne.Shortcut) {
			if p, is := s.(*fyne.ShortcutPaste); is && p.Clipboard != nil {
				c.paste(p.Clipboard.Content())
			}
		})
	}
	c.control.FocusGained()
}

// FocusLost hides the ring and ends pasting.
func (c *CodeBoxes) FocusLost() {
	if c.window != nil {
		c.window.RemoveShortcut(&fyne.ShortcutPaste{})
		c.window = nil
	}
	c.control.FocusLost()
}

// paste takes what may stand in a box, from the box at the ring on, or from
// the first if it is a whole code.
func (c *CodeBoxes) paste(text string) {
	if c.Disabled() {
		return
	}
	var signs []rune
	for _, r := range text {
		if sign := c.sign(r); sign != 0 {
			signs = append(signs, sign)
		}
	}
	if len(signs) == 0 {
		return
	}
	if len(signs) >= len(c.signs) {
		c.at = 0
	}
	for i, sign := range signs {
		if i > 0 && c.at >= len(c.signs) {
			break
		}
		c.put(sign)
	}
	c.changed()
	c.ifFull()
}

// Tapped takes the focus and goes to the box under the mouse.
func (c *CodeBoxes) Tapped(e *fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	c.takeFocus()
	for i, b := range c.boxes {
		at, size := b.Position(), b.Size()
		if e.Position.X >= at.X && e.Position.X <= at.X+size.Width {
			c.move(i)
		}
	}
}

// MouseIn marks the boxes as hovered, if something can be typed.
func (c *CodeBoxes) MouseIn(*desktop.MouseEvent) { c.hover(!c.Disabled()) }

// Cursor is that of text where something can be typed.
func (c *CodeBoxes) Cursor() desktop.Cursor {
	if c.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.TextCursor
}
