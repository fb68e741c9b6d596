package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// HelpDoorOpts are the choices of a help door. All texts are translated.
type HelpDoorOpts struct {
	Word   string // "Help"
	Number string // the first number, with U+00A0
	Hours  string // "free, day and night"; the first to go where room is short
	OnTap  func()
}

// HelpDoorID is the id of every help door; there is one on a screen.
const HelpDoorID = "help.door"

// HelpDoor is the button at the bottom left of every screen that opens the
// page of help. Its icon, word and number never go.
type HelpDoor struct {
	control
	box         *canvas.Rectangle
	word        *Para
	full, brief *Para
	row         *fyne.Container
}

// NewHelpDoor returns the door.
func NewHelpDoor(f *Frame, opts HelpDoorOpts) *HelpDoor {
	look := f.Look
	d := &HelpDoor{}
	d.box = boxOf(f, theme.HelpWash, look.Size("radius.control"))
	d.word = NewPara(f, ParaOpts{Text: opts.Word, Role: theme.DoorText, Bold: true, Color: theme.Help})
	long := opts.Number
	if opts.Hours != "" {
		long += " · " + opts.Hours
	}
	d.full, d.brief = Text(f, theme.DoorNumber, long), Text(f, theme.DoorNumber, opts.Number)
	d.brief.Hide()
	d.row = HStack(look.Size("kit.footer.doorGap"), NoGrow,
		Icon(f, "lifebuoy", theme.Help, look.Size("kit.footer.doorIcon")), d.word, d.full, d.brief)
	d.begin(f, d, HelpDoorID, opts.Word+". "+long, opts.OnTap)
	return d
}

// SetBrief leaves the hours out.
func (d *HelpDoor) SetBrief(brief bool) {
	setHidden(d.full, brief)
	setHidden(d.brief, !brief)
}

// HeightFor is the height of the door.
func (d *HelpDoor) HeightFor(width float32) float32 {
	look := d.f.Look
	line := look.Line(theme.DoorText)
	least := look.Size("kit.footer.door") + line - line/look.Scale()
	pad := look.Size("kit.footer.doorPad")
	return max(least, HeightFor(d.row, width-2*pad)+2*look.Size("kit.footer.padY"))
}

// Natural is the width on one line with the hours.
func (d *HelpDoor) Natural() float32 { return d.widthWith(d.full) }

func (d *HelpDoor) widthWith(number *Para) float32 {
	look := d.f.Look
	return Natural(d.row.Objects[0]) + d.word.Natural() + number.Natural() +
		2*look.Size("kit.footer.doorGap") + 2*look.Size("kit.footer.doorPad")
}

// CreateRenderer is for Fyne.
func (d *HelpDoor) CreateRenderer() fyne.WidgetRenderer { return draw(d) }

func (d *HelpDoor) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.box, d.row, d.ring}
}

func (d *HelpDoor) paint() {
	look := d.f.Look
	fill, edge := look.Color(theme.HelpWash), look.Color(theme.LineStrong)
	switch {
	case d.pressed:
		fill = theme.Mix(fill, look.Color(theme.Help), look.Size("kit.mix.pressed"))
	case d.hovered:
		fill = theme.Mix(fill, look.Color(theme.Help), look.Size("kit.mix.hover"))
	}
	paintBox(d.box, fill, edge)
}

func (d *HelpDoor) place(size fyne.Size) {
	pad := d.f.Look.Size("kit.footer.doorPad")
	placeBox(d.box, 0, 0, size.Width, size.Height)
	h := HeightFor(d.row, size.Width-2*pad)
	put(d.row, pad, (size.Height-h)/2, size.Width-2*pad, h)
	placeRing(d.f, d.ring, 0, 0, size.Width, size.Height, d.f.Look.Size("radius.control"))
}
