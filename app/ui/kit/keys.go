package kit

import "fyne.io/fyne/v2"

// Keys is the key map of a page. A focused control hands on every key it has
// no use for, and the shell does the same when nothing has the focus, so a
// page answers to its keys wherever the focus is.
//
// Digits arrive as the physical keys fyne.Key0 to fyne.Key9 on every layout,
// also on a Belgian AZERTY keyboard and from the number pad.
type Keys struct {
	parent *Keys
	named  map[fyne.KeyName]func()
	runes  map[rune]func()
	told   []KeyLine
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
		all = append(all, m.told...)
	}
	return all
}

// NewKeys returns an empty map. What it does not know goes to parent, which
// may be nil.
func NewKeys(parent *Keys) *Keys {
	return &Keys{parent: parent, named: map[fyne.KeyName]func(){}, runes: map[rune]func(){}}
}

// On binds a key, replacing what it did before. fyne.KeyReturn and
// fyne.KeyEnter are one key.
func (k *Keys) On(name fyne.KeyName, do func()) { k.named[oneEnter(name)] = do }

// OnDigit binds the digit keys 0 to 9.
func (k *Keys) OnDigit(digit int, do func()) { k.On(DigitKey(digit), do) }

// OnRune binds a sign that is typed, such as the question mark, whose place
// differs between keyboards.
func (k *Keys) OnRune(r rune, do func()) { k.runes[r] = do }

// Typed does what the key is bound to and reports whether it was bound.
func (k *Keys) Typed(e *fyne.KeyEvent) bool {
	for m := k; m != nil; m = m.parent {
		if do := m.named[oneEnter(e.Name)]; do != nil {
			do()
			return true
		}
	}
	return false
}

// TypedRune does what the sign is bound to and reports whether it was bound.
func (k *Keys) TypedRune(r rune) bool {
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
