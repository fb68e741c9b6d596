package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/i18n"
	"vigie/app/ui/kit"
)

// hidePages is how many pages the neutral text has.
const hidePages = 3

// HidePage is the neutral reading page; mock-up 12. It has nothing to do with
// the lesson, its visible links only turn its own pages, and an unlabelled
// corner leads back, as Ctrl+H does. Nothing is noted.
func HidePage(d *Desk, n int, turn func(page int), back func()) Screen {
	texts := []kit.ReadingText{
		{Heading: d.text("Why the sky is blue"), Paragraphs: []string{
			d.text("Sunlight looks white, but it is a mixture of all the colours of the rainbow. You can see that when it passes through a glass of water and falls on a sheet of paper."),
			d.text("On its way to us the light meets the air. The tiny particles of the air send blue light in all directions, far more than red light. So blue comes to our eyes from everywhere in the sky."),
			d.text("In the evening the sun stands low, and its light has a longer way through the air. On that way most of the blue is lost. What is left is orange and red."),
		}},
		{Heading: d.text("Clouds and their white"), Paragraphs: []string{
			d.text("A cloud is made of many small drops of water. They are much larger than the particles of the air, and they send all colours on in the same way."),
			d.text("All colours together give white. That is why a cloud in the sun looks white, although water itself has no colour."),
			d.text("A thick cloud lets less light through. From below it looks grey, and before heavy rain almost black."),
		}},
		{Heading: d.text("When a rainbow appears"), Paragraphs: []string{
			d.text("For a rainbow you need sun and rain at the same time. The sun must stand behind you and the rain must fall in front of you."),
			d.text("Each drop bends the light, sends it back and bends it once more. Every colour comes out at a slightly different angle, so they lie side by side."),
			d.text("The red is always on the outside and the violet on the inside. Two people who stand next to each other each see a rainbow of their own."),
		}},
	}
	explained := func(word, meaning string) string { return i18n.Typeset(d.W.Language(), word+d.colon()+meaning) }
	words := []string{
		explained(d.text("mixture"), d.text("several things together")),
		explained(d.text("particle"), d.text("a very small piece")),
		explained(d.text("angle"), d.text("how far a line is turned")),
	}
	r := kit.Reading(d.F, kit.ReadingOpts{
		Subject: d.text("Reading"), Series: d.text("Text 7 · Light and weather"), Text: texts[n], Words: words, WordsTitle: d.text("Words"),
		PageOf: d.text("Page %d of %d", n+1, hidePages), Next: d.text("Next page"), Previous: d.text("Previous page"),
		OnNext: turned(n+1, turn), OnPrevious: turned(n-1, turn), OnCorner: back,
	})
	d.F.Keys.On(fyne.KeyRight, func() { turn((n + 1) % hidePages) })
	d.F.Keys.On(fyne.KeyLeft, func() { turn((n + hidePages - 1) % hidePages) })
	return Screen{ID: "hidden", Object: r, Title: d.text("Reading"), Plain: true}
}

// colon is the sign between a word and what it means.
func (d *Desk) colon() string {
	if d.W.Language() == "fr" {
		return " : "
	}
	return ": "
}

// turned is the turning of a page, nil where there is none.
func turned(to int, turn func(int)) func() {
	if to < 0 || to >= hidePages {
		return nil
	}
	return func() { turn(to) }
}
