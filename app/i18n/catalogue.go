package i18n

import (
	"fmt"
	"strings"
)

// Limits of a catalogue (reference/reliability.md 7.3).
const (
	MaxCatalogueBytes = 2 << 20
	MaxEntries        = 10_000
)

// State says what a catalogue knows of a text.
type State int

// The states. Only Translated gives words of the catalogue.
const (
	Missing    State = iota // no entry, or an empty one
	Stale                   // the source has changed since it was translated
	Translated              // as it should be
)

// Catalogue is one PO file: the words of one language.
type Catalogue struct {
	File  string // path inside the pack, for messages
	byCtx map[string]Entry
	order []Entry
	lines []string
}

// Entry is one message of a PO file.
type Entry struct {
	Context string // msgctxt: the id of a lesson text; empty for the program's own words
	Source  string // msgid
	Plural  string // msgid_plural, may be empty
	Words   string // msgstr, or msgstr[0]
	Line    int    // line of the msgid, from 1
	At      int    // line of the msgstr, from 1
}

// SyntaxError is a line of a PO file that cannot be read.
type SyntaxError struct {
	Line   int
	Column int
	Reason string // key of the message, in English
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Reason) }

// Parse reads a PO file. It returns a *SyntaxError for a line it cannot read
// and for a file beyond the limits.
func Parse(data []byte) (*Catalogue, error) {
	if len(data) > MaxCatalogueBytes {
		return nil, &SyntaxError{1, 1, "the catalogue is larger than 2 MiB"}
	}
	entries, err := scan(string(data))
	if err != nil {
		return nil, err
	}
	c := &Catalogue{byCtx: map[string]Entry{}, order: entries, lines: strings.Split(string(data), "\n")}
	for _, e := range entries {
		if e.Context == "" {
			continue
		}
		if old, ok := c.byCtx[e.Context]; ok {
			return nil, &SyntaxError{e.Line, 1, fmt.Sprintf("the id %q is already used on line %d", e.Context, old.Line)}
		}
		c.byCtx[e.Context] = e
	}
	return c, nil
}

// Entries are all messages in the order of the file, without the header.
func (c *Catalogue) Entries() []Entry { return c.order }

// Lookup gives the words for the text with that id and source. When the state
// is not Translated it gives the source.
func (c *Catalogue) Lookup(id, source string) (string, State) {
	e, ok := c.byCtx[id]
	switch {
	case !ok || e.Words == "":
		return source, Missing
	case e.Source != source:
		return source, Stale
	}
	return e.Words, Translated
}

// Place is where the words of a text id stand: the line, from 1, and the line
// itself. The line is 0 if the id is not there.
func (c *Catalogue) Place(id string) (line int, raw string) {
	e, ok := c.byCtx[id]
	if !ok {
		return 0, ""
	}
	return e.At, strings.TrimRight(c.lines[e.At-1], "\r")
}

// field is the part of a message that a PO line belongs to.
type field int

const (
	none field = iota
	context
	source
	plural
	words
	moreWords
)

var keywords = []struct {
	word string
	is   field
}{{"msgctxt ", context}, {"msgid_plural ", plural}, {"msgid ", source}, {"msgstr[0] ", words}, {"msgstr[", moreWords}, {"msgstr ", words}}

// scan reads the messages with their lines, which gotext does not tell, and
// refuses what gotext would silently leave out.
func scan(text string) ([]Entry, error) {
	var out []Entry
	var e Entry
	var at field
	flush := func() {
		if at >= words && (e.Source != "" || e.Context != "") {
			out = append(out, e)
		}
		e, at = Entry{}, none
	}
	for i, raw := range strings.Split(text, "\n") {
		line := strings.TrimSpace(strings.TrimPrefix(raw, "\ufeff"))
		if line == "" || line[0] == '#' {
			continue
		}
		rest := line
		for _, k := range keywords {
			if !strings.HasPrefix(line, k.word) {
				continue
			}
			if k.is == context || k.is == source && at != context {
				flush()
			}
			if k.is == source {
				e.Line = i + 1
			}
			if k.is == words {
				e.At = i + 1
			}
			at = k.is
			rest = line[strings.IndexByte(line, ' ')+1:]
			break
		}
		s, ok := unquote(rest)
		if !ok || at == none {
			return nil, &SyntaxError{i + 1, 1 + strings.Index(raw, line), "expected a comment, msgctxt, msgid, msgstr or a text in double quotes"}
		}
		switch at {
		case context:
			e.Context += s
		case source:
			e.Source += s
		case plural:
			e.Plural += s
		case words:
			e.Words += s
		}
		if len(out) > MaxEntries {
			return nil, &SyntaxError{i + 1, 1, "the catalogue has more than 10000 messages"}
		}
	}
	flush()
	return out, nil
}

func unquote(s string) (string, bool) {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return "", false
	}
	var b strings.Builder
	in := s[1 : len(s)-1]
	for i := 0; i < len(in); i++ {
		switch c := in[i]; {
		case c == '"':
			return "", false
		case c != '\\':
			b.WriteByte(c)
		case i+1 == len(in):
			return "", false
		default:
			i++
			switch in[i] {
			case 'n':
				b.WriteByte('\n')
			case 't':
				b.WriteByte('\t')
			case '"', '\\':
				b.WriteByte(in[i])
			default:
				return "", false
			}
		}
	}
	return b.String(), true
}
