package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

func lessonsOf() []PathLampOpts {
	titles := []string{"Ça s’allume", "Vu par vingt-sept", "L’autre téléphone", "Les petites excuses", "La première heure",
		"Signaler, appeler\u00a0: et après\u00a0?", "J’ai fait suivre. Et maintenant\u00a0?", "Notre classe, notre demande"}
	var out []PathLampOpts
	for i, title := range titles {
		o := PathLampOpts{ID: "lesson." + title, Number: i + 1, Title: title, Status: "20\u00a0min"}
		switch {
		case i < 2:
			o.State, o.Status = Lit, "Faite"
		case i == 2:
			o.State, o.Status = Current, "En cours"
		}
		out = append(out, o)
	}
	return out
}

func homePage(f *Frame) fyne.CanvasObject {
	night := f.AtNight()
	head := VStack(16, NewPara(night, ParaOpts{Text: "Une lumière suffit\npour commencer.", Role: theme.SceneTitle, Bold: true}),
		NewPara(night, ParaOpts{Text: "Huit leçons où tu joues un témoin, dans des groupes inventés.\nAucune image montrée, aucun point compté.", Role: theme.Prose}),
		HStack(16, NoGrow, NewButton(night, ButtonOpts{ID: "go", Label: "Continuer la leçon 3", Key: "Entrée", Kind: Hero}), Text(night, theme.Small, "Encore 12 minutes environ")))
	band := NewTopBand(f, TopBandOpts{Mark: true, Title: "Vigie", Right: []BandItem{
		{ID: "reading", Icon: "text-aa", Label: "Aide à la lecture", Shrinks: true},
		{Object: NewSegmented(night, SegmentedOpts{ID: "language", Label: "Langue", Parts: []string{"FR", "NL", "DE", "EN"}, Short: true})},
		{ID: "hide", Icon: "eye-slash", Label: "Cacher", Key: "Ctrl H", Framed: true},
	}})
	var body fyne.CanvasObject
	if f.Tight() || f.Look.Plain() {
		body = Dark(f, NewPage(f, Pad(Even(56), VStack(32, head, PathList(f, lessonsOf()...)))))
	} else {
		body = Dusk(f, DuskOpts{}, NewPage(f, Pad(Insets{48, 0, 40, 0}, Spread(24, Pad(Sides(0, 56), head), NewPath(f, lessonsOf()...)))))
	}
	return Screen(band, body, footerOf(f))
}

func TestHomeGallery(t *testing.T) {
	test.NewTempApp(t)
	for _, g := range []struct {
		name string
		wish theme.Wish
		w, h float32
	}{
		{"light", theme.Wish{}, 1366, 768},
		{"small", theme.Wish{}, 1000, 600},
		{"contrast", theme.Wish{Palette: theme.Contrast}, 1366, 768},
		{"180", theme.Wish{Scale: 1.8}, 1366, 768},
	} {
		if skipped(g.name) {
			continue
		}
		f := frameOf(t, g.wish)
		root := homePage(f)
		w := open(t, f, root, g.w, g.h)
		w.Canvas().Focus(ControlByID(root, "go"))
		picture(t, w, "home-"+g.name)
	}
}
