package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

var addresseeIcons = map[lesson.Addressee]string{lesson.ToSchool: "house-simple", lesson.ToPlatforms: "phone", lesson.ToLawmakers: "scales"}

// letter is what a pupil would ask of those who can change something, one
// addressee after the other, beside what others have asked. The lines are
// brought to the class by the pupil; nothing of them is kept.
func letter(d *Desk, v lesson.View) Screen {
	l := v.Letter
	head := kit.HeadedOpts{Icon: "megaphone-simple", Heading: l.Title, Note: d.text("Your own words count. The class decides what goes out, without names."),
		Aside: func(f *kit.Frame) fyne.CanvasObject { return d.besides(f, l.Beside) }}
	if len(l.Sheet) > 0 {
		return d.sheet(v, head)
	}
	part := l.Part
	label := d.text("Take this line")
	if l.Picked < 0 && l.Text == "" && l.Now > 1 {
		label = d.text("Leave this one out")
	}
	parts := []fyne.CanvasObject{
		kit.HStack(d.space("m"), 1, kit.Icon(d.F, addresseeIcons[part.To], theme.Ink, d.F.Look.Size("kit.button.icon")), kit.SoftText(d.F, theme.Small, d.text("%s · %d of %d", part.Name, l.Now, l.Of))),
		kit.BoldText(d.F, theme.Heading, part.Ask),
		kit.VStack(d.space("m"), d.options(part.Lines, l.Picked, false)...),
	}
	if l.CanWrite {
		// the words of the button change with the first letter
		parts = append(parts, d.own(l.Text, l.Names, d.text("Without names. It goes when you leave this step."), l.Picked >= 0 || l.Text == ""))
	}
	return Screen{
		First: optionID(max(0, l.Picked)), Title: part.Ask,
		Object: kit.Screen(d.band(lessonBand, "", ""), kit.HeadedPage(d.F, head, kit.VStack(d.space("l"), parts...)), d.footer(v, label, d.digitHint(d.text("choose"), len(part.Lines)))),
	}
}

// besides is what others have asked, on the ground of its frame.
func (d *Desk) besides(f *kit.Frame, i lesson.Info) fyne.CanvasObject {
	words := []fyne.CanvasObject{kit.BoldText(f, theme.Body, i.Title)}
	for _, p := range i.Text {
		words = append(words, kit.SoftText(f, theme.Small, p))
	}
	for _, x := range i.Facts {
		words = append(words, d.inShort(f, x))
	}
	return kit.VStack(d.space("m"), words...)
}

// inShort is a figure beside something else, with its earlier years.
func (d *Desk) inShort(f *kit.Frame, x lesson.Fact) fyne.CanvasObject {
	value := x.Series()
	if value == "" {
		value = x.Value
	}
	return kit.VStack(d.space("xs"), kit.BoldText(f, theme.Body, value), kit.SoftText(f, theme.Small, x.What+"; "+d.who(x)),
		kit.SoftText(f, theme.Caption, d.text("Source: %s", x.Source)))
}

// sheet is what one brings to the class.
func (d *Desk) sheet(v lesson.View, head kit.HeadedOpts) Screen {
	again := func() { d.Act.Do(lesson.Rewind{}) }
	d.F.Keys.On(fyne.KeyR, again)
	d.F.Keys.Tell(d.text("Choose other lines"), "R")
	title := d.text("What you bring to the class")
	var rows []fyne.CanvasObject
	for _, l := range v.Letter.Sheet {
		rows = append(rows, kit.VStack(d.space("xs"),
			kit.HStack(d.space("m"), 1, kit.Icon(d.F, addresseeIcons[l.To], theme.Ink, d.F.Look.Size("kit.button.icon")), kit.SoftText(d.F, theme.Small, l.Name)),
			kit.BoldText(d.F, theme.Subheading, l.Line)))
	}
	body := kit.VStack(d.space("l"), kit.BoldText(d.F, theme.Heading, title), kit.Card(d.F, kit.VStack(d.space("l"), rows...)),
		kit.Text(d.F, theme.Body, d.text("Say it aloud when the class collects the lines, or keep it to yourself.")),
		kit.Hug(kit.NewButton(d.F, kit.ButtonOpts{ID: "rewind", Kind: kit.Secondary, Icon: "arrow-counter-clockwise", Label: d.text("Choose other lines"), Key: "R", OnTap: again})))
	return Screen{First: PrimaryID, Title: title,
		Object: kit.Screen(d.band(lessonBand, "", ""), kit.HeadedPage(d.F, head, body), d.footer(v, d.text("Continue"), nil))}
}
