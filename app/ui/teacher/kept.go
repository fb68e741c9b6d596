package teacher

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"vigie/app/i18n"
	"vigie/app/progress"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
	"vigie/app/ui/theme"
)

// Counted says what is known of how much is kept.
type Counted int

// What can be known.
const (
	Uncounted Counted = iota // it is being counted
	Known
	Unread // it cannot be read just now
)

// Erasing says how far erasing everything is.
type Erasing int

// How far it can be.
const (
	NotErasing Erasing = iota
	Waiting            // for the disk
	Erased
	NotErased // the disk refused; it is tried again
)

// Stock is what there is to tell of what is kept on this laptop.
type Stock struct {
	Keeping  bool            // anything is kept at all
	Trouble  learner.Trouble // why nothing is, although it was wanted
	Counts   progress.Counts // unless Uncounted or Unread
	Counted  Counted
	Repair   progress.Repair // if Repaired
	Repaired bool
	Folder   string // where it lies, "" for nowhere
	Shows    bool   // the folder can be shown
	Unshown  bool   // that was tried, and failed
	Erasing  Erasing
}

// Ids of controls.
const (
	FolderID   = "kept.folder"
	EraseID    = "kept.erase"
	EraseNowID = "kept.erase.now"
	KeepItID   = "kept.keep"
)

// KeptPage is what is kept on this laptop, why if nothing is, what came of a
// repair, and the way to erase it all; mock-ups 14 and 25. It tells no time
// finer than a week, and nothing of whom.
func KeptPage(d *Desk, s Stock) learner.Screen {
	title := d.text("On this laptop")
	rows := d.notices(s)
	left, right := []fyne.CanvasObject{d.now(s)}, []fyne.CanvasObject{}
	if s.Repaired {
		right = d.repair(s.Repair)
	}
	switch {
	case s.Folder == "":
	case s.Repaired: // the other column is the longer one
		left = append(left, d.folder(s))
	default:
		right = append(right, d.folder(s))
	}
	body := kit.VStack(d.space("l"), left...)
	if len(right) > 0 {
		body = kit.TwoColumns(d.F, body, kit.VStack(d.space("l"), right...))
	}
	return learner.Screen{ID: string(Kept), First: "rail", Title: title, Object: d.screen(
		kit.TeacherHeadOpts{Title: title, Subtitle: d.text("What Vigie keeps here, and nothing else.")},
		kit.TeacherPage(d.F, kit.VStack(d.space("l"), append(rows, body)...)))}
}

// ErasePage asks before everything is erased.
func ErasePage(d *Desk) learner.Screen {
	title := d.text("Erase everything on this laptop?")
	back := func() { d.Act.Back() }
	d.F.Keys.On(fyne.KeyReturn, back)
	d.F.Keys.Tell(d.text("Keep it"), d.text("Enter"))
	words := []fyne.CanvasObject{kit.BoldText(d.F, theme.Subheading, d.text("This goes:"))}
	for _, what := range []string{
		d.text("the lessons completed and the lessons in progress"), d.text("the settings"),
		d.text("the copies and the damaged files"), d.text("the note of a crash, if there is one"),
	} {
		words = append(words, kit.Point(d.F, kit.Text(d.F, theme.Small, what)))
	}
	words = append(words, kit.Text(d.F, theme.Small, d.text("It cannot be undone. A lesson that is open in this window ends.")))
	card := kit.Card(d.F, kit.VStack(d.space("xl"), kit.VStack(d.space("m"), words...),
		kit.Wrap(d.space("m"), d.space("m"),
			kit.NewButton(d.F, kit.ButtonOpts{ID: EraseNowID, Kind: kit.Secondary, Icon: "trash", Label: d.text("Erase"), OnTap: d.Act.EraseAll}),
			kit.NewButton(d.F, kit.ButtonOpts{ID: KeepItID, Kind: kit.Primary, Label: d.text("Keep it"), Key: d.text("Enter"), OnTap: back}))))
	return learner.Screen{ID: string(Erase), First: KeepItID, Title: title, Object: d.screen(kit.TeacherHeadOpts{Title: title},
		kit.TeacherPage(d.F, kit.VStack(0, kit.AtMost(d.F.Look.Size("frame.maxText")*d.F.Look.Scale(), card))))}
}

// notices say what has to be known before the rest.
func (d *Desk) notices(s Stock) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	say := func(tone kit.NoticeTone, icon, title, words string) {
		out = append(out, kit.NewNotice(d.F, kit.NoticeOpts{Tone: tone, Icon: icon, Title: title, Text: words}))
	}
	switch s.Erasing {
	case Waiting:
		say(kit.NoticeCalm, "hourglass-medium", "", d.text("It is being erased."))
	case Erased:
		say(kit.NoticeCalm, "", "", d.text("Erased: nothing is kept on this laptop any more."))
	case NotErased:
		say(kit.NoticeCare, "", d.text("Not everything could be erased."), d.text("It was not possible just now. Vigie tries again by itself, and says so here when it is done."))
	}
	switch why, what := d.trouble(s); {
	case why != "":
		say(kit.NoticeLamp, "warning-circle", d.text("Nothing can be kept just now."), why+"\n"+what)
	case !s.Keeping:
		say(kit.NoticeCalm, "info", d.text("Vigie was started so that it keeps nothing."), d.text("What was kept on this laptop before is not touched, and not counted here."))
	case s.Counted == Unread:
		say(kit.NoticeLamp, "", "", d.text("What is kept cannot be read just now, so it cannot be counted. Lessons can be played all the same; come back to this page later."))
	}
	return out
}

// trouble is why nothing can be kept and what to do, both empty if it can.
func (d *Desk) trouble(s Stock) (why, what string) {
	own := d.text("Start Vigie with a folder of this laptop: with --data and the folder.")
	switch s.Trouble {
	case learner.Network:
		return d.text("The folder of Vigie is on a network drive, where a file that is open can be lost."), own
	case learner.Removable:
		return d.text("The folder of Vigie is on a USB stick or a memory card, which can be pulled out in the middle."), own
	case learner.Newer:
		return d.text("A newer Vigie keeps its data on this laptop. This one leaves them as they are."), d.text("Use the newer one, or update this copy.")
	case learner.Full:
		return d.text("There is no space left on this laptop."), d.text("Free some space: Vigie then goes on keeping by itself.")
	case learner.Unwritable:
		why = d.text("Vigie has no folder that it can write in.")
		if s.Folder != "" {
			why = d.text("Vigie cannot write in its folder: %s", breakable(s.Folder))
		}
		if s.Keeping {
			return why, d.text("Ask the school’s ICT to allow it: Vigie then goes on keeping by itself.")
		}
		return why, d.text("Ask the school’s ICT to allow it, then start Vigie again.")
	}
	return "", ""
}

// now is how much is kept. What is zero is shown too: it is the point.
func (d *Desk) now(s Stock) fyne.CanvasObject {
	number := func(n int) string {
		switch {
		case !s.Keeping || s.Counted == Unread:
			return "–"
		case s.Counted == Uncounted:
			return "…"
		}
		return strconv.Itoa(n)
	}
	card := []fyne.CanvasObject{
		kit.VStack(d.space("l"), kit.BoldText(d.F, theme.Subheading, d.text("Kept now")), kit.Ruled(d.F, d.space("m"),
			d.counted("book-open", theme.InkSoft, d.text("Lessons completed"), d.text("Only which lesson, and the week."), number(s.Counts.Completions)),
			d.counted("bookmark-simple", theme.InkSoft, d.text("Lessons in progress"), d.text("The choices of a lesson that is not finished, for 30 days at most."), number(s.Counts.Runs)),
			d.counted("gear-six", theme.InkSoft, d.text("Settings"), d.text("Language, text size, colours and the like."), number(s.Counts.Settings)),
			d.counted("lock-simple", theme.InkSoft, d.text("Names, answers after the end, times of day"), d.text("What Vigie keeps has no room for them."), "0"))),
	}
	if s.Keeping && s.Trouble != learner.Newer {
		card = append(card, kit.Hug(kit.NewButton(d.F, kit.ButtonOpts{ID: EraseID, Kind: kit.Secondary, Icon: "trash", Label: d.text("Erase everything on this laptop"), OnTap: func() { d.Act.Open(Erase) }})))
	}
	return kit.Card(d.F, kit.VStack(d.space("xl"), card...))
}

// counted is a row with an icon, words, and how many at the right; note and
// count may be empty.
func (d *Desk) counted(icon string, tone theme.Role, title, note, count string) fyne.CanvasObject {
	words := kit.VStack(0, kit.BoldText(d.F, theme.BubbleText, title))
	if note != "" {
		words.Add(kit.SoftText(d.F, theme.Small, note))
	}
	row := []fyne.CanvasObject{kit.Icon(d.F, icon, tone, d.F.Look.Size("kit.notice.icon")), words}
	if count != "" {
		said := i18n.Typeset(d.W.Language(), title+d.colon()+count)
		row = append(row, kit.NewPara(d.F, kit.ParaOpts{Text: count, Role: theme.BubbleText, Bold: true, Said: said}))
	}
	return kit.HStack(d.space("l"), 1, row...)
}

// repair is what came of putting a damaged file right.
func (d *Desk) repair(r progress.Repair) []fyne.CanvasObject {
	night := d.F.AtNight()
	title := d.text("Vigie put itself in order.")
	if monday, err := r.Week.Monday(); err == nil {
		year, week := monday.ISOWeek()
		title = d.text("Vigie put itself in order in week %d of %d.", week, year)
	}
	came := d.text("A file was damaged. All that was in it is there again.")
	if !r.Whole {
		came = d.text("A file was damaged. Vigie saved what could be read.")
	}
	stage := kit.Wash(d.F, theme.NightCard, kit.HStack(d.space("l"), 1,
		kit.LampDisc(d.F, "wrench", d.F.Look.Size("kit.disc.large")),
		kit.VStack(d.space("xs"), kit.BoldText(night, theme.Subheading, title), kit.NewPara(night, kit.ParaOpts{Text: came, Role: theme.Small, Color: theme.OnNightSoft}))))
	kept := kit.Ruled(d.F, d.space("s"),
		d.counted("check-circle", theme.Grow, d.text("Lessons completed"), "", strconv.Itoa(r.Completions)),
		d.counted("check-circle", theme.Grow, d.text("Lessons in progress"), "", strconv.Itoa(r.Runs)),
		d.counted("check-circle", theme.Grow, d.text("Settings"), "", strconv.Itoa(r.Settings)))
	again := func(words string) fyne.CanvasObject {
		return d.counted("arrow-counter-clockwise", theme.LampInk, words, "", "")
	}
	var redo []fyne.CanvasObject
	if !r.Whole {
		redo = append(redo, again(d.text("Some screens of the lesson that was under way")))
	}
	if r.Missing > 0 {
		redo = append(redo, again(d.W.N("%d item that was kept is missing", "%d items that were kept are missing", r.Missing, r.Missing)))
	}
	if r.Copied > 0 {
		redo = append(redo, again(d.W.N("%d item comes from the last copy, made at most 30 minutes of use earlier", "%d items come from the last copy, made at most 30 minutes of use earlier", r.Copied, r.Copied)))
	}
	if len(redo) == 0 {
		redo = append(redo, d.counted("check-circle", theme.Grow, d.text("Nothing"), "", ""))
	}
	return []fyne.CanvasObject{stage, kit.Card(d.F, kit.VStack(d.space("xl"),
		kit.VStack(d.space("m"), kit.BoldText(d.F, theme.Subheading, d.text("Kept")), kept),
		kit.VStack(d.space("m"), kit.BoldText(d.F, theme.Subheading, d.text("To do again")), kit.Ruled(d.F, d.space("s"), redo...))))}
}

// folder is where everything lies.
func (d *Desk) folder(s Stock) fyne.CanvasObject {
	var words []fyne.CanvasObject
	if s.Repaired {
		words = append(words, kit.Text(d.F, theme.Small, d.text("The damaged file lies beside the others until a lesson ends or another week begins. It holds what was chosen: don’t pass it on.")))
	}
	where := d.text("Everything lies in one folder:")
	if !s.Keeping {
		where = d.text("The folder of Vigie:")
	}
	words = append(words, kit.VStack(0, kit.SoftText(d.F, theme.Small, where),
		kit.NewPara(d.F, kit.ParaOpts{Text: breakable(s.Folder), Role: theme.Small, Bold: true})))
	if s.Unshown {
		words = append(words, kit.Text(d.F, theme.Small, d.text("The folder did not open. It can be found by this path.")))
	}
	if s.Shows {
		words = append(words, kit.Hug(kit.NewButton(d.F, kit.ButtonOpts{ID: FolderID, Kind: kit.Secondary, Icon: "folder-open", Label: d.text("Open the folder"), OnTap: d.Act.ShowFolder})))
	}
	return kit.Card(d.F, kit.TopRow(d.space("m"), 1, kit.Icon(d.F, "floppy-disk", theme.InkSoft, d.F.Look.Size("kit.notice.icon")), kit.VStack(d.space("m"), words...)))
}

// colon is the sign between a name and its number.
func (d *Desk) colon() string {
	if d.W.Language() == "fr" {
		return " : "
	}
	return ": "
}

// breakable is a path that may be broken between its folders, and in a name
// that is very long.
func breakable(path string) string {
	const longest = 16 // letters in one go
	var out strings.Builder
	run := 0
	for _, r := range path {
		if run++; run > longest {
			out.WriteRune('\u200b')
			run = 1
		}
		out.WriteRune(r)
		if strings.ContainsRune(`/\_.`, r) {
			out.WriteRune('\u200b')
			run = 0
		}
	}
	return out.String()
}
