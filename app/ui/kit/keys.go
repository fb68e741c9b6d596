package kit

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// Keys is the key map of a page. A focused control hands on every key it has
// no use for, and the shell does the same when nothing has the focus, so a
// page answers to its keys wherever the focus is.
//
// Digits arrive as the physical keys fyne.Key0 to fyne.Key9 on every layout,
// also on a Belgian AZERTY keyboard and from the number pad.
type Keys struct {
	parent *Keys
	named  map[fyne.KeyName]func() bool
	runes  map[rune]func()
	told   []KeyLine
	single bool // digits, letters and signs do something by themselves
}

// KeyLine says what some keys do, for a list of the keys of a page.
type KeyLine struct {
	Keys  []string // prints of keys, or names of arrow icons such as "arrow-up"
	Words string   // translated
}

// Tell adds a line to the list of the keys of the page.
func (k *Keys) Tell(words string, keys ...string) {
	k.told = append(k.told, KeyLine{keys, words})
}

// Told is the list of the keys of the page: its own, then those of every page.
func (k *Keys) Told() []KeyLine {
	var all []KeyLine
	for m := k; m != nil; m = m.parent {
		for _, line := range m.told {
			if !k.off(line.Keys[0]) {
				all = append(all, line)
			}
		}
	}
	return all
}

// NewKeys returns an empty map. What it does not know goes to parent, which
// may be nil.
func NewKeys(parent *Keys) *Keys {
	k := &Keys{parent: parent, named: map[fyne.KeyName]func() bool{}, runes: map[rune]func(){}, single: true}
	if parent != nil {
		k.single = parent.single
	}
	return k
}

// SetSingle says whether digits, letters and signs do something by themselves:
// who speaks to the computer, or hits keys by mistake, can turn them off
// (WCAG 2.2, 2.1.4). It holds for maps that are made after it with this parent.
func (k *Keys) SetSingle(on bool) { k.single = on }

// off reports whether a key with this print, or of this name, does nothing.
func (k *Keys) off(print string) bool {
	return k != nil && !k.single && utf8.RuneCountInString(print) == 1
}

// On binds a key, replacing what it did before. fyne.KeyReturn and
// fyne.KeyEnter are one key.
func (k *Keys) On(name fyne.KeyName, do func()) {
	k.OnIf(name, func() bool {
		do()
		return true
	})
}

// OnIf binds a key that may have no use just now: do reports whether it did
// something. If not, whatever had the key before may use it.
func (k *Keys) OnIf(name fyne.KeyName, do func() bool) { k.named[oneEnter(name)] = do }

// onFree binds a key of this map that does nothing yet.
func (k *Keys) onFree(name fyne.KeyName, do func()) {
	if k.named[oneEnter(name)] == nil {
		k.On(name, do)
	}
}

// Digit is the digit key of the thing at place i, from 0, or 0 for those that no
// digit is left for.
func Digit(i int) int {
	if i < 0 || i > 8 {
		return 0
	}
	return i + 1
}

// OnDigit binds the digit keys 0 to 9.
func (k *Keys) OnDigit(digit int, do func()) { k.On(DigitKey(digit), do) }

// OnRune binds a sign that is typed, such as the question mark, whose place
// differs between keyboards.
func (k *Keys) OnRune(r rune, do func()) { k.runes[r] = do }

// Typed does what the key is bound to and reports whether it did something.
func (k *Keys) Typed(e *fyne.KeyEvent) bool {
	if k.off(string(e.Name)) {
		return false
	}
	for m := k; m != nil; m = m.parent {
		if do := m.named[oneEnter(e.Name)]; do != nil {
			return do()
		}
	}
	return false
}

// TypedRune does what the sign is bound to and reports whether it was bound.
func (k *Keys) TypedRune(r rune) bool {
	if !k.single {
		return false
	}
	for m := k; m != nil; m = m.parent {
		if do := m.runes[r]; do != nil {
			do()
			return true
		}
	}
	return false
}

// DigitKey is the name of the key of a digit from 0 to 9.
func DigitKey(digit int) fyne.KeyName { return fyne.KeyName(rune('0' + digit)) }

func oneEnter(name fyne.KeyName) fyne.KeyName {
	if name == fyne.KeyEnter {
		return fyne.KeyReturn
	}
	return name
}

func presses(name fyne.KeyName) bool {
	return oneEnter(name) == fyne.KeyReturn || name == fyne.KeySpace
}
