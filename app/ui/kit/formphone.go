package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// FormOpts are the choices of a form of an app that does not exist. All texts
// are translated.
type FormOpts struct {
	Title string // what the form is for
	Step  string // "Step 1 of 3"
	Ask   string
	Rows  []fyne.CanvasObject // the answers, such as Choices
	Note  string              // under the rows, may be empty
}

// Form is one page of a form: a head with where one is, the question, and its
// answers. It stands on a phone, see FormStage, or where the stage is folded
// on the page.
func Form(f *Frame, opts FormOpts) *fyne.Container {
	f = f.AtDay()
	return Card(f, VStack(f.Look.Size("space.l"), formHead(f, opts), formBody(f, opts)))
}

// FormChosen is the answer of a form that was chosen, or the empty box before.
func FormChosen(f *Frame, text string) *fyne.Container {
	f = f.AtDay()
	look := f.Look
	if text != "" {
		return Wash(f, theme.LampWash, TopRow(look.Size("space.m"), 1, Icon(f, "check-circle", theme.LampInk, look.Size("kit.button.icon")), Text(f, theme.BubbleText, text)))
	}
	box := newPanel(look, theme.Panel{
		Fill: look.Color(theme.SurfaceSoft), Edge: look.Color(theme.LineStrong), Stroke: look.Size("stroke.control"), Radius: look.Size("radius.control"),
	}).object
	return Overlay(box, AtLeast(2*look.Size("kit.phone.header"), VStack(0)))
}

func formHead(f *Frame, opts FormOpts) *fyne.Container {
	look := f.Look
	return HStack(look.Size("kit.phone.headerGap"), 1,
		IconDisc(f, "megaphone-simple", ToneDoubt, look.Size("kit.phone.headerDisc")),
		VStack(0, BoldText(f, theme.BubbleText, opts.Title), SoftText(f, theme.Caption, opts.Step)))
}

func formBody(f *Frame, opts FormOpts) *fyne.Container {
	look := f.Look
	var parts []fyne.CanvasObject
	if opts.Ask != "" {
		parts = append(parts, Pad(Sides(look.Size("kit.kinds.formLead"), 0), BoldText(f, theme.Subheading, opts.Ask)))
	}
	parts = append(parts, opts.Rows...)
	if opts.Note != "" {
		parts = append(parts, SoftText(f, theme.Caption, opts.Note))
	}
	return VStack(look.Size("kit.kinds.rowGap"), parts...)
}

// FormStage is a Stage with a Form on a phone of no brand. The form scrolls on
// its screen.
func FormStage(f *Frame, opts FormOpts) *fyne.Container {
	day, look := f.AtDay(), f.Look
	stroke := look.Size("kit.phone.bodyStroke")
	in := look.Size("kit.phone.inset") + stroke
	body := shadowed(look, phoneShadow, theme.Panel{
		Fill: look.Color(theme.Scene("phoneBody")), Edge: look.Color(theme.NightLine), Stroke: stroke, Radius: look.Size("radius.phoneBody"),
	})
	head := AtLeast(look.Size("kit.phone.header"), Pad(Sides(look.Size("space.m"), look.Size("kit.kinds.formPad")), formHead(day, opts)))
	page := NewPage(day, Pad(Sides(look.Size("space.m"), look.Size("kit.kinds.formPad")), formBody(day, opts)))
	screen := Overlay(panelOf(day, theme.Surface, look.Size("radius.phoneScreen")),
		Pad(Insets{Bottom: look.Size("radius.phoneScreen") / 2}, &fyne.Container{Layout: underHead{}, Objects: []fyne.CanvasObject{VStack(0, head, Rule(day)), page}}))
	phone := Overlay(body, Pad(Even(in), screen))
	return Stage(f, &fyne.Container{Layout: phoneRoom{look}, Objects: []fyne.CanvasObject{phone}})
}

// underHead gives a head the height that it needs, and what stands under it
// the rest, however little that is.
type underHead struct{ stack }

// Layout places the two.
func (underHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	high := HeightFor(objects[0], size.Width)
	put(objects[0], 0, 0, size.Width, high)
	put(objects[1], 0, high, size.Width, max(0, size.Height-high))
}
