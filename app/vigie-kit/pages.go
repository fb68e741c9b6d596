package main

import (
	"slices"
	"strconv"
	"time"

	"vigie/app/lesson"
)

func (t *terminal) quiz(last, v lesson.View, fresh bool) {
	q := v.Quiz
	if fresh {
		t.line("%s", q.Ask)
	}
	for i, a := range q.Answers {
		mark := " "
		if a.Marked {
			mark = "*"
		}
		t.line(" %s %d. %s", mark, i+1, a.Say)
		if a.Because != "" {
			fits := t.w.T("Does not fit")
			if a.Right {
				fits = t.w.T("Fits")
			}
			t.line("      %s: %s", fits, a.Because)
		}
	}
	if s := q.Scale; s != nil {
		t.line("%s", t.w.T("Type a number from %d to %d.", s.From, s.To))
		if s.At >= 0 {
			t.line("  %s", t.w.T("Your guess: %s", strconv.Itoa(s.From+s.At*s.Step)+s.Unit))
		}
		if s.Fact != nil {
			t.fact(*s.Fact)
			t.line("%s", s.Because)
		}
	}
	t.keys(v, false)
}

func (t *terminal) info(_, v lesson.View, _ bool) {
	t.line("%s", v.Info.Title)
	for _, p := range v.Info.Text {
		t.line("%s", p)
	}
	for _, law := range v.Info.Law {
		t.line("%s (%s)", law.Say, t.w.T("Checked on %s", law.CheckedOn))
	}
	for _, f := range v.Info.Facts {
		t.fact(f)
	}
	t.keys(v, false)
}

func (t *terminal) fact(f lesson.Fact) {
	t.line("%s %s (%s, %d). %s", f.Value, f.What, f.Population, f.Year, f.Source)
	if series := f.Series(); series != "" {
		t.line("%s", series)
	}
	if now := time.Now(); f.Older(now.Year(), int(now.Month())) {
		t.line("%s", t.w.T("This is an older figure."))
	}
}

func (t *terminal) talk(_, v lesson.View, _ bool) {
	if v.Talk.Story != "" {
		t.line("%s", t.w.T("The story so far"))
		t.line("%s", v.Talk.Story)
		t.keys(v, false)
		return
	}
	t.line("%s", v.Talk.Title)
	for _, q := range v.Talk.Questions {
		t.line(" - %s", q)
	}
	t.line("%s", t.w.T("Type the three digits of the board, or a to go on without the class."))
}

func (t *terminal) leave(_, v lesson.View, _ bool) {
	t.line("%s", v.Leave.Title)
	t.line("%s", v.Leave.Text)
	picked := slices.Index(v.Leave.Ticked[:], true)
	t.options([]string{v.Leave.Character, v.Leave.Day}, picked)
	t.keys(v, false)
}

func (t *terminal) doorsStep(_, v lesson.View, _ bool) {
	t.line("%s", v.Help.Title)
	for _, p := range v.Help.Text {
		t.line("%s", p)
	}
	t.help()
	t.keys(v, false)
}

func (t *terminal) end(_, v lesson.View, _ bool) {
	t.line("%s", v.End.Title)
	for _, s := range v.End.Did {
		t.line(" - %s", s)
	}
	t.line("%s", t.w.T("What got better"))
	for _, s := range v.End.Better {
		t.line(" - %s", s)
	}
	first := t.doors.First()[0]
	t.line("%s: %s. %s", first.Label(), first.Name, first.Hours)
	if v.End.Offer != "" {
		t.line("%s: %s", t.w.T("s: time to spare"), v.End.Offer)
	}
	t.keys(v, false)
}
