package theme

import (
	"image"
	"image/color"
	"image/draw"

	"golang.org/x/image/vector"
)

// part is a piece of an avatar's picture: a filled path on the box of the
// icons. Plain says how it is drawn in the high contrast palette: in the "ink",
// in the colour of the "ground", or, if empty, not at all.
type part struct {
	Fill  string `json:"fill"`
	Plain string `json:"plain"`
	Path  string `json:"d"`
	color color.NRGBA
}

type avatarKey struct {
	key   string
	plain bool
	side  int
}

// HasPicture reports whether the key is a character with a profile picture.
func (l *Look) HasPicture(key string) bool { return len(l.design.avatars[key].Picture) > 0 }

// Picture is the profile picture of a character, round, so many pixels wide:
// a small flat drawing, never a face. It is the same in the light and the dark
// palette; in high contrast it is white on black.
func (l *Look) Picture(key string, side int) image.Image {
	return l.design.shelf.get(avatarKey{key, l.Plain(), side}, func() image.Image {
		whole := image.NewRGBA(image.Rect(0, 0, side, side))
		if side <= 0 {
			return whole
		}
		r := vector.NewRasterizer(side, side)
		fill := func(path string, c color.NRGBA) {
			r.Reset(side, side)
			if trace(r, path, float32(side)/iconBox) == nil { // TestPictures finds what is not well formed
				r.Draw(whole, whole.Bounds(), image.NewUniform(c), image.Point{})
			}
		}
		if l.Plain() {
			fill(box, l.Color(Surface))
		}
		for _, p := range l.design.avatars[key].Picture {
			switch {
			case !l.Plain():
				fill(p.Path, p.color)
			case p.Plain == "ink":
				fill(p.Path, l.Color(OnTile))
			case p.Plain == "ground":
				fill(p.Path, l.Color(Surface))
			}
		}
		disc := image.NewAlpha(whole.Bounds())
		r.Reset(side, side)
		_ = trace(r, circle, float32(side)/iconBox)
		r.DrawOp = draw.Src
		r.Draw(disc, disc.Bounds(), image.Opaque, image.Point{})
		cut := image.NewRGBA(whole.Bounds())
		draw.DrawMask(cut, cut.Bounds(), whole, image.Point{}, disc, image.Point{}, draw.Src)
		return cut
	})
}

// The whole box of the icons, and the circle in it.
const (
	box    = "M0 0L256 0L256 256L0 256Z"
	circle = "M128 0C198.7 0 256 57.3 256 128C256 198.7 198.7 256 128 256C57.3 256 0 198.7 0 128C0 57.3 57.3 0 128 0Z"
)
