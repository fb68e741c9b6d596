package learner

import (
	"strconv"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// steps has one line for each kind of activity.
var steps = map[lesson.Kind]func(*Desk, lesson.View) Screen{
	lesson.KindScene:     scene,
	lesson.KindQuiz:      quiz,
	lesson.KindSort:      sort,
	lesson.KindOrder:     order,
	lesson.KindMatch:     match,
	lesson.KindBuild:     build,
	lesson.KindQuestions: questions,
	lesson.KindVote:      vote,
	lesson.KindPledge:    pledge,
	lesson.KindLetter:    letter,
	lesson.KindSign:      sign,
	lesson.KindInfo:      info,
	lesson.KindTalk:      talk,
	lesson.KindLeave:     leave,
	lesson.KindHelp:      doors,
	lesson.KindEnd:       end,
}

// Step is the page of a step.
func Step(d *Desk, v lesson.View) Screen {
	s := steps[v.Kind](d, v)
	if v.Phase == lesson.PhasePassed && v.Kind != lesson.KindTalk && v.Kind != lesson.KindVote {
		s = passed(d, v)
	}
	s.ID = string(v.Kind) + "." + string(v.Step) + "." + string(v.Phase)
	if v.Letter != nil && v.Phase == lesson.PhaseRead {
		s.ID += "." + strconv.Itoa(v.Letter.Now) // each part is a page of its own
	}
	return s
}

// footer is the footer of a step: help, hints, pass, and the primary.
func (d *Desk) footer(v lesson.View, label string, hints fyne.CanvasObject) *kit.FooterBar {
	return d.footerWith(v, label, hints, func() { d.Act.Do(lesson.Next{}) })
}

// footerWith is a footer whose primary does something of its own.
func (d *Desk) footerWith(v lesson.View, label string, hints fyne.CanvasObject, next func()) *kit.FooterBar {
	o := kit.FooterOpts{Door: d.door(), Hints: hints}
	if v.CanPass {
		o.Pass = d.pass(func() { d.Act.Do(lesson.Pass{}) })
	}
	o.Primary = d.primary(label, !v.CanNext, next)
	return kit.NewFooterBar(d.F, o)
}

// passed is the neutral continuation after a pass: a quiet page.
func passed(d *Desk, v lesson.View) Screen {
	words := v.Passed
	if len(words) == 0 {
		words = []string{d.text("You step aside for a moment. The lesson goes on, and nothing of this is noted.")}
	}
	var lines []fyne.CanvasObject
	for _, w := range words {
		lines = append(lines, kit.NewPara(d.F.AtNight(), kit.ParaOpts{Text: w, Role: theme.Heading}))
	}
	note := kit.NewPara(d.F.AtNight(), kit.ParaOpts{Text: d.text("Passing is always fine. Nobody sees it."), Role: theme.Body, Color: theme.OnNightSoft})
	body := kit.VStack(d.space("xl"), kit.VStack(d.space("m"), lines...), note)
	margin := d.F.Look.Size("frame.pageMargin")
	p := kit.NewPage(d.F, kit.Pad(kit.Even(margin), kit.Middle(kit.CenterAtMost(d.F.Look.Size("frame.maxText"), body))))
	o := kit.FooterOpts{Door: d.door(), Primary: d.primary(d.text("Continue"), false, func() { d.Act.Do(lesson.Next{}) })}
	return Screen{
		First: PrimaryID, Title: words[0],
		Object: kit.Screen(d.band(lessonBand, "", ""), kit.Stage(d.F, p), kit.NewFooterBar(d.F, o)),
	}
}
