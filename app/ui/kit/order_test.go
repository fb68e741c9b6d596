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

func orderItems() []OrderItem {
	return []OrderItem{
		{"Stopp: nicht weiterleiten, nicht speichern", "hand-palm", FitGood},
		{"Notieren statt kopieren: App, Gruppe, Uhrzeit", "note-pencil", FitGood},
		{"Noor eine private Nachricht schreiben", "chat-teardrop-text", FitFree},
		{"Die Gruppe verlassen", "sign-out", FitAgain},
		{"In der App melden: Nachricht, Gruppe, Konto", "megaphone-simple", FitUnknown},
	}
}

func orderOf(f *Frame, told *[][]int) *OrderList {
	return NewOrderList(f, OrderListOpts{ID: "order", Label: "Reihenfolge", Items: orderItems(),
		Words:    OrderWords{Place: func(n, of int) string { return fmt.Sprintf("%d von %d", n, of) }, Good: "Passt", Again: "Schau noch einmal hin", Free: "Überall richtig", Lifted: "aufgenommen"},
		OnChange: func(order []int) { *told = append(*told, order) }})
}

func TestOrderKeys(t *testing.T) {
	f := plainFrame(t)
	var told [][]int
	l := orderOf(f, &told)
	w := open(t, f, l, 690, l.HeightFor(690))
	w.Canvas().Focus(l)
	for i, step := range []struct {
		key    fyne.KeyName
		at     int
		lifted bool
		order  []int
	}{
		{fyne.KeyUp, 0, false, []int{0, 1, 2, 3, 4}},
		{fyne.KeyDown, 1, false, []int{0, 1, 2, 3, 4}},
		{fyne.KeySpace, 1, true, []int{0, 1, 2, 3, 4}},
		{fyne.KeyDown, 2, true, []int{0, 2, 1, 3, 4}},
		{fyne.KeyEnd, 4, true, []int{0, 2, 3, 4, 1}},
		{fyne.KeyDown, 4, true, []int{0, 2, 3, 4, 1}},
		{fyne.KeyEscape, 1, false, []int{0, 1, 2, 3, 4}},
		{fyne.KeyReturn, 1, true, []int{0, 1, 2, 3, 4}},
		{fyne.KeyHome, 0, true, []int{1, 0, 2, 3, 4}},
		{fyne.KeyEnter, 0, false, []int{1, 0, 2, 3, 4}},
		{fyne.KeyEnd, 4, false, []int{1, 0, 2, 3, 4}},
		{fyne.KeySpace, 4, true, []int{1, 0, 2, 3, 4}},
		{fyne.KeyUp, 3, true, []int{1, 0, 2, 4, 3}},
		{fyne.KeySpace, 3, false, []int{1, 0, 2, 4, 3}},
	} {
		l.TypedKey(key(step.key))
		if l.At() != step.at || l.Lifted() != step.lifted || !slices.Equal(l.Order(), step.order) {
			t.Fatalf("step %d, %s: at %d, lifted %v, %v", i, step.key, l.At(), l.Lifted(), l.Order())
		}
		row := l.rows[l.order[l.at]].box.object
		if top := l.ring.Position().Y; top > row.Position().Y || top < row.Position().Y-10 {
			t.Errorf("step %d: the ring is at %g, its row at %g", i, top, row.Position().Y)
		}
	}
	if len(told) != 5 || !slices.Equal(told[2], []int{0, 1, 2, 3, 4}) {
		t.Errorf("told %v", told)
	}
}

func TestOrderHandsOn(t *testing.T) {
	f := plainFrame(t)
	var told [][]int
	did := map[fyne.KeyName]int{}
	for _, name := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn, fyne.Key0} {
		f.Keys.On(name, func() { did[name]++ })
	}
	l := orderOf(f, &told)
	open(t, f, l, 690, 400)
	l.TypedKey(key(fyne.KeySpace))
	l.TypedKey(key(fyne.KeyEscape))
	if did[fyne.KeyEscape] != 0 {
		t.Error("Escape reached the page while a row was picked up")
	}
	l.TypedKey(key(fyne.KeyEscape))
	l.TypedKey(key(fyne.Key0))
	l.TypedKey(key(fyne.KeyReturn)) // the primary of the page
	if did[fyne.KeyEscape] != 1 || did[fyne.Key0] != 1 || did[fyne.KeyReturn] != 1 || l.Lifted() {
		t.Errorf("the page got %v, lifted %v", did, l.Lifted())
	}
	l.TypedKey(key(fyne.KeySpace))
	l.TypedKey(key(fyne.KeyReturn))
	if did[fyne.KeyReturn] != 1 || l.Lifted() {
		t.Error("Enter did not put the row down")
	}
	l.TypedKey(key(fyne.KeySpace))
	l.TypedKey(key(fyne.KeyDown))
	l.FocusLost()
	if l.Lifted() || l.At() != 1 {
		t.Error("a row stays picked up without the focus")
	}
}

func middleOf(o fyne.CanvasObject) fyne.Position {
	return o.Position().AddXY(o.Size().Width/2, o.Size().Height/2)
}

func TestOrderArrowsByMouse(t *testing.T) {
	f := plainFrame(t)
	var told [][]int
	l := orderOf(f, &told)
	w := open(t, f, l, 690, l.HeightFor(690))
	tap := func(o fyne.CanvasObject) { test.TapCanvas(w.Canvas(), middleOf(o)) }
	tap(l.rows[0].up.box)
	if len(told) != 0 || l.At() != 0 {
		t.Error("the first row went up")
	}
	tap(l.rows[3].up.box)
	if want := []int{0, 1, 3, 2, 4}; !slices.Equal(l.Order(), want) || l.At() != 2 || len(told) != 1 {
		t.Errorf("up: %v at %d", l.Order(), l.At())
	}
	tap(l.rows[0].down.box)
	if want := []int{1, 0, 3, 2, 4}; !slices.Equal(l.Order(), want) || l.At() != 1 || w.Canvas().Focused() != fyne.Focusable(l) {
		t.Errorf("down: %v at %d", l.Order(), l.At())
	}
	tap(l.rows[4].text)
	if l.At() != 4 || l.Lifted() || len(told) != 2 {
		t.Errorf("a tap on a text: at %d, lifted %v", l.At(), l.Lifted())
	}
	for _, r := range l.rows {
		if s := r.up.box.Size().Width + r.up.box.StrokeWidth; s < f.Look.Size("targets.minimum") {
			t.Errorf("an arrow is %g wide", s)
		}
	}
}

// drags sends what the driver sends: the first event comes after the mouse has
// moved away from where it was pressed.
func drags(d fyne.Draggable, points ...fyne.Position) {
	for i, p := range points[1:] {
		d.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: p}, Dragged: fyne.Delta{DX: p.X - points[i].X, DY: p.Y - points[i].Y}})
	}
}

func TestOrderDrag(t *testing.T) {
	f := plainFrame(t)
	var told [][]int
	l := orderOf(f, &told)
	w := open(t, f, l, 400, l.HeightFor(400)) // some rows are higher
	from := middleOf(l.rows[0].box.object)
	end := middleOf(l.rows[4].box.object).AddXY(0, 8)
	drags(l, from, from.AddXY(0, 4), end)
	if want := []int{1, 2, 3, 4, 0}; !slices.Equal(l.Order(), want) || !l.Lifted() || w.Canvas().Focused() != fyne.Focusable(l) {
		t.Fatalf("dragged down: %v, lifted %v", l.Order(), l.Lifted())
	}
	drags(l, end, end) // a mouse that stands still moves nothing
	if len(told) != 1 {
		t.Errorf("told %v", told)
	}
	l.DragEnd()
	if l.Lifted() {
		t.Error("still picked up after the drag")
	}
	from = middleOf(l.rows[3].box.object)
	drags(l, from, middleOf(l.rows[1].box.object).AddXY(0, -4))
	if want := []int{3, 1, 2, 4, 0}; !slices.Equal(l.Order(), want) {
		t.Fatalf("dragged up: %v", l.Order())
	}
	l.TypedKey(key(fyne.KeyEscape))
	drags(l, from, end)
	if want := []int{1, 2, 3, 4, 0}; !slices.Equal(l.Order(), want) || l.Lifted() {
		t.Errorf("after Escape: %v, lifted %v", l.Order(), l.Lifted())
	}
	l.DragEnd()
	drags(l, from, from.AddXY(0, 4))
	if !l.Lifted() {
		t.Error("the next drag does not begin")
	}
}

func TestOrderDisabled(t *testing.T) {
	f := plainFrame(t)
	var told [][]int
	escaped := 0
	f.Keys.On(fyne.KeyEscape, func() { escaped++ })
	l := orderOf(f, &told)
	w := open(t, f, l, 690, l.HeightFor(690))
	l.TypedKey(key(fyne.KeySpace))
	l.Disable()
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeySpace, fyne.KeyEnd, fyne.KeyEscape} {
		l.TypedKey(key(name))
	}
	test.TapCanvas(w.Canvas(), middleOf(l.rows[1].down.box))
	drags(l, fyne.NewPos(60, 20), fyne.NewPos(60, 200))
	l.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, 20)}})
	if len(told) != 0 || l.At() != 0 || l.Lifted() || escaped != 1 {
		t.Errorf("told %v, at %d, lifted %v, escaped %d", told, l.At(), l.Lifted(), escaped)
	}
	if got := l.rows[0].box.spec.Fill; got != f.Look.Color(theme.DisabledFill) {
		t.Errorf("fill %v", got)
	}
	if w.Canvas().FocusNext(); w.Canvas().Focused() != nil {
		t.Error("Tab reaches it")
	}
}

func TestOrderStates(t *testing.T) {
	f := plainFrame(t)
	var told [][]int
	l := orderOf(f, &told)
	w := open(t, f, l, 690, l.HeightFor(690))
	row := l.rows[1]
	test.MoveMouse(w.Canvas(), middleOf(row.down.box))
	if row.box.spec.Edge != f.Look.Color(theme.LineStrong) || row.down.box.FillColor != f.Look.Color(theme.SurfaceSunk) {
		t.Error("no hover")
	}
	l.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: middleOf(row.down.box)}})
	if row.down.box.StrokeColor != f.Look.Color(theme.Ink) {
		t.Error("not pressed")
	}
	l.MouseUp(nil)
	test.MoveMouse(w.Canvas(), fyne.NewPos(689, 400))
	w.Canvas().Focus(l)
	if !l.ring.Visible() {
		t.Error("no ring")
	}
	l.TypedKey(key(fyne.KeySpace))
	parts := l.parts()
	if at := slices.Index(parts, fyne.CanvasObject(l.lift.object)); at < 0 || l.lift.object.Position().X != 14 || at < slices.Index(parts, fyne.CanvasObject(l.rows[4].text)) {
		t.Errorf("the lifted row is part %d at %v", at, l.lift.object.Position())
	}
	if l.lift.spec.Fill != f.Look.Color(theme.LampWash) || l.lift.spec.Edge != f.Look.Color(theme.LampEdge) || l.lift.spec.Shadow != liftShadow {
		t.Error("the lifted row does not look so")
	}
	if got := l.rows[0].fits; got.name != "check-circle" || !got.raster.Visible() || l.rows[4].fits.raster.Visible() {
		t.Error("wrong state icons")
	}
	l.SetFits([]Fit{FitAgain, FitUnknown})
	if l.rows[0].fits.name != "arrows-down-up" || l.rows[1].fits.raster.Visible() || l.rows[2].fits.raster.Visible() {
		t.Error("SetFits is not shown")
	}
}

func TestOrderIsSaid(t *testing.T) {
	f := plainFrame(t)
	var told [][]int
	l := orderOf(f, &told)
	open(t, f, l, 690, 400)
	l.TypedKey(key(fyne.KeyDown))
	l.TypedKey(key(fyne.KeyDown))
	if want := "Reihenfolge. 3 von 5: Noor eine private Nachricht schreiben. Überall richtig"; l.AccessibilityLabel() != want {
		t.Errorf("says %q", l.AccessibilityLabel())
	}
	l.TypedKey(key(fyne.KeySpace))
	if lines := l.lines(); len(lines) != 5 || lines[2] != "3 von 5: Noor eine private Nachricht schreiben. Überall richtig. aufgenommen" || lines[4] != "5 von 5: In der App melden: Nachricht, Gruppe, Konto" {
		t.Errorf("reads %q", lines)
	}
}

func TestOrderHasRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		var told [][]int
		for _, width := range []float32{360 * scale, 500, 690, 1286} {
			l := orderOf(f, &told)
			if width < l.Least() {
				continue
			}
			checkRoom(t, fmt.Sprintf("order at scale %g", scale), l, width)
			for i, r := range l.rows {
				if !inRoom(boxAt(r.text), boxAt(r.box.object)) || !inRoom(boxAt(r.down.box), boxAt(r.box.object)) || !inRoom(boxAt(r.icon.raster), boxAt(r.box.object)) {
					t.Errorf("scale %g, width %g: row %d leaves its box", scale, width, i)
				}
				for _, o := range []fyne.CanvasObject{r.fits.raster, r.up.box, r.icon.raster} {
					if a, b := boxAt(o), boxAt(r.text); a.x < b.x+b.w-0.6 && b.x < a.x+a.w-0.6 && a.y < b.y+b.h-0.6 && b.y < a.y+a.h-0.6 {
						t.Errorf("scale %g, width %g: row %d has %v over its text %v", scale, width, i, a, b)
					}
				}
			}
		}
	})
}

func TestOrderGallery(t *testing.T) {
	gallery(t, "order", 1366, 420, 860, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		var told [][]int
		l := orderOf(f, &told)
		off := orderOf(f, &told)
		off.Disable()
		off.SetFits(nil)
		return HStack(60, NoGrow, Fixed(690, l.HeightFor(690), l), Fixed(500, off.HeightFor(500), off)), func(c fyne.Canvas) {
			c.Focus(l)
			l.TypedKey(key(fyne.KeyEnd))
			l.TypedKey(key(fyne.KeySpace))
			l.TypedKey(key(fyne.KeyUp))
			l.over = orderSpot{item: 1, step: -1}
			l.Refresh()
		}
	})
}
