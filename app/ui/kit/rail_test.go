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

func railOpts(opened *[]int) RailOpts {
	return RailOpts{ID: "rail", Label: "Espace enseignant", Name: "Vigie", Here: "vous êtes ici", Chosen: 2,
		OnOpen: func(i int) { *opened = append(*opened, i) },
		Items: []RailItem{
			{"sun-horizon", "Aujourd’hui"}, {"book-open", "Leçons"}, {"list-checks", "Préparer"}, {"chalkboard-teacher", "En classe"},
			{"chart-bar", "Bilans"}, {"lifebuoy", "Aide et contacts"}, {"gear-six", "Réglages"},
		},
		Foot: []BandItem{
			{ID: "language", Icon: "globe-simple", Label: "FR"},
			{ID: "hide", Icon: "eye-slash", Label: "Cacher", Key: "Ctrl H", Framed: true, First: true},
		},
		Notes: []string{"Espace enseignant", "Sans réseau, sans compte. Aucun nom d’élève n’est gardé."}}
}

func railOf(f *Frame, opened *[]int) *Rail { return NewRail(f, railOpts(opened)) }

func TestRailKeys(t *testing.T) {
	f := plainFrame(t)
	var opened []int
	escaped := 0
	f.Keys.On(fyne.KeyEscape, func() { escaped++ })
	r := railOf(f, &opened)
	w := open(t, f, RailPage(r), 220, 768)
	l := r.list
	w.Canvas().Focus(l)
	for _, step := range []struct {
		key fyne.KeyName
		at  int
	}{{fyne.KeyUp, 1}, {fyne.KeyReturn, 1}, {fyne.KeyUp, 0}, {fyne.KeyUp, 0}, {fyne.KeyEnd, 6}, {fyne.KeyDown, 6}, {fyne.KeySpace, 6}, {fyne.KeyHome, 0}, {fyne.KeyDown, 1}, {fyne.KeyEnter, 1}} {
		if l.TypedKey(key(step.key)); l.at != step.at {
			t.Fatalf("%s: at %d, want %d", step.key, l.at, step.at)
		}
		if d := l.rows[l.at].ground.Position().Y - l.ring.Position().Y; d < 0 || d > 10 {
			t.Errorf("%s: the ring is %g above its row", step.key, d)
		}
	}
	if !slices.Equal(opened, []int{1, 6, 1}) {
		t.Errorf("opened %v", opened)
	}
	if l.TypedKey(key(fyne.KeyEscape)); escaped != 1 {
		t.Error("keeps Escape")
	}
	l.TypedKey(key(fyne.KeyDown))
	s := l.Semantics()
	if s.Role != RoleList || s.Value != "Préparer. vous êtes ici" || len(s.Lines) != 7 || s.Lines[1] != "Leçons" {
		t.Errorf("says %+v", s)
	}
}

// TestRailTab: the whole list is one stop, and hide comes before all of it.
func TestRailTab(t *testing.T) {
	f := plainFrame(t)
	var opened []int
	root := RailPage(railOf(f, &opened))
	w := open(t, f, root, 220, 768)
	var tabbed []string
	for range 4 {
		w.Canvas().FocusNext()
		tabbed = append(tabbed, w.Canvas().Focused().(Control).ID())
	}
	if want := []string{"hide", "rail", "language", "hide"}; !slices.Equal(tabbed, want) {
		t.Errorf("Tab: %q, want %q", tabbed, want)
	}
}

func TestRailMouse(t *testing.T) {
	f := plainFrame(t)
	var opened []int
	r := railOf(f, &opened)
	w := open(t, f, RailPage(r), 220, 768)
	l := r.list
	in := func(i int) fyne.Position {
		at, _ := placeIn(r, l.rows[i].ground)
		return at.AddXY(40, 20)
	}
	test.MoveMouse(w.Canvas(), in(4))
	if !l.pointed.object.Visible() || l.pointed.object.Position() != l.rows[4].ground.Position() {
		t.Error("no hover")
	}
	resting := l.pointed.spec
	l.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: middleOf(l.rows[4].ground)}})
	if l.pointed.spec == resting {
		t.Error("pressed looks like hovered")
	}
	l.MouseUp(nil)
	test.TapCanvas(w.Canvas(), in(4))
	test.TapCanvas(w.Canvas(), in(0))
	if !slices.Equal(opened, []int{4, 0}) || l.at != 0 || w.Canvas().Focused() != fyne.Focusable(l) {
		t.Errorf("opened %v, at %d", opened, l.at)
	}
	if l.MouseOut(); l.pointed.object.Visible() {
		t.Error("hover stays")
	}
	hidden := false
	opts := railOpts(&opened)
	opts.Foot[1].OnTap = func() { hidden = true }
	opts.Disabled = true
	r = NewRail(f, opts)
	w = open(t, f, RailPage(r), 220, 768)
	l = r.list
	test.TapCanvas(w.Canvas(), in(3))
	l.TypedKey(key(fyne.KeyReturn))
	if len(opened) != 2 || l.bar.FillColor == f.Look.Color(theme.Lamp) {
		t.Errorf("disabled: opened %v", opened)
	}
	at := r.first.Position().Add(middleOf(r.first.Objects[0]))
	if test.TapCanvas(w.Canvas(), at); !hidden {
		t.Error("the rail lies over hide")
	}
}

func TestRailLooks(t *testing.T) {
	f := plainFrame(t)
	var opened []int
	r := railOf(f, &opened)
	open(t, f, RailPage(r), 220, 768)
	l := r.list
	if !l.rows[2].text.opts.Bold || l.rows[1].text.opts.Bold || l.bar.Hidden || l.chosen.object.Position() != l.rows[2].ground.Position() {
		t.Error("the chosen place is told by colour alone")
	}
	if bar, row := boxAt(l.bar), boxAt(l.rows[2].ground); bar.w != 4 || bar.h != 20 || !near(bar.y-row.y, 12) || !near(row.h, 44) {
		t.Errorf("the bar is %v in %v", bar, row)
	}
	if d := l.rows[3].ground.Position().Y - l.rows[2].ground.Position().Y; !near(d, 48) {
		t.Errorf("rows every %g", d)
	}
	if w := teacherRailOf(f).Natural(); w != 220 {
		t.Errorf("a rail with a long word at the bottom is %g wide", w)
	}
	opts := railOpts(&opened)
	opts.Chosen = -1
	if none := NewRail(f, opts); !none.list.bar.Hidden || none.list.chosen.object.Visible() {
		t.Error("nothing is chosen, and one is lit")
	}
}

func near(a, b float32) bool { return a-b < 0.1 && b-a < 0.1 }

// TestRailScrolls: where the window is too low, the ring stays in view and hide
// keeps its place.
func TestRailScrolls(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		var opened []int
		r := railOf(f, &opened)
		w := open(t, f, RailPage(r), r.Natural(), 420)
		if r.HeightFor(r.Natural()) <= 420 {
			t.Fatal("nothing to scroll")
		}
		w.Canvas().Focus(r.list)
		for _, k := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome} {
			r.list.TypedKey(key(k))
			at, _ := placeIn(r.page.content, r.list.rows[r.list.at].ground)
			top := at.Y - r.page.Offset()
			if top < 0 || top+r.list.rows[r.list.at].ground.Size().Height > r.page.Size().Height {
				t.Errorf("scale %g, %s: the ring is at %g of %g", scale, k, top, r.page.Size().Height)
			}
		}
		if low := r.first.Position().Y + r.first.Size().Height; low > 420 || low < 380 || r.page.Size().Height > r.first.Position().Y {
			t.Errorf("scale %g: hide ends at %g", scale, low)
		}
	})
}

func TestRailHasRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		var opened []int
		for _, width := range []float32{220, 300, 440, 1000} {
			r := railOf(f, &opened)
			if width < r.Least() {
				continue
			}
			checkRoom(t, fmt.Sprintf("rail at scale %g", scale), r.list, width-28)
			for i, row := range r.list.rows {
				if !inRoom(boxAt(row.text), boxAt(row.ground)) || !inRoom(boxAt(row.icon.raster), boxAt(row.ground)) {
					t.Errorf("scale %g, width %g: row %d leaves its room", scale, width, i)
				}
			}
			checkRoom(t, fmt.Sprintf("all of the rail at scale %g", scale), r.page.content, width)
		}
	})
}

func TestRailGallery(t *testing.T) {
	for _, g := range []struct {
		name         string
		high, largeH float32
	}{{"rail", 768, 1500}, {"rail-low", 600, 600}} {
		gallery(t, g.name, 1000, g.high, g.largeH, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
			var opened []int
			rails := []*Rail{railOf(f, &opened), railOf(f, &opened), railOf(f, &opened)}
			opts := railOpts(&opened)
			opts.Disabled = true
			if rails = append(rails, NewRail(f, opts)); f.Look.Scale() > 1 {
				rails = rails[1:3]
			}
			var columns []fyne.CanvasObject
			for _, r := range rails {
				columns = append(columns, Overlay(r.Under(), r))
			}
			rails[0].list.over, rails[1].list.down = 3, 4
			return StretchRow(20, NoGrow, columns...), func(c fyne.Canvas) {
				r := rails[len(rails)/2]
				c.Focus(r.list)
				r.list.TypedKey(key(fyne.KeyEnd))
				for _, r := range rails {
					r.list.Refresh()
				}
			}
		})
	}
}
