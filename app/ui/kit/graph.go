package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigie/app/ui/theme"
)

// GraphNode is a step of a lesson. All texts are translated.
type GraphNode struct {
	ID       string // unique in its graph
	Title    string
	Minutes  string // "3 min", may be empty
	Tone     Tone   // colour of the strip: the kind of the step
	Icon     string // name of an icon: the kind of the step, or the role of the witness; "" for none
	IconTone Tone
	Role     string // what strip and icon mean, in words
	Done     bool   // with a check
}

// GraphEdge leads from a node to another one, by their ids. Edges whose nodes
// are unknown are left out.
type GraphEdge struct {
	From, To string
	Back     bool // a rewind: leads back, and is drawn below everything
}

// GraphOpts are the choices of a graph. All texts are translated.
type GraphOpts struct {
	ID    string
	Label string
	Nodes []GraphNode
	Edges []GraphEdge
	// Chosen is the id of the node that the page shows more of, and At the one
	// that the ring is on. Without At it is on the chosen one, or on the first.
	Chosen, At string
	Most       float32 // height from which it scrolls, in units at scale 1; 0 for that of the design
	// Words that are read aloud: "leads to", "can go back to", "done", "chosen".
	Leads, Rewinds, Done, ChosenWord string

	Disabled bool
	OnOpen   func(id string)
}

// Graph is all paths of a lesson: steps in columns from left to right, and what
// leads to what. It is one stop for Tab: left and right follow the edges, up
// and down move to the neighbour in the column, Home and End go to a start and
// an end, Enter, Space and a tap open a step. Where it is too large it scrolls
// both ways. Its size comes from its steps and the text size alone.
type Graph struct {
	control
	opts       GraphOpts
	net        graphNet
	layer      []int
	lay        graphLay
	nodes      []*graphNode
	sheet      *graphSheet
	room       *fyne.Container // the sheet, in the middle of the height
	scroll     *container.Scroll
	scrolls    bool
	at         int
	came       int // where the ring was before it followed an edge, -1 for nowhere
	over, down int // nodes under the mouse, -1 for none
}

// NewGraph returns a graph.
func NewGraph(f *Frame, opts GraphOpts) *Graph {
	g := &Graph{opts: opts, came: -1, over: -1, down: -1}
	for _, n := range opts.Nodes {
		g.nodes = append(g.nodes, newGraphNode(f, n))
	}
	var links []graphLink
	for _, e := range opts.Edges {
		if from, to := g.index(e.From), g.index(e.To); from >= 0 && to >= 0 {
			links = append(links, graphLink{from, to, e.Back})
		}
	}
	g.net = newGraphNet(len(opts.Nodes), links)
	g.layer = g.net.layers()
	sizes := graphSizesOf(f.Look, g.nodes)
	g.lay = g.net.lay(g.layer, g.heights(f.Look, sizes.wide), sizes)
	g.disabled = opts.Disabled
	g.begin(f, g, opts.ID, opts.Label, nil)
	g.role = RoleList
	g.sheet = newGraphSheet(g)
	g.room = &fyne.Container{Layout: graphRoom{g}, Objects: []fyne.CanvasObject{g.sheet}}
	g.scroll = container.NewScroll(g.room)
	if g.at = g.index(opts.At); g.at < 0 {
		g.at = g.index(opts.Chosen)
	}
	if g.at < 0 && len(g.nodes) > 0 {
		g.at = g.lay.columns[0][0]
	}
	return g
}

// heights is the height of each node: those of a column are all as high as the
// highest, so that no title is cut and the column looks even.
func (g *Graph) heights(look *theme.Look, wide float32) []float32 {
	column := map[int]float32{}
	for i, n := range g.nodes {
		column[g.layer[i]] = max(column[g.layer[i]], n.heightFor(look, wide))
	}
	high := make([]float32, len(g.nodes))
	for i := range high {
		high[i] = column[g.layer[i]]
	}
	return high
}

func (g *Graph) index(id string) int {
	return slices.IndexFunc(g.opts.Nodes, func(n GraphNode) bool { return n.ID == id && id != "" })
}

// At is the id of the node that the ring is on, "" without nodes.
func (g *Graph) At() string {
	if g.at < 0 {
		return ""
	}
	return g.opts.Nodes[g.at].ID
}

// SetChosen shows another node as chosen, "" for none.
func (g *Graph) SetChosen(id string) {
	g.opts.Chosen = id
	g.Refresh()
}

// Semantics is the graph, the step at the ring, and all steps from left to
// right.
func (g *Graph) Semantics() Semantics {
	s := g.control.Semantics()
	if g.at >= 0 {
		s.Value = g.said(g.at)
	}
	for _, column := range g.lay.columns {
		for _, i := range column {
			s.Lines = append(s.Lines, g.said(i))
		}
	}
	return s
}

// said is a node in words: what it is, and where it leads.
func (g *Graph) said(i int) string {
	n := g.opts.Nodes[i]
	parts := []string{plainText(n.Title), plainText(n.Role), plainText(n.Minutes)}
	if n.Done {
		parts = append(parts, g.opts.Done)
	}
	if n.ID == g.opts.Chosen {
		parts = append(parts, g.opts.ChosenWord)
	}
	var back []int
	for _, l := range g.net.back {
		if l.from == i {
			back = append(back, l.to)
		}
	}
	return sentences(append(parts, g.leading(g.opts.Leads, g.net.after[i]), g.leading(g.opts.Rewinds, back))...)
}

// leading is words and the titles of some nodes.
func (g *Graph) leading(words string, to []int) string {
	if len(to) == 0 {
		return ""
	}
	var titles []string
	for _, i := range to {
		titles = append(titles, plainText(g.opts.Nodes[i].Title))
	}
	return strings.TrimSpace(words + " " + strings.Join(titles, ", "))
}

// HeightFor is the height of the graph, or the height from which it scrolls.
func (g *Graph) HeightFor(float32) float32 {
	most := g.opts.Most
	if most == 0 {
		most = g.f.Look.Size("kit.graph.most")
	}
	return min(g.lay.size.Height, most*g.f.Look.Scale())
}

// Natural is the width of all columns.
func (g *Graph) Natural() float32 { return g.lay.size.Width }

// Least is the width of a column: the others are reached by scrolling.
func (g *Graph) Least() float32 {
	if len(g.nodes) == 0 {
		return 0
	}
	return g.lay.nodes[0].w + 2*g.f.Look.Size("kit.graph.pad")
}

// CreateRenderer is for Fyne.
func (g *Graph) CreateRenderer() fyne.WidgetRenderer { return draw(g) }

func (g *Graph) parts() []fyne.CanvasObject {
	if g.scrolls {
		return []fyne.CanvasObject{g.scroll}
	}
	return []fyne.CanvasObject{g.room}
}

func (g *Graph) paint() {}

func (g *Graph) place(size fyne.Size) {
	need := g.lay.size
	g.scrolls = need.Width > size.Width || need.Height > size.Height
	if !g.scrolls {
		put(g.room, 0, 0, size.Width, size.Height)
		g.sheet.Refresh()
		return
	}
	g.scroll.Direction = container.ScrollBoth
	if need.Height <= size.Height {
		g.scroll.Direction = container.ScrollHorizontalOnly
	}
	fresh := g.scroll.Size() != size
	put(g.scroll, 0, 0, size.Width, size.Height)
	g.sheet.Refresh()
	if fresh {
		g.scroll.Refresh()
		g.bring()
	}
}

// graphRoom puts the sheet at the left, in the middle of the height.
type graphRoom struct{ graph *Graph }

// MinSize is the size of the sheet.
func (r graphRoom) MinSize([]fyne.CanvasObject) fyne.Size { return r.graph.lay.size }

// Layout places the sheet.
func (r graphRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	need := r.graph.lay.size
	put(objects[0], 0, max(0, (size.Height-need.Height)/2), need.Width, need.Height)
}
