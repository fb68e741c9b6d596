package kit

import (
	"strings"

	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// setting is a text that was cut into measured words, ready to be broken into
// lines of any width.
type setting struct {
	words    []word
	space    float32
	picture  float32 // side of an emoji
	line     float32 // height of a line
	textSize float32
}

// drawable is a text as it is drawn: once the lines are broken, a no-break
// space is a space. OpenDyslexic has no glyph for it, and its licence does not
// let us add one.
func drawable(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

func measure(look *theme.Look, text string, size float32, bold bool) fyne.Size {
	s, _ := fyne.CurrentApp().Driver().RenderedTextSize(drawable(text), size, fyne.TextStyle{}, look.Font(bold))
	return s
}

func newSetting(look *theme.Look, text string, role theme.TextRole, bold bool) setting {
	s := setting{words: splitWords(text, bold), textSize: look.Text(role), line: look.Line(role)}
	s.space = measure(look, "n n", s.textSize, bold).Width - measure(look, "nn", s.textSize, bold).Width
	s.picture = s.textSize * look.Size("kit.emoji.inline")
	if onlyPictures(s.words) {
		s.picture = s.textSize * look.Size("kit.emoji.alone")
		s.space = s.textSize * look.Size("kit.emoji.gap")
		s.line = max(s.line, s.picture)
	}
	for i := range s.words {
		w := &s.words[i]
		for j := range w.pieces {
			p := &w.pieces[j]
			if p.icon != "" {
				p.width = s.picture
				if j > 0 {
					p.width += s.textSize * look.Size("kit.emoji.gap")
				}
			} else {
				p.width = measure(look, p.text, s.textSize, p.bold).Width
			}
			w.width += p.width
		}
	}
	return s
}

// lineOf is a range of words and its width.
type lineOf struct {
	from, to int
	width    float32
}

// lines breaks the words greedily. A word that is wider than the width stands
// alone on its line; it is never cut.
func (s setting) lines(width float32) []lineOf {
	const roundOff = 0.01
	var out []lineOf
	for i, w := range s.words {
		before := s.space
		if w.glued {
			before = 0
		}
		last := len(out) - 1
		if last >= 0 && !w.newLine && out[last].width+before+w.width <= width+roundOff {
			out[last].width += before + w.width
			out[last].to = i + 1
			continue
		}
		out = append(out, lineOf{i, i + 1, w.width})
	}
	return out
}

func (s setting) natural() float32 {
	var wide float32
	for _, l := range s.lines(unlimited) {
		wide = max(wide, l.width)
	}
	return wide
}

// unlimited is a width that no text reaches.
const unlimited = 1 << 20
