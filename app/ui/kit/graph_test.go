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

// graphOpts is a lesson of 14 steps: picture 16 of the mock-ups, and more.
func graphOpts(opened *[]string) GraphOpts {
	scene := func(id, title, minutes string, done bool) GraphNode {
		return GraphNode{ID: id, Title: title, Minutes: minutes, Tone: ToneSky, Icon: "chat-circle-dots", IconTone: ToneSky, Role: "scène", Done: done}
	}
	choice := func(id, title string) GraphNode {
		return GraphNode{ID: id, Title: title, Minutes: "1 min", Tone: ToneLamp, Icon: "git-fork", IconTone: ToneLamp, Role: "choix"}
	}
	after := func(id, title, minutes, icon, role string, tone Tone) GraphNode {
		return GraphNode{ID: id, Title: title, Minutes: minutes, Tone: ToneDoubt, Icon: icon, IconTone: tone, Role: "conséquence, " + role}
	}
	return GraphOpts{ID: "paths", Label: "Tous les chemins", Leads: "mène à", Rewinds: "peut revenir à", Done: "déjà joué", ChosenWord: "montré en dessous", Chosen: "d2",
		OnOpen: func(id string) { *opened = append(*opened, id) },
		Nodes: []GraphNode{
			scene("unread", "53 non lus", "3 min", true), choice("d1", "D1 · Ouvrir, défiler, attendre"),
			scene("serious", "C’est sérieux\u00a0?", "3 min", false), scene("jonas", "Jonas écrit à Mila", "2 min", true), choice("d2", "D2 · Et maintenant, Noor\u00a0?"),
			after("private", "Message en privé", "2 min", "shield-check", "défenseur", ToneGrow), after("stop", "«\u00a0On arrête\u00a0»", "1 min", "shield-check", "défenseur", ToneGrow),
			after("adult", "Un adulte ou le 116\u00a0000", "2 min", "shield-check", "défenseur", ToneGrow), after("wait", "Attendre demain", "1 min", "eye", "en retrait", ToneDoubt),
			{ID: "talk", Title: "Lever les yeux\u00a0: le silence", Minutes: "6 min", Tone: ToneGrow, Icon: "chats", IconTone: ToneGrow, Role: "parole à la classe"},
			scene("later", "Deux heures après", "2 min", false), after("quiet", "Rien ne change", "1 min", "eye", "en retrait", ToneDoubt),
			{ID: "help", Title: "Carte d’aide, sortie de rôle", Minutes: "2 min", Tone: ToneHelp, Icon: "lifebuoy", IconTone: ToneHelp, Role: "aide"},
			{ID: "end", Title: "Fin", Tone: ToneHelp, Role: "fin"},
		},
		Edges: []GraphEdge{
			{From: "unread", To: "d1"}, {From: "d1", To: "serious"}, {From: "d1", To: "jonas"}, {From: "d1", To: "talk"}, {From: "serious", To: "d2"}, {From: "jonas", To: "d2"},
			{From: "d2", To: "private"}, {From: "d2", To: "stop"}, {From: "d2", To: "adult"}, {From: "d2", To: "wait"},
			{From: "private", To: "talk"}, {From: "stop", To: "talk"}, {From: "adult", To: "later"}, {From: "wait", To: "quiet"},
			{From: "later", To: "talk"}, {From: "quiet", To: "talk"}, {From: "talk", To: "help"}, {From: "help", To: "end"}, {From: "wait", To: "d2", Back: true}, {From: "end", To: "nowhere"},
		}}
}

func graphOf(f *Frame, opened *[]string) *Graph { return NewGraph(f, graphOpts(opened)) }

func TestGraphKeys(t *testing.T) {
	f := plainFrame(t)
	var opened []string
	escaped := 0
	f.Keys.On(fyne.KeyEscape, func() { escaped++ })
	g := graphOf(f, &opened)
	w := open(t, f, g, g.Natural(), g.HeightFor(0))
	w.Canvas().Focus(g)
	column := func(id string, step int) string { // the neighbour in the column
		of := g.lay.columns[g.layer[g.index(id)]]
		return g.opts.Nodes[of[slices.Index(of, g.index(id))+step]].ID
	}
	top := g.opts.Nodes[g.lay.columns[4][0]].ID
	for _, step := range []struct {
		key fyne.KeyName
		at  string
	}{
		{fyne.KeyHome, "unread"}, {fyne.KeyLeft, "unread"}, {fyne.KeyRight, "d1"}, {fyne.KeyEnd, "end"}, {fyne.KeyRight, "end"},
		{fyne.KeyLeft, "help"}, {fyne.KeySpace, "help"}, {fyne.KeyLeft, "talk"}, {fyne.KeyUp, "talk"}, {fyne.KeyDown, "talk"},
	} {
		if g.TypedKey(key(step.key)); g.At() != step.at {
			t.Fatalf("%s: at %q, want %q", step.key, g.At(), step.at)
		}
	}
	g.ringOn(g.index("d2"), -1)
	g.TypedKey(key(fyne.KeyRight))
	if !slices.Contains([]string{"private", "stop", "adult", "wait"}, g.At()) {
		t.Fatalf("right of d2: %q", g.At())
	}
	was := g.At()
	if g.TypedKey(key(fyne.KeyLeft)); g.At() != "d2" {
		t.Errorf("left of %q: %q", was, g.At())
	}
	if g.TypedKey(key(fyne.KeyRight)); g.At() != was {
		t.Errorf("right again: %q, was %q", g.At(), was)
	}
	for g.At() != top {
		want := column(g.At(), -1)
		if g.TypedKey(key(fyne.KeyUp)); g.At() != want {
			t.Fatalf("up: %q, want %q", g.At(), want)
		}
	}
	if g.TypedKey(key(fyne.KeyUp)); g.At() != top {
		t.Error("goes up out of the column")
	}
	want := column(top, 1)
	if g.TypedKey(key(fyne.KeyDown)); g.At() != want {
		t.Errorf("down: %q, want %q", g.At(), want)
	}
	if b, d := g.lay.nodes[g.at], boxAt(g.ring); !near(b.x+b.w/2, d.x+d.w/2) || !near(b.y+b.h/2, d.y+d.h/2) || !g.ring.Visible() {
		t.Errorf("the ring is at %v, its node at %v", d, b)
	}
	g.TypedKey(key(fyne.KeyEnter))
	if !slices.Equal(opened, []string{"help", want}) {
		t.Errorf("opened %q", opened)
	}
	if g.TypedKey(key(fyne.KeyEscape)); escaped != 1 {
		t.Error("keeps Escape")
	}
}

// A way forth is a way back where several edges meet.
func TestGraphGoesBackWhereItCameFrom(t *testing.T) {
	f := plainFrame(t)
	var opened []string
	g := graphOf(f, &opened)
	open(t, f, g, g.Natural(), g.HeightFor(0))
	for _, id := range []string{"serious", "jonas"} {
		g.ringOn(g.index(id), -1)
		g.TypedKey(key(fyne.KeyRight))
		if g.TypedKey(key(fyne.KeyLeft)); g.At() != id {
			t.Errorf("from %q to d2 and back to %q", id, g.At())
		}
	}
}

func TestGraphSays(t *testing.T) {
	f := plainFrame(t)
	var opened []string
	g := graphOf(f, &opened)
	s := g.Semantics()
	if s.Role != RoleList || s.Name != "Tous les chemins" || len(s.Lines) != 14 {
		t.Errorf("says %+v", s)
	}
	if want := "D2 · Et maintenant, Noor\u00a0? choix. 1 min. montré en dessous. mène à Message en privé, «\u00a0On arrête\u00a0», Un adulte ou le 116\u00a0000, Attendre demain"; s.Value != want {
		t.Errorf("says %q", s.Value)
	}
	if want := "53 non lus. scène. 3 min. déjà joué. mène à D1 · Ouvrir, défiler, attendre"; s.Lines[0] != want {
		t.Errorf("says %q", s.Lines[0])
	}
	if said := g.said(g.index("wait")); !strings.HasSuffix(said, "mène à Rien ne change. peut revenir à D2 · Et maintenant, Noor\u00a0?") {
		t.Errorf("says %q", said)
	}
	if empty := NewGraph(f, GraphOpts{ID: "none", Label: "Vide"}); empty.HeightFor(500) != 0 || empty.At() != "" || len(empty.Semantics().Lines) != 0 {
		t.Error("an empty graph is not empty")
	} else if empty.TypedKey(key(fyne.KeyHome)); empty.At() != "" {
		t.Error("an empty graph has a ring")
	}
}

func TestGraphMouse(t *testing.T) {
	f := plainFrame(t)
	var opened []string
	g := graphOf(f, &opened)
	w := open(t, f, g, 700, g.HeightFor(0)) // scrolls sideways
	w.Canvas().Focus(g)
	g.TypedKey(key(fyne.KeyEnd))
	in := func(id string) fyne.Position {
		at, _ := placeIn(g, g.nodes[g.index(id)].ground)
		return at.AddXY(20, 20)
	}
	test.MoveMouse(w.Canvas(), in("help"))
	n := g.nodes[g.index("help")]
	if n.box.StrokeColor != f.Look.Color(theme.LineStrong) || g.Cursor() != desktop.PointerCursor {
		t.Error("no hover")
	}
	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: in("help")}})
	if n.box.FillColor != f.Look.Color(theme.SurfaceSunk) {
		t.Error("not pressed")
	}
	g.MouseUp(nil)
	test.TapCanvas(w.Canvas(), in("help"))
	if g.MouseOut(); g.over >= 0 {
		t.Error("hover stays")
	}
	if !slices.Equal(opened, []string{"help"}) || g.At() != "help" {
		t.Errorf("opened %q, at %q", opened, g.At())
	}
	test.TapCanvas(w.Canvas(), in("help").AddXY(0, -30))
	if len(opened) != 1 {
		t.Error("a tap beside a node opens it")
	}
	g.Disable()
	test.TapCanvas(w.Canvas(), in("help"))
	g.TypedKey(key(fyne.KeyReturn))
	g.TypedKey(key(fyne.KeyHome))
	if len(opened) != 1 || g.At() != "help" || n.box.FillColor != f.Look.Color(theme.DisabledFill) {
		t.Errorf("disabled: opened %q, at %q", opened, g.At())
	}
}

// TestGraphShowsItsRing: in a small room every node can be reached, and the one
// at the ring is seen.
func TestGraphShowsItsRing(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		var opened []string
		g := graphOf(f, &opened)
		w := open(t, f, g, 420, 260)
		w.Canvas().Focus(g)
		if !g.scrolls {
			t.Fatal("nothing to scroll")
		}
		for i := range g.nodes {
			g.ringOn(i, -1)
			at, _ := placeIn(g, g.nodes[i].ground)
			if size := g.nodes[i].ground.Size(); at.X < 0 || at.Y < 0 || at.X+min(size.Width, 400) > 420 || at.Y+size.Height > 260 {
				t.Errorf("scale %g: %q at %v is not seen", scale, g.At(), at)
			}
		}
	})
}

// TestPagesShowTheRing: a page scrolls to the row or node at the ring.
func TestPagesShowTheRing(t *testing.T) {
	f := plainFrame(t)
	var opened []int
	var names []string
	table, graph := NewTable(f, lessonsTable(&opened)), graphOf(f, &names)
	page := NewPage(f, VStack(20, Gap(0, 600), graph, Gap(0, 600), table))
	w := open(t, f, page, 1300, 260)
	shown := func(o fyne.CanvasObject) bool {
		at, _ := placeIn(page.content, o)
		return at.Y >= page.Offset() && at.Y+o.Size().Height <= page.Offset()+260
	}
	w.Canvas().Focus(graph)
	for i := range graph.nodes {
		if graph.ringOn(i, -1); !shown(graph.nodes[i].ground) {
			t.Errorf("%q is not seen", graph.At())
		}
	}
	w.Canvas().Focus(table)
	for _, k := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome, fyne.KeyDown} {
		if table.TypedKey(key(k)); !shown(table.rows[table.at].ground) {
			t.Errorf("%s: row %d is not seen", k, table.at)
		}
	}
}

func TestGraphLooks(t *testing.T) {
	test.NewTempApp(t)
	for _, p := range theme.Palettes() {
		f := frameOf(t, theme.Wish{Palette: p})
		var opened []string
		g := graphOf(f, &opened)
		open(t, f, g, g.Natural(), g.HeightFor(0))
		chosen, other := g.nodes[g.index("d2")], g.nodes[g.index("d1")]
		if chosen.box.FillColor == other.box.FillColor || chosen.box.StrokeColor == other.box.StrokeColor {
			t.Errorf("%s: chosen looks like the others", p)
		}
		if f.Look.Plain() && (chosen.box.StrokeWidth != 4 || other.box.StrokeWidth != 2 || chosen.box.StrokeColor != f.Look.Color(theme.Lamp)) {
			t.Errorf("%s: strokes %g and %g", p, chosen.box.StrokeWidth, other.box.StrokeWidth)
		}
		amber := 0
		for _, line := range g.sheet.order {
			if line.amber {
				amber++
				if line.curve.StrokeWidth != 3 {
					t.Errorf("%s: an edge of the chosen node differs in colour only", p)
				}
			}
		}
		if amber != 4 {
			t.Errorf("%s: %d pieces of edges are amber", p, amber)
		}
		if g.SetChosen("unread"); g.nodes[g.index("unread")].box.FillColor != f.Look.Color(theme.LampWash) || chosen.box.FillColor == f.Look.Color(theme.LampWash) {
			t.Errorf("%s: another one is not chosen", p)
		}
		if len(g.sheet.signs) != 1 {
			t.Errorf("%s: %d signs", p, len(g.sheet.signs))
		}
	}
}

func TestGraphHasRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		var opened []string
		opts := graphOpts(&opened)
		opts.Nodes[2].Title = "Einverständniserklärung, Schulsozialarbeiterin und eine Überschrift, die sehr lang ist"
		opts.Nodes[3].Minutes = "ungefähr eine Viertelstunde"
		for _, o := range []GraphOpts{opts, graphOpts(&opened)} {
			g := NewGraph(f, o)
			g.Resize(fyne.NewSize(g.Natural(), g.lay.size.Height))
			checkSheet(t, fmt.Sprintf("scale %g", scale), g)
		}
	})
}

// checkSheet holds that the words of every node lie in it.
func checkSheet(t *testing.T, name string, g *Graph) {
	t.Helper()
	const roundOff = 0.6
	g.Refresh()
	all := wordsIn(g.sheet)
	if len(all) < len(g.nodes) {
		t.Errorf("%s: %d words", name, len(all))
	}
	for i, a := range all {
		if !slices.ContainsFunc(g.lay.nodes, func(b box) bool { return inRoom(a.at, b) }) {
			t.Errorf("%s: %q at %v is in no node", name, a.text, a.at)
		}
		for _, b := range all[:i] {
			if a.at.x < b.at.x+b.at.w-roundOff && b.at.x < a.at.x+a.at.w-roundOff && a.at.y < b.at.y+b.at.h-2.9 && b.at.y < a.at.y+a.at.h-2.9 {
				t.Errorf("%s: %q at %v covers %q at %v", name, a.text, a.at, b.text, b.at)
			}
		}
	}
	for i, n := range g.nodes {
		for _, sign := range []*glyph{n.icon, n.done} {
			if sign != nil && !inRoom(boxAt(sign.raster), g.lay.nodes[i]) {
				t.Errorf("%s: a sign of %q leaves it", name, n.node.Title)
			}
		}
	}
}

func TestGraphGallery(t *testing.T) {
	gallery(t, "graph", 1366, 1260, 2300, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		var opened []string
		a, b, c := graphOf(f, &opened), graphOf(f, &opened), graphOf(f, &opened)
		b.SetChosen("wait")
		b.over, b.down = b.index("serious"), b.index("d1")
		c.Disable()
		card := func(g *Graph) fyne.CanvasObject { return CardPadded(f, Even(12), g) }
		return VStack(16, card(a), card(b), card(c)), func(on fyne.Canvas) {
			on.Focus(a)
			if f.Look.Scale() > 1 {
				a.TypedKey(key(fyne.KeyRight))
			}
			b.Refresh()
		}
	})
}
