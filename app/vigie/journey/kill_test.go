//go:build journey

package journey

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Killed at random moments of a played lesson, the next start offers to go on
// at the last step that was acknowledged. VIGIE_KILLS says how often.
func TestKill(t *testing.T) {
	rounds := 6
	if n, err := strconv.Atoi(os.Getenv("VIGIE_KILLS")); err == nil {
		rounds = n
	}
	d := newDisplay(t)
	board := digits(t, "unread")
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	for range rounds {
		h := newHome(t)
		session := h.runtimeDir(t)
		p := start(t, d, h, session, "--lang", "en")
		p.press("Enter", "Enter")
		for range r.IntN(35) {
			if strings.HasPrefix(p.page, "end.") {
				break
			}
			p.next(strconv.Itoa(1+r.IntN(4)), board)
		}
		// the kill falls anywhere between the last key press and its effect on the disk
		time.Sleep(time.Duration(r.IntN(4000)) * time.Microsecond)
		p.kill()
		p.look()
		last := ""
		if len(p.kept) > 0 {
			last = p.kept[len(p.kept)-1]
		}
		again := start(t, d, h, session, "--lang", "en")
		if last == "" {
			again.kill()
			continue
		}
		again.until("the offer to go on", func() bool { return again.offered })
		again.press("Enter")
		if got := stepOf(again.page); !p.reached(got, last) {
			t.Fatalf("seed %d: acknowledged up to %s, offered %s", seed, last, got)
		}
		if strings.Contains(again.page, "consequence") {
			t.Fatalf("what was chosen is shown: %s", again.page)
		}
		again.kill()
	}
}

// reached reports whether got is the last acknowledged step or one that was
// arrived at after it: the disk may know more than was said.
func (p *program) reached(got, last string) bool {
	found := false
	for _, page := range p.pages {
		found = found || stepOf(page) == last
		if found && stepOf(page) == got {
			return true
		}
	}
	return false
}
