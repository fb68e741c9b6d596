package theme

import (
	"embed"
	"encoding/json"
	"fmt"
	"image/color"
)

//go:embed tokens.json fonts/*.ttf
var files embed.FS

// Design is what tokens.json says, parsed once. It does not change and may be
// shared.
type Design struct {
	palettes   map[Palette]map[Role]color.NRGBA
	sizes      map[string]float32
	shapes     map[string][][2]float32
	icons      map[string]string
	avatars    map[string]avatar
	steps      []float32
	falloff    [][2]float32
	fyneColors map[string]Role
	shelf      *shelf
	faces      faces
}

// avatar is a character of the course; only the picture is drawn.
type avatar struct {
	Picture []part `json:"picture"`
}

type tokens struct {
	Palettes map[Palette]map[string]string `json:"palettes"`
	Scene    map[string]string             `json:"scene"`
	Neutral  map[string]string             `json:"neutralScreen"`
	Avatars  map[string]avatar             `json:"avatars"`
	Type     struct {
		ScaleSteps []float32 `json:"scaleSteps"`
	} `json:"type"`
	Halo struct {
		Falloff [][2]float32 `json:"falloff"`
	} `json:"halo"`
	FyneColors map[string]Role `json:"fyneColors"`
	Kit        struct {
		Shapes map[string]json.RawMessage `json:"shapes"`
	} `json:"kit"`
	Icons struct {
		Paths map[string]string `json:"paths"`
	} `json:"icons"`
}

// Load reads the embedded tokens and fonts. It fails only if tokens.json is
// not well formed, which a build with passing tests excludes.
func Load() (*Design, error) {
	text, err := files.ReadFile("tokens.json")
	if err != nil {
		return nil, fmt.Errorf("reading the design tokens: %w", err)
	}
	d, err := parse(text)
	if err != nil {
		return nil, fmt.Errorf("reading the design tokens: %w", err)
	}
	if _, err := d.faces.get(Atkinson, false); err != nil {
		return nil, fmt.Errorf("reading the font: %w", err)
	}
	return d, nil
}

func parse(text []byte) (*Design, error) {
	var t tokens
	if err := json.Unmarshal(text, &t); err != nil {
		return nil, err
	}
	var tree map[string]any
	if err := json.Unmarshal(text, &tree); err != nil {
		return nil, err
	}
	d := &Design{
		palettes:   map[Palette]map[Role]color.NRGBA{},
		sizes:      map[string]float32{},
		icons:      t.Icons.Paths,
		avatars:    t.Avatars,
		steps:      t.Type.ScaleSteps,
		falloff:    t.Halo.Falloff,
		fyneColors: t.FyneColors,
		shelf:      newShelf(),
	}
	for key, a := range d.avatars {
		for i := range a.Picture {
			c, err := parseColor(a.Picture[i].Fill)
			if err != nil {
				return nil, fmt.Errorf("the picture of %s: %w", key, err)
			}
			a.Picture[i].color = c
		}
	}
	flatten("", tree, d.sizes)
	d.shapes = shapes(t.Kit.Shapes)
	for name, values := range t.Palettes {
		roles := map[Role]color.NRGBA{}
		if err := addColors(roles, "", values); err != nil {
			return nil, fmt.Errorf("palette %s: %w", name, err)
		}
		if err := addColors(roles, "scene.", t.Scene); err != nil {
			return nil, err
		}
		if err := addColors(roles, "neutral.", t.Neutral); err != nil {
			return nil, err
		}
		d.palettes[name] = roles
	}
	return d, nil
}

// flatten collects every number of the tree under its dotted path.
func flatten(prefix string, node any, into map[string]float32) {
	switch v := node.(type) {
	case map[string]any:
		for key, child := range v {
			path := key
			if prefix != "" {
				path = prefix + "." + key
			}
			flatten(path, child, into)
		}
	case float64:
		into[prefix] = float32(v)
	}
}

// shapes keeps the entries that are lists of points.
func shapes(raw map[string]json.RawMessage) map[string][][2]float32 {
	out := map[string][][2]float32{}
	for name, text := range raw {
		var points [][2]float32
		if json.Unmarshal(text, &points) == nil {
			out[name] = points
		}
	}
	return out
}

// AvatarKeys lists the keys of the characters' pictures in no particular order.
func (d *Design) AvatarKeys() []string {
	keys := make([]string, 0, len(d.avatars))
	for key := range d.avatars {
		keys = append(keys, key)
	}
	return keys
}

// IconNames lists the names of all icons in no particular order.
func (d *Design) IconNames() []string {
	names := make([]string, 0, len(d.icons))
	for name := range d.icons {
		names = append(names, name)
	}
	return names
}

// Scales lists the steps of the text size that are offered, smallest first.
func (d *Design) Scales() []float32 { return append([]float32(nil), d.steps...) }
