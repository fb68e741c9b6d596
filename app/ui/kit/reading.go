package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// ReadingText is one page of an ordinary text to read.
type ReadingText struct {
	Heading    string
	Paragraphs []string
}

// ReadingOpts are the choices of a reading page. All texts are translated.
type ReadingOpts struct {
	Subject, Series, PageOf string
	Text                    ReadingText
	WordsTitle              string
	Words                   []string // a word and what it means, each on a line
	Next, Previous          string
	OnNext, OnPrevious      func() // nil: there is no such page
	OnCorner                func() // a tap into the lower left corner, where nothing stands
}

// Reading is the neutral page that hides the program: colours of its own in
// every palette, no mark, no lamp, no help. Its links only turn its pages.
func Reading(f *Frame, opts ReadingOpts) *fyne.Container {
	look := f.Look
	ink := func(role theme.TextRole, text, color string, bold bool) *Para {
		return NewPara(f, ParaOpts{Text: text, Role: role, Bold: bold, Color: theme.Neutral(color), Full: true})
	}
	bar := func(o fyne.CanvasObject) fyne.CanvasObject {
		ground := canvas.NewRectangle(look.Color(theme.Neutral("bar")))
		edge := newBox(look.Color(theme.Neutral("bar")), look.Color(theme.Neutral("line")), look.Size("stroke.hair"), 0)
		return Overlay(ground, edge, Pad(Sides(look.Size("space.l"), look.Size("space.xxl")), o))
	}
	head := bar(HStack(look.Size("space.l"), 1, ink(theme.Body, opts.Subject, "title", true), ink(theme.Small, opts.Series, "inkSoft", false), ink(theme.Small, opts.PageOf, "inkSoft", false)))
	var links []fyne.CanvasObject
	if opts.OnPrevious != nil {
		links = append(links, newLink(f, "reading.previous", opts.Previous, opts.OnPrevious))
	}
	if opts.OnNext != nil {
		links = append(links, newLink(f, "reading.next", opts.Next, opts.OnNext))
	}
	corner := newLink(f, "reading.corner", "", opts.OnCorner)
	foot := bar(HStack(look.Size("space.xl"), 1, append([]fyne.CanvasObject{corner, Gap(0, look.Scaled("type.sizes.heading"))}, links...)...))

	text := VStack(look.Size("space.l"), ink(theme.Title, opts.Text.Heading, "title", true))
	for _, p := range opts.Text.Paragraphs {
		text.Add(ink(theme.Body, p, "ink", false))
	}
	words := VStack(look.Size("space.m"), ink(theme.Small, opts.WordsTitle, "title", true))
	for _, w := range opts.Words {
		words.Add(ink(theme.Small, w, "inkSoft", false))
	}
	body := NewPage(f, Pad(Sides(look.Size("space.xxxl"), look.Size("space.xxxl")*2), TwoColumns(f, text, words)))
	if f.Keys != nil {
		body.Bind(f.Keys)
	}
	ground := canvas.NewRectangle(look.Color(theme.Neutral("background")))
	return Screen(head, Overlay(ground, body), foot)
}

// link is a quiet word that can be pressed. Without a word it is an empty
// corner that Tab does not reach and that only the mouse finds.
type link struct {
	widget.BaseWidget
	f     *Frame
	words *Para
	act   func()
}

func newLink(f *Frame, id, words string, act func()) fyne.CanvasObject {
	if words == "" {
		l := &link{f: f, act: act}
		l.words = NewPara(f, ParaOpts{Text: " "})
		l.ExtendBaseWidget(l)
		return l
	}
	return NewButton(f, ButtonOpts{ID: id, Kind: Ghost, Label: words, Small: true, OnTap: act})
}

// Tapped is for the corner.
func (l *link) Tapped(*fyne.PointEvent) { l.act() }

// HeightFor is a line.
func (l *link) HeightFor(float32) float32 { return l.f.Look.Size("targets.control") }

// Natural is a corner that a finger finds.
func (l *link) Natural() float32 { return l.f.Look.Size("frame.stage") / 3 }

// CreateRenderer is for Fyne.
func (l *link) CreateRenderer() fyne.WidgetRenderer { return draw(l) }

func (l *link) parts() []fyne.CanvasObject { return []fyne.CanvasObject{l.words} }

func (l *link) paint() {}

func (l *link) place(fyne.Size) {}
