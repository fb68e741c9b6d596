package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// DigitsID is the id of the boxes for the digits of the board.
const DigitsID = "digits"

var questionIcons = []string{"chats", "ear", "hand-heart"}

// talk is the look-up page: screens rest, the class talks; mock-up 10.
func talk(d *Desk, v lesson.View) Screen {
	if v.Phase == lesson.PhaseStory {
		return story(d, v)
	}
	night := d.F.AtNight()
	heading := []fyne.CanvasObject{kit.BoldText(night, theme.LookUp, v.Talk.Title)}
	if v.Talk.Apart {
		heading = append(heading, kit.BoldText(night, theme.Heading, d.text("You can listen, or just rest your eyes.")),
			kit.NewPara(night, kit.ParaOpts{Text: d.text("Nobody sees that you passed. The digits on the board bring you on."), Role: theme.Lead}))
	} else {
		heading = append(heading, kit.BoldText(night, theme.Heading, d.text("We talk about it together, without screens.")),
			kit.NewPara(night, kit.ParaOpts{Text: d.text("Your story waits here. Nothing gets lost."), Role: theme.Lead}))
	}
	var cards []fyne.CanvasObject
	for i, q := range v.Talk.Questions {
		cards = append(cards, kit.DuskBox(d.F, questionIcons[i%len(questionIcons)], q))
	}
	margin := d.F.Look.Size("kit.scene.margin")
	content := kit.Pad(kit.Insets{Top: margin, Right: margin, Bottom: d.space("xxl"), Left: margin},
		kit.Ends(d.space("xl"), kit.VStack(d.space("l"), heading...), kit.Grid(3, 300, d.space("l"), cards...)))
	p := kit.NewPage(d.F, content)
	p.Bind(d.F.Keys)
	return Screen{
		First: DigitsID, Title: v.Talk.Title,
		Object: kit.Screen(d.band(lessonBand, "", ""), kit.Dusk(d.F, kit.DuskOpts{Low: true, Quiet: d.F.Tight()}, p), kit.NewFooterBar(d.F, d.board(v))),
	}
}

// board is the footer of a page that waits for the digits of the board.
func (d *Desk) board(v lesson.View) kit.FooterOpts {
	boxes := kit.NewCodeBoxes(d.F, kit.CodeBoxesOpts{ID: DigitsID, Count: 3, Label: d.text("Three digits on the board"), OnFull: func(code string) { d.Act.Do(lesson.Digits{Code: code}) }})
	o := kit.FooterOpts{Door: d.door(), Before: []fyne.CanvasObject{kit.Text(d.F, theme.Small, d.text("Three digits on the board")), boxes}}
	if d.Act.Kept("wrong", 0) > 0 {
		o.Before[0] = kit.NewPara(d.F, kit.ParaOpts{Text: d.text("Those are not the ones. Look at the board again."), Role: theme.Small, Bold: true, Color: theme.LampInk})
	}
	if v.CanPass {
		// the digits own the keys here, so pass is a button without a key
		o.Pass = d.passButton("", func() { d.Act.Do(lesson.Pass{}) })
	}
	d.typeInto(boxes)
	return o
}

// typeInto lets digits go into the boxes wherever the focus is.
func (d *Desk) typeInto(boxes *kit.CodeBoxes) {
	for n := range 10 {
		d.F.Keys.OnDigit(n, func() { boxes.TypedKey(&fyne.KeyEvent{Name: kit.DigitKey(n)}) })
	}
	d.F.Keys.On(fyne.KeyBackspace, func() { boxes.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) })
}

// story is the story so far, for who joined by the digits of the board.
func story(d *Desk, v lesson.View) Screen {
	text := kit.VStack(d.space("l"), d.title(d.text("The story so far")), kit.Text(d.F, theme.Lead, v.Talk.Story),
		kit.SoftText(d.F, theme.Small, d.text("You are where the class is now.")))
	return Screen{
		First: PrimaryID, Title: d.text("The story so far"),
		Object: kit.Screen(d.band(lessonBand, "", ""), d.onStage("book-open", d.Lesson.Title, d.Lesson.About, kit.Middle(text)), d.footer(v, d.text("Continue"), nil)),
	}
}
