package kit

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
)

// step goes along the way of the cards.
func (l *Lanes) step(by int) {
	way := l.way()
	to := slices.Index(way, l.at) + by
	l.choose(way[min(max(to, 0), len(way)-1)])
	l.revealCard(l.at)
}

// TypedKey sorts; other keys go to the page.
func (l *Lanes) TypedKey(e *fyne.KeyEvent) {
	if l.disabled || l.at < 0 || !l.typed(e.Name) {
		l.f.Keys.Typed(e)
	}
}

func (l *Lanes) typed(name fyne.KeyName) bool {
	card := l.at
	for lane := range l.lanes {
		if name == DigitKey(lane+1) {
			l.putByKey(card, lane)
			return true
		}
	}
	switch {
	case name == fyne.KeyUp:
		l.step(-1)
	case name == fyne.KeyDown:
		l.step(1)
	case name == fyne.KeyHome:
		l.step(-len(l.cards))
	case name == fyne.KeyEnd:
		l.step(len(l.cards))
	case name == fyne.KeyLeft:
		l.aimAt(l.aim - 1)
	case name == fyne.KeyRight:
		l.aimAt(l.aim + 1)
	case name == fyne.KeyZ:
		back := l.TakeBack()
		l.revealCard(l.at)
		return back
	case name == fyne.KeyEscape && l.drag.on:
		l.drag.end()
		l.Refresh()
	case presses(name) && l.aim >= 0:
		l.putByKey(card, l.aim)
	default:
		return false
	}
	return true
}

// putByKey shows the card in its lane, and then the one that follows.
func (l *Lanes) putByKey(card, lane int) {
	l.put(lane)
	l.revealCard(card)
	l.revealCard(l.at)
}

func (l *Lanes) aimAt(lane int) {
	n := len(l.lanes)
	if lane < 0 {
		lane = n - 1
	}
	l.aim, l.over.lane = lane%n, -1
	l.Refresh()
	l.f.reveal(l.lanes[l.aim].box.object)
}

func (l *Lanes) revealCard(card int) {
	switch {
	case card < 0:
	case l.laneOf(card) < 0:
		l.f.reveal(l.top.object)
	default:
		l.f.reveal(l.cards[card].box.object)
	}
}

// FocusGained shows the ring on the current card.
func (l *Lanes) FocusGained() {
	l.control.FocusGained()
	l.revealCard(l.at)
}

// held is what stands beside the current card.
func (l *Lanes) held() []fyne.CanvasObject {
	if l.opts.Aside == nil {
		return nil
	}
	return []fyne.CanvasObject{l.opts.Aside}
}

// Semantics is the question, the current card, the lanes with their digits,
// and all cards.
func (l *Lanes) Semantics() Semantics {
	s := l.control.Semantics()
	s.Role = RoleList
	for i, lane := range l.opts.Lanes {
		s.Lines = append(s.Lines, strconv.Itoa(i+1)+": "+plainText(lane.Title))
	}
	if l.front() < 0 {
		s.Lines = append(s.Lines, plainText(l.opts.Words.Empty))
	}
	s.Lines = append(s.Lines, l.lines()...)
	if l.at >= 0 {
		s.Value = l.line(l.at)
	}
	return s
}

// lines is every card as it is read aloud, with its lane and the reason.
func (l *Lanes) lines() []string {
	var lines []string
	for _, card := range l.way() {
		lines = append(lines, l.line(card))
	}
	return lines
}

func (l *Lanes) line(card int) string {
	c := l.cards[card]
	place, lane, reason := "", "", ""
	if l.opts.Words.Place != nil {
		place = l.opts.Words.Place(card+1, len(l.cards))
	}
	if in := l.laneOf(card); in >= 0 {
		lane, reason = plainText(l.opts.Lanes[in].Title), plainText(c.reasonText(in))
	}
	return sentences(place, plainText(c.item.Who), plainText(c.item.Text), lane, reason)
}
