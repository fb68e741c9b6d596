//go:build journey

package journey

import (
	"os"
	"strings"
	"testing"
)

// The lesson in a real window with reading aloud into a voice that writes what
// it would say, in four languages.
func TestAloud(t *testing.T) {
	d := newDisplay(t)
	board := digits(t, "unread")
	for lang, want := range map[string][]string{
		"fr": {"Que fait Mila ?", "Levez les yeux.", "Ce qui va mieux"},
		"nl": {"Wat doet Mila?", "Wat er beter werd"},
		"de": {"Was macht Mila?", "Schaut hoch."},
		"en": {"What does Mila do?", "Look up.", "What got better"},
	} {
		h := newHome(t)
		file := h.at("voice")
		t.Setenv("VIGIE_VOICE", file)
		p := start(t, d, h, h.runtimeDir(t), "--lang", lang)
		p.press("Ctrl+l", "Enter")
		for range 80 {
			if p.page == "home" {
				break
			}
			p.next("2", board)
		}
		if p.page != "home" {
			t.Fatalf("%s: the lesson did not come to its end: %v", lang, p.pages)
		}
		p.quit()
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		said := strings.ReplaceAll(string(data), "\u00a0", " ")
		for _, s := range want {
			if !strings.Contains(said, lang+"\t") || !strings.Contains(said, s) {
				t.Errorf("%s: %q was not said in\n%s", lang, s, said)
			}
		}
	}
}
