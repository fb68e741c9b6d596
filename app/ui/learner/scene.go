package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// scene is the page of a scene in its present phase.
func scene(d *Desk, v lesson.View) Screen {
	switch v.Phase {
	case lesson.PhasePause, lesson.PhasePaused:
		return pause(d, v)
	case lesson.PhaseChoose:
		if v.Scene.Setting == lesson.Form {
			return chooseOnForm(d, v)
		}
		return choose(d, v)
	case lesson.PhaseConsequence:
		return consequence(d, v)
	}
	if v.Scene.Setting == lesson.Thoughts {
		return thoughts(d, v)
	}
	return reading(d, v)
}

// reading is the chat arriving beat by beat; mock-up 03.
func reading(d *Desk, v lesson.View) Screen {
	s := v.Scene
	var parts []fyne.CanvasObject
	switch {
	case s.Thought != nil:
		parts = append(parts, kit.SoftText(d.F, theme.Small, s.When), d.thought(v, s.Thought))
	case s.Setting != lesson.Call || s.Waiting || s.Missed == "" && s.New == len(s.Chat):
		parts = append(parts, d.place(v)) // in a call it makes room for what is said
	}
	if s.Seen > 0 && !s.More {
		parts = append(parts, d.counter(s))
	}
	if s.CueAsk != "" {
		parts = append(parts, d.cues(s))
	}
	d.F.Keys.On(fyne.KeyEnd, func() { d.Act.Do(lesson.ShowAll{}) })
	d.F.Keys.On(fyne.KeyDown, func() { d.Act.Do(lesson.Next{}) })
	first := PrimaryID
	words, keys := d.text("next messages"), []string{"arrow-down"}
	if !s.More {
		words, keys = d.text("read the chat"), []string{"arrow-up", "arrow-down"}
		if s.CueAsk != "" {
			first = ChatID
		}
	}
	panel := kit.VStack(d.space("xl"), parts...)
	if len(parts) == 1 {
		panel = kit.Middle(panel)
	}
	var body fyne.CanvasObject
	var settle func()
	switch s.Setting {
	case lesson.Call:
		body = d.onCall(v, panel)
	case lesson.Form:
		body = d.onForm(v, nil, kit.VStack(d.space("l"), panel, d.lines(v)))
	default:
		body, settle = d.overChat(v, panel)
	}
	label := d.text("Continue")
	if s.Waiting {
		label, words = d.text("Call back"), d.text("call back")
	}
	return Screen{
		First: first, Title: s.Title, Settle: settle,
		Object: kit.Screen(d.band(lessonBand, "", ""), body, d.footer(v, label, d.keyHint(words, keys...))),
	}
}

// lines are the lines of a scene as text, where there is no chat.
func (d *Desk) lines(v lesson.View) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, l := range v.Scene.Chat {
		rows = append(rows, kit.Text(d.F, theme.Lead, l.Text))
	}
	return kit.VStack(d.space("m"), rows...)
}

// place says when and where it is, and whom one follows, while the chat arrives.
func (d *Desk) place(v lesson.View) fyne.CanvasObject {
	when := v.Scene.When
	if when == "" {
		when = v.Scene.Title
	}
	if when == "" {
		when = v.Speakers[v.Scene.With].Name
	}
	return kit.TopRow(d.space("l"), 1, kit.Avatar(d.F, avatar(v.Me), d.F.Look.Size("pathLamp.size")),
		kit.VStack(d.space("xs"), kit.SoftText(d.F, theme.Small, d.text("You follow %s", v.Me.Name)), kit.BoldText(d.F, theme.Heading, when)))
}

// thought is what a character thinks, large, with the disc beside it.
func (d *Desk) thought(v lesson.View, l *lesson.Line) fyne.CanvasObject {
	who := v.Speakers[l.By]
	return kit.TopRow(d.space("l"), 1, kit.Avatar(d.F, avatar(who), d.F.Look.Size("pathLamp.size")),
		kit.VStack(d.space("xs"), kit.SoftText(d.F, theme.Small, d.text("%s thinks", who.Name)), kit.BoldText(d.F, theme.Thought, l.Text)))
}

// mostMarks is how many marks a count draws; above, one stands for several.
const mostMarks = 24

// counter says how many have seen it and how many did something.
func (d *Desk) counter(s *lesson.SceneView) fyne.CanvasObject {
	acted := d.text("Nobody has done anything yet")
	if s.Acted > 0 {
		acted = d.W.N("%d has done something", "%d have done something", s.Acted, s.Acted)
	}
	each := 1 + (s.Members-1)/mostMarks
	small := d.text("One is enough to begin.")
	if each > 1 {
		small += " " + d.text("One mark stands for %d members.", each)
	}
	limit := d.F.Look.Size("frame.maxText") * 0.7 * d.F.Look.Scale()
	return kit.Card(d.F, kit.VStack(d.space("m"),
		kit.FoldRow(limit, d.space("l"), 0,
			kit.BoldText(d.F, theme.Subheading, d.text("%d of %d have seen it", s.Seen, s.Members)),
			kit.Count(d.F, kit.CountOpts{Icon: "eye", Lit: s.Seen / each, Of: s.Members / each})),
		kit.FoldRow(limit, d.space("l"), 0,
			kit.VStack(0, kit.BoldText(d.F, theme.Subheading, acted), kit.SoftText(d.F, theme.Small, small)),
			kit.Count(d.F, kit.CountOpts{Lit: s.Acted / each, Of: s.Members / each})),
	))
}

// cues asks for the signs that it is serious and shows those found.
func (d *Desk) cues(s *lesson.SceneView) fyne.CanvasObject {
	var cells []fyne.CanvasObject
	left := 0
	for _, c := range s.Cues {
		words := c.Says
		if !c.Found {
			words = d.text("Still to find")
			left++
		}
		cells = append(cells, kit.Cue(d.F, c.Found, words))
	}
	note := d.text("Tap the messages of the chat. %d signs are still to be found.", left)
	switch left {
	case 0:
		note = d.text("You have found them all.")
	case 1:
		note = d.text("Tap a message of the chat. One sign is still to be found.")
	}
	return kit.VStack(d.space("m"), kit.BoldText(d.F, theme.Subheading, s.CueAsk), kit.SoftText(d.F, theme.Small, note),
		kit.Grid(2, 300, d.space("m"), cells...))
}
