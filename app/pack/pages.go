package pack

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"vigie/app/lesson"
)

func (d *decoder) info(n *yaml.Node) lesson.Activity {
	i := lesson.Info{Title: d.text(Get(n, "info"), UseTitle), Text: d.paragraphs(Get(n, "text"), UseParagraph), Facts: d.figures(Get(n, "facts"))}
	if law := Get(n, "law"); law != nil {
		for _, id := range law.Content {
			at := slices.IndexFunc(d.law, func(s lesson.Law) bool { return s.ID == id.Value })
			if at < 0 {
				d.fail(d.doc.on(id, "there is no sentence %q in law/%s.yaml", id.Value, LawCountry))
				continue
			}
			if d.law[at].Reviewed() {
				i.Law = append(i.Law, d.law[at])
			}
		}
	}
	return i
}

func (d *decoder) talk(n *yaml.Node) lesson.Activity {
	return lesson.Talk{
		Title:     d.text(Get(n, "talk"), UseTitle),
		Questions: d.paragraphs(Get(n, "questions"), UseAsk),
		Story:     d.text(Get(n, "story"), UseStory),
	}
}

func (d *decoder) leave(n *yaml.Node) lesson.Activity {
	return lesson.Leave{
		Title: d.text(Get(n, "leave-role"), UseTitle), Text: d.text(Get(n, "text"), UseParagraph),
		Character: d.text(Get(n, "character"), UseAsk), Day: d.text(Get(n, "day"), UseAsk),
	}
}

func (d *decoder) help(n *yaml.Node) lesson.Activity {
	return lesson.Help{Title: d.text(Get(n, "help"), UseTitle), Text: d.paragraphs(Get(n, "text"), UseHelp)}
}

func (d *decoder) end(n *yaml.Node) lesson.Activity {
	return lesson.End{
		Title: d.text(Get(n, "end"), UseTitle), Spare: byAge(Get(n, "spare")), Offer: d.text(Get(n, "offer"), UseChoice),
		Did: d.sentences(Get(n, "did")), Better: d.sentences(Get(n, "better")),
	}
}

func (d *decoder) sentences(n *yaml.Node) []lesson.Sentence {
	var out []lesson.Sentence
	for _, s := range n.Content {
		out = append(out, lesson.Sentence{Text: d.text(Get(s, "say"), UseEnding), Ages: ages(Get(s, "ages")), When: condition(s)})
	}
	return out
}
