package kit

import (
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

// linesOf are the lines of a paragraph at a width, as text.
func linesOf(p *Para, width float32) []string {
	var out []string
	for _, l := range p.set.lines(width) {
		var b strings.Builder
		for i := l.from; i < l.to; i++ {
			if i > l.from && !p.set.words[i].glued {
				b.WriteString(" ")
			}
			for _, part := range p.set.words[i].pieces {
				b.WriteString(part.text + part.icon)
			}
		}
		out = append(out, b.String())
	}
	return out
}

func TestParaBreaks(t *testing.T) {
	f := plainFrame(t)
	for _, c := range []struct {
		name, text string
		width      float32
		want       []string
	}{
		{"one line", "Stop now", 500, []string{"Stop now"}},
		{"at spaces", "one two", 10, []string{"one", "two"}},
		{"never at no-break space", "116\u00a0000 libre", 10, []string{"116\u00a0000", "libre"}},
		{"French punctuation stays", "normal ou pas\u00a0?", 10, []string{"normal", "ou", "pas\u00a0?"}},
		{"after a hyphen", "vingt-sept", 10, []string{"vingt-", "sept"}},
		{"at a break without a space", "/home/\u200bvigie", 10, []string{"/home/", "vigie"}},
		{"not after a dash that begins a word", "-1 x", 10, []string{"-1", "x"}},
		{"new lines", "one\n\ntwo", 500, []string{"one", "", "two"}},
		{"bold joins its comma", "*Stop*, now", 10, []string{"Stop,", "now"}},
		{"a lone star is drawn", "5 * 3", 500, []string{"5 * 3"}},
		{"known pictures", "non 😂", 500, []string{"non own-laugh"}},
		{"heart with its selector", "❤\ufe0f", 500, []string{"heart"}},
		{"other pictures are left out", "bon 🦄 voilà", 500, []string{"bon voilà"}},
	} {
		got := linesOf(Text(f, theme.Body, c.text), c.width)
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestParaLaws: a wider paragraph is never higher, no line is wider than the
// width unless it is a single word, no word is lost, and the drawn texts stay
// within their lines.
func TestParaLaws(t *testing.T) {
	f := plainFrame(t)
	random := rand.New(rand.NewPCG(1, 2))
	bits := []string{"je", "témoin", "vingt-sept", "116\u00a0000", "*jamais*", "😂", "Mitschülerinnen", "ne", "«\u00a0oui\u00a0»", "a", "\n"}
	for range 300 {
		var text []string
		for range random.IntN(30) + 1 {
			text = append(text, bits[random.IntN(len(bits))])
		}
		p := Text(f, theme.Body, strings.Join(text, " "))
		var before float32 = 1 << 20
		for width := float32(20); width < 900; width += 13 {
			high := p.HeightFor(width)
			if high > before {
				t.Fatalf("%q is %g high at %g, but %g when narrower", text, high, width, before)
			}
			before = high
			count := 0
			for _, l := range p.set.lines(width) {
				count += l.to - l.from
				if l.width > width+0.02 && l.to-l.from > 1 {
					t.Fatalf("%q: a line of %d words is %g wide at %g", text, l.to-l.from, l.width, width)
				}
			}
			if count != len(p.set.words) {
				t.Fatalf("%q: %d words of %d at %g", text, count, len(p.set.words), width)
			}
		}
	}
}

func TestParaDrawsInItsRoom(t *testing.T) {
	f := plainFrame(t)
	for _, align := range []Align{Left, Centre, Right} {
		p := NewPara(f, ParaOpts{Text: "Personne ne *dit stop* dans ce groupe 😂 de vingt-sept", Role: theme.Body, Align: align})
		width := float32(170)
		p.Resize(fyne.NewSize(width, p.HeightFor(width)))
		p.place(p.Size())
		if len(p.parts()) < 4 {
			t.Fatalf("only %d parts", len(p.parts()))
		}
		for _, o := range p.parts() {
			end := o.Position().X + o.Size().Width
			if o.Position().X < -0.5 || end > width+2 {
				t.Errorf("align %v: part from %g to %g of %g", align, o.Position().X, end, width)
			}
			if text, is := o.(*canvas.Text); is && text.FontSource == nil {
				t.Error("text without our font")
			}
		}
	}
}

func TestSpoken(t *testing.T) {
	if got := plainText("*Passer* est permis 😂 vingt-sept\nvoilà"); got != "Passer est permis vingt-sept\nvoilà" {
		t.Errorf("%q", got)
	}
}
