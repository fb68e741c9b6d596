package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// beforeText is the room at the left of the words of a row.
func (l *railList) beforeText() float32 {
	look := l.f.Look
	return look.Size("kit.rail.padX") + look.Scaled("kit.rail.icon") + look.Size("kit.rail.space")
}

func (l *railList) textWidth(width float32) float32 {
	return max(0, width-l.beforeText()-l.f.Look.Size("kit.rail.padX"))
}

func (l *railList) rowHeight(r *railRow, width float32) float32 {
	look := l.f.Look
	line := look.Line(railItem)
	inside := max(r.text.HeightFor(l.textWidth(width)), look.Scaled("kit.rail.icon"))
	return max(look.Size("kit.rail.item")+line-line/look.Scale(), inside+2*look.Size("kit.rail.padY"))
}

// HeightFor is the height of all rows with their words wrapped.
func (l *railList) HeightFor(width float32) float32 {
	sum := l.f.Look.Size("kit.rail.gap") * float32(max(0, len(l.rows)-1))
	for _, r := range l.rows {
		sum += l.rowHeight(r, width)
	}
	return sum
}

// Natural is the width with all words on one line.
func (l *railList) Natural() float32 {
	var w float32
	for _, r := range l.rows {
		w = max(w, r.text.Natural())
	}
	return l.beforeText() + w + l.f.Look.Size("kit.rail.padX")
}

// Least is the width of the longest word.
func (l *railList) Least() float32 {
	var w float32
	for _, r := range l.rows {
		w = max(w, r.text.Least())
	}
	return l.beforeText() + w + l.f.Look.Size("kit.rail.padX")
}

// CreateRenderer is for Fyne.
func (l *railList) CreateRenderer() fyne.WidgetRenderer { return draw(l) }

func (l *railList) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{l.chosen.object, l.pointed.object, l.bar}
	for _, r := range l.rows {
		parts = append(parts, r.ground, r.icon.raster, r.text)
	}
	return append(parts, l.ring)
}

func (l *railList) place(size fyne.Size) {
	look := l.f.Look
	side, wide := look.Scaled("kit.rail.icon"), l.textWidth(size.Width)
	var top float32
	for i, r := range l.rows {
		h := l.rowHeight(r, size.Width)
		put(r.ground, 0, top, size.Width, h)
		put(r.icon.raster, look.Size("kit.rail.padX"), top+(h-side)/2, side, side)
		text := r.text.HeightFor(wide)
		put(r.text, l.beforeText(), top+(h-text)/2, wide, text)
		if i == l.opts.Chosen {
			put(l.chosen.object, 0, top, size.Width, h)
			bar := look.Scaled("kit.rail.barHigh")
			placeBox(l.bar, 0, top+(h-bar)/2, look.Size("kit.rail.barWide"), bar)
		}
		if i == max(l.over, l.down) {
			put(l.pointed.object, 0, top, size.Width, h)
		}
		if i == l.at {
			placeRing(l.f, l.ring, 0, top, size.Width, h, look.Size("radius.control"))
		}
		top += h + look.Size("kit.rail.gap")
	}
}

func (l *railList) paint() {
	look := l.f.Look
	stroke, pointed := plainStroke(look, 0), max(l.over, l.down)
	raise, edge := look.Color(theme.NightRaise), look.Color(theme.NightLine)
	for i, r := range l.rows {
		ink := theme.OnNightSoft
		if !l.disabled && (i == l.opts.Chosen || i == pointed) {
			ink = theme.OnNight
		}
		r.text.SetColor(look.Color(ink))
		r.icon.recolor(look.Color(ink))
	}
	none := l.opts.Chosen < 0 || l.opts.Chosen >= len(l.rows)
	l.chosen.object.Hidden, l.bar.Hidden = none, none
	chosenEdge, wide := edge, stroke
	if look.Plain() && !l.disabled {
		chosenEdge, wide = look.Color(theme.Lamp), 2*stroke
	}
	l.chosen.paint(raise, chosenEdge, wide)
	lamp := theme.Lamp
	if l.disabled {
		lamp = theme.OnNightSoft
	}
	paintBox(l.bar, look.Color(lamp), look.Color(lamp))

	l.pointed.object.Hidden = pointed < 0
	switch {
	case l.down >= 0:
		l.pointed.paint(look.Color(theme.NightCard), look.Color(theme.OnNight), look.Size("stroke.control"))
	case pointed == l.opts.Chosen:
		l.pointed.paint(theme.Mix(raise, look.Color(theme.OnNight), look.Size("kit.mix.raised")), chosenEdge, wide)
	default:
		l.pointed.paint(raise, edge, look.Size("stroke.control"))
	}
}
