//go:build journey

package journey

import (
	"strings"
	"testing"
)

// Every lesson by keyboard only, the three that a class begins with in every
// language, the others in two; in one of them help and hide are opened from
// every kind of page on the way.
func TestKeyboardOnly(t *testing.T) {
	d := newDisplay(t)
	for i, lesson := range course(t) {
		board := digits(t, lesson)
		for j, lang := range []string{"nl", "fr", "de", "en"} {
			if j != 0 && kindsOf[lesson] == nil && j != 1+i%3 {
				continue
			}
			t.Run(lesson+" "+lang, func(t *testing.T) {
				h := newHome(t)
				args := []string{"--lang", lang, "--lesson", lesson, "--age", []string{"12-14", "15-18"}[(i+j)%2]}
				if j == 0 {
					args = append(args, "--items", "both")
				}
				p := start(t, d, h, h.runtimeDir(t), args...)
				if p.page != "rules" {
					t.Fatalf("the lesson begins with %s", p.page)
				}
				seen := p.through(board, j == 0)
				if j == 0 && lesson == "unread" {
					p.quietly()
				}
				for _, kind := range kindsOf[lesson] {
					if j == 0 && !seen[kind] {
						t.Errorf("the lesson had no %s", kind)
					}
				}
				p.quit()
			})
		}
	}
}

// quietly goes over to the quiet lesson from inside another and back, then plays
// it from the first page; any digits lead on in it.
func (p *program) quietly() {
	p.t.Helper()
	p.press("1", "Enter")
	page := p.page
	p.press("F2")
	if p.page != "scene.friday-evening.read" {
		p.t.Fatalf("F2 on %s leads to %s", page, p.page)
	}
	p.press("F2")
	if p.page != page {
		p.t.Fatalf("F2 leads back to %s, not to %s", p.page, page)
	}
	p.press("Escape")
	p.tabTo("aside")
	p.press("Enter")
	p.through(map[string]string{"look-up": "555"}, true)
}

// kindsOf are pages that a lesson must have on the way.
var kindsOf = map[string][]string{
	"unread":     {"sceneread", "scenepause", "scenechoose", "sceneconsequence", "quizread", "inforead", "talkread", "leave-roleread", "helpread", "endread"},
	"excuses":    {"questionsread", "sortread", "sortconsequence", "matchread", "matchconsequence", "buildread", "buildconsequence", "voteread", "votechoose", "votewait"},
	"first-hour": {"orderread", "orderconsequence", "sortread", "quizread", "questionsread"},
}

// through plays the lesson to its end and returns the kinds of pages on the way,
// with help and hide opened on each kind if beside is set.
func (p *program) through(board map[string]string, beside bool) map[string]bool {
	p.t.Helper()
	seen := map[string]bool{}
	for range 120 {
		if p.page == "home" {
			return seen
		}
		kind, _, _ := strings.Cut(p.page, ".")
		phase := p.page[strings.LastIndex(p.page, ".")+1:]
		if beside && !seen[kind+phase] {
			p.aside()
		}
		seen[kind+phase] = true
		p.next("2", board)
	}
	p.t.Fatalf("the lesson did not come to its end: %v", p.pages)
	return nil
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
