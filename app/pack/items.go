package pack

import (
	"errors"
	"io/fs"

	"vigie/app/lesson"
)

// Items reads the before and after items in a language, with their texts for
// tools. A pack without questions.yaml has none. The error is Problems.
func (p *Pack) Items(lang string) (map[string]lesson.Item, []Text, error) {
	const name = "questions.yaml"
	if _, err := fs.Stat(p.src.Lessons, name); errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	doc, err := ReadDocument(p.src.Lessons, name, "lessons/"+name)
	if err != nil {
		return nil, nil, err
	}
	c, err := p.catalogue("questions", lang)
	if err != nil {
		return nil, nil, err
	}
	r := NewReader(doc, lang, c, p.filler(nil, nil))
	out := map[string]lesson.Item{}
	Each(Get(doc.Root, "items"), func(k, v *yamlNode) {
		item := lesson.Item{ID: k.Value, Say: r.Text(Get(v, "say"), UseItem), Sensitive: Str(Get(v, "sensitive")) == "true", Because: r.Text(Get(v, "because"), UseFeedback)}
		if item.Say == "" {
			r.Fail(k, "expected %s here", quoted([]string{"say"}))
		}
		if answers := Get(v, "answers"); answers != nil {
			for _, a := range answers.Content {
				item.Answers = append(item.Answers, r.Text(a, UseAnswer))
			}
			item.Right = number(Get(v, "right")) - 1
			if item.Right < 0 || item.Right >= len(item.Answers) || item.Because == "" {
				r.Fail(k, "a knowledge check has \"right: N\", the place of the fitting answer from 1, and \"because\"")
			}
		}
		out[item.ID] = item
	})
	return out, r.Texts(), r.Err()
}
