package lint

import (
	"math"
	"slices"
	"strings"

	"vigie/app/lesson"
)

// Measure is what a variant of a lesson asks of a class. Minutes are estimates:
// reading, silently, at the median rate of grades 7 and 8 for the younger and of
// grade 10 for the older variant (Spichtig et al., Reading Research Quarterly
// 51(2), 2016), and what doing takes, see doing. A path counts what is shown
// with the flags that its choices set.
type Measure struct {
	Steps, Decisions  int
	Paths             float64 // ways through, by the choices alone
	Words             int     // all words of the variant
	Shortest, Longest float64 // minutes from the ground rules to the end
}

// doing is how many minutes an activity takes besides reading; per is for each
// card, pair, item or question of it.
var doing = map[lesson.Kind]struct{ once, per float64 }{
	lesson.KindScene: {0, 0.5}, lesson.KindQuiz: {0.5, 0}, lesson.KindSort: {0.5, 0.15}, lesson.KindOrder: {0.5, 0.2},
	lesson.KindMatch: {0.5, 0.3}, lesson.KindBuild: {2, 0}, lesson.KindQuestions: {0, 0.2}, lesson.KindTalk: {0.4, 1.2},
	lesson.KindVote: {1, 0}, lesson.KindInfo: {0.2, 0}, lesson.KindHelp: {0.5, 0}, lesson.KindLeave: {0.8, 0},
	lesson.KindPledge: {1, 0}, lesson.KindLetter: {0, 1.2}, lesson.KindSign: {0.5, 0}, lesson.KindEnd: {0.5, 0},
}

// rules is how many minutes the ground rules take; pedagogy.md 7 gives them one.
const rules = 1.0

// Words a minute.
const (
	youngerRate = 158
	olderRate   = 172
)

// MeasureOf measures a variant.
func MeasureOf(l *lesson.Lesson, a lesson.Age) Measure {
	m := measuring{lesson: l, age: a, seen: map[place]way{}}
	from := m.from(place{l.Start.For(a), ""})
	out := Measure{Paths: from.paths, Shortest: rules + from.least, Longest: rules + from.most}
	for id := range reach(l, a, nil) {
		s, _ := l.Step(id)
		out.Steps++
		out.Words += m.words(s)
		if scene, is := s.Activity.(lesson.Scene); is && len(scene.Choices) > 0 {
			out.Decisions++
		}
	}
	return out
}

type way struct{ paths, least, most float64 }

// place is a step with the flags that are set there, each between spaces and
// in order.
type place struct {
	step  lesson.StepID
	flags string
}

func (p place) has(flag string) bool { return slices.Contains(strings.Fields(p.flags), flag) }

// with is another step with a flag more.
func (p place) with(step lesson.StepID, flag string) place {
	if flag == "" || p.has(flag) {
		return place{step, p.flags}
	}
	all := append(strings.Fields(p.flags), flag)
	slices.Sort(all)
	return place{step, strings.Join(all, " ")}
}

type measuring struct {
	lesson *lesson.Lesson
	age    lesson.Age
	has    func(flag string) bool // nil: every condition holds
	seen   map[place]way
}

func (m measuring) shown(ages []lesson.Age, c lesson.Condition) bool {
	return in(ages, m.age) && (m.has == nil || c.Holds(m.has))
}

func (m measuring) from(at place) way {
	if w, known := m.seen[at]; known {
		return w
	}
	s, ok := m.lesson.Step(at.step)
	if !ok {
		return way{}
	}
	m.has = at.has
	here := m.minutes(s)
	if s.Activity.Kind() == lesson.KindEnd {
		return way{1, here, here}
	}
	out := way{least: math.Inf(1)}
	add := func(to place, told int) {
		next, extra := m.from(to), m.reading(told)
		out.paths += next.paths
		out.least, out.most = min(out.least, here+extra+next.least), max(out.most, here+extra+next.most)
	}
	chosen := 0
	if scene, is := s.Activity.(lesson.Scene); is {
		for _, c := range scene.Choices {
			if !m.shown(c.Ages, c.When) {
				continue
			}
			chosen++
			to := c.To.For(m.age)
			if to == "" {
				to = s.To.For(m.age)
			}
			after := at.with(to, c.Set)
			m.has = after.has
			add(after, m.lines(c.Then)+count(c.Notes.Person, c.Notes.Spread, c.Notes.Norm))
		}
	}
	if chosen == 0 {
		add(place{s.To.For(m.age), at.flags}, 0)
	}
	m.seen[at] = out
	return out
}

func in(ages []lesson.Age, a lesson.Age) bool { return len(ages) == 0 || ages[0] == a }

func (m measuring) reading(words int) float64 {
	if m.age == lesson.Older {
		return float64(words) / olderRate
	}
	return float64(words) / youngerRate
}

func (m measuring) lines(all []lesson.Line) int {
	n := 0
	for _, l := range all {
		if m.shown(l.Ages, l.When) {
			n += count(l.Text)
		}
	}
	return n
}

func count(texts ...string) int {
	n := 0
	for _, t := range texts {
		n += len(strings.Fields(t))
	}
	return n
}

// minutes is what a step takes without what comes of a choice.
func (m measuring) minutes(s lesson.Step) float64 {
	d := doing[s.Activity.Kind()]
	words, items := m.activity(s.Activity)
	return m.reading(words) + d.once + float64(items)*d.per
}

// words is all that a step has to read, whatever is chosen.
func (m measuring) words(s lesson.Step) int {
	n, _ := m.activity(s.Activity)
	if scene, is := s.Activity.(lesson.Scene); is {
		for _, c := range scene.Choices {
			if in(c.Ages, m.age) {
				n += m.lines(c.Then) + count(c.Notes.Person, c.Notes.Spread, c.Notes.Norm)
			}
		}
	}
	return n
}

// activity is the words of an activity and how many things there are to do.
func (m measuring) activity(a lesson.Activity) (words, items int) {
	switch a := a.(type) {
	case lesson.Scene:
		words = count(a.Title, a.When, a.CueAsk, a.Ask, a.Later)
		for _, b := range a.Beats {
			words += m.lines(b)
		}
		for _, c := range a.Cues {
			words += count(c.Says)
		}
		if a.Pause != nil {
			words += count(a.Pause.Ask)
			items++
			for _, p := range a.Pause.Answers {
				words += count(p.Say)
			}
		}
		for _, c := range a.Choices {
			if m.shown(c.Ages, c.When) {
				words += count(c.Say)
			}
		}
		if len(a.Choices) > 0 {
			items++
		}
	case lesson.Quiz:
		words = count(a.Ask, a.Scale.Because)
		for _, x := range a.Answers {
			words += count(x.Say, x.Because)
		}
	case lesson.Sort:
		words = count(a.Ask)
		for _, c := range a.Cards {
			if in(c.Ages, m.age) {
				words += count(c.Say, c.Because)
				items++
			}
		}
	case lesson.Order:
		words = count(a.Ask, a.Right)
		for _, t := range a.Tiles {
			if in(t.Ages, m.age) {
				words += count(t.Say)
				items++
			}
		}
	case lesson.Match:
		words = count(a.Ask)
		for _, p := range a.Pairs {
			if in(p.Ages, m.age) {
				words += count(p.Say, p.Answer, p.Because)
				items++
			}
		}
	case lesson.Build:
		words = count(a.Ask) + m.lines(a.Then)
		for _, b := range a.Blocks {
			if in(b.Ages, m.age) {
				words += count(b.Say)
			}
		}
	case lesson.Questions: // asked at the ends of a track only
	case lesson.Vote:
		words = count(append([]string{a.Ask, a.Own}, a.Answers...)...)
	case lesson.Pledge:
		words = count(append([]string{a.Title, a.Ask}, a.Lines...)...)
	case lesson.Letter:
		words = count(append([]string{a.Title, a.Beside.Title}, a.Beside.Text...)...)
		for _, p := range a.Parts {
			words += count(append([]string{p.Name, p.Ask}, p.Lines...)...)
			items++
		}
	case lesson.Sign:
		words = count(append([]string{a.Title}, a.Text...)...)
	case lesson.Info:
		words = count(append([]string{a.Title}, a.Text...)...)
	case lesson.Talk:
		words, items = count(append([]string{a.Title}, a.Questions...)...), len(a.Questions)
	case lesson.Leave:
		words = count(a.Title, a.Text, a.Character, a.Day)
	case lesson.Help:
		words = count(append([]string{a.Title}, a.Text...)...)
	case lesson.End:
		for _, x := range append(append([]lesson.Sentence(nil), a.Did...), a.Better...) {
			if m.shown(x.Ages, x.When) {
				words += count(x.Text)
			}
		}
	}
	return words, items
}

var measureRules = []Rule{
	{"minutes", "a teacher plans with the minutes that the lesson tells", minutes},
}

// How far the estimate may lie from what a lesson tells.
const (
	tooShort = 0.6
	tooLong  = 1.4
)

func minutes(c *Course) (out []Finding) {
	for _, l := range c.Lessons {
		for _, a := range lesson.Ages() {
			m, told := MeasureOf(l.Lesson, a), float64(l.Lesson.Minutes)
			if m.Shortest < told*tooShort || m.Longest > told*tooLong {
				f := l.place(l.Lesson.Start.For(a), "the paths for %s take about %d to %d minutes, and the lesson tells %d", string(a), int(m.Shortest+0.5), int(m.Longest+0.5), l.Lesson.Minutes)
				f.Severity = Warning
				out = append(out, f)
			}
		}
	}
	return out
}
