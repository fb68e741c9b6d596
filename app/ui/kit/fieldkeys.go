package kit

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// AcceptsTab is never true: Tab leaves the field.
func (x *Field) AcceptsTab() bool { return false }

// TypedRune types the sign.
func (x *Field) TypedRune(r rune) {
	if !x.Disabled() && !unicode.IsControl(r) && x.takes() {
		x.Entry.TypedRune(r)
	}
}

// TypedKey edits; what has nothing to do with editing goes to the page. Keys
// with a sign on them come again as that sign.
func (x *Field) TypedKey(e *fyne.KeyEvent) {
	switch {
	case x.Disabled():
		x.f.Keys.Typed(e)
	case oneEnter(e.Name) == fyne.KeyReturn:
		x.enter(e)
	case x.edits(e.Name):
		x.Entry.TypedKey(e)
	case utf8.RuneCountInString(string(e.Name)) > 1 && e.Name != fyne.KeySpace:
		x.f.Keys.Typed(e)
	}
}

func (x *Field) enter(e *fyne.KeyEvent) {
	switch {
	case x.MultiLine:
		x.newLine()
	case x.opts.OnEnter != nil:
		x.opts.OnEnter()
	default:
		x.f.Keys.Typed(e)
	}
}

func (x *Field) newLine() {
	if !x.Disabled() && x.takes() {
		x.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}

// edits reports whether a key moves the caret or removes text. One line has
// nothing above and below: those keys scroll the page.
func (x *Field) edits(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd:
		return true
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		return x.MultiLine
	}
	return false
}

// KeyDown says that keys are being used.
func (x *Field) KeyDown(e *fyne.KeyEvent) {
	if x.f.OnKey != nil {
		x.f.OnKey()
	}
	x.Entry.KeyDown(e)
}

// TypedShortcut edits with the shortcuts of editing and hands all others to
// the window: the toolkit gives them to what has the focus only.
func (x *Field) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		x.paste(s.Clipboard)
		return
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo, *fyne.ShortcutCut, *fyne.ShortcutCopy, *fyne.ShortcutSelectAll:
		x.Entry.TypedShortcut(s)
		return
	case *desktop.CustomShortcut:
		if x.MultiLine && oneEnter(s.KeyName) == fyne.KeyReturn && s.Modifier == fyne.KeyModifierControl {
			x.newLine()
			return
		}
		if s.Modifier&(fyne.KeyModifierShortcutDefault|fyne.KeyModifierAlt) != 0 && wordKey(s.KeyName) {
			x.Entry.TypedShortcut(s)
			return
		}
	}
	x.f.shortcut(fyne.CurrentApp().Driver().CanvasForObject(x), s)
}

// shortcut hands on what a control that gets shortcuts has no use for.
func (f *Frame) shortcut(on fyne.Canvas, s fyne.Shortcut) {
	if f.Shortcut != nil {
		f.Shortcut(s)
		return
	}
	if window, is := on.(fyne.Shortcutable); is {
		window.TypedShortcut(s)
	}
}

// wordKey reports whether a key goes or removes word by word with Ctrl.
func wordKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

// paste types what the person copied, as much of it as has room.
func (x *Field) paste(from fyne.Clipboard) {
	if x.Disabled() {
		return
	}
	text := x.clean(from.Content())
	fits := x.cut(text, x.room())
	if fits != text {
		x.full()
	}
	if fits != "" {
		x.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: snippet(fits)})
	}
}

// snippet is a text that is pasted.
type snippet string

// Content is the text.
func (s snippet) Content() string { return string(s) }

// SetContent changes nothing.
func (snippet) SetContent(string) {}
