package kit

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"vigie/app/ui/theme"
)

// ButtonKind is how much a button asks for attention.
type ButtonKind int

// The kinds. There is one Primary or Hero on a screen.
const (
	Secondary ButtonKind = iota
	Primary
	Ghost
	Hero    // a larger Primary, for the first thing on the home page
	OnDoor  // white on the full help colour
	Outline // a border and nothing else, for the night
	Raised  // a lifted square without a border, for the night
)

// ButtonOpts are the choices of a button.
type ButtonOpts struct {
	ID       string
	Label    string // translated, a verb
	Kind     ButtonKind
	Icon     string // name of an icon, left of the label
	Key      string // print of the key that presses it from anywhere; the page binds it
	Small    bool   // 40 high, smaller text
	Disabled bool
	Spoken   string // what is read aloud, the label if empty
	Hint     string // how it is used besides; may be empty
	OnTap    func()
	// OnHold is what happens instead when the button is held down for
	// HoldTime; nil if holding is nothing special.
	OnHold func()
}

// HoldTime is how long a button is held for OnHold.
const HoldTime = 900 * time.Millisecond

// Button is pressed by mouse, Enter or Space. A label that does not fit wraps.
type Button struct {
	control
	opts  ButtonOpts
	role  theme.TextRole
	box   *canvas.Rectangle
	label *Para
	icon  *glyph
	cap   *KeyCap
	row   *fyne.Container
	off   func() bool // calls the holding off, nil while nobody holds
	held  bool        // this press was a holding
}

// NewButton returns a button.
func NewButton(f *Frame, opts ButtonOpts) *Button {
	look := f.Look
	b := &Button{opts: opts, role: theme.ButtonText}
	switch {
	case opts.Small:
		b.role = theme.ButtonSmall
	case opts.Kind == Hero:
		b.role = theme.ButtonHero
	}
	stroke := plainStroke(look, b.stroke(look))
	b.box = newBox(color.Transparent, color.Transparent, stroke, look.Size("radius.control"))
	var inside []fyne.CanvasObject
	if opts.Icon != "" {
		b.icon = newIcon(look, opts.Icon, look.Color(theme.Ink))
		side := look.Scaled("kit.button.icon")
		inside = append(inside, Fixed(side, side, b.icon.raster))
	}
	if opts.Label != "" {
		b.label = NewPara(f, ParaOpts{Text: opts.Label, Role: b.role, Bold: true})
		inside = append(inside, b.label)
	}
	if opts.Key != "" && f.KeyShown(opts.Key) {
		b.cap = NewKeyCap(f, KeyCapOpts{Text: opts.Key, Bare: true})
		inside = append(inside, b.cap)
	}
	b.row = HStack(look.Size("kit.button.gap"), NoGrow, inside...)
	spoken := opts.Spoken
	if spoken == "" {
		spoken = plainText(opts.Label)
	}
	b.disabled = opts.Disabled
	b.begin(f, b, opts.ID, spoken, opts.OnTap)
	b.paint()
	return b
}

// Semantics adds how the button is used besides.
func (b *Button) Semantics() Semantics {
	s := b.control.Semantics()
	s.Hint = b.opts.Hint
	return s
}

// MouseDown begins to press, perhaps to hold.
func (b *Button) MouseDown(e *desktop.MouseEvent) {
	b.control.MouseDown(e)
	b.held = false
	if b.opts.OnHold != nil && !b.disabled {
		b.off = b.f.After(HoldTime, func() {
			b.held = true
			b.letGo()
			b.opts.OnHold()
		})
	}
}

// MouseUp ends pressing and holding.
func (b *Button) MouseUp(e *desktop.MouseEvent) {
	b.letGo()
	b.control.MouseUp(e)
}

// MouseOut calls the holding off.
func (b *Button) MouseOut() {
	b.letGo()
	b.control.MouseOut()
}

// Tapped presses the button, unless it was held.
func (b *Button) Tapped(e *fyne.PointEvent) {
	if !b.held {
		b.control.Tapped(e)
	}
}

func (b *Button) letGo() {
	if b.off != nil {
		b.off()
		b.off = nil
	}
}

func (b *Button) stroke(look *theme.Look) float32 {
	if b.opts.Kind == Ghost || b.opts.Kind == OnDoor || b.opts.Kind == Raised {
		return 0
	}
	return look.Size("stroke.control")
}

func (b *Button) padX() float32 {
	switch {
	case b.label == nil && b.icon != nil:
		return (b.least() - b.look().Scaled("kit.button.icon")) / 2
	case b.opts.Kind == Ghost:
		return b.look().Size("kit.button.ghostPadX")
	case b.opts.Small:
		return b.look().Size("kit.button.smallPadX")
	}
	return b.look().Size("kit.button.padX")
}

func (b *Button) look() *theme.Look { return b.f.Look }

// least is the height of one line: the height of the design plus what the
// text has grown by; margins do not grow.
func (b *Button) least() float32 {
	path := "targets.control"
	switch {
	case b.opts.Small:
		path = "targets.small"
	case b.opts.Kind == Hero:
		path = "kit.button.hero"
	}
	line := b.look().Line(b.role)
	return b.look().Size(path) + line - line/b.look().Scale()
}

// HeightFor is the height with the label wrapped to the width.
func (b *Button) HeightFor(width float32) float32 {
	inside := HeightFor(b.row, max(0, width-2*b.padX()))
	return max(b.least(), inside+2*b.look().Size("kit.button.padY"))
}

// Natural is the width with the label on one line.
func (b *Button) Natural() float32 { return Natural(b.row) + 2*b.padX() }

// Least is the width with the label wrapped at every word.
func (b *Button) Least() float32 { return Least(b.row) + 2*b.padX() }

// CreateRenderer is for Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return draw(b) }

func (b *Button) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.box, b.row, b.ring}
}

func (b *Button) place(size fyne.Size) {
	placeBox(b.box, 0, 0, size.Width, size.Height)
	w := min(Natural(b.row), max(0, size.Width-2*b.padX()))
	h := HeightFor(b.row, w)
	put(b.row, (size.Width-w)/2, (size.Height-h)/2, w, h)
	placeRing(b.f, b.ring, 0, 0, size.Width, size.Height, b.look().Size("radius.control"))
}

func (b *Button) paint() {
	c := b.colors()
	paintBox(b.box, c.fill, c.edge)
	if b.label != nil {
		b.label.SetColor(c.ink)
	}
	if b.icon != nil {
		b.icon.recolor(c.ink)
	}
	if b.cap != nil {
		b.cap.tone(c.capInk, c.capEdge, color.NRGBA{})
	}
}
