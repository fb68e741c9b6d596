package pack

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"sort"
	"strings"
)

// AddIDs writes an id at the end of every text that has none, and changes
// nothing else: comments, order and spacing stay. Ids that are there stay, so
// it does nothing the second time. texts are those of the document.
func AddIDs(doc *Document, texts []Text) []byte {
	used := map[string]bool{}
	for _, t := range texts {
		used[t.ID] = true
	}
	type insertion struct {
		line, from, at int // from is -1, or where words without quotes begin
		id             string
	}
	var insertions []insertion
	for _, t := range texts {
		if t.ID != "" || t.insert < 0 {
			continue
		}
		id := newID(string(t.Step), t.Source, used)
		insertions = append(insertions, insertion{t.Line, t.bare, t.insert, " {#" + id + "}"})
	}
	sort.SliceStable(insertions, func(i, j int) bool {
		if insertions[i].line != insertions[j].line {
			return insertions[i].line < insertions[j].line
		}
		return insertions[i].at > insertions[j].at
	})
	lines := append([]string(nil), doc.lines...)
	for _, in := range insertions {
		r := []rune(lines[in.line-1])
		if in.from < 0 {
			lines[in.line-1] = string(r[:in.at]) + in.id + string(r[in.at:])
			continue
		}
		lines[in.line-1] = string(r[:in.from]) + quote(string(r[in.from:in.at])+in.id) + string(r[in.at:])
	}
	return []byte(strings.Join(lines, "\n"))
}

// quote writes words that stood without quotes inside { } as a quoted scalar,
// because the id ends in a brace.
func quote(words string) string {
	if !strings.ContainsAny(words, `"\`) {
		return `"` + words + `"`
	}
	return "'" + strings.ReplaceAll(words, "'", "''") + "'"
}

var idAlphabet = base32.NewEncoding("abcdefghijkmnpqrstuvwxyz23456789").WithPadding(base32.NoPadding)

// newID makes a short id that is free in the file. It comes from the place
// and the first words, so that two people who run fmt get the same one.
func newID(step, source string, used map[string]bool) string {
	for n := 0; ; n++ {
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%d", step, source, n))
		if id := idAlphabet.EncodeToString(sum[:])[:idLength]; !used[id] {
			used[id] = true
			return id
		}
	}
}
