package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// CallOpts are the choices of a rehearsed call. All texts are translated.
type CallOpts struct {
	Avatar string // of who calls, instead of a headset; may be empty
	Chip   string // "Rehearsal"
	Number string // what is called, as it is said
	Who    string // who speaks, and that this person is invented
	Status string // "Robin is speaking", may be empty
	Missed string // "Missed call, 16:02", while nobody speaks; may be empty
	HangUp *Button
}

// CallStage is a Stage with a phone of no brand on which a call is rehearsed.
// Nothing is dialled and nothing is heard: what is said stands in Captions.
func CallStage(f *Frame, opts CallOpts) *fyne.Container {
	look, night := f.Look, f.AtNight()
	stroke := look.Size("kit.phone.bodyStroke")
	body := shadowed(look, phoneShadow, theme.Panel{
		Fill: look.Color(theme.Scene("phoneBody")), Edge: look.Color(theme.NightLine), Stroke: stroke, Radius: look.Size("radius.phoneBody"),
	})
	words := []fyne.CanvasObject{
		Center(Hug(HStack(look.Size("space.s"), NoGrow, Icon(night, "mask-happy", theme.OnNight, look.Size("kit.chip.icon")), BoldText(night, theme.Small, opts.Chip)))),
		Center(opts.face(f)),
		NewPara(night, ParaOpts{Text: opts.Number, Role: theme.NumberSecond, Bold: true, Align: Centre, Heading: true}),
		NewPara(night, ParaOpts{Text: opts.Who, Role: theme.Body, Color: theme.OnNightSoft, Align: Centre}),
	}
	for _, s := range []struct{ icon, words string }{{"speaker-high", opts.Status}, {"phone-slash", opts.Missed}} {
		if s.words != "" {
			words = append(words, Center(Hug(HStack(look.Size("space.s"), NoGrow, Icon(night, s.icon, theme.OnNightSoft, look.Size("kit.chip.icon")), SoftText(night, theme.Small, s.words)))))
		}
	}
	parts := []fyne.CanvasObject{VStack(look.Size("kit.call.gap"), words...)}
	if opts.HangUp != nil {
		parts = append(parts, Center(opts.HangUp))
	} else {
		parts = append(parts, Gap(0, 0))
	}
	screen := Overlay(panelOf(night, theme.CallScreen, look.Size("radius.phoneScreen")),
		NewPage(night, Pad(Even(look.Size("kit.call.pad")), Ends(look.Size("space.l"), parts[0], parts[1]))))
	phone := Overlay(body, Pad(Even(look.Size("kit.phone.inset")+stroke), screen))
	return Stage(f, &fyne.Container{Layout: phoneRoom{look}, Objects: []fyne.CanvasObject{phone}})
}

// face is who is on the other side.
func (o CallOpts) face(f *Frame) fyne.CanvasObject {
	size := f.Look.Size("kit.call.disc")
	if o.Avatar == "" {
		return LampDisc(f, "headset", size)
	}
	return Avatar(f, o.Avatar, size)
}

// Caption is what somebody says in a call.
type Caption struct {
	Who  string // translated
	Text string // translated
	Last bool   // what was said last stands out
}

// Captions are the last things said in a call, the speaker beside each or,
// where it is narrow, above.
func Captions(f *Frame, said ...Caption) *fyne.Container {
	look := f.Look
	var rows []fyne.CanvasObject
	for _, c := range said {
		who, words := SoftText(f, theme.Small, c.Who), SoftText(f, theme.Lead, c.Text)
		if c.Last {
			who, words = BoldText(f, theme.Small, c.Who), Text(f, theme.Lead, c.Text)
		}
		speaker := &fyne.Container{Layout: atLeastWide(look.Scaled("kit.call.speaker")), Objects: []fyne.CanvasObject{who}}
		rows = append(rows, FoldRow(look.Size("frame.breakpoints.narrowStage")*look.Scale(), look.Size("space.l"), 1, speaker, words))
	}
	return Card(f, ruled(f, look.Size("space.m"), rows))
}
