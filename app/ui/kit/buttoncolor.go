package kit

import (
	"image/color"

	"vigie/app/ui/theme"
)

type buttonColors struct{ fill, edge, ink, capInk, capEdge color.NRGBA }

// colors is the state of the button as colours.
func (b *Button) colors() buttonColors {
	look := b.look()
	if b.disabled {
		ink := look.Color(theme.DisabledInk)
		c := buttonColors{look.Color(theme.DisabledFill), look.Color(theme.DisabledLine), ink, ink, ink}
		if b.opts.Kind == Ghost && !look.Plain() {
			c.fill, c.edge = color.NRGBA{}, color.NRGBA{}
		}
		return c
	}
	switch b.opts.Kind {
	case Primary, Hero:
		return b.lampColors(look)
	case Ghost:
		return b.ghostColors(look)
	case OnDoor:
		return b.doorColors(look)
	case Outline, Raised:
		return b.outlineColors(look)
	}
	ink := look.Color(theme.Ink)
	c := buttonColors{look.Color(theme.Surface), look.Color(theme.LineStrong), ink, ink, look.Color(theme.LineStrong)}
	switch {
	case b.pressed:
		c.fill, c.edge = look.Color(theme.SurfaceSunk), ink
	case b.hovered:
		c.fill = look.Color(theme.SurfaceSoft)
	}
	return c
}

func (b *Button) lampColors(look *theme.Look) buttonColors {
	ink := look.Color(theme.OnLamp)
	c := buttonColors{look.Color(theme.Lamp), look.Color(theme.LampEdge), ink, ink, ink}
	switch {
	case b.pressed:
		c.fill = look.Color(theme.LampPressed)
	case b.hovered:
		c.fill = look.Color(theme.LampHover)
	}
	return c
}

func (b *Button) ghostColors(look *theme.Look) buttonColors {
	ink := look.Color(b.f.inkSoft())
	c := buttonColors{ink: ink, capInk: ink, capEdge: look.Color(b.f.edge())}
	soft, sunk := theme.SurfaceSoft, theme.SurfaceSunk
	if b.f.night {
		c.ink, soft, sunk = look.Color(theme.OnNight), theme.NightRaise, theme.NightCard
		c.capInk = c.ink
	}
	if look.Plain() {
		c.edge, c.fill = look.Color(theme.LineStrong), look.Color(theme.Surface)
	}
	switch {
	case b.pressed:
		c.fill, c.ink = look.Color(sunk), look.Color(b.f.ink())
	case b.hovered:
		c.fill, c.ink = look.Color(soft), look.Color(b.f.ink())
	}
	return c
}

func (b *Button) outlineColors(look *theme.Look) buttonColors {
	ink, edge := look.Color(b.f.ink()), look.Color(b.f.edge())
	c := buttonColors{edge: edge, ink: ink, capInk: ink, capEdge: edge}
	hover := look.Color(theme.NightRaise)
	if b.opts.Kind == Raised {
		c.fill, hover = hover, theme.Mix(hover, ink, look.Size("kit.mix.raised"))
	}
	switch {
	case b.pressed:
		c.fill, c.edge = look.Color(theme.NightCard), ink
	case b.hovered:
		c.fill = hover
	}
	return c
}

func (b *Button) doorColors(look *theme.Look) buttonColors {
	help, edge := look.Color(theme.Help), look.Color(theme.LineStrong)
	c := buttonColors{look.Color(theme.OnHelp), look.Color(theme.OnHelp), help, look.Color(theme.Help), edge}
	switch {
	case b.pressed:
		c.fill = theme.Mix(c.fill, help, look.Size("kit.mix.pressed"))
	case b.hovered:
		c.fill = theme.Mix(c.fill, help, look.Size("kit.mix.hover"))
	}
	return c
}
