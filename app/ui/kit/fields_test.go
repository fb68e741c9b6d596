package kit

import (
	"fmt"
	"slices"
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
	c.TypedKey(key(fyne.KeyF5))
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

// lookAlike reads the letters that are no signs of a code as digits.
func lookAlike(r rune) rune {
	switch r {
	case 'S':
		return '5'
	case 'Z':
		return '2'
	}
	return 0
}

const codeSigns = "23456789ABCDEFGHJKLMNPQRTUVWXY"

func slipOf(f *Frame, opts CodeBoxesOpts) *CodeBoxes {
	opts.ID, opts.Label, opts.Groups, opts.Signs, opts.Alike, opts.Doubtful = "slip", "Papier 18", []int{3, 4}, codeSigns, lookAlike, "à revoir"
	return NewCodeBoxes(f, opts)
}

func TestCodeBoxesOfLetters(t *testing.T) {
	f := plainFrame(t)
	var page []string
	for _, name := range []fyne.KeyName{fyne.KeyR, fyne.Key0, fyne.KeyI, fyne.KeyEscape, fyne.KeyUp} {
		f.Keys.On(name, func() { page = append(page, string(name)) })
	}
	var full, changed []string
	c := slipOf(f, CodeBoxesOpts{Size: CodeEntry, OnFull: func(v string) { full = append(full, v) }, OnChange: func(v string) { changed = append(changed, v) }})
	w := open(t, f, Hug(c), 700, 100)
	w.Canvas().Focus(c)
	typeInto(c, "b7t")
	if c.Value() != "B7T" {
		t.Fatalf("either case gives capitals: %q", c.Value())
	}
	typeInto(c, "0Io") // no signs of a code, and no keys of the page
	c.TypedKey(key(fyne.Key5))
	c.TypedRune('(') // 5 on AZERTY
	if typeInto(c, "wzR"); c.Value() != "B7T5W2R" {
		t.Errorf("value %q", c.Value())
	}
	if !slices.Equal(full, []string{"B7T5W2R"}) || len(changed) != 7 {
		t.Errorf("full %q, changed %q", full, changed)
	}
	if len(page) > 0 {
		t.Errorf("the page did %q", page)
	}
	c.TypedKey(key(fyne.KeyUp))
	if c.TypedKey(key(fyne.KeyEscape)); len(page) != 2 {
		t.Errorf("keeps keys of the page: %q", page)
	}
	if typeInto(c, "k"); c.Value() != "K" {
		t.Errorf("after the last box: %q", c.Value())
	}
}

func TestCodeBoxesMove(t *testing.T) {
	f := plainFrame(t)
	full := 0
	c := slipOf(f, CodeBoxesOpts{Value: "b7t w5kh", OnFull: func(string) { full++ }})
	w := open(t, f, Hug(c), 700, 100)
	w.Canvas().Focus(c)
	if c.Value() != "B7T W5K" {
		t.Fatalf("a space leaves its box empty: %q", c.Value())
	}
	c.SetValue("B7TW5KH")
	for _, step := range []struct {
		key   fyne.KeyName
		at    int
		value string
	}{
		{fyne.KeyLeft, 6, "B7TW5KH"}, {fyne.KeyLeft, 5, "B7TW5KH"}, {fyne.KeyHome, 0, "B7TW5KH"}, {fyne.KeyLeft, 0, "B7TW5KH"},
		{fyne.KeyRight, 1, "B7TW5KH"}, {fyne.KeyDelete, 1, "B TW5KH"}, {fyne.Key9, 2, "B9TW5KH"}, {fyne.KeyEnd, 6, "B9TW5KH"},
		{fyne.KeyRight, 6, "B9TW5KH"}, {fyne.KeyBackspace, 5, "B9TW5 H"}, {fyne.KeyBackspace, 4, "B9TW  H"}, {fyne.KeyEnd, 6, "B9TW  H"},
		{fyne.Key3, 7, "B9TW  3"}, {fyne.Key4, 5, "B9TW4 3"}, {fyne.Key5, 6, "B9TW453"},
	} {
		if c.TypedKey(key(step.key)); c.at != step.at || c.Value() != step.value {
			t.Fatalf("%s: at %d with %q, want %d with %q", step.key, c.at, c.Value(), step.at, step.value)
		}
		if step.at < 7 && c.ring.Position().X > c.boxes[step.at].Position().X {
			t.Errorf("%s: the ring is at %g", step.key, c.ring.Position().X)
		}
	}
	if full != 2 {
		t.Errorf("full %d times, want 2", full)
	}
	test.TapCanvas(w.Canvas(), middleOf(c.boxes[2]))
	if c.at != 2 || c.ring.Size().Width > 60 {
		t.Errorf("a tap goes to %d", c.at)
	}
}

func TestCodeBoxesDoubt(t *testing.T) {
	f := plainFrame(t)
	full := ""
	c := slipOf(f, CodeBoxesOpts{Size: CodeEntry, Value: "B7TW5KH", OnFull: func(v string) { full = v }})
	w := open(t, f, Hug(c), 700, 100)
	w.Canvas().Focus(c)
	c.SetDoubtful(4)
	wash, edge := f.Look.Color(theme.LampWash), f.Look.Color(theme.LampEdge)
	if c.boxes[4].FillColor != wash || c.boxes[4].StrokeColor != edge || c.boxes[3].FillColor == wash {
		t.Error("the doubtful box looks like the others")
	}
	if !c.query.raster.Visible() || !inRoom(boxAt(c.query.raster), boxAt(c.boxes[4])) {
		t.Error("nothing but colour marks it")
	}
	if says := c.Semantics(); says.Value != "B 7 T, W 5 (à revoir) K H" || says.Role != RoleTextField {
		t.Errorf("says %+v", says)
	}
	if typeInto(c, "6"); full != "B7TW6KH" || c.doubt != -1 || c.boxes[4].FillColor == wash || c.query.raster.Visible() {
		t.Errorf("full %q, doubt at %d", full, c.doubt)
	}
}

func TestCodeBoxesPaste(t *testing.T) {
	f := plainFrame(t)
	full := ""
	c := slipOf(f, CodeBoxesOpts{OnFull: func(v string) { full = v }})
	w := open(t, f, Hug(c), 700, 100)
	clip := test.NewClipboard()
	paste := func(text string) {
		clip.SetContent(text)
		shortcuts(t, w.Canvas()).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	}
	if paste("kr7"); c.Value() != "" {
		t.Errorf("pasted without the focus: %q", c.Value())
	}
	w.Canvas().Focus(c)
	reached := 0
	w.Canvas().AddShortcut(&fyne.ShortcutCopy{}, func(fyne.Shortcut) { reached++ })
	if paste("!é :"); c.Value() != "" {
		t.Errorf("takes signs that are none: %q", c.Value())
	}
	if paste("kr7-"); c.Value() != "KR7" || full != "" {
		t.Errorf("pasted %q, full %q", c.Value(), full)
	}
	if paste("m4zp 22"); c.Value() != "KR7M42P" || full != "KR7M42P" {
		t.Errorf("pasted %q, full %q", c.Value(), full)
	}
	c.TypedKey(key(fyne.KeyEnd))
	if paste(" B7T W5KH\n"); c.Value() != "B7TW5KH" {
		t.Errorf("a whole code gives %q", c.Value())
	}
	w.Canvas().Unfocus()
	if paste("222"); c.Value() != "B7TW5KH" {
		t.Errorf("pasted after the focus had gone: %q", c.Value())
	}
	if shortcuts(t, w.Canvas()).TypedShortcut(&fyne.ShortcutCopy{}); reached != 1 {
		t.Error("another shortcut does not reach the window")
	}
}

func TestCodeBoxesShown(t *testing.T) {
	f := plainFrame(t)
	c := slipOf(f, CodeBoxesOpts{Size: CodeShow, Value: "KR7M4XP", ReadOnly: true})
	root := Hug(c)
	w := open(t, f, root, 700, 120)
	w.Canvas().FocusNext()
	test.TapCanvas(w.Canvas(), fyne.NewPos(40, 40))
	c.TypedKey(key(fyne.Key2))
	c.TypedKey(key(fyne.KeyBackspace))
	if w.Canvas().Focused() != nil || len(Controls(root)) != 0 || c.Value() != "KR7M4XP" {
		t.Errorf("can be changed: %q", c.Value())
	}
	if said := Aloud(root, Semantics.Plain); len(said) != 1 || said[0] != "Papier 18. K R 7, M 4 X P" {
		t.Errorf("reads %q", said)
	}
	if b := c.boxes[0]; b.Size().Width != 74 || b.Size().Height != 96 || b.StrokeColor != f.Look.Color(theme.Ink) {
		t.Errorf("box %v", b.Size())
	}
	if gap, wide := c.boxes[1].Position().X-c.boxes[0].Position().X, c.boxes[3].Position().X-c.boxes[2].Position().X; gap != 86 || wide != 110 {
		t.Errorf("gaps %g and %g", gap, wide)
	}
}

func TestCodeBoxesHaveRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		for _, size := range []CodeSize{TwoDigits, CodeEntry, CodeShow} {
			c := slipOf(f, CodeBoxesOpts{Size: size, Value: "MW7M4WM"})
			if c.Least() > 300 {
				t.Errorf("size %d at scale %g: needs %g", size, scale, c.Least())
			}
			for _, width := range []float32{c.Least(), 300, 420, 600, 900, 1400} {
				checkRoom(t, fmt.Sprintf("code of size %d at scale %g", size, scale), c, width)
				last := boxAt(c.boxes[6])
				if last.x+last.w > width+0.6 || c.boxes[0].Size().Width < 30 {
					t.Errorf("size %d at scale %g in %g: the last box is at %v", size, scale, width, last)
				}
				for i, b := range c.boxes {
					if !inRoom(boxAt(c.texts[i]), boxAt(b)) {
						t.Errorf("size %d at scale %g in %g: a sign leaves its box", size, scale, width)
					}
				}
			}
		}
	})
}

func TestCodesGallery(t *testing.T) {
	gallery(t, "codes", 1240, 500, 560, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		empty, typing := slipOf(f, CodeBoxesOpts{Size: CodeEntry}), slipOf(f, CodeBoxesOpts{Size: CodeEntry, Value: "B7"})
		doubt, done := slipOf(f, CodeBoxesOpts{Size: CodeEntry, Value: "B7TW5KH"}), slipOf(f, CodeBoxesOpts{Size: CodeEntry, Value: "KR7M4XP"})
		off := slipOf(f, CodeBoxesOpts{Size: CodeEntry, Value: "KR7", Disabled: true})
		show := slipOf(f, CodeBoxesOpts{Size: CodeShow, Value: "KR7M4XP", ReadOnly: true})
		two := NewCodeBoxes(f, CodeBoxesOpts{Label: "Drie cijfers", Count: 3, Value: "47"})
		narrow := slipOf(f, CodeBoxesOpts{Size: CodeEntry, Value: "MW7M4WM"})
		return Grid(2, 500, 24, empty, typing, doubt, done, off, Card(f, Center(show)), Hug(two), AtMost(280, narrow)), func(c fyne.Canvas) {
			doubt.SetDoubtful(4)
			hoverOf(done)
			c.Focus(typing)
		}
	})
}

func hoverOf(c *CodeBoxes) { c.MouseIn(nil) }

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
