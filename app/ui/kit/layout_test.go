package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

// TestLayoutsAskForNothing: the shell decides how small the window may be.
func TestLayoutsAskForNothing(t *testing.T) {
	f := plainFrame(t)
	words := func() fyne.CanvasObject {
		return Text(f, theme.Body, "Une phrase assez longue pour devoir être coupée")
	}
	for name, o := range map[string]fyne.CanvasObject{
		"stack": VStack(8, words(), words()), "row": HStack(8, 0, words(), words()), "fold": FoldRow(300, 8, 0, words(), words()),
		"wrap": Wrap(8, 8, words(), words()), "grid": Grid(2, 100, 8, words(), words(), words()), "pad": Pad(Even(10), words()),
		"center": Center(words()), "overlay": Overlay(words(), words()), "columns": TwoColumns(f, words(), words()),
		"card": Card(f, words()), "page": NewPage(f, words()),
	} {
		if size := o.MinSize(); size.Width > 0 || size.Height > 0 {
			t.Errorf("%s asks for %v", name, size)
		}
		if wide, narrow := HeightFor(o, 900), HeightFor(o, 160); wide <= 0 || narrow < wide {
			t.Errorf("%s: %g high at 900, %g at 160", name, wide, narrow)
		}
		if Natural(o) <= 0 || Least(o) <= 0 || Least(o) > Natural(o)+0.1 {
			t.Errorf("%s: natural %g, least %g", name, Natural(o), Least(o))
		}
	}
}

// TestNothingOverlaps lays stacks and rows out and compares neighbours.
func TestNothingOverlaps(t *testing.T) {
	f := plainFrame(t)
	chip := func(s string) fyne.CanvasObject { return NewChip(f, ChipHelps, s) }
	for _, width := range []float32{120, 300, 500, 1200} {
		rowOf := HStack(8, 1, chip("Aide"), Text(f, theme.Body, "Ne rien écrire et attendre demain"), NewKeyCap(f, KeyCapOpts{Text: "R"}))
		rowOf.Resize(fyne.NewSize(width, HeightFor(rowOf, width)))
		var end float32
		for i, o := range rowOf.Objects {
			if o.Position().X < end-0.1 {
				t.Errorf("width %g: child %d begins at %g before %g", width, i, o.Position().X, end)
			}
			end = o.Position().X + o.Size().Width
		}
		if end > width+0.5 {
			t.Errorf("width %g: the row ends at %g", width, end)
		}
	}
}

func TestSpreadAndHidden(t *testing.T) {
	a, b, c := Gap(10, 20), Gap(10, 20), Gap(10, 20)
	b.Hide()
	s := Spread(5, a, b, c)
	s.Resize(fyne.NewSize(100, 200))
	if c.Position().Y != 180 || HeightFor(s, 100) != 45 {
		t.Errorf("the last stands at %g, height %g", c.Position().Y, HeightFor(s, 100))
	}
}

func TestGridDropsColumns(t *testing.T) {
	g := Grid(2, 100, 10, Gap(1, 20), Gap(1, 30))
	if two, one := HeightFor(g, 210), HeightFor(g, 150); two != 30 || one != 60 {
		t.Errorf("two columns %g, one %g", two, one)
	}
	down := GridDown(2, 1, 0, Gap(1, 10), Gap(1, 10), Gap(1, 10), Gap(1, 10))
	down.Resize(fyne.NewSize(100, 20))
	if down.Objects[1].Position() != fyne.NewPos(0, 10) || down.Objects[2].Position() != fyne.NewPos(50, 0) {
		t.Errorf("reads across: %v %v", down.Objects[1].Position(), down.Objects[2].Position())
	}
}

func TestPageScrollsAndReveals(t *testing.T) {
	f := plainFrame(t)
	var buttons []fyne.CanvasObject
	for i := range 30 {
		buttons = append(buttons, NewButton(f, ButtonOpts{ID: string(rune('a' + i)), Label: "Bouton"}))
	}
	page := NewPage(f, VStack(10, buttons...))
	w := open(t, f, page, 400, 300)
	if page.Offset() != 0 {
		t.Fatalf("opens at %g", page.Offset())
	}
	w.Canvas().Focus(buttons[20].(fyne.Focusable))
	seen := page.Offset()
	if top := buttons[20].Position().Y; top < seen || top+48 > seen+300 {
		t.Errorf("the focused button at %g is not seen from %g", top, seen)
	}
	keys := NewKeys(nil)
	page.Bind(keys)
	keys.Typed(key(fyne.KeyHome))
	if page.Offset() != 0 {
		t.Errorf("Home scrolls to %g", page.Offset())
	}
	keys.Typed(key(fyne.KeyPageDown))
	if page.Offset() < 200 || page.Offset() > 300 {
		t.Errorf("Page Down scrolls to %g", page.Offset())
	}
	keys.Typed(key(fyne.KeyEnd))
	if want := HeightFor(page, 400) - 300; page.Offset() != want {
		t.Errorf("End scrolls to %g, want %g", page.Offset(), want)
	}
	test.Scroll(w.Canvas(), fyne.NewPos(100, 100), 0, 5000)
	if page.Offset() != 0 {
		t.Errorf("the wheel leaves %g", page.Offset())
	}
}
