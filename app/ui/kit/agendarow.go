package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// agendaRow is the parts of a row of an agenda.
type agendaRow struct {
	item          AgendaItem
	ground        *canvas.Rectangle // covers the room of the row
	time, minutes *Para             // minutes is nil without any
	title         *Para
	icon          *glyph // nil for none
}

func newAgendaRow(f *Frame, item AgendaItem) *agendaRow {
	look := f.Look
	now := item.State == AgendaCurrent
	r := &agendaRow{item: item, ground: canvas.NewRectangle(color.Transparent)}
	r.time = NewPara(f, ParaOpts{Text: item.Time, Role: theme.Small, Bold: now})
	r.title = NewPara(f, ParaOpts{Text: item.Title, Role: theme.Small, Bold: now})
	if item.Minutes != "" {
		r.minutes = NewPara(f, ParaOpts{Text: item.Minutes, Role: theme.Caption})
	}
	switch {
	case item.State == AgendaDone:
		r.icon = newIcon(look, "check-circle", look.Color(theme.Grow))
	case item.Icon != "":
		r.icon = newIcon(look, item.Icon, look.Color(theme.InkSoft))
	}
	return r
}

func (r *agendaRow) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{r.ground, r.time, r.title}
	if r.minutes != nil {
		parts = append(parts, r.minutes)
	}
	if r.icon != nil {
		parts = append(parts, r.icon.raster)
	}
	return parts
}

func (r *agendaRow) paint(look *theme.Look, off bool) {
	title, soft, icon := theme.Ink, theme.InkSoft, theme.InkSoft
	switch {
	case off:
		title, soft, icon = theme.DisabledInk, theme.DisabledInk, theme.DisabledInk
	case r.item.State == AgendaCurrent:
		soft, icon = theme.LampInk, theme.LampInk
	case r.item.State == AgendaDone:
		title, icon = theme.InkSoft, theme.Grow
	}
	r.time.SetColor(look.Color(soft))
	r.title.SetColor(look.Color(title))
	if r.minutes != nil {
		r.minutes.SetColor(look.Color(soft))
	}
	if r.icon != nil {
		r.icon.recolor(look.Color(icon))
	}
}

// agendaLay is the columns that all rows share: the time with the minutes
// under it, the title, the icon. Where the title would be too narrow it stands
// under the time.
type agendaLay struct {
	pad, gap, time, title, icon float32
	folded                      bool
}

func (a *Agenda) lay(width float32) agendaLay {
	look := a.f.Look
	y := agendaLay{pad: look.Size("kit.agenda.padX"), gap: look.Size("kit.agenda.space"), icon: look.Scaled("kit.agenda.icon")}
	var least float32
	for _, r := range a.rows {
		y.time = max(y.time, r.time.Natural())
		least = max(least, r.title.Least())
		if r.minutes != nil {
			y.time = max(y.time, r.minutes.Natural())
		}
	}
	y.title = width - 2*y.pad - 2*y.gap - y.time - y.icon
	if y.title < least {
		y.folded = true
		y.title = width - 2*y.pad - y.gap - y.icon
	}
	y.title = max(0, y.title)
	return y
}

// when is the height of the time and the minutes.
func (r *agendaRow) when() float32 {
	h := r.time.HeightFor(unlimited)
	if r.minutes != nil {
		h += r.minutes.HeightFor(unlimited)
	}
	return h
}

func (a *Agenda) rowHeight(r *agendaRow, y agendaLay) float32 {
	look := a.f.Look
	line, pad := look.Line(theme.Small), 2*look.Size("kit.agenda.padY")
	inside := max(r.when(), r.title.HeightFor(y.title))
	if y.folded {
		inside = r.when() + r.title.HeightFor(y.title)
	}
	return max(look.Size("kit.agenda.row")+line-line/look.Scale(), inside+pad)
}

// HeightFor is the height of all rows with their titles wrapped.
func (a *Agenda) HeightFor(width float32) float32 {
	y := a.lay(width)
	sum := a.f.Look.Size("kit.agenda.gap") * float32(max(0, len(a.rows)-1))
	for _, r := range a.rows {
		sum += a.rowHeight(r, y)
	}
	return sum
}

// Natural is the width with every title on one line.
func (a *Agenda) Natural() float32 {
	y := a.lay(unlimited)
	var widest float32
	for _, r := range a.rows {
		widest = max(widest, r.title.Natural())
	}
	return 2*y.pad + y.time + widest + 2*y.gap + y.icon
}

// Least is the width with the titles under the times, wrapped at every word.
func (a *Agenda) Least() float32 {
	y := a.lay(unlimited)
	least := y.time
	for _, r := range a.rows {
		least = max(least, r.title.Least())
	}
	return 2*y.pad + least + y.gap + y.icon
}

// CreateRenderer is for Fyne.
func (a *Agenda) CreateRenderer() fyne.WidgetRenderer { return draw(a) }

func (a *Agenda) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{a.hovered.object, a.current.object}
	for _, r := range a.rows {
		parts = append(parts, r.parts()...)
	}
	return append(parts, a.ring)
}

func (a *Agenda) place(size fyne.Size) {
	look, y := a.f.Look, a.lay(size.Width)
	var top float32
	for i, r := range a.rows {
		h := a.rowHeight(r, y)
		a.placeRow(r, y, top, size.Width, h)
		if r.item.State == AgendaCurrent {
			put(a.current.object, 0, top, size.Width, h)
		}
		if i == a.over || i == a.down {
			put(a.hovered.object, 0, top, size.Width, h)
		}
		if i == a.at {
			placeRing(a.f, a.ring, 0, top, size.Width, h, look.Size("radius.control"))
		}
		top += h + look.Size("kit.agenda.gap")
	}
}

func (a *Agenda) placeRow(r *agendaRow, y agendaLay, top, w, h float32) {
	put(r.ground, 0, top, w, h)
	title, x := r.title.HeightFor(y.title), y.pad+y.time+y.gap
	from, at := top+(h-r.when())/2, top+(h-title)/2
	if y.folded {
		from = top + (h-r.when()-title)/2
		x, at = y.pad, from+r.when()
	}
	line := r.time.HeightFor(unlimited)
	put(r.time, y.pad, from, r.time.Natural(), line)
	if r.minutes != nil {
		put(r.minutes, y.pad, from+line, r.minutes.Natural(), r.minutes.HeightFor(unlimited))
	}
	put(r.title, x, at, y.title, title)
	if r.icon != nil {
		put(r.icon.raster, w-y.pad-y.icon, top+(h-y.icon)/2, y.icon, y.icon)
	}
}

func (a *Agenda) paint() {
	look := a.f.Look
	stroke, now, over := look.Size("stroke.control"), false, max(a.over, a.down)
	for _, r := range a.rows {
		r.paint(look, a.disabled)
		now = now || r.item.State == AgendaCurrent
	}
	fill, edge, wide := theme.LampWash, theme.LampEdge, stroke
	switch {
	case a.disabled:
		fill, edge = theme.DisabledFill, theme.DisabledInk
	case look.Plain():
		edge, wide = theme.Lamp, 2*stroke
	case a.over >= 0 && a.rows[a.over].item.State == AgendaCurrent:
		edge = theme.LampInk
	}
	a.current.paint(look.Color(fill), look.Color(edge), wide)
	a.current.object.Hidden = !now || a.down >= 0 && a.rows[a.down].item.State == AgendaCurrent
	a.hovered.object.Hidden = over < 0 || a.disabled
	if a.down >= 0 {
		a.hovered.paint(look.Color(theme.SurfaceSunk), look.Color(theme.Ink), stroke)
		return
	}
	a.hovered.paint(look.Color(theme.SurfaceSoft), look.Color(theme.LineStrong), stroke)
}
