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

func matchOpts(told *[][]int) MatchOpts {
	return MatchOpts{ID: "match", Label: "Welk antwoord past bij welke smoes?",
		Items: []MatchItem{
			{"wout", "Wout zegt", "“Het is maar een grapje.”"},
			{"jonas", "Jonas zegt", "“Ik heb het toch niet gemaakt?”"},
			{"theo", "Théo zegt", "“Iedereen heeft het al gezien.”"},
			{"", "Iemand zegt", "“Waarom vertrouwde Sacha dan iemand?”"},
		},
		Answers: []string{
			"Wie doorstuurt, kiest ook. Jij kan de keten stoppen.",
			"Vraag liever: wie brak het vertrouwen?",
			"Een grap is pas een grap als Sacha ook lacht.",
			"Elke keer minder telt. Ook nu nog.",
		},
		Words: MatchWords{Items: "De smoes", Answers: "Het antwoord", Empty: "Kies een antwoord", Used: "ligt al bij een smoes", Good: "Past", Again: "Kijk nog eens", Free: "Alles past",
			Pair:   func(item, answer string) string { return item + " hoort bij: " + answer },
			Answer: func(n int, text string) string { return fmt.Sprintf("Antwoord %d: %s", n, text) }},
		OnPut: func(item, answer int) { *told = append(*told, []int{item, answer}) },
	}
}

func openMatch(t *testing.T, f *Frame, width float32) (*Match, *[][]int, fyne.Window) {
	t.Helper()
	told := &[][]int{}
	m := NewMatch(f, matchOpts(told))
	w := open(t, f, m, width, m.HeightFor(width))
	w.Canvas().Focus(m)
	return m, told, w
}

func TestMatchKeys(t *testing.T) {
	f := plainFrame(t)
	m, told, _ := openMatch(t, f, 1286)
	press := func(name fyne.KeyName, at int, pairs ...int) {
		t.Helper()
		if m.TypedKey(key(name)); m.At() != at || !slices.Equal(m.Pairs(), pairs) {
			t.Fatalf("%s: row %d, %v; want %d, %v", name, m.At(), m.Pairs(), at, pairs)
		}
		if d := m.rows[at].box.object.Position().Y - m.ring.Position().Y; d < 0 || d > 10 {
			t.Errorf("%s: the ring is %g above its row", name, d)
		}
	}
	press(fyne.Key3, 1, 2, -1, -1, -1)
	press(fyne.Key1, 2, 2, 0, -1, -1)
	press(fyne.Key1, 3, 2, -1, 0, -1) // moved: the row before is empty, the one after is next
	press(fyne.KeyUp, 2, 2, -1, 0, -1)
	press(fyne.Key4, 2, 2, -1, 3, -1) // replaced: the row stays the current one
	press(fyne.Key4, 2, 2, -1, 3, -1)
	press(fyne.KeyHome, 0, 2, -1, 3, -1)
	press(fyne.KeyUp, 0, 2, -1, 3, -1)
	press(fyne.KeyDelete, 0, -1, -1, 3, -1)
	press(fyne.KeyEnd, 3, -1, -1, 3, -1)
	press(fyne.KeyDown, 3, -1, -1, 3, -1)
	press(fyne.KeyLeft, 3, -1, -1, 3, -1)
	press(fyne.KeyLeft, 3, -1, -1, 3, -1)
	press(fyne.KeySpace, 0, -1, -1, 3, 2)
	press(fyne.KeyRight, 0, -1, -1, 3, 2)
	press(fyne.KeyReturn, 1, 0, -1, 3, 2)
	press(fyne.KeyZ, 0, -1, -1, 3, 2)
	press(fyne.KeyZ, 3, -1, -1, 3, -1)
	press(fyne.KeyUp, 2, -1, -1, 3, -1)
	press(fyne.KeyBackspace, 2, -1, -1, -1, -1)
	if len(*told) != 10 || !slices.Equal((*told)[2], []int{2, 0}) || !slices.Equal((*told)[4], []int{0, -1}) || m.Full() {
		t.Errorf("told %v", *told)
	}
}

func TestMatchHandsOn(t *testing.T) {
	f := plainFrame(t)
	names := []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn, fyne.KeySpace, fyne.Key0, fyne.Key5, fyne.KeyZ, fyne.KeyDelete, fyne.KeyBackspace}
	did := map[fyne.KeyName]int{}
	for _, name := range names {
		f.Keys.On(name, func() { did[name]++ })
	}
	m, told, _ := openMatch(t, f, 1286)
	for _, name := range names {
		if m.TypedKey(key(name)); did[name] != 1 {
			t.Errorf("%s did not reach the page", name)
		}
	}
	drags(m, middleOf(m.answers[0].box.object), middleOf(m.rows[1].box.object))
	m.TypedKey(key(fyne.KeyEscape))
	m.DragEnd()
	if did[fyne.KeyEscape] != 1 || len(*told) != 0 {
		t.Errorf("Escape in a drag: page %d times, told %v", did[fyne.KeyEscape], *told)
	}
}

func TestMatchMouse(t *testing.T) {
	f := plainFrame(t)
	m, _, w := openMatch(t, f, 1286)
	w.Canvas().Unfocus()
	row := func(i int) fyne.Position { return m.rows[i].box.object.Position().AddXY(60, 30) }
	answer := func(i int) fyne.Position { return middleOf(m.answers[i].box.object) }
	want := func(at int, pairs ...int) {
		t.Helper()
		if m.At() != at || !slices.Equal(m.Pairs(), pairs) {
			t.Fatalf("row %d, %v; want %d, %v", m.At(), m.Pairs(), at, pairs)
		}
	}
	test.TapCanvas(w.Canvas(), row(2))
	want(2, -1, -1, -1, -1)
	if m.rows[2].box.spec.Fill != f.Look.Color(theme.LampWash) || m.rows[0].box.spec.Fill != f.Look.Color(theme.Surface) || w.Canvas().Focused() != fyne.Focusable(m) {
		t.Error("a tap on a row does not show it")
	}
	test.TapCanvas(w.Canvas(), answer(3))
	want(3, -1, -1, 3, -1)
	if !m.answers[3].used.raster.Visible() || m.rows[2].slot.Visible() || !inRoom(boxAt(m.answers[3].pair.object), boxAt(m.rows[2].box.object)) {
		t.Error("the answer does not stand in its row")
	}
	test.MoveMouse(w.Canvas(), answer(0))
	if m.answers[0].box.spec.Edge != f.Look.Color(theme.LineStrong) {
		t.Error("no hover")
	}
	m.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: answer(0)}})
	if m.answers[0].box.spec.Fill != f.Look.Color(theme.SurfaceSunk) {
		t.Error("not pressed")
	}
	m.MouseUp(nil)
	// from the list onto a row, from row to row, and back to the list
	drags(m, answer(0), answer(0).AddXY(-4, 4), row(1))
	if m.marked() != 1 || !inRoom(box{row(1).X, row(1).Y, 1, 1}, boxAt(m.answers[0].box.object)) {
		t.Error("the answer does not go with the mouse")
	}
	m.DragEnd()
	want(3, -1, 0, 3, -1)
	drags(m, middleOf(m.answers[0].pair.object), row(0))
	if parts := m.parts(); !m.rows[1].slot.Visible() || slices.Index(parts, fyne.CanvasObject(m.answers[0].pairText)) < slices.Index(parts, fyne.CanvasObject(m.raised.object)) || !slices.Contains(parts, fyne.CanvasObject(m.raised.object)) {
		t.Error("the place is not free while its answer is dragged, or the answer is not in front")
	}
	m.DragEnd()
	want(0, 0, -1, 3, -1)
	drags(m, middleOf(m.answers[0].pair.object), answer(2))
	m.DragEnd()
	want(0, -1, -1, 3, -1)
	before := m.answers[1].box.object.Position()
	drags(m, answer(1), fyne.NewPos(answer(1).X, m.Size().Height-1))
	m.DragEnd()
	drags(m, row(0), row(3))
	m.DragEnd()
	drags(m, middleOf(m.answers[3].pair.object), fyne.NewPos(m.rows[0].box.object.Size().Width+10, 200)) // between the columns
	m.DragEnd()
	want(0, -1, -1, 3, -1)
	if m.answers[1].box.object.Position() != before {
		t.Error("an answer dropped beside everything does not fall back")
	}
}

func TestMatchDisabled(t *testing.T) {
	f := plainFrame(t)
	m, told, w := openMatch(t, f, 1286)
	escaped := 0
	f.Keys.On(fyne.KeyEscape, func() { escaped++ })
	w.Canvas().Unfocus()
	m.Disable()
	for _, name := range []fyne.KeyName{fyne.Key1, fyne.KeyDown, fyne.KeyZ, fyne.KeyEscape} {
		m.TypedKey(key(name))
	}
	test.TapCanvas(w.Canvas(), middleOf(m.rows[2].box.object))
	drags(m, middleOf(m.answers[0].box.object), middleOf(m.rows[1].box.object))
	m.DragEnd()
	if m.At() != 0 || len(*told) != 0 || escaped != 1 || m.Put(1) || m.rows[1].box.spec.Fill != f.Look.Color(theme.DisabledFill) {
		t.Errorf("row %d, told %v, escaped %d", m.At(), *told, escaped)
	}
	if w.Canvas().FocusNext(); w.Canvas().Focused() != nil {
		t.Error("Tab reaches it")
	}
}

func TestMatchFits(t *testing.T) {
	f := plainFrame(t)
	var told [][]int
	opts := matchOpts(&told)
	opts.Pairs = []int{2, 0, 0, 9, 1}
	m := NewMatch(f, opts)
	if !slices.Equal(m.Pairs(), []int{2, -1, 0, -1}) {
		t.Fatalf("begins with %v", m.Pairs())
	}
	open(t, f, m, 1286, 700)
	before := m.HeightFor(1286)
	m.SetFits([]MatchFit{{FitGood, "Zonder Sacha lacht niemand echt."}, {FitGood, ""}, {FitAgain, "Dit gaat over wie doorstuurt."}})
	if a, b := m.rows[0], m.rows[2]; a.sign.name != "check-circle" || b.sign.name != "arrows-down-up" || a.verdict.Spoken() != "Past" || b.verdict.Spoken() != "Kijk nog eens" || m.rows[1].verdict != nil || m.HeightFor(1286) <= before {
		t.Error("the fits differ in nothing but colour, or are not shown")
	}
	if slot, reason := boxAt(m.answers[2].pair.object), boxAt(m.rows[0].reason); reason.y < slot.y+slot.h || !inRoom(reason, boxAt(m.rows[0].box.object)) {
		t.Error("the reason is not below the pair")
	}
	lines := m.Semantics().Lines
	if len(lines) != 10 || lines[1] != "Wout zegt. “Het is maar een grapje.” hoort bij: Een grap is pas een grap als Sacha ook lacht. Past. Zonder Sacha lacht niemand echt." ||
		lines[2] != "Jonas zegt. “Ik heb het toch niet gemaakt?”. Kies een antwoord" || lines[6] != "Antwoord 1: Wie doorstuurt, kiest ook. Jij kan de keten stoppen. ligt al bij een smoes" {
		t.Errorf("reads %q", lines)
	}
	if says := m.Semantics(); says.Role != RoleList || says.Value != lines[1] || says.Name != opts.Label {
		t.Errorf("says %+v", says)
	}
	if m.TypedKey(key(fyne.KeyRight)); m.Semantics().Value != lines[6] {
		t.Errorf("the answer that is meant: %q", m.Semantics().Value)
	}
	if m.TypedKey(key(fyne.KeyReturn)); m.rows[0].verdict != nil || m.rows[2].verdict != nil {
		t.Error("a fit stays on a pair that has changed")
	}
	none := NewMatch(f, MatchOpts{Answers: opts.Answers})
	none.TypedKey(key(fyne.Key1))
	none.TypedKey(key(fyne.KeyDown))
	if none.At() != -1 || none.TakeBack() || none.HeightFor(900) <= 0 {
		t.Error("a match without sentences")
	}
}

func TestMatchStandsStill(t *testing.T) {
	f := plainFrame(t)
	m, _, _ := openMatch(t, f, 1286)
	before := m.layout(1286)
	for _, name := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4} {
		m.TypedKey(key(name))
	}
	after := m.layout(1286)
	if !m.Full() || before.height != after.height || !slices.Equal(before.rows, after.rows) {
		t.Error("putting an answer moves the rows")
	}
	var told [][]int
	opts := matchOpts(&told)
	opts.Answers[0], opts.Pairs = "Nee.", []int{2}
	short := NewMatch(f, opts)
	open(t, f, short, 920, short.HeightFor(920))
	if a := short.answers[2]; !inRoom(boxAt(a.pairText), boxAt(a.pair.object)) {
		t.Error("the place has no room for every answer")
	}
	if wide, narrow := m.layout(1286), m.layout(560); wide.list.x <= wide.rows[0].box.w || wide.list.y != 0 || narrow.list.x != 0 || narrow.answers[0].y < narrow.rows[3].box.y+narrow.rows[3].box.h {
		t.Error("the answers stand at the wrong place")
	}
	if tight := m.layout(360).rows[0]; tight.slot.y < tight.face.y+tight.face.h {
		t.Error("the answer does not stand under its sentence")
	}
}

func TestMatchReveals(t *testing.T) {
	f := plainFrame(t)
	var told [][]int
	m := NewMatch(f, matchOpts(&told))
	page := NewPage(f, m)
	w := open(t, f, page, 420, 300)
	w.Canvas().Focus(m)
	inView := func(o fyne.CanvasObject) bool {
		b := boxAt(o)
		return b.y >= page.Offset() && b.y+b.h <= page.Offset()+300
	}
	if m.TypedKey(key(fyne.KeyEnd)); !inView(m.rows[3].box.object) {
		t.Error("the last row is out of view")
	}
	if m.TypedKey(key(fyne.KeyRight)); !inView(m.answers[0].box.object) {
		t.Error("the answer that is meant is out of view")
	}
	if m.TypedKey(key(fyne.KeySpace)); !inView(m.rows[m.at].box.object) {
		t.Error("the next row is out of view")
	}
}

func TestMatchHasRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		for _, width := range []float32{330 * scale, 700, 920, 1286} {
			var told [][]int
			opts := matchOpts(&told)
			opts.Pairs = []int{2, 1, -1, 0}
			m := NewMatch(f, opts)
			m.SetFits([]MatchFit{{FitGood, "Zonder Sacha lacht niemand echt."}, {FitAgain, "Dit antwoord gaat over vertrouwen. De smoes gaat over wie doorstuurt."}, {}, {FitFree, ""}})
			if width < m.Least() {
				t.Errorf("scale %g: least %g", scale, m.Least())
				continue
			}
			name := fmt.Sprintf("match at scale %g", scale)
			open(t, f, m, width, m.HeightFor(width))
			checkRoom(t, name, m, width)
			for i, r := range m.rows {
				room := boxAt(r.box.object)
				if !inRoom(boxAt(r.face), room) || !inRoom(boxAt(r.slot), room) || r.reason != nil && !inRoom(boxAt(r.reason), room) {
					t.Errorf("%s, width %g: row %d leaves its box", name, width, i)
				}
			}
			for i, a := range m.answers {
				if !inRoom(boxAt(a.text), boxAt(a.box.object)) || m.rowOf(i) >= 0 && !inRoom(boxAt(a.pairText), boxAt(a.pair.object)) {
					t.Errorf("%s, width %g: answer %d leaves its box", name, width, i)
				}
			}
		}
	})
}

func TestMatchGallery(t *testing.T) {
	for _, name := range []string{"match", "match-checked", "match-dragged", "match-disabled", "match-narrow"} {
		wide := float32(1366)
		if name == "match-narrow" {
			wide = 640
		}
		high := map[string]float32{"match": 560, "match-checked": 720, "match-narrow": 1100}[name]
		gallery(t, name, wide, max(560, high), 2100, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
			var told [][]int
			opts := matchOpts(&told)
			opts.Pairs, opts.At = []int{2, -1, 3, -1}, 1
			if name == "match-checked" || name == "match-disabled" {
				opts.Pairs, opts.At = []int{2, 1, 3, 0}, 1
			}
			m := NewMatch(f, opts)
			if name == "match-checked" {
				m.SetFits([]MatchFit{{FitGood, "Wie het raakt, bepaalt of het grappig is."}, {FitAgain, "Dit antwoord gaat over vertrouwen. De smoes gaat over wie doorstuurt."}, {FitGood, ""}, {FitAgain, "Bij deze smoes hoort een antwoord over vertrouwen."}})
			}
			if name == "match-disabled" {
				m.Disable()
			}
			return m, func(c fyne.Canvas) {
				c.Focus(m)
				switch name {
				case "match":
					m.TypedKey(key(fyne.KeyRight))
					m.over, m.down = matchSpot{row: 3, answer: -1}, matchSpot{row: -1, answer: 1, list: true}
					m.Refresh()
				case "match-dragged":
					drags(m, middleOf(m.answers[0].box.object), middleOf(m.rows[3].box.object))
				}
			}
		})
	}
}
