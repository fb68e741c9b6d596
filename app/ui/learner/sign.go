package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// sign is the signing of what the class asks: in secret, only who wants. The
// page after it is the same whatever was chosen.
func sign(d *Desk, v lesson.View) Screen {
	s := v.Sign
	head := kit.HeadedOpts{Icon: "pencil-simple-line", Heading: s.Title, Note: d.text("Only if you want. Nobody sees what you choose, here or at the board.")}
	if s.Done {
		title := d.text("Your choice is made.")
		words := kit.VStack(d.space("l"), kit.BoldText(d.F, theme.Thought, title),
			kit.Text(d.F, theme.Body, d.text("Nothing of it is kept here. The class counts folded slips, a cross on each that signs. Only the number is said, never who.")), d.secretChips())
		return Screen{First: PrimaryID, Title: title,
			Object: kit.Screen(d.band(lessonBand, "", ""), kit.HeadedPage(d.F, head, kit.Card(d.F, words)), d.footer(v, d.text("Continue"), nil))}
	}
	answers := []string{d.text("I don’t sign"), d.text("I sign")}
	if s.People == 2 {
		answers = []string{d.text("Neither of us signs"), d.text("One of us signs"), d.text("We both sign")}
	}
	parts := []fyne.CanvasObject{d.secretChips()}
	for _, p := range s.Text {
		parts = append(parts, kit.Text(d.F, theme.Lead, p))
	}
	parts = append(parts, kit.VStack(d.space("m"), d.options(answers, s.Picked, false)...))
	return Screen{
		First: optionID(max(0, s.Picked)), Title: s.Title,
		Object: kit.Screen(d.band(lessonBand, "", ""), kit.HeadedPage(d.F, head, kit.VStack(d.space("l"), parts...)), d.footer(v, d.text("Confirm"), d.digitHint(d.text("choose"), len(answers)))),
	}
}
