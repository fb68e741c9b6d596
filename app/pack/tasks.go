package pack

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"vigie/app/lesson"
)

func (d *decoder) sort(n *yaml.Node) lesson.Activity {
	s := lesson.Sort{Ask: d.text(Get(n, "sort"), UseAsk)}
	for _, c := range Get(n, "cards").Content {
		card := lesson.SortCard{
			Who: d.character(Get(c, "who")), Say: d.text(Get(c, "say"), UseCard), Fits: []lesson.LaneID{lesson.LaneID(Str(Get(c, "lane")))},
			Because: d.text(Get(c, "because"), UseFeedback), Again: d.text(Get(c, "again"), UseFeedback), Ages: ages(Get(c, "ages")),
		}
		if also := Get(c, "also"); also != nil {
			for _, lane := range also.Content {
				card.Fits = append(card.Fits, lesson.LaneID(lane.Value))
			}
		}
		s.Cards = append(s.Cards, card)
	}
	d.both(n, len(s.Cards), func(i int) []lesson.Age { return s.Cards[i].Ages })
	return s
}

func (d *decoder) order(n *yaml.Node) lesson.Activity {
	o := lesson.Order{Ask: d.text(Get(n, "order"), UseAsk), Right: d.text(Get(n, "right"), UseFeedback), Free: d.text(Get(n, "free"), UseFeedback)}
	Each(Get(n, "tiles"), func(k, v *yaml.Node) {
		o.Tiles = append(o.Tiles, lesson.Tile{ID: k.Value, Say: d.text(Get(v, "say"), UseCard), Icon: Str(Get(v, "icon")), Ages: ages(Get(v, "ages"))})
	})
	for _, r := range Get(n, "rules").Content {
		rule := lesson.Rule{First: Str(Get(r, "first")), Then: Str(Get(r, "then")), Says: d.text(Get(r, "says"), UseFeedback), Because: d.text(Get(r, "because"), UseFeedback)}
		for _, key := range []string{"first", "then"} {
			id := Get(r, key)
			if id != nil && !slices.ContainsFunc(o.Tiles, func(t lesson.Tile) bool { return t.ID == id.Value }) {
				d.fail(d.doc.on(id, "there is no tile %q", id.Value))
			}
		}
		o.Rules = append(o.Rules, rule)
	}
	d.both(n, len(o.Tiles), func(i int) []lesson.Age { return o.Tiles[i].Ages })
	return o
}

func (d *decoder) match(n *yaml.Node) lesson.Activity {
	m := lesson.Match{Ask: d.text(Get(n, "match"), UseAsk)}
	for _, x := range Get(n, "pairs").Content {
		m.Pairs = append(m.Pairs, lesson.Pair{
			Who: d.character(Get(x, "who")), Say: d.text(Get(x, "say"), UseExcuse), Answer: d.text(Get(x, "answer"), UseCard),
			Because: d.text(Get(x, "because"), UseFeedback), Again: d.text(Get(x, "again"), UseFeedback), Ages: ages(Get(x, "ages")),
		})
	}
	d.both(n, len(m.Pairs), func(i int) []lesson.Age { return m.Pairs[i].Ages })
	return m
}

// both makes sure that both variants of a step have two things or more to do.
func (d *decoder) both(n *yaml.Node, count int, of func(i int) []lesson.Age) {
	in := lesson.Ages()
	if own := ages(Get(n, "ages")); own != nil {
		in = own
	}
	for _, a := range in {
		have := 0
		for i := range count {
			if own := of(i); len(own) == 0 || slices.Contains(own, a) {
				have++
			}
		}
		if have < 2 {
			d.fail(d.doc.on(n, "for %s there is too little to do here: %d", a, have))
		}
	}
}

func (d *decoder) build(n *yaml.Node) lesson.Activity {
	b := lesson.Build{Ask: d.text(Get(n, "build"), UseAsk), With: d.character(Get(n, "with")), Write: d.writers(n), Advice: map[lesson.Check]string{}}
	for _, x := range Get(n, "blocks").Content {
		block := lesson.Block{Part: lesson.Part(Str(Get(x, "part"))), Check: lesson.Check(Str(Get(x, "check"))), Ages: ages(Get(x, "ages"))}
		if block.Part != "" && block.Check != "" {
			d.fail(d.doc.on(x, "a block either helps, with \"part\", or does not, with \"check\""))
		}
		use := UseCard
		if block.Check != "" {
			use = UseExcuse // what does not help is shown to be looked at
		}
		block.Say = d.text(Get(x, "say"), use)
		b.Blocks = append(b.Blocks, block)
	}
	for _, c := range lesson.Checks() {
		b.Advice[c] = d.text(Get(Get(n, "advice"), string(c)), UseFeedback)
	}
	for _, lines := range []struct {
		key  string
		into *[]lesson.Line
	}{{"then", &b.Then}, {"hard", &b.Hard}} {
		for _, beat := range d.beats(Get(n, lines.key)) {
			*lines.into = append(*lines.into, beat...)
		}
	}
	return b
}

// writers are the variants that may write freely.
func (d *decoder) writers(n *yaml.Node) []lesson.Age {
	switch Str(Get(n, "write")) {
	case "":
		return nil
	case "both":
		return lesson.Ages()
	}
	return ages(Get(n, "write"))
}

func (d *decoder) questions(n *yaml.Node) lesson.Activity {
	q := lesson.Questions{Side: lesson.Side(Str(Get(n, "questions")))}
	for _, id := range Get(n, "items").Content {
		item, known := d.items[id.Value]
		if !known {
			d.fail(d.doc.on(id, "there is no item %q in questions.yaml", id.Value))
		}
		q.Items = append(q.Items, item)
	}
	return q
}

func (d *decoder) vote(n *yaml.Node) lesson.Activity {
	v := lesson.Vote{Ask: d.text(Get(n, "vote"), UseAsk), Of: number(Get(n, "of")), Own: d.text(Get(n, "own"), UseAsk), Fact: d.fact(Get(n, "fact"))}
	for _, a := range Get(n, "answers").Content {
		v.Answers = append(v.Answers, d.text(a, UseAnswer))
	}
	return v
}

func (d *decoder) pledge(n *yaml.Node) lesson.Activity {
	p := lesson.Pledge{Title: d.text(Get(n, "pledge"), UseTitle), Ask: d.text(Get(n, "ask"), UseAsk), Write: d.writers(n)}
	for _, line := range Get(n, "lines").Content {
		p.Lines = append(p.Lines, d.text(line, UseCard))
	}
	return p
}

func (d *decoder) letter(n *yaml.Node) lesson.Activity {
	l := lesson.Letter{Title: d.text(Get(n, "letter"), UseTitle), Write: d.writers(n)}
	for _, x := range Get(n, "parts").Content {
		part := lesson.LetterPart{To: lesson.Addressee(Str(Get(x, "to"))), Name: d.text(Get(x, "name"), UseTitle), Ask: d.text(Get(x, "ask"), UseAsk)}
		for _, line := range Get(x, "lines").Content {
			part.Lines = append(part.Lines, d.text(line, UseCard))
		}
		if slices.ContainsFunc(l.Parts, func(o lesson.LetterPart) bool { return o.To == part.To }) {
			d.fail(d.doc.on(Get(x, "to"), "there is a part for %q already", string(part.To)))
		}
		l.Parts = append(l.Parts, part)
	}
	if l.Parts[0].To != lesson.ToSchool {
		d.fail(d.doc.on(Get(n, "parts"), "the first part is for the school: %q", "to: school"))
	}
	beside := Get(n, "beside")
	l.Beside = lesson.Info{Title: d.text(Get(beside, "title"), UseTitle), Text: d.paragraphs(Get(beside, "text"), UseParagraph), Facts: d.figures(Get(beside, "facts"))}
	return l
}

func (d *decoder) sign(n *yaml.Node) lesson.Activity {
	return lesson.Sign{Title: d.text(Get(n, "sign"), UseTitle), Text: d.paragraphs(Get(n, "text"), UseParagraph)}
}

// scale reads what an estimate is made on.
func (d *decoder) scale(n *yaml.Node) lesson.Scale {
	s := lesson.Scale{From: number(Get(n, "from")), To: number(Get(n, "to")), Step: number(Get(n, "step")), Unit: Str(Get(n, "unit")),
		Fact: d.fact(Get(n, "fact")), Because: d.text(Get(n, "because"), UseFeedback)}
	if s.To <= s.From || (s.To-s.From)%s.Step != 0 {
		d.fail(d.doc.on(n, "a scale goes up from \"from\" to \"to\" in whole steps"))
		s.To = s.From + s.Step
	}
	return s
}

// figures reads a list of ids of figures; nil gives none.
func (d *decoder) figures(n *yaml.Node) []lesson.Fact {
	if n == nil {
		return nil
	}
	var out []lesson.Fact
	for _, f := range n.Content {
		out = append(out, d.fact(f))
	}
	return out
}

func (d *decoder) fact(n *yaml.Node) lesson.Fact {
	fact, known := d.facts[Str(n)]
	if !known {
		d.fail(d.doc.on(n, "there is no figure %q in facts.yaml", Str(n)))
	}
	return fact
}
