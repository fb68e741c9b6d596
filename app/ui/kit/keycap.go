package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// KeyCapOpts are the choices of a key cap: a word or an icon on it.
type KeyCapOpts struct {
	Text  string // the print on the key: "1", "Ctrl H"
	Icon  string // instead of the text, such as "arrow-up"
	Large bool   // the number of a choice
	Bare  bool   // without a fill of its own
}

// KeyCap is the picture of a key. It never takes the focus. Where Frame says
// that keys are not shown, leave it out.
type KeyCap struct {
	widget.BaseWidget
	look *theme.Look
	opts KeyCapOpts
	box  *canvas.Rectangle
	text *canvas.Text
	icon *glyph
	ink  color.NRGBA
}

// NewKeyCap returns a key cap.
func NewKeyCap(f *Frame, opts KeyCapOpts) *KeyCap {
	look := f.Look
	k := &KeyCap{look: look, opts: opts}
	stroke, radius, role := look.Size("kit.key.stroke"), look.Size("radius.key"), theme.Caption
	if opts.Large {
		stroke, radius, role = look.Size("kit.key.largeStroke"), look.Size("kit.key.largeRadius"), theme.KeyLarge
	}
	k.box = newBox(color.Transparent, color.Transparent, stroke, radius)
	k.text = canvas.NewText(opts.Text, color.Transparent)
	k.text.TextSize, k.text.FontSource = look.Text(role), look.Font(true)
	if opts.Icon != "" {
		k.icon = newIcon(look, opts.Icon, look.Color(theme.Ink))
	}
	fill := look.Color(theme.Surface)
	if opts.Bare || f.night {
		fill = color.NRGBA{}
	}
	k.tone(look.Color(f.ink()), look.Color(f.edge()), fill)
	k.ExtendBaseWidget(k)
	return k
}

// Print is what stands on the key, "" for an icon.
func (k *KeyCap) Print() string { return k.opts.Text }

// tone gives the cap the colours of what it stands on.
func (k *KeyCap) tone(ink, edge, fill color.NRGBA) {
	k.ink = ink
	k.text.Color = ink
	k.text.Refresh()
	paintBox(k.box, fill, edge)
	if k.icon != nil {
		k.icon.recolor(ink)
	}
}

// HeightFor is the height of the cap.
func (k *KeyCap) HeightFor(float32) float32 {
	if k.opts.Large {
		return k.look.Scaled("kit.key.large")
	}
	return k.look.Scaled("kit.key.height")
}

// Natural is the width of the cap, at least its height.
func (k *KeyCap) Natural() float32 {
	high := k.HeightFor(0)
	if k.icon != nil {
		return max(high, k.look.Scaled("kit.key.icon")+2*k.look.Scaled("kit.key.pad"))
	}
	return max(high, k.text.MinSize().Width+2*k.look.Scaled("kit.key.pad"))
}

// CreateRenderer is for Fyne.
func (k *KeyCap) CreateRenderer() fyne.WidgetRenderer { return draw(k) }

func (k *KeyCap) parts() []fyne.CanvasObject {
	if k.icon != nil {
		return []fyne.CanvasObject{k.box, k.icon.raster}
	}
	return []fyne.CanvasObject{k.box, k.text}
}

func (k *KeyCap) paint() {}

func (k *KeyCap) place(size fyne.Size) {
	placeBox(k.box, 0, 0, size.Width, size.Height)
	centreText(k.text, 0, 0, size.Width, size.Height)
	if k.icon != nil {
		side := k.look.Scaled("kit.key.icon")
		put(k.icon.raster, (size.Width-side)/2, (size.Height-side)/2, side, side)
	}
}

func centreText(t *canvas.Text, x, y, w, h float32) {
	need := t.MinSize()
	put(t, x+(w-need.Width)/2, y+(h-need.Height)/2, need.Width, need.Height)
}
