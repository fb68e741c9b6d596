package learner

import (
	"strings"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// OwnID is the id of the field for own words.
const OwnID = "own"

// build is a message made of blocks or written freely, as a draft on the phone;
// mock-up 08.
func build(d *Desk, v lesson.View) Screen {
	b := v.Build
	to := v.Speakers[b.With]
	if v.Phase == lesson.PhaseConsequence {
		return sent(d, v, to)
	}
	var blocks []*kit.Block
	for i, x := range b.Blocks {
		do := d.pick(i)
		digit := kit.Digit(i)
		block := kit.NewBlock(d.F, kit.BlockOpts{ID: optionID(i), Number: digit, Text: x.Say, Chosen: x.Chosen, OnChange: func(bool) { do() }})
		if digit > 0 {
			d.F.Keys.OnDigit(digit, block.Toggle)
		}
		blocks = append(blocks, block)
	}
	parts := []fyne.CanvasObject{
		kit.VStack(d.space("xs"), kit.BoldText(d.F, theme.PageTitle, b.Ask), kit.SoftText(d.F, theme.Body, d.text("Choose blocks. You can take them back, change them, and stop whenever you like."))),
		kit.Blocks(d.F, blocks...),
	}
	if b.CanWrite {
		parts = append(parts, d.own(b.Text, b.Names, d.text("It stays on this screen and goes when you leave this page."), false))
	}
	parts = append(parts, d.says(b))
	for _, f := range b.Found {
		parts = append(parts, d.finding(f))
	}
	draft := b.Draft
	if draft == "" {
		draft = d.text("Your draft. It stays on this screen.")
	}
	phone := kit.NewPhone(d.F, kit.PhoneOpts{Title: to.Name, Subtitle: d.text("Private chat"), Avatar: avatar(to), Draft: draft,
		Chat: kit.ChatOpts{ID: ChatID, Label: d.text("Chat"), Messages: []kit.Message{{Kind: kit.Notice, Text: d.text("Only the two of you read this.")}}}})
	panel := kit.VStack(d.space("l"), parts...)
	var body fyne.CanvasObject
	if d.F.Tight() {
		body = d.page(false, kit.VStack(d.space("l"), panel, kit.Card(d.F, kit.VStack(d.space("xs"), kit.SoftText(d.F, theme.Small, d.text("Your draft")), kit.Text(d.F, theme.Body, draft)))))
	} else {
		body = kit.Split(d.F, kit.PhoneStage(d.F, phone), d.page(true, panel))
	}
	return Screen{
		First: optionID(0), Title: b.Ask,
		Object: kit.Screen(d.band(lessonBand, "", ""), body, d.footer(v, d.text("See what %s thinks", to.Name), d.digitHint(d.text("choose"), min(9, len(b.Blocks))))),
	}
}

// own is the field for own words. Where they take the place of a line that was
// chosen, the page shows that at once.
func (d *Desk) own(text string, names []string, note string, instead bool) fyne.CanvasObject {
	warning := kit.VStack(0, d.named(names)...)
	field := kit.NewField(d.F, kit.FieldOpts{ID: OwnID, Label: d.text("Or in your own words"), Note: note, Text: text, Lines: 2, Max: lesson.MaxWritten,
		OnChange: func(text string) {
			if instead || strings.TrimSpace(text) == "" {
				d.Act.Aim(OwnID)
				d.Act.Do(lesson.Write{Text: text})
				return
			}
			v := d.take(lesson.Write{Text: text})
			names := []string(nil)
			switch {
			case v.Build != nil:
				names = v.Build.Names
			case v.Pledge != nil:
				names = v.Pledge.Names
			case v.Letter != nil:
				names = v.Letter.Names
			}
			warning.Objects = d.named(names)
			warning.Refresh()
		}})
	return kit.VStack(d.space("s"), field, warning)
}

// named is a word on what looks like somebody's name, nothing if nothing does.
func (d *Desk) named(names []string) []fyne.CanvasObject {
	if len(names) == 0 {
		return nil
	}
	return []fyne.CanvasObject{kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneLamp, Icon: "mask-happy", Text: d.text("“%s” looks like a name. Say it without names of real people.", strings.Join(names, ", "))})}
}

// says is what the message says so far, as five marks.
func (d *Desk) says(b *lesson.BuildView) fyne.CanvasObject {
	words := map[lesson.Part]string{
		lesson.PartKnow: d.text("I know"), lesson.PartNotFault: d.text("Not your fault"), lesson.PartStop: d.text("I pass nothing on"),
		lesson.PartHere: d.text("I am here"), lesson.PartOffer: d.text("You choose"),
	}
	if d.Lesson.Quiet {
		words = map[lesson.Part]string{
			lesson.PartKnow: d.text("What I did"), lesson.PartNotFault: d.text("It was me"), lesson.PartStop: d.text("Next time"),
			lesson.PartHere: d.text("I am sorry"), lesson.PartOffer: d.text("You choose"),
		}
	}
	said := map[lesson.Part]bool{}
	for _, p := range b.Says {
		said[p] = true
	}
	var marks []fyne.CanvasObject
	for _, p := range lesson.Parts() {
		marks = append(marks, kit.Mark(d.F, said[p], words[p]))
	}
	return kit.Card(d.F, kit.VStack(d.space("m"), kit.BoldText(d.F, theme.Body, d.text("Your message says")), kit.Wrap(d.space("s"), d.space("s"), marks...)))
}

// finding is a check that the message does not pass, with what would help.
func (d *Desk) finding(f lesson.Finding) fyne.CanvasObject {
	o := kit.AdviceOpts{Tone: kit.ToneCare, Icon: "pencil-simple-line", Title: f.Words, Text: f.Advice}
	if f.Block >= 0 {
		o.Button = kit.NewButton(d.F, kit.ButtonOpts{ID: "without." + optionID(f.Block), Kind: kit.Secondary, Small: true, Label: d.text("Take it out"), OnTap: d.pick(f.Block)})
	}
	return kit.Advice(d.F, o)
}

// sent is what the other one answers.
func sent(d *Desk, v lesson.View, to lesson.Character) Screen {
	b := v.Build
	chat := []kit.Message{{Kind: kit.FromMe, Who: v.Me.Name, Text: b.Draft}}
	var told []fyne.CanvasObject
	for _, l := range b.Chat {
		switch {
		case l.By == "":
			told = append(told, kit.Text(d.F, theme.Lead, l.Text))
		case l.By == v.Me.ID:
			chat = append(chat, kit.Message{Kind: kit.FromMe, Who: v.Me.Name, Text: l.Text, Time: l.At})
		default:
			who := v.Speakers[l.By]
			chat = append(chat, kit.Message{Avatar: avatar(who), Name: who.Name, Text: l.Text, Time: l.At})
		}
	}
	o := kit.ChatOpts{ID: ChatID, Label: d.text("Chat"), Messages: chat}
	if d.F.Arriving {
		o.New = len(chat)
	}
	again := func() { d.Act.Do(lesson.Rewind{}) }
	d.F.Keys.On(fyne.KeyR, again)
	d.F.Keys.Tell(d.text("Change the message"), "R")
	title := d.text("What %s reads", to.Name)
	parts := []fyne.CanvasObject{d.title(title), kit.VStack(d.space("s"), told...)}
	for _, f := range b.Found {
		parts = append(parts, kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneCare, Icon: "pencil-simple-line", Title: f.Words, Text: f.Advice}))
	}
	parts = append(parts, kit.Hug(kit.NewButton(d.F, kit.ButtonOpts{ID: "rewind", Kind: kit.Secondary, Icon: "arrow-counter-clockwise", Label: d.text("Change the message"), Key: "R", OnTap: again})))
	panel := kit.VStack(d.space("l"), parts...)
	var body fyne.CanvasObject
	if d.F.Tight() {
		o.Wide, o.Whole = true, true
		body = d.page(false, kit.VStack(d.space("l"), kit.Card(d.F, kit.NewChat(d.F, o)), panel))
	} else {
		phone := kit.NewPhone(d.F, kit.PhoneOpts{Title: to.Name, Subtitle: d.text("Private chat"), Avatar: avatar(to), Chat: o, Composer: d.text("Message")})
		body = kit.Split(d.F, kit.PhoneStage(d.F, phone), d.page(true, kit.Middle(panel)))
	}
	return Screen{First: PrimaryID, Title: title, Object: kit.Screen(d.band(lessonBand, "", ""), body, d.footer(v, d.text("Continue"), nil))}
}
