package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

// The pages of the mock-ups, by their numbers.
func samplePages(f *Frame) map[string]fyne.CanvasObject {
	night := f.AtNight()
	split := func(stage, content fyne.CanvasObject) fyne.CanvasObject {
		return Screen(bandOf(f), Split(f, stage, Daylight(f, NewPage(f, Pad(PageMargins(f, true), content)))), footerOf(f))
	}
	rules := VStack(12, BoldText(f, theme.PageTitle, "Zo praten we met elkaar"), SoftText(f, theme.Body, "Lees mee met de klas. Klopt er iets niet voor jullie? Zeg het, dan passen we het aan."),
		RuleCard(f, RuleItem{"mask-happy", "Over personages", "We praten over wie in het verhaal zit, nooit over iemand die we kennen."},
			RuleItem{"ear", "Luisteren zonder lachen", "Niemand lacht om wat een ander zegt. Dat geldt ook voor de leerkracht."},
			RuleItem{"house-simple", "Het blijft hier", "Wat hier gezegd wordt, vertellen we niet rond."},
			RuleItem{"backpack", "Gsm in de tas", "Niemand haalt echte berichten of namen boven."}))
	about := NewPage(night, Pad(Sides(32, 48), Middle(VStack(12, NewPara(night, ParaOpts{Text: "Waar deze les over gaat", Role: theme.StageTitle, Bold: true}),
		Text(night, theme.Prose, "Een groepschat waarin een intieme foto wordt doorgestuurd. Jij krijgt die foto nooit te zien. Je volgt Mila, een getuige."), Gap(0, 8),
		NightRow(f, NewKeyCap(night, KeyCapOpts{Text: "0", Large: true}), "*Passen mag altijd.* Je hoeft niet te zeggen waarom."),
		NightRow(f, NewKeyCap(night, KeyCapOpts{Text: "Ctrl H"}), "*Even verbergen?* Dan staat er een gewone leestekst."),
		NightRow(f, Icon(night, "lifebuoy", theme.OnNight, 28), "*Hulp staat altijd linksonder.* Openen laat geen spoor na.")))))

	cues := VStack(14, SoftText(f, theme.Small, "21\u00a0h\u00a042. Mila est chez elle, le téléphone à la main."),
		HStack(18, 1, Avatar(f, "mila", 56), VStack(2, SoftText(f, theme.Small, "Mila pense"), BoldText(f, theme.Thought, "Tout le monde rit. Personne ne dit stop.\nAlors c’est normal… ou pas\u00a0?"))),
		Card(f, VStack(12, CountRow(f, "9 sur 12 ont vu", "", CountOpts{Lit: 9, Of: 12, Icon: "eye"}),
			CountRow(f, "Personne n’a fait un geste", "Un seul suffit pour commencer.", CountOpts{Of: 12}))),
		BoldText(f, theme.Subheading, "Qu’est-ce qui montre que c’est sérieux\u00a0?"), SoftText(f, theme.Small, "Touche un message du chat. Deux indices trouvés, il en reste deux."),
		Grid(2, 300, 10, Cue(f, true, "Son prénom est ajouté"), Cue(f, true, "On demande le silence"), Cue(f, false, "Encore à trouver"), Cue(f, false, "Encore à trouver")),
		Hug(NewButton(f, ButtonOpts{Icon: "speaker-high", Label: "Écouter cette page", Key: "Ctrl L", Kind: Ghost, Small: true})))

	after := Spread(20, VStack(14, HStack(10, NoGrow, SoftText(f, theme.Small, "You chose"), NewChip(f, ChipPrivate, "A private message to Noor")),
		BoldText(f, theme.Title, "Two hours later"), Text(f, theme.Body, "Noor read it within five minutes. She had put her phone in a drawer; now she takes it out again. The photo is still in the group, so the next step matters too."),
		MeterCard(f, MeterOpts{"hand-heart", "Noor feels less alone", "Someone is on her side.", 2, 4, "Much less"},
			MeterOpts{"hourglass-medium", "It spreads more slowly", "Nobody has reported it yet.", 2, 2, "Not yet"},
			MeterOpts{"users-three", "The group changes its tone", "One lamp went out.", 2, 1, "A little"}),
		Legend(f, LegendItem{LampKept, "before"}, LegendItem{LampNew, "new since your choice"}, LegendItem{LampOff, "not lit yet. No points, no ranking."})),
		HStack(16, 1, NewButton(f, ButtonOpts{Icon: "arrow-counter-clockwise", Label: "Rewind this minute", Key: "R"}), SoftText(f, theme.Small, "Let Mila try something else,\nthen compare both endings.")))

	lookUp := Screen(bandOf(f), Dusk(f, DuskOpts{Low: true}, NewPage(f, Pad(Sides(48, 56), Spread(24, VStack(12,
		NewPara(night, ParaOpts{Text: "Levez les yeux.", Role: theme.LookUp, Bold: true}), NewPara(night, ParaOpts{Text: "On en parle ensemble, sans écran.", Role: theme.Title, Bold: true}),
		Text(night, theme.Lead, "Votre histoire attend ici. Rien ne se perd.")),
		Grid(3, 260, 20, DuskBox(f, "chats", "Qu’est-ce qui vous a dit que c’était sérieux\u00a0?"), DuskBox(f, "ear", "Pourquoi lit-on le silence comme un «\u00a0oui\u00a0»\u00a0?"), DuskBox(f, "hand-heart", "Qu’est-ce qui aurait aidé Mila à le voir plus tôt\u00a0?")))))),
		NewFooterBar(f, FooterOpts{Door: NewHelpDoor(f, HelpDoorOpts{Word: "Aide", Number: "116\u00a0000", Hours: "gratuit, jour et nuit"}),
			Before:  []fyne.CanvasObject{NewButton(f, ButtonOpts{Label: "Continuer sans la classe", Kind: Ghost}), Text(f, theme.Small, "Trois chiffres au tableau"), NewCodeBoxes(f, CodeBoxesOpts{ID: "code", Label: "Trois chiffres", Count: 3, Value: "4"})},
			Primary: NewButton(f, ButtonOpts{Label: "Reprendre", Key: "Entrée", Kind: Primary, Disabled: true})}))

	help := Screen(bandOf(f), Daylight(f, NewPage(f, Pad(PageMargins(f, false), TwoColumns(f,
		VStack(18, FirstDoor(f, DoorOpts{Kicker: "Première porte · Child Focus", Number: "116\u00a0000", Text: "Gratuit, jour et nuit. Tu peux rester anonyme. On t’écoute, on réfléchit avec toi, on peut aider à faire retirer une image.", Date: "Vérifié le 16 novembre 2026", Copy: NewButton(f, ButtonOpts{Kind: OnDoor, Icon: "copy", Label: "Copier", Key: "1", Small: true})}),
			Grid(2, 250, 18, DoorCard(f, DoorOpts{Kicker: "Écoute-Enfants", Number: "103", Text: "Gratuit et anonyme, par téléphone ou par chat sur 103ecoute.be. Les heures peuvent changer.", Date: "Vérifié le 16 novembre 2026"}),
				DoorCard(f, DoorOpts{Kicker: "Dans ton école", Number: "Mme Lambert", Text: "Éducatrice, local B12.", Date: "Les heures ont pu changer", Aged: true})),
			Advice(f, AdviceOpts{Tone: ToneLamp, Icon: "heart", Text: "Si personne ne répond, ce n’est pas à cause de toi. Réessaie, écris par chat ou par mail, ou parle à un adulte proche."})),
		VStack(18, Danger(f, "En danger maintenant", DangerNumber{"112", "secours"}, DangerNumber{"101", "police"}),
			DoorList(f, "D’autres portes", "Vérifié le", "Dire d’abord\u00a0: «\u00a0J’ai vu quelque chose dans un groupe. Je ne sais pas quoi faire.\u00a0» Cela suffit.",
				DoorOpts{Number: "107", Text: "Télé-Accueil, jour et nuit", Date: "16.11.2026"}, DoorOpts{Number: "0800\u00a032\u00a0123", Text: "Centre de Prévention du Suicide, jour et nuit", Date: "16.11.2026"})))))),
		NewFooterBar(f, FooterOpts{Note: HStack(8, 1, Icon(f, "info", theme.InkFaint, 18), NewPara(f, ParaOpts{Text: "Appelle avec un téléphone\u00a0: ce portable n’appelle pas et n’enregistre rien.", Role: theme.Caption, Color: theme.InkFaint})),
			Primary: NewButton(f, ButtonOpts{Label: "Retour à la leçon", Key: "Échap", Kind: Primary})}))

	reading := split(Stage(f, Pad(Even(45), Middle(Card(f, NewChat(f, ChatOpts{ID: "sample", Whole: true, Messages: []Message{{Avatar: "noor", Name: "Noor", Text: "thought you were all laughing"}, {Kind: FromMe, Text: "Not all of us. I wasn’t."}}}))))),
		Card(f, Ruled(f, 12, SettingRow(f, "Text size", "130\u00a0%", NewSlider(f, SliderOpts{ID: "size", Label: "Text size", Steps: 5, At: 2})),
			SettingRow(f, "Line spacing", "", NewSegmented(f, SegmentedOpts{ID: "spacing", Parts: []string{"Normal", "Wide", "Very wide"}, Chosen: 1})),
			SettingRow(f, "Easier words", "Shorter sentences where the lesson has them.", NewSwitch(f, SwitchOpts{ID: "easy", OnWord: "On", OffWord: "Off"})),
			SettingRow(f, "Show keys", "", NewSwitch(f, SwitchOpts{ID: "keys", On: true, OnWord: "On", OffWord: "Off"})),
			NewCheckRow(f, CheckRowOpts{ID: "check", Text: "Ask a friend to sit with you", Checked: true}),
			Numbered(f, "1", "Schrijf de drie cijfers over."))))
	return map[string]fyne.CanvasObject{
		"02": split(Stage(f, about), Middle(rules)), "03": split(PhoneStage(f, phoneOf(night)), cues),
		"05": split(PhoneStage(f, phoneOf(night, "I’m not passing anything on. I’m here.")), after), "10": lookUp, "11": help, "22": reading,
	}
}

func TestPagesGallery(t *testing.T) {
	test.NewTempApp(t)
	for _, g := range []struct {
		name string
		wish theme.Wish
		w, h float32
	}{
		{"light", theme.Wish{}, 1366, 768},
		{"dark", theme.Wish{Palette: theme.Dark}, 1366, 768},
		{"contrast-115", theme.Wish{Palette: theme.Contrast, Scale: 1.15}, 1366, 768},
		{"small-130", theme.Wish{Scale: 1.3}, 1000, 600},
	} {
		if skipped(g.name) {
			continue
		}
		for name, root := range samplePages(frameOf(t, g.wish)) {
			f := frameOf(t, g.wish)
			picture(t, open(t, f, root, g.w, g.h), "page-"+name+"-"+g.name)
		}
	}
}
