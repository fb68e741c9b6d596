package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// Tone is a pair of a strong colour and its wash.
type Tone int

// The tones. Each always comes with an icon and words.
const (
	ToneSky   Tone = iota // private
	ToneDoubt             // group, neutral, wait
	ToneHelp              // with help
	ToneGrow              // helps
	ToneCare              // harms
	ToneLamp              // noted
	ToneSunk              // quiet
)

func (t Tone) roles() (strong, wash theme.Role) {
	switch t {
	case ToneDoubt:
		return theme.Doubt, theme.DoubtWash
	case ToneHelp:
		return theme.Help, theme.HelpWash
	case ToneGrow:
		return theme.Grow, theme.GrowWash
	case ToneCare:
		return theme.Care, theme.CareWash
	case ToneLamp:
		return theme.LampInk, theme.LampWash
	case ToneSunk:
		return theme.InkSoft, theme.SurfaceSunk
	}
	return theme.Sky, theme.SkyWash
}

// ChipKind is one of the meanings of a chip, with its icon and tone.
type ChipKind int

// The kinds of design.md 4, row 5.
const (
	NoChip ChipKind = iota
	ChipPrivate
	ChipGroup
	ChipAdult
	ChipWait
	ChipHelps
	ChipHarms
	ChipDepends
	ChipNoted
)

func (k ChipKind) look() (icon string, tone Tone) {
	switch k {
	case ChipGroup:
		return "users-three", ToneDoubt
	case ChipAdult:
		return "lifebuoy", ToneHelp
	case ChipWait:
		return "hourglass-medium", ToneSunk
	case ChipHelps:
		return "hand-heart", ToneGrow
	case ChipHarms:
		return "heart-break", ToneCare
	case ChipDepends:
		return "scales", ToneDoubt
	case ChipNoted:
		return "flag-pennant", ToneLamp
	}
	return "lock-simple", ToneSky
}

// Chip is an icon and one or two words on a wash. It takes no focus.
type Chip struct {
	widget.BaseWidget
	look  *theme.Look
	words string
	box   *canvas.Rectangle
	row   *fyne.Container
}

// NewChip returns a chip with translated words.
func NewChip(f *Frame, kind ChipKind, words string) *Chip {
	icon, tone := kind.look()
	strong, wash := tone.roles()
	look := f.Look
	c := &Chip{look: look, words: words}
	c.box = newBox(look.Color(wash), color.Transparent, plainStroke(look, 0), look.Size("radius.chip"))
	c.box.StrokeColor = look.Color(theme.LineStrong)
	c.row = HStack(look.Size("kit.chip.gap"), 1,
		Icon(f, icon, strong, look.Size("kit.chip.icon")),
		NewPara(f, ParaOpts{Text: words, Role: theme.ChipText, Bold: true, Color: strong}))
	c.ExtendBaseWidget(c)
	return c
}

// Semantics is the words of the chip.
func (c *Chip) Semantics() Semantics { return Semantics{Role: RoleText, Name: plainText(c.words)} }

// HeightFor is the height with the words wrapped to the width.
func (c *Chip) HeightFor(width float32) float32 {
	pad := c.look.Size("kit.chip.pad")
	return max(c.look.Scaled("kit.chip.height"), HeightFor(c.row, width-2*pad)+pad)
}

// Natural is the width with the words on one line.
func (c *Chip) Natural() float32 { return Natural(c.row) + 2*c.look.Size("kit.chip.pad") }

// Least is the width with the words wrapped.
func (c *Chip) Least() float32 { return Least(c.row) + 2*c.look.Size("kit.chip.pad") }

// CreateRenderer is for Fyne.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer { return draw(c) }

func (c *Chip) parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.box, c.row} }

func (c *Chip) paint() {}

func (c *Chip) place(size fyne.Size) {
	placeBox(c.box, 0, 0, size.Width, size.Height)
	pad := c.look.Size("kit.chip.pad")
	w := max(0, size.Width-2*pad)
	h := HeightFor(c.row, w)
	put(c.row, pad, (size.Height-h)/2, w, h)
}
