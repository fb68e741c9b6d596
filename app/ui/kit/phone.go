package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// PhoneOpts are the choices of a phone. All texts are translated.
type PhoneOpts struct {
	Title    string
	Subtitle string
	Avatar   string // key of a character, "" for a group
	Chat     ChatOpts
	Composer string // the empty composer says this; nothing is ever typed in it
	Draft    string // a message being built, shown in the composer instead
}

// Phone is a phone of no brand with a chat on it.
type Phone struct {
	widget.BaseWidget
	look                     *theme.Look
	chat                     *Chat
	body, screen, head, foot *fyne.Container
	composer, under          *canvas.Rectangle
}

// NewPhone returns a phone.
func NewPhone(f *Frame, opts PhoneOpts) *Phone {
	f = f.AtDay()
	look := f.Look
	p := &Phone{look: look, chat: NewChat(f, opts.Chat)}
	p.body = shadowed(look, phoneShadow, theme.Panel{
		Fill: look.Color(theme.Scene("phoneBody")), Edge: look.Color(theme.NightLine), Stroke: look.Size("kit.phone.bodyStroke"),
		Radius: look.Size("radius.phoneBody"), Inset: p.inset() + look.Size("radius.phoneScreen"),
	})
	p.screen = panelOf(f, theme.Surface, look.Size("radius.phoneScreen"))
	p.under = canvas.NewRectangle(look.Color(theme.Line))

	name := VStack(0, BoldText(f, theme.BubbleText, opts.Title))
	if opts.Subtitle != "" {
		name.Add(NewPara(f, ParaOpts{Text: opts.Subtitle, Role: theme.Caption, Color: theme.InkSoft}))
	}
	p.head = HStack(look.Size("kit.phone.headerGap"), 2,
		Icon(f, "caret-left", theme.InkSoft, look.Size("kit.phone.headerCaret")),
		Avatar(f, opts.Avatar, look.Size("kit.phone.headerDisc")), name)

	fill, edge, words := theme.SurfaceSoft, theme.Line, SoftText(f, theme.Small, opts.Composer)
	stroke := plainStroke(look, 0)
	if opts.Draft != "" {
		fill, edge, words = theme.BubbleMe, theme.LampEdge, Text(f, theme.BubbleText, opts.Draft)
		stroke = look.Size("stroke.control")
	}
	p.composer = newBox(look.Color(fill), look.Color(edge), stroke, look.Size("radius.card"))
	p.foot = HStack(look.Size("kit.phone.headerGap"), 0, words,
		Icon(f, "paper-plane-right", theme.InkFaint, look.Size("kit.phone.sendIcon")))
	p.ExtendBaseWidget(p)
	return p
}

// Chat is the chat on the phone.
func (p *Phone) Chat() *Chat { return p.chat }

// HeightFor is the height of the phone, whatever the width.
func (p *Phone) HeightFor(float32) float32 { return p.look.Size("frame.phoneH") }

// Natural is the width of the phone.
func (p *Phone) Natural() float32 { return p.look.Size("frame.phoneW") }

// CreateRenderer is for Fyne.
func (p *Phone) CreateRenderer() fyne.WidgetRenderer { return draw(p) }

func (p *Phone) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.body, p.screen, p.chat, p.head, p.under, p.composer, p.foot}
}

func (p *Phone) paint() {}

// inset is the width of the body around the screen.
func (p *Phone) inset() float32 {
	return p.look.Size("kit.phone.inset") + p.look.Size("kit.phone.bodyStroke")
}

func (p *Phone) place(size fyne.Size) {
	look := p.look
	put(p.body, 0, 0, size.Width, size.Height)
	in := p.inset()
	x, y, w, h := in, in, size.Width-2*in, size.Height-2*in
	put(p.screen, x, y, w, h)

	pad, line := look.Size("kit.phone.headerPad"), look.Size("stroke.hair")
	headW := w - 2*pad
	headH := HeightFor(p.head, headW)
	top := max(look.Size("kit.phone.header"), headH+pad)
	put(p.head, x+pad, y+(top-headH)/2, headW, headH)
	put(p.under, x, y+top-line, w, line)

	edge := look.Size("kit.phone.composerInset")
	footPad := look.Size("kit.phone.composerPad")
	footW := w - 2*edge - 2*footPad
	footH := HeightFor(p.foot, footW)
	low := max(look.Size("kit.phone.composer"), footH+pad)
	bottom := y + h - look.Size("kit.phone.composerBottom")
	placeBox(p.composer, x+edge, bottom-low, w-2*edge, low)
	put(p.foot, x+edge+footPad, bottom-low+(low-footH)/2, footW, footH)

	put(p.chat, x, y+top, w, max(0, bottom-low-y-top))
}
