package pack

import (
	"errors"
	"io/fs"

	"vigie/app/lesson"
)

// LawCountry is the country whose law a pack tells.
const LawCountry = "be"

// Law reads the sentences on the law in a language, in the order of the file,
// with their texts for tools. A pack without law/be.yaml has none. The error
// is Problems.
func (p *Pack) Law(lang string) ([]lesson.Law, []Text, error) {
	const name = "law/" + LawCountry + ".yaml"
	if _, err := fs.Stat(p.src.Lessons, name); errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	doc, err := ReadDocument(p.src.Lessons, name, "lessons/"+name)
	if err != nil {
		return nil, nil, err
	}
	c, err := p.catalogue("law", lang)
	if err != nil {
		return nil, nil, err
	}
	r := NewReader(doc, lang, c, p.filler(nil, nil))
	var out []lesson.Law
	Each(Get(doc.Root, "sentences"), func(k, v *yamlNode) {
		s := lesson.Law{ID: k.Value, Say: r.Text(Get(v, "say"), UseLaw), Basis: Str(Get(v, "basis")), CheckedOn: Str(Get(v, "checked_on")), CheckedBy: Str(Get(v, "checked_by"))}
		for _, key := range []string{"say", "basis", "confidence", "checked_on", "checked_by"} {
			if Get(v, key) == nil {
				r.Fail(k, "expected %s here", quoted([]string{key}))
			}
		}
		if (s.CheckedBy == "") != (s.CheckedOn == "") {
			r.Fail(k, "who checked a sentence on the law, and when, stand together or not at all")
		}
		out = append(out, s)
	})
	return out, r.Texts(), r.Err()
}
