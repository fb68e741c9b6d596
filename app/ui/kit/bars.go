package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// Bar is one bar: so many of so many, and the same in translated words, which
// stand at its end ("13 of 22").
type Bar struct {
	N, Of int
	Text  string
}

// BarRow is a statement and how many agreed before and after.
type BarRow struct {
	Text          string // translated
	Before, After Bar    // one whose Text is empty is not drawn
	// Hidden says in translated words why nothing is shown. With it the
	// numbers of the row are never looked at, whatever they are.
	Hidden string
}

// BarsOpts are the choices of bars. All texts are translated.
type BarsOpts struct {
	Title         string
	Before, After string // the legend: "before, 22 answers"
	Rows          []BarRow
}

// Bars are rows with a hollow bar for before and a filled one for after, in
// proportion to the whole class. They take no focus. Where it is narrow the
// bars stand under their statement.
func Bars(f *Frame, opts BarsOpts) *fyne.Container {
	look := f.Look
	var rows []fyne.CanvasObject
	title := BoldText(f, theme.Subheading, opts.Title)
	legend := Wrap(look.Size("kit.bars.columnGap"), look.Size("space.xs"), legendOf(f, false, opts.Before), legendOf(f, true, opts.After))
	rows = append(rows, Pad(Insets{Bottom: look.Size("space.s")}, FoldRow(look.Scaled("kit.bars.foldBelow"), look.Size("space.s"), 0, title, legend)))
	var numbers float32
	for _, row := range opts.Rows {
		if row.Hidden == "" {
			numbers = max(numbers, Natural(barNumber(f, "", false, row.Before)), Natural(barNumber(f, "", true, row.After)))
		}
	}
	for _, row := range opts.Rows {
		rows = append(rows, barRow(f, opts, row, numbers))
	}
	return ruled(f, 0, rows)
}

func barNumber(f *Frame, when string, filled bool, bar Bar) *Para {
	return NewPara(f, ParaOpts{Text: bar.Text, Role: theme.Small, Bold: filled, Said: sentences(when, bar.Text)})
}

func legendOf(f *Frame, filled bool, text string) fyne.CanvasObject {
	look := f.Look
	box := barBox(look, filled, look.Size("kit.bars.legendRadius"))
	w, h := look.Scaled("kit.bars.legendWidth"), look.Scaled("kit.bars.legendHeight")
	sign := &fyne.Container{Layout: barSign{w, h}, Objects: []fyne.CanvasObject{box}}
	return HStack(look.Size("kit.bars.legendGap"), 1, sign, SoftText(f, theme.Small, text))
}

func barBox(look *theme.Look, filled bool, radius float32) *canvas.Rectangle {
	box := newBox(color.Transparent, look.Color(theme.Doubt), look.Size("stroke.control"), radius)
	if filled {
		box.FillColor = look.Color(theme.Doubt)
	}
	return box
}

// barSign is a bar of the legend.
type barSign struct{ w, h float32 }

// MinSize is the bar.
func (s barSign) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(s.w, s.h) }

// Layout draws it in the middle.
func (s barSign) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	placeBox(objects[0].(*canvas.Rectangle), 0, (size.Height-s.h)/2, s.w, s.h)
}

func barRow(f *Frame, opts BarsOpts, row BarRow, numbers float32) fyne.CanvasObject {
	look := f.Look
	var right []fyne.CanvasObject
	switch {
	case row.Hidden != "":
		sign := Icon(f, "eye-slash", theme.InkSoft, look.Size("kit.bars.icon"))
		words := HStack(look.Size("space.m"), 1, sign, SoftText(f, theme.Small, row.Hidden))
		right = append(right, Overlay(boxOf(f, theme.SurfaceSoft, look.Size("radius.chip")), Pad(Even(look.Size("space.m")), words)))
	default:
		if row.Before.Text != "" {
			right = append(right, barOf(f, opts.Before, false, row.Before, numbers))
		}
		if row.After.Text != "" {
			right = append(right, barOf(f, opts.After, true, row.After, numbers))
		}
	}
	both := &fyne.Container{
		Layout:  barColumns{fold: look.Scaled("kit.bars.foldBelow"), part: look.Size("kit.bars.part"), gap: look.Size("kit.bars.columnGap"), under: look.Size("space.s")},
		Objects: []fyne.CanvasObject{Text(f, theme.BubbleText, row.Text), VStack(look.Size("kit.bars.gap"), right...)},
	}
	return AtLeast(look.Size("kit.bars.row"), Pad(Sides(look.Size("space.m"), 0), Middle(both)))
}

// barColumns puts bars beside their statement, all rows at the same place, or
// under it.
type barColumns struct {
	small
	fold, part, gap, under float32
}

func (l barColumns) sides(width float32) (left, right float32, folded bool) {
	if width < l.fold {
		return width, width, true
	}
	right = width * l.part
	return width - right - l.gap, right, false
}

// HeightFor is the higher of both, or their sum.
func (l barColumns) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	left, right, folded := l.sides(width)
	a, b := HeightFor(objects[0], left), HeightFor(objects[1], right)
	if folded {
		return a + l.under + b
	}
	return max(a, b)
}

// Natural is the width in which the statement does not wrap.
func (l barColumns) Natural(objects []fyne.CanvasObject) float32 {
	return max(Natural(objects[0])/(1-l.part), Natural(objects[1])/l.part) + l.gap
}

func (l barColumns) longest(objects []fyne.CanvasObject) float32 { return widestLeast(objects) }

// Layout places both.
func (l barColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right, folded := l.sides(size.Width)
	a, b := HeightFor(objects[0], left), HeightFor(objects[1], right)
	if folded {
		put(objects[0], 0, 0, left, a)
		put(objects[1], 0, a+l.under, right, b)
		return
	}
	put(objects[0], 0, (size.Height-a)/2, left, a)
	put(objects[1], size.Width-right, (size.Height-b)/2, right, b)
}

// barOf is a bar with its number at the end. All bars leave the same room for
// the numbers, so that their lengths can be compared.
func barOf(f *Frame, when string, filled bool, bar Bar, numbers float32) fyne.CanvasObject {
	look := f.Look
	number := barNumber(f, when, filled, bar)
	l := barLine{numbers: numbers, full: look.Scaled("kit.bars.full"), least: look.Size("kit.bars.least"), high: look.Scaled("kit.bars.bar"), gap: look.Size("kit.bars.numberGap")}
	if bar.Of > 0 {
		l.share = min(1, max(0, float32(bar.N)/float32(bar.Of)))
	}
	box := barBox(look, filled, look.Size("kit.bars.radius"))
	box.Hidden = l.share == 0
	return &fyne.Container{Layout: l, Objects: []fyne.CanvasObject{box, number}}
}

// barLine is a bar and its number. The bar of the whole class is as long as
// there is room beside the number.
type barLine struct {
	small
	full, least, high, gap, numbers, share float32
}

func (l barLine) widths(width float32) (full, number float32) {
	full = max(l.least, min(l.full, width-l.gap-l.numbers))
	return full, max(0, width-full-l.gap)
}

// HeightFor is the bar or the number.
func (l barLine) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	_, number := l.widths(width)
	return max(l.high, HeightFor(objects[1], number))
}

// Natural is the whole bar and the number.
func (l barLine) Natural(objects []fyne.CanvasObject) float32 {
	return l.full + l.gap + Natural(objects[1])
}

func (l barLine) longest(objects []fyne.CanvasObject) float32 {
	return l.least + l.gap + Least(objects[1])
}

// Layout draws the bar and writes the number at its end.
func (l barLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	full, room := l.widths(size.Width)
	box := objects[0].(*canvas.Rectangle)
	long := max(full*l.share, 2*box.StrokeWidth)
	x := long + l.gap
	if box.Hidden {
		long, x = 0, 0
	}
	placeBox(box, 0, (size.Height-l.high)/2, long, l.high)
	number := min(Natural(objects[1]), room+full-long)
	h := HeightFor(objects[1], number)
	put(objects[1], x, (size.Height-h)/2, number, h)
}
