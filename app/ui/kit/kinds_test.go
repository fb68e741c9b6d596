package kit

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

// tongue is the words of the bars in one language.
type tongue struct {
	lesson, title, step, short          string
	reading, code, hide, back           string
	help, number, hours                 string
	pass, confirm, onward, enter, until string
}

var (
	inFrench = tongue{"Leçon 2", "Vingt-sept vues", "Étape 3 sur 6", "3 / 6", "Lecture", "FR", "Cacher", "Retour",
		"Aide", "116\u00a0000", "gratuit, jour et nuit", "Passer", "Valider", "Continuer", "Entrée", "à"}
	inDutch = tongue{"Les 4", "Sluwe smoesjes", "Stap 3 van 6", "3 / 6", "Lezen", "NL", "Verbergen", "Terug",
		"Hulp", "116\u00a0000", "gratis, dag en nacht", "Ik pas", "Bevestigen", "Verder", "Enter", "tot"}
	inGerman = tongue{"Lektion 6", "Melden, anrufen: und dann?", "Schritt 3 von 6", "3 / 6", "Lesen", "DE", "Verbergen", "Zurück",
		"Hilfe", "108", "kostenlos, Tag und Nacht", "Ich passe", "Bestätigen", "Weiter", "Enter", "bis"}
)

func (w tongue) band(f *Frame) *TopBand {
	return NewTopBand(f, TopBandOpts{OnBack: func() {}, BackLabel: w.back, Label: w.lesson, Title: w.title, Step: 3, Of: 6,
		StepText: w.step, StepShort: w.short, Right: []BandItem{
			{ID: "reading", Icon: "text-aa", Label: w.reading, Shrinks: true},
			{ID: "language", Icon: "globe-simple", Label: w.code},
			{ID: "hide", Icon: "eye-slash", Label: w.hide, Key: "Ctrl H", Framed: true},
		}})
}

// footer has a primary button, disabled where nothing is chosen yet.
func (w tongue) footer(f *Frame, label string, ready bool, hints ...HintPart) *FooterBar {
	return NewFooterBar(f, FooterOpts{
		Door:    NewHelpDoor(f, HelpDoorOpts{Word: w.help, Number: w.number, Hours: w.hours}),
		Hints:   Hint(f, hints...),
		Pass:    NewButton(f, ButtonOpts{ID: "pass", Label: w.pass, Key: "0", Kind: Ghost}),
		Primary: NewButton(f, ButtonOpts{ID: "next", Label: label, Key: w.enter, Kind: Primary, Disabled: !ready}),
	})
}

func (w tongue) digits(n int, words string) []HintPart {
	return []HintPart{{Key: "1"}, {Text: w.until}, {Key: strconv.Itoa(n)}, {Text: words}}
}

func choicesOf(f *Frame, chosen int, texts ...string) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, text := range texts {
		rows = append(rows, NewChoice(f, ChoiceOpts{ID: optionName(i), Number: i + 1, Text: text, Chosen: i == chosen}))
	}
	return rows
}

func optionName(i int) string { return fmt.Sprint("option.", i+1) }

// kindPage is a sample page, and the id of what has the focus.
type kindPage struct {
	root  fyne.CanvasObject
	first string
}

func kindPages(f *Frame) map[string]kindPage {
	all := map[string]kindPage{}
	for _, some := range []map[string]kindPage{quizPages(f), votePages(f), askedPages(f), storyPages(f), lastPages(f)} {
		maps.Copy(all, some)
	}
	return all
}

func quizPages(f *Frame) map[string]kindPage {
	fr, nl, de := inFrench, inDutch, inGerman
	one := "Mila voit passer l’image. Que fait-elle de l’image elle-même\u00a0?"
	answers := []string{"Elle n’y touche pas. Elle note le groupe, le compte et l’heure.", "Elle la montre à une amie pour avoir son avis.", "Elle attend de voir si quelqu’un réagit."}
	read := HeadedOpts{Icon: "question", Heading: one, Note: "Chaque réponse a sa raison. Lis-les tranquillement."}
	ask := read
	ask.Note = "Choisis une réponse. Il n’y a pas de points."

	several := HeadedOpts{Icon: "question", Heading: "Was kann Noor heute Abend helfen?", Note: "Wähle alles, was passt. Du kannst dich umentscheiden."}
	var blocks []*Block
	for i, text := range []string{"Eine private Nachricht, auf die sie nicht antworten muss", "Wissen, dass nicht alle lachen", "Dass viele fragen, was passiert ist",
		"Dass jemand den Beitrag meldet", "Dass sie selbst entscheidet, wer davon erfährt", "Ein Erwachsener, der zuhört"} {
		blocks = append(blocks, NewBlock(f, BlockOpts{ID: optionName(i), Number: i + 1, Text: text, Chosen: i == 1 || i == 3}))
	}

	guess := HeadedOpts{Icon: "scales", Heading: "Hoeveel jongeren vinden dat dit kwaad doet?", Note: "Een intieme foto van iemand gaat rond zonder dat die persoon dat wil. Denk aan 100 jongeren van 15 tot 25 jaar in België."}
	slider := func() *Slider {
		return NewSlider(f, SliderOpts{ID: "guess", Label: guess.Heading, Said: "45 van de 100", Steps: 21, At: 9})
	}
	known := guess
	known.Note = ""
	known.Aside = func(f *Frame) fyne.CanvasObject {
		fact := Fact(f, FactOpts{Value: "70 op 100", What: "vinden dat zoiets kwaad doet, gemiddeld over alle voorbeelden.",
			Who: "Jongeren van 15 tot 25 jaar in België, 2023", Source: "Bron: Universiteit Antwerpen, 2023"})
		if f.night {
			return fact
		}
		return Card(f, fact)
	}
	return map[string]kindPage{
		"quiz-one-fr": {Screen(fr.band(f), HeadedPage(f, ask, VStack(12, choicesOf(f, -1, answers...)...)), fr.footer(f, fr.confirm, false, fr.digits(3, "choisir")...)), optionName(0)},
		"quiz-read-fr": {Screen(fr.band(f), HeadedPage(f, read, VStack(12,
			Answered(f, AnswerOpts{Text: answers[0], Fit: FitGood, Word: "Ça convient", Reason: "Une note sur papier suffit pour signaler. L’image, elle, ne circule pas plus."}),
			Answered(f, AnswerOpts{Text: answers[1], Fit: FitAgain, Word: "À revoir", Marked: "Ta réponse", Reason: "Une personne de plus la voit. Mieux\u00a0: raconter ce qui se passe, sans l’image."}),
			Answered(f, AnswerOpts{Text: answers[2], Fit: FitAgain, Word: "À revoir", Reason: "Pendant ce temps, Noor attend un signe. Un seul message privé peut suffire."}))),
			fr.footer(f, fr.onward, true)), "next"},
		"quiz-several-de": {Screen(de.band(f), HeadedPage(f, several, Blocks(f, blocks...)), de.footer(f, de.confirm, true, de.digits(6, "wählen")...)), optionName(3)},
		"quiz-guess-nl": {Screen(nl.band(f), HeadedPage(f, guess, Guess(f, GuessOpts{Kicker: "Jouw gok", Number: "45", Of: "van de 100", Slider: slider(), Low: "niemand", High: "iedereen"})),
			nl.footer(f, nl.confirm, true, HintPart{Icon: "arrow-left"}, HintPart{Icon: "arrow-right"}, HintPart{Text: "schuiven"})), "guess"},
		"quiz-known-nl": {Screen(nl.band(f), HeadedPage(f, known, VStack(20,
			Guess(f, GuessOpts{Kicker: "Jouw gok", Number: "45", Of: "van de 100", Slider: slider(), Low: "niemand", High: "iedereen"}),
			Advice(f, AdviceOpts{Tone: ToneLamp, Icon: "users-three", Title: "De meesten vinden dit niet oké. Dat hoor je alleen niet altijd.", Text: "Zwijgen kan van buiten op een ja lijken. Eén rustige zin maakt het verschil zichtbaar."}))),
			nl.footer(f, nl.onward, true)), "next"},
	}
}

func votePages(f *Frame) map[string]kindPage {
	fr := inFrench
	stays := func() fyne.CanvasObject {
		return NewChip(f, ChipPrivate, "0 nom")
	}
	guess := HeadedOpts{Icon: "users-three", Heading: "D’abord, devine", Note: "Imagine une classe de 25. Combien trouveraient bien que quelqu’un écrive un mot gentil à Noor\u00a0?"}
	vote := HeadedOpts{Icon: "hand-palm", Heading: "Ensuite, en secret", Note: "Personne ne voit ton choix. Même le tableau ne montre que la classe entière, et seulement si vous êtes assez nombreux."}
	slider := NewSlider(f, SliderOpts{ID: "guess", Label: guess.Note, Said: "12 sur 25", Steps: 26, At: 12})
	boxes := []fyne.CanvasObject{
		DuskBox(f, "lock-simple", "Ton choix est fait. Il n’a pas de nom."),
		DuskBox(f, "chalkboard-teacher", "Le résultat de la classe vient au tableau, jamais ici."),
		DuskBox(f, "hash", "Trois chiffres du tableau te ramènent dans l’histoire."),
	}
	wait := Screen(fr.band(f), DuskWords(f, DuskWordsOpts{Heading: "Levez les yeux.", Title: "La suite est au tableau.", Lead: "Prenez le temps qu’il faut. Rien ne se perd.", Boxes: boxes}),
		NewFooterBar(f, FooterOpts{Door: NewHelpDoor(f, HelpDoorOpts{Word: fr.help, Number: fr.number, Hours: fr.hours}),
			Before:  []fyne.CanvasObject{Text(f, theme.Small, "Trois chiffres au tableau"), NewCodeBoxes(f, CodeBoxesOpts{ID: "code", Label: "Trois chiffres", Count: 3})},
			Pass:    NewButton(f, ButtonOpts{ID: "pass", Label: fr.pass, Kind: Ghost}),
			Primary: NewButton(f, ButtonOpts{ID: "next", Label: "Reprendre", Key: fr.enter, Kind: Primary, Disabled: true})}))
	return map[string]kindPage{
		"vote-guess-fr": {Screen(fr.band(f), HeadedPage(f, guess, VStack(20, stays(),
			Guess(f, GuessOpts{Kicker: "Tu dirais", Number: "12", Of: "sur 25", Slider: slider, Low: "personne", High: "toute la classe", Lit: 12, Total: 25}))),
			fr.footer(f, fr.confirm, true, HintPart{Icon: "arrow-left"}, HintPart{Icon: "arrow-right"}, HintPart{Text: "deviner"})), "guess"},
		"vote-secret-fr": {Screen(fr.band(f), HeadedPage(f, vote, VStack(16, stays(),
			BoldText(f, theme.Heading, "Quel premier pas serait le plus utile à Noor\u00a0?"),
			VStack(12, choicesOf(f, 0, "Un message privé, juste pour elle", "Une phrase calme dans le groupe", "En parler à un adulte, à deux", "Signaler dans l’application")...))),
			fr.footer(f, fr.confirm, true, fr.digits(4, "choisir")...)), optionName(0)},
		"vote-wait-fr": {wait, "code"},
	}
}

func askedPages(f *Frame) map[string]kindPage {
	nl, fr := inDutch, inFrench
	var told [][]int
	opts := matchOpts(&told)
	opts.Pairs, opts.At = []int{2, -1, 3, -1}, 1
	open := NewMatch(f, opts)
	opts.Pairs = []int{2, 1, 3, 0}
	checked := NewMatch(f, opts)
	checked.SetFits([]MatchFit{{FitGood, "Wie het raakt, bepaalt of het grappig is."}, {FitAgain, "Dit antwoord gaat over vertrouwen. De smoes gaat over wie doorstuurt."}, {FitGood, "Elke persoon minder is een persoon minder."}, {FitAgain, "Bij deze smoes past een antwoord over vertrouwen."}})
	match := func(m *Match, lead, label string, ready bool) fyne.CanvasObject {
		hints := append(nl.digits(4, "antwoord"), HintPart{Icon: "arrow-up"}, HintPart{Icon: "arrow-down"}, HintPart{Text: "smoes"}, HintPart{Key: "Z"}, HintPart{Text: "terugnemen"})
		return Screen(nl.band(f), Daylight(f, NewPage(f, Pad(PageMargins(f, false), VStack(20,
			VStack(4, BoldText(f, theme.PageTitle, "Welk antwoord past bij welke smoes?"), SoftText(f, theme.Body, lead)), m)))), nl.footer(f, label, ready, hints...))
	}
	questions := HeadedOpts{Icon: "list-checks", Heading: "Vijf korte zinnen", Note: "Elk antwoord telt even veel. Niemand ziet wat jij kiest, en passen mag altijd."}
	item := "Als veel mensen iets zien, hangt het toch ook een stukje van mij af."
	scale := NewScale(f, ScaleOpts{ID: "scale", Label: item, Steps: []string{"helemaal niet", "eerder niet", "een beetje", "eerder wel", "heel erg"}, Outside: "Zeg ik liever niet", Chosen: 4})
	pledge := HeadedOpts{Icon: "handshake", Heading: "Une phrase pour notre classe", Note: "Choisis une phrase que tu peux tenir un samedi soir. La classe décide ensemble de ce qui sera imprimé, sans nom."}
	return map[string]kindPage{
		"match-nl":         {match(open, "Elk antwoord past één keer. Je kan altijd nog wisselen.", "Nakijken", false), "match"},
		"match-checked-nl": {match(checked, "Twee paren passen al. Wissel de andere twee en kijk nog eens.", "Nakijken", true), "match"},
		"questions-nl": {Screen(nl.band(f), HeadedPage(f, questions, VStack(24,
			Wrap(12, 8, SoftText(f, theme.Body, "Zin 1 / 5"), NewChip(f, ChipPrivate, "0 namen")),
			BoldText(f, theme.Thought, item), SoftText(f, theme.Body, "Hoe erg ga je daarmee akkoord?"), scale)),
			nl.footer(f, nl.onward, true, nl.digits(6, "kiezen")...)), "scale"},
		"pledge-fr": {Screen(fr.band(f), HeadedPage(f, pledge, VStack(16,
			VStack(12, choicesOf(f, 1, "Ce qui n’est pas à nous, on ne le fait pas suivre.", "On écrit d’abord à la personne visée, juste à elle.", "Si c’est trop lourd, on va chercher un adulte, à deux.", "On demande «\u00a0De quoi as-tu besoin\u00a0?\u00a0», jamais «\u00a0Pourquoi\u00a0?\u00a0».")...),
			NewField(f, FieldOpts{ID: "own", Label: "Ou avec tes mots", Example: "Chez nous, on…", Max: 120, Note: "Sans nom. Ta phrase disparaît quand tu quittes cette page."}),
			Hug(NewChip(f, ChipPrivate, "reste sur cet écran")))),
			fr.footer(f, "Proposer cette phrase", true, fr.digits(4, "choisir")...)), optionName(1)},
	}
}

// lastPages are those of the last lesson.
func lastPages(f *Frame) map[string]kindPage {
	fr, nl := inFrench, inDutch
	ask := HeadedOpts{Icon: "megaphone-simple", Heading: "Notre demande", Note: "Ce sont vos mots qui comptent. La classe décide de ce qui part, sans noms.",
		Aside: func(f *Frame) fyne.CanvasObject {
			return VStack(12, BoldText(f, theme.Body, "Ce que Child Focus a demandé en 2023"), SoftText(f, theme.Small, "Des lois adaptées, de la prévention, et plus de soutien, avec les jeunes, les parents et les experts."),
				Fact(f, FactOpts{Value: "227", What: "dossiers", Series: "2017: 135 · 2018: 114 · 2021: 129 · 2022: 151 · 2023: 175 · 2024: 227", Who: "dossiers ouverts par une organisation, 2024", Source: "Source : Child Focus"}))
		}}
	sign := HeadedOpts{Icon: "pencil-simple-line", Heading: "Wie wil, tekent", Note: "Alleen als je wilt. Niemand ziet wat je kiest, niet hier en niet op het bord."}
	missed := CallOpts{Avatar: "ilan", Chip: "Histoire inventée", Number: "Ilan", Who: "Ilan, personnage inventé", Missed: "Appel manqué, 16 h 02"}
	about := VStack(20, HStack(12, 1, Icon(f, "info", theme.InkSoft, 20), SoftText(f, theme.Small, "Un appel inventé : rien n’est composé, rien n’est enregistré.")),
		Text(f, theme.Lead, "Mardi, 16 h 05. Un an a passé."))
	var call fyne.CanvasObject = Daylight(f, NewPage(f, Pad(PageMargins(f, false), about)))
	if !f.Tight() {
		call = Split(f, CallStage(f, missed), Daylight(f, NewPage(f, Pad(PageMargins(f, true), Middle(about)))))
	}
	return map[string]kindPage{
		"letter-fr": {Screen(fr.band(f), HeadedPage(f, ask, VStack(16, SoftText(f, theme.Small, "Notre école · 1 sur 3"), BoldText(f, theme.Heading, "Que peut faire notre école ?"),
			VStack(12, choicesOf(f, 0, "Un adulte que tout le monde connaît, à qui on peut parler le jour même.", "Dix minutes en classe quand il se passe quelque chose.", "Une boîte à mots, vidée le jour même.")...))),
			fr.footer(f, "Prendre cette phrase", true, fr.digits(3, "choisir")...)), optionName(0)},
		"sign-nl": {Screen(nl.band(f), HeadedPage(f, sign, VStack(16, NewChip(f, ChipPrivate, "0 namen"), Text(f, theme.Lead, "Dit vraagt onze klas. Tekenen mag, niet tekenen mag ook."),
			VStack(12, choicesOf(f, 1, "Ik teken niet", "Ik teken")...))), nl.footer(f, nl.confirm, true, nl.digits(2, "kiezen")...)), optionName(1)},
		"call-missed-fr": {Screen(fr.band(f), call, fr.footer(f, "Rappeler", true)), "next"},
	}
}

func storyPages(f *Frame) map[string]kindPage {
	fr, nl, de := inFrench, inDutch, inGerman
	form := FormOpts{Title: "Beitrag melden", Step: "Schritt 1 von 3", Ask: "Worum geht es?", Note: "Die Gruppe erfährt nicht, wer meldet."}
	form.Rows = choicesOf(f.AtDay(), 0, "Ein intimes Foto, das weitergegeben wird", "Beleidigung oder Drohung", "Ein Konto, das sich als jemand anders ausgibt", "Etwas anderes")
	about := VStack(16,
		HStack(12, 1, Icon(f, "info", theme.InkSoft, 20), SoftText(f, theme.Small, "Eine Probe: Nichts wird gesendet, nichts wird gespeichert.")),
		BoldText(f, theme.PageTitle, "Théo füllt das Formular aus"),
		Card(f, Ruled(f, 14, Numbered(f, "1", "Sagen, worum es geht"), Numbered(f, "2", "Gruppe, Konto und Uhrzeit eintragen"), Numbered(f, "3", "Absenden und die Uhrzeit der Meldung notieren"))),
		Advice(f, AdviceOpts{Tone: ToneLamp, Icon: "note-pencil", Title: "Notieren statt kopieren", Text: "Das Bild gehört nicht in die Meldung. Gruppe, Konto und Uhrzeit genügen."}))
	var body fyne.CanvasObject = Daylight(f, NewPage(f, Pad(PageMargins(f, false), VStack(20, Form(f, form), about))))
	if !f.Tight() {
		body = Split(f, FormStage(f, form), Daylight(f, NewPage(f, Pad(PageMargins(f, true), Middle(about)))))
	}
	thoughts := HeadedOpts{Icon: "moon", Heading: "Samedi, 21\u00a0h\u00a042", Note: "Mila est chez elle. Le téléphone est posé à côté d’elle, face contre la table."}
	out := HeadedOpts{Icon: "mask-happy", Heading: "Stap uit je rol", Note: "Mila is een personage. Jij bent jij, hier in de klas. Doe dit in je hoofd of hardop.",
		Aside: func(f *Frame) fyne.CanvasObject {
			return Text(f, theme.Prose, "Noor stond er op het einde niet meer alleen voor.")
		}}
	leave := func(i int, picture fyne.CanvasObject, text string, done bool) fyne.CanvasObject {
		return HStack(20, 1, picture, NewBlock(f, BlockOpts{ID: optionName(i), Number: i + 1, Text: text, Chosen: done}))
	}
	return map[string]kindPage{
		"form-de": {Screen(de.band(f), body, de.footer(f, de.onward, true, de.digits(4, "wählen")...)), optionName(0)},
		"thoughts-fr": {Screen(fr.band(f), HeadedPage(f, thoughts, Thoughts(f, ThoughtsOpts{Avatar: "mila", Who: "Mila pense", Said: []string{
			"Tout le monde rit. Personne ne dit stop.", "Peut-être que les autres se disent la même chose que moi.", "Et si j’écrivais juste un mot à Noor\u00a0?"}})),
			fr.footer(f, "Pensée suivante", true)), "next"},
		"leave-nl": {Screen(nl.band(f), HeadedPage(f, out, VStack(20,
			leave(0, Avatar(f, "noor", 56), "Wat zou iemand tegen Noor kunnen zeggen? Eén zin is genoeg.", true),
			leave(1, IconDisc(f, "sun-horizon", ToneSky, 56), "Wat is één gewoon ding dat je vandaag nog gaat doen?", false),
			SoftText(f, theme.Small, "Vink aan wat je gezegd of gedacht hebt. Er wordt niets bewaard."))),
			nl.footer(f, nl.onward, true, nl.digits(2, "aanvinken")...)), optionName(1)},
	}
}

// TestKindsCanBeWalked: every page has its way out, and Tab reaches all of it.
func TestKindsCanBeWalked(t *testing.T) {
	test.NewTempApp(t)
	for _, scale := range []float32{1, 2} {
		f := frameOf(t, theme.Wish{Scale: scale})
		for name, page := range kindPages(f) {
			w := open(t, f, page.root, 1000, 600)
			first := ControlByID(page.root, page.first)
			if first == nil {
				t.Errorf("%s at %g: nothing has the id %s", name, scale, page.first)
				continue
			}
			w.Canvas().Focus(first)
			var seen []string
			for range Controls(page.root) {
				seen = append(seen, w.Canvas().Focused().(Control).ID())
				w.Canvas().FocusNext()
			}
			for _, id := range []string{page.first, "pass", HelpDoorID, "hide"} {
				if !slices.Contains(seen, id) {
					t.Errorf("%s at %g: Tab does not reach %s: %q", name, scale, id, seen)
				}
			}
			if back := w.Canvas().Focused().(Control).ID(); back != page.first {
				t.Errorf("%s at %g: Tab ends at %s", name, scale, back)
			}
		}
	}
}

func TestKindsHaveRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		for _, width := range []float32{330 * scale, 766, 1286} {
			for name, o := range map[string]fyne.CanvasObject{
				"fact":   Card(f, Fact(f, FactOpts{Value: "70\u00a0%", What: "vinden dat zoiets kwaad doet.", Who: "Jongeren van 15 tot 25 jaar in België, 2023", Source: "Bron: Universiteit Antwerpen, 2023"})),
				"answer": Answered(f, AnswerOpts{Text: "Elle attend de voir si quelqu’un réagit.", Fit: FitAgain, Word: "À revoir", Marked: "Ta réponse", Reason: "Pendant ce temps, Noor attend un signe."}),
				"guess": Guess(f, GuessOpts{Kicker: "Tu dirais", Number: "12", Of: "sur 25", Low: "personne", High: "toute la classe", Lit: 12, Total: 25,
					Slider: NewSlider(f, SliderOpts{Steps: 26, At: 12})}),
				"thoughts": Thoughts(f, ThoughtsOpts{Avatar: "mila", Who: "Mila pense", Said: []string{"Personne ne dit stop.", "Et si j’écrivais à Noor\u00a0?"}}),
				"form":     Form(f, FormOpts{Title: "Beitrag melden", Step: "Schritt 1 von 3", Ask: "Worum geht es?", Rows: choicesOf(f, 0, "Beleidigung oder Drohung"), Note: "Die Gruppe erfährt es nicht."}),
			} {
				open(t, f, o, width, HeightFor(o, width))
				checkRoom(t, fmt.Sprintf("%s at scale %g", name, scale), o, width)
			}
		}
	})
}

func TestHeadedPageKeepsAll(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		page := HeadedPage(f, HeadedOpts{Icon: "moon", Heading: "Samedi", Note: "Mila est chez elle.", Aside: func(f *Frame) fyne.CanvasObject {
			if f.night == (scale > 1) {
				t.Errorf("scale %g: the frame of the wrong ground", scale)
			}
			return Text(f, theme.Body, "Noor n’est plus seule.")
		}}, Text(f, theme.Body, "Et si j’écrivais ?"))
		said := Aloud(page, Semantics.Plain)
		slices.Sort(said)
		if want := []string{"Et si j’écrivais ?", "Mila est chez elle.", "Noor n’est plus seule.", "Samedi"}; !slices.Equal(said, want) {
			t.Errorf("scale %g: says %q", scale, said)
		}
	})
}

// TestFormStaysOnItsPhone: what does not fit on the phone scrolls.
func TestFormStaysOnItsPhone(t *testing.T) {
	f := plainFrame(t)
	rows := choicesOf(f, 0, "Ein intimes Foto, das weitergegeben wird", "Beleidigung oder Drohung", "Ein Konto, das sich als jemand anders ausgibt", "Etwas anderes")
	stage := FormStage(f, FormOpts{Title: "Beitrag melden", Step: "Schritt 1 von 3", Ask: "Worum geht es?", Rows: rows})
	w := open(t, f, stage, 400, 472)
	w.Canvas().Focus(rows[3].(*Choice))
	var page *Page
	walk(stage, func(o fyne.CanvasObject) {
		if p, is := o.(*Page); is {
			page = p
		}
	})
	at, _ := placeIn(stage, page)
	if low := at.Y + page.Size().Height; low > 472-24-12 || page.Offset() == 0 {
		t.Errorf("the form ends at %g, is scrolled by %g", low, page.Offset())
	}
}

func TestKindsLeaveShortcuts(t *testing.T) {
	f := plainFrame(t)
	for _, c := range []Control{NewBlock(f, BlockOpts{}), NewMatch(f, MatchOpts{}), NewScale(f, ScaleOpts{})} {
		if _, is := c.(fyne.Shortcutable); is {
			t.Errorf("%T takes shortcuts", c)
		}
	}
}

func TestKindsSay(t *testing.T) {
	f := plainFrame(t)
	said := Aloud(Answered(f, AnswerOpts{Text: "Attendre", Fit: FitAgain, Word: "À revoir", Reason: "Noor attend un signe.", Marked: "Ta réponse"}), Semantics.Plain)
	if want := []string{"Attendre", "Ta réponse", "À revoir. Noor attend un signe."}; !slices.Equal(said, want) {
		t.Errorf("says %q", said)
	}
	fact := Aloud(Fact(f, FactOpts{Value: "70 op 100", What: "vinden dat", Who: "2023", Source: "Bron"}), Semantics.Plain)
	if !slices.Equal(fact, []string{"70 op 100", "vinden dat", "2023", "Bron"}) {
		t.Errorf("says %q", fact)
	}
}

func TestKindsGallery(t *testing.T) {
	test.NewTempApp(t)
	for _, g := range []struct {
		name string
		wish theme.Wish
		w, h float32
	}{
		{"light", theme.Wish{}, 1366, 768},
		{"dark", theme.Wish{Palette: theme.Dark}, 1366, 768},
		{"contrast", theme.Wish{Palette: theme.Contrast}, 1366, 768},
		{"small-200", theme.Wish{Scale: 2}, 1000, 600},
		{"small", theme.Wish{}, 1000, 600},
	} {
		if skipped(g.name) {
			continue
		}
		f := frameOf(t, g.wish)
		for name, page := range kindPages(f) {
			w := open(t, f, page.root, g.w, g.h)
			if first := ControlByID(page.root, page.first); first != nil {
				w.Canvas().Focus(first)
			}
			picture(t, w, "kind-"+name+"-"+g.name)
		}
	}
}
