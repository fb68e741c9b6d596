package kit

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

const eraseID, keepID = "erase", "keep"

// eraseSheet asks before a lesson is wiped from a laptop.
func eraseSheet(f *Frame, told *[]string) *Sheet {
	say := func(what string) func() { return func() { *told = append(*told, what) } }
	body := VStack(12,
		Text(f.AtDay(), theme.Body, "Le code reste sur ton billet. Sur ce portable, il ne reste rien de cette leçon : ni tes choix, ni tes mots."),
		NewCheckRow(f.AtDay(), CheckRowOpts{ID: "copied", Text: "J’ai recopié le code."}))
	return NewSheet(f, SheetOpts{
		ID: "sheet", Title: "Effacer cette leçon de ce portable ?", Body: body, Close: "Fermer", CloseKey: "Échap", Opener: "pass", Harms: []string{eraseID}, OnClose: say("closed"),
		Actions: []*Button{
			NewButton(f.AtDay(), ButtonOpts{ID: eraseID, Label: "Effacer la leçon", Icon: "broom", OnTap: say("erased")}),
			NewButton(f.AtDay(), ButtonOpts{ID: keepID, Label: "Garder la leçon", Kind: Primary, OnTap: say("kept")}),
		},
	})
}

func openSheet(t *testing.T, w, h float32) (*Frame, *Sheet, *fyne.Container, fyne.Window, *[]string) {
	t.Helper()
	f := plainFrame(t)
	told := &[]string{}
	page := choicePage(f)
	f.Keys.OnDigit(2, func() { *told = append(*told, "chosen below") })
	f.Keys.On(fyne.KeyReturn, func() { *told = append(*told, "primary below") })
	f.Keys.OnRune('r', func() { *told = append(*told, "rewound below") })
	s := eraseSheet(f, told)
	root := Over(page, s)
	return f, s, root, open(t, f, root, w, h), told
}

func idsOf(controls []Control) []string {
	var ids []string
	for _, c := range controls {
		ids = append(ids, c.ID())
	}
	return ids
}

func TestSheetKeepsTab(t *testing.T) {
	_, s, root, w, _ := openSheet(t, 1366, 768)
	want := []string{"copied", eraseID, keepID, "sheet.close"}
	if got := idsOf(Controls(root)); !slices.Equal(got, want) {
		t.Errorf("Controls: %q", got)
	}
	if ControlByID(root, "pass") != nil || s.First() != keepID || s.Opener() != "pass" {
		t.Errorf("first %q, opener %q", s.First(), s.Opener())
	}
	at := func() string {
		c, _ := w.Canvas().Focused().(Control)
		if c == nil {
			return ""
		}
		return c.ID()
	}
	var got []string
	for range 6 {
		w.Canvas().FocusNext()
		got = append(got, at())
	}
	if !slices.Equal(got, []string{keepID, "sheet.close", "copied", eraseID, keepID, "sheet.close"}) {
		t.Errorf("Tab: %q", got)
	}
	got = nil
	for range 4 {
		w.Canvas().FocusPrevious()
		got = append(got, at())
	}
	if !slices.Equal(got, []string{keepID, eraseID, "copied", "sheet.close"}) {
		t.Errorf("Shift Tab: %q", got)
	}
	w.Canvas().Unfocus()
	if w.Canvas().FocusPrevious(); !slices.Contains(want, at()) {
		t.Errorf("Shift Tab from nowhere: %q", at())
	}
}

func TestSheetFirst(t *testing.T) {
	f := plainFrame(t)
	var told []string
	s := eraseSheet(f, &told)
	s.opts.Actions[1].Disable()
	if s.First() != s.CloseID() {
		t.Errorf("first %q: it does harm or can't be pressed", s.First())
	}
}

func TestSheetKeys(t *testing.T) {
	shell := NewKeys(nil)
	helped := 0
	shell.On(fyne.KeyF1, func() { helped++ })
	f, s, _, w, told := openSheet(t, 1366, 768)
	f.Keys.parent = shell
	w.Canvas().Focus(ControlByID(s, "copied"))
	for _, k := range []fyne.KeyName{fyne.Key2, fyne.KeyF1, fyne.KeyEscape} {
		w.Canvas().Focused().TypedKey(key(k))
	}
	w.Canvas().Focused().TypedRune('r')
	f.Keys.Typed(key(fyne.KeyReturn)) // as the shell does when nothing has the focus
	if !slices.Equal(*told, []string{"closed"}) || helped != 1 {
		t.Errorf("told %q, helped %d", *told, helped)
	}
	w.Canvas().Focus(ControlByID(s, s.First()))
	w.Canvas().Focused().TypedKey(key(fyne.KeyReturn))
	w.Canvas().Focus(ControlByID(s, s.CloseID()))
	w.Canvas().Focused().TypedKey(key(fyne.KeySpace))
	if !slices.Equal(*told, []string{"closed", "kept", "closed"}) {
		t.Errorf("told %q", *told)
	}
	s.Hide()
	if f.Keys.Typed(key(fyne.Key2)); (*told)[len(*told)-1] != "chosen below" {
		t.Error("the page has not got its keys back")
	}
	s.Show()
	if f.Keys.Typed(key(fyne.Key2)); len(*told) != 4 {
		t.Error("the page keeps its keys")
	}
}

func TestSheetKeepsTheMouse(t *testing.T) {
	f, s, root, w, told := openSheet(t, 1366, 768)
	s.Hide()
	var below *Choice
	walk(root, func(o fyne.CanvasObject) {
		if c, is := o.(*Choice); is && below == nil {
			below = c
		}
	})
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(20, 20)
	pressed := 0
	below.act = func() { pressed++ }
	test.TapCanvas(w.Canvas(), at)
	if pressed != 1 {
		t.Fatal("the choice can't be pressed without the sheet")
	}
	s.Show()
	test.TapCanvas(w.Canvas(), at)
	test.MoveMouse(w.Canvas(), at)
	test.TapCanvas(w.Canvas(), fyne.NewPos(30, 30))
	if pressed != 1 || below.hovered || len(*told) != 0 {
		t.Errorf("pressed %d times through the scrim, hovered %t", pressed, below.hovered)
	}
	if c, is := w.Canvas().Focused().(Control); !is || c.ID() != keepID {
		t.Error("a tap beside the card loses the focus")
	}
	if s.scrim.shade.FillColor != f.Look.Color(theme.Scrim) || s.scrim.Size() != fyne.NewSize(1366, 768) {
		t.Error("the page is not dark")
	}
	if _, is := fyne.CanvasObject(s.scrim).(desktop.Mouseable); !is {
		t.Error("a press goes through the scrim")
	}
}

func TestSheetIsReadAlone(t *testing.T) {
	_, s, root, _, _ := openSheet(t, 1366, 768)
	var names []string
	for _, n := range Tree(root) {
		names = append(names, n.Name)
	}
	if len(names) != 6 || names[0] != "Effacer cette leçon de ce portable ?" || names[5] != "Fermer" {
		t.Errorf("the tree is %q", names)
	}
	inside := len(names)
	s.Hide()
	if len(Tree(root)) <= inside || slices.Contains(strings.Split(fmt.Sprint(Aloud(root, Semantics.Plain)), " "), "Effacer") || len(Controls(root)) < 5 {
		t.Error("the page can't be read without the sheet")
	}
}

func TestSheetHasRoom(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		for _, room := range []fyne.Size{{Width: 1366, Height: 768}, {Width: 800, Height: 480}, {Width: 560, Height: 420}} {
			plainFrame(t)
			f := frameOf(t, theme.Wish{Scale: scale})
			var told []string
			s := eraseSheet(f, &told)
			w := open(t, f, Over(Text(f, theme.Body, "Page"), s), room.Width, room.Height)
			name := fmt.Sprintf("scale %g in %v", scale, room)
			card := boxAt(s.card)
			if !inRoom(card, box{0, 0, room.Width, room.Height}) {
				t.Errorf("%s: the card is at %v", name, card)
			}
			if least := min(s.bodyHeight(s.lay), 100*scale); s.scroll.Size().Height < least {
				t.Errorf("%s: only %g of %g is seen", name, s.scroll.Size().Height, least)
			}
			for _, a := range wordsIn(s) {
				if !inRoom(a.at, card) {
					t.Errorf("%s: %q at %v leaves the card %v", name, a.text, a.at, card)
				}
			}
			w.Canvas().Focus(ControlByID(s, s.First()))
			if _, inside := placeIn(s.scroll.content, s.title); inside {
				t.Errorf("%s: the question scrolls out of view", name)
			}
			for _, id := range []string{"copied", eraseID, keepID, "sheet.close"} {
				c := ControlByID(s, id)
				w.Canvas().Focus(c)
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
				if !inRoom(box{at.X, at.Y, c.Size().Width, min(c.Size().Height, 100)}, card) {
					t.Errorf("%s: %s is at %v of %v", name, id, at, card)
				}
			}
		}
	}
}

// TestSheetOfALongQuestion: a question that would leave no room scrolls too.
func TestSheetOfALongQuestion(t *testing.T) {
	plainFrame(t)
	f := frameOf(t, theme.Wish{Scale: 2})
	s := NewSheet(f, SheetOpts{ID: "s", Close: "Schließen", Title: "Alle Antworten dieser Klasse auf diesem Laptop löschen, auch die, die noch nicht ausgewertet sind?",
		Body: Text(f, theme.Body, "Danach gibt es keinen Bericht mehr."), Actions: []*Button{NewButton(f, ButtonOpts{ID: "no", Label: "Behalten"})}})
	w := open(t, f, Over(Text(f, theme.Body, "Seite"), s), 560, 420)
	if _, inside := placeIn(s.scroll.content, s.title); !inside || Tree(w.Content())[0].Role != RoleHeading {
		t.Error("the question takes the room of the answers")
	}
	w.Canvas().Focus(ControlByID(s, s.First()))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.opts.Actions[0])
	if !inRoom(box{at.X, at.Y, 1, s.opts.Actions[0].Size().Height}, boxAt(s.card)) {
		t.Errorf("the answer is at %v of %v", at, boxAt(s.card))
	}
}

func TestSheetWithoutBody(t *testing.T) {
	f := plainFrame(t)
	s := NewSheet(f, SheetOpts{ID: "s", Title: "Les notities wissen?", Close: "Sluiten"})
	root := Over(Text(f, theme.Body, "Les"), s)
	open(t, f, root, 700, 300)
	if s.First() != "s.close" || !slices.Equal(idsOf(Controls(root)), []string{"s.close"}) {
		t.Errorf("controls %q", idsOf(Controls(root)))
	}
	if h := s.card.Size().Height; h > 140 {
		t.Errorf("the card is %g high", h)
	}
}

func TestSheetGallery(t *testing.T) {
	gallery(t, "sheet", 1366, 768, 768, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		var told []string
		s := eraseSheet(f, &told)
		root := Over(choicePage(f), s)
		return root, func(c fyne.Canvas) { c.Focus(ControlByID(root, s.First())) }
	})
}

func TestSheetNarrowGallery(t *testing.T) {
	gallery(t, "sheet-narrow", 800, 480, 480, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		var told []string
		s := eraseSheet(f, &told)
		root := Over(choicePage(f), s)
		return root, func(c fyne.Canvas) { c.Focus(ControlByID(root, s.First())) }
	})
}
