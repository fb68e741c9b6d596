package learner

import (
	"vigie/app/lesson"
	"vigie/app/ui/kit"
)

// match puts an answer beside each sentence.
func match(d *Desk, v lesson.View) Screen {
	m := v.Match
	looked := v.Phase == lesson.PhaseConsequence
	var items []kit.MatchItem
	pairs := make([]int, len(m.Rows))
	at := 0
	for i, r := range m.Rows {
		item := kit.MatchItem{Text: r.Say}
		if who, known := v.Speakers[r.Who]; known {
			item.Avatar, item.Who = avatar(who), who.Name
		}
		items = append(items, item)
		if pairs[i] = r.Answer; r.Answer < 0 && m.Rows[at].Answer >= 0 {
			at = i
		}
	}
	var widget *kit.Match
	widget = kit.NewMatch(d.F, kit.MatchOpts{
		ID: MatchID, Label: m.Ask, Items: items, Answers: m.Answers, Pairs: pairs, At: d.Act.Kept(MatchID, at),
		Words: kit.MatchWords{
			Items: d.text("What is said"), Answers: d.text("Answers"), Empty: d.text("Which answer?"),
			Pair: func(item, answer string) string { return d.text("%s Beside it: %s", item, answer) },
			Answer: func(n int, text string) string {
				return d.text("Answer %d: %s", n, text)
			},
			Used: d.text("used"), Good: d.text("Fits"), Again: d.text("Look again"), Free: d.text("Fits"),
		},
		OnPut: func(item, answer int) {
			d.Act.Keep(MatchID, widget.At())
			if now := d.take(lesson.Put{Item: item, Place: answer}); looked {
				widget.SetFits(d.matchFits(now.Match))
			}
		},
	})
	label, first := d.text("Check"), MatchID
	if looked {
		widget.SetFits(d.matchFits(m))
		label, first = d.text("Continue"), PrimaryID
	}
	how := d.text("Each answer is used once. You can still change everything.")
	return Screen{First: first, Title: m.Ask, Object: d.task(v, m.Ask, how, widget, label, d.digitHint(d.text("answer"), len(m.Answers)))}
}

func (d *Desk) matchFits(m *lesson.MatchView) []kit.MatchFit {
	var out []kit.MatchFit
	for _, r := range m.Rows {
		f := kit.MatchFit{Reason: r.Because}
		switch {
		case r.Fits:
			f.Fit = kit.FitGood
		case r.Answer >= 0:
			f.Fit = kit.FitAgain
		}
		out = append(out, f)
	}
	return out
}
