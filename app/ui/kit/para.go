package kit

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// Align says where the lines of a paragraph stand.
type Align float32

// The alignments.
const (
	Left   Align = 0
	Centre Align = 0.5
	Right  Align = 1
)

// ParaOpts are the choices of a paragraph.
type ParaOpts struct {
	Text    string         // translated; *stars* make bold, U+00A0 does not break
	Role    theme.TextRole // Body if empty
	Bold    bool
	Color   theme.Role // ink of the ground if empty
	Align   Align
	Full    bool   // not limited to the reading width of 720
	Said    string // what is read aloud instead, where the eye gets more from the place of the text; may be empty
	Heading bool   // it is one, also in a size that headings do not have
}

// Para is text that wraps. All words of a lesson, headings, choices and
// buttons are set with it: it breaks only at spaces and after hyphens, keeps
// the line height of the design, and never cuts anything off.
type Para struct {
	widget.BaseWidget
	f       *Frame
	opts    ParaOpts
	color   color.NRGBA
	set     setting
	objects []fyne.CanvasObject
	texts   []*canvas.Text
	setFor  float32
}

// NewPara returns a paragraph. The text can't be changed afterwards: pages are
// built again.
func NewPara(f *Frame, opts ParaOpts) *Para {
	if opts.Role == "" {
		opts.Role = theme.Body
	}
	if opts.Color == "" {
		opts.Color = f.ink()
	}
	p := &Para{f: f, opts: opts, color: f.Look.Color(opts.Color), setFor: -1}
	p.set = newSetting(f.Look, opts.Text, opts.Role, opts.Bold)
	p.ExtendBaseWidget(p)
	return p
}

// Text is a paragraph in the ordinary ink.
func Text(f *Frame, role theme.TextRole, text string) *Para {
	return NewPara(f, ParaOpts{Text: text, Role: role})
}

// BoldText is a paragraph in bold ink.
func BoldText(f *Frame, role theme.TextRole, text string) *Para {
	return NewPara(f, ParaOpts{Text: text, Role: role, Bold: true})
}

// SoftText is a paragraph in the softer ink.
func SoftText(f *Frame, role theme.TextRole, text string) *Para {
	return NewPara(f, ParaOpts{Text: text, Role: role, Color: f.inkSoft()})
}

// Spoken is the text as it is read aloud.
func (p *Para) Spoken() string {
	if p.opts.Said != "" {
		return p.opts.Said
	}
	return plainText(p.opts.Text)
}

// Semantics is a text, or a heading if it is set as one.
func (p *Para) Semantics() Semantics {
	s := Semantics{Role: RoleText, Name: p.Spoken()}
	if p.opts.Heading || p.opts.Bold && headings[p.opts.Role] {
		s.Role = RoleHeading
	}
	return s
}

// AccessibilityLabel is the text as it is read aloud.
func (p *Para) AccessibilityLabel() string { return p.Spoken() }

// AccessibilityRole is a text.
func (p *Para) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// HeightFor is the height of all lines at the width.
func (p *Para) HeightFor(width float32) float32 {
	return float32(len(p.set.lines(p.measure(width)))) * p.set.line
}

// Natural is the width of the longest line if nothing wraps.
func (p *Para) Natural() float32 {
	return float32(math.Ceil(float64(min(p.set.natural(), p.measure(unlimited)))))
}

// Least is the width of the longest word.
func (p *Para) Least() float32 {
	var w float32
	for _, word := range p.set.words {
		w = max(w, word.width)
	}
	return float32(math.Ceil(float64(w)))
}

// measure is the width that is used of the width there is.
func (p *Para) measure(width float32) float32 {
	if p.opts.Full {
		return width
	}
	return min(width, p.f.Look.Scaled("type.maxLineWidth"))
}

// SetColor draws the text in another colour.
func (p *Para) SetColor(c color.NRGBA) {
	if c == p.color {
		return
	}
	p.color = c
	for _, t := range p.texts {
		t.Color = c
		t.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (p *Para) CreateRenderer() fyne.WidgetRenderer { return draw(p) }

func (p *Para) parts() []fyne.CanvasObject { return p.objects }

func (p *Para) paint() {}

func (p *Para) place(size fyne.Size) {
	if size.Width == p.setFor {
		return
	}
	p.setFor = size.Width
	p.objects, p.texts = nil, nil
	for i, line := range p.set.lines(p.measure(size.Width)) {
		x := max(0, size.Width-line.width) * float32(p.opts.Align)
		p.setLine(line, x, float32(i)*p.set.line)
	}
}

// setLine draws neighbours of one style as one text, so that the font's
// kerning over spaces is kept.
func (p *Para) setLine(line lineOf, x, y float32) {
	run, runX, bold := "", x, false
	flush := func() {
		if run != "" {
			// a run can be wider than its words and spaces one by one
			x = max(x, runX+p.addText(run, bold, runX, y))
		}
		run = ""
	}
	for i := line.from; i < line.to; i++ {
		w := p.set.words[i]
		if i > line.from && !w.glued {
			x += p.set.space
			if run != "" {
				run += " "
			}
		}
		for _, part := range w.pieces {
			if part.icon != "" {
				flush()
				p.addPicture(part, x+part.width-p.set.picture, y)
			} else {
				if run == "" || part.bold != bold {
					flush()
					runX, bold = x, part.bold
				}
				run += part.text
			}
			x += part.width
		}
	}
	flush()
}

// addText draws a run and gives its width.
func (p *Para) addText(text string, bold bool, x, y float32) float32 {
	t := canvas.NewText(drawable(text), p.color)
	t.TextSize, t.FontSource = p.set.textSize, p.f.Look.Font(bold)
	size := t.MinSize()
	put(t, x, y+(p.set.line-size.Height)/2, size.Width, size.Height)
	p.texts = append(p.texts, t)
	p.objects = append(p.objects, t)
	return size.Width
}

func (p *Para) addPicture(part piece, x, y float32) {
	icon := newIcon(p.f.Look, part.icon, p.f.Look.Color(part.role)).raster
	put(icon, x, y+(p.set.line-p.set.picture)/2, p.set.picture, p.set.picture)
	p.objects = append(p.objects, icon)
}
