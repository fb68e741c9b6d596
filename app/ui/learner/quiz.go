package learner

import (
	"strconv"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
)

// quiz is a question with answers to mark; after answering, every answer says
// whether it fits and why.
func quiz(d *Desk, v lesson.View) Screen {
	q := v.Quiz
	if q.Scale != nil {
		return d.estimate(v)
	}
	answered := v.Phase == lesson.PhaseConsequence
	var rows []fyne.CanvasObject
	for i, a := range q.Answers {
		if answered {
			rows = append(rows, d.answer(a))
			continue
		}
		do := d.pick(i)
		d.F.Keys.OnDigit(i+1, do)
		rows = append(rows, kit.NewChoice(d.F, kit.ChoiceOpts{ID: optionID(i), Number: i + 1, Text: a.Say, Chosen: a.Marked, OnTap: do}))
	}
	if !answered {
		d.arrows(len(q.Answers))
	}
	how := d.text("Mark one.")
	if q.Form == lesson.Several {
		how = d.text("Mark all that fit.")
	}
	label, first := d.text("Confirm"), optionID(0)
	if answered {
		how, label, first = d.text("Every answer has a reason. Read them in peace."), d.text("Continue"), PrimaryID
	}
	return Screen{
		First: first, Title: q.Ask,
		Object: kit.Screen(d.band(lessonBand, "", ""),
			d.onStage("question", q.Ask, how, kit.VStack(d.space("m"), rows...)),
			d.footer(v, label, d.digitHint(d.text("choose"), len(q.Answers)))),
	}
}

// answer is one answer with its reason.
func (d *Desk) answer(a lesson.QuizAnswerView) fyne.CanvasObject {
	o := kit.AnswerOpts{Text: a.Say, Fit: kit.FitAgain, Word: d.text("Look again"), Reason: a.Because}
	if a.Right {
		o.Fit, o.Word = kit.FitGood, d.text("Fits")
	}
	if a.Marked {
		o.Marked = d.text("Marked")
	}
	return kit.Answered(d.F, o)
}

// estimate is a number on a scale, and then the figure with its year.
func (d *Desk) estimate(v lesson.View) Screen {
	q, s := v.Quiz, v.Quiz.Scale
	at, untouched := s.At, s.At < 0
	if untouched {
		at = (s.To - s.From) / s.Step / 2
	}
	number := strconv.Itoa(s.From+at*s.Step) + s.Unit
	steps := (s.To-s.From)/s.Step + 1
	slider := kit.NewSlider(d.F, kit.SliderOpts{ID: GuessID, Label: d.text("Your guess"), Said: number, Steps: steps, At: at, OnChange: d.guessed})
	guess := kit.Guess(d.F, kit.GuessOpts{Kicker: d.text("Your guess"), Number: number, Slider: slider, Low: strconv.Itoa(s.From) + s.Unit, High: strconv.Itoa(s.To) + s.Unit})
	head := kit.HeadedOpts{Icon: "scales", Heading: q.Ask}
	if s.Fact == nil {
		head.Note = d.text("Guess. Nothing is counted.")
		v.CanNext = true
		confirm := func() {
			if untouched {
				d.Act.Take(lesson.Put{Place: at})
			}
			d.Act.Do(lesson.Next{})
		}
		return Screen{First: GuessID, Title: q.Ask, Object: kit.Screen(d.band(lessonBand, "", ""), kit.HeadedPage(d.F, head, guess),
			d.footerWith(v, d.text("That is my guess"), d.keyHint(d.text("guess"), "arrow-left", "arrow-right"), confirm))}
	}
	slider.Disable()
	head.Aside = func(f *kit.Frame) fyne.CanvasObject { return d.fact(f, *s.Fact) }
	return Screen{First: PrimaryID, Title: q.Ask, Object: kit.Screen(d.band(lessonBand, "", ""),
		kit.HeadedPage(d.F, head, kit.VStack(d.space("xl"), guess, kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneLamp, Icon: "users-three", Text: s.Because}))),
		d.footer(v, d.text("Continue"), nil))}
}

// guessed moves a guess to a place on its scale.
func (d *Desk) guessed(place int) {
	d.Act.Aim(GuessID)
	d.Act.Do(lesson.Put{Place: place})
}

// onStage puts a heading on the stage and the content beside it.
func (d *Desk) onStage(icon, heading, note string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.HeadedPage(d.F, kit.HeadedOpts{Icon: icon, Heading: heading, Note: note}, o)
}
