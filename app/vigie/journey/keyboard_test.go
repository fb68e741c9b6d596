//go:build journey

package journey

import (
	"strings"
	"testing"
)

// The whole lesson by keyboard only, with help and hide opened from every kind
// of page on the way.
func TestKeyboardOnly(t *testing.T) {
	d := newDisplay(t)
	h := newHome(t)
	p := start(t, d, h, h.runtimeDir(t), "--lang", "nl")
	board := digits(t)
	p.press("Enter")
	if p.page != "rules" {
		t.Fatalf("Enter on the first page leads to %s", p.page)
	}
	seen := map[string]bool{}
	for range 80 {
		if p.page == "home" {
			break
		}
		kind, _, _ := strings.Cut(p.page, ".")
		phase := p.page[strings.LastIndex(p.page, ".")+1:]
		if !seen[kind+phase] {
			seen[kind+phase] = true
			p.aside()
		}
		p.next("2", board)
	}
	if p.page != "home" {
		t.Fatalf("the lesson did not come to its end: %v", p.pages)
	}
	for _, kind := range []string{"sceneread", "scenepause", "scenechoose", "sceneconsequence", "quizread", "inforead", "talkread", "leave-roleread", "helpread", "endread"} {
		if !seen[kind] {
			t.Errorf("the lesson had no %s", kind)
		}
	}
	p.quit()
}

// aside hides, comes back, opens help and comes back, on the present page.
func (p *program) aside() {
	p.t.Helper()
	page := p.page
	p.press("Ctrl+h")
	if p.page != "hidden" {
		p.t.Fatalf("Ctrl+H on %s leads to %s", page, p.page)
	}
	p.press("Ctrl+h")
	if p.page != page {
		p.t.Fatalf("Ctrl+H leads back to %s, not to %s", p.page, page)
	}
	p.press("F1")
	if p.page != "help" {
		p.t.Fatalf("F1 on %s leads to %s", page, p.page)
	}
	p.press("2", "Ctrl+h", "Ctrl+h") // also from a sheet, with something unfolded
	if p.page != "help" {
		p.t.Fatalf("Ctrl+H on help leads back to %s", p.page)
	}
	p.press("Escape")
	if p.page != page {
		p.t.Fatalf("Escape on help leads back to %s, not to %s", p.page, page)
	}
}
