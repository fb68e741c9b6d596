package pack

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"vigie/app/lesson"
)

func (d *decoder) scene(n *yaml.Node) lesson.Activity {
	s := lesson.Scene{
		Setting: lesson.Setting(Str(Get(n, "scene"))), As: d.character(Get(n, "as")), With: d.character(Get(n, "with")),
		Title: d.text(Get(n, "title"), UseTitle), Members: number(Get(n, "members")),
		Missed: d.text(Get(n, "missed"), UseNote), Recording: Str(Get(n, "recording")),
		Seen: number(Get(n, "seen")), Acted: number(Get(n, "acted")), When: d.text(Get(n, "when"), UseNote),
		Beats: d.beats(Get(n, "lines")), CueAsk: d.text(Get(n, "cue-ask"), UseAsk),
		Ask: d.text(Get(n, "ask"), UseAsk), Later: d.text(Get(n, "later"), UseTitle),
	}
	if (s.Setting == lesson.Direct || s.Setting == lesson.Call) && s.With == "" {
		d.fail(d.doc.on(n, "a direct scene or a call needs \"with\": the character whose chat or call it is"))
	}
	if m := Get(n, "missed"); m != nil && s.Setting != lesson.Call {
		d.fail(d.doc.on(m, "only a call can be missed"))
	}
	if r := Get(n, "recording"); r != nil && s.Setting != lesson.Call {
		d.fail(d.doc.on(r, "only a call can have a recording"))
	}
	Each(Get(n, "cues"), func(k, v *yaml.Node) {
		s.Cues = append(s.Cues, lesson.Cue{ID: k.Value, Says: d.text(v, UseCue)})
	})
	if p := Get(n, "pause"); p != nil {
		s.Pause = d.pause(p)
	}
	if c := Get(n, "choices"); c != nil {
		for _, choice := range c.Content {
			s.Choices = append(s.Choices, d.choice(choice))
		}
	}
	d.block(Get(n, "pass"), func(l blockLine) {
		if l.text != "" {
			t := Text{Use: UseNarration}
			s.Pass = append(s.Pass, d.words(l, d.lineText(narration(l.text), l.at, t), t))
		}
	})
	d.checkLabels(n, s)
	return s
}

func (d *decoder) pause(n *yaml.Node) *lesson.Pause {
	p := &lesson.Pause{Form: lesson.PauseForm(Str(Get(n, "form"))), Ask: d.text(Get(n, "ask"), UseAsk)}
	for _, a := range Get(n, "answers").Content {
		p.Answers = append(p.Answers, lesson.PauseAnswer{
			Say: d.text(Get(a, "say"), UseAnswer), Reply: d.text(Get(a, "reply"), UseFeedback),
		})
	}
	if p.Form == lesson.Weigh && len(p.Answers) != 2 {
		d.fail(d.doc.on(n, "the form weigh has exactly two answers"))
	}
	return p
}

func (d *decoder) choice(n *yaml.Node) lesson.Choice {
	effect, notes := Get(n, "effect"), Get(n, "notes")
	before := len(d.texts)
	c := lesson.Choice{
		Say:   d.text(Get(n, "say"), UseChoice),
		Shows: lesson.Visibility(Str(Get(n, "shows"))), Role: lesson.Role(Str(Get(n, "role"))),
		Effect: lesson.Effect{Person: number(Get(effect, "person")), Spread: number(Get(effect, "spread")), Norm: number(Get(effect, "norm"))},
		Set:    Str(Get(n, "set")), Ages: ages(Get(n, "ages")), When: condition(n),
		Chat: d.character(Get(n, "chat")), To: byAge(Get(n, "to")),
		Notes: lesson.Notes{
			Person: d.text(Get(notes, "person"), UseFeedback),
			Spread: d.text(Get(notes, "spread"), UseFeedback),
			Norm:   d.text(Get(notes, "norm"), UseFeedback),
		},
	}
	if len(d.texts) > before {
		c.ID = d.texts[before].ID
	}
	for _, b := range d.beats(Get(n, "then")) {
		c.Then = append(c.Then, b...)
	}
	return c
}

// beats reads chat lines; an empty line ends a beat.
func (d *decoder) beats(n *yaml.Node) [][]lesson.Line {
	var out [][]lesson.Line
	open := false
	d.block(n, func(row blockLine) {
		if row.text == "" {
			open = false
			return
		}
		l, ok := d.chatLine(row)
		if !ok {
			return
		}
		if !open {
			out = append(out, nil)
			open = true
		}
		out[len(out)-1] = append(out[len(out)-1], l)
	})
	return out
}

var (
	lineHead = regexp.MustCompile(`^([a-z0-9-]+)( thinks)?(?: (\d\d:\d\d))?: +`)
	lineMark = regexp.MustCompile(`\s*\{(cue|if|unless|ages|harmful|answers): *([a-z0-9-]+)\}\s*$`)
)

// HiddenImage is how the circulated image is written in a line.
const HiddenImage = "[hidden image]"

func narration(line string) string { return strings.TrimSpace(strings.TrimPrefix(line, "*")) }

// chatLine reads one line of a chat: its speaker, its words, its marks.
func (d *decoder) chatLine(row blockLine) (lesson.Line, bool) {
	var l lesson.Line
	line, at := row.text, row.at
	t := Text{Use: UseNarration}
	words := line
	if strings.HasPrefix(line, "*") {
		words = narration(line)
	} else {
		m := lineHead.FindStringSubmatch(line)
		if m == nil {
			d.fail(d.doc.at(at, 1, "expected \"name: words\", or \"* words\" for narration"))
			return l, false
		}
		l.By, l.Thinks, l.At = lesson.CharacterID(m[1]), m[2] != "", m[3]
		if _, ok := d.cast[l.By]; !ok {
			d.fail(d.doc.at(at, 1, "there is no character %q in cast.yaml", l.By))
		}
		words = line[len(m[0]):]
		t.Use, t.Speaker = UseLine, l.By
		if l.Thinks {
			t.Use = UseThought
		}
	}
	text, id := cutID(words)
	for strings.HasSuffix(text, "}") {
		m := lineMark.FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		key, value := text[m[2]:m[3]], text[m[4]:m[5]]
		text = text[:m[0]]
		switch key {
		case "cue":
			l.Cue = value
		case "if":
			l.When.If = value
		case "unless":
			l.When.Unless = value
		case "harmful":
			l.Hurts, t.Harmful = value, true
		case "answers":
			l.Answer = value
		case "ages":
			a := lesson.Age(value)
			if !a.Valid() {
				d.fail(d.doc.at(at, 1, "expected one of %s", "12-14, 15-18"))
			}
			l.Ages = []lesson.Age{a}
		}
	}
	if text == HiddenImage && id == "" {
		l.Hidden = true
		return l, true
	}
	l.Text = d.words(row, d.markedText(text, id, words, at, t), t)
	if strings.Contains(l.Text, HiddenImage) {
		l.Hidden = true
		l.Text = strings.TrimSpace(strings.Join(strings.Fields(strings.ReplaceAll(l.Text, HiddenImage, " ")), " "))
	}
	return l, true
}

// markedText is lineText for a line whose marks are already cut off.
func (d *decoder) markedText(text, id, words string, at int, t Text) string {
	raw := d.doc.line(at)
	end := len([]rune(strings.TrimRight(raw, " ")))
	t.Source, t.ID, t.Line, t.Raw = text, id, at, raw
	t.Column = end - len([]rune(words)) + 1
	t.insert, t.bare = end, -1
	return d.localise(t)
}

// checkLabels makes sure that cues and hurtful lines have their other half.
func (d *decoder) checkLabels(n *yaml.Node, s lesson.Scene) {
	cues, answers := map[string]bool{}, map[string]bool{}
	for _, c := range s.Cues {
		cues[c.ID] = true
	}
	all := append([][]lesson.Line(nil), s.Beats...)
	for _, c := range s.Choices {
		all = append(all, c.Then)
	}
	for _, b := range all {
		for _, l := range b {
			if l.Answer != "" {
				answers[l.Answer] = true
			}
		}
	}
	for _, b := range all {
		for _, l := range b {
			if l.Cue != "" && !cues[l.Cue] {
				d.fail(d.doc.on(n, "there is no cue %q under \"cues\"", l.Cue))
			}
			if l.Hurts != "" && !answers[l.Hurts] {
				d.fail(d.doc.on(n, "no line of this scene answers the hurtful one: write {answers: %s} at the end of the line that does", l.Hurts))
			}
		}
	}
}
