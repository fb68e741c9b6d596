package learner

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vigie/app/i18n"
	"vigie/app/speech"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// ReadingPage is the reading help: what most people look for first, then what
// the keys do, with a sample beside it; mock-up 22. It works at once.
func ReadingPage(d *Desk, scales []string) Screen {
	card := kit.Card(d.F, kit.Ruled(d.F, d.space("s"), d.readingRows(scales)...))
	var body fyne.CanvasObject
	if d.F.Tight() {
		body = d.page(false, card)
	} else {
		body = kit.Split(d.F, kit.Stage(d.F, kit.NewPage(d.F, kit.Pad(kit.Even(d.space("xxxl")), kit.Middle(d.sample())))), d.page(true, kit.Middle(card)))
	}
	done := d.primary(d.text("Done"), false, d.Act.Back)
	back := kit.NewButton(d.F, kit.ButtonOpts{ID: "normal", Kind: kit.Ghost, Icon: "arrow-counter-clockwise", Label: d.text("Back to normal"), OnTap: d.Act.Normal})
	return Screen{
		ID: "reading", First: string(TextSize), Title: d.text("Reading help"),
		Object: kit.Screen(d.band(readingBand, d.text("Reading help"), d.text("It works at once.")), body, kit.NewFooterBar(d.F, kit.FooterOpts{
			Door: d.door(), Hints: d.keyHint(d.text("change"), "arrow-left", "arrow-right"), Before: []fyne.CanvasObject{back}, Primary: done})),
	}
}

// readingRows are the settings, each with its control.
func (d *Desk) readingRows(scales []string) []fyne.CanvasObject {
	row := func(title, note string, control fyne.CanvasObject) fyne.CanvasObject {
		return kit.SettingRow(d.F, title, note, control)
	}
	choose := func(p Preference, label string, values, words []string, now string) fyne.CanvasObject {
		return kit.NewSegmented(d.F, kit.SegmentedOpts{
			ID: string(p), Label: label, Parts: words, Chosen: max(0, slices.Index(values, now)),
			OnChange: func(i int) { d.Act.Set(p, values[i]) },
		})
	}
	onOff := func(p Preference, label string) fyne.CanvasObject {
		return kit.NewSwitch(d.F, kit.SwitchOpts{
			ID: string(p), Label: label, On: d.Prefer[p] == "on", OnWord: d.text("On"), OffWord: d.text("Off"),
			OnChange: func(on bool) { d.Act.Set(p, map[bool]string{true: "on", false: "off"}[on]) },
		})
	}
	langs := i18n.Languages()
	var tags []string
	for _, l := range langs {
		tags = append(tags, strings.ToUpper(l))
	}
	var fonts, fontNames []string
	for _, f := range theme.Fonts() {
		fonts, fontNames = append(fonts, string(f)), append(fontNames, f.Name())
	}
	rows := []fyne.CanvasObject{
		row(d.text("Text size"), d.text("%s percent", d.Prefer[TextSize]), d.sizes(scales)),
		row(d.text("Letters"), d.text("Try which ones are easier for you."), choose(Font, d.text("Letters"), fonts, fontNames, d.Prefer[Font])),
		row(d.text("Line spacing"), "", choose(Spacing, d.text("Line spacing"),
			[]string{string(theme.Normal), string(theme.Wide), string(theme.VeryWide)},
			[]string{d.text("Normal"), d.text("Wide"), d.text("Very wide")}, d.Prefer[Spacing])),
		row(d.text("Colours"), "", choose(Palette, d.text("Colours"),
			[]string{string(theme.Light), string(theme.Dark), string(theme.Contrast)},
			[]string{d.text("Light"), d.text("Dark"), d.text("High contrast")}, d.Prefer[Palette])),
	}
	if d.Status.Easier {
		rows = append(rows, row(d.text("Easier words"), d.text("Shorter sentences, where this lesson has some."), onOff(Easier, d.text("Easier words"))))
	}
	if d.Status.Voice {
		var speeds []string
		for _, s := range speech.Speeds() {
			speeds = append(speeds, string(s))
		}
		rows = append(rows, row(d.text("Read aloud"), d.text("Ctrl L does it too. Use headphones."), kit.Wrap(d.space("l"), d.space("s"),
			choose(VoiceSpeed, d.text("How fast"), speeds, []string{d.text("Slow"), d.text("Medium"), d.text("Fast")}, d.Prefer[VoiceSpeed]),
			kit.NewSwitch(d.F, kit.SwitchOpts{ID: "aloud", Label: d.text("Read aloud"), On: d.Status.Aloud, OnWord: d.text("On"), OffWord: d.text("Off"), OnChange: func(bool) { d.Act.ReadAloud() }}))))
	}
	rows = append(rows,
		row(d.text("Language"), d.text("Your own laptop; the class can use another one."), choose(Language, d.text("Language"), langs, tags, d.W.Language())),
		row(d.text("Calm"), d.text("Nothing moves. Messages and lamps are there at once."), onOff(Calm, d.text("Calm"))),
		row(d.text("Show the keys"), d.text("Otherwise they show once you press one."), onOff(ShowKeys, d.text("Show the keys"))),
		row(d.text("Single keys"), d.text("A digit or letter does something at once. Off: only Tab, arrows and Enter."), onOff(SingleKeys, d.text("Single keys"))))
	if d.Status.Keeping && d.Status.Running {
		rows = append(rows, row(d.text("My run"), d.text("Kept on this laptop without a name, until the lesson is done."),
			kit.NewButton(d.F, kit.ButtonOpts{ID: "erase", Kind: kit.Secondary, Icon: "trash", Label: d.text("Erase my run"), OnTap: func() { d.Act.Open(Erasing) }})))
	}
	return rows
}

// sizes is the slider of the text size between a small and a large letter.
func (d *Desk) sizes(scales []string) fyne.CanvasObject {
	slider := kit.NewSlider(d.F, kit.SliderOpts{
		ID: string(TextSize), Label: d.text("Text size"), Said: d.text("%s percent", d.Prefer[TextSize]), Steps: len(scales), At: max(0, slices.Index(scales, d.Prefer[TextSize])),
		OnChange: func(i int) { d.Act.Set(TextSize, scales[i]) },
	})
	return kit.HStack(d.space("m"), kit.NoGrow, kit.Text(d.F, theme.Caption, "A"), slider, kit.BoldText(d.F, theme.Heading, "A"))
}

// sample shows what the letters look like now.
func (d *Desk) sample() fyne.CanvasObject {
	return kit.VStack(d.space("l"),
		kit.Card(d.F, kit.Text(d.F, theme.Body, d.text("She reads the chat again. She puts the phone down for a moment, then writes one sentence."))),
		kit.Card(d.F, kit.VStack(d.space("s"),
			kit.NewBubble(d.F, kit.Message{Avatar: "noor", Text: d.text("thought you were all laughing")}, 0),
			kit.NewBubble(d.F, kit.Message{Kind: kit.FromMe, Text: d.text("not all of us. not me")}, 0))),
		kit.NewChoice(d.F, kit.ChoiceOpts{ID: "sample", Number: 1, Text: d.text("This is what an answer looks like"), Chosen: true, Disabled: true}))
}

// ErasePage asks before the run is erased.
func ErasePage(d *Desk) Screen {
	body := kit.VStack(d.space("l"), d.title(d.text("Erase my run?")),
		kit.Text(d.F, theme.Lead, d.text("What was chosen and answered in this lesson goes from this laptop. You can still play on; it is kept anew from the next step.")),
		kit.Hug(kit.NewButton(d.F, kit.ButtonOpts{ID: "erase.now", Kind: kit.Secondary, Icon: "trash", Label: d.text("Erase my run"), OnTap: d.Act.Erase})))
	return notice(d, "erasing", d.text("Erase my run?"), body, d.primary(d.text("Keep it"), false, d.Act.Back))
}

// CrashPage offers the local note of a crash: to read it or to erase it.
func CrashPage(d *Desk, note string) Screen {
	body := kit.VStack(d.space("l"), d.title(d.text("Vigie stopped in the middle last time.")),
		kit.Text(d.F, theme.Lead, d.text("A note of it lies on this laptop only. There are no answers and no names in it. You can read it, show it to a teacher, or erase it.")),
		kit.Hug(kit.NewButton(d.F, kit.ButtonOpts{ID: "note.erase", Kind: kit.Secondary, Icon: "trash", Label: d.text("Erase the note"), OnTap: d.Act.DropNote})),
		kit.Card(d.F, kit.NewPara(d.F, kit.ParaOpts{Text: note, Role: theme.Caption, Full: true})))
	return notice(d, "crashed", d.text("Vigie stopped in the middle last time."), body, d.primary(d.text("Go to the lessons"), false, func() { d.Act.Open(Home) }))
}

// VoicelessPage says why nothing can be read aloud, and what to do.
func VoicelessPage(d *Desk, why string) Screen {
	title := d.text("Nothing can be read aloud")
	body := kit.VStack(d.space("l"), d.title(title), kit.Text(d.F, theme.Lead, why))
	return notice(d, string(Voiceless), title, body, d.primary(d.backLabel(), false, d.Act.Back))
}

func notice(d *Desk, id, title string, body fyne.CanvasObject, primary *kit.Button) Screen {
	p := d.page(false, kit.CenterAtMost(d.F.Look.Size("frame.maxText"), body))
	return Screen{ID: id, First: PrimaryID, Title: title, Object: kit.Screen(d.band(sheetBand, title, ""), p, kit.NewFooterBar(d.F, kit.FooterOpts{Door: d.door(), Primary: primary}))}
}
