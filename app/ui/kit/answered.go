package kit

import (
	"strings"

	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// FactOpts are the choices of a figure. All texts are translated.
type FactOpts struct {
	Value  string // the number as it is said: "70 of 100"
	What   string // what is counted
	Series string // years and values in a line, "" for none
	Who    string // the population and the year: a figure never stands without
	Source string // "Source: …"
}

// Fact is a figure with its population, year and source. It stands on the
// stage or, in a Card, on the page, as its frame says.
func Fact(f *Frame, opts FactOpts) *fyne.Container {
	value := theme.Lamp
	if !f.night {
		value = theme.Ink
	}
	parts := []fyne.CanvasObject{
		NewPara(f, ParaOpts{Text: opts.Value, Role: theme.NumberFirst, Bold: true, Color: value}),
		Text(f, theme.Lead, opts.What),
	}
	if opts.Series != "" {
		parts = append(parts, Text(f, theme.Small, opts.Series))
	}
	return VStack(f.Look.Size("space.s"), append(parts, SoftText(f, theme.Small, opts.Who), SoftText(f, theme.Caption, opts.Source))...)
}

// AnswerOpts are the choices of an answer that has been looked at. All texts
// are translated.
type AnswerOpts struct {
	Text   string
	Fit    Fit
	Word   string // "Fits", "Look again"
	Reason string
	Marked string // the words of the chip on the one that was chosen, "" for none
}

// Answered is an answer after it was given: what it says, whether it fits, and
// why. Sign and word carry the same meaning; an answer is never just crossed
// out.
func Answered(f *Frame, opts AnswerOpts) *fyne.Container {
	look := f.Look
	role := [...]theme.Role{FitUnknown: theme.InkSoft, FitGood: theme.Grow, FitAgain: theme.LampInk, FitFree: theme.InkSoft}[opts.Fit]
	var head fyne.CanvasObject = BoldText(f, theme.Body, opts.Text)
	if opts.Marked != "" {
		limit := look.Size("kit.choice.stackBelow") * meterPart * look.Scale()
		head = FoldRow(limit, look.Size("space.m"), 0, head, Hug(NewChip(f, ChipNoted, opts.Marked)))
	}
	words := VStack(look.Size("space.xs"), head)
	if said := verdict(opts.Word, opts.Reason); said != "" {
		words.Add(SoftText(f, theme.Small, said))
	}
	row := HStack(look.Size("kit.kinds.signGap"), 1, Icon(f, opts.Fit.icon(), role, look.Size("kit.kinds.sign")), words)
	return CardPadded(f, Sides(look.Size("space.l"), look.Size("kit.card.advicePad")), row)
}

// verdict is the word in bold with the reason behind it, for a Para.
func verdict(word, reason string) string {
	switch {
	case word == "":
		return reason
	case reason == "":
		return "*" + word + "*"
	}
	return "*" + strings.TrimSuffix(word, ".") + ".* " + reason
}

// GuessOpts are the choices of a guess. All texts are translated.
type GuessOpts struct {
	Kicker string // "Your guess"
	Number string // where the slider stands
	Of     string // "of 25", behind the number
	Slider *Slider
	Low    string // under the ends of the slider
	High   string
	Lit    int // so many marks of Total are drawn as persons; 0 of 0 draws none
	Total  int
}

// Guess is a card to guess a number on: the number in words and as persons,
// and a slider with its ends named. Nothing on it says what others guessed.
func Guess(f *Frame, opts GuessOpts) *fyne.Container {
	look := f.Look
	number := HStack(look.Size("kit.kinds.numberGap"), 1, BoldText(f, theme.NumberFirst, opts.Number), SoftText(f, theme.Lead, opts.Of))
	parts := []fyne.CanvasObject{SoftText(f, theme.Small, opts.Kicker), number}
	if opts.Total > 0 {
		parts = append(parts, persons(f, opts.Lit, opts.Total))
	}
	ends := HStack(look.Size("space.l"), 0, SoftText(f, theme.Small, opts.Low),
		NewPara(f, ParaOpts{Text: opts.High, Role: theme.Small, Color: theme.InkSoft, Align: Right}))
	return Card(f, VStack(look.Size("space.m"), append(parts, VStack(look.Size("space.m"), opts.Slider, ends))...))
}

// persons is a Count of persons in two rows of the same length.
func persons(f *Frame, lit, of int) *fyne.Container {
	look, half := f.Look, float32((of+1)/2)
	wide := half*look.Scaled("kit.lamps.count") + (half-1)*look.Size("kit.lamps.countGap")
	return AtMost(wide, Count(f, CountOpts{Lit: lit, Of: of, Icon: "user"}))
}

// ThoughtsOpts are the choices of the thoughts of one character.
type ThoughtsOpts struct {
	Avatar string
	Who    string   // translated, "Mila thinks"
	Said   []string // translated, in their order
}

// Thoughts is what one character thinks, in large type beside a large disc:
// the last thought in bold, those before it softer. Where the text is large the
// disc is smaller and stands over the words.
func Thoughts(f *Frame, opts ThoughtsOpts) *fyne.Container {
	look := f.Look
	gap, who := look.Size("kit.kinds.thoughtGap"), SoftText(f, theme.Small, opts.Who)
	var lines []fyne.CanvasObject
	for i, said := range opts.Said {
		if i == len(opts.Said)-1 {
			lines = append(lines, BoldText(f, theme.Thought, said))
		} else {
			lines = append(lines, SoftText(f, theme.Thought, said))
		}
	}
	if f.Tight() {
		head := HStack(look.Size("space.l"), 1, Avatar(f, opts.Avatar, look.Size("kit.disc.small")), who)
		return VStack(gap, append([]fyne.CanvasObject{head}, lines...)...)
	}
	return TopRow(look.Size("space.xl"), 1, Avatar(f, opts.Avatar, look.Size("kit.kinds.avatar")), VStack(gap, append([]fyne.CanvasObject{who}, lines...)...))
}
