package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Fit is how a row of an OrderList stands in its order.
type Fit int

// The fits. Each has an icon of its own.
const (
	FitUnknown Fit = iota // not looked at yet: nothing is shown
	FitGood               // a check
	FitAgain              // a double arrow: look at it once more
	FitFree               // a free arrow: any place is good
)

func (fit Fit) icon() string {
	switch fit {
	case FitAgain:
		return "arrows-down-up"
	case FitFree:
		return "arrows-out-line-vertical"
	}
	return "check-circle"
}

// OrderItem is a row of an OrderList.
type OrderItem struct {
	Text string // translated
	Icon string // name of an icon, "" for none
	Fit  Fit
}

// OrderWords are the translated words that an OrderList is read aloud with.
type OrderWords struct {
	Place             func(place, of int) string // "3 of 8"
	Good, Again, Free string                     // "Fits", "Look again", "Any place"
	Lifted            string                     // "picked up"
}

func (w OrderWords) fit(fit Fit) string {
	return [...]string{FitUnknown: "", FitGood: w.Good, FitAgain: w.Again, FitFree: w.Free}[fit]
}

// OrderListOpts are the choices of a list that is put in order.
type OrderListOpts struct {
	ID       string
	Label    string // translated, what is put in order
	Items    []OrderItem
	Order    []int // items from first to last; nil: as they are given
	At       int   // place from 0 that the ring is on
	Words    OrderWords
	Disabled bool
	OnChange func(order []int) // hears every change, also when Escape undoes it
}

// OrderList is rows that are put in order. It is one stop for Tab: up and down
// move the ring from row to row, Home and End to the ends. Space picks the row
// up and puts it down; in between the same keys move the row, and Escape puts
// it back where it was. Enter does the same if the page has no use for it. A
// row that loses the focus is put down where it is. With the mouse the arrows
// of a row move it, and a row can be dragged.
type OrderList struct {
	control
	opts   OrderListOpts
	rows   []*orderRow // by item
	order  []int       // items from first to last
	at     int         // place of the ring
	lifted bool        // the row at the ring is picked up
	before []int       // the order when it was picked up
	lift   *panel      // the box of the row that is picked up
	over   orderSpot   // under the mouse
	down   orderSpot   // where the mouse is pressed
	drag   dragging
	shift  map[int]float32 // how far an item is from its place while it moves
}

// NewOrderList returns a list.
func NewOrderList(f *Frame, opts OrderListOpts) *OrderList {
	l := &OrderList{opts: opts, order: slices.Clone(opts.Order), over: nowhere, down: nowhere}
	if len(l.order) != len(opts.Items) {
		l.order = nil
		for i := range opts.Items {
			l.order = append(l.order, i)
		}
	}
	l.at = min(max(opts.At, 0), max(0, len(l.order)-1))
	for _, item := range opts.Items {
		l.rows = append(l.rows, newOrderRow(f, item))
	}
	l.lift = newLift(f.Look)
	l.disabled = opts.Disabled
	l.begin(f, l, opts.ID, opts.Label, nil)
	l.paint()
	return l
}

// Order is the items from first to last.
func (l *OrderList) Order() []int { return slices.Clone(l.order) }

// At is the place of the ring, from 0.
func (l *OrderList) At() int { return l.at }

// Lifted reports whether the row at the ring is picked up.
func (l *OrderList) Lifted() bool { return l.lifted }

// SetFits shows how the items fit, one for each item; nil shows nothing.
func (l *OrderList) SetFits(fits []Fit) {
	for i, row := range l.rows {
		row.fit = FitUnknown
		if i < len(fits) {
			row.fit = fits[i]
		}
	}
	l.Refresh()
}

// Semantics is what the list is about, the row at the ring, and all rows.
func (l *OrderList) Semantics() Semantics {
	s := l.control.Semantics()
	s.Role = RoleList
	if len(l.order) > 0 {
		s.Value, s.Lines = l.line(l.at), l.lines()
	}
	return s
}

// lines is every row as it is read aloud: "3 of 8: Report. Fits".
func (l *OrderList) lines() []string {
	var lines []string
	for place := range l.order {
		lines = append(lines, l.line(place))
	}
	return lines
}

func (l *OrderList) line(place int) string {
	row, words := l.rows[l.order[place]], l.opts.Words
	text := row.text.Spoken()
	if words.Place != nil {
		text = words.Place(place+1, len(l.order)) + ": " + text
	}
	lifted := ""
	if l.lifted && place == l.at {
		lifted = words.Lifted
	}
	return sentences(text, words.fit(row.fit), lifted)
}

// FocusGained shows the ring on its row.
func (l *OrderList) FocusGained() {
	l.control.FocusGained()
	l.revealRow()
}

// FocusLost puts down what is picked up.
func (l *OrderList) FocusLost() {
	l.lifted = false
	l.control.FocusLost()
}

// TypedKey moves the ring or the row; other keys go to the page.
func (l *OrderList) TypedKey(e *fyne.KeyEvent) {
	switch name := oneEnter(e.Name); {
	case l.disabled || len(l.order) == 0:
		l.f.Keys.Typed(e)
	case name == fyne.KeyUp:
		l.step(l.at - 1)
	case name == fyne.KeyDown:
		l.step(l.at + 1)
	case name == fyne.KeyHome:
		l.step(0)
	case name == fyne.KeyEnd:
		l.step(len(l.order) - 1)
	case name == fyne.KeySpace, name == fyne.KeyReturn && l.lifted:
		l.setLifted(!l.lifted)
	case name == fyne.KeyEscape && l.lifted:
		l.putBack()
	default:
		if !l.f.Keys.Typed(e) && name == fyne.KeyReturn {
			l.setLifted(true)
		}
	}
}

// step moves the ring, with the row if it is picked up.
func (l *OrderList) step(to int) {
	to = min(max(to, 0), len(l.order)-1)
	if l.lifted {
		l.move(l.at, to)
		return
	}
	l.at = to
	l.Refresh()
	l.revealRow()
}

func (l *OrderList) setLifted(lifted bool) {
	if lifted && !l.lifted {
		l.before = slices.Clone(l.order)
	}
	l.lifted = lifted
	l.Refresh()
}

// putBack puts the row that is picked up where it was.
func (l *OrderList) putBack() {
	item := l.order[l.at]
	changed := !slices.Equal(l.order, l.before)
	before := l.tops()
	l.order, l.at, l.lifted = l.before, slices.Index(l.before, item), false
	l.drag.end()
	l.glide(before)
	l.told(changed)
}

// move puts the row at a place to another one; the ring goes with it.
func (l *OrderList) move(from, to int) {
	to = min(max(to, 0), len(l.order)-1)
	item := l.order[from]
	before := l.tops()
	l.order = slices.Insert(slices.Delete(slices.Clone(l.order), from, from+1), to, item)
	l.at = to
	l.glide(before)
	l.told(from != to)
}

func (l *OrderList) told(changed bool) {
	l.Refresh()
	l.revealRow()
	if changed && l.opts.OnChange != nil {
		l.opts.OnChange(l.Order())
	}
}

func (l *OrderList) revealRow() {
	if len(l.order) > 0 {
		l.f.reveal(l.rows[l.order[l.at]].box.object)
	}
}
