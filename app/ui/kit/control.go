package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Control is a widget that takes the focus. Its id is unique on the page and
// the same after the page is built again, so that the focus can be put back.
type Control interface {
	fyne.Widget
	fyne.Focusable
	fyne.Disableable
	Meant
	ID() string
}

// control is the common part of the controls. It is not Shortcutable: Ctrl
// shortcuts always reach the window.
type control struct {
	widget.BaseWidget
	f        *Frame
	id       string
	self     Control
	act      func()
	label    string
	role     Role // a button if empty
	ring     *canvas.Rectangle
	value    Semantics // as it was told last
	focused  bool
	hovered  bool
	pressed  bool
	disabled bool
}

func (c *control) begin(f *Frame, self Control, id, label string, act func()) {
	c.f, c.self, c.id, c.label, c.act = f, self, id, label, act
	c.ring = newRing(f)
	c.ExtendBaseWidget(self)
}

// ID names the control on its page.
func (c *control) ID() string { return c.id }

// Semantics is the role, the label and whether it can be used.
func (c *control) Semantics() Semantics {
	s := Semantics{Role: c.role, Name: c.label}
	if s.Role == "" {
		s.Role = RoleButton
	}
	if c.disabled {
		s.State = StateDisabled
	}
	return s
}

// AccessibilityLabel is what a screen reader says.
func (c *control) AccessibilityLabel() string { return c.f.tell(c.self.Semantics()) }

// AccessibilityRole is the nearest role that Fyne has.
func (c *control) AccessibilityRole() fyne.AccessibleRole {
	return accessibleRole(c.self.Semantics().Role)
}

// Refresh draws the control as it is now. What it says of itself may have
// changed with it; while it has the focus, that is told.
func (c *control) Refresh() {
	c.BaseWidget.Refresh()
	if !c.focused || c.f.OnValue == nil {
		return
	}
	if now := c.self.Semantics(); now.Value != c.value.Value || now.State != c.value.State {
		c.value = now
		c.f.OnValue(c.id)
	}
}

// FocusGained shows the ring and brings the control into view.
func (c *control) FocusGained() {
	c.value = c.self.Semantics()
	c.focused = true
	showRing(c.ring, true)
	c.f.focused(c.self)
	c.Refresh()
}

// FocusLost hides the ring.
func (c *control) FocusLost() {
	c.focused = false
	showRing(c.ring, false)
	c.Refresh()
}

// TypedKey presses the control with Enter or Space; other keys go to the page.
func (c *control) TypedKey(e *fyne.KeyEvent) {
	if presses(e.Name) {
		c.press()
		return
	}
	c.f.Keys.Typed(e)
}

// TypedRune hands the sign to the page.
func (c *control) TypedRune(r rune) { c.f.Keys.TypedRune(r) }

// KeyDown says that keys are being used.
func (c *control) KeyDown(*fyne.KeyEvent) {
	if c.f.OnKey != nil {
		c.f.OnKey()
	}
}

// KeyUp changes nothing.
func (c *control) KeyUp(*fyne.KeyEvent) {}

// Tapped presses the control and gives it the focus.
func (c *control) Tapped(*fyne.PointEvent) {
	if c.disabled {
		return
	}
	c.takeFocus()
	c.press()
}

func (c *control) takeFocus() {
	if on := fyne.CurrentApp().Driver().CanvasForObject(c.self); on != nil && !c.disabled {
		on.Focus(c.self)
	}
}

func (c *control) press() {
	if !c.disabled && c.act != nil {
		c.act()
	}
}

// MouseIn marks the control as hovered.
func (c *control) MouseIn(*desktop.MouseEvent) { c.hover(true) }

// MouseMoved changes nothing.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (c *control) MouseOut() {
	c.pressed = false
	c.hover(false)
}

func (c *control) hover(on bool) {
	c.hovered = on && !c.disabled
	c.Refresh()
}

// MouseDown shows the control as pressed.
func (c *control) MouseDown(*desktop.MouseEvent) {
	c.pressed = !c.disabled
	c.Refresh()
}

// MouseUp ends pressing.
func (c *control) MouseUp(*desktop.MouseEvent) {
	c.pressed = false
	c.Refresh()
}

// Cursor is a hand over what can be pressed.
func (c *control) Cursor() desktop.Cursor {
	if c.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Enable lets the control be pressed.
func (c *control) Enable() { c.setDisabled(false) }

// Disable keeps the control readable; Tab skips it.
func (c *control) Disable() { c.setDisabled(true) }

// Disabled reports whether the control can't be pressed.
func (c *control) Disabled() bool { return c.disabled }

func (c *control) setDisabled(off bool) {
	if c.disabled == off {
		return
	}
	c.disabled = off
	if off {
		c.hovered, c.pressed = false, false
	}
	c.Refresh()
}

// Controls lists the enabled and visible controls under an object in the order
// in which Tab reaches them: those of a sheet only, if one lies over the page.
func Controls(root fyne.CanvasObject) []Control {
	var found []Control
	walk(uppermost(root), func(o fyne.CanvasObject) {
		if c, is := o.(Control); is && !c.Disabled() {
			found = append(found, c)
		}
	})
	return found
}

// ControlByID finds the control with that id under an object, nil if there is
// none that can take the focus.
func ControlByID(root fyne.CanvasObject, id string) Control {
	for _, c := range Controls(root) {
		if c.ID() == id {
			return c
		}
	}
	return nil
}

func walk(o fyne.CanvasObject, each func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	each(o)
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case *container.Scroll:
		inside = []fyne.CanvasObject{o.Content}
	case drawn:
		inside = o.parts()
	}
	for _, child := range inside {
		walk(child, each)
	}
}
