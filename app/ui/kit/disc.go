package kit

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// Avatar is the profile picture of a character, side units at scale 1. A key
// that is not a character, such as "", gives the disc of a group.
func Avatar(f *Frame, key string, side float32) *fyne.Container {
	look := f.Look
	circle := newDisc(look.Color(theme.Tile), look.Color(theme.OnTile), plainStroke(look, 0))
	if !look.HasPicture(key) {
		return discWith(f, circle, "users-three", theme.OnTile, side)
	}
	circle.FillColor = color.Transparent
	picture := canvas.NewRaster(func(w, h int) image.Image { return look.Picture(key, min(w, h)) })
	side *= look.Scale()
	return &fyne.Container{Layout: discs{side, side - 2*circle.StrokeWidth}, Objects: []fyne.CanvasObject{circle, picture}}
}

// IconDisc is an icon in a strong colour on a disc of its wash.
func IconDisc(f *Frame, icon string, tone Tone, side float32) *fyne.Container {
	strong, wash := tone.roles()
	circle := newDisc(f.Look.Color(wash), f.Look.Color(theme.LineStrong), plainStroke(f.Look, 0))
	return discWith(f, circle, icon, strong, side)
}

// LampDisc is an icon on a lit lamp.
func LampDisc(f *Frame, icon string, side float32) *fyne.Container {
	circle := newDisc(f.Look.Color(theme.Lamp), f.Look.Color(theme.LampEdge), plainStroke(f.Look, 0))
	return discWith(f, circle, icon, theme.OnLamp, side)
}

// RingedLamp is a LampDisc with a ring of light around it: the sign of a
// moment to stop and choose.
func RingedLamp(f *Frame, icon string) *fyne.Container {
	look := f.Look
	inner, outer := look.Size("kit.disc.stop"), look.Scaled("kit.disc.stopRing")
	if look.Plain() {
		return LampDisc(f, icon, look.Size("kit.disc.stopRing"))
	}
	ring := newDisc(color.Transparent, look.Color(theme.Lamp), look.Size("pathLamp.ring"))
	return &fyne.Container{
		Layout:  discs{outer, outer},
		Objects: []fyne.CanvasObject{ring, Center(LampDisc(f, icon, inner))},
	}
}

func discWith(f *Frame, circle *canvas.Circle, icon string, role theme.Role, side float32) *fyne.Container {
	side *= f.Look.Scale()
	picture := newIcon(f.Look, icon, f.Look.Color(role)).raster
	return &fyne.Container{
		Layout:  discs{side, side * f.Look.Size("kit.disc.iconPart")},
		Objects: []fyne.CanvasObject{circle, picture},
	}
}

// discs is a circle and something in its middle.
type discs struct{ side, inside float32 }

// MinSize is the circle.
func (d discs) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(d.side) }

// Layout centres the second object in the first.
func (d discs) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x, y := (size.Width-d.side)/2, (size.Height-d.side)/2
	placeDisc(objects[0].(*canvas.Circle), x, y, d.side)
	in := (d.side - d.inside) / 2
	put(objects[1], x+in, y+in, d.inside, d.inside)
}
