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
	items := []lesson.Item{{ID: "q1", Say: "s1"}, {ID: "q2", Say: "s2", Sensitive: true}, {ID: "k1", Say: "k", Answers: []string{"x", "y"}, Right: 1, Because: "so"}}
	tiles := lesson.Order{
		Ask: "in order", Right: "safe", Free: "free",
		Tiles: []lesson.Tile{{ID: "report", Say: "r"}, {ID: "tell", Say: "t"}, {ID: "stop", Say: "s"}, {ID: "note", Say: "n", Ages: []lesson.Age{lesson.Older}}},
		Rules: []lesson.Rule{{First: "stop", Says: "stop", Because: "stop first"}, {First: "note", Then: "report", Says: "note", Because: "note before report"}},
	}
	message := lesson.Build{
		Ask: "write", With: "noor", Write: []lesson.Age{lesson.Older}, Advice: map[lesson.Check]string{lesson.Blame: "no blame"},
		Blocks: []lesson.Block{{Say: "I saw it.", Part: lesson.PartKnow}, {Say: "Your fault.", Check: lesson.Blame}},
		Then:   []lesson.Line{line("noor", "thanks")}, Hard: []lesson.Line{line("noor", "ok")},
	}
	return &lesson.Lesson{
		Pack: "p", ID: "l", Version: 3, Title: "sample", Witness: lesson.CastByAge{Younger: "mila", Older: "mila"}, Person: lesson.CastByAge{Younger: "noor", Older: "noor"}, Start: to("before"),
		Cast: map[lesson.CharacterID]lesson.Character{"mila": {ID: "mila", Name: "Mila"}, "noor": {ID: "noor", Name: "Noor"}},
		Steps: []lesson.Step{
			{ID: "before", Ages: all, Activity: lesson.Questions{Side: lesson.Before, Items: items}, To: to("one")},
			{ID: "one", Ages: all, Activity: chat, To: to("quiz")},
			{ID: "quiz", Ages: all, Activity: lesson.Quiz{Form: lesson.Several, Ask: "q", Answers: []lesson.QuizAnswer{{"x", true, "bx"}, {"y", false, "by"}}}, To: to("estimate")},
			{ID: "estimate", Ages: all, Activity: lesson.Quiz{Form: lesson.Estimate, Ask: "how many?", Scale: lesson.Scale{To: 100, Step: 10, Unit: "%", Fact: lesson.Fact{Value: "70"}, Because: "b"}}, To: to("sort")},
			{ID: "sort", Ages: all, Activity: lesson.Sort{Ask: "which?", Cards: []lesson.SortCard{
				{Say: "a", Fits: []lesson.LaneID{lesson.Helps}, Because: "ba", Again: "aa"}, {Say: "b", Fits: []lesson.LaneID{lesson.Harms, lesson.Depends}, Because: "bb"}}}, To: to("order")},
			{ID: "order", Ages: all, Activity: tiles, To: to("match")},
			{ID: "match", Ages: all, Activity: lesson.Match{Ask: "m", Pairs: []lesson.Pair{{Say: "e1", Answer: "a1", Because: "b1", Again: "g1"}, {Say: "e2", Answer: "a2", Because: "b2", Again: "g2"}, {Say: "e3", Answer: "a3", Because: "b3", Again: "g3"}}}, To: to("build")},
			{ID: "build", Ages: all, Activity: message, To: to("vote")},
			{ID: "vote", Ages: all, Activity: lesson.Vote{Ask: "of 25?", Of: 25, Own: "you?", Answers: []string{"yes", "no"}, Fact: lesson.Fact{Value: "70"}}, To: to("talk")},
			{ID: "talk", Ages: all, Activity: lesson.Talk{Title: "look up", Questions: []string{"q1"}, Story: "so far"}, To: to("two")},
			{ID: "two", Ages: all, Activity: again, To: to("info")},
			{ID: "info", Ages: all, Activity: lesson.Info{Title: "i"}, To: to("pledge")},
			{ID: "pledge", Ages: all, Activity: lesson.Pledge{Title: "p", Ask: "which?", Lines: []string{"l1", "l2"}, Write: []lesson.Age{lesson.Older}}, To: to("letter")},
			{ID: "letter", Ages: all, Activity: lesson.Letter{Title: "ask", Write: []lesson.Age{lesson.Older}, Beside: lesson.Info{Title: "in 2023"}, Parts: []lesson.LetterPart{
				{To: lesson.ToSchool, Name: "school", Lines: []string{"s1", "s2"}}, {To: lesson.ToLawmakers, Name: "law", Lines: []string{"w1", "w2"}}}}, To: to("sign")},
			{ID: "sign", Ages: all, Activity: lesson.Sign{Title: "sign"}, To: to("missed")},
			{ID: "missed", Ages: all, Activity: lesson.Scene{Setting: lesson.Call, With: "noor", Missed: "a call", Beats: [][]lesson.Line{{line("noor", "hi")}, {line("noor", "bye")}}, Pass: []string{"on"}}, To: to("talk-2")},
			{ID: "talk-2", Ages: all, Activity: lesson.Talk{Title: "again", Story: "so far 2"}, To: to("after")},
			{ID: "after", Ages: all, Activity: lesson.Questions{Side: lesson.After, Items: items}, To: to("out")},
			{ID: "out", Ages: all, Activity: lesson.Leave{Title: "out"}, To: to("help")},
			{ID: "help", Ages: all, Activity: lesson.Help{Title: "help"}, To: to("end")},
			{ID: "end", Ages: all, Activity: lesson.End{Title: "end", Did: []lesson.Sentence{{Text: "wrote", When: lesson.Condition{If: "wrote"}}}, Better: []lesson.Sentence{{Text: "better"}}, Spare: to("spare"), Offer: "as Amara"}},
			{ID: "spare", Ages: all, Activity: lesson.Scene{Setting: lesson.Direct, As: "amara", With: "noor", Beats: [][]lesson.Line{{line("noor", "hi")}}, Pass: []string{"on"}}, To: to("end")},
		},
	}
}
