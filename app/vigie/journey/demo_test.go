//go:build journey

package journey

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// shot is one picture of the demo, as written into run.json.
type shot struct {
	File     string   `json:"file"`
	Page     string   `json:"page"`
	Language string   `json:"language"`
	Look     string   `json:"look"`
	Keys     []string `json:"keys"` // keys pressed since the start of the run
}

// TestDemo plays the lessons by key presses and writes numbered pictures and
// run.json to the folder that VIGIE_DEMO names.
func TestDemo(t *testing.T) {
	dir := os.Getenv("VIGIE_DEMO")
	if dir == "" {
		dir = t.TempDir()
	}
	take, end := album(t, dir)
	board := digits(t, "unread")
	d := newDisplay(t)
	for i, lesson := range append(course(t), "credit") {
		played(t, d, "fr", lesson, true, take)
		played(t, d, []string{"nl", "de", "en"}[i%3], lesson, false, take)
	}
	for _, lang := range []string{"fr", "nl", "de", "en"} {
		teaching(t, d, lang, take)
	}
	others(t, d, board, take)
	for _, look := range []struct{ lesson, palette, size string }{
		{"unread", "dark", "100"}, {"unread", "contrast", "150"}, {"unread", "light", "200"},
		{"excuses", "light", "200"}, {"first-hour", "contrast", "200"}, {"first-hour", "dark", "100"},
		{"report-call", "light", "200"}, {"report-call", "contrast", "150"},
	} {
		looks(t, d, take, look.lesson, look.palette, look.size)
	}
	end()
}

// TestFirst plays the first lesson alone, for whoever starts the program where
// there is no display.
func TestFirst(t *testing.T) {
	dir := os.Getenv("VIGIE_DEMO")
	if dir == "" {
		dir = t.TempDir()
	}
	take, end := album(t, dir)
	played(t, newDisplay(t), "fr", "unread", true, take)
	end()
}

// album takes numbered pictures into a folder; end writes run.json there.
func album(t *testing.T, dir string) (take func(p *program, lang, look string), end func()) {
	var shots []shot
	take = func(p *program, lang, look string) {
		s := shot{File: fmt.Sprintf("%04d-%s-%s%s.png", len(shots)+1, strings.ReplaceAll(p.page, ".", "-"), lang, look), Page: p.page, Language: lang, Look: look}
		p.d.picture(filepath.Join(dir, s.File))
		shots = append(shots, s)
	}
	return take, func() {
		data, err := json.MarshalIndent(shots, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "run.json"), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// played plays a lesson: whole with every page, else with scenes, tasks and the
// end only.
func played(t *testing.T, d *display, lang, lesson string, whole bool, take func(*program, string, string)) {
	h := newHome(t)
	args := []string{"--lang", lang}
	if lesson != "unread" {
		args = append(args, "--lesson", lesson)
	}
	if whole {
		args = append(args, "--items", "both")
	}
	p := start(t, d, h, h.runtimeDir(t), args...)
	board := digits(t, lesson)
	if p.page == "home" {
		take(p, lang, "")
		if whole {
			p.open(take, lang, "band.reading")
		}
		p.press("1")
	}
	last, talks := "", 0
	for range 120 {
		if p.page == "home" {
			break
		}
		kind, _, _ := strings.Cut(p.page, ".")
		if (whole || !slices.Contains([]string{"rules", "talk", "info", "help", "leave-role"}, kind)) && p.page != last {
			take(p, lang, "")
		}
		if kind == "talk" {
			talks++
		}
		if whole && lesson == "unread" && kind == "talk" && talks == 1 {
			p.press("F1", "3")
			take(p, lang, "")
			p.press("Escape", "Ctrl+h")
			take(p, lang, "")
			p.press("Ctrl+h")
		}
		last = p.page
		p.next("2", board)
	}
	if p.page != "home" {
		t.Fatalf("%s: the lesson did not come to its end: %v", lang, p.pages)
	}
	p.quit()
}

// teaching goes through the pages of the teacher's space.
func teaching(t *testing.T, d *display, lang string, take func(*program, string, string)) {
	h := newHome(t)
	p := start(t, d, h, h.runtimeDir(t), "--lang", lang)
	p.tabTo("teach")
	p.press("Enter")
	take(p, lang, "")
	p.press("Enter")
	for _, part := range []string{"2", "3", "4", "5", "6", "7", "8", "1"} {
		p.press(part)
		take(p, lang, "-"+part)
	}
	p.press("Escape")
	p.tabTo("now")
	p.press("Enter")
	for _, part := range []string{"2", "3", "4", "5", "6", "7", "1"} {
		p.press(part)
		take(p, lang, "-"+part)
	}
	p.quit()
}

// others shows the screens that lie beside the way: a pass, joining by digits,
// the offer to go on, erasing, and the note of a crash.
func others(t *testing.T, d *display, board map[string]string, take func(*program, string, string)) {
	h := newHome(t)
	session := h.runtimeDir(t)
	p := start(t, d, h, session, "--lang", "fr")
	p.press("F1", "4")
	take(p, "fr", "")
	p.tabTo("routes")
	p.press("Enter", "3")
	take(p, "fr", "")
	p.press("Escape", "Escape")
	p.press("1", "Enter", "0")
	take(p, "fr", "-pass")
	p.press("Enter")
	p.open(func(p *program, _, _ string) {
		p.tabTo("erase")
		p.press("Enter")
		take(p, "fr", "")
		p.press("Escape")
	}, "fr", "band.reading")
	p.until("the step to be kept", func() bool { return len(p.kept) > 1 })
	p.kill()
	p = start(t, d, h, session, "--lang", "fr")
	p.until("the offer to go on", func() bool { return p.offered })
	take(p, "fr", "-offer")
	p.tabTo("digits")
	for _, key := range "999" {
		p.d.press(string(key))
	}
	p.until("the page again", func() bool { return strings.Count(strings.Join(p.pages, " "), "home") > 2 })
	take(p, "fr", "-wrong-digits")
	n := len(p.pages)
	for _, key := range board["look-up-again"] {
		p.d.press(string(key))
	}
	p.until("the story so far", func() bool { return len(p.pages) > n })
	take(p, "fr", "-story")
	p.quit()
	note := filepath.Join(h.at("home"), ".local", "share", "vigie", "crash.txt")
	if err := os.WriteFile(note, []byte("panic: example\n\nui.(*Shell).show(...)\n\tshell.go:1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p = start(t, d, h, session, "--lang", "fr")
	take(p, "fr", "")
	p.quit()
}

// tabTo moves the focus by Tab to a control.
func (p *program) tabTo(id string) {
	p.t.Helper()
	for range 20 {
		if p.focus == id {
			return
		}
		p.tab()
	}
	p.t.Fatalf("Tab does not reach %s on %s", id, p.page)
}

// open shows the reading help, which has no key of its own, and comes back.
func (p *program) open(take func(*program, string, string), lang, id string) {
	p.t.Helper()
	p.tabTo(id)
	p.press("Enter")
	take(p, lang, "")
	p.press("Escape")
}

// looks plays a lesson in another palette and text size, in German,
// which is the longest.
func looks(t *testing.T, d *display, take func(*program, string, string), lesson, palette, size string) {
	h := newHome(t)
	p := start(t, d, h, h.runtimeDir(t), "--lang", "de", "--data", h.at("data"))
	p.open(func(p *program, _, _ string) {
		for _, key := range map[string][]string{"100": nil, "150": {"Right", "Right", "Right"}, "200": {"End"}}[size] {
			p.press(key)
		}
		p.tabTo("palette")
		for _, key := range map[string][]string{"light": nil, "dark": {"Right"}, "contrast": {"End"}}[palette] {
			p.press(key)
		}
		take(p, "de", "-"+palette+"-"+size)
	}, "de", "band.reading")
	take(p, "de", "-"+palette+"-"+size)
	p.press(strconv.Itoa(slices.Index(course(t), lesson) + 1))
	board, last := digits(t, lesson), ""
	for range 80 {
		if p.page == "home" {
			break
		}
		if p.page != last {
			take(p, "de", "-"+palette+"-"+size)
		}
		last = p.page
		p.next("1", board)
	}
	p.quit()
}
