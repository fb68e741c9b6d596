package theme

import (
	"image"
	"image/color"
	"math"
)

// haloSide is the side of the baked halo in pixels; it is stretched when drawn.
const haloSide = 128

// Halo is the glow of a lamp: a square picture, c in the middle with the given
// opacity, fading to nothing at the edge after the falloff in tokens.json.
// Fyne computes its own radial gradients point by point at full size; one
// small picture that is stretched costs nothing.
func (l *Look) Halo(c color.NRGBA, alpha float32) image.Image {
	picture := image.NewNRGBA(image.Rect(0, 0, haloSide, haloSide))
	middle := float64(haloSide-1) / 2
	for y := range haloSide {
		for x := range haloSide {
			r := math.Hypot(float64(x)-middle, float64(y)-middle) / middle
			picture.SetNRGBA(x, y, Fade(c, alpha*l.falloff(float32(r))))
		}
	}
	return picture
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
