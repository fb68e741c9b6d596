package kit

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// byHand is a frame whose movements go on when the test says so.
func byHand(t *testing.T) (*Frame, func(part float32), func() int) {
	f := plainFrame(t)
	f.Arriving = true
	f.Motion = NewMotion()
	f.Motion.start = func(*fyne.Animation) {}
	all := func(part float32) {
		for _, r := range append([]movement(nil), f.Motion.running...) {
			r.clock.Tick(part)
		}
	}
	return f, all, func() int { return len(f.Motion.running) }
}

func TestMessagesArrive(t *testing.T) {
	f, tick, running := byHand(t)
	c := NewChat(f, ChatOpts{ID: "chat", New: 1, Messages: []Message{{Text: "Wie is er nog wakker?"}, {Text: "Ik"}}})
	ground, full := f.Look.Color(theme.Surface), f.Look.Color(theme.BubbleThem)
	if c.bubbles[0].box.FillColor != color.Color(full) || c.bubbles[1].box.FillColor != color.Color(ground) {
		t.Errorf("begins with %v and %v", c.bubbles[0].box.FillColor, c.bubbles[1].box.FillColor)
	}
	if tick(1); c.bubbles[1].box.FillColor != color.Color(full) || running() != 0 {
		t.Errorf("ends with %v, %d still run", c.bubbles[1].box.FillColor, running())
	}
}

// A key press puts everything where it was going.
func TestRowsGlide(t *testing.T) {
	f, tick, running := byHand(t)
	l := NewOrderList(f, OrderListOpts{ID: "order", Label: "Reihenfolge", Items: []OrderItem{{Text: "Notieren"}, {Text: "Melden"}, {Text: "Verlassen"}}})
	open(t, f, l, 600, l.HeightFor(600))
	before := l.tops()
	l.TypedKey(key(fyne.KeySpace))
	l.TypedKey(key(fyne.KeyDown))
	if at := l.tops(); running() != 1 || at[0] != before[0] || at[1] != before[1] {
		t.Errorf("%d run, rows jump from %v to %v", running(), before, at)
	}
	if tick(0.5); l.tops()[0] != (before[0]+before[1])/2 {
		t.Errorf("halfway at %v", l.tops())
	}
	f.Motion.Finish()
	if at := l.tops(); running() != 0 || at[0] != before[1] || at[1] != before[0] || at[2] != before[2] {
		t.Errorf("ends at %v, began at %v", at, before)
	}
}

func TestCardsGlide(t *testing.T) {
	f, _, running := byHand(t)
	l := NewLanes(f, LanesOpts{ID: "lanes", Label: "Helpt het?", Lanes: []LaneItem{{Title: "Helpt"}, {Title: "Schaadt"}},
		Cards: []LaneCard{{Text: "Ik ga nu uit de groep.", Reasons: []string{"", ""}}, {Text: "Gaat het?", Reasons: []string{"", ""}}}})
	open(t, f, l, 900, 600)
	l.TypedKey(key(fyne.Key2))
	where := func() fyne.Position { return l.cards[0].box.object.Position() }
	if running() != 1 || where() != l.top.object.Position() {
		t.Errorf("%d run, the card begins at %v, not on top", running(), where())
	}
	f.Motion.Finish()
	if want := l.layout(l.Size()).cards[0]; where() != fyne.NewPos(want.x, want.y) {
		t.Errorf("the card ends at %v, its place is %v", where(), want)
	}
}

// Lamps light one after the other, each as a new lamp is drawn at the end.
func TestLampsLight(t *testing.T) {
	f, tick, running := byHand(t)
	m := Meter(f, MeterOpts{Icon: "hand-heart", Title: "Noor", Before: 1, Now: 3, Word: "Mehr"})
	var cores []*canvas.Circle
	walk(m, func(o fyne.CanvasObject) {
		if c, is := o.(*fyne.Container); is {
			if _, is := c.Layout.(lampRoom); is {
				cores = append(cores, c.Objects[0].(*canvas.Circle))
			}
		}
	})
	if len(cores) != 5 || running() != 1 {
		t.Fatalf("%d lamps, %d run", len(cores), running())
	}
	alpha := func(i int) uint8 { return cores[i].FillColor.(color.NRGBA).A }
	if alpha(0) != 255 || alpha(1) != 0 || alpha(2) != 0 {
		t.Errorf("begins with %d %d %d", alpha(0), alpha(1), alpha(2))
	}
	if tick(0.5); alpha(1) != 255 || alpha(2) != 0 {
		t.Errorf("halfway %d %d", alpha(1), alpha(2))
	}
	if tick(1); cores[2].FillColor != color.Color(f.Look.Color(theme.Lamp)) {
		t.Errorf("ends with %v", cores[2].FillColor)
	}
}

// A calm frame starts nothing.
func TestCalm(t *testing.T) {
	f := plainFrame(t)
	f.Arriving = true
	calls := 0
	f.move("motion.lamp", 3, func(part float32) {
		if calls++; part != 1 {
			t.Errorf("moves to %g", part)
		}
	})
	if calls != 1 {
		t.Errorf("%d calls", calls)
	}
}

// The dot of a step that was just reached lights; otherwise it is lit at once.
func TestDotLights(t *testing.T) {
	f, tick, running := byHand(t)
	lit := color.Color(f.Look.Color(theme.Lamp))
	if s := NewSteps(f, 2, 4, false); s.dots[1].FillColor != lit || running() != 0 {
		t.Errorf("a step reached before: %v, %d run", s.dots[1].FillColor, running())
	}
	s := NewSteps(f, 2, 4, true)
	if s.dots[1].FillColor == lit || s.dots[0].FillColor != lit || running() != 1 {
		t.Errorf("begins with %v", s.dots[1].FillColor)
	}
	if tick(1); s.dots[1].FillColor != lit {
		t.Errorf("ends with %v", s.dots[1].FillColor)
	}
}
