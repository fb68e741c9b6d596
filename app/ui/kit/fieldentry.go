package kit

import (
	"image/color"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	stock "fyne.io/fyne/v2/theme"

	"vigie/app/ui/theme"
)

// beginEntry makes the entry of the toolkit part of the field.
func (x *Field) beginEntry() {
	x.MultiLine = x.opts.Lines > 1
	x.Wrapping, x.Scroll = fyne.TextWrapOff, container.ScrollNone
	if x.MultiLine {
		x.Wrapping, x.Scroll = fyne.TextWrapWord, container.ScrollVerticalOnly
	}
	x.PlaceHolder = x.opts.Example
	x.OnCursorChanged = x.placeCaret
	x.ExtendBaseWidget(x)
	// The renderer has no objects yet, so only the field itself gets the
	// colours. Fyne never forgets an override of a text or a box.
	container.NewThemeOverride(x, fieldTheme{x.f.Look.Theme(), x.f.Look})
	x.drawText()
}

// drawText lets the entry draw its text. Of all that it draws only the text is
// shown; box and border are ours. One line is moved by us, without the scroll
// bar that would cover it.
func (x *Field) drawText() {
	const afterBoxAndBorder = 2
	x.typed = x.Entry.CreateRenderer()
	x.text = x.typed.Objects()[afterBoxAndBorder]
	if s, several := x.text.(*container.Scroll); several {
		s.OnScrolled = func(fyne.Position) { x.placeCaret() }
		x.view = s
		return
	}
	clip := container.NewClip(x.text)
	clip.ExtendBaseWidget(clip)
	x.view = clip
}

// offset is how far the text is moved behind the part that is seen.
func (x *Field) offset() fyne.Position {
	if s, several := x.text.(*container.Scroll); several {
		return s.Offset
	}
	return fyne.NewPos(x.shift, 0)
}

// toTop shows the beginning of the text.
func (x *Field) toTop() {
	x.shift = 0
	if s, several := x.text.(*container.Scroll); several {
		s.ScrollToOffset(fyne.Position{})
	}
	x.placeCaret()
}

// fieldTheme hides the caret of the entry, which has no colour of its own in
// the design, and makes the selection stand out from the wash of the lamp.
type fieldTheme struct {
	fyne.Theme
	look *theme.Look
}

// Color is that of the page but for caret and selection.
func (t fieldTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch name {
	case stock.ColorNamePrimary:
		return color.Transparent
	case stock.ColorNameSelection:
		return theme.Mix(t.look.Color(theme.LampWash), t.look.Color(theme.Sky), t.look.Size("kit.field.selectionMix"))
	}
	return t.Theme.Color(name, variant)
}

// toEnd puts the caret behind the text.
func (x *Field) toEnd() {
	x.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
}

// firstPlaced puts the caret behind the text as soon as its lines are known.
func (x *Field) firstPlaced() {
	if x.placed || x.view.Size().Width == 0 {
		return
	}
	x.placed = true
	x.toEnd()
	if !x.focused {
		x.toTop()
	}
}

// clean is a text without what can't be typed: no control signs, and no new
// lines where there is only one.
func (x *Field) clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && x.MultiLine:
			return r
		case r == '\n', r == '\t':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, text)
}

// cut is the beginning of a text that has room where most characters fit.
func (x *Field) cut(text string, most int) string {
	if runes := []rune(text); x.opts.Max > 0 && len(runes) > most {
		return string(runes[:max(0, most)])
	}
	return text
}

// room is how many characters can still be typed over the selection.
func (x *Field) room() int {
	return x.opts.Max - utf8.RuneCountInString(x.Entry.Text) + utf8.RuneCountInString(x.SelectedText())
}

// takes reports whether one more character has room, and says so if not.
func (x *Field) takes() bool {
	if x.opts.Max == 0 || x.room() > 0 {
		return true
	}
	x.full()
	return false
}

func (x *Field) full() {
	if x.opts.OnFull != nil {
		x.opts.OnFull()
	}
}
