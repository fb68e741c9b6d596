package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// HiddenTile stands for the circulated image. It is always the same: a grey
// box, a lock, two lines. It takes no picture, and there is no variation.
type HiddenTile struct {
	widget.BaseWidget
	look *theme.Look
	box  *canvas.Rectangle
	body *fyne.Container
	said string
}

// NewHiddenTile returns a tile with its two translated lines: that the image
// is hidden, and that Vigie never shows it.
func NewHiddenTile(f *Frame, title, note string) *HiddenTile {
	look := f.Look
	t := &HiddenTile{look: look, said: title + ". " + note}
	t.box = boxOf(f, theme.Tile, look.Size("hiddenTile.radius"))
	t.body = VStack(look.Size("kit.hiddenTile.gap"),
		Center(Icon(f, "lock-simple", theme.OnTile, look.Size("hiddenTile.iconSize"))),
		NewPara(f, ParaOpts{Text: title, Role: theme.Small, Bold: true, Color: theme.OnTile, Align: Centre}),
		NewPara(f, ParaOpts{Text: note, Role: theme.Caption, Color: theme.OnTile, Align: Centre}))
	t.ExtendBaseWidget(t)
	return t
}

// Semantics is an image that is described by its two lines.
func (t *HiddenTile) Semantics() Semantics {
	return Semantics{Role: RoleImage, Name: plainText(t.said)}
}

// HeightFor is the height of the tile, more if its words have to wrap.
func (t *HiddenTile) HeightFor(width float32) float32 {
	pad := t.look.Size("kit.hiddenTile.pad")
	need := HeightFor(t.body, width-2*pad) + pad
	return max(t.look.Size("hiddenTile.height"), need)
}

// Natural is the width of the tile.
func (t *HiddenTile) Natural() float32 { return t.look.Scaled("hiddenTile.width") }

// CreateRenderer is for Fyne.
func (t *HiddenTile) CreateRenderer() fyne.WidgetRenderer { return draw(t) }

func (t *HiddenTile) parts() []fyne.CanvasObject { return []fyne.CanvasObject{t.box, t.body} }

func (t *HiddenTile) paint() {}

func (t *HiddenTile) place(size fyne.Size) {
	placeBox(t.box, 0, 0, size.Width, size.Height)
	pad := t.look.Size("kit.hiddenTile.pad")
	h := HeightFor(t.body, size.Width-2*pad)
	put(t.body, pad, (size.Height-h)/2, size.Width-2*pad, h)
}
