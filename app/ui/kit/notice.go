package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// NoticeTone is how much a notice asks for a look.
type NoticeTone int

// The tones.
const (
	NoticeCalm NoticeTone = iota // it was kept, it is ready
	NoticeLamp                   // asks for a look: settings were repaired
	NoticeHelp                   // where help is
	NoticeCare                   // something could not be done
)

// NoticeOpts are the choices of a notice. Texts are translated.
type NoticeOpts struct {
	ID        string // of the button that dismisses it
	Tone      NoticeTone
	Icon      string // name of an icon; that of the tone if empty
	Title     string // may be empty
	Text      string // what happened, what is safe, what to do
	Button    *Button
	Dismiss   string // word of a button that takes the notice away; not beside Button
	OnDismiss func() // the notice is gone already
}

func (t NoticeTone) look() (icon string, strong, wash theme.Role) {
	switch t {
	case NoticeLamp:
		return "info", theme.LampInk, theme.LampWash
	case NoticeHelp:
		return "lifebuoy", theme.Help, theme.HelpWash
	case NoticeCare:
		return "warning-circle", theme.Care, theme.CareWash
	}
	return "check-circle", theme.InkSoft, theme.SurfaceSoft
}

// NewNotice tells inside the page that something happened: an icon, words, and
// at most one button, which moves under the words where it is narrow. It is
// read aloud with the page and stays until it is dismissed or the page is
// built without it.
func NewNotice(f *Frame, opts NoticeOpts) *fyne.Container {
	look := f.Look
	icon, strong, wash := opts.Tone.look()
	if opts.Icon != "" {
		icon = opts.Icon
	}
	f = f.AtDay()
	words := VStack(0)
	if opts.Title != "" {
		words.Add(BoldText(f, theme.BubbleText, opts.Title))
	}
	words.Add(Text(f, theme.BubbleText, opts.Text))
	notice := &fyne.Container{Layout: overlay{}}
	button := opts.Button
	if button == nil && opts.Dismiss != "" {
		button = NewButton(f, ButtonOpts{ID: opts.ID, Label: opts.Dismiss, Small: true, OnTap: func() { dismiss(notice, opts.OnDismiss) }})
	}
	gap := look.Size("kit.notice.gap")
	inside := TopRow(gap, 1, Icon(f, icon, strong, look.Size("kit.notice.icon")), words)
	if button != nil {
		growth := 1 + (look.Scale()-1)*look.Size("kit.notice.growth")
		inside = FoldRow(look.Size("kit.notice.fold")*growth, gap, 0, inside, Hug(button))
	}
	pad := Sides(look.Size("kit.notice.padY"), look.Size("kit.notice.padX"))
	notice.Objects = []fyne.CanvasObject{panelOf(f, wash, look.Size("kit.card.radiusSoft")), Pad(pad, inside)}
	return notice
}

// dismiss takes a notice away and lets the page close the gap.
func dismiss(notice *fyne.Container, then func()) {
	if on := fyne.CurrentApp().Driver().CanvasForObject(notice); on != nil {
		on.Unfocus()
	}
	notice.Hide()
	relay(notice)
	if then != nil {
		then()
	}
}
