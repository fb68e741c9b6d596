package teacher

import (
	"slices"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
	"vigie/app/ui/theme"
)

// TableID is the id of the list of lessons.
const TableID = "lessons"

// LessonsPage is the first page of the space: the course with its guides, what
// to do when a pupil tells something, and the door for when it is happening
// now; mock-up 14. common is what holds for every lesson, nil for none.
func LessonsPage(d *Desk, common *pack.Page) learner.Screen {
	if common == nil {
		common = &pack.Page{}
	}
	choose, _ := common.For(d.Age).Section("course")
	told, _ := common.For(d.Age).Section("disclosure")
	steps := map[string]string{
		"notice": d.text("notice"), "interpret": d.text("understand"), "responsibility": d.text("feel responsible"),
		"know": d.text("know what to do"), "act": d.text("act"),
	}
	var rows [][]kit.TableCell
	for i, e := range d.Lessons {
		number := d.text("Lesson %d", i+1)
		if e.Later {
			number = d.text("Follow-up")
		}
		rows = append(rows, []kit.TableCell{{Text: number}, {Text: e.Title, Bold: true}, {Text: steps[e.BystanderStep]}, {Text: d.text("%d min", e.Minutes)}})
	}
	table := kit.NewTable(d.F, kit.TableOpts{ID: TableID, Label: d.text("Lessons"), Columns: []kit.TableColumn{
		{Title: d.text("Lesson"), Share: 0.9}, {Title: d.text("Title"), Share: 2.2}, {Title: d.text("What it is about"), Share: 1.5}, {Title: d.text("Time"), Share: 0.8},
	}, Rows: rows, OnOpen: func(i int) { d.Act.Read(d.Lessons[i].Dir) }})
	list := []fyne.CanvasObject{kit.BoldText(d.F, theme.Subheading, d.text("The course"))}
	list = append(list, d.blocks(choose.Blocks)...)
	course := kit.Card(d.F, kit.VStack(d.space("m"), append(list, table, kit.SoftText(d.F, theme.Small, d.text("Open a lesson to read its guide.")))...))
	var side []fyne.CanvasObject
	if d.Has(Page(Now)) {
		side = append(side, kit.Wash(d.F, theme.LampWash, kit.VStack(d.space("m"),
			kit.HStack(d.space("m"), 1, kit.Icon(d.F, "megaphone-simple", theme.LampInk, d.F.Look.Size("kit.card.adviceIcon")), kit.BoldText(d.F, theme.Subheading, d.text("Is a real photo going round?"))),
			kit.Text(d.F, theme.Small, d.text("Then no lesson today. What to do, step by step, is on one page.")),
			kit.Hug(kit.NewButton(d.F, kit.ButtonOpts{ID: "now", Kind: kit.Primary, Label: d.text("It is happening now"), OnTap: func() { d.Act.Visit(Now) }})))))
	}
	if len(told.Blocks) > 0 {
		side = append(side, kit.Wash(d.F, theme.HelpWash, kit.VStack(d.space("m"),
			append([]fyne.CanvasObject{kit.HStack(d.space("m"), 1, kit.Icon(d.F, "lifebuoy", theme.Help, d.F.Look.Size("kit.card.adviceIcon")), kit.BoldText(d.F, theme.Subheading, d.text("If a pupil tells you something")))},
				d.blocks(told.Blocks)...)...)))
	}
	body := kit.TwoColumns(d.F, course, kit.VStack(d.space("l"), side...))
	title := d.text("Teacher’s space")
	return learner.Screen{ID: string(Lessons), First: TableID, Title: title,
		Object: d.screen(kit.TeacherHeadOpts{Title: title, Subtitle: d.text("Nothing about a pupil is in here.")}, kit.TeacherPage(d.F, body))}
}

// GuidePage is the guide of a lesson in parts. l is the lesson in the language
// of the page; common is what holds for every lesson, nil for none.
func GuidePage(d *Desk, l *lesson.Lesson, number int, guide, common *pack.Page, part int) learner.Screen {
	title := d.text("Lesson %d", number) + " · " + l.Title
	if number == 0 {
		title = d.text("Follow-up") + " · " + l.Title
	}
	ages := lesson.Ages()
	age := kit.NewSegmented(d.F, kit.SegmentedOpts{
		ID: "age", Label: d.text("Age"), Parts: []string{d.text("12–14 years"), d.text("15–18 years")},
		Chosen: slices.Index(ages, d.Age), OnChange: func(i int) { d.Act.ForAge(ages[i]) },
	})
	head := kit.TeacherHeadOpts{Title: title, Subtitle: d.text("Guide"), Right: []fyne.CanvasObject{age}}
	return d.reader(string(Guide), head, d.guideParts(l, guide, common), part)
}

// PagePage is a page of the pack for teachers.
func PagePage(d *Desk, page *pack.Page, part int) learner.Screen {
	var parts []Part
	for _, s := range page.For(d.Age).Sections {
		parts = append(parts, Part{Title: s.Heading, Sections: []Section{{Blocks: s.Blocks}}})
	}
	return d.reader(string(d.Place), kit.TeacherHeadOpts{Title: page.Title}, parts, part)
}
