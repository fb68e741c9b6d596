package pack

import (
	"go.yaml.in/yaml/v3"

	"vigie/app/i18n"
)

// Reader reads the texts of a document that is not a lesson, such as the
// directory, in one language.
type Reader struct{ d decoder }

// NewReader reads doc. catalogue is nil for the source language. fill gives
// the value of a placeholder and whether it is known.
func NewReader(doc *Document, lang string, catalogue *i18n.Catalogue, fill func(kind, key string) (string, bool)) *Reader {
	return &Reader{decoder{doc: doc, lang: lang, catalogue: catalogue, fill: fill, ids: map[string]int{}}}
}

// Text reads a text on one line; nil gives "".
func (r *Reader) Text(n *yaml.Node, use Use) string { return r.d.text(n, use) }

// Paragraphs reads a block in which every line is a text; nil gives none.
func (r *Reader) Paragraphs(n *yaml.Node, use Use) []string { return r.d.paragraphs(n, use) }

// Fail notes a problem at a node; n nil means the whole file.
func (r *Reader) Fail(n *yaml.Node, message string, args ...any) {
	if n == nil {
		r.d.fail(r.d.doc.whole(message, args...))
		return
	}
	r.d.fail(r.d.doc.on(n, message, args...))
}

// Texts are the texts read so far.
func (r *Reader) Texts() []Text { return r.d.texts }

// Err is the problems found so far, nil if there are none.
func (r *Reader) Err() error {
	if len(r.d.problems) > 0 {
		return r.d.problems
	}
	return nil
}
