package learner

import (
	"strconv"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// GuessID is the id of the slider of a guess.
const GuessID = "guess"

// vote is a guess about others, then an own vote in secret, then waiting for
// the board. No share of the class is ever shown here.
func vote(d *Desk, v lesson.View) Screen {
	o := v.Vote
	switch v.Phase {
	case lesson.PhaseChoose:
		return d.secret(v, o)
	case lesson.PhaseWait, lesson.PhasePassed:
		return d.awaiting(v)
	case lesson.PhaseConsequence:
		return d.dated(v, o)
	}
	head := kit.HeadedOpts{Icon: "users-three", Heading: d.text("First, guess"), Note: o.Ask}
	at := max(o.Guess, 0)
	if o.Guess < 0 {
		at = o.Of / 2
	}
	guess := d.guess(at, o.Of)
	return Screen{
		First: GuessID, Title: o.Ask,
		Object: kit.Screen(d.band(lessonBand, "", ""), kit.HeadedPage(d.F, head, kit.VStack(d.space("xl"), d.secretChips(), guess)),
			d.votingFooter(v, d.text("That is my guess"), d.keyHint(d.text("guess"), "arrow-left", "arrow-right"), o.Guess < 0, lesson.Put{Place: at})),
	}
}

// votingFooter confirms a guess that was not moved, too.
func (d *Desk) votingFooter(v lesson.View, label string, hints fyne.CanvasObject, untouched bool, guess lesson.Put) *kit.FooterBar {
	v.CanNext = true
	bar := d.footerWith(v, label, hints, func() {
		if untouched {
			d.Act.Take(guess)
		}
		d.Act.Do(lesson.Next{})
	})
	return bar
}

// guess is the card of a guess: so many of so many persons.
func (d *Desk) guess(at, of int) fyne.CanvasObject {
	number, rest := strconv.Itoa(at), d.text("of %d", of)
	slider := kit.NewSlider(d.F, kit.SliderOpts{ID: GuessID, Label: d.text("Your guess"), Said: number + " " + rest, Steps: of + 1, At: at, OnChange: d.guessed})
	return kit.Guess(d.F, kit.GuessOpts{Kicker: d.text("Your guess"), Number: number, Of: rest, Slider: slider, Low: d.text("nobody"), High: d.text("everybody"), Lit: at, Total: of})
}

func (d *Desk) secretChips() fyne.CanvasObject {
	return kit.Wrap(d.space("m"), d.space("s"), kit.NewChip(d.F, kit.ChipPrivate, d.text("0 names")))
}

func (d *Desk) secret(v lesson.View, o *lesson.VoteView) Screen {
	head := kit.HeadedOpts{Icon: "hand-palm", Heading: d.text("Then, in secret"), Note: d.text("Nobody sees your choice. The board shows the whole class only, and only if you are enough.")}
	parts := []fyne.CanvasObject{d.secretChips(), kit.BoldText(d.F, theme.Heading, o.Own), kit.VStack(d.space("m"), d.options(o.Answers, o.Picked, false)...)}
	return Screen{
		First: optionID(max(0, o.Picked)), Title: o.Own,
		Object: kit.Screen(d.band(lessonBand, "", ""), kit.HeadedPage(d.F, head, kit.VStack(d.space("l"), parts...)), d.footer(v, d.text("Confirm"), d.digitHint(d.text("choose"), len(o.Answers)))),
	}
}

// awaiting waits for the digits of the board.
func (d *Desk) awaiting(v lesson.View) Screen {
	boxes := []fyne.CanvasObject{
		kit.DuskBox(d.F, "lock-simple", d.text("Your choice is made. It has no name.")),
		kit.DuskBox(d.F, "chalkboard-teacher", d.text("What the class thinks comes on the board, never here.")),
		kit.DuskBox(d.F, "chats", d.text("Three digits on the board bring you on.")),
	}
	if v.Phase == lesson.PhasePassed {
		boxes = boxes[1:]
	}
	heading := d.text("Look up.")
	body := kit.DuskWords(d.F, kit.DuskWordsOpts{Heading: heading, Title: d.text("It goes on at the board."), Lead: d.text("Take the time you need. Nothing gets lost."), Boxes: boxes})
	return Screen{First: DigitsID, Title: heading, Object: kit.Screen(d.band(lessonBand, "", ""), body, kit.NewFooterBar(d.F, d.board(v)))}
}

// dated is a figure with year and source, for who goes on alone.
func (d *Desk) dated(v lesson.View, o *lesson.VoteView) Screen {
	head := kit.HeadedOpts{Icon: "info", Heading: d.text("Without the class"), Note: d.text("Here is a figure instead. It is about other people, and it has a year.")}
	return Screen{First: PrimaryID, Title: head.Heading,
		Object: kit.Screen(d.band(lessonBand, "", ""), kit.HeadedPage(d.F, head, kit.Card(d.F, d.fact(d.F, *o.Fact))), d.footer(v, d.text("Continue"), nil))}
}

// who is in whom a figure was counted, and when.
func (d *Desk) who(x lesson.Fact) string {
	who := x.Population + ", " + strconv.Itoa(x.Year)
	if x.Older(d.Now.Year(), int(d.Now.Month())) {
		who += ". " + d.text("This is an older figure.")
	}
	return who
}

// fact is a figure on the ground of its frame.
func (d *Desk) fact(f *kit.Frame, x lesson.Fact) fyne.CanvasObject {
	return kit.Fact(f, kit.FactOpts{Value: x.Value, What: x.What, Series: x.Series(), Who: d.who(x), Source: d.text("Source: %s", x.Source)})
}
