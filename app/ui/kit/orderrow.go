package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// orderRow is the parts of a row of an OrderList.
type orderRow struct {
	look     *theme.Look
	box      *panel
	number   *canvas.Text
	icon     *glyph // nil for none
	text     *Para
	fit      Fit
	fits     *glyph
	up, down *signButton
}

func newOrderRow(f *Frame, item OrderItem) *orderRow {
	look := f.Look
	r := &orderRow{look: look, fit: item.Fit}
	r.box = newPanel(look, theme.Panel{Radius: look.Size("radius.control")})
	r.number = oneLine(look, "", theme.Body, true, look.Color(theme.InkSoft))
	if item.Icon != "" {
		r.icon = newIcon(look, item.Icon, look.Color(theme.InkSoft))
	}
	r.text = Text(f, theme.Body, item.Text)
	r.fits = newIcon(look, item.Fit.icon(), look.Color(theme.InkSoft))
	radius := look.Size("kit.order.arrowRadius")
	r.up, r.down = newSignButton(look, "arrow-up", 0, radius), newSignButton(look, "arrow-down", 0, radius)
	return r
}

func newLift(look *theme.Look) *panel {
	spec := theme.Panel{Fill: look.Color(theme.LampWash), Edge: look.Color(theme.LampEdge), Stroke: look.Size("stroke.control"), Radius: look.Size("radius.control")}
	if look.Plain() {
		spec.Edge, spec.Stroke = look.Color(theme.Lamp), 2*spec.Stroke
	} else {
		spec.Shadow, spec.Tone = liftShadow, look.Color(theme.Shadow)
	}
	return newPanel(look, spec)
}

func (r *orderRow) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{r.box.object, r.number}
	if r.icon != nil {
		parts = append(parts, r.icon.raster)
	}
	return append(parts, r.text, r.fits.raster, r.up.box, r.up.sign.raster, r.down.box, r.down.sign.raster)
}

// orderState is what decides the colours of a row.
type orderState struct {
	place                  int
	first, last            bool
	lifted, hovered, off   bool
	overUp, overDown       bool
	pressedUp, pressedDown bool
}

func (r *orderRow) paint(s orderState) {
	look := r.look
	fill, edge, ink, soft := theme.Surface, theme.Line, theme.Ink, theme.InkSoft
	switch {
	case s.off:
		fill, edge, ink, soft = theme.DisabledFill, theme.DisabledLine, theme.DisabledInk, theme.DisabledInk
	case s.hovered:
		edge = theme.LineStrong
		if look.Plain() {
			fill = theme.SurfaceSoft
		}
	}
	r.box.paint(look.Color(fill), look.Color(edge), look.Size("stroke.control"))
	r.box.object.Hidden = s.lifted
	r.number.Text, r.number.Color = strconv.Itoa(s.place+1), look.Color(soft)
	r.number.Refresh()
	if r.icon != nil {
		r.icon.recolor(look.Color(soft))
	}
	r.text.SetColor(look.Color(ink))
	r.paintFit(s.off)
	ground := theme.SurfaceSoft
	if s.lifted {
		ground = theme.Surface
	}
	r.up.paint(look, ground, s.off || s.first, s.overUp, s.pressedUp)
	r.down.paint(look, ground, s.off || s.last, s.overDown, s.pressedDown)
}

func (r *orderRow) paintFit(off bool) {
	role := [...]theme.Role{FitUnknown: theme.InkSoft, FitGood: theme.Grow, FitAgain: theme.LampInk, FitFree: theme.InkSoft}[r.fit]
	if off {
		role = theme.DisabledInk
	}
	r.fits.raster.Hidden = r.fit == FitUnknown
	if name := r.fit.icon(); name != r.fits.name {
		r.fits.name = name
		r.fits.raster.Refresh()
	}
	r.fits.recolor(r.look.Color(role))
}

// signButton is a small square with a sign that is part of a larger control.
type signButton struct {
	box    *canvas.Rectangle
	sign   *glyph
	stroke float32
}

func newSignButton(look *theme.Look, icon string, stroke, radius float32) *signButton {
	return &signButton{
		box:    newBox(color.Transparent, color.Transparent, plainStroke(look, stroke), radius),
		sign:   newIcon(look, icon, look.Color(theme.Ink)),
		stroke: stroke,
	}
}

func (b *signButton) place(x, y, side, icon float32) {
	placeBox(b.box, x, y, side, side)
	in := (side - icon) / 2
	put(b.sign.raster, x+in, y+in, icon, icon)
}

// paint gives the button the colours of its state on a ground of its own.
func (b *signButton) paint(look *theme.Look, ground theme.Role, off, over, pressed bool) {
	fill, edge, ink := ground, theme.LineStrong, theme.Ink
	switch {
	case off:
		fill, edge, ink = theme.DisabledFill, theme.DisabledLine, theme.DisabledInk
	case pressed:
		fill, edge = theme.SurfaceSunk, theme.Ink
	case over && (b.stroke > 0 || look.Plain()):
		fill = theme.SurfaceSoft
	case over:
		fill = theme.SurfaceSunk
	}
	paintBox(b.box, look.Color(fill), look.Color(edge))
	if off && b.stroke == 0 {
		b.box.FillColor = color.Transparent
	}
	b.sign.recolor(look.Color(ink))
}

// holds reports whether a place is on the button or in the gap around it.
func (b *signButton) holds(at fyne.Position, gap float32) bool {
	from, size := b.box.Position(), b.box.Size()
	return at.X >= from.X-gap && at.X < from.X+size.Width+gap && at.Y >= from.Y-gap && at.Y < from.Y+size.Height+gap
}

// grown is the side of a square button around an icon: the icon grows with
// the text, the room around it does not.
func grown(look *theme.Look, side, icon string) float32 {
	return look.Size(side) + look.Scaled(icon) - look.Size(icon)
}
