package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// spots are the places of the parts within the box of a bubble.
type spots struct {
	size                fyne.Size
	inner               float32
	nameY, tileY, textY float32
	nameH, tileH, textH float32
	timeX, timeY        float32
	timeW, timeH        float32
}

// lay places the parts of a bubble for a chat of that width.
func (b *Bubble) lay(width float32) spots {
	look := b.f.Look
	padX, padY := look.Size("bubble.padX"), look.Size("bubble.padY")
	most := min(b.most, width-b.left()) - 2*padX
	var s spots
	if b.time != nil {
		s.timeW, s.timeH = b.time.Natural(), HeightFor(b.time, unlimited)
	}
	gap := look.Size("kit.bubble.timeGap")
	inline := false
	switch {
	case b.tile != nil:
		s.inner = min(most, b.tile.Natural())
		if b.text != nil {
			s.inner = max(s.inner, min(most, b.text.Natural()))
		}
	case b.text != nil:
		whole := b.text.Natural()
		if inline = whole+gap+s.timeW <= most; inline {
			s.inner = whole
			if b.time != nil {
				s.inner += gap + s.timeW
			}
		} else {
			s.inner = min(most, max(whole, look.Size("hiddenTile.width")))
		}
	}
	if b.name != nil {
		s.inner = max(s.inner, min(most, b.name.Natural()))
	}
	y := padY
	if b.name != nil {
		s.nameY, s.nameH = y, HeightFor(b.name, s.inner)
		y += s.nameH
	}
	if b.tile != nil {
		y += look.Size("kit.bubble.tileGap")
		s.tileY, s.tileH = y, HeightFor(b.tile, s.inner)
		y += s.tileH + look.Size("kit.bubble.tileGap")
	}
	if b.text != nil {
		s.textY, s.textH = y, HeightFor(b.text, s.inner)
		y += s.textH
	}
	if b.time != nil {
		s.timeX = padX + s.inner - s.timeW
		s.timeY = y
		if inline {
			s.timeY = y - s.timeH - (look.Line(theme.BubbleText)-s.timeH)/4
		} else {
			y += s.timeH
		}
	}
	s.size = fyne.NewSize(s.inner+2*padX, y+padY)
	return s
}

func (b *Bubble) place(size fyne.Size) {
	look := b.f.Look
	if b.m.Kind == Notice {
		b.placeNotice(size)
		return
	}
	s := b.lay(size.Width)
	x := b.left()
	if b.m.Kind == FromMe {
		x = size.Width - s.size.Width
	}
	w, h := s.size.Width, s.size.Height
	b.at, b.boxSize = fyne.NewPos(x, 0), s.size
	placeBox(b.box, x, 0, w, h)
	placeRing(b.f, b.ring, x, 0, w, h, look.Size("radius.bubble"))
	inX := x + look.Size("bubble.padX")
	if b.name != nil {
		put(b.name, inX, s.nameY, s.inner, s.nameH)
	}
	if b.tile != nil {
		put(b.tile, inX, s.tileY, s.inner, s.tileH)
	}
	if b.text != nil {
		put(b.text, inX, s.textY, s.inner, s.textH)
	}
	if b.time != nil {
		put(b.time, x+s.timeX, s.timeY, s.timeW, s.timeH)
	}
	if b.disc != nil {
		side := look.Scaled("bubble.avatar")
		put(b.disc, 0, h-side, side, side)
	}
	if b.flag != nil {
		side, out := look.Scaled("kit.bubble.flag"), look.Size("kit.bubble.flagOut")
		put(b.flag, min(x+w+out, size.Width)-side, -look.Size("bubble.gap"), side, side)
	}
}

func (b *Bubble) placeNotice(size fyne.Size) {
	look := b.f.Look
	padX, padY := look.Size("kit.pill.padX"), look.Size("kit.pill.padY")
	w := min(size.Width, b.text.Natural()+2*padX)
	h := b.HeightFor(size.Width)
	x := (size.Width - w) / 2
	b.at, b.boxSize = fyne.NewPos(x, 0), fyne.NewSize(w, h)
	placeBox(b.box, x, 0, w, h)
	put(b.text, x+padX, padY, w-2*padX, h-2*padY)
}
