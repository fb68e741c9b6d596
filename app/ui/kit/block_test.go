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

var blockTexts = []string{
	"J’ai vu ce qui se passe dans le groupe.", "Ce n’est pas ta faute.", "Je ne fais rien suivre.", "Je suis là ce soir si tu veux parler.",
	"Tu veux qu’on rentre ensemble demain\u00a0?", "Tu veux qu’on appelle le 116\u00a0000 à deux\u00a0?", "Demain, on en reparle.",
}

func blocksOf(f *Frame, told *[]string) (*fyne.Container, []*Block) {
	var blocks []*Block
	for i, text := range blockTexts {
		blocks = append(blocks, NewBlock(f, BlockOpts{ID: fmt.Sprint("block.", i+1), Number: i + 1, Text: text, Chosen: i == 2,
			OnChange: func(chosen bool) { *told = append(*told, fmt.Sprint(i+1, " ", chosen)) }}))
		f.Keys.OnDigit(i+1, blocks[i].Toggle)
	}
	return Blocks(f, blocks...), blocks
}

func TestBlockToggles(t *testing.T) {
	f := plainFrame(t)
	var told []string
	grid, blocks := blocksOf(f, &told)
	w := open(t, f, grid, 766, 400)
	b := blocks[0]
	for _, name := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyEnter, fyne.Key1, fyne.Key3} {
		b.TypedKey(key(name))
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(700, 30))
	if want := []string{"1 true", "1 false", "1 true", "1 false", "3 false", "2 true"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	if w.Canvas().Focused() != fyne.Focusable(blocks[1]) {
		t.Error("no focus after a tap")
	}
	says := blocks[1].Semantics()
	if says.Role != RoleCheckBox || !says.State.Has(StateChosen) || says.Key != "2" || says.Name != blockTexts[1] || blocks[0].Semantics().State.Has(StateChosen) {
		t.Errorf("says %+v", says)
	}
	if !blocks[1].tick.raster.Visible() || blocks[0].tick.raster.Visible() {
		t.Error("the check is not on what is chosen alone")
	}
	b.Disable()
	b.TypedKey(key(fyne.KeySpace))
	b.Toggle()
	if b.Chosen() || b.box.spec.Fill != f.Look.Color(theme.DisabledFill) {
		t.Error("a disabled block is used")
	}
}

func TestBlocksNeighbours(t *testing.T) {
	f := plainFrame(t)
	var told []string
	up := 0
	f.Keys.On(fyne.KeyUp, func() { up++ })
	grid, blocks := blocksOf(f, &told)
	blocks[4].Disable()
	w := open(t, f, grid, 766, 400)
	walk := func(steps ...any) {
		t.Helper()
		for i := 0; i < len(steps); i += 2 {
			w.Canvas().Focused().TypedKey(key(steps[i].(fyne.KeyName)))
			if got, want := w.Canvas().Focused().(Control).ID(), fmt.Sprint("block.", steps[i+1]); got != want {
				t.Fatalf("step %d, %s: %s, want %s", i/2, steps[i], got, want)
			}
		}
	}
	w.Canvas().Focus(blocks[0])
	walk(fyne.KeyRight, 2, fyne.KeyRight, 3, fyne.KeyDown, 7, fyne.KeyUp, 3, fyne.KeyRight, 4, fyne.KeyDown, 6, fyne.KeyDown, 6,
		fyne.KeyLeft, 4, fyne.KeyEnd, 7, fyne.KeyRight, 7, fyne.KeyHome, 1, fyne.KeyLeft, 1, fyne.KeyUp, 1)
	if up != 1 {
		t.Errorf("an arrow that leads nowhere reached the page %d times", up)
	}
	w.Resize(fyne.NewSize(400, 700))
	walk(fyne.KeyDown, 2, fyne.KeyDown, 3, fyne.KeyLeft, 2)
	if len(told) != 0 {
		t.Errorf("moving chose: %q", told)
	}
	var ids []string
	for range blocks {
		w.Canvas().FocusNext()
		ids = append(ids, w.Canvas().Focused().(Control).ID())
	}
	if want := []string{"block.3", "block.4", "block.6", "block.7", "block.1", "block.2", "block.3"}; !slices.Equal(ids, want) {
		t.Errorf("Tab: %q", ids)
	}
}

func TestBlocksLook(t *testing.T) {
	f := plainFrame(t)
	var told []string
	grid, blocks := blocksOf(f, &told)
	open(t, f, grid, 766, 400)
	if a, b, c := boxAt(blocks[0]), boxAt(blocks[1]), boxAt(blocks[2]); a.h < 58 || a.h > 61 || a.w != 378 || b.y != a.y || b.h != a.h || b.x != 388 || c.y != a.h+10 || c.x != 0 || c.h != 58 {
		t.Errorf("blocks at %v, %v, %v", a, b, c)
	}
	if blocks[2].box.spec.Fill != f.Look.Color(theme.LampWash) || blocks[0].box.spec.Fill != f.Look.Color(theme.Surface) {
		t.Error("not the fill of what is chosen")
	}
	blocks[0].MouseDown(&desktop.MouseEvent{})
	if blocks[0].box.spec.Fill != f.Look.Color(theme.SurfaceSunk) {
		t.Error("not pressed")
	}
}

func TestBlocksHaveRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		var told []string
		for _, width := range []float32{260 * scale, 500, 766, 1286} {
			grid, _ := blocksOf(f, &told)
			if width < Least(grid) {
				t.Errorf("scale %g: %g is less than the least, %g", scale, width, Least(grid))
				continue
			}
			open(t, f, grid, width, HeightFor(grid, width))
			checkRoom(t, fmt.Sprintf("blocks at scale %g", scale), grid, width)
		}
	})
}

func TestBlockGallery(t *testing.T) {
	gallery(t, "block", 846, 480, 1100, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		var told []string
		_, blocks := blocksOf(f, &told)
		blocks[1].SetChosen(true)
		blocks[4].hover(true)
		blocks[5].MouseDown(nil)
		off := NewBlock(f, BlockOpts{Number: 8, Text: "Réponds-moi tout de suite", Disabled: true})
		taken := NewBlock(f, BlockOpts{Number: 9, Text: "Je suis là.", Disabled: true, Chosen: true})
		return Blocks(f, append(blocks, off, taken)...), func(c fyne.Canvas) { c.Focus(blocks[3]) }
	})
}
