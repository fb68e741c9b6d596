package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// How many of the last things said in a call stay in view: beside a decision,
// and while one listens.
const (
	mostCaptions = 3
	mostHeard    = 6
)

// onCall puts a page beside the phone of a rehearsed call, under what was said;
// mock-up 09. Hanging up is passing.
func (d *Desk) onCall(v lesson.View, o fyne.CanvasObject) fyne.CanvasObject {
	s := v.Scene
	with := v.Speakers[s.With]
	var said []kit.Caption
	for _, l := range s.Chat {
		if l.By != "" {
			said = append(said, kit.Caption{Who: v.Speakers[l.By].Name, Text: l.Text})
		}
	}
	call := kit.CallOpts{Chip: d.text("Rehearsal"), Number: s.Title, Who: d.text("%s, invented", with.Name)}
	told := d.text("A rehearsal: nothing is dialled, nothing is recorded. You can hang up at any moment.")
	if s.Missed != "" {
		call.Avatar, call.Chip = avatar(with), d.text("Invented story")
		told = d.text("An invented call: nothing is dialled, nothing is recorded. You can hang up at any moment.")
	}
	if s.Waiting {
		call.Missed = s.Missed
		v.CanPass = false // there is nothing to hang up yet; passing stands in the footer
	}
	if n := len(said); n > 0 {
		said[n-1].Last = true
		if v.Phase == lesson.PhaseRead { // all that was said in this breath
			for i := max(0, n-s.New); i < n; i++ {
				said[i].Last = true
			}
		}
		call.Status = d.text("%s is speaking", said[n-1].Who)
		most := mostCaptions
		if v.Phase == lesson.PhaseRead {
			most = mostHeard
		}
		said = said[max(0, n-most):]
	}
	if v.CanPass {
		hang := func() { d.Act.Do(lesson.Pass{}) }
		d.F.Keys.On(fyne.KeyH, hang)
		d.F.Keys.Tell(d.text("hang up"), "H")
		call.HangUp = kit.NewButton(d.F.AtNight(), kit.ButtonOpts{ID: "hang-up", Kind: kit.Outline, Icon: "phone-disconnect", Label: d.text("Hang up"), Key: "H", OnTap: hang})
	}
	note := kit.HStack(d.space("m"), 1, kit.Icon(d.F, "info", theme.InkSoft, d.F.Look.Size("kit.button.icon")),
		kit.SoftText(d.F, theme.Small, told))
	parts := []fyne.CanvasObject{note}
	if r := d.Status.Recording; r.There {
		parts = append(parts, d.listen(r.On))
		if r.Trouble != "" {
			parts = append(parts, kit.SoftText(d.F, theme.Small, r.Trouble))
		}
	}
	if len(said) > 0 {
		parts = append(parts, kit.Captions(d.F, said...))
	}
	panel := kit.VStack(d.space("l"), append(parts, o)...)
	if d.F.Tight() {
		return d.page(false, kit.VStack(d.space("l"), kit.BoldText(d.F, theme.PageTitle, s.Title), panel))
	}
	return kit.Split(d.F, kit.CallStage(d.F, call), d.page(true, panel))
}

// listen is the button that plays the recorded call. What is said stands on the
// page in any case.
func (d *Desk) listen(on bool) fyne.CanvasObject {
	o := kit.ButtonOpts{ID: "listen", Kind: kit.Secondary, Icon: "headphones", Label: d.text("Listen to the call"), Key: "P", OnTap: d.Act.Listen}
	if on {
		o.Icon, o.Label = "pause", d.text("Stop listening")
	}
	d.F.Keys.On(fyne.KeyP, d.Act.Listen)
	d.F.Keys.Tell(o.Label, "P")
	return kit.Hug(kit.NewButton(d.F, o))
}

// onForm puts a page beside the phone with a practice form of no real app. The
// rows are the answers of the form; where there are none now it shows an empty
// box, or what was chosen.
func (d *Desk) onForm(v lesson.View, rows []fyne.CanvasObject, o fyne.CanvasObject) fyne.CanvasObject {
	s := v.Scene
	if rows == nil {
		written := ""
		if s.Outcome != nil {
			written = s.Outcome.Choice
		}
		rows = []fyne.CanvasObject{kit.FormChosen(d.F, written)}
	}
	form := kit.FormOpts{Title: s.Title, Step: s.When, Ask: s.Ask, Rows: rows, Note: d.text("Those you report are not told who did it.")}
	note := kit.HStack(d.space("m"), 1, kit.Icon(d.F, "info", theme.InkSoft, d.F.Look.Size("kit.button.icon")),
		kit.SoftText(d.F, theme.Small, d.text("A rehearsal: nothing is sent, nothing is kept.")))
	panel := kit.VStack(d.space("l"), note, o, d.toRoutes())
	if d.F.Tight() {
		return d.page(false, kit.VStack(d.space("xl"), kit.Form(d.F, form), panel))
	}
	return kit.Split(d.F, kit.FormStage(d.F, form), d.page(true, panel))
}

// chooseOnForm is a decision whose answers stand on the form.
func chooseOnForm(d *Desk, v lesson.View) Screen {
	s := v.Scene
	rows := d.options(s.Choices, s.Picked, false)
	words := []fyne.CanvasObject{kit.BoldText(d.F, theme.PageTitle, s.Ask)}
	for _, l := range s.Chat {
		words = append(words, kit.Text(d.F, theme.Body, l.Text))
	}
	words = append(words, kit.SoftText(d.F, theme.Body, d.text("There is no rush, and nothing is counted. You can rewind.")))
	return Screen{
		First: optionID(max(0, s.Picked)), Title: s.Ask,
		Object: kit.Screen(d.band(lessonBand, "", ""), d.onForm(v, rows, kit.Middle(kit.VStack(d.space("l"), words...))),
			d.footer(v, d.text("Confirm"), d.digitHint(d.text("choose"), len(s.Choices)))),
	}
}
