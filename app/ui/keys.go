package ui

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
)

// keys are the keys that mean the same on every page.
func (s *Shell) keys() *kit.Keys {
	k := kit.NewKeys(nil)
	k.SetSingle(s.prefer[learner.SingleKeys] != "off")
	k.On(fyne.KeyEscape, s.Back)
	k.On(fyne.KeyF1, func() { s.Open(learner.Help) })
	k.On(fyne.KeyF11, func() { s.window.SetFullScreen(!s.window.FullScreen()) })
	k.On(fyne.KeyF6, s.nextRegion)
	k.On(fyne.KeyF2, s.Aside)
	k.OnRune('?', func() { s.Open(learner.KeyList) })
	w := s.words
	k.Tell(w.T("next control, the one before"), w.T("Tab"), w.T("Shift Tab"))
	k.Tell(w.T("next part of the page"), "F6")
	k.Tell(w.T("Back"), w.T("Esc"))
	k.Tell(w.T("Help"), "F1")
	k.Tell(w.T("Hide"), w.T("Ctrl H"))
	if s.quiet != "" {
		k.Tell(w.T("another story, and back"), "F2")
	}
	k.On(fyne.KeyF3, s.sayAgain)
	k.Tell(w.T("read aloud, and stop"), w.T("Ctrl L"))
	if s.aloud.on {
		k.Tell(w.T("read it again"), "F3")
	}
	k.Tell(w.T("the whole screen, and back"), "F11")
	k.Tell(w.T("this list"), "?")
	return k
}

// keysBelow are the keys of the page that the list of keys came from: it is
// built for them, and not shown.
func (s *Shell) keysBelow(d learner.Desk) []kit.KeyLine {
	keys, here := kit.NewKeys(s.keys()), s.place
	d.F = kit.NewFrame(s.look, keys, false)
	s.place, _ = s.last()
	s.build(&d)
	s.place = here
	return keys.Told()
}
