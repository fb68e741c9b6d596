package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

func TestCodeBoxes(t *testing.T) {
	f := plainFrame(t)
	full, chosen := "", 0
	f.Keys.OnDigit(4, func() { chosen++ })
	c := NewCodeBoxes(f, CodeBoxesOpts{Count: 3, OnFull: func(v string) { full = v }})
	open(t, f, Hug(c), 400, 100)
	press := func(name fyne.KeyName, r rune) { // as the driver does: the key, then its sign
		c.TypedKey(key(name))
		if r != 0 {
			c.TypedRune(r)
		}
	}
	press(fyne.Key4, '\'') // AZERTY top row
	press(fyne.Key9, '(')  // QWERTY with Shift: one digit, not two
	if c.Value() != "49" || full != "" {
		t.Fatalf("value %q, full %q", c.Value(), full)
	}
	press(fyne.KeyBackspace, 0)
	press(fyne.Key7, 0) // a key without a sign
	c.TypedKey(key(fyne.KeyLeft))
	c.TypedRune('à') // only the sign arrives
	if full != "470" || c.Value() != "470" {
		t.Errorf("value %q, full %q", c.Value(), full)
	}
	c.TypedRune('x')
	press(fyne.Key1, '&')
	if c.Value() != "1" {
		t.Errorf("a digit after the last box gave %q", c.Value())
	}
	if chosen != 0 {
		t.Error("a digit that was typed also chose something on the page")
	}
	for i, r := range []rune("&é\"'(§è!çà") {
		if want := string(rune('0' + (i+1)%10)); digitOf(r) != want {
			t.Errorf("%q is %q, want %s", r, digitOf(r), want)
		}
	}
}

func TestSegmented(t *testing.T) {
	f := plainFrame(t)
	told := -1
	s := NewSegmented(f, SegmentedOpts{ID: "s", Parts: []string{"FR", "NL", "DE"}, OnChange: func(i int) { told = i }})
	w := open(t, f, Hug(s), 600, 60)
	for _, step := range []struct {
		name fyne.KeyName
		want int
	}{{fyne.KeyRight, 1}, {fyne.KeyEnd, 2}, {fyne.KeyRight, 2}, {fyne.KeyLeft, 1}, {fyne.KeyHome, 0}} {
		s.TypedKey(key(step.name))
		if s.Chosen() != step.want {
			t.Errorf("%s: part %d, want %d", step.name, s.Chosen(), step.want)
		}
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(s.Natural()-20, 20))
	if told != 2 {
		t.Errorf("a tap on the last part told %d", told)
	}
}

func TestSliderSwitchCheck(t *testing.T) {
	f := plainFrame(t)
	s := NewSlider(f, SliderOpts{Steps: 5, At: 2})
	w := open(t, f, Hug(s), 600, 60)
	s.TypedKey(key(fyne.KeyRight))
	s.TypedKey(key(fyne.KeyRight))
	s.TypedKey(key(fyne.KeyRight))
	if s.At() != 4 {
		t.Errorf("slider at %d", s.At())
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(10, 20))
	if s.At() != 0 {
		t.Errorf("slider at %d after a tap at the left", s.At())
	}
	on := false
	sw := NewSwitch(f, SwitchOpts{OnChange: func(v bool) { on = v }})
	sw.TypedKey(key(fyne.KeySpace))
	sw.TypedKey(key(fyne.KeyRight))
	if !on || !sw.On() {
		t.Error("the switch is off")
	}
	checked := false
	c := NewCheckRow(f, CheckRowOpts{Text: "Oui", OnChange: func(v bool) { checked = v }})
	c.TypedKey(key(fyne.KeyReturn))
	if !checked || !c.Checked() {
		t.Error("not ticked")
	}
}

func TestChat(t *testing.T) {
	f := plainFrame(t)
	marked := -1
	c := NewChat(f, ChatOpts{ID: "chat", Messages: chatOf("Not all of us."), OnMark: func(i int) { marked = i }})
	w := open(t, f, c, 356, 300)
	if at := c.scroll.Offset.Y; at+300 < c.scroll.Content.Size().Height-1 {
		t.Errorf("opens at %g of %g, not at the newest", at, c.scroll.Content.Size().Height)
	}
	w.Canvas().Focus(c)
	if c.Ringed() != 6 || !c.bubbles[6].ring.Visible() {
		t.Fatalf("the ring is on %d", c.Ringed())
	}
	for _, step := range []struct {
		name fyne.KeyName
		want int
	}{{fyne.KeyUp, 5}, {fyne.KeyUp, 3}, {fyne.KeyDown, 5}, {fyne.KeyHome, 0}, {fyne.KeyUp, 0}, {fyne.KeyEnd, 6}, {fyne.KeyHome, 0}} {
		if c.TypedKey(key(step.name)); c.Ringed() != step.want {
			t.Errorf("%s: ring on %d, want %d", step.name, c.Ringed(), step.want)
		}
	}
	if c.scroll.Offset.Y > c.bubbles[0].Position().Y {
		t.Error("the first message is not in view")
	}
	c.TypedKey(key(fyne.KeyReturn))
	if marked != 0 {
		t.Errorf("Enter marked %d", marked)
	}
	at := c.bubbles[1].Position().Subtract(c.scroll.Offset).AddXY(120, 10)
	test.TapCanvas(w.Canvas(), at)
	if marked != 1 || c.Ringed() != 1 {
		t.Errorf("a tap marked %d, ring on %d", marked, c.Ringed())
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(350, at.Y))
	if marked != 1 {
		t.Error("a tap beside the bubbles marked something")
	}
	w.Canvas().Unfocus()
	if c.bubbles[1].ring.Visible() {
		t.Error("the ring stays without focus")
	}
}

func TestBubblesKeepTheirWords(t *testing.T) {
	for _, scale := range []float32{1, 1.3, 2} {
		f := plainFrame(t)
		f = frameOf(t, theme.Wish{Scale: scale})
		for _, m := range chatOf("Ja", "Ich schicke gar nichts weiter, das geht niemanden etwas an.") {
			if m.Kind == Notice {
				continue
			}
			b := NewBubble(f, m, 0)
			for _, width := range []float32{316, 332} {
				s := b.lay(width)
				if s.size.Width > width-b.left()+0.5 {
					t.Errorf("scale %g: %q is %g wide in %g", scale, m.Text, s.size.Width, width)
				}
				if s.timeY+s.timeH > s.size.Height+0.5 || s.textY+s.textH > s.size.Height {
					t.Errorf("scale %g: %q does not fit its bubble", scale, m.Text)
				}
			}
		}
	}
}

func TestPathMovesWithArrows(t *testing.T) {
	f := plainFrame(t)
	opened := ""
	lessons := lessonsOf()
	for i := range lessons {
		lessons[i].OnTap = func() { opened = lessons[i].ID }
	}
	p := NewPath(f, lessons...)
	w := open(t, f, p, 1366, 300)
	w.Canvas().Focus(p.lamps[0])
	p.lamps[0].TypedKey(key(fyne.KeyLeft))
	p.lamps[0].TypedKey(key(fyne.KeyRight))
	if w.Canvas().Focused() != fyne.Focusable(p.lamps[1]) {
		t.Fatal("the arrow did not move the focus")
	}
	p.lamps[1].TypedKey(key(fyne.KeyReturn))
	if opened != lessons[1].ID {
		t.Errorf("opened %q", opened)
	}
}

// TestFooterNeverLosesTheDoor lays the footer out in the smallest window at
// the largest text.
func TestFooterNeverLosesTheDoor(t *testing.T) {
	plainFrame(t)
	for _, scale := range []float32{1, 1.5, 1.8, 2} {
		f := frameOf(t, theme.Wish{Scale: scale})
		b := footerOf(f)
		b.Resize(fyne.NewSize(1000, b.HeightFor(1000)))
		b.place(b.Size())
		door := b.opts.Door
		end := door.Position().X + door.Size().Width
		if !door.word.Visible() || end > b.right.Position().X {
			t.Errorf("scale %g: the door ends at %g, the buttons begin at %g", scale, end, b.right.Position().X)
		}
		if need := door.widthWith(door.brief); door.Size().Width < need {
			t.Errorf("scale %g: the door is %g wide, needs %g", scale, door.Size().Width, need)
		}
		if right := b.right.Position().X + b.right.Size().Width; right > 1000 {
			t.Errorf("scale %g: the buttons end at %g", scale, right)
		}
	}
}
