package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// orderLay is how all rows share a width. Where the text would be too narrow
// the state and the arrows stand under it.
type orderLay struct {
	number    float32 // width of the numbers
	textX     float32
	text      float32 // width of the text
	arrow     float32 // side of an arrow button
	icon      float32 // side of the icons of the rows, 0 for none
	folded    bool
	stateRoom float32 // from the state icon to the end of the row
}

func (l *OrderList) lay(width float32) orderLay {
	look := l.f.Look
	space := look.Size("kit.order.space")
	y := orderLay{number: look.Scaled("kit.order.number"), arrow: grown(look, "targets.minimum", "kit.order.arrowIcon")}
	last := strconv.Itoa(len(l.rows))
	y.number = max(y.number, measure(look, last, look.Text(theme.Body), true).Width)
	y.textX = look.Size("kit.order.left") + y.number + space
	var longest float32
	for _, r := range l.rows {
		longest = max(longest, r.text.Least())
		if r.icon != nil {
			y.icon = look.Scaled("kit.order.icon")
		}
	}
	if y.icon > 0 {
		y.textX += y.icon + space
	}
	y.stateRoom = look.Scaled("kit.order.state") + look.Size("kit.order.stateGap") + 2*y.arrow + look.Size("kit.order.arrowGap") + look.Size("kit.order.right")
	y.text = width - y.textX - space - y.stateRoom
	if y.text < max(longest, look.Scaled("kit.order.least")) {
		y.folded = true
		y.text = width - y.textX - space
	}
	y.text = max(0, y.text)
	return y
}

// rowHeight is the height of the row of an item.
func (l *OrderList) rowHeight(item int, y orderLay) float32 {
	look := l.f.Look
	text, pad := l.rows[item].text.HeightFor(y.text), look.Size("kit.order.padY")
	if y.folded {
		return text + y.arrow + 2*pad + look.Size("space.s")
	}
	return max(look.Size("targets.orderRow")+y.arrow-look.Size("targets.minimum"), text+2*pad, y.arrow+2*pad)
}

// HeightFor is the height of all rows with their texts wrapped.
func (l *OrderList) HeightFor(width float32) float32 {
	y := l.lay(width)
	sum := l.f.Look.Size("kit.order.gap") * float32(max(0, len(l.rows)-1))
	for item := range l.rows {
		sum += l.rowHeight(item, y)
	}
	return sum
}

// Natural is the width with every text on one line.
func (l *OrderList) Natural() float32 {
	var widest float32
	for _, r := range l.rows {
		widest = max(widest, r.text.Natural())
	}
	y := l.lay(unlimited)
	return y.textX + max(widest, l.f.Look.Scaled("kit.order.least")) + l.f.Look.Size("kit.order.space") + y.stateRoom
}

// Least is the width with the texts wrapped at every word.
func (l *OrderList) Least() float32 {
	var longest float32
	for _, r := range l.rows {
		longest = max(longest, r.text.Least())
	}
	y := l.lay(0)
	return max(y.textX+longest+l.f.Look.Size("kit.order.space"), l.f.Look.Size("kit.order.left")+y.stateRoom)
}

// CreateRenderer is for Fyne.
func (l *OrderList) CreateRenderer() fyne.WidgetRenderer { return draw(l) }

// parts has the row that is picked up in front.
func (l *OrderList) parts() []fyne.CanvasObject {
	var parts, front []fyne.CanvasObject
	for place, item := range l.order {
		if l.lifted && place == l.at {
			front = append([]fyne.CanvasObject{l.lift.object}, l.rows[item].parts()...)
			continue
		}
		parts = append(parts, l.rows[item].parts()...)
	}
	return append(append(parts, front...), l.ring)
}

func (l *OrderList) place(size fyne.Size) {
	look, y := l.f.Look, l.lay(size.Width)
	var top float32
	for place, item := range l.order {
		var x float32
		h := l.rowHeight(item, y)
		at := top + l.shift[item]
		if place == l.at {
			if l.lifted {
				x = look.Size("kit.order.shift")
				put(l.lift.object, x, at, size.Width, h)
			}
			placeRing(l.f, l.ring, x, at, size.Width, h, look.Size("radius.control"))
		}
		l.placeRow(l.rows[item], y, x, at, size.Width, h)
		top += h + look.Size("kit.order.gap")
	}
}

// tops is where the rows stand, by item.
func (l *OrderList) tops() map[int]float32 {
	tops := map[int]float32{}
	for item, row := range l.rows {
		tops[item] = row.box.object.Position().Y
	}
	return tops
}

// glide moves the rows from where they stood to their places. A row that is
// dragged is already where the mouse is.
func (l *OrderList) glide(before map[int]float32) {
	if l.f.Motion == nil || l.Size().Width == 0 {
		return
	}
	l.shift = nil
	l.place(l.Size())
	way := l.tops()
	for item, top := range way {
		way[item] = before[item] - top
	}
	if l.drag.on {
		delete(way, l.order[l.at])
	}
	l.f.move("motion.move", 1, func(part float32) {
		l.shift = map[int]float32{}
		for item, far := range way {
			l.shift[item] = far * (1 - part)
		}
		l.place(l.Size())
		canvas.Refresh(l)
	})
}

func (l *OrderList) placeRow(r *orderRow, y orderLay, x, top, w, h float32) {
	look := l.f.Look
	put(r.box.object, x, top, w, h)
	text := r.text.HeightFor(y.text)
	textTop, arrowTop := top+(h-text)/2, top+(h-y.arrow)/2
	if y.folded {
		pad := look.Size("kit.order.padY")
		textTop, arrowTop = top+pad, top+h-pad-y.arrow
	}
	mid := textTop + look.Line(theme.Body)/2 // of the first line
	if !y.folded {
		mid = top + h/2
	}
	left := x + look.Size("kit.order.left")
	centreText(r.number, left, mid-look.Line(theme.Body)/2, y.number, look.Line(theme.Body))
	if r.icon != nil {
		put(r.icon.raster, left+y.number+look.Size("kit.order.space"), mid-y.icon/2, y.icon, y.icon)
	}
	put(r.text, x+y.textX, textTop, y.text, text)
	state, at := look.Scaled("kit.order.state"), x+w-y.stateRoom
	put(r.fits.raster, at, arrowTop+(y.arrow-state)/2, state, state)
	down := x + w - look.Size("kit.order.right") - y.arrow
	icon := look.Scaled("kit.order.arrowIcon")
	r.up.place(down-look.Size("kit.order.arrowGap")-y.arrow, arrowTop, y.arrow, icon)
	r.down.place(down, arrowTop, y.arrow, icon)
}

func (l *OrderList) paint() {
	for place, item := range l.order {
		spot := func(s orderSpot, step int) bool { return s.item == item && s.step == step && !l.disabled }
		l.rows[item].paint(orderState{
			place: place, first: place == 0, last: place == len(l.order)-1,
			lifted: l.lifted && place == l.at, off: l.disabled,
			hovered: l.over.item == item,
			overUp:  spot(l.over, -1), overDown: spot(l.over, 1),
			pressedUp: spot(l.down, -1), pressedDown: spot(l.down, 1),
		})
	}
	canvas.Refresh(l.ring)
}
