package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// TeacherHeadOpts are the choices of a head. All texts are translated.
type TeacherHeadOpts struct {
	Title    string
	Subtitle string              // soft words behind the title, may be empty
	Right    []fyne.CanvasObject // buttons and chips, from left to right; at most one button is primary
	First    []fyne.CanvasObject // at the right end, and the first that Tab reaches on the whole page: hide
}

// TeacherHead is the top of a page of the teacher's space: what the page is
// about, and what one can do with all of it. It stands on the ground of the
// page. Where it is narrow the subtitle goes under the title, and then the
// buttons under both.
type TeacherHead struct {
	widget.BaseWidget
	f               *Frame
	opts            TeacherHeadOpts
	title, subtitle *Para // subtitle is nil without any
	menu            []fyne.CanvasObject
	tools, first    *fyne.Container
	under           *headGround
}

// NewTeacherHead returns a head.
func NewTeacherHead(f *Frame, opts TeacherHeadOpts) *TeacherHead {
	look := f.Look
	h := &TeacherHead{f: f, opts: opts}
	h.title = NewPara(f, ParaOpts{Text: opts.Title, Role: teacherTitle, Bold: true, Full: true})
	if opts.Subtitle != "" {
		h.subtitle = NewPara(f, ParaOpts{Text: opts.Subtitle, Role: theme.Small, Color: theme.InkSoft, Full: true})
	}
	gap := look.Size("kit.teacherHead.gap")
	h.tools, h.first = Wrap(gap, gap, opts.Right...), HStack(gap, NoGrow, opts.First...)
	h.under = &headGround{head: h}
	h.under.ExtendBaseWidget(h.under)
	h.ExtendBaseWidget(h)
	return h
}

// Under is the part of the head that Tab reaches before the page. TeacherScreen
// puts it there.
func (h *TeacherHead) Under() fyne.CanvasObject { return h.under }

// headGround is what Tab reaches before the page; see bandGround.
type headGround struct {
	widget.BaseWidget
	head *TeacherHead
}

// CreateRenderer is for Fyne.
func (g *headGround) CreateRenderer() fyne.WidgetRenderer { return draw(g) }

func (g *headGround) parts() []fyne.CanvasObject { return []fyne.CanvasObject{g.head.first} }

func (g *headGround) paint() {}

// place is done by the head, which has the same room.
func (g *headGround) place(fyne.Size) {}

// CreateRenderer is for Fyne.
func (h *TeacherHead) CreateRenderer() fyne.WidgetRenderer { return draw(h) }

func (h *TeacherHead) parts() []fyne.CanvasObject {
	parts := append([]fyne.CanvasObject(nil), h.menu...)
	return append(append(parts, h.words()...), h.tools)
}

func (h *TeacherHead) words() []fyne.CanvasObject {
	if h.subtitle == nil {
		return []fyne.CanvasObject{h.title}
	}
	return []fyne.CanvasObject{h.title, h.subtitle}
}

func (h *TeacherHead) paint() {}

// headLay is how a head shares its width.
type headLay struct {
	menu, words, tools, first float32 // widths
	beside                    bool    // the subtitle stands behind the title, not under it
	below                     bool    // the tools stand under the words
	text, row, lower          float32 // heights: of the words, of the first row, of the tools below
}

// lay gives the width to the words, or the words the room that the others
// leave; they wrap at last.
func (h *TeacherHead) lay(width float32) headLay {
	look := h.f.Look
	wordsGap, toolsGap := look.Size("kit.teacherHead.wordsGap"), look.Size("kit.teacherHead.toolsGap")
	var y headLay
	for _, o := range shown(h.menu) {
		y.menu += Natural(o) + look.Size("kit.teacherHead.menuGap")
	}
	room := max(0, width-2*look.Size("kit.teacherHead.padX"))
	y.first = Natural(h.first)
	ends := y.menu + y.first
	if y.first > 0 {
		ends += look.Size("kit.teacherHead.toolsGap")
	}
	y.tools = Natural(h.tools)
	title, least, both := h.title.Natural(), h.title.Least(), h.title.Natural()
	if h.subtitle != nil {
		title = max(title, h.subtitle.Natural())
		least = max(least, h.subtitle.Least())
		both += wordsGap + h.subtitle.Natural()
	}
	y.words = room - ends
	if y.tools > 0 {
		y.words -= y.tools + toolsGap
	}
	fold := min(title, max(least, look.Scaled("kit.teacherHead.foldBelow")))
	if y.below = y.tools > 0 && y.words < fold; y.below {
		y.tools, y.words = room, room-ends
	}
	y.words = max(0, y.words)
	y.beside = h.subtitle != nil && both <= y.words
	y.text = h.title.HeightFor(y.words)
	if h.subtitle != nil && !y.beside {
		y.text += h.subtitle.HeightFor(y.words)
	}
	y.row = y.text
	for _, o := range append(shown(h.menu), h.first) {
		y.row = max(y.row, HeightFor(o, Natural(o)))
	}
	switch {
	case y.below:
		y.lower = HeightFor(h.tools, y.tools)
	case y.tools > 0:
		y.row = max(y.row, HeightFor(h.tools, y.tools))
	}
	return y
}

// HeightFor is the height of the design, more where something wraps.
func (h *TeacherHead) HeightFor(width float32) float32 {
	look, y := h.f.Look, h.lay(width)
	need := y.row + 2*look.Size("kit.teacherHead.padY")
	if y.below {
		need += look.Size("kit.teacherHead.gap") + y.lower
	}
	return max(look.Size("kit.teacherHead.height"), need)
}

// Natural is the width in which nothing wraps.
func (h *TeacherHead) Natural() float32 {
	look := h.f.Look
	w := 2*look.Size("kit.teacherHead.padX") + h.title.Natural() + look.Size("kit.teacherHead.toolsGap") + Natural(h.tools) + Natural(h.first)
	if h.subtitle != nil {
		w += look.Size("kit.teacherHead.wordsGap") + h.subtitle.Natural()
	}
	return w
}

// Least is the width of the longest word, or of the widest button.
func (h *TeacherHead) Least() float32 {
	gap, least := h.f.Look.Size("kit.teacherHead.gap"), h.title.Least()
	if h.subtitle != nil {
		least = max(least, h.subtitle.Least())
	}
	for _, o := range shown(h.menu) {
		least += Natural(o) + h.f.Look.Size("kit.teacherHead.menuGap")
	}
	return max(least+gap+Natural(h.first), Least(h.tools)) + 2*h.f.Look.Size("kit.teacherHead.padX")
}

func (h *TeacherHead) place(size fyne.Size) {
	look, y := h.f.Look, h.lay(size.Width)
	gap, x, top := look.Size("kit.teacherHead.gap"), look.Size("kit.teacherHead.padX"), look.Size("kit.teacherHead.padY")
	row := y.row
	if !y.below {
		top, row = 0, size.Height
	}
	end := size.Width - x
	if y.below {
		put(h.tools, x, top+row+gap, y.tools, y.lower)
	}
	for _, o := range shown(h.menu) {
		w, high := Natural(o), HeightFor(o, Natural(o))
		put(o, x, top+(row-high)/2, w, high)
		x += w + look.Size("kit.teacherHead.menuGap")
	}
	if y.first > 0 {
		high := HeightFor(h.first, y.first)
		put(h.first, end-y.first, top+(row-high)/2, y.first, high)
		end -= y.first + gap
	}
	if !y.below && y.tools > 0 {
		high := HeightFor(h.tools, y.tools)
		put(h.tools, end-y.tools, top+(row-high)/2, y.tools, high)
	}
	at, title := top+(row-y.text)/2, h.title.HeightFor(y.words)
	if h.subtitle == nil {
		put(h.title, x, at, y.words, title)
		return
	}
	soft := h.subtitle.HeightFor(y.words)
	if !y.beside {
		put(h.title, x, at, y.words, title)
		put(h.subtitle, x, at+title, y.words, soft)
		return
	}
	wide := h.title.Natural()
	put(h.title, x, at, wide, title)
	put(h.subtitle, x+wide+look.Size("kit.teacherHead.wordsGap"), top+(row-soft)/2, h.subtitle.Natural(), soft)
}
