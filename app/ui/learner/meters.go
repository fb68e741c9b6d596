package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
)

// meters is the card of the three meters before and after, with its legend.
func (d *Desk) meters(v lesson.View, before, after lesson.Meters, notes lesson.Notes) fyne.CanvasObject {
	card := kit.MeterCard(d.F,
		kit.MeterOpts{Icon: "hand-heart", Title: d.text("%s feels less alone", v.Person.Name), Note: notes.Person, Before: before.Person, Now: after.Person, Word: d.change(before.Person, after.Person)},
		kit.MeterOpts{Icon: "hourglass-medium", Title: d.text("It spreads more slowly"), Note: notes.Spread, Before: before.Spread, Now: after.Spread, Word: d.change(before.Spread, after.Spread)},
		kit.MeterOpts{Icon: "users-three", Title: d.text("The group changes its tone"), Note: notes.Norm, Before: before.Norm, Now: after.Norm, Word: d.change(before.Norm, after.Norm)},
	)
	legend := []kit.LegendItem{{State: kit.LampKept, Text: d.text("before")}, {State: kit.LampNew, Text: d.text("new")}}
	if after.Person < before.Person || after.Spread < before.Spread || after.Norm < before.Norm {
		legend = append(legend, kit.LegendItem{State: kit.LampGone, Text: d.text("gone out, can be lit again")})
	}
	legend = append(legend, kit.LegendItem{State: kit.LampOff, Text: d.text("not lit yet. No points, no ranking.")})
	return kit.VStack(d.space("m"), card, kit.Legend(d.F, legend...))
}

// change is how a meter moved, in one or two words.
func (d *Desk) change(before, after int) string {
	switch n := after - before; {
	case n >= 2:
		return d.text("Much more")
	case n == 1:
		return d.text("A little")
	case n < 0:
		return d.text("A step back")
	case after == lesson.MaxLamps:
		return d.text("As before")
	}
	return d.text("Not yet")
}
