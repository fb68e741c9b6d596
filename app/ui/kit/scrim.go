package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// first gives the focus to the control that has it when the sheet opens.
func (s *Sheet) first() { s.focus(ControlByID(s, s.First())) }

// last gives the focus to what Tab reaches last.
func (s *Sheet) last() {
	if all := Controls(s); len(all) > 0 {
		s.focus(all[len(all)-1])
	}
}

// start gives the focus to what Tab reaches first.
func (s *Sheet) start() {
	if all := Controls(s); len(all) > 0 {
		s.focus(all[0])
	}
}

func (s *Sheet) focus(c Control) {
	if on := fyne.CurrentApp().Driver().CanvasForObject(s); on != nil && c != nil {
		on.Focus(c)
	}
}

// fence is at an end of a sheet in the order of Tab and sends the focus back
// into it. Nothing of it is seen.
type fence struct {
	widget.BaseWidget
	sheet *Sheet
	send  func()
}

func newFence(s *Sheet, send func()) *fence {
	f := &fence{sheet: s, send: send}
	f.ExtendBaseWidget(f)
	return f
}

// Visible reports whether there is something to fence.
func (f *fence) Visible() bool { return f.sheet.Visible() }

// FocusGained sends the focus on.
func (f *fence) FocusGained() { f.send() }

// FocusLost changes nothing.
func (f *fence) FocusLost() {}

// TypedKey hands the key to the page.
func (f *fence) TypedKey(e *fyne.KeyEvent) { f.sheet.f.Keys.Typed(e) }

// TypedRune hands the sign to the page.
func (f *fence) TypedRune(r rune) { f.sheet.f.Keys.TypedRune(r) }

// CreateRenderer is for Fyne.
func (f *fence) CreateRenderer() fyne.WidgetRenderer { return draw(f) }

func (f *fence) parts() []fyne.CanvasObject { return nil }
func (f *fence) place(fyne.Size)            {}
func (f *fence) paint()                     {}

// scrim darkens the page below a sheet and keeps the mouse from it. It is the
// fence before the sheet, too: Shift+Tab goes from the first control to the
// last.
type scrim struct {
	fence
	shade *canvas.Rectangle
}

func newScrim(s *Sheet) *scrim {
	x := &scrim{shade: canvas.NewRectangle(s.f.Look.Color(theme.Scrim))}
	x.sheet, x.send = s, s.last
	x.ExtendBaseWidget(x)
	return x
}

// CreateRenderer is for Fyne.
func (x *scrim) CreateRenderer() fyne.WidgetRenderer { return draw(x) }

func (x *scrim) parts() []fyne.CanvasObject { return []fyne.CanvasObject{x.shade} }

func (x *scrim) place(size fyne.Size) {
	put(x.shade, 0, 0, size.Width, size.Height)
}

// Tapped puts the focus back that the window has taken away for the tap.
func (x *scrim) Tapped(*fyne.PointEvent) { x.sheet.first() }

// TappedSecondary changes nothing.
func (x *scrim) TappedSecondary(*fyne.PointEvent) {}

// MouseDown changes nothing.
func (x *scrim) MouseDown(*desktop.MouseEvent) {}

// MouseUp changes nothing.
func (x *scrim) MouseUp(*desktop.MouseEvent) {}

// MouseIn changes nothing.
func (x *scrim) MouseIn(*desktop.MouseEvent) {}

// MouseMoved changes nothing.
func (x *scrim) MouseMoved(*desktop.MouseEvent) {}

// MouseOut changes nothing.
func (x *scrim) MouseOut() {}

// Scrolled changes nothing.
func (x *scrim) Scrolled(*fyne.ScrollEvent) {}

// Dragged changes nothing.
func (x *scrim) Dragged(*fyne.DragEvent) {}

// DragEnd changes nothing.
func (x *scrim) DragEnd() {}
