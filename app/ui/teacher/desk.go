// Package teacher draws the pages of the teacher's space: the lessons with
// their guides, and what a teacher needs when it is happening now.
//
//	s := teacher.LessonsPage(desk, common)
//	window.SetContent(s.Object)
//
// The pages hold no truth and keep nothing; what is said on them comes from
// the pack. There is nothing about a pupil in here, so there is no lock on the
// door. The package refuses words of its own, disks, and anything slow.
package teacher

import (
	"strings"

	"fyne.io/fyne/v2"

	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
)

// The places of the teacher's space.
const (
	Lessons    learner.Place = "teacher"
	Guide      learner.Place = "teacher.guide"
	Now        learner.Place = "teacher.now" // it is happening now
	November   learner.Place = "teacher.november"
	Parents    learner.Place = "teacher.parents"
	Background learner.Place = "teacher.background"
	Kept       learner.Place = "teacher.kept"  // what lies on this laptop
	Erase      learner.Place = "teacher.erase" // all of it: asked before it is done
	Menu       learner.Place = "teacher.menu"  // the rail, where it has no room
)

// pageOf is the page of the pack that a place shows.
var pageOf = map[learner.Place]string{Now: "now", November: "november", Parents: "parents", Background: "background"}

// Page is the name of the page for teachers that a place shows, "" for none.
func Page(p learner.Place) string { return pageOf[p] }

// Is reports whether a place is one of the teacher's space.
func Is(p learner.Place) bool {
	return p == Lessons || strings.HasPrefix(string(p), string(Lessons)+".")
}

// Actor does what a teacher asks for.
type Actor interface {
	// Visit shows a place of the rail.
	Visit(learner.Place)
	// Open shows a place on top, such as help; Back returns from it.
	Open(learner.Place)
	Back()
	// Read opens the guide of a lesson, by its folder.
	Read(dir string)
	// Turn shows another part of the page, from 0.
	Turn(part int)
	// ForAge shows what is for pupils of an age.
	ForAge(lesson.Age)
	// EraseAll erases all that is kept on this laptop.
	EraseAll()
	// ShowFolder shows the folder that it lies in.
	ShowFolder()
	// Set changes a preference and shows the page again.
	Set(learner.Preference, string)
	// Move puts the focus on a neighbour among ids.
	Move(ids []string, by int)
	// Aim gives the focus to a control of the page that is shown next.
	Aim(id string)
}

// Desk is what every page is built with.
type Desk struct {
	F       *kit.Frame
	W       i18n.Words
	Act     Actor
	Place   learner.Place
	Lessons []pack.Entry // the course, and last what comes some weeks later
	Age     lesson.Age
	Has     func(page string) bool // whether the pack has a page for teachers
	Help    string                 // the first number of help
}

func (d *Desk) text(message string, args ...any) string { return d.W.T(message, args...) }

func (d *Desk) space(name string) float32 { return d.F.Look.Size("space." + name) }

// entry is a place of the rail.
type entry struct {
	place learner.Place
	icon  string
	words string
}

func (d *Desk) entries() []entry {
	all := []entry{
		{Lessons, "book-open", d.text("Lessons")},
		{Now, "megaphone-simple", d.text("It is happening now")},
		{November, "calendar-dot", d.text("18 November")},
		{Parents, "house-simple", d.text("For parents")},
		{Background, "info", d.text("Where it comes from")},
		{Kept, "laptop", d.text("On this laptop")},
	}
	var out []entry
	for _, e := range all {
		if name := Page(e.place); name == "" || d.Has(name) {
			out = append(out, e)
		}
	}
	return out
}

// rail is the column of places.
func (d *Desk) rail() *kit.Rail {
	o := kit.RailOpts{ID: "rail", Label: d.text("Teacher’s space"), Name: "Vigie", Chosen: -1, Here: d.text("you are here"),
		Notes: []string{d.text("Teacher’s space"), d.text("No network, no account")},
		Foot: []kit.BandItem{
			{ID: kit.HelpDoorID, Icon: "lifebuoy", Label: d.text("Help") + " " + d.Help, OnTap: func() { d.Act.Open(learner.Help) }},
			{ID: learner.LanguageID, Icon: "globe-simple", Label: strings.ToUpper(d.W.Language()), OnTap: d.nextLanguage},
			{ID: learner.ReadingID, Icon: "text-aa", Label: d.text("Reading help"), OnTap: func() { d.Act.Open(learner.Reading) }},
			{ID: "leave", Icon: "sign-out", Label: d.text("To the first page"), OnTap: func() { d.Act.Visit(learner.Home) }},
			{ID: learner.HideID, Icon: "eye-slash", Label: d.text("Hide"), Key: d.text("Ctrl H"), First: true, OnTap: func() { d.Act.Open(learner.Hidden) }},
		}}
	all := d.entries()
	for i, e := range all {
		o.Items = append(o.Items, kit.RailItem{Icon: e.icon, Text: e.words})
		if e.place == d.Place || e.place == Lessons && d.Place == Guide || e.place == Kept && d.Place == Erase {
			o.Chosen = i
		}
	}
	o.OnOpen = func(i int) { d.Act.Visit(all[i].place) }
	return kit.NewRail(d.F, o)
}

func (d *Desk) nextLanguage() {
	all := i18n.Languages()
	for i, l := range all {
		if l == d.W.Language() {
			d.Act.Set(learner.Language, all[(i+1)%len(all)])
			return
		}
	}
}

// screen is a whole page of the space.
func (d *Desk) screen(head kit.TeacherHeadOpts, body fyne.CanvasObject) fyne.CanvasObject {
	return kit.TeacherScreen(d.F, kit.TeacherScreenOpts{
		Rail: d.rail(), Head: kit.NewTeacherHead(d.F, head), Body: body, Menu: d.text("Menu"), OnMenu: func() { d.Act.Open(Menu) },
	})
}

// MenuPage is the rail as a page, where it has no room beside the others.
func MenuPage(d *Desk, from learner.Place) learner.Screen {
	d.Place = from
	return learner.Screen{ID: string(Menu), First: "rail", Title: d.text("Menu"), Object: kit.RailPage(d.rail())}
}
