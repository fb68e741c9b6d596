package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// FooterOpts are the choices of a footer.
type FooterOpts struct {
	Door    *HelpDoor           // nil only on the page of help itself
	Hints   fyne.CanvasObject   // see Hint; the first to go
	Note    fyne.CanvasObject   // soft words, at the left if there is no door
	Before  []fyne.CanvasObject // what stands before pass: other ways out, code boxes
	Pass    *Button
	Primary *Button
}

// FooterBar is the bar under every page: the help door at the left, pass and
// the primary button at the right, always in the same places.
type FooterBar struct {
	widget.BaseWidget
	f      *Frame
	opts   FooterOpts
	ground *canvas.Rectangle
	line   *canvas.Rectangle
	right  *fyne.Container
}

// NewFooterBar returns a footer.
func NewFooterBar(f *Frame, opts FooterOpts) *FooterBar {
	look := f.Look
	b := &FooterBar{f: f, opts: opts}
	b.ground = canvas.NewRectangle(look.Color(theme.Surface))
	b.line = canvas.NewRectangle(look.Color(theme.Line))
	right := append([]fyne.CanvasObject(nil), opts.Before...)
	if opts.Pass != nil {
		right = append(right, opts.Pass)
	}
	if opts.Primary != nil {
		right = append(right, opts.Primary)
	}
	b.right = HStack(look.Size("kit.footer.gap"), NoGrow, right...)
	b.ExtendBaseWidget(b)
	return b
}

// HeightFor is the height of the bar; it grows only if a label has to wrap, or
// if there is too little room for one row.
func (b *FooterBar) HeightFor(width float32) float32 {
	look := b.f.Look
	y := b.lay(width)
	return max(look.At("kit.footer.at"), y.height+2*look.Size("kit.footer.padY"))
}

// Natural is the width of the window of the design.
func (b *FooterBar) Natural() float32 { return b.f.Look.Size("frame.width") }

// footerLay is how the bar shares a width: the left part, which is door and
// note, beside the buttons, or above them where both do not fit.
type footerLay struct {
	brief             bool // the door without the hours
	door, note, right float32
	left, buttons     float32 // heights
	folded            bool
	height            float32 // of all rows
}

// lay gives the width to door, note and buttons: without the hours if they do
// not fit, then with wrapped buttons, then in two rows.
func (b *FooterBar) lay(width float32) footerLay {
	look := b.f.Look
	gap := look.Size("kit.footer.gap")
	room := width - 2*look.Size("kit.footer.pad")
	y := footerLay{right: min(room, Natural(b.right))}
	var least float32
	if b.opts.Door != nil {
		y.door = b.opts.Door.Natural()
		if y.brief = y.door+gap+y.right > room; y.brief {
			y.door = b.opts.Door.widthWith(b.opts.Door.brief)
			y.right = min(y.right, max(room-gap-y.door, Least(b.right)))
		}
		least = y.door + gap
	}
	if b.opts.Note != nil {
		least += Least(b.opts.Note) + gap
	}
	y.folded = least+y.right > room
	left := room
	if y.folded {
		y.right = min(room, Natural(b.right))
	} else {
		left -= y.right + gap
	}
	y.door = min(y.door, left)
	if b.opts.Door != nil {
		y.left = b.opts.Door.HeightFor(y.door)
		left -= y.door + gap
	}
	if b.opts.Note != nil {
		y.note = max(0, min(Natural(b.opts.Note), left))
		y.left = max(y.left, HeightFor(b.opts.Note, y.note))
	}
	y.buttons = HeightFor(b.right, y.right)
	y.height = max(y.left, y.buttons)
	if y.folded {
		y.height = y.left + look.Size("kit.footer.padY") + y.buttons
	}
	return y
}

// CreateRenderer is for Fyne.
func (b *FooterBar) CreateRenderer() fyne.WidgetRenderer { return draw(b) }

// parts are in the order of Tab: pass and primary, then the door.
func (b *FooterBar) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{b.ground, b.line, b.right}
	if b.opts.Door != nil {
		parts = append(parts, b.opts.Door)
	}
	if b.opts.Hints != nil {
		parts = append(parts, b.opts.Hints)
	}
	if b.opts.Note != nil {
		parts = append(parts, b.opts.Note)
	}
	return parts
}

func (b *FooterBar) paint() {}

func (b *FooterBar) place(size fyne.Size) {
	look := b.f.Look
	put(b.ground, 0, 0, size.Width, size.Height)
	line := plainStroke(look, look.Size("stroke.hair"))
	put(b.line, 0, 0, size.Width, line)
	pad, gap := look.Size("kit.footer.pad"), look.Size("kit.footer.gap")
	y := b.lay(size.Width)
	top := (size.Height - y.height) / 2
	down, rowH := top, y.height // of the buttons
	leftH := y.height
	if y.folded {
		down, rowH, leftH = top+y.left+look.Size("kit.footer.padY"), y.buttons, y.left
	}
	put(b.right, size.Width-pad-y.right, down+(rowH-y.buttons)/2, y.right, y.buttons)
	x := pad
	if b.opts.Door != nil {
		b.opts.Door.SetBrief(y.brief)
		h := b.opts.Door.HeightFor(y.door)
		put(b.opts.Door, x, top+(leftH-h)/2, y.door, h)
		x += y.door + gap
	}
	if b.opts.Note != nil {
		h := HeightFor(b.opts.Note, y.note)
		put(b.opts.Note, x, top+(leftH-h)/2, y.note, h)
		x += y.note + gap
	}
	if b.opts.Hints != nil {
		w := Natural(b.opts.Hints)
		setHidden(b.opts.Hints, y.brief || y.folded || w > size.Width-pad-y.right-gap-x)
		h := HeightFor(b.opts.Hints, w)
		put(b.opts.Hints, x, (size.Height-h)/2, w, h)
	}
}
