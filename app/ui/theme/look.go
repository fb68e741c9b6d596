package theme

import (
	"image/color"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
)

// Wish is what a person can choose about the look.
type Wish struct {
	Palette Palette // Light if empty or unknown
	Scale   float32 // text size, 1 if 0; offered are Design.Scales
	Spacing Spacing // Normal if empty
	Font    Font    // Atkinson if empty or unknown
}

// Spacing is the reader's choice of line spacing.
type Spacing string

// The line spacings, narrowest first.
const (
	Normal   Spacing = "normal"
	Wide     Spacing = "wide"
	VeryWide Spacing = "veryWide"
)

// Look is the design as one person sees it: a palette, a text size, a line
// spacing. It is not changed after Design.Look; build a new one instead.
type Look struct {
	design  *Design
	wish    Wish
	colors  map[Role]color.NRGBA
	spacing float32 // line spacing as a factor of the normal one
}

// Look derives a look from the design. Unknown or missing wishes become the
// defaults, so a damaged setting can't leave a person without a screen.
func (d *Design) Look(w Wish) *Look {
	if _, known := d.palettes[w.Palette]; !known {
		w.Palette = Light
	}
	largest := d.steps[len(d.steps)-1]
	if w.Scale < 1 {
		w.Scale = 1
	}
	w.Scale = min(w.Scale, largest)
	if !slices.Contains(Fonts(), w.Font) {
		w.Font = Atkinson
	}
	normal := d.sizes["type.lineSpacingChoices."+string(Normal)]
	chosen, known := d.sizes["type.lineSpacingChoices."+string(w.Spacing)]
	if !known {
		w.Spacing, chosen = Normal, normal
	}
	return &Look{
		design: d, wish: w, colors: d.palettes[w.Palette],
		spacing: chosen / normal,
	}
}

// Wish is what the look was built from, with the defaults filled in.
func (l *Look) Wish() Wish { return l.wish }

// Scale is the factor of the text size, from 1 to 2.
func (l *Look) Scale() float32 { return l.wish.Scale }

// Plain reports whether everything that is only beautiful stays away: no
// gradients, shadows, scene or halo, and every box has a border.
func (l *Look) Plain() bool { return l.wish.Palette == Contrast }

// Color is the colour of a role. An unknown role is drawn in the ink of the
// palette, so that it stays readable.
func (l *Look) Color(r Role) color.NRGBA {
	if c, known := l.colors[r]; known {
		return c
	}
	return l.colors[Ink]
}

// HasColor reports whether the role is in tokens.json.
func (l *Look) HasColor(r Role) bool { _, known := l.colors[r]; return known }

// Size is a number of tokens.json by its dotted path, not scaled: margins,
// gaps, radii, strokes, the body of the phone. Unknown names are 0.
func (l *Look) Size(path string) float32 { return l.design.sizes[path] }

// HasSize reports whether the path leads to a number in tokens.json.
func (l *Look) HasSize(path string) bool { _, known := l.design.sizes[path]; return known }

// Scaled is Size times the text scale: key caps, icons, chips, discs.
func (l *Look) Scaled(path string) float32 { return l.Size(path) * l.Scale() }

// Shape is a list of points of the dusk scene, x and y; see kit.shapes in
// tokens.json. Unknown names are empty.
func (l *Look) Shape(name string) [][2]float32 { return l.design.shapes[name] }

// At reads a table of sizes by text scale, such as the height of the top band:
// the value of the largest step that is not above the current scale.
func (l *Look) At(path string) float32 {
	var value float32
	for _, step := range l.design.steps {
		if step > l.Scale() {
			break
		}
		if v, known := l.design.sizes[path+"."+strconv.FormatFloat(float64(step), 'f', -1, 32)]; known {
			value = v
		}
	}
	return value
}

// Text is the size of type of a role, scaled.
func (l *Look) Text(r TextRole) float32 {
	size, known := l.design.sizes["type.sizes."+string(r)]
	if !known {
		if size, known = l.design.sizes["kit.text.sizes."+string(r)]; !known {
			size = l.design.sizes["type.sizes."+string(Body)]
		}
	}
	return size * l.Scale()
}

// HasText reports whether the role of type is in tokens.json with a size and a
// line height.
func (l *Look) HasText(r TextRole) bool {
	return (l.HasSize("type.sizes."+string(r)) || l.HasSize("kit.text.sizes."+string(r))) &&
		l.HasSize("kit.text.lines."+string(r))
}

// Line is the height of a line of the role, in units: the size times the line
// height of the role, and for running text the reader's line spacing.
func (l *Look) Line(r TextRole) float32 {
	line, known := l.design.sizes["kit.text.lines."+string(r)]
	if !known {
		line = l.design.sizes["type.lineHeight.text"]
	}
	if l.HasSize("kit.text.spaced." + string(r)) {
		line *= l.spacing
	}
	return l.Text(r) * line
}

// Font is the resource of the regular or the bold cut of the chosen font.
func (l *Look) Font(bold bool) fyne.Resource {
	r, err := l.design.faces.get(l.wish.Font, bold)
	if err != nil {
		return nil // TestFontsHoldOurLetters reads them all
	}
	return r
}
