package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// DoorOpts are the choices of a contact on the page of help. All texts are
// translated.
type DoorOpts struct {
	Kicker string  // “First door · Child Focus”
	Number string  // with U+00A0, or a name
	Text   string  // what one can expect there
	Date   string  // “Checked on 16 November 2026”
	Aged   bool    // the date for checking again has passed: Date says so
	Copy   *Button // copies the number, may be nil; see OnDoor
}

// FirstDoor is the first contact, on the full colour of help.
func FirstDoor(f *Frame, opts DoorOpts) *fyne.Container {
	look := f.Look
	on := func(role theme.TextRole, text string, bold bool) *Para {
		return NewPara(f, ParaOpts{Text: text, Role: role, Bold: bold, Color: theme.OnHelp})
	}
	head := []fyne.CanvasObject{on(theme.Body, opts.Kicker, false)}
	if opts.Copy != nil {
		head = append(head, opts.Copy)
	}
	return Overlay(cardOf(f, theme.Help), Pad(Even(look.Size("kit.door.pad")), VStack(look.Size("space.xs"),
		TopRow(look.Size("space.l"), 0, head...), on(theme.NumberFirst, opts.Number, true),
		on(theme.Lead, opts.Text, false), doorDate(f, opts, theme.OnHelp))))
}

// DoorCard is one of the next contacts. The date stands at the bottom of the
// card, also if the card is higher than its words.
func DoorCard(f *Frame, opts DoorOpts) *fyne.Container {
	look := f.Look
	words := VStack(look.Size("space.xs"), SoftText(f, theme.Small, opts.Kicker),
		BoldText(f, theme.NumberSecond, opts.Number), Text(f, theme.BubbleText, opts.Text))
	if opts.Copy != nil {
		words.Add(Hug(opts.Copy))
	}
	return Card(f, Spread(look.Size("space.m"), words, doorDate(f, opts, theme.InkFaint)))
}

func doorDate(f *Frame, opts DoorOpts, ink theme.Role) *fyne.Container {
	look := f.Look
	icon := "check-circle"
	if opts.Aged {
		icon = "info"
	}
	return HStack(look.Size("kit.door.gap"), 1, Icon(f, icon, ink, look.Size("kit.door.check")),
		NewPara(f, ParaOpts{Text: opts.Date, Role: theme.Caption, Color: ink}))
}

// DoorRow is a contact in a list: number or name, words, date.
func DoorRow(f *Frame, opts DoorOpts) *fyne.Container {
	look := f.Look
	words := VStack(0, BoldText(f, theme.Body, opts.Number), Text(f, theme.Small, opts.Text))
	var date fyne.CanvasObject = NewPara(f, ParaOpts{Text: opts.Date, Role: theme.Caption, Color: theme.InkFaint})
	if opts.Aged {
		date = Hug(doorDate(f, opts, theme.InkFaint))
	}
	row := []fyne.CanvasObject{words, date}
	return AtLeast(look.Size("kit.door.row"), Middle(FoldRow(look.Scaled("kit.door.foldBelow"), look.Size("space.m"), 0, row...)))
}

// DoorList is a card with a title, rows with lines between them, and a last
// line such as what to say first. Note may be empty.
func DoorList(f *Frame, title, checked, note string, rows ...DoorOpts) *fyne.Container {
	look := f.Look
	head := HStack(look.Size("space.m"), 0, BoldText(f, theme.Body, title),
		doorDate(f, DoorOpts{Date: checked, Aged: true}, theme.InkFaint))
	all := []fyne.CanvasObject{head}
	for _, r := range rows {
		all = append(all, DoorRow(f, r))
	}
	top := ruled(f, look.Size("space.xs"), all)
	if note == "" {
		return Card(f, top)
	}
	foot := VStack(look.Size("space.m"), Rule(f), SoftText(f, theme.Small, note))
	return Card(f, Spread(look.Size("space.m"), top, foot))
}

// DangerNumber is an emergency number and its translated word.
type DangerNumber struct{ Number, Word string }

// Danger is the framed box with the emergency numbers.
func Danger(f *Frame, title string, numbers ...DangerNumber) *fyne.Container {
	look := f.Look
	var row []fyne.CanvasObject
	for _, n := range numbers {
		row = append(row, HStack(look.Size("space.s"), NoGrow,
			BoldText(f, theme.Stop, n.Number), Text(f, theme.BubbleText, n.Word)))
	}
	return Framed(f, VStack(look.Size("space.s"), BoldText(f, theme.BubbleText, title),
		Wrap(look.Size("space.xxl"), look.Size("space.s"), row...)))
}
