package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// MenuID is the id of the button that stands for the rail where it has no room.
const MenuID = "head.menu"

// TeacherScreenOpts are the parts of a page of the teacher's space.
type TeacherScreenOpts struct {
	Rail   *Rail
	Head   *TeacherHead
	Body   fyne.CanvasObject // see TeacherPage
	Foot   fyne.CanvasObject // a FooterBar; may be nil
	Menu   string            // translated word of the button that stands for the rail
	OnMenu func()            // the button was pressed: show a RailPage
}

// TeacherScreen is a whole page of the teacher's space: the rail at the left,
// the head on top, a bar at the bottom, and the body in between. In a narrow
// window, and where the text is large, a button in the head stands for the
// rail. Tab goes round: what is First in the rail and the head, which is hide,
// then the body, the foot, the rest of the head and the rail.
func TeacherScreen(f *Frame, opts TeacherScreenOpts) *fyne.Container {
	look := f.Look
	s := teacherScreen{f: f, opts: opts}
	s.ground = canvas.NewVerticalGradient(look.Color(theme.BgTop), look.Color(theme.BgBottom))
	opts.Head.standIn(opts.Menu, opts.OnMenu, opts.Rail.firsts())
	objects := []fyne.CanvasObject{s.ground, opts.Rail.Under(), opts.Head.Under(), opts.Body}
	if opts.Foot != nil {
		objects = append(objects, opts.Foot)
	}
	return &fyne.Container{Layout: s, Objects: append(objects, opts.Head, opts.Rail)}
}

// standIn gives the head what stands there for the rail: the button that opens
// it, and what of its foot Tab reaches first.
func (h *TeacherHead) standIn(menu string, open func(), first []BandItem) {
	h.menu = []fyne.CanvasObject{NewButton(h.f, ButtonOpts{ID: MenuID, Icon: "list", Label: menu, OnTap: open, Small: true})}
	for _, item := range first {
		h.first.Add(NewButton(h.f, ButtonOpts{ID: item.ID, Icon: item.Icon, Label: item.Label, Key: item.Key, Small: true, OnTap: item.OnTap}))
	}
}

// showMenu shows what stands for the rail, or hides it.
func (h *TeacherHead) showMenu(shown bool) {
	for _, o := range h.menu {
		setHidden(o, !shown)
	}
	for _, o := range h.first.Objects[len(h.opts.First):] {
		setHidden(o, !shown)
	}
}

// TeacherPage is a body that scrolls, with the margins of the teacher's space.
func TeacherPage(f *Frame, o fyne.CanvasObject) *Page {
	look := f.Look
	side := look.Size("kit.teacherHead.padX")
	return bound(f, NewPage(f, Pad(Insets{
		Top: look.Size("kit.teacherHead.bodyTop"), Right: side, Bottom: look.Size("kit.teacherHead.bodyBottom"), Left: side,
	}, o)))
}

type teacherScreen struct {
	small
	f      *Frame
	opts   TeacherScreenOpts
	ground *canvas.LinearGradient
}

// RailHidden reports whether a window of that width has no room for the rail
// of the teacher's space.
func RailHidden(f *Frame, width float32) bool {
	look := f.Look
	return width < look.Size("frame.breakpoints.teacherRailToMenuBelowWidth") ||
		look.Scale() >= look.Size("frame.breakpoints.teacherRailToMenuAtTextScale")
}

// Layout places the parts. The body begins where the buttons of the head end,
// so that a focus ring at its upper edge is not cut.
func (s teacherScreen) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	o, look := s.opts, s.f.Look
	hidden := RailHidden(s.f, size.Width)
	var left float32
	if !hidden {
		left = o.Rail.Natural()
	}
	setHidden(o.Rail, hidden)
	setHidden(o.Rail.Under(), hidden)
	o.Head.showMenu(hidden)
	put(s.ground, 0, 0, size.Width, size.Height)
	put(o.Rail.Under(), 0, 0, left, size.Height)
	put(o.Rail, 0, 0, left, size.Height)

	wide := max(0, size.Width-left)
	high := o.Head.HeightFor(wide)
	put(o.Head.Under(), left, 0, wide, high)
	put(o.Head, left, 0, wide, high)
	o.Head.place(o.Head.Size()) // what stands in for the rail may have come or gone
	var low float32
	if o.Foot != nil {
		low = HeightFor(o.Foot, wide)
		put(o.Foot, left, size.Height-low, wide, low)
	}
	top := high - look.Size("kit.teacherHead.bodyTop")
	put(o.Body, left, top, wide, max(0, size.Height-top-low))
}

// reading is the parts in the order in which one reads them: the title belongs
// to the page.
func (s teacherScreen) reading() []regionPart {
	o := s.opts
	var parts []regionPart
	for _, words := range o.Head.words() {
		parts = append(parts, regionPart{words, RegionPage})
	}
	parts = append(parts, regionPart{o.Body, RegionPage})
	if o.Foot != nil {
		parts = append(parts, regionPart{o.Foot, RegionFooter})
	}
	for _, menu := range o.Head.menu {
		parts = append(parts, regionPart{menu, RegionBand})
	}
	return append(parts, regionPart{o.Head.tools, RegionBand}, regionPart{o.Head.Under(), RegionBand},
		regionPart{o.Rail.Under(), RegionRail}, regionPart{o.Rail, RegionRail})
}
