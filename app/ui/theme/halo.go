package theme

import (
	"image"
	"image/color"
	"math"
)

// haloSide is the side of the baked halo in pixels; it is stretched when drawn.
const haloSide = 127

// Halo is the glow of a lamp: a square picture, c in the middle with the given
// opacity, fading to nothing at the edge after the falloff in tokens.json.
// Fyne computes its own radial gradients point by point at full size; one
// small picture that is stretched costs nothing.
func (l *Look) Halo(c color.NRGBA, alpha float32) image.Image {
	return l.design.shelf.get(haloKey{c, alpha}, func() image.Image { return l.bakeHalo(c, alpha) })
}

type haloKey struct {
	color color.NRGBA
	alpha float32
}

func (l *Look) bakeHalo(c color.NRGBA, alpha float32) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, haloSide, haloSide))
	for y := range haloSide {
		for x := range haloSide {
			r := distance(x, y, haloSide, haloSide)
			picture.Set(x, y, Fade(c, alpha*l.falloff(r)))
		}
	}
	return picture
}

// distance is how far a pixel is from the middle of a picture: 1 at the sides.
func distance(x, y, width, height int) float32 {
	half := func(n, of int) float64 { return (2*float64(n) - float64(of-1)) / float64(of-1) }
	return float32(math.Hypot(half(x, width), half(y, height)))
}

// The evening is baked in this size, in pixels, and stretched when drawn.
const eveningWidth, eveningHeight = 104, 127

// Evening is the ground of the stage: from nightA down to nightB, with a warm
// glow over its lower part.
func (l *Look) Evening() image.Image {
	type key struct{ palette Palette }
	return l.design.shelf.get(key{l.wish.Palette}, func() image.Image {
		picture := image.NewRGBA(image.Rect(0, 0, eveningWidth, eveningHeight))
		from := int(eveningHeight * l.Size("kit.stage.haloTop"))
		glow, alpha := l.Color(Scene("skyGlow")), l.Size("halo.peakAlpha.stage")
		for y := range eveningHeight {
			ground := Mix(l.Color(NightA), l.Color(NightB), float32(y)/(eveningHeight-1))
			for x := range eveningWidth {
				c := ground
				if y >= from {
					c = Mix(ground, glow, alpha*l.falloff(distance(x, y-from, eveningWidth, eveningHeight-from)))
				}
				picture.Set(x, y, c)
			}
		}
		return picture
	})
}

func (l *Look) falloff(r float32) float32 {
	steps := l.design.falloff
	for i := 1; i < len(steps); i++ {
		if from, to := steps[i-1], steps[i]; r <= to[0] {
			return from[1] + (to[1]-from[1])*(r-from[0])/(to[0]-from[0])
		}
	}
	return 0
}
