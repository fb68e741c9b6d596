package main

import (
	"strings"

	"vigie/app/i18n"
	"vigie/app/lesson"
)

// show prints what is new in v since last.
func (t *terminal) show(last, v lesson.View) {
	fresh := last.Step != v.Step || last.Kind != v.Kind
	if fresh {
		t.line("")
		t.line("## %s", t.w.T("Step %d of %d", v.Now, v.Of))
	}
	if v.Phase == lesson.PhasePassed {
		t.passed(v)
		return
	}
	shows[v.Kind](t, last, v, fresh)
}

// shows has one line for each kind of activity.
var shows = map[lesson.Kind]func(t *terminal, last, v lesson.View, fresh bool){
	lesson.KindScene:     (*terminal).scene,
	lesson.KindQuiz:      (*terminal).quiz,
	lesson.KindSort:      (*terminal).sort,
	lesson.KindOrder:     (*terminal).order,
	lesson.KindMatch:     (*terminal).match,
	lesson.KindBuild:     (*terminal).build,
	lesson.KindQuestions: (*terminal).questions,
	lesson.KindVote:      (*terminal).vote,
	lesson.KindPledge:    (*terminal).pledge,
	lesson.KindLetter:    (*terminal).letter,
	lesson.KindSign:      (*terminal).sign,
	lesson.KindInfo:      (*terminal).info,
	lesson.KindTalk:      (*terminal).talk,
	lesson.KindLeave:     (*terminal).leave,
	lesson.KindHelp:      (*terminal).doorsStep,
	lesson.KindEnd:       (*terminal).end,
}

func (t *terminal) passed(v lesson.View) {
	for _, s := range v.Passed {
		t.line("%s", s)
	}
	if len(v.Passed) == 0 {
		t.line("%s", t.w.T("You can rest your eyes here. Nothing is noted."))
	}
	if v.Kind == lesson.KindTalk || v.Kind == lesson.KindVote {
		t.line("%s", t.w.T("When the three digits are on the board, type them here."))
		return
	}
	t.line("[%s]", t.w.T("Enter: continue"))
}

func (t *terminal) scene(last, v lesson.View, fresh bool) {
	s := v.Scene
	if fresh {
		switch {
		case s.Title != "" && s.Members == 0:
			t.line("%s", s.Title)
		case s.Title != "":
			t.line("%s · %s", s.Title, t.w.N("%d member", "%d members", s.Members, s.Members))
		}
		switch {
		case s.Missed != "":
			t.line("%s: %s", v.Speakers[s.With].Name, s.Missed)
		case s.Setting == lesson.Call:
			t.line("%s", t.w.T("Rehearsed call with %s", v.Speakers[s.With].Name))
		case s.With != "":
			t.line("%s", t.w.T("Private chat with %s", v.Speakers[s.With].Name))
		}
		if s.When != "" {
			t.line("%s", s.When)
		}
	}
	if o := s.Outcome; o != nil {
		t.outcome(v, o)
	} else if v.Phase == lesson.PhaseRead {
		for i, l := range s.Chat {
			if old := last.Scene; fresh || old == nil || i >= len(old.Chat) || len(s.Cues) > 0 && !s.More {
				t.chat(v, l, len(s.Cues) > 0)
			}
		}
		if s.Thought != nil && (fresh || last.Scene == nil || last.Scene.Thought == nil || last.Scene.Thought.Text != s.Thought.Text) {
			t.line("%s: %s", t.w.T("%s thinks", v.Speakers[s.Thought.By].Name), s.Thought.Text)
		}
	}
	t.counter(s)
	switch {
	case s.Pause != nil:
		t.line("%s", s.Pause.Ask)
		t.options(s.Pause.Answers, s.Pause.Picked)
		if s.Pause.Reply != "" {
			t.line("%s", s.Pause.Reply)
		}
	case v.Phase == lesson.PhaseChoose:
		t.line("%s", s.Ask)
		t.options(s.Choices, s.Picked)
	case s.CueAsk != "":
		t.line("%s (%s)", s.CueAsk, t.w.T("m and the number of a line"))
		for _, c := range s.Cues {
			if c.Found {
				t.line("  * %s", c.Says)
			}
		}
	}
	t.keys(v, s.Outcome != nil)
}

func (t *terminal) counter(s *lesson.SceneView) {
	if s.Seen > 0 && s.Outcome == nil && s.Pause == nil && !s.More {
		t.line("%s", t.w.T("%d of %d have seen it", s.Seen, s.Members))
	}
}

func (t *terminal) chat(v lesson.View, l lesson.ChatLine, numbered bool) {
	var b strings.Builder
	if numbered {
		b.WriteString(t.w.T("(%d) ", l.N+1))
	}
	switch {
	case l.By == "":
		b.WriteString("— ")
	case l.Thinks:
		b.WriteString(t.w.T("%s thinks", v.Speakers[l.By].Name) + ": ")
	default:
		b.WriteString(v.Speakers[l.By].Name + ": ")
	}
	if l.Hidden {
		b.WriteString("[" + t.w.T("Hidden image") + "] ")
	}
	b.WriteString(l.Text)
	t.line("%s", b.String())
}

func (t *terminal) outcome(v lesson.View, o *lesson.Outcome) {
	t.line("%s: %s (%s)", t.w.T("You chose"), o.Choice, visibility(t.w, o.Shows))
	t.line("%s", o.Later)
	for _, s := range v.Scene.Told {
		t.line("%s", s)
	}
	chat := v.Scene.Chat
	for _, l := range chat[len(chat)-v.Scene.New:] {
		t.chat(v, l, false)
	}
	for _, m := range []struct {
		name          string
		before, after int
		note          string
	}{
		{t.w.T("%s feels less alone", v.Person.Name), o.Before.Person, o.After.Person, o.Notes.Person},
		{t.w.T("It spreads more slowly"), o.Before.Spread, o.After.Spread, o.Notes.Spread},
		{t.w.T("The group changes its tone"), o.Before.Norm, o.After.Norm, o.Notes.Norm},
	} {
		t.line("  %s: %d → %d / %d %s", m.name, m.before, m.after, lesson.MaxLamps, m.note)
	}
}

func (t *terminal) options(all []string, picked int) {
	for i, s := range all {
		mark := " "
		if i == picked {
			mark = "*"
		}
		t.line(" %s %d. %s", mark, i+1, s)
	}
}

func (t *terminal) keys(v lesson.View, canRewind bool) {
	var out []string
	if v.CanNext {
		out = append(out, t.w.T("Enter: continue"))
	}
	if canRewind {
		out = append(out, t.w.T("r: rewind this minute"))
	}
	if v.CanPass {
		out = append(out, t.w.T("0: pass"))
	}
	out = append(out, t.w.T("h: help"), t.w.T("q: stop"))
	t.line("[%s]", strings.Join(out, " · "))
}

// visibility is the word for who sees a choice.
func visibility(w i18n.Words, s lesson.Visibility) string {
	switch s {
	case lesson.Private:
		return w.T("Private")
	case lesson.InGroup:
		return w.T("In the group")
	case lesson.WithAdult:
		return w.T("With help")
	}
	return w.T("Waiting")
}
