package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// painter draws the things of the scene in the points of tokens.json.
type painter struct {
	scene   *scene
	stretch float32 // of x, as the window is wider or narrower than the design
	y       float32 // horizon
	tower   float32 // middle of the lighthouse
}

func (p painter) add(o fyne.CanvasObject) { p.scene.objects = append(p.scene.objects, o) }

func (p painter) tone(name string) color.NRGBA { return p.scene.look.Color(theme.Scene(name)) }

// spread are points over the width of the window.
func (p painter) spread(name string) []fyne.Position {
	var out []fyne.Position
	for _, at := range p.scene.look.Shape(name) {
		out = append(out, fyne.NewPos(at[0]*p.stretch, p.y+at[1]))
	}
	return out
}

// around are points around the lighthouse.
func (p painter) around(name string) []fyne.Position {
	var out []fyne.Position
	for _, at := range p.scene.look.Shape(name) {
		out = append(out, fyne.NewPos(p.tower+at[0], p.y+at[1]))
	}
	return out
}

// fill draws a polygon over its own bounds only.
func (p painter) fill(points []fyne.Position, c color.NRGBA) {
	low, high := points[0], points[0]
	for _, at := range points {
		low = fyne.NewPos(min(low.X, at.X), min(low.Y, at.Y))
		high = fyne.NewPos(max(high.X, at.X), max(high.Y, at.Y))
	}
	for i := range points {
		points[i] = points[i].Subtract(low)
	}
	shape := canvas.NewArbitraryPolygon(points, c)
	put(shape, low.X, low.Y, high.X-low.X, high.Y-low.Y)
	p.add(shape)
}

func (p painter) stars() {
	side := p.scene.look.Size("kit.scene.star")
	for i, at := range p.scene.look.Shape("stars") {
		star := canvas.NewCircle(theme.Mix(p.tone("star"), p.tone("skyTop"), float32(i%3)/5))
		s := side + float32(i%2)
		put(star, at[0]*p.stretch, at[1], s, s)
		p.add(star)
	}
}

func (p painter) hills() {
	p.fill(p.spread("hillFar"), p.tone("hillFar"))
	near := append(p.spread("hillNearLeft"), p.around("hillNearTop")...)
	p.fill(append(near, p.spread("hillNearRight")...), p.tone("hillNear"))
}

func (p painter) lighthouse() {
	look := p.scene.look
	p.fill(p.around("tower"), p.tone("tower"))
	p.fill(p.around("towerBand"), p.tone("towerBand"))
	p.fill(p.around("gallery"), p.tone("towerDark"))
	p.fill(p.around("roof"), p.tone("towerDark"))
	light := p.around("light")[0]
	for _, glow := range []struct{ size, alpha string }{
		{"haloWide", "lighthouseWide"}, {"haloNear", "lighthouseNear"},
	} {
		side := look.Size("kit.scene." + glow.size)
		image := halo(look, p.tone("lampOn"), look.Size("halo.peakAlpha."+glow.alpha))
		put(image, light.X-side/2, light.Y-side/2, side, side)
		p.add(image)
	}
	p.fill(p.around("lantern"), p.tone("lampOn"))
}

// glints are pairs of points on the water, fainter towards the shore.
func (p painter) glints() {
	ends := p.around("glints")
	for i := 0; i+1 < len(ends); i += 2 {
		faint := float32(i) / float32(len(ends))
		line := canvas.NewRectangle(theme.Mix(p.tone("glint"), p.tone("water"), (1+faint)/2))
		put(line, ends[i].X, ends[i].Y, ends[i+1].X-ends[i].X, p.scene.look.Size("kit.scene.glint"))
		p.add(line)
	}
}
