package theme_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"math"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	stock "fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"

	"vigie/app/ui/theme"
)

func load(t *testing.T) *theme.Design {
	t.Helper()
	d, err := theme.Load()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestContrast computes every pair of the table in design.md, appendix A.
func TestContrast(t *testing.T) {
	table, err := os.ReadFile("testdata/contrast.txt")
	if err != nil {
		t.Fatal(err)
	}
	d := load(t)
	pairs := 0
	for line := range strings.Lines(string(table)) {
		var front, ground theme.Role
		var needed float64
		var stated [3]float64
		if strings.HasPrefix(line, "#") {
			continue
		}
		if _, err := fmt.Sscan(line, &front, &ground, &needed, &stated[0], &stated[1], &stated[2]); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		pairs++
		for i, p := range theme.Palettes() {
			look := d.Look(theme.Wish{Palette: p})
			if !look.HasColor(front) || !look.HasColor(ground) {
				t.Fatalf("%s on %s: role missing", front, ground)
			}
			got := theme.Ratio(look.Color(front), look.Color(ground))
			if got < needed || math.Abs(got-stated[i]) > 0.06 {
				t.Errorf("%s: %s on %s is %.2f, needed %.1f, stated %.1f", p, front, ground, got, needed, stated[i])
			}
		}
	}
	if pairs != 103 {
		t.Errorf("%d pairs, want 103", pairs)
	}
}

// Every character has a picture that is round, differs from the others, and
// shows enough of both tones in high contrast, small and large.
func TestPictures(t *testing.T) {
	d := load(t)
	seen := map[string]string{}
	for _, key := range d.AvatarKeys() {
		for _, p := range []theme.Palette{theme.Light, theme.Contrast} {
			look := d.Look(theme.Wish{Palette: p})
			for _, side := range []int{28, 112} {
				picture := look.Picture(key, side).(*image.RGBA)
				if _, _, _, a := picture.At(0, 0).RGBA(); a != 0 {
					t.Errorf("%s at %d is not round", key, side)
				}
				if other := seen[string(picture.Pix)]; other != "" {
					t.Errorf("%s looks like %s", key, other)
				}
				seen[string(picture.Pix)] = key
				tones, white := map[color.RGBA]int{}, 0
				for i := 0; i < len(picture.Pix); i += 4 {
					if picture.Pix[i] > 127 {
						white++
					}
					tones[color.RGBA{picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2], picture.Pix[i+3]}]++
				}
				if p == theme.Contrast && (white < side*side/14 || white > side*side*2/3) {
					t.Errorf("%s at %d has %d of %d points of white", key, side, white, side*side)
				}
				if p == theme.Light && len(tones) < 3 {
					t.Errorf("%s at %d has %d tones", key, side, len(tones))
				}
			}
		}
	}
	if d.Look(theme.Wish{}).HasPicture("nobody") {
		t.Error("nobody has a picture")
	}
}

// TestFontsHoldOurLetters covers what French, Dutch, German and English lesson
// texts are written with.
func TestFontsHoldOurLetters(t *testing.T) {
	var letters strings.Builder
	for r := rune(' '); r <= '~'; r++ {
		letters.WriteRune(r)
	}
	letters.WriteString("“”«»„‚‘’…–—éèêëïîôöûùüçœæàâäößÉÈÊËÏÎÔÖÛÙÜÇŒÆÀÂÄ€·°×\u00a0")
	d := load(t)
	for _, f := range theme.Fonts() {
		for _, bold := range []bool{false, true} {
			face, err := font.ParseTTF(bytes.NewReader(d.Look(theme.Wish{Font: f}).Font(bold).Content()))
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range letters.String() {
				if r == '\u00a0' && f == theme.OpenDyslexic {
					continue // the kit draws it as a space
				}
				if _, has := face.NominalGlyph(r); !has {
					t.Errorf("%s, bold=%v: no glyph for %q (%U)", f, bold, r, r)
				}
			}
		}
	}
}

func TestEveryIconDraws(t *testing.T) {
	d := load(t)
	look := d.Look(theme.Wish{})
	for _, name := range d.IconNames() {
		picture, inked := look.Icon(name, look.Color(theme.Help), 40, 40), 0
		want := look.Color(theme.Help)
		for y := range 40 {
			for x := range 40 {
				if r, g, b, _ := picture.At(x, y).RGBA(); uint8(r>>8) == want.R && uint8(g>>8) == want.G && uint8(b>>8) == want.B {
					inked++
				}
			}
		}
		if inked < 20 {
			t.Errorf("%s is nearly empty: %d points of ink", name, inked)
		}
	}
}

func TestIconsAreKept(t *testing.T) {
	look := load(t).Look(theme.Wish{})
	ink := look.Color(theme.Ink)
	if look.Icon("eye", ink, 22, 22) != look.Icon("eye", ink, 22, 22) {
		t.Error("the same icon was made twice")
	}
	if look.Icon("eye", ink, 22, 22) == look.Icon("eye", look.Color(theme.Lamp), 22, 22) || look.Icon("eye", ink, 22, 22) == look.Icon("eye", ink, 24, 24) {
		t.Error("two colours or two sizes gave one icon")
	}
	if wide := look.Icon("eye", ink, 60, 20).Bounds(); wide.Dx() != 60 || wide.Dy() != 20 {
		t.Errorf("the picture is %v", wide)
	}
}

// TestIconsAsSVG holds our drawing of the paths against Fyne's, which reads
// them as SVG.
func TestIconsAsSVG(t *testing.T) {
	test.NewTempApp(t)
	text, err := os.ReadFile("tokens.json")
	if err != nil {
		t.Fatal(err)
	}
	var tokens struct {
		Icons struct{ Paths map[string]string }
	}
	if err := json.Unmarshal(text, &tokens); err != nil {
		t.Fatal(err)
	}
	look := load(t).Look(theme.Wish{})
	c := software.NewCanvas()
	c.SetPadded(false)
	const side = 64
	for name, path := range tokens.Icons.Paths {
		svg := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256"><path fill="#000000" d="` + path + `"/></svg>`
		c.SetContent(canvas.NewImageFromResource(fyne.NewStaticResource(name+".svg", []byte(svg))))
		c.Resize(fyne.NewSquareSize(side))
		want, got := c.Capture(), look.Icon(name, color.NRGBA{A: 255}, side, side)
		_, _, paper, _ := theirs(want, 0, 0)
		off, ink := 0, 0
		for y := range side {
			for x := range side {
				_, _, b, _ := theirs(want, x, y)
				_, _, _, a := got.At(x, y).RGBA()
				dark := int(paper-b) * 255 / int(max(1, paper))
				ink += dark
				if d := dark - int(a>>8); d > 40 || d < -40 {
					off++
				}
			}
		}
		if off*100 > 3*side*side || ink == 0 {
			t.Errorf("%s differs from its SVG in %d of %d points", name, off, side*side)
		}
	}
}

func theirs(img image.Image, x, y int) (r, g, b, a uint32) {
	r, g, b, a = img.At(x, y).RGBA()
	return r >> 8, g >> 8, b >> 8, a >> 8
}

func TestWishes(t *testing.T) {
	d := load(t)
	for _, c := range []struct {
		name string
		wish theme.Wish
		want theme.Wish
	}{
		{"nothing", theme.Wish{}, theme.Wish{Palette: theme.Light, Scale: 1, Spacing: theme.Normal, Font: theme.Atkinson}},
		{"damaged", theme.Wish{Palette: "pink", Scale: -3, Spacing: "huge", Font: "Runes"}, theme.Wish{Palette: theme.Light, Scale: 1, Spacing: theme.Normal, Font: theme.Atkinson}},
		{"too large", theme.Wish{Palette: theme.Dark, Scale: 9, Spacing: theme.Wide, Font: theme.Lexend}, theme.Wish{Palette: theme.Dark, Scale: 2, Spacing: theme.Wide, Font: theme.Lexend}},
	} {
		if got := d.Look(c.wish).Wish(); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
	small, large := d.Look(theme.Wish{}), d.Look(theme.Wish{Scale: 1.5, Spacing: theme.VeryWide})
	if large.Text(theme.Body) != 27 || small.Text(theme.Body) != 18 {
		t.Errorf("body is %g and %g", small.Text(theme.Body), large.Text(theme.Body))
	}
	if r := large.Line(theme.Body) / large.Text(theme.Body); math.Abs(float64(r)-1.8) > 0.001 {
		t.Errorf("very wide lines are %g of the size", r)
	}
	if large.Line(theme.ButtonText) != small.Line(theme.ButtonText)*1.5 {
		t.Error("line spacing reached the buttons")
	}
	for scale, want := range map[float32]float32{1: 60, 1.15: 60, 1.5: 72, 1.8: 76} {
		if got := d.Look(theme.Wish{Scale: scale}).At("kit.band.at"); got != want {
			t.Errorf("band at %g is %g, want %g", scale, got, want)
		}
	}
}

func TestStockThemeIsOurs(t *testing.T) {
	look := load(t).Look(theme.Wish{Palette: theme.Dark, Scale: 1.3})
	th := look.Theme()
	if got := th.Color(stock.ColorNameForeground, stock.VariantLight); got != look.Color(theme.Ink) {
		t.Errorf("foreground is %v", got)
	}
	if th.Font(fyne.TextStyle{Bold: true}) != look.Font(true) || th.Font(fyne.TextStyle{}) != look.Font(false) {
		t.Error("not our fonts")
	}
	if got := th.Size(stock.SizeNameText); math.Abs(float64(got)-18*1.3) > 0.01 {
		t.Errorf("text is %g", got)
	}
	if th.Size(stock.SizeNameInputBorder) != 2 || th.Icon(stock.IconNameCancel) == nil {
		t.Error("stock sizes or icons are missing")
	}
}

func TestHaloFades(t *testing.T) {
	look := load(t).Look(theme.Wish{})
	picture := look.Halo(look.Color(theme.Lamp), 0.4)
	side := picture.Bounds().Dx()
	_, _, _, middle := picture.At(side/2, side/2).RGBA()
	_, _, _, corner := picture.At(0, 0).RGBA()
	if corner != 0 || middle < 0x6000 {
		t.Errorf("middle %x, corner %x", middle, corner)
	}
}
