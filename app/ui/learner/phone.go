package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// ChatID is the id of the chat on every page.
const ChatID = "chat"

// messages turns the lines of a chat into bubbles.
func (d *Desk) messages(v lesson.View) []kit.Message {
	var out []kit.Message
	var last lesson.CharacterID
	for _, l := range v.Scene.Chat {
		m := kit.Message{ID: string(v.Step), Text: l.Text, Time: l.At, Hidden: l.Hidden}
		if l.Found {
			m.Flag = d.text("Noticed")
		}
		if l.Hidden {
			m.HiddenTitle, m.HiddenNote = d.text("Hidden image"), d.text("Vigie never shows it")
			if d.Lesson.Quiet {
				m.HiddenNote = d.text("Only a place is on it")
			}
		}
		who := v.Speakers[l.By]
		m.Who = who.Name
		switch {
		case l.By == "":
			m.Kind = kit.Notice
		case l.By == v.Scene.Me:
			m.Kind = kit.FromMe
		default:
			m.Avatar = avatar(who)
			if l.By != last {
				m.Name = who.Name
			}
		}
		last = l.By
		out = append(out, m)
	}
	return out
}

func avatar(c lesson.Character) string {
	if c.Avatar != "" {
		return c.Avatar
	}
	return string(c.ID)
}

// chat is what the phone or, with large text, the page shows.
func (d *Desk) chat(v lesson.View, wide bool) kit.ChatOpts {
	s := v.Scene
	o := kit.ChatOpts{ID: ChatID, Label: d.text("Chat"), Messages: d.messages(v), Wide: wide, Whole: wide}
	if d.F.Arriving {
		o.New = s.New
	}
	if v.Phase == lesson.PhaseRead && len(s.Cues) > 0 {
		o.OnMark = func(i int) {
			d.Act.Keep("ring", i)
			d.Act.Do(lesson.MarkLine{N: s.Chat[i].N})
		}
	}
	return o
}

// header is the name on the phone and what stands below it.
func (d *Desk) header(v lesson.View) (title, below, face string) {
	s := v.Scene
	direct := s.With
	if s.Outcome != nil && s.Outcome.Direct != "" {
		direct = s.Outcome.Direct
	}
	if direct != "" {
		who := v.Speakers[direct]
		return who.Name, d.text("Private chat"), avatar(who)
	}
	if s.Members > 0 {
		below = d.W.N("%d member", "%d members", s.Members, s.Members)
	}
	return s.Title, below, ""
}

// phone is the phone of a scene.
func (d *Desk) phone(v lesson.View) *kit.Phone {
	title, below, face := d.header(v)
	p := kit.NewPhone(d.F, kit.PhoneOpts{Title: title, Subtitle: below, Avatar: face, Chat: d.chat(v, false), Composer: d.text("Message")})
	if at := d.Act.Kept("ring", -1); at >= 0 {
		p.Chat().SetRinged(at)
	}
	return p
}

// beside puts a page beside the phone. With large text the stage folds: the
// chat is a page of its own behind a button.
func (d *Desk) beside(v lesson.View, o fyne.CanvasObject) fyne.CanvasObject {
	switch v.Scene.Setting {
	case lesson.Call:
		return d.onCall(v, o)
	case lesson.Form:
		return d.onForm(v, nil, o)
	}
	if !d.F.Tight() {
		return kit.Split(d.F, kit.PhoneStage(d.F, d.phone(v)), d.page(true, o))
	}
	again := kit.NewButton(d.F, kit.ButtonOpts{ID: "chat.again", Kind: kit.Secondary, Icon: "device-mobile", Label: d.text("See the chat again"), OnTap: func() { d.Act.Open(Chat) }})
	return d.page(false, kit.VStack(d.space("l"), kit.HugRight(again), o))
}

// overChat puts a panel below the chat where the stage is folded and the chat
// is the activity, and beside the phone elsewhere.
func (d *Desk) overChat(v lesson.View, panel fyne.CanvasObject) (body fyne.CanvasObject, settle func()) {
	if !d.F.Tight() {
		return kit.Split(d.F, kit.PhoneStage(d.F, d.phone(v)), d.page(true, panel)), nil
	}
	card, chat := d.wideChat(v)
	newest := len(v.Scene.Chat) - 1
	settle = func() {
		chat.Bring(newest)
		chat.Bring(newest - max(0, v.Scene.New-1))
	}
	return d.page(false, kit.VStack(d.space("xl"), card, panel)), settle
}

// wideChat is the chat over the full width of a page.
func (d *Desk) wideChat(v lesson.View) (fyne.CanvasObject, *kit.Chat) {
	title, below, face := d.header(v)
	head := kit.HStack(d.space("m"), 1, kit.Avatar(d.F, face, d.F.Look.Size("kit.phone.headerDisc")),
		kit.VStack(0, kit.BoldText(d.F, theme.Body, title), kit.SoftText(d.F, theme.Small, below)))
	c := kit.NewChat(d.F, d.chat(v, true))
	if at := d.Act.Kept("ring", -1); at >= 0 {
		c.SetRinged(at)
	}
	return kit.Card(d.F, kit.VStack(d.space("m"), head, c)), c
}

// ChatPage is the chat of a scene as a page of its own, for large text.
func ChatPage(d *Desk, v lesson.View) Screen {
	card, _ := d.wideChat(v)
	back := d.primary(d.text("Back to the question"), false, d.Act.Back)
	return Screen{
		ID: "chat", First: ChatID, Title: d.text("Chat"),
		Object: kit.Screen(d.band(lessonBand, "", ""), d.page(false, card), kit.NewFooterBar(d.F, kit.FooterOpts{Door: d.door(), Primary: back})),
	}
}
