package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// Bubble is one message over the width of a chat: theirs at the left with
// their disc, mine at the right. The time stands behind a short text, and
// under a long one. It takes no focus by itself; the Chat moves its ring.
type Bubble struct {
	widget.BaseWidget
	f       *Frame
	m       Message
	most    float32
	box     *canvas.Rectangle
	flag    *fyne.Container
	ring    *canvas.Rectangle
	name    *Para
	text    *Para
	time    *Para
	tile    *HiddenTile
	disc    *fyne.Container
	at      fyne.Position // of the box
	boxSize fyne.Size
}

// NewBubble returns a bubble that is at most so many units wide; 0 is the
// width of the phone's bubbles.
func NewBubble(f *Frame, m Message, most float32) *Bubble {
	if m.Kind == Notice {
		return newPill(f, m)
	}
	look := f.Look
	if most == 0 {
		most = look.Size("bubble.maxWidth")
	}
	b := &Bubble{f: f, m: m, most: most, ring: newRing(f)}
	edge := theme.LampEdge
	switch {
	case look.Plain() && m.Flag != "":
		edge = theme.Lamp
	case look.Plain():
		edge = theme.LineStrong
	}
	stroke := plainStroke(look, 0)
	if m.Flag != "" {
		stroke = look.Size("kit.bubble.stroke")
	}
	b.box = newBox(look.Color(m.fill()), look.Color(edge), stroke, look.Size("radius.bubble"))
	if m.Kind == FromMe {
		b.box.BottomRightCornerRadius = look.Size("bubble.tailRadius")
	} else {
		b.box.BottomLeftCornerRadius = look.Size("bubble.tailRadius")
	}
	if m.Name != "" {
		b.name = NewPara(f, ParaOpts{Text: m.Name, Role: theme.Caption, Bold: true, Color: theme.InkSoft})
	}
	if m.Text != "" {
		b.text = NewPara(f, ParaOpts{Text: m.Text, Role: theme.BubbleText})
	}
	if m.Time != "" {
		b.time = NewPara(f, ParaOpts{Text: m.Time, Role: theme.Caption, Color: theme.InkFaint, Align: Right})
	}
	if m.Hidden {
		b.tile = NewHiddenTile(f, m.HiddenTitle, m.HiddenNote)
	}
	if m.Avatar != "" {
		b.disc = Avatar(f, m.Avatar, look.Size("bubble.avatar"))
	}
	if m.Flag != "" {
		b.flag = flagOf(f)
	}
	b.ExtendBaseWidget(b)
	return b
}

func flagOf(f *Frame) *fyne.Container {
	look := f.Look
	circle := newDisc(look.Color(theme.Lamp), look.Color(theme.LampEdge), look.Size("kit.bubble.stroke"))
	icon := newIcon(look, "flag-pennant", look.Color(theme.OnLamp)).raster
	return &fyne.Container{
		Layout:  discs{look.Scaled("kit.bubble.flag"), look.Scaled("kit.bubble.flagIcon")},
		Objects: []fyne.CanvasObject{circle, icon},
	}
}

// Semantics is the message with who wrote it.
func (b *Bubble) Semantics() Semantics {
	s := Semantics{Role: RoleMessage, Name: b.m.Spoken()}
	if b.m.Kind == Notice {
		s.Role = RoleText
	}
	return s
}

// AccessibilityLabel is the message with who wrote it.
func (b *Bubble) AccessibilityLabel() string { return b.Semantics().Name }

// AccessibilityRole is a text.
func (b *Bubble) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// SetRing shows or hides the focus ring around the bubble.
func (b *Bubble) SetRing(on bool) { showRing(b.ring, on) }

// HeightFor is the height at the width of the chat.
func (b *Bubble) HeightFor(width float32) float32 {
	if b.m.Kind == Notice {
		look := b.f.Look
		return HeightFor(b.text, width-2*look.Size("kit.pill.padX")) + 2*look.Size("kit.pill.padY")
	}
	return b.lay(width).size.Height
}

// Natural is the widest that the bubble gets.
func (b *Bubble) Natural() float32 { return b.most + b.left() }

// left is the room of the disc, also kept free under a disc that is not drawn.
func (b *Bubble) left() float32 {
	if b.m.Kind == FromMe {
		return 0
	}
	return b.f.Look.Scaled("bubble.avatar") + b.f.Look.Size("bubble.gap")
}

// CreateRenderer is for Fyne.
func (b *Bubble) CreateRenderer() fyne.WidgetRenderer { return draw(b) }

func (b *Bubble) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{b.box}
	if b.name != nil {
		parts = append(parts, b.name)
	}
	if b.tile != nil {
		parts = append(parts, b.tile)
	}
	if b.text != nil {
		parts = append(parts, b.text)
	}
	if b.time != nil {
		parts = append(parts, b.time)
	}
	if b.disc != nil {
		parts = append(parts, b.disc)
	}
	if b.flag != nil {
		parts = append(parts, b.flag)
	}
	return append(parts, b.ring)
}

func (b *Bubble) paint() {}
