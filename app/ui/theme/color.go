package theme

import (
	"fmt"
	"image/color"
	"math"
)

func addColors(into map[Role]color.NRGBA, prefix string, values map[string]string) error {
	for name, text := range values {
		c, err := parseColor(text)
		if err != nil {
			return fmt.Errorf("colour %s: %w", name, err)
		}
		into[Role(prefix+name)] = c
	}
	return nil
}

// parseColor reads #RRGGBB or rgba(r,g,b,a) with a from 0 to 1.
func parseColor(text string) (color.NRGBA, error) {
	c := color.NRGBA{A: math.MaxUint8}
	if _, err := fmt.Sscanf(text, "#%02X%02X%02X", &c.R, &c.G, &c.B); err == nil {
		return c, nil
	}
	var alpha float64
	if _, err := fmt.Sscanf(text, "rgba(%d,%d,%d,%g)", &c.R, &c.G, &c.B, &alpha); err != nil {
		return c, fmt.Errorf("%q is neither #RRGGBB nor rgba(r,g,b,a)", text)
	}
	c.A = uint8(math.Round(alpha * math.MaxUint8))
	return c, nil
}

// Mix is the colour at part t of the way from a to b; 0 is a, 1 is b. Fyne has
// no group opacity, so fading over a known ground is done by mixing.
func Mix(a, b color.NRGBA, t float32) color.NRGBA {
	part := func(x, y uint8) uint8 {
		return uint8(math.Round(float64(x) + (float64(y)-float64(x))*float64(t)))
	}
	return color.NRGBA{part(a.R, b.R), part(a.G, b.G), part(a.B, b.B), part(a.A, b.A)}
}

// Fade is c with the given opacity, 0 to 1.
func Fade(c color.NRGBA, alpha float32) color.NRGBA {
	c.A = uint8(math.Round(float64(c.A) * float64(alpha)))
	return c
}

// Ratio is the contrast of two opaque colours, 1 to 21, by the formula of the
// Web Content Accessibility Guidelines 2.2.
func Ratio(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		x := float64(v) / math.MaxUint8
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}
