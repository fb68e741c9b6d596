package pack

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"vigie/app/i18n"
	"vigie/app/lesson"
)

// Use says what a text is for; the content rules differ by it.
type Use string

// The uses of a text.
const (
	UseTitle     Use = "title"
	UseNote      Use = "note" // the neutral note, time and place
	UseLine      Use = "line" // a character's words in a chat
	UseThought   Use = "thought"
	UseNarration Use = "narration"
	UseAsk       Use = "ask"
	UseAnswer    Use = "answer"
	UseFeedback  Use = "feedback" // what is said to an answer or a choice
	UseChoice    Use = "choice"
	UseCue       Use = "cue"
	UseCard      Use = "card"   // a sentence to sort, order, match or say
	UseExcuse    Use = "excuse" // an excuse, or words that do not help, shown to be answered
	UseItem      Use = "item"   // a before and after item
	UseParagraph Use = "paragraph"
	UseStory     Use = "story"
	UseEnding    Use = "ending"
	UseHelp      Use = "help" // the directory and everything on the help sheet
	UseFact      Use = "fact"
	UseLaw       Use = "law"
	UseTeacher   Use = "teacher" // guides and pages for teachers
)

// Text is one text that is translated.
type Text struct {
	ID      string // written by vigie-kit fmt; empty before
	Source  string // English, without id and marks
	Use     Use
	File    string
	Line    int
	Column  int // where the words begin
	Raw     string
	Step    lesson.StepID
	Speaker lesson.CharacterID
	Harmful bool   // marked as hurtful and answered in the same scene
	Words   string // in the language loaded, placeholders unfilled
	State   i18n.State
	InFile  string // where Words stand, if they are translated
	InLine  int
	InRaw   string
	insert  int // rune column of Raw at which an id is written
	bare    int // rune column at which the words begin without quotes inside { }, else -1
}

const idLength = 5

// cutID takes the id, written {#k3f9x}, off the end of a text.
func cutID(s string) (text, id string) {
	s = strings.TrimRight(s, " ")
	at := len(s) - idLength - len("{#}")
	if at < 0 || s[at:at+2] != "{#" || s[len(s)-1] != '}' {
		return s, ""
	}
	id = s[at+2 : len(s)-1]
	if strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
		return s, ""
	}
	return strings.TrimRight(s[:at], " "), id
}

// text reads a text on one line, or one with easier words beside it:
// {text: "…", simple: "…"}.
func (d *decoder) text(n *yaml.Node, use Use) string {
	if n == nil {
		return ""
	}
	if n.Kind == yaml.MappingNode {
		for _, key := range []string{"text", "simple"} {
			if Get(n, key) == nil {
				d.fail(d.doc.on(n, "expected %s here", quoted([]string{key})))
				return ""
			}
		}
		return d.easy(d.text(Get(n, "text"), use), func() string { return d.text(Get(n, "simple"), use) })
	}
	if n.Kind != yaml.ScalarNode {
		d.fail(d.doc.on(n, "expected a text here"))
		return ""
	}
	raw := d.doc.line(n.Line)
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 || strings.Contains(n.Value, "\n") || !onOneLine(n, raw) {
		d.fail(d.doc.on(n, "this text must stand on one line"))
		return ""
	}
	words, id := cutID(n.Value)
	t := Text{ID: id, Source: words, Use: use, Line: n.Line, Column: n.Column, Raw: raw, insert: scalarEnd(n, raw), bare: -1}
	if rest := strings.TrimSpace(string([]rune(raw)[t.insert:])); n.Style == 0 && rest != "" && strings.ContainsRune(",}]", rune(rest[0])) {
		t.bare = n.Column - 1
	}
	return d.localise(t)
}

// easy gives the easier words of a text if they are wanted. Both are read, so
// that both are translated and checked.
func (d *decoder) easy(words string, simple func() string) string {
	d.easier = true
	if easier := simple(); d.simple {
		return easier
	}
	return words
}

// scalarEnd is the rune column at which the words of a one-line scalar end.
func scalarEnd(n *yaml.Node, raw string) int {
	r := []rune(raw)
	from := n.Column - 1
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		for i := from + 1; i < len(r); i++ {
			if r[i] == '\\' {
				i++
			} else if r[i] == '"' {
				return i
			}
		}
	case n.Style&yaml.SingleQuotedStyle != 0:
		for i := from + 1; i < len(r); i++ {
			if r[i] == '\'' {
				if i+1 < len(r) && r[i+1] == '\'' {
					i++
					continue
				}
				return i
			}
		}
	default:
		if end := from + utf8.RuneCountInString(n.Value); end <= len(r) && string(r[from:end]) == n.Value {
			return end
		}
	}
	return -1
}

func onOneLine(n *yaml.Node, raw string) bool { return scalarEnd(n, raw) >= 0 }

// simpleMark begins a line of a block that says the line above in easier words.
const simpleMark = "~"

// blockLine is a line of a block and where it stands, and the line with easier
// words that follows it, if there is one.
type blockLine struct {
	text   string
	at     int
	simple string
}

// words are those of the line, or easier ones if they are wanted.
func (d *decoder) words(l blockLine, words string, t Text) string {
	if l.simple == "" {
		return words
	}
	return d.easy(words, func() string { return d.lineText(l.simple, l.at+1, t) })
}

// block reads a literal block in which every line is a text of its own, and
// gives each non-empty line with its place to f; an empty line gives "".
func (d *decoder) block(n *yaml.Node, f func(l blockLine)) {
	if n == nil {
		return
	}
	if n.Kind != yaml.ScalarNode || n.Style&yaml.LiteralStyle == 0 {
		d.fail(d.doc.on(n, "expected a block here: a | and the lines below it"))
		return
	}
	lines := strings.Split(strings.TrimRight(n.Value, "\n"), "\n")
	for i, line := range lines {
		l := blockLine{text: strings.TrimSpace(line), at: n.Line + 1 + i}
		if strings.HasPrefix(l.text, simpleMark) {
			if i == 0 || strings.TrimSpace(lines[i-1]) == "" || strings.HasPrefix(strings.TrimSpace(lines[i-1]), simpleMark) {
				d.fail(d.doc.at(l.at, 1, "a line with ~ says the line above it in easier words, and there is none"))
			}
			continue
		}
		if i+1 < len(lines) {
			if next, is := strings.CutPrefix(strings.TrimSpace(lines[i+1]), simpleMark); is {
				l.simple = strings.TrimSpace(next)
			}
		}
		f(l)
	}
}

// paragraphs reads a block of texts.
func (d *decoder) paragraphs(n *yaml.Node, use Use) []string {
	var out []string
	d.block(n, func(l blockLine) {
		if l.text != "" {
			t := Text{Use: use}
			out = append(out, d.words(l, d.lineText(l.text, l.at, t), t))
		}
	})
	return out
}

// lineText reads the text of one line of a block; words is the end part of
// the raw line.
func (d *decoder) lineText(words string, at int, t Text) string {
	raw := d.doc.line(at)
	end := utf8.RuneCountInString(strings.TrimRight(raw, " "))
	t.Column = end - utf8.RuneCountInString(words) + 1
	t.Source, t.ID = cutID(words)
	t.Line, t.Raw, t.insert, t.bare = at, raw, end, -1
	return d.localise(t)
}

// localise collects a text and gives its words in the language being loaded,
// with every placeholder filled.
func (d *decoder) localise(t Text) string {
	t.File, t.Step = d.doc.File, d.step
	if utf8.RuneCountInString(t.Source) > MaxTextRunes {
		d.fail(d.doc.at(t.Line, t.Column, "this text is longer than %d signs", MaxTextRunes))
	}
	if old, ok := d.ids[t.ID]; ok && t.ID != "" {
		d.fail(d.doc.at(t.Line, t.Column, "the id %q is already used on line %d; take it away and run vigie-kit fmt", t.ID, old))
	}
	d.ids[t.ID] = t.Line
	t.Words = t.Source
	if d.catalogue != nil {
		t.Words, t.State = d.catalogue.Lookup(t.ID, t.Source)
		t.InFile = d.catalogue.File
		t.InLine, t.InRaw = d.catalogue.Place(t.ID)
	}
	d.texts = append(d.texts, t)
	return i18n.Fill(d.lang, t.Words, func(kind, key string) (string, bool) {
		v, ok := d.fill(kind, key)
		if !ok {
			d.fail(d.doc.at(t.Line, t.Column, "%s is not known", braces(kind, key)))
		}
		return v, ok
	})
}

func braces(kind, key string) string {
	if kind == "" {
		return "{" + key + "}"
	}
	return "{" + kind + ":" + key + "}"
}
