package learner

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"vigie/app/i18n"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// Ids of controls that stand on many pages.
const (
	PrimaryID  = "primary"
	PassID     = "pass"
	HideID     = "band.hide"
	ReadingID  = "band.reading"
	LanguageID = "band.language"
)

// bandKind says what the top band of a page offers besides hide.
type bandKind int

const (
	lessonBand  bandKind = iota // lesson, progress, reading help, language
	sheetBand                   // a sheet: reading help and language
	readingBand                 // the sheet that sets both
)

// band is the top band of a page.
func (d *Desk) band(kind bandKind, title, note string) *kit.TopBand {
	o := kit.TopBandOpts{OnBack: d.Act.Back, BackLabel: d.text("Back"), Title: title, Note: note}
	if kind == lessonBand {
		o.Label = d.text("Lesson %d", d.Lesson.Number)
		if d.Lesson.Later {
			o.Label = d.text("Follow-up")
		}
		o.Title = d.Lesson.Title
		o.Step, o.Of = d.Lesson.Now, d.Lesson.Of
		o.Reached = d.Lesson.Moved
		o.StepText = d.Lesson.StepText(d.W)
		o.StepShort = d.text("%d / %d", d.Lesson.Now, d.Lesson.Of)
	}
	if kind != readingBand {
		o.Right = append(o.Right,
			kit.BandItem{ID: ReadingID, Icon: "text-aa", Label: d.text("Reading"), Shrinks: true, OnTap: func() { d.Act.Open(Reading) }},
			kit.BandItem{ID: LanguageID, Icon: "globe-simple", Label: strings.ToUpper(d.W.Language()), OnTap: d.nextLanguage})
	}
	o.Right = append(o.Right, d.hideItem())
	d.Band = kit.NewTopBand(d.F, o)
	return d.Band
}

func (d *Desk) hideItem() kit.BandItem {
	return kit.BandItem{ID: HideID, Icon: "eye-slash", Label: d.text("Hide"), Key: d.text("Ctrl H"), Framed: true, First: true, OnTap: func() { d.Act.Open(Hidden) }}
}

// nextLanguage goes round the languages, each in its own letters on the
// button, so that nobody has to read a foreign one to get back.
func (d *Desk) nextLanguage() {
	all := i18n.Languages()
	for i, l := range all {
		if l == d.W.Language() {
			d.Act.Set(Language, all[(i+1)%len(all)])
			return
		}
	}
}

// door is the help door of the footer.
func (d *Desk) door() *kit.HelpDoor {
	first := d.Doors.First()[0]
	return kit.NewHelpDoor(d.F, kit.HelpDoorOpts{
		Word: d.text("Help"), Number: first.Label(), Hours: first.Hours, OnTap: func() { d.Act.Open(Help) },
	})
}

// primary is the amber button of a page, with Enter as its key.
func (d *Desk) primary(label string, disabled bool, do func()) *kit.Button {
	b := kit.NewButton(d.F, kit.ButtonOpts{ID: PrimaryID, Kind: kit.Primary, Label: label, Key: d.text("Enter"), Disabled: disabled, OnTap: do})
	d.F.Keys.OnIf(fyne.KeyReturn, func() bool {
		if b.Disabled() {
			return false
		}
		do()
		return true
	})
	if !disabled {
		d.F.Keys.Tell(label, d.text("Enter"))
	}
	d.Primary = b
	return b
}

// pass is the button to step aside, with 0 as its key.
func (d *Desk) pass(do func()) *kit.Button {
	d.F.Keys.OnDigit(0, do)
	d.F.Keys.Tell(d.text("Pass"), "0")
	return d.passButton("0", do)
}

// passButton is the button to step aside. Held down, it leads to the quiet
// lesson.
func (d *Desk) passButton(key string, do func()) *kit.Button {
	o := kit.ButtonOpts{ID: PassID, Kind: kit.Ghost, Label: d.text("Pass"), Key: key, OnTap: do}
	if d.Status.Quiet {
		o.OnHold, o.Hint = d.Act.Aside, d.text("Held down: another story.")
	}
	return kit.NewButton(d.F, o)
}

// keyHint is a row of key caps followed by words.
func (d *Desk) keyHint(words string, keys ...string) fyne.CanvasObject {
	d.F.Keys.Tell(words, keys...)
	return kit.Hint(d.F, append(hintKeys(keys), kit.HintPart{Text: words})...)
}

func hintKeys(keys []string) []kit.HintPart {
	var parts []kit.HintPart
	for _, k := range keys {
		if strings.HasPrefix(k, "arrow-") {
			parts = append(parts, kit.HintPart{Icon: k})
		} else {
			parts = append(parts, kit.HintPart{Key: k})
		}
	}
	return parts
}

// digitHint says which digits choose.
func (d *Desk) digitHint(words string, n int) fyne.CanvasObject {
	d.F.Keys.Tell(words, "1", "…", strconv.Itoa(n))
	return kit.Hint(d.F, kit.HintPart{Key: "1"}, kit.HintPart{Text: d.W.T("to")}, kit.HintPart{Key: strconv.Itoa(n)}, kit.HintPart{Text: words})
}

// page puts the content of the right side into a region that scrolls.
func (d *Desk) page(besideStage bool, o fyne.CanvasObject) fyne.CanvasObject {
	p := kit.NewPage(d.F, kit.Pad(kit.PageMargins(d.F, besideStage), o))
	p.Bind(d.F.Keys)
	return kit.Daylight(d.F, p)
}

// space is one of the gaps of the design: xs, s, m, l, xl, xxl, xxxl.
func (d *Desk) space(name string) float32 { return d.F.Look.Size("space." + name) }

// title is the heading of a page.
func (d *Desk) title(words string) fyne.CanvasObject {
	return kit.BoldText(d.F, theme.Title, words)
}

// emphasised splits a question that begins with "Stop." from its first word.
func splitStop(stop, ask string) (rest string, found bool) {
	rest, found = strings.CutPrefix(ask, stop)
	return strings.TrimSpace(rest), found && strings.TrimSpace(rest) != ""
}
