package pack

import (
	"fmt"
	"strings"

	"vigie/app/i18n"
)

// Problem is something that an author has to mend, with its place.
type Problem struct {
	File    string // path inside the pack
	Line    int    // from 1; 0 when the whole file is meant
	Column  int    // from 1, in characters
	Source  string // the line as it stands
	Message string // what was expected, as a message id of the catalogues
	Args    []any
}

// Error is the problem in English, without the caret.
func (p Problem) Error() string { return p.place() + i18n.Words{}.T(p.Message, p.Args...) }

// Text is the problem in the author's language, with the line and a caret.
func (p Problem) Text(w i18n.Words) string {
	s := p.place() + w.T(p.Message, p.Args...)
	if p.Line == 0 {
		return s
	}
	return s + "\n" + Caret(p.Source, p.Column)
}

func (p Problem) place() string {
	if p.Line == 0 {
		return p.File + ": "
	}
	return fmt.Sprintf("%s:%d:%d: ", p.File, p.Line, p.Column)
}

// Caret draws the line with a caret below the given column. A long line is
// cut around it.
func Caret(line string, column int) string {
	r := []rune(strings.ReplaceAll(line, "\t", " "))
	at := max(0, min(column-1, len(r)))
	const before, width = 60, 100
	if from := at - before; from > 0 {
		r = append([]rune("… "), r[from:]...)
		at = before + 2
	}
	if len(r) > width {
		r = append(r[:width:width], []rune(" …")...)
	}
	return "    " + string(r) + "\n    " + strings.Repeat(" ", at) + "^"
}

// Problems are all problems of a pack; a pack with any is not loaded at all.
type Problems []Problem

// Error is all problems in English, one a line.
func (ps Problems) Error() string { return ps.join(Problem.Error) }

// Text is all problems in the author's language.
func (ps Problems) Text(w i18n.Words) string {
	return ps.join(func(p Problem) string { return p.Text(w) })
}

func (ps Problems) join(say func(Problem) string) string {
	var out []string
	for _, p := range ps {
		out = append(out, say(p))
	}
	return strings.Join(out, "\n")
}
