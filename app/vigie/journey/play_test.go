//go:build journey

package journey

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

// course is the ids of the lessons of the course, in order.
func course(t testing.TB) []string {
	t.Helper()
	out, err := exec.Command(built(t, "vigie-kit"), "lessons").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(out))
}

// digits are the board digits of a lesson, by step.
func digits(t testing.TB, lesson string) map[string]string {
	t.Helper()
	out, err := exec.Command(built(t, "vigie-kit"), "digits", lesson).Output()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, line := range bytes.Split(bytes.TrimSpace(out), []byte("\n")) {
		code, step, _ := strings.Cut(string(line), "  ")
		all[step] = code
	}
	return all
}

// stepOf is the step in the id of a page, "" if it is none.
func stepOf(page string) string {
	if parts := strings.Split(page, "."); len(parts) == 3 {
		return parts[1]
	}
	return ""
}

// next does the one thing that leads on from the present page, by keys alone.
// choice is the number of the answer taken in decisions.
func (p *program) next(choice string, board map[string]string) {
	p.t.Helper()
	page := p.page
	switch {
	case strings.HasSuffix(page, ".pause"):
		p.press("1")
	case strings.HasPrefix(page, "vote.") && strings.HasSuffix(page, ".choose"):
		p.press("1", "Enter")
	case strings.HasSuffix(page, ".choose"):
		p.press(choice, "Enter")
	case strings.HasPrefix(page, "quiz.") && strings.HasSuffix(page, ".read") && p.focus == "guess":
		n := p.moves // the slider keeps the focus on the page that is built again
		p.d.press("Right")
		p.until("the guess", func() bool { return p.moves > n })
		p.press("Enter")
	case strings.HasPrefix(page, "quiz.") && strings.HasSuffix(page, ".read"):
		p.press("1", "3", "Enter")
	case strings.HasPrefix(page, "sort.") && strings.HasSuffix(page, ".read"):
		p.put("1", "2", "3", "1", "2", "3", "1", "2", "3", "1", "2", "3")
		p.press("Enter")
	case strings.HasPrefix(page, "order.") && strings.HasSuffix(page, ".read"):
		p.d.press("Space")
		p.put("Down")
		p.d.press("Space")
		p.press("Enter")
	case strings.HasPrefix(page, "match.") && strings.HasSuffix(page, ".read"):
		p.put("1", "2", "3", "4", "5", "6")
		p.press("Enter")
	case strings.HasPrefix(page, "build.") && strings.HasSuffix(page, ".read"):
		p.press("1", "2", "Enter")
	case strings.HasPrefix(page, "questions.") && strings.HasSuffix(page, ".read"):
		n, m := p.taken, len(p.pages) // a step of agreement, or an answer
		p.d.press("1")
		p.until("an answer on "+page, func() bool { return p.taken > n || len(p.pages) > m })
		p.press("Enter")
	case strings.HasPrefix(page, "pledge.") && strings.HasSuffix(page, ".read"),
		strings.HasPrefix(page, "sign.") && strings.HasSuffix(page, ".read"), strings.HasPrefix(page, "letter.") && strings.Contains(page, ".read."):
		p.press("1", "Enter")
	case strings.HasPrefix(page, "talk.") || strings.HasPrefix(page, "vote.") && strings.HasSuffix(page, ".wait"):
		n := len(p.pages)
		for _, c := range board[stepOf(page)] {
			p.d.press(string(c))
		}
		p.until("the step after the talk", func() bool { return len(p.pages) > n })
	case strings.HasPrefix(page, "leave-role."):
		// the focus is on the first prompt, where Enter ticks it; then Enter goes on
		p.press("Enter", "Enter")
	default:
		p.press("Enter")
	}
}
