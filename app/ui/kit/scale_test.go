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

var agreement = []string{"Helemaal niet akkoord", "Eerder niet akkoord", "Soms wel, soms niet", "Eerder akkoord", "Helemaal akkoord"}

func scaleOf(f *Frame, chosen int, told *[]int) *Scale {
	return NewScale(f, ScaleOpts{ID: "scale", Label: "Als veel mensen het zien, hangt het toch ook van mij af.", Steps: agreement, Outside: "Zeg ik liever niet", Chosen: chosen,
		OnChange: func(chosen int) { *told = append(*told, chosen) }})
}

func TestScaleKeys(t *testing.T) {
	f := plainFrame(t)
	entered := 0
	var told []int
	s := scaleOf(f, 0, &told)
	w := open(t, f, s, 766, s.HeightFor(766))
	w.Canvas().Focus(s)
	if s.at != 0 || s.Chosen() != 0 {
		t.Fatal("the focus alone chose")
	}
	press := func(name fyne.KeyName, at, chosen int) {
		t.Helper()
		if s.TypedKey(key(name)); s.at != at || s.Chosen() != chosen {
			t.Fatalf("%s: ring on %d, chosen %d; want %d, %d", name, s.at, s.Chosen(), at, chosen)
		}
		if ring, part := boxAt(s.ring), s.parted[at].at; part.x-ring.x < 0 || part.x-ring.x > 10 || part.y-ring.y < 0 || part.y-ring.y > 10 {
			t.Errorf("%s: the ring is at %v, its part at %v", name, ring, part)
		}
	}
	press(fyne.KeyLeft, 0, 0)
	press(fyne.KeyRight, 1, 0)
	press(fyne.KeyUp, 1, 0)
	press(fyne.KeyDown, 5, 0)
	press(fyne.KeyDown, 5, 0)
	press(fyne.KeyUp, 1, 0)
	press(fyne.KeySpace, 1, 2)
	press(fyne.KeyRight, 2, 2)
	press(fyne.KeyReturn, 2, 3)
	press(fyne.KeyReturn, 2, 0) // no primary button: taken back
	press(fyne.KeyEnd, 5, 0)
	press(fyne.KeyReturn, 5, RatherNot)
	press(fyne.KeyHome, 0, RatherNot)
	press(fyne.Key5, 4, 5)
	press(fyne.Key6, 5, RatherNot)
	press(fyne.Key6, 5, 0)
	press(fyne.Key4, 3, 4)
	if want := []int{2, 3, 0, RatherNot, 5, RatherNot, 0, 4}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
	f.Keys.On(fyne.KeyReturn, func() { entered++ })
	press(fyne.KeyEnter, 3, 4)
	if entered != 1 {
		t.Error("Enter on what is chosen does not confirm")
	}
	for _, name := range []fyne.KeyName{fyne.KeyEscape, fyne.Key0, fyne.Key7} {
		got := false
		f.Keys.On(name, func() { got = true })
		if s.TypedKey(key(name)); !got {
			t.Errorf("keeps %s", name)
		}
	}
	s.BindDigits(f.Keys)
	f.Keys.Typed(key(fyne.Key1))
	if s.Chosen() != 1 {
		t.Error("the digit of the page does not choose")
	}
}

func TestScaleColumn(t *testing.T) {
	f := plainFrame(t)
	var told []int
	s := scaleOf(f, 2, &told)
	w := open(t, f, s, 420, s.HeightFor(420))
	w.Canvas().Focus(s)
	if s.at != 1 || !s.stacked || s.parted[1].at.w != 420 || s.parted[1].at.y <= s.parted[0].at.y {
		t.Fatalf("at %d, stacked %v, %v", s.at, s.stacked, s.parted[1].at)
	}
	for _, step := range []struct {
		key fyne.KeyName
		at  int
	}{{fyne.KeyDown, 2}, {fyne.KeyRight, 3}, {fyne.KeyUp, 2}, {fyne.KeyLeft, 1}, {fyne.KeyUp, 0}, {fyne.KeyUp, 0}, {fyne.KeyEnd, 5}, {fyne.KeyUp, 4}} {
		if s.TypedKey(key(step.key)); s.at != step.at {
			t.Fatalf("%s: %d, want %d", step.key, s.at, step.at)
		}
	}
	if len(told) != 0 || s.Chosen() != 2 {
		t.Error("moving chose")
	}
}

func TestScaleMouse(t *testing.T) {
	f := plainFrame(t)
	var told []int
	s := scaleOf(f, 0, &told)
	w := open(t, f, s, 766, s.HeightFor(766))
	middle := func(i int) fyne.Position {
		at := s.parted[i].at
		return fyne.NewPos(at.x+at.w/2, at.y+at.h/2)
	}
	test.MoveMouse(w.Canvas(), middle(3))
	if s.parted[3].box.spec.Edge != f.Look.Color(theme.LineStrong) || s.parted[2].box.spec.Edge != f.Look.Color(theme.Line) {
		t.Error("no hover")
	}
	s.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: middle(3)}})
	if s.parted[3].box.spec.Fill != f.Look.Color(theme.SurfaceSunk) {
		t.Error("not pressed")
	}
	s.MouseUp(nil)
	test.TapCanvas(w.Canvas(), middle(3))
	if p := s.parted[3]; p.box.spec.Fill != f.Look.Color(theme.LampWash) || p.box.spec.Edge != f.Look.Color(theme.LampEdge) || !p.tick.raster.Visible() || s.parted[2].tick.raster.Visible() {
		t.Error("not shown as chosen")
	}
	test.TapCanvas(w.Canvas(), middle(5))
	test.TapCanvas(w.Canvas(), middle(5))
	test.TapCanvas(w.Canvas(), fyne.NewPos(s.parted[0].at.w+3, 20)) // in the gap
	if !slices.Equal(told, []int{4, RatherNot, 0}) || w.Canvas().Focused() != fyne.Focusable(s) {
		t.Errorf("told %v", told)
	}
	w.Canvas().Unfocus()
	s.Disable()
	test.TapCanvas(w.Canvas(), middle(0))
	s.TypedKey(key(fyne.Key1))
	s.TypedKey(key(fyne.KeySpace))
	if len(told) != 3 || s.parted[0].box.spec.Fill != f.Look.Color(theme.DisabledFill) {
		t.Error("a disabled scale is used")
	}
	if w.Canvas().FocusNext(); w.Canvas().Focused() != nil {
		t.Error("Tab reaches it")
	}
}

func TestScaleSays(t *testing.T) {
	f := plainFrame(t)
	var told, heard []int
	s := scaleOf(f, 4, &told)
	f.OnValue = func(string) { heard = append(heard, s.at) }
	w := open(t, f, s, 766, s.HeightFor(766))
	says := s.Semantics()
	if says.Role != RoleSegmented || says.Value != agreement[3] || !says.State.Has(StateChosen) || len(says.Lines) != 6 || says.Lines[5] != "Zeg ik liever niet" {
		t.Errorf("says %+v", says)
	}
	w.Canvas().Focus(s)
	s.TypedKey(key(fyne.KeyRight))
	if says := s.Semantics(); says.Value != agreement[4] || says.State.Has(StateChosen) || len(heard) != 1 {
		t.Errorf("at the ring it says %+v, told %d times", says, len(heard))
	}
	if s.TypedKey(key(fyne.KeySpace)); !s.Semantics().State.Has(StateChosen) || len(heard) != 2 {
		t.Errorf("does not tell that it is chosen now")
	}
	w.Canvas().Unfocus()
	s.SetChosen(0)
	if says := s.Semantics(); says.Value != "" || says.State != 0 {
		t.Errorf("says %+v with nothing chosen", says)
	}
	if s.SetChosen(9); s.Chosen() != 0 {
		t.Error("a step that there is not")
	}
	if s.SetChosen(RatherNot); s.Semantics().Value != "Zeg ik liever niet" || len(told) != 1 {
		t.Error("not set")
	}
	bare := NewScale(f, ScaleOpts{Steps: agreement, Chosen: RatherNot})
	bare.TypedKey(key(fyne.KeyDown))
	if bare.Chosen() != 0 || bare.at != 0 {
		t.Error("a part outside that there is not")
	}
	none := NewScale(f, ScaleOpts{})
	none.TypedKey(key(fyne.KeyRight))
	none.TypedKey(key(fyne.KeySpace))
	if none.Semantics().Value != "" || none.HeightFor(400) != 0 {
		t.Error("a scale without steps")
	}
}

func TestScaleHasRoom(t *testing.T) {
	german := []string{"Stimmt überhaupt nicht", "Stimmt eher nicht", "Teils, teils", "Stimmt eher", "Stimmt völlig"}
	long := []string{"überhaupt nicht", "eher nicht", "teils, teils", "eher", "selbstverständlich"}
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		for _, steps := range [][]string{agreement, german, long} {
			for _, width := range []float32{280 * scale, 520, 766, 1286} {
				s := NewScale(f, ScaleOpts{Steps: steps, Outside: "Möchte ich nicht sagen", Chosen: 2})
				if width < s.Least() {
					t.Errorf("scale %g: least %g", scale, s.Least())
					continue
				}
				open(t, f, s, width, s.HeightFor(width))
				checkRoom(t, fmt.Sprintf("scale at %g", scale), s, width)
				for i, p := range s.parted {
					words := p.words
					if !words.Visible() {
						words = p.middle
					}
					if !inRoom(boxAt(words), p.at) || !inRoom(boxAt(p.tick.raster), p.at) {
						t.Errorf("scale %g, width %g: part %d leaves its box", scale, width, i)
					}
					if p.cap != nil && p.cap.Position().X+p.cap.Size().Width+3 > p.tick.raster.Position().X {
						t.Errorf("scale %g, width %g: the check of part %d touches its number", scale, width, i)
					}
				}
			}
		}
	})
}

func TestScaleGallery(t *testing.T) {
	gallery(t, "scale", 846, 720, 1800, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		var told []int
		a, b, c := scaleOf(f, 4, &told), scaleOf(f, RatherNot, &told), scaleOf(f, 0, &told)
		c.Disable()
		b.over, b.down = 1, 3
		b.Refresh()
		rows := []fyne.CanvasObject{a, b, c}
		if f.Look.Scale() == 1 {
			narrow := scaleOf(f, 2, &told)
			rows = []fyne.CanvasObject{a, b, StretchRow(20, NoGrow, Fixed(300, 330, narrow), Fixed(440, 330, c))}
		}
		return VStack(24, rows...), func(on fyne.Canvas) {
			on.Focus(a)
			a.TypedKey(key(fyne.KeyRight))
		}
	})
}
