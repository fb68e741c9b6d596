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

func agendaOf(f *Frame, opened *[]int) *Agenda {
	return NewAgenda(f, AgendaOpts{ID: "agenda", Label: "Déroulé", Done: "fait", Current: "en cours", At: 2,
		OnOpen: func(i int) { *opened = append(*opened, i) },
		Items: []AgendaItem{
			{"0–3", "Règles, note, droit de passer", "3 min", "", AgendaDone},
			{"6–20", "Histoire, première partie", "14 min", "device-mobile", AgendaDone},
			{"20–28", "Parole à la classe", "8 min", "chats", AgendaCurrent},
			{"28–38", "Histoire, suite et réparation", "10 min", "device-mobile", AgendaAhead},
			{"38–45", "Vote secret et regard sur la norme", "", "hand-palm", AgendaAhead},
		}})
}

func TestAgendaKeys(t *testing.T) {
	f := plainFrame(t)
	var opened []int
	escaped := 0
	f.Keys.On(fyne.KeyEscape, func() { escaped++ })
	a := agendaOf(f, &opened)
	w := open(t, f, a, 316, a.HeightFor(316))
	w.Canvas().Focus(a)
	for _, step := range []struct {
		key fyne.KeyName
		at  int
	}{{fyne.KeyUp, 1}, {fyne.KeyUp, 0}, {fyne.KeyUp, 0}, {fyne.KeyReturn, 0}, {fyne.KeyEnd, 4}, {fyne.KeyDown, 4}, {fyne.KeySpace, 4}, {fyne.KeyHome, 0}, {fyne.KeyDown, 1}, {fyne.KeyEnter, 1}} {
		if a.TypedKey(key(step.key)); a.At() != step.at {
			t.Fatalf("%s: at %d, want %d", step.key, a.At(), step.at)
		}
		if d := a.rows[a.at].ground.Position().Y - a.ring.Position().Y; d < 0 || d > 10 {
			t.Errorf("%s: the ring is %g above its row", step.key, d)
		}
	}
	if !slices.Equal(opened, []int{0, 4, 1}) {
		t.Errorf("opened %v", opened)
	}
	if a.TypedKey(key(fyne.KeyEscape)); escaped != 1 {
		t.Error("keeps Escape")
	}
	if want := "Déroulé. 6–20. Histoire, première partie. 14 min. fait"; a.AccessibilityLabel() != want {
		t.Errorf("says %q", a.AccessibilityLabel())
	}
	if lines := a.lines(); len(lines) != 5 || lines[2] != "20–28. Parole à la classe. 8 min. en cours" {
		t.Errorf("reads %q", lines)
	}
}

func TestAgendaMouse(t *testing.T) {
	f := plainFrame(t)
	var opened []int
	a := agendaOf(f, &opened)
	w := open(t, f, a, 316, a.HeightFor(316))
	at := middleOf(a.rows[3].ground)
	test.MoveMouse(w.Canvas(), at)
	if !a.hovered.object.Visible() || a.hovered.object.Position() != a.rows[3].ground.Position() || a.hovered.spec.Fill != f.Look.Color(theme.SurfaceSoft) {
		t.Error("no hover")
	}
	a.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if a.hovered.spec.Fill != f.Look.Color(theme.SurfaceSunk) {
		t.Error("not pressed")
	}
	a.MouseUp(nil)
	test.TapCanvas(w.Canvas(), at)
	test.TapCanvas(w.Canvas(), middleOf(a.rows[0].ground))
	if !slices.Equal(opened, []int{3, 0}) || a.At() != 0 || w.Canvas().Focused() != fyne.Focusable(a) {
		t.Errorf("opened %v, at %d", opened, a.At())
	}
	a.MouseOut()
	if a.hovered.object.Visible() {
		t.Error("hover stays")
	}
	w.Canvas().Unfocus()
	a.Disable()
	test.TapCanvas(w.Canvas(), at)
	test.MoveMouse(w.Canvas(), at)
	a.TypedKey(key(fyne.KeyDown))
	a.TypedKey(key(fyne.KeyReturn))
	if len(opened) != 2 || a.At() != 0 || a.hovered.object.Visible() || a.current.spec.Fill != f.Look.Color(theme.DisabledFill) {
		t.Errorf("disabled: opened %v, at %d", opened, a.At())
	}
	if w.Canvas().FocusNext(); w.Canvas().Focused() != nil {
		t.Error("Tab reaches it")
	}
}

func TestAgendaLooks(t *testing.T) {
	f := plainFrame(t)
	var opened []int
	a := agendaOf(f, &opened)
	open(t, f, a, 316, a.HeightFor(316))
	if a.rows[0].icon.name != "check-circle" || a.rows[2].icon.name != "chats" || !a.rows[2].title.opts.Bold || a.rows[3].title.opts.Bold {
		t.Error("the states differ in nothing but colour")
	}
	if a.current.object.Position() != a.rows[2].ground.Position() || a.current.spec.Fill != f.Look.Color(theme.LampWash) {
		t.Error("the current row is not on the wash")
	}
	for i := 1; i < 4; i++ {
		if d := a.rows[i+1].ground.Position().Y - a.rows[i].ground.Position().Y; d < 59.9 || d > 60.1 {
			t.Errorf("row %d is %g below row %d", i+1, d, i)
		}
	}
}

func TestAgendaHasRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		var opened []int
		for _, width := range []float32{220 * scale, 316, 500, 900} {
			a := agendaOf(f, &opened)
			if width < a.Least() {
				continue
			}
			checkRoom(t, fmt.Sprintf("agenda at scale %g", scale), a, width)
			for i, r := range a.rows {
				if !inRoom(boxAt(r.title), boxAt(r.ground)) || !inRoom(boxAt(r.time), boxAt(r.ground)) || r.icon != nil && !inRoom(boxAt(r.icon.raster), boxAt(r.ground)) {
					t.Errorf("scale %g, width %g: row %d leaves its room", scale, width, i)
				}
			}
		}
	})
}

func TestAgendaGallery(t *testing.T) {
	gallery(t, "agenda", 800, 400, 900, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		var opened []int
		a, b := agendaOf(f, &opened), agendaOf(f, &opened)
		b.Disable()
		wide := min(f.Look.Scale(), 1.2) * 316
		return TopRow(20, NoGrow, Fixed(wide, a.HeightFor(wide), a), Fixed(316, b.HeightFor(316), b)), func(c fyne.Canvas) {
			c.Focus(a)
			a.TypedKey(key(fyne.KeyDown))
			a.over = 1
			a.Refresh()
		}
	})
}
