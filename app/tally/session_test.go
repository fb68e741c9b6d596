package tally

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func fill(t *testing.T, s *Session, counts ...int) {
	t.Helper()
	for j, n := range counts {
		if err := s.Count(s.items[0].ID, j, n); err != nil {
			t.Fatal(err)
		}
	}
}

func close1(t *testing.T, s *Session) Shown {
	t.Helper()
	r, err := s.Close()
	if err != nil {
		t.Fatal(err)
	}
	return r.Items()[0]
}

func TestReopening(t *testing.T) {
	done := with(yes(), func(it *Item) { it.Completion = true })
	for _, c := range []struct {
		name   string
		item   Item
		rounds [][]int
		want   []string // what is shown, and how many wait
	}{
		{"4 are shown with the next", yes(), [][]int{{2, 2}, {2, 4}}, []string{"nothing nothing +4", "no:4 yes:6 of 10 +0"}},
		{"9 cards are shown with the next", card(), [][]int{{3, 3, 3, 0}, {0, 0, 3, 0}}, []string{"nothing bars +9", "a+b+d:6 c:6 of 12 small +0"}},
		{"after bars 9 wait", yes(), [][]int{{4, 6}, {4, 5}, {1, 0}}, []string{"no:4 yes:6 of 10 +0", "no:4 yes:6 of 10 +9", "no:9 yes:11 of 20 +0"}},
		{"what is new is coded by itself", yes(), [][]int{{4, 6}, {1, 9}}, []string{"no:4 yes:6 of 10 +0", "no:4-6 yes:14-16 of 20 ends-few +0"}},
		{"and as coarse as the coarser", scale(), [][]int{{3, 3, 3, 3, 3}, {2, 3, 2, 2, 2}}, []string{"1:3 2:3 3:3 4:3 5:3 of 15 +0", "1+2+3:16 4+5:10 of 26 small +0"}},
		{"after a mean 4 wait", scale(), [][]int{{1, 1, 1, 1, 1}, {0, 0, 0, 0, 4}, {0, 0, 0, 0, 1}}, []string{"mean 2.75-3.25 mean +0", "mean 2.75-3.25 mean +4", "mean 2.75-5 mean +0"}},
		{"a mean does not become bars", scale(), [][]int{{1, 1, 1, 1, 1}, {3, 0, 0, 0, 7}}, []string{"mean 2.75-3.25 mean +0", "1+2+3:3 4+5:7 of 10 small +0"}},
		{"completion of five more", done, [][]int{{3, 3}, {0, 4}, {0, 1}}, []string{"no:3 yes:3 of 6 +0", "no:3 yes:3 of 6 +4", "no:3-5 yes:6-8 of 11 ends-few +0"}},
		{"flagged ones wait for ever", with(yes(), func(it *Item) { it.Sensitive = true }), [][]int{{20, 20}, {5, 5}}, []string{"nothing sensitive +40", "nothing sensitive +50"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := NewSession(c.item)
			if err != nil {
				t.Fatal(err)
			}
			for round, counts := range c.rounds {
				if round > 0 {
					if err := s.Reopen(); err != nil {
						t.Fatal(err)
					}
				}
				before := s.Release()
				fill(t, s, counts...)
				if !reflect.DeepEqual(before, s.Release()) {
					t.Error("an open session shows what is typed")
				}
				would := s.Would(c.item.ID)
				blocks := len(s.blocks[0])
				shown := close1(t, s)
				if got := fmt.Sprintf("%s +%d", told(shown), shown.Waiting()); got != c.want[round] {
					t.Errorf("close %d: %s, want %s", round+1, got, c.want[round])
				}
				if (len(s.blocks[0]) > blocks) != (would != Nothing) {
					t.Errorf("close %d: it would be %d", round+1, would)
				}
			}
		})
	}
}

func TestStates(t *testing.T) {
	if _, err := NewSession(); !errors.Is(err, ErrItem) {
		t.Error(err)
	}
	if _, err := NewSession(yes(), yes()); !errors.Is(err, ErrItem) {
		t.Error(err)
	}
	s, err := NewSession(yes(), card())
	if err != nil {
		t.Fatal(err)
	}
	if s.Closed() || s.Typed() != 0 || s.Undo() || !errors.Is(s.Reopen(), ErrOpen) {
		t.Error("not a new session")
	}
	if _, err := s.Unspent(); !errors.Is(err, ErrOpen) {
		t.Error(err)
	}
	for _, bad := range [][]int{{0}, {0, 4}, {2, 0}, {-2, 0}, {0, 0, 0}} {
		if err := s.Add(bad...); !errors.Is(err, ErrAnswer) {
			t.Errorf("%v: %v", bad, err)
		}
	}
	if s.Count("nothing", 0, 1) == nil || s.Count("yes", 0, -1) == nil || s.Count("yes", 2, 1) == nil || s.Typed() != 0 {
		t.Error("a bad answer is counted")
	}
	for range 12 {
		if err := s.Add(1, NoAnswer); err != nil {
			t.Fatal(err)
		}
	}
	if s.Typed() != 12 || !s.Undo() || s.Typed() != 11 || s.Undo() {
		t.Error("the last slip is not taken back once")
	}
	if s.Add(0, 7) == nil || s.Undo() {
		t.Error("a slip that was not counted is taken back")
	}
	if err := s.Count("yes", 0, 3); err != nil || s.Typed() != 14 || s.Would("card") != Bars {
		t.Error("who answers one item passes the others", err, s.Typed())
	}
	r, err := s.Close()
	if err != nil {
		t.Fatal(err)
	}
	for _, shown := range r.Items() {
		if shown.Answers() != 14 && shown.Kind() != Nothing {
			t.Errorf("%s has another n: %d", shown.Item().ID, shown.Answers())
		}
	}
	if _, err := s.Close(); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
	if !errors.Is(s.Add(0, 0), ErrClosed) || !errors.Is(s.Count("yes", 0, 1), ErrClosed) || s.Undo() {
		t.Error("a closed session takes answers")
	}
	if _, ok := r.Item("nothing"); ok || s.Would("nothing") != Nothing {
		t.Error("an item that is not there")
	}
	r.Items()[0] = Shown{}
	r.Items()[0].Item().Categories[0].ID = "other"
	if r.Items()[0].Item().Categories[0].ID != "no" {
		t.Error("a release can be changed")
	}
}

// Unspent answers are handed over once.
func TestUnspent(t *testing.T) {
	s, _ := NewSession(yes())
	fill(t, s, 2, 2)
	close1(t, s)
	u, err := s.Unspent()
	if err != nil || u[0].Typed() != 4 {
		t.Fatal(u, err)
	}
	if u, _ = s.Unspent(); u[0].Typed() != 0 || s.Release().Items()[0].Waiting() != 0 || s.Typed() != 4 {
		t.Error("they are still there")
	}
	_ = s.Reopen()
	fill(t, s, 3, 3)
	if got := told(close1(t, s)); got != "nothing bars" {
		t.Error(got)
	}
}

// A class that waits shows nothing, and can still show bars later or be a part
// of the school's.
func TestWait(t *testing.T) {
	h, _ := NewSchool(scale())
	for _, class := range []string{"a", "b"} {
		s, _ := NewSession(scale())
		fill(t, s, 1, 1, 2, 2, 2)
		if err := s.Wait(); err != nil || !s.Closed() || !errors.Is(s.Wait(), ErrClosed) {
			t.Fatal(err)
		}
		shown := s.Release().Items()[0]
		if got := fmt.Sprintf("%s +%d", told(shown), shown.Waiting()); got != "nothing close +8" {
			t.Error(got)
		}
		u, err := s.Unspent()
		if err != nil || h.Class(class, s.Release()) != nil || h.Pool(class, u...) != nil {
			t.Fatal(err)
		}
	}
	if got := told(h.Close().Items()[0]); got != "1+2:4 3:4 4+5:8 of 16 small" {
		t.Error(got)
	}
	s, _ := NewSession(scale())
	fill(t, s, 1, 1, 2, 2, 2)
	if s.Wait() != nil || s.Reopen() != nil {
		t.Fatal("not reopened")
	}
	fill(t, s, 0, 0, 0, 1, 1)
	if got := told(close1(t, s)); got != "1+2+3:4 4+5:6 of 10 small" {
		t.Error(got)
	}
}

func TestPair(t *testing.T) {
	at := func(side string, counts ...int) Shown {
		return closed(t, with(scale(), func(it *Item) { it.ID = side }), counts...)
	}
	for _, c := range []struct {
		name          string
		before, after Shown
		want          string
	}{
		{"the coarser of the two", at("b", 3, 3, 3, 3, 3), at("a", 0, 3, 3, 5, 5), "1+2:6 3:3 4+5:6 of 15 small | 1+2:3 3:3 4+5:10 of 16 small"},
		{"coded beside exact", at("b", 3, 3, 3, 3, 3), at("a", 0, 0, 1, 9, 9), "1+2+3:9 4+5:6 of 15 small | 1+2+3:0-2 4+5:17-19 of 19 ends-few"},
		{"too few after", at("b", 3, 3, 3, 3, 3), at("a", 0, 1, 0, 1, 1), "nothing nothing | nothing nothing"},
		{"a mean after", at("b", 3, 3, 3, 3, 3), at("a", 0, 1, 0, 5, 1), "nothing mean | nothing mean"},
		{"two means", at("b", 5, 0, 0, 0, 0), at("a", 0, 0, 0, 5, 1), "mean 1-2 mean | mean 4-5 mean"},
	} {
		b, a, err := Pair(c.before, c.after)
		if got := told(b) + " | " + told(a); err != nil || got != c.want {
			t.Errorf("%s: %s, want %s (%v)", c.name, got, c.want, err)
		}
	}
	if _, _, err := Pair(at("b", 3, 3, 3, 3, 3), closed(t, yes(), 5, 5)); !errors.Is(err, ErrOther) {
		t.Error(err)
	}
}

func TestNorm(t *testing.T) {
	for _, c := range []struct {
		name   string
		item   Item
		counts []int
		share  Share
		rule   RuleID
	}{
		{"9", yes(), []int{1, 8}, NoShare, RuleNorm},
		{"10 and clear", yes(), []int{3, 7}, OverSix, NoRule},
		{"six in ten", yes(), []int{4, 6}, OverHalf, NoRule},
		{"not clear", yes(), []int{5, 6}, NoShare, RuleNormLead},
		{"behind", yes(), []int{12, 6}, NoShare, RuleNormLead},
		{"10 of 10 is said as 8", yes(), []int{0, 10}, OverSeven, NoRule},
		{"12 of 12", yes(), []int{0, 12}, OverEight, NoRule},
		{"nearly all", yes(), []int{1, 21}, NearlyAll, NoRule},
		{"19 of 22", yes(), []int{3, 19}, OverEight, NoRule},
		{"a scale", scale(), []int{3, 3, 3, 9, 9}, OverSix, NoRule},
		{"hidden among others", card(), []int{9, 9, 2, 0}, NoShare, RuleNormLead},
		{"nothing approved of", with(yes(), func(it *Item) { it.Categories[1].Approved = false }), []int{1, 21}, NoShare, RuleNormLead},
		{"flagged", with(yes(), func(it *Item) { it.Sensitive = true }), []int{3, 19}, NoShare, RuleSensitive},
		{"who did nothing", with(yes(), func(it *Item) { it.Inaction = true }), []int{3, 19}, NoShare, RuleInaction},
	} {
		p := Norm(closed(t, c.item, c.counts...))
		share, ok := p.Share()
		if share != c.share || ok != (share != NoShare) || p.Rule() != c.rule {
			t.Errorf("%s: share %d, rule %s", c.name, share, p.Rule())
		}
		if got, _ := p.Reveal().Share(); got != share {
			t.Errorf("%s: reveals %d", c.name, got)
		}
		if !ok && p.Reveal() != (Reveal{}) {
			t.Errorf("%s: something is held back visibly", c.name)
		}
	}
	few := with(yes(), func(it *Item) { it.Completion = true })
	if p := Norm(closed(t, few, 0, 9)); p.Rule() != RuleNorm {
		t.Error("a completion of nine is revealed")
	}
}

// A word is true of every count of the range it is said of, and the counts near
// all of n have the same word.
func TestShares(t *testing.T) {
	for n := 1; n <= 60; n++ {
		for low := range n + 1 {
			for high := low; high <= n; high++ {
				s := shareOf(low, high, n)
				l, h := s.Bounds()
				if low*100 < l*n || high*100 > h*n {
					t.Fatalf("%d to %d of %d is %d to %d in a hundred", low, high, n, l, h)
				}
				strict := s == UnderTwo || s == UnderThree || s == UnderFour || s == UnderHalf
				if strict && high*100 == h*n || s >= OverHalf && s < NearlyAll && low*100 == l*n {
					t.Fatalf("%d to %d of %d is at the border of %d", low, high, n, s)
				}
			}
		}
	}
	if shareOf(5, 5, 10) != Half || shareOf(0, 0, 0) != NoShare || shareOf(4, 6, 10) != NoShare {
		t.Error("half")
	}
}

func TestSchool(t *testing.T) {
	flag := with(yes(), func(it *Item) { it.ID, it.Sensitive = "flag", true })
	class := func(h *School, name string, a, b, c, d int) {
		s, err := NewSession(yes(), flag)
		if err != nil {
			t.Fatal(err)
		}
		for id, counts := range map[string][]int{"yes": {a, b}, "flag": {c, d}} {
			for j, n := range counts {
				if err := s.Count(id, j, n); err != nil {
					t.Fatal(err)
				}
			}
		}
		r, err := s.Close()
		if err != nil {
			t.Fatal(err)
		}
		u, err := s.Unspent()
		if err != nil || h.Class(name, r) != nil || h.Pool(name, u...) != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name    string
		classes [][4]int
		want    string
	}{
		{"no class", nil, "nothing bars | nothing sensitive-school"},
		{"29 flagged", [][4]int{{7, 8, 7, 8}, {7, 7, 7, 7}}, "no+none:14 yes:15 of 29 | nothing sensitive-school"},
		{"30 flagged", [][4]int{{7, 8, 7, 8}, {7, 8, 7, 8}}, "no+none:14 yes:16 of 30 | no+none:14 yes:16 of 30"},
		{"30 flagged, one class", [][4]int{{14, 16, 14, 16}}, "no+none:14 yes:16 of 30 | nothing school"},
		{"30 flagged, nearly one class", [][4]int{{12, 13, 12, 13}, {2, 3, 2, 3}}, "no+none:12 yes:13 of 25 | nothing school-largest"},
		{"small classes together", [][4]int{{2, 2, 2, 2}, {1, 3, 1, 3}, {1, 2, 1, 2}}, "no+none:4 yes:7 of 11 | nothing sensitive-school"},
		{"beside a coded one", [][4]int{{2, 10, 2, 10}, {2, 2, 2, 2}, {1, 3, 1, 3}, {1, 2, 1, 2}}, "no+none:4-6 yes:17-19 of 23 ends-few | nothing sensitive-school"},
		{"two and a small one", [][4]int{{7, 8, 7, 8}, {1, 3, 1, 3}}, "no+none:7 yes:8 of 15 | nothing sensitive-school"},
	} {
		h, err := NewSchool(yes(), flag)
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range c.classes {
			class(h, fmt.Sprint(i), v[0], v[1], v[2], v[3])
		}
		r := h.Close().Items()
		if got := told(r[0]) + " | " + told(r[1]); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if !reflect.DeepEqual(h.Close(), Release{r}) {
			t.Errorf("%s: another close shows something else", c.name)
		}
	}
	h, _ := NewSchool(yes())
	other, _ := NewSession(card())
	r, _ := other.Close()
	u, _ := other.Unspent()
	if !errors.Is(h.Class("x", r), ErrOther) || !errors.Is(h.Pool("x", u...), ErrOther) {
		t.Error("another item is added up")
	}
}

// Kept and restored in the middle, a session and a school go on as if nothing
// had been.
func TestSnapshots(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		s := newStory(r)
		plain, _ := NewSession(s.items...)
		kept, _ := NewSession(s.items...)
		h, _ := NewSchool(s.items...)
		for round, answers := range s.classes[0] {
			if round > 0 {
				_, _ = plain.Reopen(), kept.Reopen()
			}
			for i, it := range s.items {
				for j, n := range answers[i] {
					if j == len(it.Categories) {
						j = NoAnswer
					}
					if plain.Count(it.ID, j, n) != nil || kept.Count(it.ID, j, n) != nil {
						t.Fatal("not counted")
					}
				}
				kept = again(t, kept)
			}
			x, _ := plain.Close()
			y, _ := kept.Close()
			kept = again(t, kept)
			for i, a := range x.Items() {
				if b := y.Items()[i]; told(a) != told(b) || a.Waiting() != b.Waiting() {
					t.Fatalf("%s, restored %s", told(a), told(b))
				}
			}
			if h.Class("a", y) != nil {
				t.Fatal("not added up")
			}
		}
		u, _ := kept.Unspent()
		for i, tl := range u {
			b, err := tl.Snapshot()
			if err != nil {
				t.Fatal(err)
			}
			if u[i], err = RestoreTally(b); err != nil || !slices.Equal(u[i].counts, tl.counts) || u[i].n != tl.n {
				t.Fatal(err)
			}
		}
		if h.Pool("a", u...) != nil || h.Pool("b", u...) != nil {
			t.Fatal("not pooled")
		}
		b, err := h.Snapshot()
		if err != nil {
			t.Fatal(err)
		}
		h2, err := RestoreSchool(b)
		if err != nil {
			t.Fatal(err)
		}
		for i, a := range h.Close().Items() {
			if b := h2.Close().Items()[i]; told(a) != told(b) || a.Waiting() != b.Waiting() {
				t.Fatalf("%s, restored %s", told(a), told(b))
			}
		}
	}
}

func again(t *testing.T, s *Session) *Session {
	t.Helper()
	b, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	out, err := RestoreSession(b)
	if err != nil {
		t.Fatal(err)
	}
	if c, _ := out.Snapshot(); !bytes.Equal(b, c) {
		t.Fatalf("%s\n%s", b, c)
	}
	return out
}

func hostile(t testing.TB) string {
	s, _ := NewSession(scale())
	for j, n := range []int{3, 3, 3, 3, 3} {
		_ = s.Count("scale", j, n)
	}
	_, _ = s.Close()
	_ = s.Reopen()
	_ = s.Count("scale", 1, 4)
	b, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestHostileSnapshots(t *testing.T) {
	good := hostile(t)
	if _, err := RestoreSession([]byte(good)); err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{
		{`"Version":1`, `"Version":2`},
		{`"Version":1`, `"Version":1,"More":1`},
		{`"Open":[[0,4,0,0,0,0]]`, `"Open":[[0,-4,0,0,0,0]]`},
		{`"Open":[[0,4,0,0,0,0]]`, `"Open":[[0,4,0,0,0]]`},
		{`"Open":[[0,4,0,0,0,0]]`, `"Open":[[0,3,0,0,0,1]]`},
		{`"Open":[[0,4,0,0,0,0]]`, `"Open":[[0,9223372036854775807,0,0,0,0]]`},
		{`"Open":[[0,4,0,0,0,0]]`, `"Open":[]`},
		{`"Waiting":[0]`, `"Waiting":[4]`},
		{`"Round":[4]`, `"Round":[5]`},
		{`"Typed":15`, `"Typed":-1`},
		{`"Closed":false`, `"Closed":true`},
		{`"Kind":2`, `"Kind":3`},
		{`"Kind":2`, `"Kind":1`},
		{`"Kind":2`, `"Kind":2,"Rule":"none"`},
		{`[1,3,3]`, `[1,3,2]`},
		{`[1,3,3]`, `[1,3,16]`},
		{`[1,3,3]`, `[3,3,3]`},
		{`[1,3,3]`, `[128,3,3]`},
		{`[1,3,3],`, ``},
		{`"ID":"scale"`, `"ID":""`},
	} {
		bad := strings.Replace(good, c[0], c[1], 1)
		if bad == good {
			t.Errorf("%s is not in %s", c[0], good)
		} else if _, err := RestoreSession([]byte(bad)); !errors.Is(err, ErrSnapshot) {
			t.Errorf("%s for %s: %v", c[1], c[0], err)
		}
	}
	if _, err := RestoreSession([]byte(good + good)); !errors.Is(err, ErrSnapshot) {
		t.Error(err)
	}
	if _, err := RestoreTally(make([]byte, MaxSnapshot+1)); !errors.Is(err, ErrSnapshot) {
		t.Error(err)
	}
}

// What is restored can be kept again, closed and shown.
func FuzzRestore(f *testing.F) {
	f.Add([]byte(hostile(f)))
	h, _ := NewSchool(scale(), yes())
	b, _ := h.Snapshot()
	f.Add(b)
	f.Add([]byte(`{"Version":1,"Item":{"ID":"a","Categories":[{"ID":"x"},{"ID":"y"}]},"Counts":[1,2,0]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, err := RestoreSession(b); err == nil {
			again(t, s)
			if !s.Closed() {
				_, _ = s.Close()
			}
			for _, x := range s.Release().Items() {
				told(x)
				Norm(x)
			}
		}
		if h, err := RestoreSchool(b); err == nil {
			for _, x := range h.Close().Items() {
				told(x)
			}
		}
		if a, err := RestoreTally(b); err == nil {
			_ = fmt.Sprint(a)
		}
	})
}
