package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// FieldOpts are the choices of a field. Texts are translated.
type FieldOpts struct {
	ID       string
	Label    string            // what is asked for: stands above the box and is its spoken name
	Beside   bool              // the label stands elsewhere already and is only spoken
	Note     string            // soft line below the box, may be empty
	Example  string            // faint text in the empty box; an example only, never the question
	Text     string            // what is in it at first
	Lines    int               // height in lines; more than 1 wraps and takes new lines. 0 is 1
	Max      int               // most characters, 0 for no limit
	Disabled bool              //
	OnChange func(text string) // hears every change by the person
	OnFull   func()            // hears that something was refused because Max is reached
	OnEnter  func()            // takes Enter in a field of one line; nil leaves it to the page
}

// Field is a box to type text into, with its label, a note and an error. What
// is typed is typed: digits, letters and signs never press keys of the page.
// Escape, the F keys and every shortcut that is not one of editing reach the
// page and the window. The text is nowhere but in the field.
type Field struct {
	widget.Entry
	f       *Frame
	opts    FieldOpts
	wrong   string // the error, "" for none
	label   *Para
	note    *Para
	error   *fyne.Container
	box     *panel
	caret   *canvas.Rectangle
	ring    *canvas.Rectangle
	typed   fyne.WidgetRenderer // draws the text for widget.Entry
	text    fyne.CanvasObject   // what it has drawn
	view    fyne.CanvasObject   // the part of the text that is seen
	shift   float32             // how far a single line is moved to the left
	placed  bool                // the text was broken into lines
	focused bool
	hovered bool
}

// NewField returns a field.
func NewField(f *Frame, opts FieldOpts) *Field {
	look := f.Look
	opts.Lines = max(1, opts.Lines)
	x := &Field{f: f, opts: opts}
	if !opts.Beside {
		x.label = BoldText(f, theme.Small, opts.Label)
	}
	if opts.Note != "" {
		x.note = SoftText(f, theme.Small, opts.Note)
	}
	x.box = newPanel(look, theme.Panel{Radius: look.Size("kit.field.radius")})
	x.caret = canvas.NewRectangle(color.Transparent)
	x.ring = newRing(f)
	x.beginEntry()
	x.Entry.SetText(x.cut(x.clean(opts.Text), opts.Max))
	if opts.Disabled {
		x.Entry.Disable()
	}
	x.OnChanged = opts.OnChange
	return x
}

// ID names the field on its page.
func (x *Field) ID() string { return x.opts.ID }

// Text is what is in the field.
func (x *Field) Text() string { return x.Entry.Text }

// SetText replaces the text, as much of it as Max allows, without calling
// back. What was typed before can't be undone any more.
func (x *Field) SetText(text string) {
	told := x.OnChanged
	x.OnChanged = nil
	x.Entry.SetText(x.cut(x.clean(text), x.opts.Max))
	x.toEnd()
	if !x.focused {
		x.toTop()
	}
	x.OnChanged = told
}

// Clear empties the field.
func (x *Field) Clear() { x.SetText("") }

// SetError shows what is not right below the box, or nothing if it is empty.
// It is told at once if the field has the focus.
func (x *Field) SetError(text string) {
	if text == x.wrong {
		return
	}
	x.wrong, x.error = text, nil
	if look := x.f.Look; text != "" {
		x.error = TopRow(look.Size("kit.field.signGap"), 1,
			Icon(x.f, "warning-circle", theme.Care, look.Size("kit.field.sign")),
			NewPara(x.f, ParaOpts{Text: text, Role: theme.Small, Bold: true, Color: theme.Care}))
	}
	x.Refresh()
	if x.placed {
		relay(x) // it has another height now
	}
	if x.focused && x.f.OnValue != nil {
		x.f.OnValue(x.opts.ID)
	}
}

// relay places everything again on the page on which an object is.
func relay(o fyne.CanvasObject) {
	if on := fyne.CurrentApp().Driver().CanvasForObject(o); on != nil && on.Content() != nil {
		on.Content().Refresh()
	}
}

// Error is what is not right, "" if nothing.
func (x *Field) Error() string { return x.wrong }

// Semantics is the label, the text with the error after it, and the note.
func (x *Field) Semantics() Semantics {
	s := Semantics{Role: RoleTextField, Name: plainText(x.opts.Label), Value: x.Entry.Text, Hint: plainText(x.opts.Note)}
	if x.wrong != "" {
		s.Value = sentences(s.Value, plainText(x.wrong))
	}
	if x.Disabled() {
		s.State = StateDisabled
	}
	return s
}

// AccessibilityLabel is what a screen reader says.
func (x *Field) AccessibilityLabel() string { return x.f.tell(x.Semantics()) }

// AccessibilityRole is the nearest role that Fyne has.
func (x *Field) AccessibilityRole() fyne.AccessibleRole { return accessibleRole(RoleTextField) }

// FocusGained shows the ring and the caret and brings the field into view.
func (x *Field) FocusGained() {
	if x.Disabled() { // the toolkit lets text be selected in what is disabled; ours is skipped
		x.dropFocus()
		return
	}
	x.focused = true
	showRing(x.ring, true)
	x.f.focused(x)
	x.Entry.FocusGained()
}

// FocusLost hides the ring and the caret.
func (x *Field) FocusLost() {
	x.focused = false
	showRing(x.ring, false)
	x.Entry.FocusLost()
	x.toTop()
}

// Disable keeps the text readable; Tab skips the field.
func (x *Field) Disable() {
	x.Entry.Disable()
	if x.focused {
		x.dropFocus()
	}
}

func (x *Field) dropFocus() {
	if on := fyne.CurrentApp().Driver().CanvasForObject(x); on != nil {
		on.Unfocus()
	}
}
