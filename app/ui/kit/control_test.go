package kit

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

func TestButtonPresses(t *testing.T) {
	f := plainFrame(t)
	pressed, digit := 0, 0
	f.Keys.OnDigit(1, func() { digit++ })
	b := NewButton(f, ButtonOpts{ID: "go", Label: "Continuer", Key: "Entrée", Kind: Primary, OnTap: func() { pressed++ }})
	w := open(t, f, Pad(Even(20), Hug(b)), 400, 100)

	test.TapCanvas(w.Canvas(), fyne.NewPos(60, 40))
	if pressed != 1 || w.Canvas().Focused() != fyne.Focusable(b) {
		t.Fatalf("after a tap: pressed %d, focus %v", pressed, w.Canvas().Focused())
	}
	for _, name := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
		b.TypedKey(key(name))
	}
	if pressed != 4 {
		t.Errorf("pressed %d times, want 4", pressed)
	}
	b.TypedKey(key(fyne.Key1))
	if digit != 1 {
		t.Error("the digit did not reach the page")
	}
	b.Disable()
	b.TypedKey(key(fyne.KeyReturn))
	test.TapCanvas(w.Canvas(), fyne.NewPos(60, 40))
	if pressed != 4 {
		t.Error("a disabled button was pressed")
	}
}

// A button held down does something else, once, and then is not pressed; one let
// go or left too early is.
func TestButtonHold(t *testing.T) {
	f := plainFrame(t)
	var wait func()
	f.After = func(d time.Duration, do func()) func() bool {
		if d != HoldTime {
			t.Errorf("waits for %v", d)
		}
		wait = do
		return func() bool { wait = nil; return true }
	}
	pressed, held := 0, 0
	b := NewButton(f, ButtonOpts{ID: "pass", Label: "Passer", Hint: "Maintenu", OnTap: func() { pressed++ }, OnHold: func() { held++ }})
	open(t, f, Hug(b), 400, 100)
	if b.Semantics().Hint != "Maintenu" {
		t.Error("nothing tells of holding")
	}
	tap := func() { b.MouseUp(&desktop.MouseEvent{}); b.Tapped(&fyne.PointEvent{}) }
	b.MouseDown(&desktop.MouseEvent{})
	tap()
	if wait != nil || pressed != 1 || held != 0 {
		t.Errorf("let go early: pressed %d, held %d", pressed, held)
	}
	b.MouseDown(&desktop.MouseEvent{})
	b.MouseOut()
	if wait != nil {
		t.Error("still waiting after the pointer left")
	}
	b.MouseDown(&desktop.MouseEvent{})
	wait()
	tap()
	if pressed != 1 || held != 1 {
		t.Errorf("held: pressed %d, held %d", pressed, held)
	}
	b.MouseDown(&desktop.MouseEvent{})
	tap()
	if pressed != 2 {
		t.Error("after a holding the button is dead")
	}
	b.Disable()
	b.MouseDown(&desktop.MouseEvent{})
	if wait != nil {
		t.Error("a disabled button can be held")
	}
}

func TestButtonStates(t *testing.T) {
	f := plainFrame(t)
	b := NewButton(f, ButtonOpts{Label: "Passer", Kind: Secondary})
	open(t, f, Hug(b), 400, 100)
	look := f.Look
	check := func(state string, fill theme.Role) {
		t.Helper()
		if b.box.FillColor != look.Color(fill) {
			t.Errorf("%s: fill %v, want %v", state, b.box.FillColor, look.Color(fill))
		}
	}
	check("default", theme.Surface)
	b.MouseIn(&desktop.MouseEvent{})
	check("hover", theme.SurfaceSoft)
	b.MouseDown(&desktop.MouseEvent{})
	check("pressed", theme.SurfaceSunk)
	b.MouseUp(&desktop.MouseEvent{})
	b.MouseOut()
	check("after", theme.Surface)
	b.FocusGained()
	if !b.ring.Visible() {
		t.Error("no ring with focus")
	}
	b.FocusLost()
	b.Disable()
	check("disabled", theme.DisabledFill)
	if b.ring.Visible() {
		t.Error("ring without focus")
	}
}

func TestButtonWraps(t *testing.T) {
	f := plainFrame(t)
	b := NewButton(f, ButtonOpts{Label: "Diese Lektion von diesem Laptop löschen", Kind: Primary})
	if one, two := b.HeightFor(b.Natural()), b.HeightFor(b.Natural()/2); one != 48 || two <= one {
		t.Errorf("one line %g, wrapped %g", one, two)
	}
}

func TestNoControlTakesShortcuts(t *testing.T) {
	f := plainFrame(t)
	for _, c := range []Control{
		NewButton(f, ButtonOpts{}), NewChoice(f, ChoiceOpts{}), NewChat(f, ChatOpts{}), NewHelpDoor(f, HelpDoorOpts{}),
		NewSegmented(f, SegmentedOpts{Parts: []string{"a"}}), NewSlider(f, SliderOpts{Steps: 2}), NewSwitch(f, SwitchOpts{}),
		NewCheckRow(f, CheckRowOpts{}), NewCodeBoxes(f, CodeBoxesOpts{Count: 3}), lampsOf(f, false, lessonsOf())[0],
	} {
		if _, is := c.(fyne.Shortcutable); is {
			t.Errorf("%T takes shortcuts", c)
		}
		escaped := false
		f.Keys.On(fyne.KeyEscape, func() { escaped = true })
		if c.TypedKey(key(fyne.KeyEscape)); !escaped {
			t.Errorf("%T keeps Escape", c)
		}
	}
}

func TestChoice(t *testing.T) {
	f := plainFrame(t)
	var c *Choice
	c = NewChoice(f, ChoiceOpts{ID: "c1", Number: 1, Text: "Écrire", Chip: ChipPrivate, ChipText: "En privé", OnTap: func() { c.SetChosen(!c.Chosen()) }})
	w := open(t, f, c, 600, 66)
	test.TapCanvas(w.Canvas(), fyne.NewPos(300, 30))
	if !c.Chosen() || c.box.spec.Fill != f.Look.Color(theme.LampWash) {
		t.Error("not chosen after a tap")
	}
	c.TypedKey(key(fyne.KeySpace))
	if c.Chosen() {
		t.Error("still chosen after Space")
	}
	if c.AccessibilityLabel() != "Écrire. En privé" {
		t.Errorf("says %q", c.AccessibilityLabel())
	}
	if c.HeightFor(760) != 66 || c.HeightFor(300) <= 66 {
		t.Errorf("heights %g and %g", c.HeightFor(760), c.HeightFor(300))
	}
}

// TestTabOrder: page, pass, primary, help door, top band; disabled skipped.
func TestTabOrder(t *testing.T) {
	f := plainFrame(t)
	root := choicePage(f)
	w := open(t, f, root, 1366, 768)
	want := []string{"choice.En privé", "choice.Dans le groupe", "choice.Avec de l’aide", "choice.Attendre", "chat", "pass", HelpDoorID, BackID, "reading", "language", "hide"}
	var got []string
	for _, c := range Controls(root) {
		got = append(got, c.ID())
	}
	if !slices.Equal(got, want) {
		t.Errorf("Controls: %q", got)
	}
	var tabbed []string
	for range want {
		w.Canvas().FocusNext()
		tabbed = append(tabbed, w.Canvas().Focused().(Control).ID())
	}
	if !slices.Equal(tabbed, want) {
		t.Errorf("Tab: %q", tabbed)
	}
	if ControlByID(root, "pass") == nil || ControlByID(root, "next") != nil {
		t.Error("ControlByID finds the wrong things")
	}
}

func TestKeys(t *testing.T) {
	var did []string
	shell := NewKeys(nil)
	shell.On(fyne.KeyF1, func() { did = append(did, "help") })
	shell.On(fyne.KeyReturn, func() { did = append(did, "shell") })
	page := NewKeys(shell)
	page.On(fyne.KeyEnter, func() { did = append(did, "next") })
	page.OnRune('?', func() { did = append(did, "list") })
	for _, name := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF1} {
		if !page.Typed(key(name)) {
			t.Errorf("%s is not bound", name)
		}
	}
	page.TypedRune('?')
	var none *Keys
	if none.Typed(key(fyne.KeyF1)) || page.Typed(key(fyne.KeyF5)) {
		t.Error("an unbound key did something")
	}
	if want := []string{"next", "next", "help", "list"}; !slices.Equal(did, want) {
		t.Errorf("%q", did)
	}
}
