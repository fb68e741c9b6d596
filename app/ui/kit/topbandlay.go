package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func (b *TopBand) place(size fyne.Size) {
	look := b.f.Look
	put(b.ground, 0, 0, size.Width, size.Height)
	line := look.Size("stroke.control")
	put(b.line, 0, size.Height-line, size.Width, line)

	pad, gap := look.Size("kit.band.pad"), look.Size("kit.band.gap")
	x := pad
	if b.back != nil {
		w, h := b.back.Natural(), b.back.HeightFor(unlimited)
		put(b.back, x, (size.Height-h)/2, w, h)
		x += w + gap
	}
	if b.mark != nil {
		w, h := Natural(b.mark), HeightFor(b.mark, 0)
		put(b.mark, x+gap, (size.Height-h)/2, w, h)
		x += w + 2*gap
	}

	narrow := size.Width < look.Size("frame.breakpoints.narrowStageBelowWidth") || b.f.Tight()
	b.showDots(!narrow)
	title := b.titleWidth(b.opts.Title)
	wanted := b.wordsBefore() + title + widthOf(b.note, gap)
	if narrow {
		wanted += widthOf(b.short, gap)
	}
	right := b.chooseRight(b.f.Tight())
	room := size.Width - pad - x - gap
	if right > room-wanted {
		right = b.chooseRight(true)
	}
	b.placeRight(size, right)

	end := size.Width - pad - right - gap
	b.label.Hidden = b.opts.Label == "" || x+wanted > end && b.opts.Title != ""
	b.note.Hidden = b.opts.Note == "" || x+wanted > end
	if !b.label.Hidden {
		x = b.putText(b.label, x, size.Height) + gap
	}
	after := float32(0)
	if narrow {
		after = widthOf(b.short, gap)
	}
	b.title.Text = shorten(b.title, b.opts.Title, end-x-after)
	x = b.putText(b.title, x, size.Height) + gap
	if !b.note.Hidden {
		x = b.putText(b.note, x, size.Height) + gap
	}
	if narrow {
		b.putText(b.short, x, size.Height)
		return
	}
	b.placeProgress(size, x, end)
}

func (b *TopBand) showDots(shown bool) {
	if b.dots != nil {
		b.dots.Hidden = !shown
	}
	b.words.Hidden = !shown
	b.short.Hidden = shown
}

func (b *TopBand) titleWidth(text string) float32 {
	b.title.Text = text
	return b.title.MinSize().Width
}

func (b *TopBand) wordsBefore() float32 { return widthOf(b.label, b.f.Look.Size("kit.band.gap")) }

// placeProgress puts dots and words into the middle of the window, or as near
// as the title and the buttons allow; without room the words go.
func (b *TopBand) placeProgress(size fyne.Size, from, to float32) {
	if b.dots == nil {
		return
	}
	gap := b.f.Look.Size("kit.band.gap")
	dots, words := b.dots.Natural(), b.words.MinSize().Width
	if from+dots+words+gap > to {
		b.dots.Hidden = true
		dots = 0
		if from+words+gap > to {
			b.words.Hidden, b.short.Hidden = true, false
			b.putText(b.short, from, size.Height)
			return
		}
	}
	x := (size.Width - dots - words) / 2
	x = min(max(x, from), to-dots-words)
	h := b.dots.HeightFor(0)
	put(b.dots, x, (size.Height-h)/2, dots, h)
	b.putText(b.words, x+dots, size.Height)
}

// chooseRight shows the full or the brief buttons and returns their width.
func (b *TopBand) chooseRight(brief bool) float32 {
	var w float32
	for i := range b.full {
		if b.brief[i] != b.full[i] {
			setHidden(b.full[i], brief)
			setHidden(b.brief[i], !brief)
		}
		w += Natural(b.rightAt(i))
	}
	return w + b.f.Look.Size("kit.band.gap")*float32(max(0, len(b.full)-1))
}

func (b *TopBand) rightAt(i int) fyne.CanvasObject {
	if b.full[i].Visible() {
		return b.full[i]
	}
	return b.brief[i]
}

func (b *TopBand) placeRight(size fyne.Size, width float32) {
	x := size.Width - b.f.Look.Size("kit.band.pad") - width
	for i := range b.full {
		o := b.rightAt(i)
		w := Natural(o)
		h := HeightFor(o, w)
		put(o, x, (size.Height-h)/2, w, h)
		x += w + b.f.Look.Size("kit.band.gap")
	}
}

// putText writes a line in the middle of the height and returns its end.
func (b *TopBand) putText(t *canvas.Text, x, height float32) float32 {
	need := t.MinSize()
	put(t, x, (height-need.Height)/2, need.Width, need.Height)
	return x + need.Width
}

func widthOf(t *canvas.Text, gap float32) float32 {
	if t.Text == "" {
		return 0
	}
	return t.MinSize().Width + gap
}

func setHidden(o fyne.CanvasObject, hidden bool) {
	if o.Visible() != hidden {
		return
	}
	if hidden {
		o.Hide()
		return
	}
	o.Show()
}

// shorten cuts a title to a width and marks the cut with an ellipsis.
func shorten(t *canvas.Text, whole string, width float32) string {
	const mark = "…"
	runes := []rune(whole)
	for n := len(runes); n > 0; n-- {
		t.Text = string(runes[:n])
		if n < len(runes) {
			t.Text += mark
		}
		if t.MinSize().Width <= width {
			return t.Text
		}
	}
	return ""
}
