package lesson_test

import "vigie/app/lesson"

// sample is a small lesson with every kind of activity.
func sample() *lesson.Lesson {
	to := func(id lesson.StepID) lesson.ByAge { return lesson.ByAge{Younger: id, Older: id} }
	line := func(by lesson.CharacterID, text string) lesson.Line { return lesson.Line{By: by, Text: text} }
	chat := lesson.Scene{
		Setting: lesson.Group, Title: "group", Members: 12, Seen: 9,
		Beats: [][]lesson.Line{
			{line("jonas", "one"), {By: "jonas", Hidden: true, Cue: "name"}},
			{line("amara", "two"), {By: "mila", Thinks: true, Text: "hm"}, {By: "wout", Text: "older", Ages: []lesson.Age{lesson.Older}}},
			{{By: "sacha", Text: "later", When: lesson.Condition{If: "never"}}},
		},
		CueAsk: "what?", Cues: []lesson.Cue{{ID: "name", Says: "her name"}},
		Pause: &lesson.Pause{Form: lesson.Need, Ask: "need?", Answers: []lesson.PauseAnswer{{"a", "ra"}, {"b", "rb"}}},
		Ask:   "do?", Later: "later",
		Choices: []lesson.Choice{
			{ID: "c1", Say: "write", Shows: lesson.Private, Role: lesson.Defender, Effect: lesson.Effect{Person: 2}, Set: "wrote", Chat: "noor", Then: []lesson.Line{line("", "told"), line("noor", "thanks")}},
			{ID: "c2", Say: "laugh", Shows: lesson.InGroup, Role: lesson.Reinforcer, Effect: lesson.Effect{Person: -2, Spread: -2, Norm: -2}, Set: "laughed", Then: []lesson.Line{line("wout", "ha")}},
			{ID: "c3", Say: "wait", Shows: lesson.Wait, Role: lesson.Outsider, To: to("info")},
		},
		Pass: []string{"it goes on"},
	}
	again := chat
	again.Cues, again.CueAsk, again.Seen = nil, "", 0
	again.Choices = append([]lesson.Choice{{ID: "c4", Say: "sorry", When: lesson.Condition{If: "laughed"}, Effect: lesson.Effect{Norm: 1}}}, chat.Choices[:2]...)
	all := lesson.Ages()
	return &lesson.Lesson{
		Pack: "p", ID: "l", Version: 3, Title: "sample", Witness: "mila", Person: "noor", Start: to("one"),
		Cast: map[lesson.CharacterID]lesson.Character{"mila": {ID: "mila", Name: "Mila"}, "noor": {ID: "noor", Name: "Noor"}},
		Steps: []lesson.Step{
			{ID: "one", Ages: all, Activity: chat, To: to("quiz")},
			{ID: "quiz", Ages: all, Activity: lesson.Quiz{Form: lesson.Several, Ask: "q", Answers: []lesson.QuizAnswer{{"x", true, "bx"}, {"y", false, "by"}}}, To: to("talk")},
			{ID: "talk", Ages: all, Activity: lesson.Talk{Title: "look up", Questions: []string{"q1"}, Story: "so far"}, To: to("two")},
			{ID: "two", Ages: all, Activity: again, To: to("info")},
			{ID: "info", Ages: all, Activity: lesson.Info{Title: "i"}, To: to("talk-2")},
			{ID: "talk-2", Ages: all, Activity: lesson.Talk{Title: "again", Story: "so far 2"}, To: to("out")},
			{ID: "out", Ages: all, Activity: lesson.Leave{Title: "out"}, To: to("help")},
			{ID: "help", Ages: all, Activity: lesson.Help{Title: "help"}, To: to("end")},
			{ID: "end", Ages: all, Activity: lesson.End{Title: "end", Did: []lesson.Sentence{{Text: "wrote", When: lesson.Condition{If: "wrote"}}}, Better: []lesson.Sentence{{Text: "better"}}}},
		},
	}
}
