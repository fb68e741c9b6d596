package kit

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

type lanesLog struct{ said []string }

func lanesOpts(log *lanesLog) LanesOpts {
	return LanesOpts{ID: "lanes", Label: "Helpt het?",
		Lanes: []LaneItem{{"Helpt", "hand-heart", ToneGrow}, {"Schaadt", "heart-break", ToneCare}, {"Hangt ervan af", "scales", ToneDoubt}},
		Cards: []LaneCard{
			{"amara", "Amara zegt", "“Gaat het? Ik stuur niets door.”", []string{"Sacha weet: er staat iemand naast mij.", "Kijk nog eens: dit is steun.", "Soms."}},
			{"wout", "Wout zegt", "“Haha, wie heeft dit nog niet?”", []string{"", "Zo gaat het verder rond. Beter: niet reageren.", ""}},
			{"theo", "Théo zegt", "“Stop hier eens mee.”", []string{"", "", "Helpt als het kalm is en veilig voelt."}},
			{"", "", "“Morgen praten we met mevrouw De Wit.”", []string{"Een volwassene kan dingen die wij niet kunnen.", "", ""}},
			{"amara", "Amara zegt", "“Ik ga nu uit de groep.”", nil},
		},
		Words: LanesWords{Place: func(n, of int) string { return fmt.Sprintf("Zin %d van %d", n, of) }, PutHere: "Hier neerleggen", Empty: "Alle zinnen liggen in een vak."},
		OnPut: func(card, lane int) { log.said = append(log.said, fmt.Sprintf("put %d %d", card, lane)) },
		OnBack: func(card int) {
			log.said = append(log.said, fmt.Sprintf("back %d", card))
		},
	}
}

func openLanes(t *testing.T, f *Frame, width float32) (*Lanes, *lanesLog, fyne.Window) {
	t.Helper()
	log := &lanesLog{}
	l := NewLanes(f, lanesOpts(log))
	return l, log, open(t, f, l, width, max(700, l.HeightFor(width)))
}

func (log *lanesLog) check(t *testing.T, want ...string) {
	t.Helper()
	if !slices.Equal(log.said, want) {
		t.Errorf("told %q, want %q", log.said, want)
	}
	log.said = nil
}

func TestLanesKeys(t *testing.T) {
	f := plainFrame(t)
	l, log, w := openLanes(t, f, 1286)
	w.Canvas().Focus(l)
	type step struct {
		key fyne.KeyName
		at  int
	}
	press := func(steps ...step) {
		t.Helper()
		for _, s := range steps {
			if l.TypedKey(key(s.key)); l.At() != s.at {
				t.Fatalf("%s: card %d, want %d", s.key, l.At(), s.at)
			}
			want := l.top.object
			if l.laneOf(l.at) >= 0 {
				want = l.cards[l.at].box.object
			}
			if d := want.Position().Y - l.ring.Position().Y; d < 0 || d > 10 {
				t.Errorf("%s: the ring is %g above card %d", s.key, d, l.at)
			}
		}
	}
	press(step{fyne.Key1, 1}, step{fyne.KeyDown, 2}, step{fyne.Key3, 3})
	log.check(t, "put 0 0", "put 2 2")
	// those above the lanes are 1, 3, 4; then 0 in the first, 2 in the third
	press(step{fyne.KeyDown, 4}, step{fyne.KeyDown, 0}, step{fyne.KeyDown, 2}, step{fyne.KeyDown, 2}, step{fyne.KeyHome, 1}, step{fyne.KeyUp, 1}, step{fyne.KeyEnd, 2})
	press(step{fyne.Key3, 2}, step{fyne.Key2, 2})
	log.check(t, "put 2 1")
	press(step{fyne.KeyZ, 2})
	log.check(t, "back 2")
	press(step{fyne.KeyZ, 0})
	log.check(t, "back 0")
	if len(l.Placed()) != 0 {
		t.Errorf("placed %v", l.Placed())
	}
	press(step{fyne.KeyRight, 0}, step{fyne.KeyRight, 0}, step{fyne.KeySpace, 1}, step{fyne.KeyLeft, 1}, step{fyne.KeyReturn, 2})
	log.check(t, "put 0 1", "put 1 2")
	press(step{fyne.Key1, 3}, step{fyne.Key1, 4}, step{fyne.Key1, 4})
	log.check(t, "put 2 0", "put 3 0", "put 4 0")
	if !l.empty.Visible() || l.top.object.Visible() || !slices.Equal(l.Placed(), []Placed{{0, 1}, {1, 2}, {2, 0}, {3, 0}, {4, 0}}) {
		t.Errorf("at the end: %v", l.Placed())
	}
}

func TestLanesHandOn(t *testing.T) {
	f := plainFrame(t)
	did := map[fyne.KeyName]int{}
	for _, name := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn, fyne.Key0, fyne.Key4, fyne.KeyZ} {
		f.Keys.On(name, func() { did[name]++ })
	}
	l, log, _ := openLanes(t, f, 1286)
	for _, name := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn, fyne.Key0, fyne.Key4, fyne.KeyZ} {
		l.TypedKey(key(name))
		if did[name] != 1 {
			t.Errorf("%s did not reach the page", name)
		}
	}
	log.check(t)
	from := l.Size().Width / 4
	drags(l, fyne.NewPos(from, 50), fyne.NewPos(from, 300))
	l.TypedKey(key(fyne.KeyEscape))
	l.DragEnd()
	if did[fyne.KeyEscape] != 1 || len(l.Placed()) != 0 {
		t.Errorf("Escape in a drag: page %d times, placed %v", did[fyne.KeyEscape], l.Placed())
	}
}

func TestLanesMouse(t *testing.T) {
	f := plainFrame(t)
	l, log, w := openLanes(t, f, 1286)
	laneAt := func(i int) fyne.Position {
		b := l.layout(l.Size()).lanes[i]
		return fyne.NewPos(b.x+b.w/2, b.y+b.h-20)
	}
	test.TapCanvas(w.Canvas(), laneAt(1))
	test.TapCanvas(w.Canvas(), laneAt(2))
	log.check(t, "put 0 1", "put 1 2")
	if w.Canvas().Focused() != fyne.Focusable(l) {
		t.Error("no focus after a tap")
	}
	test.TapCanvas(w.Canvas(), middleOf(l.cards[0].box.object))
	if log.check(t); l.At() != 0 || l.cards[0].box.spec.Fill != f.Look.Color(theme.LampWash) {
		t.Errorf("a tap on a card: %d is the current one", l.At())
	}
	test.TapCanvas(w.Canvas(), laneAt(0))
	log.check(t, "put 0 0")
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, 60))
	if l.At() != 2 {
		t.Errorf("a tap on the cards: %d is the current one", l.At())
	}
	test.MoveMouse(w.Canvas(), laneAt(1))
	strong := f.Look.Color(theme.Care)
	if n := l.lanes[1]; !n.slot.Visible() || l.lanes[0].slot.Visible() || n.box.spec.Edge != strong || n.box.spec.Stroke != 2 || !inRoom(boxAt(n.slot), boxAt(n.box.object)) {
		t.Error("the lane under the mouse is not the one that is meant")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(100, 60))
	if l.lanes[1].slot.Visible() || l.lanes[1].box.spec.Stroke != 0 {
		t.Error("the lane is still meant")
	}
	// drag the top card, then the same card back
	from := fyne.NewPos(100, 60)
	drags(l, from, from.AddXY(3, 3), laneAt(2))
	if face, want := l.cards[2].face.Position(), laneAt(2).Subtract(from); face.Y < want.Y || !l.lanes[2].slot.Visible() {
		t.Errorf("the card does not go with the mouse: %v", face)
	}
	l.DragEnd()
	log.check(t, "put 2 2")
	drags(l, middleOf(l.cards[2].box.object), fyne.NewPos(120, 50))
	l.DragEnd()
	if log.check(t, "back 2"); l.At() != 2 {
		t.Errorf("%d is the current one", l.At())
	}
	drags(l, from, fyne.NewPos(1000, 60))
	l.DragEnd()
	if log.check(t); l.cards[2].face.Position().X > 200 {
		t.Error("a card dropped beside everything does not fall back")
	}
}

func TestLanesDisabled(t *testing.T) {
	f := plainFrame(t)
	escaped := 0
	f.Keys.On(fyne.KeyEscape, func() { escaped++ })
	l, log, w := openLanes(t, f, 1286)
	l.Disable()
	for _, name := range []fyne.KeyName{fyne.Key1, fyne.KeyDown, fyne.KeyZ, fyne.KeyEscape} {
		l.TypedKey(key(name))
	}
	test.TapCanvas(w.Canvas(), middleOf(l.lanes[0].box.object))
	l.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, 60)}})
	drags(l, fyne.NewPos(60, 60), fyne.NewPos(60, 400))
	l.DragEnd()
	if log.check(t); l.At() != 0 || escaped != 1 || l.TakeBack() {
		t.Errorf("card %d, escaped %d", l.At(), escaped)
	}
	if l.lanes[0].box.spec.Fill != f.Look.Color(theme.DisabledFill) || l.top.object.Visible() || l.flat.spec.Fill != f.Look.Color(theme.DisabledFill) {
		t.Error("does not look disabled")
	}
	if w.Canvas().FocusNext(); w.Canvas().Focused() != nil {
		t.Error("Tab reaches it")
	}
}

func TestLanesBegin(t *testing.T) {
	f := plainFrame(t)
	log := &lanesLog{}
	opts := lanesOpts(log)
	opts.At, opts.Placed = 1, []Placed{{3, 0}, {1, 2}, {1, 1}, {9, 0}, {0, 7}}
	l := NewLanes(f, opts)
	open(t, f, l, 1286, 700)
	if !slices.Equal(l.Placed(), []Placed{{3, 0}, {1, 1}}) || l.At() != 1 {
		t.Fatalf("placed %v, at %d", l.Placed(), l.At())
	}
	if want := "Helpt het? Zin 2 van 5. Wout zegt. “Haha, wie heeft dit nog niet?”. Schaadt. Zo gaat het verder rond. Beter: niet reageren."; l.AccessibilityLabel() != want {
		t.Errorf("says %q", l.AccessibilityLabel())
	}
	if lines := l.lines(); len(lines) != 5 || lines[0] != "Zin 1 van 5. Amara zegt. “Gaat het? Ik stuur niets door.”" {
		t.Errorf("reads %q", lines)
	}
	none := NewLanes(f, LanesOpts{Lanes: opts.Lanes})
	none.TypedKey(key(fyne.Key1))
	none.TypedKey(key(fyne.KeyDown))
	if none.At() != -1 || none.HeightFor(900) <= 0 {
		t.Error("lanes without cards")
	}
}

func TestLanesStack(t *testing.T) {
	f := plainFrame(t)
	l := NewLanes(f, lanesOpts(&lanesLog{}))
	wide, narrow := l.layout(fyne.NewSize(1286, 700)), l.layout(fyne.NewSize(800, 700))
	if wide.lanes[1].y != wide.lanes[0].y || wide.lanes[2].y+wide.lanes[2].h != 700 || wide.lanes[0].w < 415 {
		t.Errorf("wide: %v", wide.lanes)
	}
	if narrow.lanes[1].x != 0 || narrow.lanes[1].y < narrow.lanes[0].y+narrow.lanes[0].h || narrow.lanes[0].w != 800 {
		t.Errorf("narrow: %v", narrow.lanes)
	}
}

// TestLanesReveal: what the keys act upon is always in view.
func TestLanesReveal(t *testing.T) {
	f := plainFrame(t)
	l := NewLanes(f, lanesOpts(&lanesLog{}))
	page := NewPage(f, l)
	w := open(t, f, page, 500, 300)
	w.Canvas().Focus(l)
	l.TypedKey(key(fyne.Key3))
	if page.Offset() > 20 {
		t.Errorf("the current card is out of view at %g", page.Offset())
	}
	l.TypedKey(key(fyne.KeyEnd))
	if card := boxAt(l.cards[0].box.object); card.y < page.Offset() || card.y+card.h > page.Offset()+300 {
		t.Errorf("the card in the lane at %v is out of view at %g", card, page.Offset())
	}
}

func TestLanesHaveRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		for _, width := range []float32{400 * scale, 700, 1000, 1286} {
			opts := lanesOpts(&lanesLog{})
			opts.Placed = []Placed{{0, 0}, {1, 1}, {2, 2}, {3, 0}}
			opts.At = 2
			opts.Aside = Text(f, theme.Body, "zin in een vak leggen, of slepen met de muis")
			l := NewLanes(f, opts)
			if width < l.Least() {
				continue
			}
			l.aim = 1
			name := fmt.Sprintf("lanes at scale %g", scale)
			checkRoom(t, name, l, width)
			for card, c := range l.cards[:4] {
				lane := l.lanes[l.laneOf(card)].box.object
				if !inRoom(boxAt(c.text), boxAt(c.box.object)) || !inRoom(boxAt(c.reason), boxAt(c.box.object)) || !inRoom(boxAt(c.box.object), boxAt(lane)) {
					t.Errorf("%s, width %g: card %d leaves its room", name, width, card)
				}
			}
			if face := l.cards[4].face; !inRoom(boxAt(face), boxAt(l.flat.object)) {
				t.Errorf("%s, width %g: the current card leaves its box", name, width)
			}
			if n := l.lanes[1]; !inRoom(boxAt(n.here), boxAt(n.slot)) || !inRoom(boxAt(n.slot), boxAt(n.box.object)) {
				t.Errorf("%s, width %g: the free place leaves its room", name, width)
			}
		}
	})
}

func TestLanesGallery(t *testing.T) {
	aside := func(f *Frame) fyne.CanvasObject {
		if !f.KeysShown() {
			return nil
		}
		row := func(text string, caps ...fyne.CanvasObject) fyne.CanvasObject {
			return HStack(12, 1, HStack(6, NoGrow, caps...), Text(f, theme.Small, text))
		}
		return VStack(10, row("zin in een vak leggen, of slepen met de muis", NewKeyCap(f, KeyCapOpts{Text: "1"}), NewKeyCap(f, KeyCapOpts{Text: "2"}), NewKeyCap(f, KeyCapOpts{Text: "3"})),
			row("laatste zin terugnemen", NewKeyCap(f, KeyCapOpts{Text: "Z"})))
	}
	for _, g := range []struct {
		name   string
		at     int
		key    fyne.KeyName
		off    bool
		width  float32
		height float32
	}{
		{"lanes", 4, fyne.KeyLeft, false, 1366, 640},
		{"lanes-chosen", 1, "", false, 1000, 1000},
		{"lanes-disabled", 4, "", true, 1366, 640},
		{"lanes-dragged", -1, "", false, 1366, 640},
		{"lanes-done", 4, fyne.Key1, false, 1366, 640},
	} {
		gallery(t, g.name, g.width, g.height, 1700, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
			opts := lanesOpts(&lanesLog{})
			opts.Placed, opts.At, opts.Disabled = []Placed{{0, 0}, {1, 1}, {2, 2}}, g.at, g.off
			opts.Aside = aside(f)
			if g.name == "lanes-done" {
				opts.Placed = append(opts.Placed, Placed{3, 0})
			}
			l := NewLanes(f, opts)
			return l, func(c fyne.Canvas) {
				c.Focus(l)
				if l.TypedKey(key(g.key)); g.at < 0 {
					drags(l, fyne.NewPos(100, 60), fyne.NewPos(400, 330))
				}
			}
		})
	}
}
