package learner

import (
	"strconv"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// ask is the sign to stop, with the question beside it.
func (d *Desk) ask(question string) fyne.CanvasObject {
	words := []fyne.CanvasObject{kit.BoldText(d.F, theme.Heading, question)}
	if rest, found := splitStop(d.text("Stop."), question); found {
		words = []fyne.CanvasObject{kit.BoldText(d.F, theme.Stop, d.text("Stop.")), kit.BoldText(d.F, theme.Heading, rest)}
	}
	return kit.HStack(d.space("xl"), 1, kit.RingedLamp(d.F, "hand-palm"), kit.VStack(0, words...))
}

// options are the answers of a page, chosen by tap or digit.
func (d *Desk) options(texts []string, picked int, disabled bool) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, text := range texts {
		do := d.pick(i)
		if !disabled {
			d.F.Keys.OnDigit(i+1, do)
		}
		out = append(out, kit.NewChoice(d.F, kit.ChoiceOpts{
			ID: optionID(i), Number: i + 1, Text: text, Chosen: i == picked, Disabled: disabled && i != picked, OnTap: do,
		}))
	}
	if !disabled {
		d.arrows(len(texts))
	}
	return out
}

// pick chooses an option and keeps the focus on it.
func (d *Desk) pick(n int) func() {
	return func() {
		d.Act.Aim(optionID(n))
		d.Act.Do(lesson.Pick{N: n})
	}
}

// arrows lets up and down move between options.
func (d *Desk) arrows(n int) {
	var ids []string
	for i := range n {
		ids = append(ids, optionID(i))
	}
	d.F.Keys.On(fyne.KeyDown, func() { d.Act.Move(ids, 1) })
	d.F.Keys.On(fyne.KeyUp, func() { d.Act.Move(ids, -1) })
}

func optionID(i int) string { return "option." + strconv.Itoa(i+1) }

// pause is the question before a choice, in one of three forms.
func pause(d *Desk, v lesson.View) Screen {
	p := v.Scene.Pause
	answered := p.Reply != ""
	answers := d.options(p.Answers, p.Picked, answered)
	parts := []fyne.CanvasObject{d.ask(p.Ask)}
	if p.Form == lesson.Weigh {
		parts = append(parts, kit.Grid(2, 260, d.space("l"), answers...))
	} else {
		parts = append(parts, kit.VStack(d.space("m"), answers...))
	}
	first := optionID(0)
	if answered {
		parts = append(parts, kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneLamp, Icon: "chat-teardrop-text", Text: p.Reply}))
		first = PrimaryID
	} else {
		parts = append(parts, kit.SoftText(d.F, theme.Small, d.text("Take your time. Nothing is counted or kept here.")))
	}
	return Screen{
		First: first, Title: p.Ask,
		Object: kit.Screen(d.band(lessonBand, "", ""), d.beside(v, kit.Middle(kit.VStack(d.space("xl"), parts...))),
			d.footer(v, d.text("Continue"), d.digitHint(d.text("answer"), len(p.Answers)))),
	}
}

// choose is the decision; mock-up 04. What a choice is shows only afterwards.
func choose(d *Desk, v lesson.View) Screen {
	s := v.Scene
	parts := []fyne.CanvasObject{
		d.ask(s.Ask),
		kit.SoftText(d.F, theme.Body, d.text("There is no rush, and nothing is counted. You can rewind.")),
		kit.VStack(d.space("m"), d.options(s.Choices, s.Picked, false)...),
	}
	first := optionID(max(0, s.Picked))
	return Screen{
		First: first, Title: s.Ask,
		Object: kit.Screen(d.band(lessonBand, "", ""), d.beside(v, kit.Middle(kit.VStack(d.space("l"), parts...))),
			d.footer(v, d.text("Confirm"), d.digitHint(d.text("choose"), len(s.Choices)))),
	}
}

var chips = map[lesson.Visibility]kit.ChipKind{
	lesson.Private: kit.ChipPrivate, lesson.InGroup: kit.ChipGroup, lesson.WithAdult: kit.ChipAdult, lesson.Wait: kit.ChipWait,
}

func (d *Desk) visibility(s lesson.Visibility) string {
	switch s {
	case lesson.Private:
		return d.text("Private")
	case lesson.InGroup:
		return d.text("In the group")
	case lesson.WithAdult:
		return d.text("With help")
	}
	return d.text("Waiting")
}

// consequence is what came of the choice; mock-up 05.
func consequence(d *Desk, v lesson.View) Screen {
	o := v.Scene.Outcome
	told := []fyne.CanvasObject{}
	for _, t := range v.Scene.Told {
		told = append(told, kit.Text(d.F, theme.Body, t))
	}
	rewind := func() { d.Act.Do(lesson.Rewind{}) }
	d.F.Keys.On(fyne.KeyR, rewind)
	d.F.Keys.Tell(d.text("Rewind this minute"), "R")
	parts := []fyne.CanvasObject{
		kit.Wrap(d.space("m"), d.space("xs"), kit.SoftText(d.F, theme.Small, d.text("%s chose", v.Me.Name)), kit.NewChip(d.F, chips[o.Shows], d.visibility(o.Shows)), kit.Text(d.F, theme.Small, o.Choice)),
		d.title(o.Later),
		kit.VStack(d.space("s"), told...),
		d.meters(v, o.Before, o.After, o.Notes),
		kit.HStack(d.space("l"), 1,
			kit.NewButton(d.F, kit.ButtonOpts{ID: "rewind", Kind: kit.Secondary, Icon: "arrow-counter-clockwise", Label: d.text("Rewind this minute"), Key: "R", OnTap: rewind}),
			kit.SoftText(d.F, theme.Small, d.text("Let %s try something else, then compare.", v.Me.Name))),
	}
	return Screen{
		First: PrimaryID, Title: o.Later,
		Object: kit.Screen(d.band(lessonBand, "", ""), d.beside(v, kit.VStack(d.space("l"), parts...)), d.footer(v, d.text("Continue"), nil)),
	}
}
