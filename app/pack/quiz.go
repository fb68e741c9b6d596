package pack

import (
	"go.yaml.in/yaml/v3"

	"vigie/app/lesson"
)

func (d *decoder) quiz(n *yaml.Node) lesson.Activity {
	q := lesson.Quiz{Form: lesson.QuizForm(Str(Get(n, "quiz"))), Ask: d.text(Get(n, "ask"), UseAsk)}
	if q.Form == lesson.Estimate {
		q.Scale = d.scale(Get(n, "scale"))
		return q
	}
	right := 0
	for _, a := range Get(n, "answers").Content {
		answer := lesson.QuizAnswer{
			Say: d.text(Get(a, "say"), UseAnswer), Right: Str(Get(a, "right")) == "true",
			Because: d.text(Get(a, "because"), UseFeedback),
		}
		if answer.Right {
			right++
		}
		q.Answers = append(q.Answers, answer)
	}
	if right == 0 || q.Form != lesson.Several && right != 1 {
		d.fail(d.doc.on(n, "a quiz %s needs another number of answers with \"right: true\": found %d", q.Form, right))
	}
	return q
}
