package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// PathState is how far a lesson is.
type PathState int

// The states. All three can be opened.
const (
	NotLit  PathState = iota // a ring
	Lit                      // done
	Current                  // where one is: larger, with a ring and a halo
)

// PathLampOpts are the choices of a lamp on the path. All texts are translated.
type PathLampOpts struct {
	ID     string
	Number int
	Title  string
	Status string // "Done", "20 min"
	State  PathState
	OnTap  func()
}

// PathLamp is one lesson: a lamp with its number, its title and how far it is.
// On the path the words stand under the lamp, in the list beside it.
type PathLamp struct {
	control
	opts   PathLampOpts
	beside bool
	steps  func(from *PathLamp, by int)
	glow   *canvas.Image
	ring0  *canvas.Circle
	core   *canvas.Circle
	number *canvas.Text
	words  *fyne.Container
}

func newPathLamp(f *Frame, opts PathLampOpts, beside bool) *PathLamp {
	f = f.AtNight()
	look := f.Look
	p := &PathLamp{opts: opts, beside: beside}
	lit := look.Color(theme.Scene("lampOn"))
	if look.Plain() {
		lit = look.Color(theme.Lamp)
	}
	p.ring0 = newDisc(color.Transparent, lit, look.Size("pathLamp.ring"))
	p.ring0.Hidden = opts.State != Current || beside
	p.core = newDisc(look.Color(theme.Scene("lampOff")), look.Color(theme.Scene("lampOffEdge")), look.Size("kit.path.dotRing"))
	ink, role := look.Color(theme.OnNight), theme.LampNumber
	if opts.State != NotLit {
		p.core.FillColor, p.core.StrokeColor, p.core.StrokeWidth = lit, color.Transparent, 0
		ink = look.Color(theme.OnLamp)
	}
	if opts.State == Current && !beside {
		role = theme.LampNumberCurrent
		if !look.Plain() {
			p.glow = halo(look, lit, look.Size("halo.peakAlpha.pathNear"))
		}
	}
	p.number = oneLine(look, strconv.Itoa(opts.Number), role, true, ink)
	p.words = p.label(f)
	p.begin(f, p, opts.ID, strconv.Itoa(opts.Number)+". "+plainText(opts.Title)+". "+plainText(opts.Status), opts.OnTap)
	return p
}

func (p *PathLamp) label(f *Frame) *fyne.Container {
	look, align := f.Look, Centre
	if p.beside {
		align = Left
	}
	title := NewPara(f, ParaOpts{Text: p.opts.Title, Role: theme.PathTitle, Bold: true, Align: align})
	words := []fyne.CanvasObject{title}
	if p.opts.Status != "" {
		var status fyne.CanvasObject = NewPara(f, ParaOpts{Text: p.opts.Status, Role: theme.Status, Color: theme.OnNightSoft, Align: align})
		icon := map[PathState]string{Lit: "check-circle", Current: "bookmark-simple"}[p.opts.State]
		if icon != "" {
			sign := Icon(f, icon, theme.Lamp, look.Size("kit.path.statusIcon"))
			status = HStack(look.Size("kit.chip.gap"), NoGrow, sign, status)
			if !p.beside {
				status = Center(status)
			}
		}
		words = append(words, status)
	}
	return VStack(look.Size("kit.path.statusGap"), words...)
}

// side is the room of the lamp, with the ring of the current one.
func (p *PathLamp) side() float32 {
	look := p.f.Look
	if p.beside {
		return look.Scaled("kit.path.listLamp")
	}
	if p.opts.State == Current {
		return look.Scaled("pathLamp.current")
	}
	return look.Scaled("pathLamp.size")
}

// HeightFor is the height of the lamp and its words.
func (p *PathLamp) HeightFor(width float32) float32 {
	look := p.f.Look
	if p.beside {
		return max(p.side(), HeightFor(p.words, width-p.side()-look.Size("kit.path.listGap")))
	}
	return p.side() + look.Size("kit.path.titleGap") + HeightFor(p.words, width)
}

// Natural is the width of lamp and words.
func (p *PathLamp) Natural() float32 {
	if p.beside {
		return p.side() + p.f.Look.Size("kit.path.listGap") + Natural(p.words)
	}
	return p.f.Look.Size("kit.path.title")
}

// TypedKey moves along the path with the arrows.
func (p *PathLamp) TypedKey(e *fyne.KeyEvent) {
	by := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyUp: -1, fyne.KeyRight: 1, fyne.KeyDown: 1}[e.Name]
	if by != 0 && p.steps != nil {
		p.steps(p, by)
		return
	}
	p.control.TypedKey(e)
}

// CreateRenderer is for Fyne.
func (p *PathLamp) CreateRenderer() fyne.WidgetRenderer { return draw(p) }

func (p *PathLamp) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{p.core, p.ring0, p.number, p.words, p.ring}
	if p.glow != nil {
		parts = append([]fyne.CanvasObject{p.glow}, parts...)
	}
	return parts
}

func (p *PathLamp) place(size fyne.Size) {
	look := p.f.Look
	side := p.side()
	x, y := (size.Width-side)/2, float32(0)
	if p.beside {
		x, y = 0, (size.Height-side)/2
		wordsX := side + look.Size("kit.path.listGap")
		h := HeightFor(p.words, size.Width-wordsX)
		put(p.words, wordsX, (size.Height-h)/2, size.Width-wordsX, h)
	} else {
		put(p.words, 0, side+look.Size("kit.path.titleGap"), size.Width, size.Height-side-look.Size("kit.path.titleGap"))
	}
	in := float32(0)
	if p.opts.State == Current && !p.beside {
		in = look.Size("pathLamp.ring") + look.Size("kit.path.ringGap")
		placeDisc(p.ring0, x, y, side)
	}
	placeDisc(p.core, x+in, y+in, side-2*in)
	centreText(p.number, x, y, side, side)
	placeRing(p.f, p.ring, x, y, side, side, side/2)
	if p.glow != nil {
		glow := look.Size("kit.path.halo")
		put(p.glow, x+(side-glow)/2, y+(side-glow)/2, glow, glow)
	}
}

func (p *PathLamp) paint() {
	look := p.f.Look
	edge := look.Color(theme.Scene("lampOffEdge"))
	if p.hovered {
		edge = look.Color(theme.OnNight)
	}
	if p.opts.State == NotLit {
		p.core.StrokeColor = edge
		p.core.FillColor = look.Color(theme.Scene("lampOff"))
		if p.pressed {
			p.core.FillColor = look.Color(theme.NightRaise)
		}
		p.core.Refresh()
	}
}
