package kit

import (
	"strconv"

	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// counterLay is how a counter shares a width. Where the text would be too
// narrow the buttons stand under it.
type counterLay struct {
	side, number float32 // of a button; width of the number
	textX, text  float32
	folded       bool
	words        float32 // height of the text, its bar and the letter
}

func (c *Counter) group(y counterLay) float32 { return 2*y.side + y.number }

func (c *Counter) lay(width float32) counterLay {
	look := c.f.Look
	gap := look.Size("kit.counter.gap")
	y := counterLay{side: grown(look, "targets.controlTeacher", "kit.counter.icon")}
	largest := measure(look, strconv.Itoa(c.opts.Max), look.Text(theme.Heading), true).Width
	y.number = max(look.Size("kit.counter.number"), largest+2*look.Size("kit.counter.numberPad"))
	if c.cap != nil {
		y.textX = c.cap.Natural() + gap
		y.words = c.cap.HeightFor(0)
	}
	if c.text == nil {
		return y
	}
	y.text = width - y.textX - gap - c.group(y)
	if y.text < max(look.Scaled("kit.counter.least"), c.text.Least()) {
		y.folded = true
		y.text = width - y.textX
	}
	y.text = max(0, y.text)
	y.words = max(y.words, c.textHeight(y))
	return y
}

func (c *Counter) textHeight(y counterLay) float32 {
	h := c.text.HeightFor(y.text)
	if !c.track.Hidden {
		h += c.f.Look.Size("kit.counter.barGap") + c.f.Look.Size("kit.counter.bar")
	}
	return h
}

// HeightFor is the height with the text wrapped.
func (c *Counter) HeightFor(width float32) float32 {
	y := c.lay(width)
	if y.folded {
		return y.words + c.f.Look.Size("kit.counter.gap") + y.side
	}
	return max(y.side, y.words)
}

// Natural is the width with the text on one line.
func (c *Counter) Natural() float32 {
	y := c.lay(unlimited)
	if c.text == nil {
		return y.textX + c.group(y)
	}
	text := max(c.text.Natural(), c.f.Look.Scaled("kit.counter.least"))
	return y.textX + text + c.f.Look.Size("kit.counter.gap") + c.group(y)
}

// Least is the width with the text above the buttons, wrapped at every word.
func (c *Counter) Least() float32 {
	y := c.lay(0)
	if c.text == nil {
		return y.textX + c.group(y)
	}
	return max(y.textX+c.text.Least(), c.group(y))
}

// CreateRenderer is for Fyne.
func (c *Counter) CreateRenderer() fyne.WidgetRenderer { return draw(c) }

func (c *Counter) parts() []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	if c.cap != nil {
		parts = append(parts, c.cap)
	}
	if c.text != nil {
		parts = append(parts, c.text, c.track, c.done)
	}
	return append(parts, c.minus.box, c.minus.sign.raster, c.number, c.plus.box, c.plus.sign.raster, c.ring)
}

func (c *Counter) place(size fyne.Size) {
	look, y := c.f.Look, c.lay(size.Width)
	x, top, words := size.Width-c.group(y), (size.Height-y.side)/2, size.Height
	if y.folded {
		x, top, words = 0, size.Height-y.side, y.words
	}
	if c.text == nil {
		x = y.textX
	}
	if c.cap != nil {
		h := c.cap.HeightFor(0)
		put(c.cap, 0, (words-h)/2, c.cap.Natural(), h)
	}
	if c.text != nil {
		h := c.text.HeightFor(y.text)
		from := (words - c.textHeight(y)) / 2
		put(c.text, y.textX, from, y.text, h)
		bar := look.Size("kit.counter.bar")
		under := from + h + look.Size("kit.counter.barGap")
		placeBox(c.track, y.textX, under, y.text, bar)
		if full := c.opts.Full; full > 0 {
			placeBox(c.done, y.textX, under, max(bar, y.text*float32(min(c.opts.N, full))/float32(full)), bar)
		}
	}
	icon := look.Scaled("kit.counter.icon")
	c.minus.place(x, top, y.side, icon)
	centreText(c.number, x+y.side, top, y.number, y.side)
	c.plus.place(x+y.side+y.number, top, y.side, icon)
	placeRing(c.f, c.ring, x, top, c.group(y), y.side, look.Size("kit.counter.radius"))
}
