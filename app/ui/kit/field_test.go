package kit

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

func typeInto(x fyne.Focusable, text string) {
	for _, r := range text { // as the driver does: the key, then its sign
		x.TypedKey(key(fyne.KeyName(strings.ToUpper(string(r)))))
		x.TypedRune(r)
	}
}

// shortcuts is what a canvas of the desktop does with a shortcut; that of the
// test driver can do it too, and does not show it.
func shortcuts(t *testing.T, c fyne.Canvas) fyne.Shortcutable {
	t.Helper()
	if s, is := c.(fyne.Shortcutable); is {
		return s
	}
	s, is := reflect.ValueOf(c).Elem().FieldByName("WindowlessCanvas").Interface().(fyne.Shortcutable)
	if !is {
		t.Fatal("the canvas takes no shortcuts")
	}
	return s
}

func fieldOf(f *Frame, opts FieldOpts) *Field {
	if opts.ID == "" {
		opts.ID = "name"
	}
	if opts.Label == "" {
		opts.Label = "Naam in de klas"
	}
	return NewField(f, opts)
}

func TestFieldGallery(t *testing.T) {
	gallery(t, "field", 1100, 760, 1500, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		rest := fieldOf(f, FieldOpts{Text: "Noor"})
		hovered := fieldOf(f, FieldOpts{ID: "h", Label: "Nom du personnage", Text: "Noor"})
		typing := fieldOf(f, FieldOpts{ID: "t", Label: "Name der Figur", Text: "Lina", Note: "Der Name ändert sich überall, auch auf Papier."})
		off := fieldOf(f, FieldOpts{ID: "d", Label: "Nom du personnage", Text: "Noor", Disabled: true})
		empty := fieldOf(f, FieldOpts{ID: "e", Label: "Personne de confiance", Example: "mevrouw De Wit, lokaal 8"})
		wrong := fieldOf(f, FieldOpts{ID: "w", Label: "Nom du personnage", Text: "Emma", Note: "Les noms changent partout, aussi sur papier."})
		wrong.SetError("Ce prénom est déjà celui d’un autre personnage. Choisis-en un autre.")
		long := fieldOf(f, FieldOpts{ID: "l", Label: "Vertrouwenspersoon", Text: "mevrouw De Wit, lokaal 8, elke dag tussen 12.10 en 13.00 uur"})
		several := fieldOf(f, FieldOpts{ID: "s", Label: "Note pour la classe", Lines: 3, Note: "Reste sur cet écran.", Text: "Parler d’abord de la règle du droit de passer, puis de l’aide.\nNe citer aucun prénom."})
		blank := fieldOf(f, FieldOpts{ID: "b", Label: "Notiz für die Klasse", Lines: 3, Example: "zum Beispiel: erst die Regeln, dann die Hilfe"})
		cell := 220 * min(f.Look.Scale(), 2)
		return Grid(3, cell, 24, rest, hovered, typing, off, empty, wrong, long, several, blank), func(c fyne.Canvas) {
			hovered.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: middleOf(hovered.box.object)}})
			c.Focus(typing)
		}
	})
}

func TestFieldSelectionGallery(t *testing.T) {
	gallery(t, "field-selected", 760, 260, 400, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		x := fieldOf(f, FieldOpts{Lines: 2, Text: "mevrouw De Wit, lokaal 8, elke dag tussen 12.10 en 13.00 uur of op afspraak"})
		return x, func(c fyne.Canvas) {
			c.Focus(x)
			x.KeyDown(key(desktop.KeyShiftLeft))
			for range 30 {
				x.TypedKey(key(fyne.KeyLeft))
			}
		}
	})
}

// TestFieldTypes: signs are typed and press no keys of the page.
func TestFieldTypes(t *testing.T) {
	f := plainFrame(t)
	var pressed []string
	for _, name := range []fyne.KeyName{fyne.Key1, fyne.Key0, fyne.KeyR, fyne.KeySpace, fyne.KeyMinus} {
		f.Keys.On(name, func() { pressed = append(pressed, string(name)) })
	}
	f.Keys.OnRune('?', func() { pressed = append(pressed, "?") })
	var changes []string
	x := fieldOf(f, FieldOpts{Text: "Lin", OnChange: func(text string) { changes = append(changes, text) }})
	w := open(t, f, Pad(Even(20), x), 400, 200)
	w.Canvas().Focus(x)
	typeInto(x, "a 10?-r")
	if x.Text() != "Lina 10?-r" || len(pressed) > 0 {
		t.Errorf("text %q, the page did %q", x.Text(), pressed)
	}
	if len(changes) != 7 || changes[6] != x.Text() {
		t.Errorf("told %q", changes)
	}
	for _, name := range []fyne.KeyName{fyne.KeyBackspace, fyne.KeyHome, fyne.KeyDelete, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft} {
		x.TypedKey(key(name))
	}
	if typeInto(x, "o"); x.Text() != "iona 10?-" {
		t.Errorf("after editing %q", x.Text())
	}
	if x.TypedShortcut(&fyne.ShortcutUndo{}); x.Text() != "ina 10?-" {
		t.Errorf("after undoing %q", x.Text())
	}
	if x.Clear(); x.Text() != "" {
		t.Errorf("not empty: %q", x.Text())
	}
	told := len(changes)
	if x.SetText("Noor"); len(changes) != told {
		t.Error("SetText calls back")
	}
	if x.TypedShortcut(&fyne.ShortcutUndo{}); x.Text() != "Noor" {
		t.Errorf("what was there before SetText comes back: %q", x.Text())
	}
}

// TestFieldHandsOn: what is not editing reaches the page and the window.
func TestFieldHandsOn(t *testing.T) {
	f := plainFrame(t)
	pages := []fyne.KeyName{fyne.KeyEscape, fyne.KeyF1, fyne.KeyF3, fyne.KeyF6, fyne.KeyF11, fyne.KeyReturn, fyne.KeyPageDown}
	var did []fyne.KeyName
	for _, name := range pages {
		f.Keys.On(name, func() { did = append(did, name) })
	}
	down := 0
	f.OnKey = func() { down++ }
	x := fieldOf(f, FieldOpts{Text: "Lina"})
	w := open(t, f, Pad(Even(20), x), 400, 200)
	w.Canvas().Focus(x)
	for _, name := range pages {
		x.KeyDown(key(name))
		x.TypedKey(key(name))
	}
	if !slices.Equal(did, pages) || down != len(pages) || x.Text() != "Lina" {
		t.Errorf("the page did %q, %d keys went down, the text is %q", did, down, x.Text())
	}
	var reached []string
	var all []fyne.Shortcut
	for _, name := range []fyne.KeyName{fyne.KeyH, fyne.KeyL, fyne.KeyReturn, fyne.Key2} {
		all = append(all, &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierControl})
	}
	all = append(all, &desktop.CustomShortcut{KeyName: fyne.KeyF4, Modifier: fyne.KeyModifierAlt}, &fyne.ShortcutUndo{})
	f.Shortcut = shortcuts(t, w.Canvas()).TypedShortcut
	for _, s := range all {
		w.Canvas().AddShortcut(s, func(s fyne.Shortcut) { reached = append(reached, s.ShortcutName()) })
	}
	for _, s := range all {
		x.TypedShortcut(s)
	}
	if len(reached) != 5 || reached[0] != all[0].ShortcutName() || slices.Contains(reached, all[5].ShortcutName()) {
		t.Errorf("the window got %q", reached)
	}
	desk := software.NewCanvas() // as that of a real window
	desk.AddShortcut(all[0], func(s fyne.Shortcut) { reached = append(reached, "desk") })
	f.Shortcut = nil
	if f.shortcut(desk, all[0]); reached[len(reached)-1] != "desk" {
		t.Error("does not reach the canvas by itself")
	}
	if x.AcceptsTab() {
		t.Error("keeps Tab")
	}
	entered := 0
	x = fieldOf(f, FieldOpts{OnEnter: func() { entered++ }})
	if x.TypedKey(key(fyne.KeyEnter)); entered != 1 || len(did) != len(pages) {
		t.Errorf("Enter did %q and told %d", did, entered)
	}
}

func TestFieldOfSeveralLines(t *testing.T) {
	f := plainFrame(t)
	entered := 0
	f.Keys.On(fyne.KeyReturn, func() { entered++ })
	x := fieldOf(f, FieldOpts{Lines: 3, Max: 6})
	w := open(t, f, Pad(Even(20), x), 400, 200)
	w.Canvas().Focus(x)
	typeInto(x, "ja")
	x.TypedKey(key(fyne.KeyReturn))
	x.KeyDown(key(desktop.KeyShiftLeft))
	x.TypedKey(key(fyne.KeyReturn))
	x.KeyUp(key(desktop.KeyShiftLeft))
	x.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if x.Text() != "ja\n\n\n" || entered != 0 {
		t.Errorf("text %q, the page entered %d", x.Text(), entered)
	}
	typeInto(x, "n")
	if x.TypedKey(key(fyne.KeyReturn)); x.Text() != "ja\n\n\nn" {
		t.Errorf("more than Max: %q", x.Text())
	}
	if x.AcceptsTab() {
		t.Error("keeps Tab")
	}
}

func TestFieldMax(t *testing.T) {
	f := plainFrame(t)
	full := 0
	x := fieldOf(f, FieldOpts{Max: 5, Text: "Théo", OnFull: func() { full++ }})
	w := open(t, f, Pad(Even(20), x), 400, 200)
	w.Canvas().Focus(x)
	if typeInto(x, "é"); x.Text() != "Théoé" || full != 0 {
		t.Errorf("%q, full %d: a letter with an accent is one", x.Text(), full)
	}
	if typeInto(x, "s"); x.Text() != "Théoé" || full != 1 {
		t.Errorf("%q, full %d", x.Text(), full)
	}
	x.TypedShortcut(&fyne.ShortcutSelectAll{})
	if typeInto(x, "N"); x.Text() != "N" || full != 1 {
		t.Errorf("over the selection: %q, full %d", x.Text(), full)
	}
	clip := test.NewClipboard()
	clip.SetContent("oor\r\nen Ilan")
	if x.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip}); x.Text() != "Noor " || full != 2 {
		t.Errorf("pasted %q, full %d", x.Text(), full)
	}
	if x.TypedShortcut(&fyne.ShortcutUndo{}); x.Text() != "N" {
		t.Errorf("after undoing %q", x.Text())
	}
	if x.SetText("Sacha-Wout"); x.Text() != "Sacha" || full != 2 {
		t.Errorf("set %q, full %d", x.Text(), full)
	}
}

func TestFieldDisabled(t *testing.T) {
	f := plainFrame(t)
	x, next := fieldOf(f, FieldOpts{Text: "Noor"}), NewButton(f, ButtonOpts{ID: "next", Label: "Verder"})
	root := Pad(Even(20), VStack(20, x, next))
	w := open(t, f, root, 400, 300)
	at := middleOf(x.box.object).Add(x.Position()).AddXY(20, 20)
	w.Canvas().Focus(x)
	if x.Disable(); w.Canvas().Focused() != nil {
		t.Error("keeps the focus") // a disabled one would swallow Ctrl+H
	}
	x.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if w.Canvas().Focus(x); w.Canvas().Focused() != nil || x.ring.Visible() {
		t.Error("takes the focus")
	}
	if typeInto(x, "a"); x.Text() != "Noor" {
		t.Errorf("text %q", x.Text())
	}
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(next) || ControlByID(root, "name") != nil {
		t.Error("Tab stops at it")
	}
	if !x.Semantics().State.Has(StateDisabled) || x.box.spec.Fill != f.Look.Color(theme.DisabledFill) {
		t.Error("does not say so")
	}
	x.Enable()
	if ControlByID(root, "name") != Control(x) {
		t.Error("can't be found by its id")
	}
}

func TestFieldMeans(t *testing.T) {
	f := plainFrame(t)
	var told []string
	f.OnValue = func(id string) { told = append(told, id) }
	x := fieldOf(f, FieldOpts{Text: "Lina", Note: "Op papier ook."})
	page := NewPage(f, VStack(10, x, Text(f, theme.Body, "Verder")))
	w := open(t, f, page, 400, 400)
	w.Canvas().Focus(x)
	high := x.HeightFor(400)
	x.SetError("Die naam is al bezet.")
	says := x.Semantics()
	if says.Role != RoleTextField || says.Name != "Naam in de klas" || says.Value != "Lina. Die naam is al bezet." || says.Hint != "Op papier ook." {
		t.Errorf("says %+v", says)
	}
	if !slices.Equal(told, []string{"name"}) || !strings.Contains(strings.Join(Aloud(page, Semantics.Plain), " "), "bezet") {
		t.Errorf("told %q", told)
	}
	if x.HeightFor(400) <= high || x.Size().Height < x.HeightFor(400)-1 {
		t.Errorf("the page leaves %g for %g", x.Size().Height, x.HeightFor(400))
	}
	if x.SetError(""); x.Semantics().Value != "Lina" || x.HeightFor(400) != high || x.Error() != "" {
		t.Error("the error stays")
	}
	if typeInto(x, "s"); len(told) != 2 {
		t.Error("every letter is read aloud")
	}
	if n := Tree(page); len(n) != 2 || n[0].Object != fyne.CanvasObject(x) {
		t.Errorf("the tree is %v", n)
	}
}

func TestFieldLooks(t *testing.T) {
	f := plainFrame(t)
	x := fieldOf(f, FieldOpts{Text: "Noor"})
	w := open(t, f, Pad(Even(20), x), 400, 200)
	check := func(state string, fill, edge theme.Role) {
		t.Helper()
		if s := x.box.spec; s.Fill != f.Look.Color(fill) || s.Edge != f.Look.Color(edge) || s.Stroke != 2 {
			t.Errorf("%s: %v", state, s)
		}
	}
	check("default", theme.Surface, theme.LineStrong)
	x.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: middleOf(x.box.object)}})
	check("hover", theme.Surface, theme.Ink)
	x.MouseOut()
	w.Canvas().Focus(x)
	check("typing", theme.LampWash, theme.LampEdge)
	if !x.ring.Visible() || !x.caret.Visible() || x.caret.FillColor != f.Look.Color(theme.Ink) {
		t.Error("no ring or no caret")
	}
	w.Canvas().Unfocus()
	if x.ring.Visible() || x.caret.Visible() {
		t.Error("ring or caret without focus")
	}
	x.SetError("Kies een andere naam.")
	check("error", theme.Surface, theme.Care)
	if x.boxHeight() < 40 || x.boxHeight() > 44.1 {
		t.Errorf("the box is %g high", x.boxHeight())
	}
}

// TestFieldShowsTheCaret: a text that is longer than the box moves with it, and
// the mouse puts the caret where it is.
func TestFieldShowsTheCaret(t *testing.T) {
	f := plainFrame(t)
	for _, lines := range []int{1, 2} {
		x := fieldOf(f, FieldOpts{Lines: lines, Text: strings.TrimSpace(strings.Repeat("elke dag tussen 12 en 13 uur ", 6))})
		w := open(t, f, Pad(Even(20), x), 300, 240)
		if x.offset() != (fyne.Position{}) {
			t.Errorf("%d lines: begins at %v", lines, x.offset())
		}
		w.Canvas().Focus(x)
		inside := func(when string) {
			t.Helper()
			if !x.caret.Visible() || !inRoom(boxAt(x.caret), boxAt(x.box.object)) {
				t.Errorf("%d lines, %s: caret at %v, box %v", lines, when, boxAt(x.caret), boxAt(x.box.object))
			}
		}
		inside("at the end")
		if lines == 1 && x.offset().X == 0 || lines > 1 && x.offset().Y == 0 {
			t.Errorf("%d lines: the end is not shown", lines)
		}
		for range 80 {
			x.TypedKey(key(fyne.KeyLeft))
		}
		inside("80 to the left")
		w.Canvas().Unfocus()
		at := x.box.object.Position().AddXY(60, 20)
		x.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
		if w.Canvas().Focused() != fyne.Focusable(x) || x.CursorRow != 0 || x.CursorColumn < 3 || x.CursorColumn > 8 {
			t.Errorf("%d lines: the mouse put the caret at %d, %d", lines, x.CursorRow, x.CursorColumn)
		}
		inside("by mouse")
		for range 200 {
			x.TypedKey(key(fyne.KeyRight))
		}
		x.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
		if lines == 1 && x.CursorColumn < 100 || lines > 1 && x.CursorRow < 2 {
			t.Errorf("%d lines: in a text that was moved the mouse put the caret at %d, %d", lines, x.CursorRow, x.CursorColumn)
		}
	}
}

func TestFieldOpensNoMenu(t *testing.T) {
	f := plainFrame(t)
	x := fieldOf(f, FieldOpts{Text: "Noor"})
	w := open(t, f, Pad(Even(20), x), 400, 200)
	test.TapSecondaryAt(x, middleOf(x.box.object))
	if w.Canvas().Overlays().Top() != nil {
		t.Error("a menu of the toolkit is open") // hide and help would not work over it
	}
}

func TestFieldHasRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		for _, width := range []float32{180 * scale, 320, 700} {
			x := fieldOf(f, FieldOpts{Label: "Ansprechperson für die Klasse", Note: "Der Name bleibt auf diesem Laptop.", Lines: 2})
			x.SetError("Ohne Ansprechperson kann die Stunde nicht beginnen.")
			if width < x.Least() {
				continue
			}
			checkRoom(t, fmt.Sprintf("field at scale %g", scale), x, width)
		}
	})
}
