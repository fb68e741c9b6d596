package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// Sizes of type that only the teacher's widgets have.
const (
	railName     theme.TextRole = "railName"
	railItem     theme.TextRole = "railItem"
	teacherTitle theme.TextRole = "teacherTitle"
	nodeTitle    theme.TextRole = "nodeTitle"
)

// RailItem is one place of the teacher's space.
type RailItem struct {
	Icon string // name of an icon
	Text string // translated
}

// RailOpts are the choices of a rail. All texts are translated.
type RailOpts struct {
	ID     string
	Label  string // what the list is called when it is read aloud
	Name   string // of the program
	Items  []RailItem
	Chosen int        // where one is, -1 for none of them
	Here   string     // said of the chosen item: "you are here"
	Foot   []BandItem // help, language, hide, from top to bottom; what is First keeps its place at the bottom
	Notes  []string   // soft lines at the bottom: "No network, no account"
	OnOpen func(i int)

	Disabled bool
}

// Rail is the dark column of the teacher's space: the sign of the program, its
// places, and at the bottom what is needed rarely. The places are one stop for
// Tab. Where the window is too low the rail scrolls, except for what is First.
type Rail struct {
	widget.BaseWidget
	f      *Frame
	opts   RailOpts
	ground *canvas.LinearGradient
	line   *canvas.Rectangle // the edge, in the high contrast palette
	list   *railList
	page   *Page
	first  *fyne.Container
	under  *railGround
}

// NewRail returns a rail.
func NewRail(f *Frame, opts RailOpts) *Rail {
	f = f.AtNight()
	look := f.Look
	r := &Rail{f: f, opts: opts, list: newRailList(f, opts)}
	r.ground = canvas.NewVerticalGradient(look.Color(theme.NightA), look.Color(theme.NightB))
	r.line = canvas.NewRectangle(look.Color(theme.NightLine))
	r.line.Hidden = !look.Plain()

	var foot, first []fyne.CanvasObject
	for _, item := range opts.Foot {
		o := r.footItem(item)
		if item.First {
			first = append(first, o)
			continue
		}
		foot = append(foot, o)
	}
	if len(opts.Notes) > 0 {
		var notes []fyne.CanvasObject
		for _, note := range opts.Notes {
			notes = append(notes, NewPara(f, ParaOpts{Text: note, Role: theme.Caption, Color: theme.OnNightSoft}))
		}
		foot = append(foot, Pad(Sides(0, look.Size("kit.rail.footPad")-look.Size("kit.rail.pad")), VStack(0, notes...)))
	}
	side, gap := look.Size("kit.rail.pad"), look.Size("kit.rail.footGap")
	bottom := look.Size("kit.rail.footBottom")
	if len(first) > 0 {
		bottom = look.Size("space.xs")
	}
	r.page = NewPage(f, Ends(look.Size("kit.rail.sectionGap"),
		VStack(0, r.head(), Pad(Sides(0, side), r.list)),
		Pad(Insets{Right: side, Bottom: bottom, Left: side}, VStack(gap, foot...))))
	r.first = VStack(gap, first...)
	r.under = &railGround{rail: r}
	r.under.ExtendBaseWidget(r.under)
	r.ExtendBaseWidget(r)
	return r
}

// head is the sign and the name.
func (r *Rail) head() fyne.CanvasObject {
	f, look := r.f, r.f.Look
	row := HStack(look.Size("kit.rail.nameSpace"), 1,
		Icon(f, "own-mark", theme.Lamp, look.Size("kit.rail.mark")),
		NewPara(f, ParaOpts{Text: r.opts.Name, Role: railName, Bold: true}))
	return AtLeast(look.Size("kit.rail.name"), Pad(Sides(look.Size("kit.rail.padY"), look.Size("kit.rail.namePad")), Middle(row)))
}

func (r *Rail) footItem(item BandItem) fyne.CanvasObject {
	if item.Object != nil {
		return item.Object
	}
	look := r.f.Look
	opts := ButtonOpts{ID: item.ID, Icon: item.Icon, Label: item.Label, Key: item.Key, Small: true, Kind: Ghost, OnTap: item.OnTap}
	if item.Framed {
		opts.Kind = Outline
	}
	b := NewButton(r.f, opts)
	if room := look.Size("frame.rail") - 2*look.Size("kit.rail.pad"); Least(b) > room {
		opts.Key = "" // the words need the room
		b = NewButton(r.f, opts)
	}
	if item.Framed {
		return b
	}
	return Hug(b)
}

// firsts are the items of the foot that Tab reaches first.
func (r *Rail) firsts() []BandItem {
	var items []BandItem
	for _, item := range r.opts.Foot {
		if item.First && item.Object == nil {
			items = append(items, item)
		}
	}
	return items
}

// Under is the part of the rail that comes before the page in the order of
// Tab: its ground, and what is First. TeacherScreen puts it there.
func (r *Rail) Under() fyne.CanvasObject { return r.under }

// HeightFor is the height at which nothing scrolls.
func (r *Rail) HeightFor(width float32) float32 {
	return r.page.HeightFor(width) + r.firstHeight(width)
}

func (r *Rail) firstHeight(width float32) float32 {
	if len(r.first.Objects) == 0 {
		return 0
	}
	look := r.f.Look
	return look.Size("kit.rail.footGap") + HeightFor(r.first, max(0, width-2*look.Size("kit.rail.pad"))) + look.Size("kit.rail.footBottom")
}

// Natural is the width of the design, more if a longer word needs it.
func (r *Rail) Natural() float32 { return max(r.f.Look.Size("frame.rail"), r.Least()) }

// Least is the width of the longest word with its icon.
func (r *Rail) Least() float32 {
	return max(Least(r.page.content), Least(r.first)+2*r.f.Look.Size("kit.rail.pad"))
}

// CreateRenderer is for Fyne.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer { return draw(r) }

func (r *Rail) parts() []fyne.CanvasObject { return []fyne.CanvasObject{r.page} }

func (r *Rail) paint() {}

func (r *Rail) place(size fyne.Size) {
	low := min(r.firstHeight(size.Width), size.Height)
	put(r.page, 0, 0, size.Width, size.Height-low)
}

// railGround is what lies behind the rail, and what Tab reaches before the
// page; see bandGround.
type railGround struct {
	widget.BaseWidget
	rail *Rail
}

// CreateRenderer is for Fyne.
func (g *railGround) CreateRenderer() fyne.WidgetRenderer { return draw(g) }

func (g *railGround) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{g.rail.ground, g.rail.line, g.rail.first}
}

func (g *railGround) paint() {}

func (g *railGround) place(size fyne.Size) {
	r, look := g.rail, g.rail.f.Look
	put(r.ground, 0, 0, size.Width, size.Height)
	line := look.Size("stroke.control")
	put(r.line, size.Width-line, 0, line, size.Height)
	pad := look.Size("kit.rail.pad")
	high := r.firstHeight(size.Width)
	above, below := look.Size("kit.rail.footGap"), look.Size("kit.rail.footBottom")
	put(r.first, pad, size.Height-high+above, max(0, size.Width-2*pad), max(0, high-above-below))
}

// RailPage is the rail as a page of its own, over the whole window, for where
// the window is too narrow to keep it in view: what the button Menu opens.
func RailPage(r *Rail) *fyne.Container { return Overlay(r.under, r) }
