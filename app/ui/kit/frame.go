package kit

import (
	"time"

	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// Frame is what every widget of one page is built with: the look, the keys of
// the page, and whether keys are shown. Make one for each page that is built;
// when the look changes, the page is built again with a new one.
type Frame struct {
	Look     *theme.Look
	Keys     *Keys
	ShowKeys bool // the person's setting; see KeysShown
	night    bool
	pages    *[]*Page
	OnFocus  func(id string) // hears which control got the focus; may be nil
	OnValue  func(id string) // hears that the control with the focus says something else now; may be nil
	OnKey    func()          // hears that a key went down on a control; may be nil
	Motion   *Motion         // nil: nothing moves
	Arriving bool            // the page has just come, so its news may move
	// After calls do on the goroutine of the screen when a while has passed, and
	// returns what calls it off.
	After func(wait time.Duration, do func()) (off func() bool)
	// Tell puts into words what a widget says of itself, with its state, for
	// screen readers; nil says its name and value.
	Tell func(Semantics) string
	// Shortcut gets the shortcuts that a Field has no use for; nil hands them to
	// the canvas of the window, as if nothing had the focus.
	Shortcut func(fyne.Shortcut)
}

// NewFrame returns the frame of one page. Keys may be nil for a sample that
// is only looked at.
func NewFrame(look *theme.Look, keys *Keys, showKeys bool) *Frame {
	return &Frame{Look: look, Keys: keys, ShowKeys: showKeys, After: after, pages: new([]*Page)}
}

func after(wait time.Duration, do func()) (off func() bool) {
	return time.AfterFunc(wait, func() { fyne.Do(do) }).Stop
}

// AtNight is the same frame for widgets that stand on the dark ground of the
// top band, the stage or the dusk scene: text and focus ring get the colours
// of the night.
func (f *Frame) AtNight() *Frame {
	night := *f
	night.night = true
	return &night
}

// AtDay is the same frame for widgets that stand on a bright box again.
func (f *Frame) AtDay() *Frame {
	day := *f
	day.night = false
	return &day
}

// KeysShown reports whether key caps are drawn: the setting is on and the text
// is not so large that their room is needed for words.
func (f *Frame) KeysShown() bool {
	return f.ShowKeys && f.Look.Scale() < largestWithKeys
}

// KeyShown reports whether the cap of a key is drawn: keys are shown, and this
// one does something.
func (f *Frame) KeyShown(print string) bool {
	return f.KeysShown() && !f.Keys.off(print)
}

// largestWithKeys is the text scale from which key caps give way to words.
const largestWithKeys = 1.8

// Tight reports whether the text is so large that stages fold and paths turn
// into lists.
func (f *Frame) Tight() bool {
	return f.Look.Scale() >= f.Look.Size("frame.breakpoints.foldStageAtTextScale")
}

func (f *Frame) ink() theme.Role {
	if f.night {
		return theme.OnNight
	}
	return theme.Ink
}

func (f *Frame) inkSoft() theme.Role {
	if f.night {
		return theme.OnNightSoft
	}
	return theme.InkSoft
}

func (f *Frame) edge() theme.Role {
	if f.night {
		return theme.NightLine
	}
	return theme.LineStrong
}

func (f *Frame) tell(s Semantics) string {
	if f.Tell == nil {
		return s.Plain()
	}
	return f.Tell(s)
}

// focused brings a control that got the focus into view and says so.
func (f *Frame) focused(c Control) {
	f.reveal(c)
	if f.OnFocus != nil {
		f.OnFocus(c.ID())
	}
}

// reveal brings a control that got the focus into the view of its page.
func (f *Frame) reveal(o fyne.CanvasObject) {
	for _, p := range *f.pages {
		p.Reveal(o)
	}
}
