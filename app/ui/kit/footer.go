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

// HeightFor is the height of the bar; it grows only if a label has to wrap.
func (b *FooterBar) HeightFor(width float32) float32 {
	look := b.f.Look
	_, door, right := b.share(width)
	high := HeightFor(b.right, right)
	if b.opts.Door != nil {
		high = max(high, b.opts.Door.HeightFor(door))
	}
	if b.opts.Note != nil {
		high = max(high, HeightFor(b.opts.Note, b.noteWidth(width, right)))
	}
	return max(look.At("kit.footer.at"), high+2*look.Size("kit.footer.padY"))
}

// Natural is the width of the window of the design.
func (b *FooterBar) Natural() float32 { return b.f.Look.Size("frame.width") }

// share gives the width to door and buttons: without the hours if both do not
// fit, then with wrapped buttons.
func (b *FooterBar) share(width float32) (brief bool, door, right float32) {
	look := b.f.Look
	pad, gap := look.Size("kit.footer.pad"), look.Size("kit.footer.gap")
	room := width - 2*pad
	right = Natural(b.right)
	if b.opts.Door == nil {
		return false, 0, min(right, room)
	}
	door = b.opts.Door.Natural()
	if brief = door+gap+right > room; brief {
		door = b.opts.Door.widthWith(b.opts.Door.brief)
	}
	right = min(right, max(room-gap-door, Least(b.right)))
	return brief, min(door, max(0, room-gap-right)), right
}

func (b *FooterBar) noteWidth(width, right float32) float32 {
	pad := b.f.Look.Size("kit.footer.pad")
	return max(0, min(Natural(b.opts.Note), width-2*pad-right-b.f.Look.Size("kit.footer.gap")))
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
	brief, door, right := b.share(size.Width)

	h := HeightFor(b.right, right)
	put(b.right, size.Width-pad-right, (size.Height-h)/2, right, h)
	x := pad
	if b.opts.Door != nil {
		b.opts.Door.SetBrief(brief)
		h = b.opts.Door.HeightFor(door)
		put(b.opts.Door, x, (size.Height-h)/2, door, h)
		x += door + gap
	}
	left := size.Width - pad - right - gap - x
	if b.opts.Note != nil {
		w := min(left, Natural(b.opts.Note))
		h = HeightFor(b.opts.Note, w)
		put(b.opts.Note, x, (size.Height-h)/2, w, h)
		x += w + gap
		left -= w + gap
	}
	if b.opts.Hints != nil {
		w := Natural(b.opts.Hints)
		setHidden(b.opts.Hints, brief || w > left)
		h = HeightFor(b.opts.Hints, w)
		put(b.opts.Hints, x, (size.Height-h)/2, w, h)
	}
}
