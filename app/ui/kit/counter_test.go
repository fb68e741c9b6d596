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

func counterOf(f *Frame, n int, told *[]int) *Counter {
	return NewCounter(f, CounterOpts{ID: "a", Text: "Écrire à Noor en privé", Letter: "A", N: n, Max: 22, Full: 11,
		OnChange: func(n int) { *told = append(*told, n) }})
}

func TestCounterKeys(t *testing.T) {
	f := plainFrame(t)
	var told []int
	did := map[fyne.KeyName]int{}
	for _, name := range []fyne.KeyName{fyne.KeyEscape, fyne.KeySpace, fyne.KeyReturn, fyne.KeyB} {
		f.Keys.On(name, func() { did[name]++ })
	}
	runes := 0
	f.Keys.OnRune('?', func() { runes++ })
	c := counterOf(f, 1, &told)
	open(t, f, c, 312, 100)
	c.TypedKey(key(fyne.KeyRight))
	c.TypedKey(key(fyne.KeyPlus)) // the number pad: the key, then its sign
	c.TypedRune('+')
	c.TypedKey(key(fyne.KeyEqual)) // Shift and =: only the sign means it
	c.TypedRune('+')
	if c.N() != 4 {
		t.Fatalf("counted %d, want 4", c.N())
	}
	c.TypedKey(key(fyne.KeyMinus))
	c.TypedRune('-')
	c.TypedRune('-')
	for range 3 {
		c.TypedKey(key(fyne.KeyLeft))
	}
	if want := []int{2, 3, 4, 3, 2, 1, 0}; c.N() != 0 || !slices.Equal(told, want) {
		t.Errorf("at %d, told %v, want %v", c.N(), told, want)
	}
	c.SetN(40)
	c.Add(1)
	if c.N() != 22 || len(told) != 7 {
		t.Errorf("at %d, told %v", c.N(), told)
	}
	c.Add(-2)
	if c.N() != 20 || told[len(told)-1] != 20 {
		t.Errorf("after Add: %d, told %v", c.N(), told)
	}
	for _, name := range []fyne.KeyName{fyne.KeyEscape, fyne.KeySpace, fyne.KeyReturn, fyne.KeyB} {
		if c.TypedKey(key(name)); did[name] != 1 {
			t.Errorf("%s did not reach the page", name)
		}
	}
	if c.TypedRune('?'); runes != 1 {
		t.Error("a sign did not reach the page")
	}
	if want := "Écrire à Noor en privé. 20"; c.AccessibilityLabel() != want {
		t.Errorf("says %q", c.AccessibilityLabel())
	}
}

func TestCounterMouse(t *testing.T) {
	f := plainFrame(t)
	var told []int
	c := counterOf(f, 0, &told)
	w := open(t, f, c, 312, c.HeightFor(312))
	tap := func(o fyne.CanvasObject) { test.TapCanvas(w.Canvas(), middleOf(o)) }
	tap(c.minus.box)
	tap(c.plus.box)
	tap(c.plus.box)
	tap(c.minus.box)
	tap(c.text)
	if !slices.Equal(told, []int{1, 2, 1}) || w.Canvas().Focused() != fyne.Focusable(c) || !c.ring.Visible() {
		t.Errorf("told %v", told)
	}
	if side := c.plus.box.Size().Width + c.plus.box.StrokeWidth; side != 44 {
		t.Errorf("a button is %g wide", side)
	}
	at := middleOf(c.plus.box)
	test.MoveMouse(w.Canvas(), at)
	if c.plus.box.FillColor != f.Look.Color(theme.SurfaceSoft) || c.minus.box.FillColor != f.Look.Color(theme.Surface) {
		t.Error("no hover")
	}
	c.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if c.plus.box.FillColor != f.Look.Color(theme.SurfaceSunk) || c.plus.box.StrokeColor != f.Look.Color(theme.Ink) {
		t.Error("not pressed")
	}
	c.MouseUp(nil)
	c.SetN(0)
	if c.minus.box.FillColor != f.Look.Color(theme.DisabledFill) || c.done.Visible() {
		t.Error("at 0 the minus can be pressed")
	}
	c.SetN(22)
	if c.plus.box.FillColor != f.Look.Color(theme.DisabledFill) || c.done.Size().Width > c.track.Size().Width {
		t.Error("at the end the plus can be pressed, or the bar is too long")
	}
	c.Disable()
	tap(c.minus.box)
	c.TypedKey(key(fyne.KeyLeft))
	c.TypedRune('-')
	c.Add(-1)
	if len(told) != 3 || c.N() != 22 || c.minus.box.FillColor != f.Look.Color(theme.DisabledFill) {
		t.Errorf("disabled: %d, told %v", c.N(), told)
	}
	w.Canvas().Unfocus()
	if w.Canvas().FocusNext(); w.Canvas().Focused() != nil {
		t.Error("Tab reaches it")
	}
}

func TestCounterHasRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		var told []int
		for _, width := range []float32{200 * scale, 312, 500, 900} {
			c := counterOf(f, 22, &told)
			if width < c.Least() {
				continue
			}
			checkRoom(t, fmt.Sprintf("counter at scale %g", scale), c, width)
			if need := c.number.MinSize().Width; need > c.lay(width).number {
				t.Errorf("scale %g: the number needs %g", scale, need)
			}
			all := box{0, 0, width, c.HeightFor(width)}
			for _, o := range []fyne.CanvasObject{c.minus.box, c.plus.box, c.track} {
				if !inRoom(boxAt(o), all) {
					t.Errorf("scale %g, width %g: %v leaves the room %v", scale, width, boxAt(o), all)
				}
			}
			if a, b := boxAt(c.minus.box), boxAt(c.text); a.x < b.x+b.w && a.y < b.y+b.h && b.y < a.y+a.h {
				t.Errorf("scale %g, width %g: the minus at %v is over the text at %v", scale, width, a, b)
			}
		}
		bare := NewCounter(f, CounterOpts{Label: "Comptés", N: 3, Max: 9})
		if bare.Natural() != bare.Least() || bare.HeightFor(bare.Natural()) != bare.lay(0).side {
			t.Errorf("scale %g: without a text %g, %g", scale, bare.Natural(), bare.Least())
		}
	})
}

func TestCounterGallery(t *testing.T) {
	gallery(t, "counter", 800, 420, 700, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		var told []int
		a, b, c, d := counterOf(f, 9, &told), counterOf(f, 0, &told), counterOf(f, 22, &told), counterOf(f, 4, &told)
		d.Disable()
		column := VStack(14, a, Rule(f), b, Rule(f), c, Rule(f), d)
		side := VStack(20, Hug(NewCounter(f, CounterOpts{N: 3, Max: 9})), Hug(NewCounter(f, CounterOpts{N: 3, Max: 9, Letter: "B"})), counterOf(f, 6, &told))
		return TopRow(40, NoGrow, Fixed(312*min(f.Look.Scale(), 1.3), 340, column), Fixed(240*min(f.Look.Scale(), 1.1), 340, side)), func(canvas fyne.Canvas) {
			canvas.Focus(a)
			a.over = 1
			a.Refresh()
		}
	})
}
