package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
)

// RatherNot is what a Scale is set to when the part outside of it is chosen.
const RatherNot = -1

// ScaleOpts are the choices of a scale. Texts are translated.
type ScaleOpts struct {
	ID       string
	Label    string   // what it is about, for reading aloud
	Steps    []string // the words of every step, from the least to the most
	Outside  string   // an answer that is no step, such as "I'd rather not say"; may be empty
	Chosen   int      // 1 for the first step, RatherNot, or 0 for none
	Disabled bool
	OnChange func(chosen int)
}

// Scale is a few steps from the least to the most, all with their words, and
// an answer outside of them. It is one stop for Tab. The arrows move the ring
// and choose nothing; Space, Enter and a tap choose the part at the ring, and
// so does its digit; the digit of Outside is the one after the steps. Space
// and the digit of what is chosen take it back. Enter on it goes to the page,
// whose primary button confirms it, and takes it back if there is none.
type Scale struct {
	control
	opts       ScaleOpts
	parted     []*scalePart // the steps, then Outside
	at         int          // the part with the ring
	step       int          // the step that the ring goes back to from Outside
	over, down int          // parts under the mouse, -1 for none
	stacked    bool         // the parts stand under each other
}

// NewScale returns a scale.
func NewScale(f *Frame, opts ScaleOpts) *Scale {
	s := &Scale{opts: opts, over: -1, down: -1}
	for i, words := range opts.Steps {
		s.parted = append(s.parted, newScalePart(f, i+1, words))
	}
	if opts.Outside != "" {
		s.parted = append(s.parted, newScalePart(f, len(opts.Steps)+1, opts.Outside))
	}
	if s.opts.Chosen = s.known(opts.Chosen); s.opts.Chosen != 0 {
		s.at = s.partOf(s.opts.Chosen)
	}
	s.step = min(s.at, max(0, len(opts.Steps)-1))
	s.disabled = opts.Disabled
	s.begin(f, s, opts.ID, opts.Label, nil)
	s.paint()
	return s
}

// known is the value itself if there is such a part, else 0.
func (s *Scale) known(chosen int) int {
	if chosen == RatherNot && s.opts.Outside != "" || chosen > 0 && chosen <= len(s.opts.Steps) {
		return chosen
	}
	return 0
}

// partOf is the index of the part of a value.
func (s *Scale) partOf(chosen int) int {
	if chosen == RatherNot {
		return len(s.opts.Steps)
	}
	return chosen - 1
}

// valueOf is the value of the part with an index.
func (s *Scale) valueOf(part int) int {
	if s.outside(part) {
		return RatherNot
	}
	return part + 1
}

func (s *Scale) outside(part int) bool { return part == len(s.opts.Steps) }

func (s *Scale) isChosen(part int) bool {
	return s.opts.Chosen != 0 && part == s.partOf(s.opts.Chosen)
}

// Chosen is 1 for the first step, RatherNot, or 0 for none.
func (s *Scale) Chosen() int { return s.opts.Chosen }

// SetChosen shows a step, RatherNot or 0 for none, without telling it.
func (s *Scale) SetChosen(chosen int) {
	if s.opts.Chosen = s.known(chosen); s.opts.Chosen != 0 {
		s.ringOn(s.partOf(s.opts.Chosen))
	}
	s.Refresh()
}

// Choose chooses a step or RatherNot, as its digit does, and tells it; what is
// chosen already is taken back.
func (s *Scale) Choose(chosen int) {
	if s.disabled || s.known(chosen) == 0 {
		return
	}
	s.ringOn(s.partOf(chosen))
	if s.opts.Chosen == chosen {
		chosen = 0
	}
	s.opts.Chosen = chosen
	s.Refresh()
	if s.opts.OnChange != nil {
		s.opts.OnChange(chosen)
	}
}

// BindDigits lets the digits choose wherever the focus is on the page.
func (s *Scale) BindDigits(keys *Keys) {
	for part := range s.parted {
		keys.OnDigit(part+1, func() { s.Choose(s.valueOf(part)) })
	}
}

// Semantics is the question, the part at the ring while the scale has the
// focus and what is chosen otherwise, and all parts.
func (s *Scale) Semantics() Semantics {
	says := s.control.Semantics()
	says.Role = RoleSegmented
	for _, p := range s.parted {
		says.Lines = append(says.Lines, p.words.Spoken())
	}
	part := s.at
	if !s.focused {
		part = s.partOf(s.opts.Chosen)
	}
	if part < 0 || part >= len(s.parted) {
		return says
	}
	says.Value, says.Key = says.Lines[part], strconv.Itoa(part+1)
	if s.isChosen(part) {
		says.State |= StateChosen
	}
	return says
}

// TypedKey moves the ring or chooses; other keys go to the page.
func (s *Scale) TypedKey(e *fyne.KeyEvent) {
	if s.disabled || len(s.parted) == 0 || !s.typed(oneEnter(e.Name)) {
		s.f.Keys.Typed(e)
	}
}

func (s *Scale) typed(name fyne.KeyName) bool {
	for part := range s.parted {
		if name == DigitKey(part+1) {
			s.Choose(s.valueOf(part))
			return true
		}
	}
	switch name {
	case fyne.KeyLeft:
		s.ringOn(s.at - 1)
	case fyne.KeyRight:
		s.ringOn(s.at + 1)
	case fyne.KeyUp:
		s.across(-1)
	case fyne.KeyDown:
		s.across(1)
	case fyne.KeyHome:
		s.ringOn(0)
	case fyne.KeyEnd:
		s.ringOn(len(s.parted) - 1)
	case fyne.KeySpace:
		s.Choose(s.valueOf(s.at))
	case fyne.KeyReturn:
		if !s.isChosen(s.at) || !s.f.Keys.Typed(&fyne.KeyEvent{Name: name}) {
			s.Choose(s.valueOf(s.at))
		}
	default:
		return false
	}
	return true
}

// across moves the ring up or down: to the neighbour in a column, and between
// the row of the steps and what stands below it.
func (s *Scale) across(by int) {
	switch {
	case s.stacked:
		s.ringOn(s.at + by)
	case by > 0 && s.opts.Outside != "":
		s.ringOn(len(s.opts.Steps))
	case by < 0 && s.outside(s.at):
		s.ringOn(s.step)
	}
}

func (s *Scale) ringOn(part int) {
	s.at = min(max(part, 0), len(s.parted)-1)
	if !s.outside(s.at) {
		s.step = s.at
	}
	s.Refresh()
	s.reveal()
}

func (s *Scale) reveal() {
	if s.at < len(s.parted) && s.focused {
		s.f.reveal(s.parted[s.at].box.object)
	}
}

// FocusGained shows the ring on its part.
func (s *Scale) FocusGained() {
	s.control.FocusGained()
	s.reveal()
}
