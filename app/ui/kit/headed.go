package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// HeadedOpts are the choices of a page with its heading on the stage. Texts
// are translated.
type HeadedOpts struct {
	Icon    string // on a lamp over the heading
	Heading string
	Note    string // one or two soft lines, may be empty
	// Aside builds what stands under the note, with the frame of the ground it
	// will stand on; nil for nothing. Where the stage is folded it comes last.
	Aside func(f *Frame) fyne.CanvasObject
}

// HeadedPage is the body of a screen: what is asked at the left on the stage,
// what one can do about it at the right. Where the text is so large that the
// stage is folded, the heading stands over the content. Both sides scroll.
func HeadedPage(f *Frame, opts HeadedOpts, o fyne.CanvasObject) *fyne.Container {
	look := f.Look
	if f.Tight() {
		parts := []fyne.CanvasObject{BoldText(f, theme.PageTitle, opts.Heading)}
		if opts.Note != "" {
			parts = append(parts, SoftText(f, theme.Body, opts.Note))
		}
		parts = append(parts, o)
		if opts.Aside != nil {
			parts = append(parts, opts.Aside(f))
		}
		return Daylight(f, bound(f, NewPage(f, Pad(PageMargins(f, false), VStack(look.Size("space.l"), parts...)))))
	}
	page := bound(f, NewPage(f, Pad(PageMargins(f, true), Middle(o))))
	return Split(f, HeadStage(f, opts), Daylight(f, page))
}

// HeadStage is the stage of a HeadedPage.
func HeadStage(f *Frame, opts HeadedOpts) *fyne.Container {
	look, night := f.Look, f.AtNight()
	words := []fyne.CanvasObject{
		Hug(LampDisc(f, opts.Icon, look.Size("pathLamp.size"))),
		BoldText(night, theme.StageTitle, opts.Heading),
	}
	if opts.Note != "" {
		words = append(words, NewPara(night, ParaOpts{Text: opts.Note, Role: theme.Lead, Color: theme.OnNightSoft}))
	}
	if opts.Aside != nil {
		words = append(words, Gap(0, look.Size("space.s")), opts.Aside(night))
	}
	margin := Sides(look.Size("space.xl"), look.Size("space.xxxl"))
	return Stage(f, NewPage(night, Pad(margin, Middle(VStack(look.Size("space.l"), words...)))))
}

// bound lets the page scroll by its keys.
func bound(f *Frame, p *Page) *Page {
	if f.Keys != nil {
		p.Bind(f.Keys)
	}
	return p
}

// DuskWordsOpts are the choices of a page of the dusk. Texts are translated.
type DuskWordsOpts struct {
	Heading string // a few words, very large
	Title   string
	Lead    string              // may be empty
	Boxes   []fyne.CanvasObject // see DuskBox; under the horizon
}

// DuskWords is the body of a screen on which one looks up and waits: a heading
// in the sky, and boxes by the water. Where the text is large there is no
// scene behind it.
func DuskWords(f *Frame, opts DuskWordsOpts) *fyne.Container {
	look, night := f.Look, f.AtNight()
	words := []fyne.CanvasObject{
		BoldText(night, theme.LookUp, opts.Heading),
		BoldText(night, theme.Title, opts.Title),
	}
	if opts.Lead != "" {
		words = append(words, NewPara(night, ParaOpts{Text: opts.Lead, Role: theme.Lead}))
	}
	margin, gap := Sides(look.Size("space.xxxl"), look.Size("kit.scene.margin")), look.Size("space.xl")
	boxes := Grid(len(opts.Boxes), look.Scaled("kit.lanes.asideLeast"), gap, opts.Boxes...)
	page := bound(f, NewPage(night, Pad(margin, Ends(gap, VStack(look.Size("space.m"), words...), boxes))))
	return Dusk(f, DuskOpts{Low: true, Quiet: f.Tight()}, page)
}
