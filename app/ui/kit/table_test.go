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

// lessonsTable is the list of picture 14 of the mock-ups.
func lessonsTable(opened *[]int) TableOpts {
	done := TableCell{Text: "Donnée", Bold: true, Icon: "check-circle", IconTone: ToneGrow}
	later := TableCell{Text: "20 min", Icon: "clock", IconTone: ToneSunk}
	return TableOpts{ID: "lessons", Label: "Le parcours de 3B", Chosen: 3, At: 2, Here: "aujourd’hui",
		OnOpen:  func(i int) { *opened = append(*opened, i) },
		Columns: []TableColumn{{Title: "N°", Share: 0.3, Number: true}, {Title: "Leçon", Share: 4}, {Title: "But", Share: 2}, {Title: "État", Share: 1.6}},
		Rows: [][]TableCell{
			{{Text: "1"}, {Text: "Ça s’allume", Bold: true}, {Text: "remarquer"}, done},
			{{Text: "2"}, {Text: "Vu par vingt-sept", Bold: true}, {Text: "se sentir responsable"}, done},
			{{Text: "3"}, {Text: "L’autre téléphone", Bold: true}, {Text: "soutenir"}, {Text: "Aujourd’hui", Chip: ChipNoted}},
			{{Text: "4"}, {Text: "Les petites excuses, et ce qu’elles cachent", Bold: true}, {Text: "répondre aux excuses"}, later},
			{{Text: "5"}, {Text: "La première heure", Bold: true}, {}, later},
		}}
}

// storedTable is what is kept, with a button in each row.
func storedTable(f *Frame, told *[]string) TableOpts {
	wipe := func(id string) TableCell {
		return TableCell{Button: NewButton(f, ButtonOpts{ID: "wipe." + id, Icon: "broom", Label: "Wissen", Small: true, Spoken: "Wissen: " + id, OnTap: func() { *told = append(*told, id) }})}
	}
	return TableOpts{ID: "stored", Label: "Bewaard op deze laptop",
		Columns: []TableColumn{{Title: "Wat", Share: 4}, {Title: "Hoe lang", Share: 2}, {Title: "Aantal", Share: 1, Number: true}, {Title: "", Share: 1}},
		Rows: [][]TableCell{
			{{Text: "Namen van leerlingen"}, {Text: "nooit"}, {Text: "0", Bold: true}, {}},
			{{Text: "Antwoorden van één leerling"}, {Text: "nooit"}, {Text: "0", Bold: true}, {}},
			{{Text: "Totalen van de klas"}, {Text: "tot het einde van het schooljaar"}, {Text: "1 204", Bold: true}, wipe("totalen")},
			{{Text: "Zinnen van de klasafspraak"}, {Text: "Privé", Chip: ChipPrivate}, {Text: "12", Bold: true}, wipe("zinnen")},
		}}
}

func TestTableKeys(t *testing.T) {
	f := plainFrame(t)
	var opened []int
	escaped := 0
	f.Keys.On(fyne.KeyEscape, func() { escaped++ })
	for _, width := range []float32{800, 240} { // as a table, and folded
		opened, escaped = nil, 0
		x := NewTable(f, lessonsTable(&opened))
		w := open(t, f, x, width, x.HeightFor(width))
		w.Canvas().Focus(x)
		if folded := x.lay(width).folded; folded != (width == 240) {
			t.Fatalf("width %g: folded %v", width, folded)
		}
		for _, step := range []struct {
			key fyne.KeyName
			at  int
		}{{fyne.KeyUp, 1}, {fyne.KeyUp, 0}, {fyne.KeyUp, 0}, {fyne.KeyReturn, 0}, {fyne.KeyEnd, 4}, {fyne.KeyDown, 4}, {fyne.KeySpace, 4}, {fyne.KeyHome, 0}, {fyne.KeyDown, 1}, {fyne.KeyEnter, 1}} {
			if x.TypedKey(key(step.key)); x.At() != step.at {
				t.Fatalf("%s: at %d, want %d", step.key, x.At(), step.at)
			}
			if d := x.rows[x.at].ground.Position().Y - x.ring.Position().Y; d < 0 || d > 10 {
				t.Errorf("%s: the ring is %g above its row", step.key, d)
			}
		}
		if x.TypedKey(key(fyne.KeyEscape)); escaped != 1 || !slices.Equal(opened, []int{0, 4, 1}) {
			t.Errorf("opened %v, escaped %d", opened, escaped)
		}
	}
}

func TestTableSays(t *testing.T) {
	f := plainFrame(t)
	var opened []int
	s := NewTable(f, lessonsTable(&opened)).Semantics()
	if s.Role != RoleTable || s.Name != "Le parcours de 3B" || len(s.Lines) != 5 || s.State != 0 {
		t.Errorf("says %+v", s)
	}
	if want := "N°: 3, Leçon: L’autre téléphone, But: soutenir, État: Aujourd’hui. aujourd’hui"; s.Value != want {
		t.Errorf("says %q", s.Value)
	}
	if want := "N°: 5, Leçon: La première heure, État: 20 min"; s.Lines[4] != want {
		t.Errorf("says %q", s.Lines[4])
	}
	var told []string
	plain := NewTable(f, storedTable(f, &told)).Semantics()
	if plain.Value != "" || plain.State != 0 || plain.Lines[2] != "Wat: Totalen van de klas, Hoe lang: tot het einde van het schooljaar, Aantal: 1 204" {
		t.Errorf("says %+v", plain)
	}
	empty := NewTable(f, TableOpts{ID: "none", Label: "Codes", Empty: "Noch kein Code eingegeben.", OnOpen: func(int) {}})
	if s := empty.Semantics(); s.Value != "Noch kein Code eingegeben." || !empty.Disabled() {
		t.Errorf("says %+v", s)
	}
}

// TestTableTab: a table that opens nothing is no stop for Tab, its buttons are;
// they are found in the tree of the page.
func TestTableTab(t *testing.T) {
	f := plainFrame(t)
	var told []string
	x := NewTable(f, storedTable(f, &told))
	w := open(t, f, x, 900, x.HeightFor(900))
	if got := tabsOf(t, x, w); !slices.Equal(got, []string{"wipe.totalen", "wipe.zinnen"}) {
		t.Errorf("Tab: %q", got)
	}
	var names []string
	for _, n := range Tree(x) {
		names = append(names, n.Name)
	}
	if !slices.Equal(names, []string{"Bewaard op deze laptop", "Wissen: totalen", "Wissen: zinnen"}) {
		t.Errorf("the tree has %q", names)
	}
	button := x.rows[2].cells[3]
	test.TapCanvas(w.Canvas(), middleOf(button))
	if !slices.Equal(told, []string{"totalen"}) {
		t.Errorf("told %q", told)
	}
	var opened []int
	opts := storedTable(f, &told)
	opts.OnOpen = func(i int) { opened = append(opened, i) }
	x = NewTable(f, opts)
	w = open(t, f, x, 900, x.HeightFor(900))
	if got := tabsOf(t, x, w); !slices.Equal(got, []string{"stored", "wipe.totalen", "wipe.zinnen"}) {
		t.Errorf("Tab: %q", got)
	}
	test.TapCanvas(w.Canvas(), middleOf(x.rows[3].cells[3]))
	if len(opened) != 0 || !slices.Equal(told, []string{"totalen", "zinnen"}) {
		t.Errorf("a button opens its row: %v, %q", opened, told)
	}
}

func TestTableMouse(t *testing.T) {
	f := plainFrame(t)
	var opened []int
	x := NewTable(f, lessonsTable(&opened))
	w := open(t, f, x, 800, x.HeightFor(800))
	at := middleOf(x.rows[1].ground)
	test.MoveMouse(w.Canvas(), at)
	if !x.pointed.object.Visible() || x.pointed.object.Position() != x.rows[1].ground.Position() || x.pointed.spec.Fill != f.Look.Color(theme.SurfaceSoft) {
		t.Error("no hover")
	}
	x.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if x.pointed.spec.Fill != f.Look.Color(theme.SurfaceSunk) {
		t.Error("not pressed")
	}
	x.MouseUp(nil)
	test.TapCanvas(w.Canvas(), at)
	test.TapCanvas(w.Canvas(), fyne.NewPos(300, 10)) // the titles
	if !slices.Equal(opened, []int{1}) || x.At() != 1 || w.Canvas().Focused() != fyne.Focusable(x) {
		t.Errorf("opened %v, at %d", opened, x.At())
	}
	if x.MouseOut(); x.pointed.object.Visible() {
		t.Error("hover stays")
	}
	w.Canvas().Unfocus()
	x.Disable()
	test.TapCanvas(w.Canvas(), at)
	test.MoveMouse(w.Canvas(), at)
	x.TypedKey(key(fyne.KeyDown))
	x.TypedKey(key(fyne.KeyReturn))
	if len(opened) != 1 || x.At() != 1 || x.pointed.object.Visible() || x.chosen.spec.Fill != f.Look.Color(theme.DisabledFill) || x.rows[0].words[0].color != f.Look.Color(theme.DisabledInk) {
		t.Errorf("disabled: opened %v, at %d", opened, x.At())
	}
	if w.Canvas().FocusNext(); w.Canvas().Focused() != nil || !x.Semantics().State.Has(StateDisabled) {
		t.Error("Tab reaches it")
	}
}

func TestTableColumns(t *testing.T) {
	f := plainFrame(t)
	var told []string
	x := NewTable(f, storedTable(f, &told))
	open(t, f, x, 1000, x.HeightFor(1000))
	y := x.lay(1000)
	for i, row := range x.rows {
		number, c := row.cells[2].(*Para), y.columns[2]
		if end := number.texts[0].Position().X + number.texts[0].Size().Width + number.Position().X; !near(end, c.x+c.w) {
			t.Errorf("row %d: the number ends at %g, its column at %g", i, end, c.x+c.w)
		}
		if row.cells[0].Position().X != 0 || !near(row.cells[1].Position().X, y.columns[1].x) {
			t.Errorf("row %d: the cells are not in their columns", i)
		}
	}
	if wide, slim := y.columns[0].w, y.columns[1].w; !near(wide, 2*slim) {
		t.Errorf("the shares 4 and 2 are %g and %g", wide, slim)
	}
	if c := y.columns[2]; c.w < Least(x.titles[2]) {
		t.Errorf("a column is %g wide", c.w)
	}
	if last := y.columns[3]; !near(last.x+last.w, 1000) {
		t.Errorf("the columns end at %g", last.x+last.w)
	}
	if !near(y.rows[0], 52) || y.head == 0 || x.lines[0].Size().Height != 1 {
		t.Errorf("rows %v under %g", y.rows, y.head)
	}
	opts := storedTable(f, &told)
	opts.Bare = true
	bare := NewTable(f, opts)
	bare.Resize(fyne.NewSize(1000, bare.HeightFor(1000)))
	if bare.Refresh(); bare.titles[0].Visible() || bare.rows[0].ground.Position().Y != 0 || !bare.lines[0].Hidden || bare.lines[1].Hidden {
		t.Error("a bare table shows its titles")
	}
}

func TestTableFolds(t *testing.T) {
	f := plainFrame(t)
	var told []string
	x := NewTable(f, storedTable(f, &told))
	open(t, f, x, 340, x.HeightFor(340))
	r := x.rows[2]
	for i, label := range r.labels {
		if !label.Visible() {
			t.Errorf("cell %d has lost its title", i)
			continue
		}
		if cell := r.cells[i]; cell.Position().X <= label.Position().X || i > 0 && cell.Position().Y <= r.cells[i-1].Position().Y {
			t.Errorf("cell %d is at %v, its title at %v", i, cell.Position(), label.Position())
		}
	}
	if x.titles[0].Visible() || x.rows[0].labels[3].Visible() {
		t.Error("shows titles of nothing")
	}
	x.Resize(fyne.NewSize(1000, x.HeightFor(1000)))
	if r.labels[0].Visible() || !x.titles[0].Visible() {
		t.Error("stays folded")
	}
}

func TestTableHasRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		var told []string
		var opened []int
		german := TableOpts{ID: "settings", Label: "Einstellungen", Columns: []TableColumn{{Title: "Einstellung"}, {Title: "Voreingestellter Wert", Number: true}, {Title: "Zuständigkeit"}},
			Rows: [][]TableCell{
				{{Text: "Mindestanzahl der Antworten je Fragestellung"}, {Text: "10"}, {Text: "Schulsozialarbeit", Chip: ChipAdult}},
				{{Text: "Aufbewahrung der Klassensummen"}, {Text: "bis zum Ende des Schuljahres"}, {Text: "Datenschutzbeauftragte"}},
			}}
		bare := storedTable(f, &told)
		bare.Bare = true
		for _, width := range []float32{260, 360, 480, 640, 800, 1082, 1400} {
			for name, opts := range map[string]TableOpts{
				"lessons": lessonsTable(&opened), "stored": storedTable(f, &told), "bare": bare, "settings": german,
				"empty": {Label: "Codes", Empty: "Noch kein Code eingegeben. Tippen Sie den ersten vom Papier ab.", Columns: german.Columns},
			} {
				x := NewTable(f, opts)
				if width < x.Least() {
					continue
				}
				name = fmt.Sprintf("%s at scale %g", name, scale)
				checkRoom(t, name, x, width)
				for i, r := range x.rows {
					for k, cell := range r.cells {
						if cell.Visible() && !inRoom(boxAt(cell), boxAt(r.ground)) || r.labels[k].Visible() && !inRoom(boxAt(r.labels[k]), boxAt(r.ground)) {
							t.Errorf("%s, width %g: cell %d of row %d leaves its row", name, width, k, i)
						}
					}
				}
			}
		}
	})
}

func TestTableGallery(t *testing.T) {
	gallery(t, "table", 1366, 1290, 3400, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		var told []string
		var opened []int
		pick := NewTable(f, lessonsTable(&opened))
		off := NewTable(f, lessonsTable(&opened))
		off.Disable()
		folded := NewTable(f, storedTable(f, &told))
		empty := NewTable(f, TableOpts{Label: "Codes", Empty: "Noch kein Code eingegeben. Tippen Sie den ersten vom Papier ab."})
		slim := min(f.Look.Scale(), 1.4) * 330
		right := VStack(16, Card(f, folded), Card(f, empty))
		left := VStack(16, Card(f, pick), Card(f, off), Card(f, NewTable(f, storedTable(f, &told))))
		return TopRow(20, 0, left, Fixed(slim, HeightFor(right, slim), right)), func(c fyne.Canvas) {
			c.Focus(pick)
			pick.TypedKey(key(fyne.KeyUp))
			pick.over = 3
			pick.Refresh()
		}
	})
}
