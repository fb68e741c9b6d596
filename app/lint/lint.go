// Package lint holds the content rules: what no text of a pack may say and
// what every lesson must have, so that nobody is hurt, blamed or frightened.
//
//	findings, err := lint.Check(pack.Course())
//
// One small function a rule, each with an id and a reason. The ids R1 to R17
// and the wording rules are those of reference/pedagogy.md 2.3 and 2.4. A pack
// that does not load has no findings but pack.Problems; the package judges
// only what could be shown.
package lint

import (
	"cmp"
	"slices"

	"vigie/app/directory"
	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
)

// Severity says whether a finding stops a release.
type Severity string

// The severities.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Finding is one place that breaks a rule.
type Finding struct {
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	File     string   `json:"file"`
	Line     int      `json:"line"`   // from 1
	Column   int      `json:"column"` // from 1, in characters
	Language string   `json:"language"`
	Source   string   `json:"source"` // the line as it stands
	Message  string   `json:"-"`      // message id of the catalogues
	Args     []any    `json:"-"`
	Instead  string   `json:"-"` // what to write instead, a message id
}

// Rule is one content rule.
type Rule struct {
	ID     string
	Reason string // why, as a message id
	Check  func(*Course) []Finding
}

// Course is a pack as the rules see it.
type Course struct {
	Lessons []Lesson
	Booster string                      // folder of the follow-up, empty for none
	Guides  map[string]*pack.LoadedPage // by the folder of the lesson
	Common  *pack.LoadedPage            // what holds for all of them, nil for none
	Texts   []Text                      // every text of the pack in every language
	Files   []string
	Law     []lesson.Law
	Dials   map[string]string // id of a door → what is dialled
}

// Lesson is a lesson in the source language with its places.
type Lesson struct {
	*pack.Loaded
}

// Text is a text in one language.
type Text struct {
	pack.Text
	Language string
	Lesson   string // folder of the lesson, empty for facts and directory
}

// Rules lists all rules in the order they are run.
func Rules() []Rule {
	return slices.Concat(translationRules, graphRules, structureRules, frameRules, guideRules, measureRules, contentRules, readingRules, wordingRules)
}

// Check holds a pack against all rules. The error is pack.Problems.
func Check(src pack.Source) ([]Finding, error) {
	c, err := Load(src)
	if err != nil {
		return nil, err
	}
	var out []Finding
	for _, r := range Rules() {
		for _, f := range r.Check(c) {
			f.Rule = r.ID
			if f.Severity == "" {
				f.Severity = Error
			}
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return out, nil
}

// Load reads a pack in all languages. The error is pack.Problems.
func Load(src pack.Source) (*Course, error) {
	c := &Course{Dials: map[string]string{}, Guides: map[string]*pack.LoadedPage{}}
	for _, lang := range append([]string{i18n.Source}, others()...) {
		d, err := directory.Load(src, directory.Country, lang)
		if err != nil {
			return nil, err
		}
		p, err := pack.Open(src, pack.Options{Door: d.Dial})
		if err != nil {
			return nil, err
		}
		c.Booster = p.Booster
		for _, dir := range p.All() {
			l, err := p.Load(dir, lang)
			if err != nil {
				return nil, err
			}
			if lang == i18n.Source {
				c.Lessons = append(c.Lessons, Lesson{l})
				guide, err := p.Guide(dir, lang)
				if err != nil {
					return nil, err
				}
				c.Guides[dir] = guide
			}
			c.add(lang, dir, l.Texts)
		}
		pages, err := p.PageTexts(lang)
		if err != nil {
			return nil, err
		}
		for _, dir := range p.All() {
			c.add(lang, "", pages[dir])
		}
		c.add(lang, "", pages[""])
		_, facts, err := p.Facts(lang)
		if err != nil {
			return nil, err
		}
		c.add(lang, "", facts)
		_, items, err := p.Items(lang)
		if err != nil {
			return nil, err
		}
		c.add(lang, "", items)
		law, texts, err := p.Law(lang)
		if err != nil {
			return nil, err
		}
		c.add(lang, "", texts)
		c.Law = law
		c.add(lang, "", d.Texts())
		if lang == i18n.Source {
			if c.Common, err = p.Page(pack.CommonGuide, lang); err != nil {
				return nil, err
			}
			for _, door := range slices.Concat(d.First(), d.Danger(), d.More()) {
				c.Dials[door.ID] = door.Label()
			}
			if c.Files, err = src.Files(); err != nil {
				return nil, err
			}
		}
	}
	return c, nil
}

func others() []string {
	return slices.DeleteFunc(i18n.Languages(), func(l string) bool { return l == i18n.Source })
}

func (c *Course) add(lang, dir string, texts []pack.Text) {
	for _, t := range texts {
		c.Texts = append(c.Texts, Text{Text: t, Language: lang, Lesson: dir})
	}
}

// finding is a finding at a text; at is where in Words it begins, in bytes.
func (t Text) finding(at int, message string, args ...any) Finding {
	f := Finding{File: t.File, Line: t.Line, Column: t.Column + len([]rune(t.Source[:min(at, len(t.Source))])), Source: t.Raw, Language: t.Language, Message: message, Args: args}
	if t.State == i18n.Translated {
		// a PO line begins with msgstr " and may be folded; the column is the word's place on the first line
		f.File, f.Line, f.Source, f.Column = t.InFile, t.InLine, t.InRaw, 1
		if i := indexRunes(t.InRaw, t.Words, at); i > 0 {
			f.Column = i
		}
	}
	return f
}

// indexRunes finds the column in raw of what begins at byte at of words.
func indexRunes(raw, words string, at int) int {
	const head = `msgstr "`
	n := len([]rune(words[:min(at, len(words))]))
	if col := len(head) + n + 1; col <= len([]rune(raw)) {
		return col
	}
	return 0
}

// step finds the place of a step in its file.
func (l Lesson) place(id lesson.StepID, message string, args ...any) Finding {
	line, column, raw := l.Document.Place("steps", string(id))
	return Finding{File: l.Document.File, Line: line, Column: column, Source: raw, Language: i18n.Source, Message: message, Args: args}
}
