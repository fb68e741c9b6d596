package learner

import (
	"strings"

	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

// Ids of the widgets of the tasks.
const (
	LanesID = "lanes"
	OrderID = "order"
	MatchID = "match"
)

// sort puts sentences into three lanes; mock-up 06. What lies elsewhere can be
// moved after the look, too.
func sort(d *Desk, v lesson.View) Screen {
	s := v.Sort
	looked := v.Phase == lesson.PhaseConsequence
	var cards []kit.LaneCard
	var placed []kit.Placed
	at := -1
	for i, c := range s.Cards {
		card := kit.LaneCard{Text: c.Say, Reasons: c.Reasons}
		if who, known := v.Speakers[c.Who]; known {
			card.Avatar, card.Who = avatar(who), d.text("%s writes", who.Name)
		}
		cards = append(cards, card)
		if c.Lane >= 0 {
			placed = append(placed, kit.Placed{Card: i, Lane: c.Lane})
		} else if at < 0 {
			at = i
		}
	}
	o := kit.LanesOpts{
		ID: LanesID, Label: s.Ask, Cards: cards, Placed: placed, At: d.Act.Kept(LanesID, at), Aside: d.sortAside(v),
		Lanes: []kit.LaneItem{
			{Title: d.text("Helps"), Icon: "hand-heart", Tone: kit.ToneGrow},
			{Title: d.text("Harms"), Icon: "heart-break", Tone: kit.ToneCare},
			{Title: d.text("It depends"), Icon: "scales", Tone: kit.ToneDoubt},
		},
		Words: kit.LanesWords{
			Place:   func(card, of int) string { return d.text("Sentence %d of %d", card, of) },
			PutHere: d.text("Put it here"), Empty: d.text("All sentences have a place."),
		},
	}
	var lanes *kit.Lanes
	move := func(card, lane int) {
		d.Act.Keep(LanesID, lanes.At())
		d.take(lesson.Put{Item: card, Place: lane})
	}
	o.OnPut = move
	if !looked {
		o.OnBack = func(card int) { move(card, -1) }
	}
	lanes = kit.NewLanes(d.F, o)
	label, lead := d.text("Check"), d.text("Sometimes more than one answer is good.")
	first := LanesID
	if looked {
		label, first = d.text("Continue"), PrimaryID
	}
	return Screen{First: first, Title: s.Ask, Object: d.task(v, s.Ask, lead, lanes, label, nil)}
}

// sortAside is the keys beside the current sentence or, once it was looked at,
// what deserves a second look.
func (d *Desk) sortAside(v lesson.View) fyne.CanvasObject {
	if v.Phase == lesson.PhaseConsequence {
		var again []string
		for _, c := range v.Sort.Cards {
			if !c.Fits {
				again = append(again, c.Say)
			}
		}
		if len(again) == 0 {
			return kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneGrow, Icon: "check-circle", Text: d.text("Every sentence has a place that fits. Read the reasons in peace.")})
		}
		return kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneLamp, Icon: "arrows-down-up", Title: d.text("Look again, or go on"), Text: strings.Join(again, " ")})
	}
	return kit.VStack(d.space("s"),
		d.keyHint(d.text("put the sentence there, or drag it"), "1", "2", "3"),
		d.keyHint(d.text("another sentence"), "arrow-up", "arrow-down"),
		d.keyHint(d.text("take the last one back"), "Z"))
}

// take hands on what was done inside a widget: the page stays as it is, but for
// the primary button.
func (d *Desk) take(in lesson.Intent) lesson.View {
	v := d.Act.Take(in)
	if v.CanNext {
		d.Primary.Enable()
	} else {
		d.Primary.Disable()
	}
	return v
}

// task is a page without a stage: title, one line on how, and the task.
func (d *Desk) task(v lesson.View, title, how string, o fyne.CanvasObject, label string, hints fyne.CanvasObject) fyne.CanvasObject {
	head := kit.VStack(d.space("xs"), kit.NewPara(d.F, kit.ParaOpts{Text: title, Role: theme.PageTitle, Bold: true, Full: true}), kit.SoftText(d.F, theme.Body, how))
	return kit.Screen(d.band(lessonBand, "", ""), d.page(false, kit.VStack(d.space("l"), head, o)), d.footer(v, label, hints))
}
