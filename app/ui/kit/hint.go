package kit

import (
	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

// HintPart is a key or some words of a key hint: [1] to [4] choose.
type HintPart struct {
	Key  string // print of a key
	Icon string // or an icon on the key, such as "arrow-up"
	Text string // or translated words
}

// Hint is a row of keys and words. Where keys are not shown it is empty.
func Hint(f *Frame, parts ...HintPart) *fyne.Container {
	var inside []fyne.CanvasObject
	shown := f.KeysShown()
	for _, p := range parts {
		shown = shown && (p.Key == "" || f.KeyShown(p.Key))
	}
	if shown {
		for _, p := range parts {
			if p.Text != "" {
				inside = append(inside, NewPara(f, ParaOpts{Text: p.Text, Role: theme.Hint, Color: f.hintInk()}))
				continue
			}
			inside = append(inside, NewKeyCap(f, KeyCapOpts{Text: p.Key, Icon: p.Icon}))
		}
	}
	return HStack(f.Look.Size("kit.footer.hintGap"), NoGrow, inside...)
}

func (f *Frame) hintInk() theme.Role {
	if f.night {
		return theme.OnNightSoft
	}
	return theme.InkFaint
}
