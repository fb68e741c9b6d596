package main

import (
	"slices"
	"strconv"
	"strings"

	"vigie/app/i18n"
	"vigie/app/lesson"
)

func (t *terminal) sort(_, v lesson.View, fresh bool) {
	if fresh {
		t.line("%s", v.Sort.Ask)
		for i, lane := range lesson.Lanes() {
			t.line("  %d = %s", i+1, laneWord(t.w, lane))
		}
		t.line("%s", t.w.T("Type the number of a sentence and the number of its place."))
	}
	for i, c := range v.Sort.Cards {
		who, place := "", "?"
		if c.Who != "" {
			who = v.Speakers[c.Who].Name + ": "
		}
		if c.Lane >= 0 {
			place = laneWord(t.w, lesson.Lanes()[c.Lane])
		}
		t.line(" %d. %s%s [%s]", i+1, who, c.Say, place)
		if c.Lane >= 0 {
			t.line("      %s%s", t.looked(v, c.Fits), c.Reasons[c.Lane])
		}
	}
	t.keys(v, false)
}

// looked is a word on how something fits, once it was looked at.
func (t *terminal) looked(v lesson.View, fits bool) string {
	switch {
	case v.Phase != lesson.PhaseConsequence:
		return ""
	case fits:
		return t.w.T("Fits") + ": "
	}
	return t.w.T("Look again") + ": "
}

func laneWord(w i18n.Words, lane lesson.LaneID) string {
	switch lane {
	case lesson.Helps:
		return w.T("Helps")
	case lesson.Harms:
		return w.T("Harms")
	}
	return w.T("It depends")
}

func (t *terminal) order(_, v lesson.View, fresh bool) {
	o := v.Order
	if fresh {
		t.line("%s", o.Ask)
		t.line("%s", t.w.T("Type all numbers in the order that you want, such as 3 1 2."))
	}
	for place, tile := range o.Order {
		fit := ""
		if len(o.Fits) > 0 {
			fit = " [" + fitWord(t.w, o.Fits[tile]) + "]"
		}
		t.line(" %d. %s%s", place+1, o.Tiles[tile].Say, fit)
	}
	for _, b := range o.Broken {
		t.line("  - %s", b)
	}
	if o.Right != "" {
		t.line("%s", o.Right)
	}
	t.keys(v, false)
}

func fitWord(w i18n.Words, fit lesson.Fit) string {
	switch fit {
	case lesson.LookAgain:
		return w.T("Look again")
	case lesson.AnyPlace:
		return w.T("Any place")
	}
	return w.T("Fits")
}

func (t *terminal) match(_, v lesson.View, fresh bool) {
	m := v.Match
	if fresh {
		t.line("%s", m.Ask)
		t.options(m.Answers, -1)
		t.line("%s", t.w.T("Type the number of a sentence and the number of its answer."))
	}
	for i, r := range m.Rows {
		who := ""
		if r.Who != "" {
			who = v.Speakers[r.Who].Name + ": "
		}
		t.line(" %d. %s%s", i+1, who, r.Say)
		if r.Answer >= 0 {
			t.line("      → %s", m.Answers[r.Answer])
		}
		if r.Because != "" {
			t.line("      %s%s", t.looked(v, r.Fits), r.Because)
		}
	}
	t.keys(v, false)
}

func (t *terminal) build(_, v lesson.View, fresh bool) {
	b := v.Build
	if v.Phase == lesson.PhaseConsequence {
		for _, l := range b.Chat {
			t.chat(v, lesson.ChatLine{Line: l, N: -1}, false)
		}
		t.keys(v, true)
		return
	}
	if fresh {
		t.line("%s", b.Ask)
		if b.CanWrite {
			t.line("%s", t.w.T("Type w and your own words. They stay on this screen."))
		}
	}
	for i, x := range b.Blocks {
		mark := " "
		if x.Chosen {
			mark = "*"
		}
		t.line(" %s %d. %s", mark, i+1, x.Say)
	}
	t.line("> %s", b.Draft)
	for _, f := range b.Found {
		t.line("  %s: “%s” %s", checkWord(t.w, f.Check), f.Words, f.Advice)
	}
	t.keys(v, false)
}

func checkWord(w i18n.Words, c lesson.Check) string {
	switch c {
	case lesson.Blame:
		return w.T("It puts blame")
	case lesson.Promise:
		return w.T("It promises too much")
	case lesson.Curiosity:
		return w.T("It asks about the photo")
	}
	return w.T("It presses")
}

func (t *terminal) questions(_, v lesson.View, _ bool) {
	q := v.Questions
	t.line("%d / %d", q.At, q.Of)
	t.line("%s", q.Item.Say)
	answers := q.Item.Answers
	if len(answers) == 0 {
		answers = agreement(t.w)
	}
	t.options(answers, q.Picked)
	if q.Because != "" {
		t.line("%s", q.Because)
	}
	t.keys(v, false)
}

// agreement is the five steps of agreement, from not at all to very much.
func agreement(w i18n.Words) []string {
	return []string{w.T("Not at all"), w.T("Rather not"), w.T("In between"), w.T("Rather yes"), w.T("Very much")}
}

func (t *terminal) vote(_, v lesson.View, _ bool) {
	o := v.Vote
	switch v.Phase {
	case lesson.PhaseRead:
		t.line("%s", o.Ask)
		if o.Guess >= 0 {
			t.line("  %s", t.w.T("Your guess: %d of %d", o.Guess, o.Of))
		}
		t.line("%s", t.w.T("Type a number from 0 to %d.", o.Of))
	case lesson.PhaseChoose:
		t.line("%s", o.Own)
		t.options(o.Answers, o.Picked)
	case lesson.PhaseWait:
		t.line("%s", t.w.T("Both are done. What the class thinks is shown by the projector."))
	case lesson.PhaseConsequence:
		t.fact(*o.Fact)
	}
	if v.Phase != lesson.PhaseConsequence {
		t.line("%s", t.w.T("Type the three digits of the board, or a to go on without the class."))
	}
	t.keys(v, false)
}

func (t *terminal) pledge(_, v lesson.View, fresh bool) {
	p := v.Pledge
	if p.Line != "" {
		t.line("%s", t.w.T("Your line for the class"))
		t.line("  %s", p.Line)
		t.keys(v, true)
		return
	}
	if fresh {
		t.line("%s", p.Title)
		t.line("%s", p.Ask)
		if p.CanWrite {
			t.line("%s", t.w.T("Type w and your own words. They stay on this screen."))
		}
	}
	t.options(p.Lines, p.Picked)
	if p.Text != "" {
		t.line("> %s", p.Text)
	}
	t.keys(v, false)
}

func (t *terminal) letter(last, v lesson.View, fresh bool) {
	l := v.Letter
	if fresh {
		t.line("%s", l.Title)
		t.line("%s", l.Beside.Title)
		for _, p := range l.Beside.Text {
			t.line("  %s", p)
		}
		for _, f := range l.Beside.Facts {
			t.fact(f)
		}
	}
	if len(l.Sheet) > 0 {
		t.line("%s", t.w.T("What you bring to the class"))
		for _, x := range l.Sheet {
			t.line("  %s: %s", x.Name, x.Line)
		}
		t.keys(v, true)
		return
	}
	if fresh || last.Letter == nil || last.Letter.Now != l.Now {
		t.line("%s", t.w.T("%s · %d of %d", l.Part.Name, l.Now, l.Of))
		t.line("%s", l.Part.Ask)
		if l.CanWrite {
			t.line("%s", t.w.T("Type w and your own words. They stay on this screen."))
		}
	}
	t.options(l.Part.Lines, l.Picked)
	if l.Text != "" {
		t.line("> %s", l.Text)
	}
	t.keys(v, false)
}

func (t *terminal) sign(_, v lesson.View, fresh bool) {
	s := v.Sign
	if s.Done {
		t.line("%s", t.w.T("Your choice is made."))
		t.keys(v, false)
		return
	}
	if fresh {
		t.line("%s", s.Title)
		for _, p := range s.Text {
			t.line("%s", p)
		}
	}
	t.options([]string{t.w.T("I don’t sign"), t.w.T("I sign")}, s.Picked)
	t.keys(v, false)
}

// typed turns what was typed into an intent of the kind; nil if it is none.
func typed(v lesson.View, s string) lesson.Intent {
	if rest, is := strings.CutPrefix(s, "w"); is && slices.Contains([]lesson.Kind{lesson.KindBuild, lesson.KindPledge, lesson.KindLetter}, v.Kind) {
		return lesson.Write{Text: strings.TrimSpace(rest)}
	}
	numbers := numbersOf(s)
	if numbers == nil {
		return nil
	}
	one := len(numbers) == 1
	switch v.Kind {
	case lesson.KindOrder:
		var order []int
		for _, n := range numbers {
			if n < 1 || n > len(v.Order.Order) {
				return nil
			}
			order = append(order, v.Order.Order[n-1])
		}
		return lesson.Arrange{Order: order}
	case lesson.KindSort, lesson.KindMatch:
		if len(numbers) == 2 {
			return lesson.Put{Item: numbers[0] - 1, Place: numbers[1] - 1}
		}
	case lesson.KindVote:
		switch {
		case one && len(s) == 3:
			return lesson.Digits{Code: s}
		case one && v.Phase == lesson.PhaseRead:
			return lesson.Put{Place: numbers[0]}
		}
	case lesson.KindQuiz:
		if scale := v.Quiz.Scale; scale != nil && one {
			return lesson.Put{Place: (numbers[0] - scale.From + scale.Step/2) / scale.Step}
		}
	case lesson.KindTalk:
		return lesson.Digits{Code: s}
	}
	if one {
		return lesson.Pick{N: numbers[0] - 1}
	}
	return nil
}

// numbersOf are the numbers of a line, nil if there is anything else.
func numbersOf(s string) []int {
	var out []int
	for _, f := range strings.Fields(s) {
		n, err := strconv.Atoi(f)
		if err != nil {
			return nil
		}
		out = append(out, n)
	}
	return slices.Clip(out)
}

// zeroCounts reports whether a zero is a number here, and no pass.
func zeroCounts(v lesson.View) bool {
	return v.Phase == lesson.PhaseRead && (v.Kind == lesson.KindVote || v.Kind == lesson.KindQuiz && v.Quiz.Scale != nil)
}
