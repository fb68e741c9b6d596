package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
)

// Every page says what it is: it has a heading, every control a role and a
// name of its own, and nothing that is written on it is untold.
func TestEverythingIsMeant(t *testing.T) {
	r := open(t, "de", lesson.Older, nil)
	r.shell.Set(learner.ShowKeys, "on")
	r.everywhere(r.meant)
}

func (r *room) meant() {
	r.t.Helper()
	nodes := kit.Tree(r.shell.Window().Content())
	var ids []string
	headings := 0
	for _, n := range nodes {
		if n.Role == kit.RoleHeading && n.Region != kit.RegionBand {
			headings++
		}
		c, is := n.Object.(kit.Control)
		switch {
		case n.Role == "":
			r.t.Errorf("%s: %q has no role", r.page, n.Name)
		case !is && n.Key != "", !is && n.State != 0:
			r.t.Errorf("%s: %q has a state and is no control", r.page, n.Name)
		case !is:
		case slices.Contains(ids, c.ID()):
			r.t.Errorf("%s: %q is there twice", r.page, c.ID())
		default:
			ids = append(ids, c.ID())
		}
	}
	if headings == 0 {
		r.t.Errorf("%s: no heading in %d nodes", r.page, len(nodes))
	}
	for _, c := range kit.Controls(r.shell.Window().Content()) {
		if !slices.Contains(ids, c.ID()) {
			r.t.Errorf("%s: %q takes the focus and is not told", r.page, c.ID())
		}
		if c.Semantics().Name == "" {
			r.t.Errorf("%s: %q has no name", r.page, c.ID())
		}
	}
	r.own = map[fyne.CanvasObject]bool{}
	for _, n := range nodes {
		r.own[n.Object] = true
	}
	r.told(r.shell.Window().Content(), nil)
}

// told holds that every text stands in what the widget around it says.
func (r *room) told(o fyne.CanvasObject, around *kit.Semantics) {
	r.t.Helper()
	if !o.Visible() {
		return
	}
	if m, is := o.(kit.Meant); is && (around == nil || r.own[o]) {
		says := m.Semantics()
		around = &says
	}
	switch o := o.(type) {
	case *kit.KeyCap:
	case *kit.TopBand:
		var band []string
		for _, n := range kit.Tree(o) {
			band = append(append(band, n.Name), n.Lines...)
		}
		r.toldIn(o, &kit.Semantics{Lines: band})
	case *canvas.Text:
		if o.Text == "" {
			return
		}
		if around == nil {
			r.t.Errorf("%s: %q is written and not told", r.page, o.Text)
			return
		}
		all := strings.Join(append([]string{around.Key, around.Name, around.Value, around.Hint}, around.Lines...), " | ")
		if !strings.Contains(flat(all), flat(o.Text)) {
			r.t.Errorf("%s: %q is not in what is told: %q", r.page, o.Text, all)
		}
	case *container.Scroll:
		r.told(o.Content, around)
	default:
		r.toldIn(o, around)
	}
}

func (r *room) toldIn(o fyne.CanvasObject, around *kit.Semantics) {
	r.t.Helper()
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, child := range inside {
		r.told(child, around)
	}
}

// flat is a text without what the ear does not hear.
func flat(s string) string {
	var out strings.Builder
	for _, c := range strings.ToLower(s) {
		if !strings.ContainsRune(" \u00a0\u2011.,:;·|()-", c) {
			out.WriteRune(c)
		}
	}
	return out.String()
}

// F6 goes from part to part of the page, and round again.
func TestRegions(t *testing.T) {
	r := open(t, "fr", lesson.Younger, nil)
	r.key(fyne.KeyReturn, fyne.KeyReturn)
	for !strings.HasSuffix(r.page, ".choose") {
		r.next(digits(t))
	}
	var at []string
	for range 5 {
		r.key(fyne.KeyF6)
		at = append(at, r.canvas().Focused().(kit.Control).ID())
	}
	if want := []string{"pass", "chat", "band.hide", "option.1", "pass"}; !slices.Equal(at, want) {
		t.Errorf("F6 leads to %q, want %q", at, want)
	}
}
