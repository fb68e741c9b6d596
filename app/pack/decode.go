package pack

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"vigie/app/i18n"
	"vigie/app/lesson"
)

// decoder turns one document into values in one language.
type decoder struct {
	doc       *Document
	lang      string
	catalogue *i18n.Catalogue // nil for the source language
	fill      func(kind, key string) (string, bool)
	facts     map[string]lesson.Fact
	items     map[string]lesson.Item
	law       []lesson.Law
	cast      map[lesson.CharacterID]lesson.Character
	step      lesson.StepID
	simple    bool // easier words where there are some
	easier    bool // there are some
	ids       map[string]int
	texts     []Text
	problems  Problems
}

// kinds maps the key that names a kind to its reader. A new kind is one line
// here and one file beside this one.
var kinds = []struct {
	key  lesson.Kind
	read func(*decoder, *yaml.Node) lesson.Activity
}{
	{lesson.KindScene, (*decoder).scene},
	{lesson.KindQuiz, (*decoder).quiz},
	{lesson.KindSort, (*decoder).sort},
	{lesson.KindOrder, (*decoder).order},
	{lesson.KindMatch, (*decoder).match},
	{lesson.KindBuild, (*decoder).build},
	{lesson.KindQuestions, (*decoder).questions},
	{lesson.KindVote, (*decoder).vote},
	{lesson.KindPledge, (*decoder).pledge},
	{lesson.KindLetter, (*decoder).letter},
	{lesson.KindSign, (*decoder).sign},
	{lesson.KindInfo, (*decoder).info},
	{lesson.KindTalk, (*decoder).talk},
	{lesson.KindLeave, (*decoder).leave},
	{lesson.KindHelp, (*decoder).help},
	{lesson.KindEnd, (*decoder).end},
}

func (d *decoder) fail(p Problem) { d.problems = append(d.problems, p) }

// lesson reads a whole lesson; the document has passed the schema.
func (d *decoder) lesson(packID string) *lesson.Lesson {
	r := d.doc.Root
	l := &lesson.Lesson{
		Pack: packID, ID: Str(Get(r, "lesson")), Version: number(Get(r, "version")), Language: d.lang,
		Title: d.text(Get(r, "title"), UseTitle), About: d.text(Get(r, "about"), UseNote),
		Minutes: number(Get(r, "minutes")), BystanderStep: Str(Get(r, "bystander_step")),
		Witness: d.part(Get(r, "witness")), Person: d.part(Get(r, "person")), Start: byAge(Get(r, "start")), Cast: d.cast,
	}
	Each(Get(r, "steps"), func(k, v *yaml.Node) {
		d.step = lesson.StepID(k.Value)
		s := lesson.Step{ID: d.step, Ages: ages(Get(v, "ages")), To: byAge(Get(v, "to"))}
		if len(s.Ages) == 0 {
			s.Ages = lesson.Ages()
		}
		for _, kind := range kinds {
			if Get(v, string(kind.key)) != nil && s.Activity == nil && (kind.key != lesson.KindQuestions || Get(v, "talk") == nil) {
				s.Activity = kind.read(d, v)
			}
		}
		l.Steps = append(l.Steps, s)
	})
	d.links(l)
	l.Easier = d.easier
	return l
}

// links checks that every target exists in every variant that leads to it.
func (d *decoder) links(l *lesson.Lesson) {
	check := func(n *yaml.Node, to lesson.ByAge, in []lesson.Age) {
		for _, a := range in {
			id := to.For(a)
			if id == "" {
				continue
			}
			if s, ok := l.Step(id); !ok {
				d.fail(d.doc.on(n, "there is no step %q", id))
				return
			} else if !s.In(a) {
				d.fail(d.doc.on(n, "step %q is not there for %s", id, a))
			}
		}
	}
	check(Get(d.doc.Root, "start"), l.Start, lesson.Ages())
	for _, s := range l.Steps {
		n := Get(Get(d.doc.Root, "steps"), string(s.ID))
		check(Get(n, "to"), s.To, s.Ages)
		if spare := Get(n, "spare"); spare != nil {
			check(spare, byAge(spare), s.Ages)
		}
		if c := Get(n, "choices"); c != nil {
			for _, choice := range c.Content {
				check(Get(choice, "to"), byAge(Get(choice, "to")), s.Ages)
			}
		}
	}
}

func number(n *yaml.Node) int {
	i, _ := strconv.Atoi(Str(n))
	return i
}

func ages(n *yaml.Node) []lesson.Age {
	if a := lesson.Age(Str(n)); a.Valid() {
		return []lesson.Age{a}
	}
	return nil
}

// byAge reads a target: one id for both variants, or one for each.
func byAge(n *yaml.Node) lesson.ByAge {
	if n != nil && n.Kind == yaml.MappingNode {
		return lesson.ByAge{
			Younger: lesson.StepID(Str(Get(n, string(lesson.Younger)))),
			Older:   lesson.StepID(Str(Get(n, string(lesson.Older)))),
		}
	}
	id := lesson.StepID(Str(n))
	return lesson.ByAge{Younger: id, Older: id}
}

func condition(n *yaml.Node) lesson.Condition {
	return lesson.Condition{If: Str(Get(n, "if")), Unless: Str(Get(n, "unless"))}
}

// part reads who has a part: one character, or one for each variant.
func (d *decoder) part(n *yaml.Node) lesson.CastByAge {
	if n != nil && n.Kind == yaml.MappingNode {
		return lesson.CastByAge{Younger: d.character(Get(n, string(lesson.Younger))), Older: d.character(Get(n, string(lesson.Older)))}
	}
	id := d.character(n)
	return lesson.CastByAge{Younger: id, Older: id}
}

// character reads the id of a character and checks that the cast has it.
func (d *decoder) character(n *yaml.Node) lesson.CharacterID {
	id := lesson.CharacterID(Str(n))
	if _, ok := d.cast[id]; n != nil && !ok {
		d.fail(d.doc.on(n, "there is no character %q in cast.yaml", id))
	}
	return id
}

// kindNames are the keys that name a kind.
func kindNames() string {
	var names []string
	for _, k := range kinds {
		names = append(names, string(k.key))
	}
	return strings.Join(names, ", ")
}
