package learner

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"vigie/app/directory"
	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// HelpPage is the help sheet: four doors by what it is about, then the
// contacts; mock-up 11. Looking at it is never noted. open is the situation
// that is unfolded, "" for none; alone is the way on without the class, nil
// where no talk waits.
func HelpPage(d *Desk, open string, choose func(situation string), alone func()) Screen {
	back := d.primary(d.backLabel(), false, d.Act.Back)
	o := kit.FooterOpts{Primary: back, Note: kit.SoftText(d.F, theme.Caption, d.text("Call with a phone: this laptop makes no calls and records nothing."))}
	if alone != nil {
		o.Before = []fyne.CanvasObject{kit.NewButton(d.F, kit.ButtonOpts{ID: "alone", Kind: kit.Ghost, Label: d.text("Go on without the class"), OnTap: alone})}
	}
	situations := d.situations(open, choose)
	contacts := d.contacts(true)
	body := d.page(false, kit.VStack(d.space("xl"), situations, contacts))
	return Screen{
		ID: "help", First: "situation.1", Title: d.text("Help"),
		Object: kit.Screen(d.band(sheetBand, d.text("Help"), d.text("Opening this page leaves no trace.")), body, kit.NewFooterBar(d.F, o)),
	}
}

func (d *Desk) backLabel() string {
	if d.Status.Running {
		return d.text("Back to the lesson")
	}
	return d.text("Back")
}

var situationIcons = map[string]string{"about-me": "heart", "about-someone": "hand-heart", "passed-on": "share-fat", "in-group": "users-three"}

// situations are the four doors, and below them what to do first.
func (d *Desk) situations(open string, choose func(string)) fyne.CanvasObject {
	var cells []fyne.CanvasObject
	all := kit.VStack(d.space("m"))
	for i, s := range d.Doors.Situations {
		id := "situation." + string(rune('1'+i))
		do := func() {
			d.Act.Aim(id)
			choose(s.ID)
		}
		d.F.Keys.OnDigit(i+1, do)
		cells = append(cells, kit.NewChoice(d.F, kit.ChoiceOpts{ID: id, Number: i + 1, Text: s.Title, Chosen: s.ID == open, OnTap: do}))
	}
	d.F.Keys.Tell(d.text("choose"), "1", "…", strconv.Itoa(len(cells)))
	all.Add(kit.Grid(4, 280*d.F.Look.Scale(), d.space("m"), cells...))
	for _, s := range d.Doors.Situations {
		if s.ID == open {
			all.Add(d.first(s))
		}
	}
	return all
}

// first is what to do first in a situation.
func (d *Desk) first(s directory.Situation) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, line := range s.First {
		lines = append(lines, kit.TopRow(d.space("m"), 1, kit.Icon(d.F, "check-circle", theme.Help, d.F.Look.Size("kit.button.icon")), kit.Text(d.F, theme.Body, line)))
	}
	if s.ID == "in-group" {
		lines = append(lines, d.toRoutes())
	}
	if s.ID == "passed-on" || s.ID == "in-group" {
		lines = append(lines, kit.SoftText(d.F, theme.Small, d.Doors.CopyVsNote))
	}
	return kit.Wash(d.F, theme.HelpWash, kit.HStack(d.space("l"), 1,
		kit.Icon(d.F, situationIcons[s.ID], theme.Help, d.F.Look.Size("kit.card.adviceIcon")), kit.VStack(d.space("s"), lines...)))
}

// contacts are the doors with the dates of their sources; all, or those that are
// for everything.
func (d *Desk) contacts(all bool) fyne.CanvasObject {
	first := d.Doors.First()
	main := d.doorOpts(first[0])
	main.Kicker = d.text("First door · %s", first[0].Name)
	left := []fyne.CanvasObject{kit.FirstDoor(d.F, main)}
	for _, door := range first[1:] {
		left = append(left, kit.DoorCard(d.F, d.doorOpts(door)))
	}
	left = append(left, kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneLamp, Icon: "heart", Text: d.Doors.Busy}))
	if d.Doors.FirstWords != "" {
		left = append(left, kit.SoftText(d.F, theme.Body, d.text("To begin with: “%s” That is enough.", d.Doors.FirstWords)))
	}
	var danger []kit.DangerNumber
	for _, door := range d.Doors.Danger() {
		danger = append(danger, kit.DangerNumber{Number: door.Label(), Word: door.Name})
	}
	var rows []kit.DoorOpts
	for _, door := range d.Doors.More() {
		o := d.doorOpts(door)
		o.Text, o.Date = door.Name+". "+o.Text, month(door.SourceDate)
		rows = append(rows, o)
	}
	right := kit.VStack(d.space("l"), kit.Danger(d.F, d.text("In danger now"), danger...))
	if !all {
		return kit.TwoColumns(d.F, kit.VStack(d.space("l"), left...), right)
	}
	right.Add(kit.DoorList(d.F, d.text("Other doors"), d.text("To be confirmed by your school"), "", rows...))
	return kit.TwoColumns(d.F, kit.VStack(d.space("l"), left...), right)
}

func (d *Desk) doorOpts(door directory.Door) kit.DoorOpts {
	o := kit.DoorOpts{Kicker: door.Name, Number: door.Label(), Text: door.What, Aged: true, Date: d.text("Source of %s. To be confirmed by your school.", month(door.SourceDate))}
	if door.Hours != "" {
		o.Text = door.Hours + ". " + o.Text
	}
	if door.Stale(d.Now) {
		o.Date = d.text("Source of %s. Hours may have changed.", month(door.SourceDate))
	}
	return o
}

// month writes a date of a source, YYYY, YYYY-MM or YYYY-MM-DD, as people do:
// the month and the year.
func month(date string) string {
	parts := strings.Split(date, "-")
	if len(parts) == 1 {
		return date
	}
	return parts[1] + "." + parts[0]
}

// doors is the help step inside a lesson: what it says, then the same doors.
func doors(d *Desk, v lesson.View) Screen {
	parts := []fyne.CanvasObject{d.title(v.Help.Title)}
	for _, p := range v.Help.Text {
		parts = append(parts, kit.Text(d.F, theme.Lead, p))
	}
	parts = append(parts, d.contacts(!d.Lesson.Quiet))
	return Screen{
		First: PrimaryID, Title: v.Help.Title,
		Object: kit.Screen(d.band(lessonBand, "", ""), d.page(false, kit.VStack(d.space("l"), parts...)), d.footer(v, d.text("Continue"), nil)),
	}
}
