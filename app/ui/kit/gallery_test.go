package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

// TestGallery draws the kit in all palettes and at a large size. It fails only
// if drawing fails or nothing is drawn; the pictures are for the eye.
func TestGallery(t *testing.T) {
	test.NewTempApp(t)
	for _, g := range []struct {
		name string
		wish theme.Wish
		w, h float32
	}{
		{"light", theme.Wish{}, 1366, 768},
		{"dark", theme.Wish{Palette: theme.Dark}, 1366, 768},
		{"contrast", theme.Wish{Palette: theme.Contrast}, 1366, 768},
		{"large", theme.Wish{Scale: 1.8}, 1366, 1400},
		{"small-large", theme.Wish{Scale: 2}, 700, 1800},
	} {
		if skipped(g.name) {
			continue
		}
		f := frameOf(t, g.wish)
		shot := picture(t, open(t, f, onGround(f, basics(f)), g.w, g.h), "basics-"+g.name)
		if b := shot.Bounds(); b.Dx() != int(g.w) || b.Dy() != int(g.h) {
			t.Errorf("%s: the picture is %v", g.name, b)
		}
	}
}

func basics(f *Frame) fyne.CanvasObject {
	state := func(b *Button, set func(*Button)) *Button { set(b); b.Refresh(); return b }
	line := func(kind ButtonKind, label, key string) fyne.CanvasObject {
		opts := ButtonOpts{Label: label, Key: key, Kind: kind}
		off := opts
		off.Disabled = true
		return Wrap(24, 12, NewButton(f, opts),
			state(NewButton(f, opts), func(b *Button) { b.hovered = true }),
			state(NewButton(f, opts), func(b *Button) { b.FocusGained() }),
			state(NewButton(f, opts), func(b *Button) { b.pressed = true }),
			NewButton(f, off))
	}
	chosen := NewChoice(f, ChoiceOpts{Number: 2, Text: "Écrire dans le groupe : « On arrête, ce n’est pas drôle. »", Chip: ChipGroup, ChipText: "Dans le groupe", Chosen: true})
	first := NewChoice(f, ChoiceOpts{Number: 1, Text: "Écrire à Noor en privé : « Je ne fais rien suivre. Je suis là. »", Chip: ChipPrivate, ChipText: "En privé"})
	first.FocusGained()
	return VStack(14,
		BoldText(f, theme.PageTitle, "Kit and states"),
		Text(f, theme.Body, "Running text with *bold words* and a smile 😂 inside, then “quotes” and « guillemets » that stay. A text that does not fit wraps, it is never cut; a hyphenated-word may break after its hyphen."),
		line(Primary, "Continue", "Enter"), line(Secondary, "Rewind this minute", "R"), line(Ghost, "Pass", "0"),
		first, chosen,
		NewChoice(f, ChoiceOpts{Number: 3, Text: "Ne rien écrire", Disabled: true}),
		NewChoice(f, ChoiceOpts{Number: 4, Text: "En parler ce soir", Chosen: true}),
		Wrap(10, 8, NewChip(f, ChipPrivate, "Private"), NewChip(f, ChipGroup, "Group"), NewChip(f, ChipAdult, "Help"), NewChip(f, ChipHelps, "Helps"),
			NewChip(f, ChipHarms, "Harms"), NewChip(f, ChipNoted, "Noted"), NewChip(f, ChipWait, "Wait"),
			NewKeyCap(f, KeyCapOpts{Text: "1"}), NewKeyCap(f, KeyCapOpts{Text: "Ctrl H"}), NewKeyCap(f, KeyCapOpts{Icon: "arrow-up"})),
		StretchRow(20, 1, Card(f, Text(f, theme.Small, "A card")), Advice(f, AdviceOpts{Tone: ToneLamp, Icon: "heart", Title: "Look again", Text: "Si personne ne répond, ce n’est pas à cause de toi.", Side: "Gecontroleerd op 16 november 2026"})),
	)
}

func chatOf(texts ...string) []Message {
	out := []Message{
		{ID: "m1", Avatar: "jonas", Name: "Jonas", Hidden: true, HiddenTitle: "Image masquée", HiddenNote: "Vigie ne la montre jamais", Time: "21:38"},
		{ID: "m2", Text: "C’est Noor, de notre année", Time: "21:38", Flag: "repéré"},
		{ID: "m3", Avatar: "wout", Name: "Wout", Text: "😂😂", Time: "21:39"},
		{ID: "m4", Avatar: "sacha", Name: "Sacha", Text: "sérieux ??", Time: "21:40"},
		{Kind: Notice, Text: "jeudi"},
		{ID: "m5", Avatar: "theo", Name: "Théo", Text: "vous le dites à personne hein", Time: "21:41", Flag: "repéré"},
	}
	for _, text := range texts {
		out = append(out, Message{Kind: FromMe, Text: text, Time: "21:53"})
	}
	return out
}

func phoneOf(f *Frame, texts ...string) *Phone {
	return NewPhone(f, PhoneOpts{Title: "Classe 3B non officielle", Subtitle: "12 membres · 53 non lus", Composer: "Message",
		Chat: ChatOpts{ID: "chat", Label: "Chat", Messages: chatOf(texts...)}})
}

func TestPhoneGallery(t *testing.T) {
	test.NewTempApp(t)
	for _, g := range []struct {
		name string
		wish theme.Wish
		w, h float32
	}{
		{"light", theme.Wish{}, 520, 640},
		{"dark", theme.Wish{Palette: theme.Dark}, 520, 640},
		{"contrast", theme.Wish{Palette: theme.Contrast}, 520, 640},
		{"narrow-large", theme.Wish{Scale: 1.3}, 400, 472},
	} {
		if skipped(g.name) {
			continue
		}
		f := frameOf(t, g.wish)
		phone := phoneOf(f.AtNight(), "Not all of us.", "I’m not passing anything on. I’m here.")
		w := open(t, f, PhoneStage(f, phone), g.w, g.h)
		w.Canvas().Focus(phone.Chat())
		phone.Chat().TypedKey(key(fyne.KeyUp))
		picture(t, w, "phone-"+g.name)
	}
}
