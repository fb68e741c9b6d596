package kit

import (
	"strings"
	"unicode"

	"vigie/app/ui/theme"
)

// piece is part of a word in one style, or one emoji.
type piece struct {
	text  string
	bold  bool
	icon  string     // name of the icon if the piece is an emoji
	role  theme.Role // colour of the icon
	width float32
}

// word is what a line break can't split.
type word struct {
	pieces  []piece
	glued   bool // follows the word before without a space: after a hyphen
	newLine bool // begins a line whatever the width
	width   float32
}

type emoji struct {
	icon string
	role theme.Role
}

// emojiOf is the closed set of design.md 7. Other emoji are left out; the lint
// reports them to the author.
func emojiOf(r rune) (emoji, bool) {
	switch r {
	case '😂', '🤣':
		return emoji{"own-laugh", theme.LampEdge}, true
	case '😁', '😀':
		return emoji{"smiley", theme.LampEdge}, true
	case '😉':
		return emoji{"smiley-wink", theme.LampEdge}, true
	case '👀':
		return emoji{"eyes", theme.InkSoft}, true
	case '😢', '😭':
		return emoji{"smiley-sad", theme.Sky}, true
	case '😬', '😟':
		return emoji{"smiley-nervous", theme.Doubt}, true
	case '❤':
		return emoji{"heart", theme.Care}, true
	case '👍':
		return emoji{"thumbs-up", theme.Sky}, true
	case '🔥':
		return emoji{"fire-simple", theme.LampInk}, true
	}
	return emoji{}, false
}

// unknownPicture reports whether the rune is an emoji outside the set, or a
// mark that only changes how an emoji looks.
func unknownPicture(r rune) bool {
	return r >= 0x1F000 || r == 0xFE0F || r == 0x200D ||
		(r >= 0x2600 && r <= 0x27BF) || (r >= 0x2B00 && r <= 0x2BFF)
}

// splitWords cuts a text at its break points: U+0020, U+200B and after a hyphen
// within a word, never at U+00A0. Stars around words make them bold.
func splitWords(text string, allBold bool) []word {
	var words []word
	for i, line := range strings.Split(text, "\n") {
		before := len(words)
		words = appendLine(words, line, allBold)
		if i == 0 {
			continue
		}
		if len(words) == before {
			words = append(words, word{})
		}
		words[before].newLine = true
	}
	return words
}

func appendLine(words []word, line string, allBold bool) []word {
	var now word
	var run strings.Builder
	bold := allBold
	flush := func() {
		if run.Len() > 0 {
			now.pieces = append(now.pieces, piece{text: run.String(), bold: bold})
			run.Reset()
		}
	}
	end := func(nextGlued bool) {
		flush()
		if len(now.pieces) > 0 {
			words = append(words, now)
			now = word{glued: nextGlued}
			return
		}
		now.glued = nextGlued
	}
	runes := []rune(line)
	starred := false
	for i, r := range runes {
		switch {
		case r == ' ':
			end(false)
		case r == '\u200b':
			end(true)
		case r == '*' && togglesBold(runes, i, starred):
			flush()
			starred = !starred
			bold = allBold || starred
		case r == '-':
			run.WriteRune(r)
			if i > 0 && i < len(runes)-1 && unicode.IsLetter(runes[i-1]) && runes[i+1] != ' ' {
				end(true)
			}
		default:
			e, is := emojiOf(r)
			if is {
				flush()
				now.pieces = append(now.pieces, piece{icon: e.icon, role: e.role})
			} else if !unknownPicture(r) {
				run.WriteRune(r)
			}
		}
	}
	end(false)
	return words
}

// togglesBold reports whether the star at i opens or closes bold text: it
// opens before a sign and if another star follows later, it closes after a
// sign. Any other star is drawn.
func togglesBold(runes []rune, i int, starred bool) bool {
	if starred {
		return i > 0 && runes[i-1] != ' '
	}
	if i+1 >= len(runes) || runes[i+1] == ' ' || runes[i+1] == '*' {
		return false
	}
	for _, r := range runes[i+2:] {
		if r == '*' {
			return true
		}
	}
	return false
}

// plainText is the text without stars and pictures, for reading aloud.
func plainText(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		var out []string
		for _, w := range appendLine(nil, strings.TrimRight(line, "\n"), false) {
			var b strings.Builder
			for _, p := range w.pieces {
				b.WriteString(p.text)
			}
			if w.glued && len(out) > 0 {
				out[len(out)-1] += b.String()
				continue
			}
			if b.Len() > 0 {
				out = append(out, b.String())
			}
		}
		lines = append(lines, strings.Join(out, " "))
	}
	return strings.Join(lines, "\n")
}

func onlyPictures(words []word) bool {
	found := false
	for _, w := range words {
		for _, p := range w.pieces {
			if p.icon == "" {
				return false
			}
			found = true
		}
	}
	return found
}
