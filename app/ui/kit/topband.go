package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// BandItem is one thing at the right of the top band: a button, or any object.
type BandItem struct {
	ID      string
	Icon    string
	Label   string // translated
	Key     string // print of its key
	Framed  bool   // with a border: hide
	Shrinks bool   // may become its icon alone where there is little room
	First   bool   // the first that Tab reaches on the whole page: hide
	OnTap   func()
	Object  fyne.CanvasObject // instead of a button, built with AtNight
}

// TopBandOpts are the choices of a top band. All texts are translated.
type TopBandOpts struct {
	OnBack    func() // nil: no back button
	BackLabel string // what is read aloud for it
	Mark      bool   // the sign of the program before the title
	Label     string // "Lesson 1"
	Title     string // the only text that may be cut, with an ellipsis
	Note      string // soft words behind the title
	Step, Of  int    // 0 of 0: no progress
	Reached   bool   // the step was just reached: its dot lights
	StepText  string // "Step 4 of 7"
	StepShort string // "4 / 7"
	Right     []BandItem
}

// BackID is the id of the back button of every top band.
const BackID = "band.back"

// TopBand is the dark band over every page: the way back and where one is at
// the left, progress in the middle, reading help, language and hide at the
// right. Where it is narrow the dots go first, then the words of what shrinks,
// then the label; at last the title is shortened.
type TopBand struct {
	widget.BaseWidget
	f                  *Frame
	opts               TopBandOpts
	ground             *canvas.LinearGradient
	line               *canvas.Rectangle
	back               *Button
	mark               fyne.CanvasObject
	label, title, note *canvas.Text
	dots               *Steps
	words, short       *canvas.Text
	full, brief        []fyne.CanvasObject
	under              *bandGround
}

// bandGround is what lies behind the band, and what Tab reaches before the
// page. Drawing and Tab go in one order, so Screen puts it first and the rest
// of the band last.
type bandGround struct {
	widget.BaseWidget
	band *TopBand
}

// CreateRenderer is for Fyne.
func (g *bandGround) CreateRenderer() fyne.WidgetRenderer { return draw(g) }

func (g *bandGround) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{g.band.ground, g.band.line}
	for i, item := range g.band.opts.Right {
		if item.First {
			parts = append(parts, g.band.full[i])
		}
	}
	return parts
}

func (g *bandGround) paint() {}

// place is done by the band, which has the same room.
func (g *bandGround) place(fyne.Size) {}

// Under is the part of the band that comes before the page.
func (b *TopBand) Under() fyne.CanvasObject { return b.under }

// NewTopBand returns a top band.
func NewTopBand(f *Frame, opts TopBandOpts) *TopBand {
	f = f.AtNight()
	look := f.Look
	b := &TopBand{f: f, opts: opts}
	b.ground = canvas.NewHorizontalGradient(look.Color(theme.NightA), look.Color(theme.NightB))
	b.line = canvas.NewRectangle(look.Color(theme.NightLine))
	b.line.Hidden = !look.Plain()
	if opts.OnBack != nil {
		b.back = NewButton(f, ButtonOpts{ID: BackID, Kind: Raised, Icon: "caret-left", Spoken: opts.BackLabel, Small: true, OnTap: opts.OnBack})
	}
	if opts.Mark {
		b.mark = Icon(f, "own-mark", theme.Lamp, look.Size("kit.band.mark"))
	}
	soft, ink := look.Color(theme.OnNightSoft), look.Color(theme.OnNight)
	b.label = oneLine(look, opts.Label, theme.BandLabel, false, soft)
	titleRole := theme.BandTitle
	if opts.Mark {
		titleRole = theme.Heading
	}
	b.title = oneLine(look, opts.Title, titleRole, true, ink)
	b.note = oneLine(look, opts.Note, theme.BandLabel, false, soft)
	b.words = oneLine(look, opts.StepText, theme.Hint, false, soft)
	b.short = oneLine(look, opts.StepShort, theme.BandLabel, false, ink)
	if opts.Of > 0 {
		b.dots = NewSteps(f, opts.Step, opts.Of, opts.Reached)
	}
	for _, item := range opts.Right {
		full, brief := bandObjects(f, item)
		b.full, b.brief = append(b.full, full), append(b.brief, brief)
	}
	b.under = &bandGround{band: b}
	b.under.ExtendBaseWidget(b.under)
	b.ExtendBaseWidget(b)
	return b
}

func bandObjects(f *Frame, item BandItem) (full, brief fyne.CanvasObject) {
	if item.Object != nil {
		return item.Object, item.Object
	}
	opts := ButtonOpts{ID: item.ID, Icon: item.Icon, Label: item.Label, Key: item.Key, Small: true, Kind: Ghost, Spoken: item.Label, OnTap: item.OnTap}
	if item.Framed {
		opts.Kind = Outline
	}
	full = NewButton(f, opts)
	if !item.Shrinks {
		return full, full
	}
	opts.Label = ""
	return full, NewButton(f, opts)
}

func oneLine(look *theme.Look, text string, role theme.TextRole, bold bool, c interface{ RGBA() (r, g, b, a uint32) }) *canvas.Text {
	t := canvas.NewText(drawable(text), c)
	t.TextSize, t.FontSource = look.Text(role), look.Font(bold)
	return t
}

// HeightFor is the height of the band, the same at every width.
func (b *TopBand) HeightFor(float32) float32 { return b.f.Look.At("kit.band.at") }

// Natural is the width of the window of the design.
func (b *TopBand) Natural() float32 { return b.f.Look.Size("frame.width") }

// CreateRenderer is for Fyne.
func (b *TopBand) CreateRenderer() fyne.WidgetRenderer { return draw(b) }

func (b *TopBand) parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if b.back != nil {
		parts = append(parts, b.back)
	}
	if b.mark != nil {
		parts = append(parts, b.mark)
	}
	parts = append(parts, b.label, b.title, b.note)
	if b.dots != nil {
		parts = append(parts, b.dots)
	}
	parts = append(parts, b.words, b.short)
	for i := range b.full {
		if b.opts.Right[i].First {
			continue
		}
		parts = append(parts, b.full[i])
		if b.brief[i] != b.full[i] {
			parts = append(parts, b.brief[i])
		}
	}
	return parts
}

// where is what the band says beside its buttons: where one is, and how far.
func (b *TopBand) where() Semantics {
	return Semantics{Role: RoleHeading, Name: sentences(plainText(b.opts.Label), plainText(b.opts.Title), plainText(b.opts.Note), plainText(b.opts.StepText)), Lines: []string{b.opts.StepShort}}
}

func (b *TopBand) paint() {}

// SetStepText replaces the words beside the dots, such as when the step has
// been kept, without building the page again.
func (b *TopBand) SetStepText(text string) {
	b.opts.StepText = text
	b.words.Text = text
	b.place(b.Size())
	b.words.Refresh()
}
