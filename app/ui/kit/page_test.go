package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

func bandOf(f *Frame) *TopBand {
	return NewTopBand(f, TopBandOpts{OnBack: func() {}, BackLabel: "Retour", Label: "Leçon 1", Title: "Ça s’allume", Step: 4, Of: 7,
		StepText: "Étape 4 sur 7", StepShort: "4 / 7", Right: []BandItem{
			{ID: "reading", Icon: "text-aa", Label: "Lecture", Shrinks: true},
			{ID: "language", Icon: "globe-simple", Label: "FR"},
			{ID: "hide", Icon: "eye-slash", Label: "Cacher", Key: "Ctrl H", Framed: true},
		}})
}

func footerOf(f *Frame) *FooterBar {
	return NewFooterBar(f, FooterOpts{
		Door:    NewHelpDoor(f, HelpDoorOpts{Word: "Aide", Number: "116 000", Hours: "gratuit, jour et nuit"}),
		Hints:   Hint(f, HintPart{Key: "1"}, HintPart{Text: "à"}, HintPart{Key: "4"}, HintPart{Text: "choisir"}),
		Pass:    NewButton(f, ButtonOpts{ID: "pass", Label: "Passer", Key: "0", Kind: Ghost}),
		Primary: NewButton(f, ButtonOpts{ID: "next", Label: "Valider", Key: "Entrée", Kind: Primary, Disabled: true}),
	})
}

// choicePage is picture 04 of the mock-ups.
func choicePage(f *Frame) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, c := range []struct {
		text string
		kind ChipKind
		chip string
	}{
		{"Écrire à Noor en privé : « Je ne fais rien suivre. Je suis là. »", ChipPrivate, "En privé"},
		{"Écrire dans le groupe : « On arrête, ce n’est pas drôle. »", ChipGroup, "Dans le groupe"},
		{"En parler ce soir à un adulte, ou au 116 000", ChipAdult, "Avec de l’aide"},
		{"Ne rien écrire et attendre demain", ChipWait, "Attendre"},
	} {
		rows = append(rows, NewChoice(f, ChoiceOpts{ID: "choice." + c.chip, Number: i + 1, Text: c.text, Chip: c.kind, ChipText: c.chip}))
	}
	head := HStack(24, 1, RingedLamp(f, "hand-palm"),
		VStack(0, BoldText(f, theme.Stop, "Stop."), BoldText(f, theme.Heading, "De quoi Noor a-t-elle besoin dans les dix prochaines minutes ?")))
	content := VStack(20, head, SoftText(f, theme.Body, "Prends le temps qu’il te faut : rien ne presse et rien n’est compté. Ensuite, que fait Mila ?"), VStack(12, rows...))
	page := Daylight(f, NewPage(f, Pad(PageMargins(f, true), Middle(content))))
	body := fyne.CanvasObject(page)
	if !f.Tight() {
		body = Split(f, PhoneStage(f, phoneOf(f.AtNight())), page)
	}
	return Screen(bandOf(f), body, footerOf(f))
}

func TestChoicePageGallery(t *testing.T) {
	test.NewTempApp(t)
	for _, g := range []struct {
		name string
		wish theme.Wish
		w, h float32
	}{
		{"light", theme.Wish{}, 1366, 768},
		{"dark", theme.Wish{Palette: theme.Dark}, 1366, 768},
		{"contrast-150", theme.Wish{Palette: theme.Contrast, Scale: 1.5}, 1366, 768},
		{"small", theme.Wish{}, 1000, 600},
		{"small-180", theme.Wish{Scale: 1.8}, 1000, 600},
		{"small-200", theme.Wish{Scale: 2}, 1000, 600},
	} {
		if skipped(g.name) {
			continue
		}
		f := frameOf(t, g.wish)
		root := choicePage(f)
		w := open(t, f, root, g.w, g.h)
		w.Canvas().Focus(ControlByID(root, "choice.En privé"))
		picture(t, w, "choice-"+g.name)
	}
}
