package ui_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/ui"
	"vigie/app/ui/learner"
	"vigie/app/ui/theme"
	"vigie/lessons"
	"vigie/locales"
)

// Every text of every page and sheet has the room it needs, and none lies on
// another, at the extremes of window, text size, font and language.
func TestEverythingFits(t *testing.T) {
	for _, c := range []struct {
		width, height float32
		size, palette string
		font          theme.Font
		pseudo        bool
	}{
		{1000, 600, "200", "light", theme.OpenDyslexic, true},
		{1000, 600, "100", "light", theme.Atkinson, false},
		{1366, 768, "200", "contrast", theme.Atkinson, false},
		{1366, 768, "100", "dark", theme.OpenDyslexic, true},
		{1366, 768, "150", "contrast", theme.Lexend, true},
		{1920, 1080, "130", "light", theme.Lexend, false},
	} {
		t.Run(fmt.Sprintf("%gx%g %s%% %s %s pseudo=%v", c.width, c.height, c.size, c.palette, c.font, c.pseudo), func(t *testing.T) {
			r := open(t, "de", lesson.Older, func(o *ui.Options) {
				if c.pseudo {
					o.Source = pack.Source{Lessons: lessons.FS, Locales: pseudo(t)}
					words, err := i18n.Load(o.Source.Locales)
					if err != nil {
						t.Fatal(err)
					}
					o.Words = words
				}
			})
			r.shell.Set(learner.TextSize, c.size)
			r.shell.Set(learner.Palette, c.palette)
			r.shell.Set(learner.Font, string(c.font))
			r.shell.Set(learner.ShowKeys, "on")
			r.size(c.width, c.height)
			r.everywhere(r.fits)
		})
	}
}

// rect is a place on the screen.
type rect struct{ x, y, w, h float32 }

func (a rect) over(b rect) (w, h float32) {
	return min(a.x+a.w, b.x+b.w) - max(a.x, b.x), min(a.y+a.h, b.y+b.h) - max(a.y, b.y)
}

// written is a text with the room around it that may not be left.
type written struct {
	text   string
	at     rect
	scroll fyne.CanvasObject // the region that it scrolls in, nil for none
}

// fits measures the present page.
func (r *room) fits() {
	r.t.Helper()
	const off = 2.5 // units, for what is rounded: bold and other words are measured apart
	var all []written
	// room is that of the paragraph or widget, which no text may leave at the
	// sides; clip is what cuts, above and below
	var visit func(o fyne.CanvasObject, at fyne.Position, room, clip rect, scroll fyne.CanvasObject)
	visit = func(o fyne.CanvasObject, at fyne.Position, room, clip rect, scroll fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		own := rect{at.X, at.Y, o.Size().Width, o.Size().Height}
		switch o := o.(type) {
		case *canvas.Text:
			if o.Text == "" {
				return
			}
			need := o.MinSize()
			rise := map[bool]float32{false: 1, true: 1.3}[strings.Contains(o.FontSource.Name(), "OpenDyslexic")] // ascent, of the size
			need.Height = 1.05 * o.TextSize                                                                      // of the ink
			w := written{o.Text, rect{at.X, at.Y + (rise-0.8)*o.TextSize, need.Width, need.Height}, scroll}
			if w.at.x < room.x-off || w.at.x+w.at.w > room.x+room.w+off {
				r.t.Errorf("%s: %q is cut: %.0f to %.0f of %.0f to %.0f", r.page, o.Text, w.at.x, w.at.x+w.at.w, room.x, room.x+room.w)
			}
			if w.at.y < clip.y-off || w.at.y+w.at.h > clip.y+clip.h+off {
				r.t.Errorf("%s: %q is cut: %.0f to %.0f of %.0f to %.0f high", r.page, o.Text, w.at.y, w.at.y+w.at.h, clip.y, clip.y+clip.h)
			}
			all = append(all, w)
		case *container.Scroll:
			inside := rect{at.X, at.Y + o.Content.Position().Y, own.w, o.Content.Size().Height}
			visit(o.Content, at, inside, inside, o)
		case *fyne.Container:
			for _, child := range o.Objects {
				visit(child, at, room, clip, scroll)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				visit(child, at, own, clip, scroll)
			}
		}
	}
	c := r.canvas()
	size := c.Size()
	window := rect{0, 0, size.Width, size.Height}
	visit(c.Content(), fyne.NewPos(0, 0), window, window, nil)
	if len(all) < 4 {
		r.t.Fatalf("%s: only %d texts found", r.page, len(all))
	}
	for i, a := range all {
		for _, b := range all[:i] {
			if w, h := a.at.over(b.at); a.scroll == b.scroll && w > off && h > off {
				r.t.Errorf("%s: %q lies on %q", r.page, a.text, b.text)
			}
		}
	}
}

// pseudo is the German catalogues in a language that is 40 % longer than the
// source, with accents.
func pseudo(t *testing.T) fs.FS {
	t.Helper()
	pair := regexp.MustCompile(`(?m)^msgid "(.+)"\n((?:msgid_plural "(.+)"\n)?)msgstr(\[0\])? ".*"\n(?:msgstr\[1\] ".*"\n)?`)
	out := fstest.MapFS{}
	err := fs.WalkDir(locales.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(locales.FS, name)
		if strings.HasPrefix(name, "de/") {
			data = []byte(pair.ReplaceAllStringFunc(string(data), func(s string) string {
				m := pair.FindStringSubmatch(s)
				if m[3] != "" {
					return fmt.Sprintf("msgid \"%s\"\n%smsgstr[0] \"%s\"\nmsgstr[1] \"%s\"\n", m[1], m[2], longer(m[1]), longer(m[3]))
				}
				return fmt.Sprintf("msgid \"%s\"\nmsgstr \"%s\"\n", m[1], longer(m[1]))
			}))
		}
		out[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var accents = strings.NewReplacer("a", "à", "e", "ê", "i", "ï", "o", "ô", "u", "ü", "A", "À", "E", "É")

// longer writes a text with accents and 40 % more letters, and leaves what the
// program fills in as it is.
func longer(text string) string {
	kept := regexp.MustCompile(`\{[^}]*\}|\[[^\]]*\]|%[sdq]|\\.`)
	var b strings.Builder
	last := 0
	for _, at := range kept.FindAllStringIndex(text, -1) {
		b.WriteString(accents.Replace(text[last:at[0]]) + text[at[0]:at[1]])
		last = at[1]
	}
	b.WriteString(accents.Replace(text[last:]))
	const filling = " ünd sô wéïtèr"
	for more := len([]rune(text)) * 2 / 5; more > 0; more -= len([]rune(filling)) {
		b.WriteString(string([]rune(filling)[:min(more, len([]rune(filling)))]))
	}
	return b.String()
}
