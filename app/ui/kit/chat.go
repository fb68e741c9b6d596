package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigie/app/ui/theme"
)

// ChatOpts are the choices of a chat.
type ChatOpts struct {
	ID       string
	Label    string // translated, what a screen reader calls it
	Messages []Message
	Wide     bool            // bubbles up to the reading width, for a chat that fills the page
	New      int             // so many of the last messages have just come
	Whole    bool            // as high as all its messages: the page around it scrolls
	OnMark   func(index int) // a message was tapped or Enter was pressed on it; nil if nothing is marked
}

// Chat is a list of bubbles. It is one stop for Tab: up and down move a ring
// from bubble to bubble, Home and End go to the first and the last, Enter
// marks. It opens at the newest message.
type Chat struct {
	control
	opts    ChatOpts
	bubbles []*Bubble
	column  *fyne.Container
	scroll  *container.Scroll // nil if Whole
	ringAt  int
	width   float32
	opened  bool
}

// NewChat returns a chat for a bright ground.
func NewChat(f *Frame, opts ChatOpts) *Chat {
	look := f.Look
	c := &Chat{opts: opts}
	most := look.Size("bubble.maxWidth")
	if opts.Wide {
		most = look.Size("kit.bubble.wide")
	}
	var column []fyne.CanvasObject
	for _, m := range opts.Messages {
		b := NewBubble(f, m, most)
		c.bubbles = append(c.bubbles, b)
		column = append(column, b)
	}
	c.ringAt = c.next(len(c.bubbles), -1)
	c.column = &fyne.Container{Layout: chatColumn{chat: c, stack: stack{gap: look.Size("kit.phone.bubbleGap")}}, Objects: column}
	if !opts.Whole {
		c.scroll = container.NewVScroll(c.column)
	}
	c.begin(f, c, opts.ID, opts.Label, nil)
	c.arrive(min(opts.New, len(c.bubbles)))
	return c
}

// arrive lets the last messages come out of the ground, all together.
func (c *Chat) arrive(n int) {
	if n <= 0 {
		return
	}
	fresh, ground := c.bubbles[len(c.bubbles)-n:], c.f.Look.Color(theme.Surface)
	c.f.move("motion.quick", 1, func(part float32) {
		for _, b := range fresh {
			b.box.FillColor = theme.Mix(ground, c.f.Look.Color(b.m.fill()), part)
			b.box.Refresh()
		}
	})
}

// chatColumn stands at the bottom if there are few messages.
type chatColumn struct {
	stack
	chat *Chat
}

// MinSize is the height of all messages at the width of the chat.
func (l chatColumn) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.HeightFor(objects, l.chat.width))
}

// HeightFor is the height of all messages with the room around them.
func (l chatColumn) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	pad := l.chat.f.Look.Size("kit.phone.chatPad")
	return l.stack.HeightFor(objects, width-2*pad) + pad + l.stack.gap
}

// Layout places the messages above the lower edge.
func (l chatColumn) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	pad := l.chat.f.Look.Size("kit.phone.chatPad")
	w := size.Width - 2*pad
	need := l.stack.HeightFor(objects, w)
	l.stack.Layout(objects, fyne.NewSize(w, need))
	down := max(pad, size.Height-need-l.stack.gap)
	for _, o := range objects {
		o.Move(o.Position().AddXY(pad, down))
	}
}

// Semantics is the chat, the message at the ring, and all messages.
func (c *Chat) Semantics() Semantics {
	s := c.control.Semantics()
	s.Role = RoleChat
	for _, b := range c.bubbles {
		s.Lines = append(s.Lines, b.m.Spoken())
	}
	if c.ringAt >= 0 {
		s.Value = s.Lines[c.ringAt]
	}
	return s
}

// Ringed is the index of the message that the ring is on, -1 if there is none.
func (c *Chat) Ringed() int { return c.ringAt }

// SetRinged puts the ring on a message.
func (c *Chat) SetRinged(index int) {
	if index < 0 || index >= len(c.bubbles) || c.opts.Messages[index].Kind == Notice {
		return
	}
	if c.ringAt >= 0 {
		c.bubbles[c.ringAt].SetRing(false)
	}
	c.ringAt = index
	c.bubbles[index].SetRing(c.focused)
	c.show(index)
	c.Refresh()
}

// next is the nearest message that can have the ring, -1 if there is none.
func (c *Chat) next(from, step int) int {
	for i := from + step; i >= 0 && i < len(c.bubbles); i += step {
		if c.opts.Messages[i].Kind != Notice {
			return i
		}
	}
	return -1
}

// Bring brings a message into view without moving the ring.
func (c *Chat) Bring(index int) {
	if index >= 0 && index < len(c.bubbles) {
		c.show(index)
	}
}

func (c *Chat) show(index int) {
	b := c.bubbles[index]
	if c.scroll == nil {
		c.f.reveal(b)
		return
	}
	pad := c.f.Look.Size("kit.phone.chatPad")
	top, bottom := b.Position().Y-pad, b.Position().Y+b.Size().Height+pad
	view, y := c.scroll.Size().Height, c.scroll.Offset.Y
	switch {
	case top < y:
		y = top
	case bottom > y+view:
		y = min(top, bottom-view)
	}
	c.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y)))
}

// FocusGained shows the ring on the current message.
func (c *Chat) FocusGained() {
	c.focused, c.value = true, c.Semantics()
	c.f.focused(c)
	if c.ringAt >= 0 {
		c.SetRinged(c.ringAt)
	}
}

// FocusLost hides the ring.
func (c *Chat) FocusLost() {
	c.focused = false
	if c.ringAt >= 0 {
		c.bubbles[c.ringAt].SetRing(false)
	}
}

// TypedKey moves the ring or marks; other keys go to the page.
func (c *Chat) TypedKey(e *fyne.KeyEvent) {
	to := -1
	switch e.Name {
	case fyne.KeyUp:
		to = c.next(c.ringAt, -1)
	case fyne.KeyDown:
		to = c.next(c.ringAt, 1)
	case fyne.KeyHome:
		to = c.next(-1, 1)
	case fyne.KeyEnd:
		to = c.next(len(c.bubbles), -1)
	default:
		if presses(e.Name) && c.opts.OnMark != nil && c.ringAt >= 0 {
			c.opts.OnMark(c.ringAt)
			return
		}
		c.f.Keys.Typed(e)
		return
	}
	if to >= 0 {
		c.SetRinged(to)
	}
}

// Tapped puts the ring on the message under the mouse and marks it.
func (c *Chat) Tapped(e *fyne.PointEvent) {
	c.takeFocus()
	at := e.Position
	if c.scroll != nil {
		at = at.Add(c.scroll.Offset)
	}
	for i, b := range c.bubbles {
		in := at.Subtract(b.Position()).Subtract(b.at)
		if c.opts.Messages[i].Kind == Notice || in.X < 0 || in.Y < 0 || in.X > b.boxSize.Width || in.Y > b.boxSize.Height {
			continue
		}
		c.SetRinged(i)
		if c.opts.OnMark != nil {
			c.opts.OnMark(i)
		}
		return
	}
}

// HeightFor is the height of all messages.
func (c *Chat) HeightFor(width float32) float32 {
	return HeightFor(c.column, width)
}

// Natural is the width of the widest bubble.
func (c *Chat) Natural() float32 {
	return widest(c.column.Objects) + 2*c.f.Look.Size("kit.phone.chatPad")
}

// CreateRenderer is for Fyne.
func (c *Chat) CreateRenderer() fyne.WidgetRenderer { return draw(c) }

func (c *Chat) parts() []fyne.CanvasObject {
	if c.scroll == nil {
		return []fyne.CanvasObject{c.column}
	}
	return []fyne.CanvasObject{c.scroll}
}

func (c *Chat) paint() {}

func (c *Chat) place(size fyne.Size) {
	c.width = size.Width
	if c.scroll == nil {
		put(c.column, 0, 0, size.Width, size.Height)
		return
	}
	changed := c.scroll.Size() != size
	put(c.scroll, 0, 0, size.Width, size.Height)
	if !c.opened || changed {
		c.opened = size.Height > 0
		c.scroll.ScrollToBottom()
	}
}
