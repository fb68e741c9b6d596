package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// MeterOpts are the choices of a meter: five lamps before and after a choice,
// always with a sentence and one or two words. All texts are translated.
type MeterOpts struct {
	Icon        string
	Title, Note string
	Before, Now int    // lamps lit, 0 to 5
	Word        string // "Much less", "Not yet"
}

// Meter is one row of a MeterCard. Where it is narrow the lamps stand under
// the words.
func Meter(f *Frame, opts MeterOpts) *fyne.Container {
	look := f.Look
	words := VStack(0, BoldText(f, theme.Body, opts.Title))
	if opts.Note != "" {
		words.Add(SoftText(f, theme.Small, opts.Note))
	}
	var lamps []fyne.CanvasObject
	var changing []func(part float32)
	for i := range int(look.Size("meters.lamps")) {
		state := meterLamp(i, opts.Before, opts.Now)
		lamp := Lamp(f, state, look.Size("meters.size"))
		lamps = append(lamps, lamp)
		if state == LampNew || state == LampGone {
			changing = append(changing, func(part float32) { turnLamp(f, lamp, state, part) })
		}
	}
	if f.Arriving {
		lightUp(f, changing)
	}
	row := HStack(look.Size("meters.gap"), NoGrow, lamps...)
	word := &fyne.Container{
		Layout:  atLeastWide(look.Scaled("kit.lamps.wordWidth")),
		Objects: []fyne.CanvasObject{BoldText(f, theme.Small, opts.Word)},
	}
	side := look.Size("kit.disc.medium")
	if opts.Note == "" {
		side = look.Size("kit.disc.small")
	}
	limit := look.Size("kit.choice.stackBelow") * look.Scale() * meterPart
	return HStack(look.Size("kit.card.gap"), 1, IconDisc(f, opts.Icon, ToneSky, side),
		FoldRow(limit, look.Size("space.m"), 0, words, Hug(HStack(look.Size("kit.card.gap"), NoGrow, row, word))))
}

// meterPart is the part of the width below which rows fold that the words and
// lamps of a meter have beside their disc.
const meterPart = 0.75

func meterLamp(i, before, now int) LampState {
	switch {
	case i < before && i < now:
		return LampKept
	case i < now:
		return LampNew
	case i < before:
		return LampGone
	}
	return LampOff
}

// MeterCard puts meters on a card with lines between them; closer together if
// none has a note.
func MeterCard(f *Frame, meters ...MeterOpts) *fyne.Container {
	var rows []fyne.CanvasObject
	pad := f.Look.Size("space.s")
	for _, m := range meters {
		rows = append(rows, Meter(f, m))
		if m.Note != "" {
			pad = f.Look.Size("kit.lamps.rowPad")
		}
	}
	return Card(f, ruled(f, pad, rows))
}

// ruled is a VStack with lines between its rows.
func ruled(f *Frame, pad float32, rows []fyne.CanvasObject) *fyne.Container {
	var all []fyne.CanvasObject
	for i, row := range rows {
		if i > 0 {
			all = append(all, Rule(f))
		}
		all = append(all, row)
	}
	return VStack(pad, all...)
}

// atLeastWide gives its one object a least width.
type atLeastWide float32

// MinSize is nothing.
func (atLeastWide) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// HeightFor is the height of the object.
func (atLeastWide) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objects[0], width)
}

// Natural is the least width or what the object needs.
func (w atLeastWide) Natural(objects []fyne.CanvasObject) float32 {
	return max(float32(w), Natural(objects[0]))
}

// Layout gives the object all the room.
func (atLeastWide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put(objects[0], 0, 0, size.Width, size.Height)
}
