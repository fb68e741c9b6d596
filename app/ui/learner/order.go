package learner

import (
	"fyne.io/fyne/v2"

	"vigie/app/lesson"
	"vigie/app/ui/kit"
	"vigie/app/ui/theme"
)

var fits = map[lesson.Fit]kit.Fit{lesson.Fits: kit.FitGood, lesson.LookAgain: kit.FitAgain, lesson.AnyPlace: kit.FitFree}

// order puts tiles in a safe order; mock-up 07. After the look it says at
// every move what fits.
func order(d *Desk, v lesson.View) Screen {
	o := v.Order
	looked := v.Phase == lesson.PhaseConsequence
	var items []kit.OrderItem
	for _, t := range o.Tiles {
		items = append(items, kit.OrderItem{Text: t.Say, Icon: t.Icon})
	}
	side := kit.VStack(d.space("l"), d.orderSide(o, looked)...)
	var list *kit.OrderList
	list = kit.NewOrderList(d.F, kit.OrderListOpts{
		ID: OrderID, Label: o.Ask, Items: items, Order: o.Order, At: d.Act.Kept(OrderID, 0),
		Words: kit.OrderWords{
			Place: func(place, of int) string { return d.text("%d of %d", place, of) },
			Good:  d.text("Fits"), Again: d.text("Look again"), Free: d.text("Any place"), Lifted: d.text("picked up"),
		},
		OnChange: func(order []int) {
			d.Act.Keep(OrderID, list.At())
			now := d.take(lesson.Arrange{Order: order}).Order
			list.SetFits(kitFits(now.Fits))
			if looked {
				side.Objects = d.orderSide(now, true)
				side.Refresh()
			}
		},
	})
	list.SetFits(kitFits(o.Fits))
	body := fyne.CanvasObject(kit.VStack(d.space("xl"), list, side))
	if !d.F.Tight() {
		body = kit.TwoColumns(d.F, list, side)
	}
	label, first := d.text("Check"), OrderID
	if looked {
		label, first = d.text("Continue"), PrimaryID
	}
	return Screen{First: first, Title: o.Ask, Object: d.task(v, o.Ask, d.text("More than one order is good. Drag, or use the arrows."), body, label, nil)}
}

func kitFits(all []lesson.Fit) []kit.Fit {
	var out []kit.Fit
	for _, f := range all {
		out = append(out, fits[f])
	}
	return out
}

// orderSide is what the look found, or the keys before it.
func (d *Desk) orderSide(o *lesson.OrderView, looked bool) []fyne.CanvasObject {
	if !looked {
		return []fyne.CanvasObject{
			kit.SoftText(d.F, theme.Body, d.text("Put the steps in the order in which you would go. Then check it.")),
			d.keyHint(d.text("pick up, put down"), d.text("Space")),
			d.keyHint(d.text("move"), "arrow-up", "arrow-down"),
		}
	}
	var parts []fyne.CanvasObject
	if len(o.Broken) > 0 {
		parts = append(parts, kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneLamp, Icon: "arrows-down-up", Title: d.text("Look here once more"), Text: o.Broken[0]}))
		for _, b := range o.Broken[1:] {
			parts = append(parts, kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneLamp, Icon: "arrows-down-up", Text: b}))
		}
	} else {
		parts = append(parts, kit.Advice(d.F, kit.AdviceOpts{Tone: kit.ToneGrow, Icon: "check-circle", Text: o.Right}))
	}
	if len(o.Kept) > 0 {
		kept := []fyne.CanvasObject{kit.BoldText(d.F, theme.Body, d.text("This fits already"))}
		for _, k := range o.Kept {
			kept = append(kept, kit.TopRow(d.space("m"), 1, kit.Icon(d.F, "check-circle", theme.Grow, d.F.Look.Size("kit.button.icon")), kit.Text(d.F, theme.Body, k)))
		}
		parts = append(parts, kit.Card(d.F, kit.VStack(d.space("s"), kept...)))
	}
	if o.Free != "" {
		parts = append(parts, kit.Card(d.F, kit.VStack(d.space("s"), kit.BoldText(d.F, theme.Body, d.text("Here you are free")),
			kit.TopRow(d.space("m"), 1, kit.Icon(d.F, "arrows-out-line-vertical", theme.InkSoft, d.F.Look.Size("kit.button.icon")), kit.Text(d.F, theme.Body, o.Free)))))
	}
	return parts
}
