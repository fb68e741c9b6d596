package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vigie/app/ui/theme"
)

// SheetOpts are the choices of a sheet. Texts are translated.
type SheetOpts struct {
	ID       string
	Title    string            // the question
	Body     fyne.CanvasObject // what it is about, for a bright ground; may be nil
	Actions  []*Button         // the answers, in the order of Tab; the primary last
	Harms    []string          // ids of the answers that can't be taken back: they never have the focus first
	Close    string            // word of the button that closes without an answer
	CloseKey string            // print of Escape, "" draws no key
	Opener   string            // id of the control that opened it, see Sheet.Opener
	OnClose  func()            // Escape and the closing button; the page is built again without the sheet
}

// Sheet is a question over its page that must be answered, or closed with
// Escape. It is an ordinary object of the page and not an overlay of the
// toolkit, so hide and help work on. Lay it over the whole page with Over:
// while it is shown, Tab goes round in it, and what lies below can neither be
// pressed nor is it read aloud.
type Sheet struct {
	widget.BaseWidget
	f       *Frame
	opts    SheetOpts
	scrim   *scrim
	card    *fyne.Container
	title   *Para
	flow    *fyne.Container // what scrolls
	scroll  *Page
	actions *fyne.Container
	close   *Button
	fence   *fence
	lay     sheetLay
	below   *Keys // the keys of the page as they were without the sheet
}

// NewSheet returns a sheet and lets Escape close it.
func NewSheet(f *Frame, opts SheetOpts) *Sheet {
	f = f.AtDay()
	look := f.Look
	s := &Sheet{f: f, opts: opts}
	s.title = BoldText(f, theme.Heading, opts.Title)
	s.close = NewButton(f, ButtonOpts{ID: s.CloseID(), Label: opts.Close, Icon: "own-cross", Key: opts.CloseKey, Kind: Ghost, OnTap: s.end})
	s.flow = VStack(look.Size("kit.sheet.gap"))
	s.scroll = NewPage(f, Pad(Even(look.Size("kit.sheet.ringRoom")), s.flow))
	var answers []fyne.CanvasObject
	for _, b := range opts.Actions {
		answers = append(answers, b)
	}
	gap := look.Size("kit.sheet.actionGap")
	s.actions = HugRight(Wrap(gap, gap, answers...))
	s.card = shadowed(look, liftShadow, theme.Panel{
		Fill: look.Color(theme.Surface), Edge: look.Color(theme.LineStrong), Stroke: plainStroke(look, 0), Radius: look.Size("radius.card"),
	})
	s.scrim, s.fence = newScrim(s), newFence(s, s.start)
	s.fill(sheetLay{})
	s.ExtendBaseWidget(s)
	s.bind()
	return s
}

func (s *Sheet) end() {
	if s.opts.OnClose != nil {
		s.opts.OnClose()
	}
}

// CloseID is the id of the closing button.
func (s *Sheet) CloseID() string { return s.opts.ID + ".close" }

// Opener is the id of the control that opened the sheet, which gets the focus
// back when it is closed.
func (s *Sheet) Opener() string { return s.opts.Opener }

// First is the id of the control that shall have the focus when the sheet
// opens: the first answer that does no harm, or the closing button.
func (s *Sheet) First() string {
	for _, b := range s.opts.Actions {
		if !b.Disabled() && b.Visible() && !slices.Contains(s.opts.Harms, b.ID()) {
			return b.ID()
		}
	}
	return s.CloseID()
}

// bind lets Escape close the sheet and the page keys scroll it.
func (s *Sheet) bind() {
	if s.f.Keys != nil {
		s.scroll.Bind(s.f.Keys)
		s.f.Keys.On(fyne.KeyEscape, s.end)
	}
}

// takeKeys takes away the keys that the page below has bound: a digit must not
// choose something there. Those of the shell stay.
func (s *Sheet) takeKeys() {
	k := s.f.Keys
	if k == nil || s.below != nil {
		return
	}
	below, fresh := *k, NewKeys(k.parent)
	s.below = &below
	k.named, k.runes, k.told = fresh.named, fresh.runes, nil
	s.bind()
}

// Hide shows the page alone again, with its keys.
func (s *Sheet) Hide() {
	if s.below != nil {
		k := s.f.Keys
		k.named, k.runes, k.told = s.below.named, s.below.runes, s.below.told
		s.below = nil
	}
	s.BaseWidget.Hide()
}

// Show lays the sheet over the page again.
func (s *Sheet) Show() {
	s.takeKeys()
	s.BaseWidget.Show()
}

// Over lays a sheet over a page. The keys of the page do nothing from now on,
// only those of the shell do; keys that are bound afterwards are for what is
// on the sheet.
func Over(page fyne.CanvasObject, sheet *Sheet) *fyne.Container {
	sheet.takeKeys()
	return &fyne.Container{Layout: over{sheet: sheet}, Objects: []fyne.CanvasObject{newFence(sheet, sheet.first), page, sheet}}
}

// over gives page and sheet the whole room.
type over struct {
	overlay
	sheet *Sheet
}

// uppermost is the sheet that is shown over a page, or the page itself.
func uppermost(root fyne.CanvasObject) fyne.CanvasObject {
	top := root
	walk(root, func(o fyne.CanvasObject) {
		if c, is := o.(*fyne.Container); is {
			if l, covers := c.Layout.(over); covers && l.sheet.Visible() {
				top = l.sheet
			}
		}
	})
	return top
}
