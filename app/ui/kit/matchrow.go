package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// matchRow is the parts of a sentence with the place for its answer.
type matchRow struct {
	item      MatchItem
	words     MatchWords
	box       *panel
	face      *fyne.Container // who says it, and the sentence
	who, text *Para           // who is nil without one
	link      *glyph          // between sentence and answer
	slot      *canvas.Rectangle
	empty     *Para
	fit       MatchFit
	sign      *glyph
	verdict   *Para // nil without a fit
	reason    *Para // nil without one
}

func newMatchRow(f *Frame, item MatchItem, words MatchWords) *matchRow {
	look := f.Look
	r := &matchRow{item: item, words: words}
	r.box = newPanel(look, theme.Panel{Radius: look.Size("kit.match.radius")})
	r.text = Text(f, theme.Body, item.Text)
	said := VStack(0)
	if item.Who != "" {
		r.who = SoftText(f, theme.Small, item.Who)
		said.Add(r.who)
	}
	said.Add(r.text)
	face := []fyne.CanvasObject{said}
	if item.Avatar != "" {
		face = []fyne.CanvasObject{Avatar(f, item.Avatar, look.Size("kit.match.disc")), said}
	}
	r.face = HStack(look.Size("kit.match.space"), len(face)-1, face...)
	r.link = newIcon(look, "arrow-right", look.Color(theme.InkSoft))
	r.slot = newBox(color.Transparent, color.Transparent, look.Size("stroke.control"), look.Size("kit.match.slotRadius"))
	r.empty = SoftText(f, theme.BubbleText, words.Empty)
	r.sign = newIcon(look, FitGood.icon(), look.Color(theme.Grow))
	return r
}

// setFit shows how the pair stands.
func (r *matchRow) setFit(f *Frame, fit MatchFit) {
	if fit == r.fit {
		return
	}
	r.fit, r.verdict, r.reason = fit, nil, nil
	if fit.Fit == FitUnknown {
		return
	}
	r.verdict = NewPara(f, ParaOpts{Text: r.words.fit(fit.Fit), Role: theme.Small, Bold: true, Color: r.fitRole()})
	if fit.Reason != "" {
		r.reason = SoftText(f, theme.Small, fit.Reason)
	}
	r.sign.name = fit.Fit.icon()
	r.sign.raster.Refresh()
}

func (r *matchRow) fitRole() theme.Role {
	switch r.fit.Fit {
	case FitGood:
		return theme.Grow
	case FitAgain:
		return theme.LampInk
	}
	return theme.InkSoft
}

func (r *matchRow) parts() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{r.box.object, r.face, r.link.raster, r.slot, r.empty}
	if r.verdict != nil {
		parts = append(parts, r.sign.raster, r.verdict)
	}
	if r.reason != nil {
		parts = append(parts, r.reason)
	}
	return parts
}

// matchRowState is what decides the colours of a row.
type matchRowState struct{ marked, paired, over, pressed, off bool }

func (r *matchRow) paint(look *theme.Look, s matchRowState) {
	fill, edge, ink, soft := theme.Surface, theme.Line, theme.Ink, theme.InkSoft
	slot, slotEdge, empty := theme.SurfaceSoft, theme.LineStrong, theme.InkSoft
	stroke, fit := look.Size("stroke.control"), r.fitRole()
	switch {
	case s.off:
		fill, edge, ink, soft = theme.DisabledFill, theme.DisabledLine, theme.DisabledInk, theme.DisabledInk
		slot, slotEdge, empty, fit = theme.DisabledFill, theme.DisabledInk, theme.DisabledInk, theme.DisabledInk
	case s.pressed:
		fill, edge = theme.SurfaceSunk, theme.Ink
	case s.marked:
		fill, edge, slot, slotEdge, empty = theme.LampWash, theme.LampEdge, theme.Surface, theme.LampEdge, theme.LampInk
		if look.Plain() {
			edge, slotEdge, stroke = theme.Lamp, theme.Lamp, 2*stroke
		}
	case s.over:
		edge = theme.LineStrong
		if look.Plain() {
			fill = theme.SurfaceSoft
		}
	}
	r.box.paint(look.Color(fill), look.Color(edge), stroke)
	r.text.SetColor(look.Color(ink))
	r.link.recolor(look.Color(soft))
	r.sign.recolor(look.Color(fit))
	r.empty.SetColor(look.Color(empty))
	if r.verdict != nil {
		r.verdict.SetColor(look.Color(fit))
	}
	for _, p := range []*Para{r.who, r.reason} {
		if p != nil {
			p.SetColor(look.Color(soft))
		}
	}
	paintBox(r.slot, look.Color(slot), look.Color(slotEdge))
	r.slot.Hidden, r.empty.Hidden = s.paired, s.paired
}

// matchAnswer is the parts of an answer in its two forms: in the list, and
// beside a sentence.
type matchAnswer struct {
	box, pair *panel
	cap       *KeyCap // nil if keys are not shown
	pairCap   *KeyCap
	text      *Para
	pairText  *Para
	used      *glyph // says in the list that it stands beside a sentence
}

func newMatchAnswer(f *Frame, i int, text string) *matchAnswer {
	look := f.Look
	a := &matchAnswer{text: Text(f, theme.Body, text), pairText: Text(f, theme.Body, text)}
	a.box = newPanel(look, theme.Panel{Radius: look.Size("kit.match.radius")})
	a.pair = newPanel(look, theme.Panel{Radius: look.Size("kit.match.slotRadius")})
	a.used = newIcon(look, "link-simple", look.Color(theme.InkSoft))
	if f.KeysShown() && Digit(i) > 0 {
		a.cap = NewKeyCap(f, KeyCapOpts{Text: strconv.Itoa(i + 1), Large: true})
		a.pairCap = NewKeyCap(f, KeyCapOpts{Text: strconv.Itoa(i + 1)})
	}
	return a
}

func (a *matchAnswer) listed() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{a.box.object, a.text, a.used.raster}
	if a.cap != nil {
		parts = append(parts, a.cap)
	}
	return parts
}

func (a *matchAnswer) paired() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{a.pair.object, a.pairText}
	if a.pairCap != nil {
		parts = append(parts, a.pairCap)
	}
	return parts
}

// matchAnswerState is what decides the colours of an answer.
type matchAnswerState struct{ used, aimed, over, pressed, held, off bool }

func (a *matchAnswer) paint(look *theme.Look, s matchAnswerState) {
	now := choiceState{chosen: s.aimed || s.held, disabled: s.off, pressed: s.pressed, hovered: s.over}.colors(look)
	if s.used && !s.aimed && !s.held && !s.off && !s.pressed {
		now.fill, now.ink = look.Color(theme.SurfaceSoft), look.Color(theme.InkSoft)
		now.capInk, now.capFill = look.Color(theme.InkSoft), color.NRGBA{}
	}
	a.box.paint(now.fill, now.edge, now.stroke)
	a.text.SetColor(now.ink)
	a.used.recolor(now.ink)
	a.used.raster.Hidden = !s.used
	if a.cap != nil {
		a.cap.tone(now.capInk, now.capEdge, now.capFill)
	}
	pair, pairInk, pairEdge := theme.BubbleMe, theme.Ink, theme.LineStrong
	if s.off {
		pair, pairInk, pairEdge = theme.Surface, theme.DisabledInk, theme.DisabledInk
	}
	a.pair.paint(look.Color(pair), look.Color(pairEdge), plainStroke(look, 0))
	a.pairText.SetColor(look.Color(pairInk))
	if a.pairCap != nil {
		a.pairCap.tone(look.Color(pairInk), look.Color(pairEdge), color.NRGBA{})
	}
}
