package kit

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

func headOf(f *Frame) *TeacherHead {
	return NewTeacherHead(f, TeacherHeadOpts{Title: "Les 1 voorbereiden", Subtitle: "Er gaat een lichtje aan · 3B · ongeveer 8 minuten werk",
		Right: []fyne.CanvasObject{NewChip(f, ChipHelps, "7 van 8"), NewButton(f, ButtonOpts{ID: "walk", Icon: "tree-structure", Label: "Les doorlopen", Small: true})}})
}

func teacherRailOf(f *Frame) *Rail {
	return NewRail(f, RailOpts{ID: "rail", Label: "Ruimte voor leerkrachten", Name: "Vigie", Here: "je bent hier", Chosen: 2,
		Items: []RailItem{
			{"sun-horizon", "Vandaag"}, {"book-open", "Lessen"}, {"list-checks", "Voorbereiden"}, {"chalkboard-teacher", "In de klas"},
			{"chart-bar", "Verslagen"}, {"lifebuoy", "Hulp en contacten"}, {"gear-six", "Instellingen"},
		},
		Foot:  []BandItem{{ID: "hide", Icon: "eye-slash", Label: "Verbergen", Key: "Ctrl H", Framed: true, First: true}},
		Notes: []string{"Ruimte voor leerkrachten", "Zonder netwerk of account"}})
}

// teacherSample is picture 15 of the mock-ups, in short.
func teacherSample(f *Frame, onMenu func()) *fyne.Container {
	row := func(text string, checked bool) fyne.CanvasObject {
		return NewCheckRow(f, CheckRowOpts{ID: "check." + text, Text: text, Checked: checked})
	}
	list := Card(f, Ruled(f, 12, BoldText(f, theme.Subheading, "Voor de les"),
		row("Vertrouwenspersoon ingevuld: mevrouw De Wit, lokaal 8", true), row("Geen lopende situatie in deze klas", true),
		row("Personages die op een leerling lijken", false), row("Andere taak van gelijke duur klaar", true),
		row("Hulplijnen nagekeken", true), row("Brief voor ouders in vier talen, klaar om af te drukken", true)))
	names := Card(f, VStack(8, BoldText(f, theme.Subheading, "Namen van de personages"),
		SoftText(f, theme.Small, "De namen veranderen overal, ook op papier.")))
	foot := NewFooterBar(f, FooterOpts{Note: SoftText(f, theme.Small, "Nog één punt. Je kunt ook zonder starten; Vigie herinnert je eraan."),
		Pass:    NewButton(f, ButtonOpts{ID: "print", Icon: "printer", Label: "Afdrukken", Small: true}),
		Primary: NewButton(f, ButtonOpts{ID: "ready", Icon: "check-fat", Label: "Klaar voor de klas", Kind: Primary, Small: true})})
	return TeacherScreen(f, TeacherScreenOpts{Rail: teacherRailOf(f), Head: headOf(f), Body: TeacherPage(f, TwoColumns(f, list, names)), Foot: foot, Menu: "Menu", OnMenu: onMenu})
}

func tabsOf(t *testing.T, root fyne.CanvasObject, w fyne.Window) []string {
	t.Helper()
	var tabbed []string
	for range Controls(root) {
		w.Canvas().FocusNext()
		tabbed = append(tabbed, w.Canvas().Focused().(Control).ID())
	}
	return tabbed
}

// TestTeacherScreenTab: hide, the page, the foot, the head, the rail; from the
// first of the page one Shift+Tab leads to hide.
func TestTeacherScreenTab(t *testing.T) {
	f := plainFrame(t)
	for _, x := range []struct {
		width float32
		after []string
	}{
		{1366, []string{"print", "ready", "walk", "rail"}},
		{1000, []string{"print", "ready", MenuID, "walk"}},
	} {
		root := teacherSample(f, nil)
		w := open(t, f, root, x.width, 768)
		got := tabsOf(t, root, w)
		if got[0] != "hide" || !strings.HasPrefix(got[1], "check.") || !slices.Equal(got[7:], x.after) {
			t.Errorf("width %g: Tab: %q", x.width, got)
		}
		w.Canvas().Focus(ControlByID(root, got[1]))
		if w.Canvas().FocusPrevious(); w.Canvas().Focused().(Control).ID() != "hide" {
			t.Errorf("width %g: Shift+Tab leads to %q", x.width, w.Canvas().Focused().(Control).ID())
		}
	}
}

func TestTeacherScreenTree(t *testing.T) {
	f := plainFrame(t)
	root := teacherSample(f, nil)
	open(t, f, root, 1366, 768)
	nodes := Tree(root)
	if nodes[0].Role != RoleHeading || nodes[0].Name != "Les 1 voorbereiden" || nodes[0].Region != RegionPage {
		t.Errorf("begins with %+v", nodes[0].Semantics)
	}
	var order []Region
	in := map[string]Region{}
	for _, n := range nodes {
		if len(order) == 0 || order[len(order)-1] != n.Region {
			order = append(order, n.Region)
		}
		in[n.Name] = n.Region
	}
	if !slices.Equal(order, []Region{RegionPage, RegionFooter, RegionBand, RegionRail}) {
		t.Errorf("regions %q", order)
	}
	if in["Les doorlopen"] != RegionBand || in["Verbergen"] != RegionRail || in["Ruimte voor leerkrachten"] != RegionRail || in["Klaar voor de klas"] != RegionFooter {
		t.Errorf("regions %q", in)
	}
	if in["Menu"] != "" {
		t.Error("says what is not seen")
	}
	if !slices.Contains(Regions(), RegionRail) {
		t.Error("F6 does not know the rail")
	}
}

func TestTeacherScreenFolds(t *testing.T) {
	test.NewTempApp(t)
	for _, x := range []struct {
		width, scale float32
		hidden       bool
	}{{1366, 1, false}, {1180, 1, false}, {1179, 1, true}, {1366, 1.3, false}, {1366, 1.5, true}, {1000, 2, true}} {
		f := frameOf(t, theme.Wish{Scale: x.scale})
		asked := 0
		root := teacherSample(f, func() { asked++ })
		w := open(t, f, root, x.width, 700)
		screen := root.Layout.(teacherScreen)
		rail, head := screen.opts.Rail, screen.opts.Head
		if rail.Visible() == x.hidden || head.menu[0].Visible() != x.hidden {
			t.Errorf("width %g, scale %g: rail %v, menu %v", x.width, x.scale, rail.Visible(), head.menu[0].Visible())
			continue
		}
		if x.hidden {
			test.TapCanvas(w.Canvas(), head.Position().Add(middleOf(head.menu[0])))
			if asked != 1 {
				t.Errorf("width %g, scale %g: asked %d times", x.width, x.scale, asked)
			}
		}
		body := screen.opts.Body
		if end := body.Position().X + body.Size().Width; end != x.width || !x.hidden && body.Position().X != rail.Natural() {
			t.Errorf("width %g, scale %g: the body ends at %g", x.width, x.scale, end)
		}
		if gap := body.Position().Y - head.Size().Height; gap > 0 || screen.opts.Foot.Position().Y != body.Position().Y+body.Size().Height {
			t.Errorf("width %g, scale %g: the parts do not meet", x.width, x.scale)
		}
		w.Resize(fyne.NewSize(1366, 700))
		w.Resize(fyne.NewSize(x.width, 700))
		if rail.Visible() == x.hidden {
			t.Errorf("width %g, scale %g: the rail does not come back", x.width, x.scale)
		}
	}
}

// The rail comes while the head keeps its size: the title takes the place of
// the menu.
func TestTeacherHeadLosesItsMenu(t *testing.T) {
	f := plainFrame(t)
	head := NewTeacherHead(f, TeacherHeadOpts{Title: "Vandaag"})
	root := TeacherScreen(f, TeacherScreenOpts{Rail: teacherRailOf(f), Head: head, Body: TeacherPage(f, Gap(0, 0)), Menu: "Menu"})
	root.Resize(fyne.NewSize(960, 700))
	size, beside := head.Size(), head.title.Position().X
	root.Resize(fyne.NewSize(960+f.Look.Size("frame.rail"), 700))
	if pad := f.Look.Size("kit.teacherHead.padX"); head.Size() != size || beside <= pad || head.title.Position().X != pad {
		t.Errorf("the head was %v and is %v, the title at %g, then at %g", size, head.Size(), beside, head.title.Position().X)
	}
}

func TestTeacherHeadHasRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		for _, width := range []float32{360, 500, 780, 1000, 1146} {
			for _, menu := range []bool{false, true} {
				h := headOf(f)
				h.standIn("Menu", nil, []BandItem{{ID: "hide", Icon: "eye-slash", Label: "Verbergen", Key: "Ctrl H"}})
				if h.showMenu(menu); width < h.Least() {
					continue
				}
				whole := Overlay(h.Under(), h)
				checkRoom(t, fmt.Sprintf("head at scale %g, menu %v", scale, menu), whole, width)
				var boxes []box
				for _, o := range append(append(shown(h.menu), h.words()...), h.tools, h.first) {
					boxes = append(boxes, boxAt(o))
				}
				for i, b := range boxes {
					if b.w == 0 || b.h == 0 {
						continue
					}
					if !inRoom(b, box{w: width, h: h.Size().Height}) {
						t.Errorf("scale %g, width %g: part %d at %v leaves the head", scale, width, i, b)
					}
					for _, c := range boxes[:i] {
						if c.w > 0 && b.x < c.x+c.w-0.6 && c.x < b.x+b.w-0.6 && b.y < c.y+c.h-0.6 && c.y < b.y+b.h-0.6 {
							t.Errorf("scale %g, width %g: %v covers %v", scale, width, b, c)
						}
					}
				}
			}
		}
		if h := headOf(f).HeightFor(1146); scale == 1 && h != 76 {
			t.Errorf("the head is %g high", h)
		}
	})
}

func TestTeacherScreenGallery(t *testing.T) {
	test.NewTempApp(t)
	for _, p := range theme.Palettes() {
		for _, g := range []struct {
			name        string
			scale, w, h float32
		}{{"", 1, 1366, 768}, {"-130", 1.3, 1366, 768}, {"-200", 2, 1366, 768}, {"-small", 1, 1000, 600}, {"-small-200", 2, 1000, 600}} {
			if skipped(string(p) + g.name) {
				continue
			}
			f := frameOf(t, theme.Wish{Palette: p, Scale: g.scale})
			root := teacherSample(f, func() {})
			w := open(t, f, root, g.w, g.h)
			focus := "rail"
			if RailHidden(f, g.w) {
				focus = MenuID
			}
			w.Canvas().Focus(ControlByID(root, focus))
			picture(t, w, "teacher-screen-"+string(p)+g.name)
		}
		if f := frameOf(t, theme.Wish{Palette: p, Scale: 2}); !skipped(string(p)) {
			picture(t, open(t, f, RailPage(teacherRailOf(f)), 1000, 600), "teacher-menu-"+string(p)+"-200")
		}
	}
}
