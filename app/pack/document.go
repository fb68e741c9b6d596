package pack

import (
	"errors"
	"io"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// Limits of one file (reference/reliability.md 7.3).
const (
	MaxLessonBytes = 1 << 20
	MaxDepth       = 32
	MaxNodes       = 5000
	MaxTextRunes   = 4000
)

// Document is one YAML file with the places of all it holds.
type Document struct {
	File  string
	Root  *yaml.Node
	lines []string
}

var yamlLine = regexp.MustCompile(`line (\d+): (.*)`)

// ReadDocument reads a YAML file within the limits. Anchors, aliases, tags and
// double keys are refused: an author needs none of them. The error is Problems.
func ReadDocument(fsys fs.FS, name, shown string) (*Document, error) {
	d := &Document{File: shown}
	f, err := fsys.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, Problems{d.whole("this file is missing")}
	}
	if err != nil {
		return nil, Problems{d.whole("this file cannot be read: %s", err)}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxLessonBytes+1))
	if err != nil {
		return nil, Problems{d.whole("this file cannot be read: %s", err)}
	}
	return parseDocument(data, shown)
}

func parseDocument(data []byte, shown string) (*Document, error) {
	d := &Document{File: shown}
	if len(data) > MaxLessonBytes {
		return nil, Problems{d.whole("this file is larger than 1 MiB")}
	}
	if !utf8.Valid(data) {
		return nil, Problems{d.whole("this file is not UTF-8; save it as UTF-8")}
	}
	d.lines = strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
			n, _ := strconv.Atoi(m[1])
			return nil, Problems{d.at(n, 1, "this is not readable as YAML: %s", m[2])}
		}
		return nil, Problems{d.whole("this is not readable as YAML: %s", err)}
	}
	if len(root.Content) == 0 {
		return nil, Problems{d.whole("this file is empty")}
	}
	d.Root = root.Content[0]
	n := 0
	if ps := d.check(d.Root, 1, &n); len(ps) > 0 {
		return nil, ps
	}
	return d, nil
}

func (d *Document) check(n *yaml.Node, depth int, count *int) Problems {
	*count++
	switch {
	case depth > MaxDepth:
		return Problems{d.on(n, "this is nested more than %d deep", MaxDepth)}
	case *count > MaxNodes:
		return Problems{d.on(n, "this file has more than %d values", MaxNodes)}
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		return Problems{d.on(n, "anchors (&) and aliases (*) are not used here; put the text in quotes if it begins with such a sign")}
	case strings.HasPrefix(n.Tag, "!") && !strings.HasPrefix(n.Tag, "!!"):
		return Problems{d.on(n, "tags (!) are not used here; put the text in quotes if it begins with such a sign")}
	}
	var ps Problems
	seen := map[string]int{}
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			if line, ok := seen[c.Value]; ok {
				ps = append(ps, d.on(c, "%q is already there on line %d", c.Value, line))
			}
			seen[c.Value] = c.Line
		}
		ps = append(ps, d.check(c, depth+1, count)...)
		if *count > MaxNodes {
			break
		}
	}
	return ps
}

func (d *Document) whole(message string, args ...any) Problem {
	return Problem{File: d.File, Message: message, Args: args}
}

func (d *Document) at(line, column int, message string, args ...any) Problem {
	return Problem{File: d.File, Line: line, Column: max(1, column), Source: d.line(line), Message: message, Args: args}
}

func (d *Document) on(n *yaml.Node, message string, args ...any) Problem {
	return d.at(n.Line, utf8Column(d.line(n.Line), n.Column), message, args...)
}

func (d *Document) line(n int) string {
	if n < 1 || n > len(d.lines) {
		return ""
	}
	return d.lines[n-1]
}

// utf8Column keeps a column inside its line; yaml counts characters already.
func utf8Column(line string, column int) int {
	return max(1, min(column, utf8.RuneCountInString(line)+1))
}

// Get is the value of a key of a mapping, nil if it is not there.
func Get(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// Each calls f for every key and value of a mapping, in order.
func Each(n *yaml.Node, f func(key, value *yaml.Node)) {
	if n == nil || n.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		f(n.Content[i], n.Content[i+1])
	}
}

// Str is the text of a scalar, empty for anything else.
func Str(n *yaml.Node) string {
	if n == nil || n.Kind != yaml.ScalarNode {
		return ""
	}
	return n.Value
}

// plain turns a node into the values that the schema speaks of.
func plain(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		Each(n, func(k, v *yaml.Node) { m[k.Value] = plain(v) })
		return m
	case yaml.SequenceNode:
		s := []any{}
		for _, c := range n.Content {
			s = append(s, plain(c))
		}
		return s
	}
	switch n.Tag {
	case "!!int":
		if i, err := strconv.Atoi(n.Value); err == nil {
			return i
		}
	case "!!float":
		if f, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return f
		}
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	case "!!null":
		return nil
	}
	return n.Value
}

// locate finds the node at the place that the schema names, and its key.
func locate(n *yaml.Node, path []string) *yaml.Node {
	for _, p := range path {
		switch n.Kind {
		case yaml.MappingNode:
			v := Get(n, p)
			if v == nil {
				return n
			}
			n = v
		case yaml.SequenceNode:
			i, err := strconv.Atoi(p)
			if err != nil || i < 0 || i >= len(n.Content) {
				return n
			}
			n = n.Content[i]
		}
	}
	return n
}

// yamlNode keeps the name of the library out of signatures of this package.
type yamlNode = yaml.Node

// Place is where the key at the end of a path of keys stands: line and column
// from 1, and the line itself.
func (d *Document) Place(path ...string) (line, column int, raw string) {
	n := d.Root
	key := n
	for _, p := range path {
		key = keyNode(n, p)
		if v := Get(n, p); v != nil {
			n = v
		}
	}
	return key.Line, key.Column, d.line(key.Line)
}
