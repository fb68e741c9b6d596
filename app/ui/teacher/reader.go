package teacher

import (
	"strconv"

	"fyne.io/fyne/v2"

	"vigie/app/pack"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
	"vigie/app/ui/theme"
)

// reader is a page in parts: their titles at the left, chosen by tap or digit,
// and the part at the right.
func (d *Desk) reader(id string, head kit.TeacherHeadOpts, parts []Part, at int) learner.Screen {
	if len(parts) == 0 {
		return NothingPage(d)
	}
	at = min(max(at, 0), len(parts)-1)
	var rows []fyne.CanvasObject
	var ids []string
	last := 0 // digit that chooses
	for i, p := range parts {
		id := "part." + strconv.Itoa(i+1)
		do := func() {
			d.Act.Aim(id)
			d.Act.Turn(i)
		}
		digit := kit.Digit(i)
		if digit > 0 {
			d.F.Keys.OnDigit(digit, do)
			last = digit
		}
		ids = append(ids, id)
		rows = append(rows, kit.NewChoice(d.F, kit.ChoiceOpts{ID: id, Number: digit, Text: p.Title, Chosen: i == at, OnTap: do}))
	}
	d.F.Keys.Tell(d.text("choose"), "1", "…", strconv.Itoa(last))
	d.F.Keys.On(fyne.KeyDown, func() { d.Act.Move(ids, 1) })
	d.F.Keys.On(fyne.KeyUp, func() { d.Act.Move(ids, -1) })
	page := kit.Card(d.F, kit.AtMost(d.F.Look.Size("frame.maxText")*d.F.Look.Scale(), d.part(parts[at])))
	body := kit.Reader(d.F, kit.VStack(d.space("s"), rows...), page)
	return learner.Screen{ID: id, First: ids[at], Title: head.Title,
		Object: d.screen(head, kit.TeacherPage(d.F, body))}
}

// NothingPage says that a page or a guide is not there or cannot be read.
func NothingPage(d *Desk) learner.Screen {
	title := d.text("This page cannot be read.")
	words := kit.VStack(d.space("m"), kit.BoldText(d.F, theme.Heading, title), kit.Text(d.F, theme.Small, d.text("It is missing in this course, or something in it is not right. Choose another page. Whoever made the course finds the reason with the check of the course.")))
	return learner.Screen{ID: string(d.Place), First: "rail", Title: title,
		Object: d.screen(kit.TeacherHeadOpts{Title: d.text("Teacher’s space")}, kit.TeacherPage(d.F, kit.Card(d.F, words)))}
}

func (d *Desk) part(p Part) fyne.CanvasObject {
	words := []fyne.CanvasObject{kit.BoldText(d.F, theme.Heading, p.Title)}
	for _, s := range p.Sections {
		var rows []fyne.CanvasObject
		if s.Heading != "" {
			rows = append(rows, kit.BoldText(d.F, theme.Subheading, s.Heading))
		}
		if s.Board != "" {
			rows = append(rows, d.board(s.Board))
		}
		for _, q := range s.Questions {
			rows = append(rows, kit.VStack(d.space("xs"), kit.BoldText(d.F, theme.Small, q.Ask), kit.Text(d.F, theme.Small, q.Expected)))
		}
		rows = append(rows, d.blocks(s.Blocks)...)
		words = append(words, kit.VStack(d.space("m"), rows...))
	}
	return kit.VStack(d.space("xl"), words...)
}

// board is the three digits that lead on from a talk.
func (d *Desk) board(code string) fyne.CanvasObject {
	return kit.HStack(d.space("m"), kit.NoGrow, kit.BoldText(d.F, theme.NumberSecond, code), kit.SoftText(d.F, theme.Small, d.text("write this on the board to go on")))
}

// blocks are the lines of a page; what is said aloud in one go stands together.
func (d *Desk) blocks(all []pack.Block) []fyne.CanvasObject {
	var out, spoken []fyne.CanvasObject
	flush := func() {
		if len(spoken) > 0 {
			out = append(out, kit.Wash(d.F, theme.LampWash, kit.TopRow(d.space("l"), 1,
				kit.Icon(d.F, "quotes", theme.LampInk, d.F.Look.Size("kit.card.adviceIcon")), kit.VStack(d.space("m"), spoken...))))
			spoken = nil
		}
	}
	number := 0
	for _, b := range all {
		words := kit.Text(d.F, theme.Small, b.Text)
		if b.Kind != pack.Spoken {
			flush()
		}
		if b.Kind != pack.Numbered {
			number = 0
		}
		switch b.Kind {
		case pack.Spoken:
			spoken = append(spoken, kit.Text(d.F, theme.Body, b.Text))
		case pack.Numbered:
			number++
			out = append(out, kit.TopRow(d.space("m"), 1, kit.BoldText(d.F, theme.Small, strconv.Itoa(number)+"."), words))
		case pack.Point:
			out = append(out, kit.Point(d.F, words))
		default:
			out = append(out, words)
		}
	}
	flush()
	return out
}
