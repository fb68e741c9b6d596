package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigie/app/ui/theme"
)

func noticesOf(f *Frame) []fyne.CanvasObject {
	return []fyne.CanvasObject{
		NewNotice(f, NoticeOpts{ID: "kept", Text: "La liste des noms est gardée sur ce portable.", Dismiss: "Compris"}),
		NewNotice(f, NoticeOpts{ID: "repaired", Tone: NoticeLamp, Icon: "wrench", Title: "Einige Einstellungen wurden repariert.", Text: "Die Schriftgröße steht wieder auf 100 %. Sieh nach, ob alles für dich passt.",
			Button: NewButton(f.AtDay(), ButtonOpts{ID: "look", Label: "Einstellungen ansehen", Small: true})}),
		NewNotice(f, NoticeOpts{ID: "voice", Tone: NoticeHelp, Icon: "speaker-slash", Text: "Op deze laptop staat geen Nederlandse stem. Hulp vragen kan altijd: 116 000.", Dismiss: "Goed"}),
		NewNotice(f, NoticeOpts{ID: "lost", Tone: NoticeCare, Title: "Le bilan n’a pas pu être gardé.", Text: "Rien n’est perdu : il reste à l’écran. Branchez la clé USB, puis gardez-le encore une fois.",
			Button: NewButton(f.AtDay(), ButtonOpts{ID: "again", Label: "Garder encore une fois", Icon: "floppy-disk", Small: true})}),
		NewNotice(f, NoticeOpts{ID: "calm", Text: "Het rapport staat klaar."}),
	}
}

func TestNoticesGallery(t *testing.T) {
	gallery(t, "notices", 900, 560, 1500, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		all := noticesOf(f)
		root := VStack(14, all...)
		return root, func(c fyne.Canvas) { c.Focus(ControlByID(root, "kept")) }
	})
}

func TestNoticeIsRead(t *testing.T) {
	f := plainFrame(t)
	open(t, f, VStack(10, noticesOf(f)...), 800, 600)
	said := Aloud(noticesOf(f)[3], Semantics.Plain)
	if len(said) != 3 || !strings.HasPrefix(said[0], "Le bilan") || said[2] != "Garder encore une fois" {
		t.Errorf("reads %q", said)
	}
}

func TestNoticeIsDismissed(t *testing.T) {
	f := plainFrame(t)
	gone := 0
	n := NewNotice(f, NoticeOpts{ID: "ok", Text: "De namen zijn bewaard.", Dismiss: "Goed", OnDismiss: func() { gone++ }})
	below := Text(f, theme.Body, "Verder")
	page := NewPage(f, VStack(20, n, below))
	w := open(t, f, page, 600, 300)
	y := below.Position().Y
	c := ControlByID(page, "ok")
	w.Canvas().Focus(c)
	c.TypedKey(key(fyne.KeyReturn))
	if gone != 1 || n.Visible() || ControlByID(page, "ok") != nil || len(Tree(page)) != 1 {
		t.Error("stays")
	}
	if w.Canvas().Focused() != nil {
		t.Error("the focus is on what is not there any more")
	}
	if below.Position().Y >= y {
		t.Errorf("a gap stays: %g, before %g", below.Position().Y, y)
	}
}

func TestNoticeTones(t *testing.T) {
	seen := map[string]bool{}
	for _, tone := range []NoticeTone{NoticeCalm, NoticeLamp, NoticeHelp, NoticeCare} {
		icon, strong, wash := tone.look()
		if seen[icon] || seen[string(wash)] || strong == wash {
			t.Errorf("tone %d looks like another", tone)
		}
		seen[icon], seen[string(wash)] = true, true
	}
}

func TestNoticesHaveRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		for i, n := range noticesOf(f) {
			for _, width := range []float32{300 * scale, 560, 760, 1200} {
				if width < Least(n) {
					continue
				}
				checkRoom(t, fmt.Sprintf("notice %d at scale %g", i, scale), n, width)
			}
		}
	})
}
