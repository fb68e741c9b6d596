package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// Motion is what moves on a page: new messages, a row that changes its place,
// a lamp that lights. Nothing moves at rest; every movement ends by itself,
// after the time in tokens.json ("motion", in milliseconds), and at once with
// Finish. A frame without one is calm: everything is at its end at once.
type Motion struct {
	start   func(*fyne.Animation)
	running []movement
}

type movement struct {
	clock *fyne.Animation
	tick  func(part float32)
}

// NewMotion returns a motion for one page.
func NewMotion() *Motion { return &Motion{start: (*fyne.Animation).Start} }

// Finish puts everything where it was going, for a key press or a new page.
func (m *Motion) Finish() {
	if m == nil {
		return
	}
	running := m.running
	m.running = nil
	for _, r := range running {
		r.clock.Stop()
		r.tick(1)
	}
}

// move calls tick with 0, then with the part of the way from 0 to 1 as time
// goes, and last with 1; in a calm frame only with 1. The time is the token's,
// so many times over.
func (f *Frame) move(token string, times int, tick func(part float32)) {
	if f.Motion == nil {
		tick(1)
		return
	}
	m := f.Motion
	clock := &fyne.Animation{Duration: time.Duration(times) * time.Duration(f.Look.Size(token)) * time.Millisecond, Curve: fyne.AnimationEaseOut}
	clock.Tick = func(part float32) {
		if tick(part); part >= 1 {
			m.drop(clock)
		}
	}
	tick(0)
	m.running = append(m.running, movement{clock, tick})
	m.start(clock)
}

func (m *Motion) drop(clock *fyne.Animation) {
	for i, r := range m.running {
		if r.clock == clock {
			m.running = append(m.running[:i], m.running[i+1:]...)
			return
		}
	}
}

// share is the part of a movement that is the i-th of several that follow each
// other.
func share(part float32, i, of int) float32 {
	return min(1, max(0, part*float32(of)-float32(i)))
}
