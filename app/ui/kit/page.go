package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Page is a region that scrolls up and down, never sideways: the content gets
// the width, then the height that it needs at that width, and at least the
// height of the region. A control that gets the focus is brought into view.
type Page struct {
	widget.BaseWidget
	f       *Frame
	content fyne.CanvasObject
	scroll  *container.Scroll
	width   float32
	need    float32 // height of the content at that width
}

// NewPage returns a scrolling region.
func NewPage(f *Frame, content fyne.CanvasObject) *Page {
	p := &Page{f: f, content: content}
	p.scroll = container.NewVScroll(&fyne.Container{Layout: pageLayout{p}, Objects: []fyne.CanvasObject{content}})
	*f.pages = append(*f.pages, p)
	p.ExtendBaseWidget(p)
	return p
}

type pageLayout struct{ page *Page }

// MinSize is the height that the content needs.
func (l pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, HeightFor(l.page.content, l.page.width))
}

// Layout gives the content all the room.
func (l pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, size.Width, size.Height)
}

// HeightFor is the height at which nothing has to scroll.
func (p *Page) HeightFor(width float32) float32 { return HeightFor(p.content, width) }

// Natural is the natural width of the content.
func (p *Page) Natural() float32 { return Natural(p.content) }

// CreateRenderer is for Fyne.
func (p *Page) CreateRenderer() fyne.WidgetRenderer { return draw(p) }

func (p *Page) parts() []fyne.CanvasObject { return []fyne.CanvasObject{p.scroll} }

func (p *Page) paint() {}

func (p *Page) place(size fyne.Size) {
	need := HeightFor(p.content, size.Width)
	fresh := p.scroll.Size() != size || p.need != need
	p.width, p.need = size.Width, need
	put(p.scroll, 0, 0, size.Width, size.Height)
	if fresh { // a refresh while a frame is drawn would ask for another frame
		p.scroll.Refresh()
	}
}

// Bind lets Page Up, Page Down, Home and End scroll the page.
// A key that already does something keeps doing it.
func (p *Page) Bind(keys *Keys) {
	keys.onFree(fyne.KeyPageUp, func() { p.By(-p.Size().Height) })
	keys.onFree(fyne.KeyPageDown, func() { p.By(p.Size().Height) })
	keys.onFree(fyne.KeyHome, func() { p.to(0) })
	keys.onFree(fyne.KeyEnd, func() { p.to(p.scroll.Content.Size().Height) })
}

// By scrolls down by a height in units, up if negative. A step of a whole
// region leaves some lines standing, so that the eye finds its place.
func (p *Page) By(height float32) {
	const kept = 0.85
	p.to(p.scroll.Offset.Y + height*kept)
}

func (p *Page) to(y float32) {
	y = max(0, min(y, p.scroll.Content.Size().Height-p.Size().Height))
	if y != p.scroll.Offset.Y {
		p.scroll.ScrollToOffset(fyne.NewPos(0, y))
	}
}

// Offset is how far the page is scrolled down, to put it back after it was
// built again.
func (p *Page) Offset() float32 { return p.scroll.Offset.Y }

// SetOffset scrolls to an Offset.
func (p *Page) SetOffset(y float32) { p.to(y) }

// Reveal scrolls as little as needed to show the object with its focus ring.
// It does nothing for objects that are not in the page.
func (p *Page) Reveal(o fyne.CanvasObject) {
	at, inside := placeIn(p.content, o)
	if !inside {
		return
	}
	margin := p.f.Look.Size("space.l")
	top, bottom := at.Y-margin, at.Y+o.Size().Height+margin
	switch view := p.Size().Height; {
	case top < p.scroll.Offset.Y:
		p.to(top)
	case bottom > p.scroll.Offset.Y+view:
		p.to(min(top, bottom-view))
	}
}

// placeIn is the position of an object within another.
func placeIn(root, o fyne.CanvasObject) (fyne.Position, bool) {
	if root == o {
		return fyne.Position{}, true
	}
	var inside []fyne.CanvasObject
	switch r := root.(type) {
	case *fyne.Container:
		inside = r.Objects
	case *container.Scroll:
		inside = []fyne.CanvasObject{r.Content}
	case drawn:
		inside = r.parts()
	}
	for _, child := range inside {
		if at, found := placeIn(child, o); found {
			return at.Add(child.Position()), true
		}
	}
	return fyne.Position{}, false
}
