package tally

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// scale is an item of five steps, the upper two approved of.
func scale() Item {
	it := Item{ID: "scale", Ordered: true}
	for i := range 5 {
		it.Categories = append(it.Categories, Category{ID: fmt.Sprint(i + 1), Approved: i > 2})
	}
	return it
}

// yes is an item of no and yes.
func yes() Item {
	return Item{ID: "yes", Categories: []Category{{ID: "no"}, {ID: "yes", Approved: true}}}
}

// card is an item of four answers without an order, the third approved of.
func card() Item {
	return Item{ID: "card", Categories: []Category{{ID: "a"}, {ID: "b"}, {ID: "c", Approved: true}, {ID: "d"}}}
}

func with(it Item, change func(*Item)) Item {
	it = it.clone()
	change(&it)
	return it
}

// closed is the release of one item with these counts, the last of them of no
// answer where one may pass.
func closed(t testing.TB, it Item, counts ...int) Shown {
	t.Helper()
	s, err := NewSession(it)
	if err != nil {
		t.Fatal(err)
	}
	for j, n := range counts {
		if j == len(it.Categories) {
			j = NoAnswer
		}
		if err := s.Count(it.ID, j, n); err != nil {
			t.Fatal(err)
		}
	}
	r, err := s.Close()
	if err != nil {
		t.Fatal(err)
	}
	return r.Items()[0]
}

// told writes a Shown as the cases of the tables do.
func told(s Shown) string {
	var b strings.Builder
	switch s.Kind() {
	case Nothing:
		return "nothing " + s.Rule().String()
	case Mean:
		low, high := s.Mean()
		fmt.Fprintf(&b, "mean %g-%g", low, high)
	case Bars:
		for i, c := range s.Cells() {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(strings.Join(c.Categories, "+"))
			if c.NoAnswer {
				b.WriteString("+none")
			}
			fmt.Fprintf(&b, ":%d", c.Low)
			if c.State == CellCoded {
				fmt.Fprintf(&b, "-%d", c.High)
			}
		}
		fmt.Fprintf(&b, " of %d", s.Answers())
	}
	if s.Rule() != NoRule {
		b.WriteString(" " + s.Rule().String())
	}
	return b.String()
}

func TestRulesAndBorders(t *testing.T) {
	skips := func(it *Item) { it.MaySkip = true }
	for _, c := range []struct {
		name   string
		item   Item
		counts []int
		want   string
	}{
		{"nobody", scale(), nil, "nothing nothing"},
		{"4: nothing", scale(), []int{0, 0, 0, 2, 2}, "nothing nothing"},
		{"5: mean", scale(), []int{1, 1, 1, 1, 1}, "mean 2.75-3.25 mean"},
		{"9: mean", scale(), []int{0, 1, 2, 5, 1}, "mean 3.25-4 mean"},
		{"10: bars", scale(), []int{0, 1, 3, 4, 2}, "1+2+3:4 4+5:6 of 10 small"},
		{"all alike, 5", scale(), []int{0, 0, 0, 0, 5}, "mean 4-5 mean"},
		{"all alike, 9, low", scale(), []int{9, 0, 0, 0, 0}, "mean 1-2 mean"},
		{"an edge belongs to the end", scale(), []int{0, 0, 0, 5, 0}, "mean 4-5 mean"},
		{"low edge", scale(), []int{0, 6, 0, 0, 0}, "mean 1-2 mean"},
		{"who passes is in the middle", with(scale(), skips), []int{0, 0, 0, 0, 1, 4}, "mean 3.25-4 mean"},
		{"short scale has one middle", with(scale(), func(it *Item) { it.Categories = it.Categories[1:4] }), []int{1, 2, 3}, "mean 1.5-2.5 mean"},
		{"a mean of two is a share", with(yes(), func(it *Item) { it.Ordered = true }), []int{4, 5}, "nothing mean-width"},
		{"no mean without an order", card(), []int{3, 3, 3, 0}, "nothing bars"},
		{"finest", scale(), []int{3, 3, 3, 3, 3}, "1:3 2:3 3:3 4:3 5:3 of 15"},
		{"a two merges into thirds", scale(), []int{2, 3, 3, 3, 4}, "1+2:5 3:3 4+5:7 of 15 small"},
		{"a zero does as well", scale(), []int{0, 5, 3, 3, 4}, "1+2:5 3:3 4+5:7 of 15 small"},
		{"then approved and the rest", scale(), []int{2, 4, 2, 6, 6}, "1+2+3:8 4+5:12 of 20 small"},
		{"who passes is with the rest", with(scale(), skips), []int{3, 3, 2, 3, 3, 1}, "1:3 2:3 3+none:3 4:3 5:3 of 15"},
		{"19: ten in a hundred is less than two", scale(), []int{1, 0, 1, 9, 8}, "1+2+3:0-2 4+5:17-19 of 19 ends-few"},
		{"20", scale(), []int{1, 0, 1, 9, 9}, "1+2+3:0-2 4+5:18-20 of 20 ends"},
		{"20, all alike", scale(), []int{0, 0, 0, 0, 20}, "1+2+3:0-2 4+5:18-20 of 20 ends"},
		{"10, eight", yes(), []int{2, 8}, "no:0-2 yes:8-10 of 10 ends-few"},
		{"10, nine", yes(), []int{1, 9}, "no:0-2 yes:8-10 of 10 ends-few"},
		{"10, ten", yes(), []int{0, 10}, "no:0-2 yes:8-10 of 10 ends-few"},
		{"10, seven", yes(), []int{3, 7}, "no:3 yes:7 of 10"},
		{"10, none", yes(), []int{10, 0}, "no:8-10 yes:0-2 of 10 ends-few"},
		{"100, 95 in a hundred", yes(), []int{5, 95}, "no:5 yes:95 of 100"},
		{"100, more", yes(), []int{4, 96}, "no:0-4 yes:96-100 of 100 ends"},
		{"61, more", yes(), []int{3, 58}, "no:0-3 yes:58-61 of 61 ends"},
		{"cards", card(), []int{5, 4, 9, 3}, "a:5 b:4 c:9 d:3 of 21"},
		{"a small card hides another", card(), []int{5, 4, 9, 1}, "a:5 b+d:5 c:9 of 19 complement"},
		{"a zero does not show", card(), []int{6, 5, 9, 0}, "a:6 b+d:5 c:9 of 20 complement"},
		{"four might be two and two", card(), []int{5, 4, 9, 0}, "a+b+d:9 c:9 of 18 complement"},
		{"equal cards go together", card(), []int{4, 4, 9, 1}, "a+b+d:9 c:9 of 18 complement"},
		{"two and two are three", card(), []int{2, 2, 9, 3}, "a+b+d:7 c:9 of 16 complement"},
		{"the right one only", card(), []int{1, 1, 18, 1}, "a+b+d:3 c:18 of 21 complement"},
		{"nearly all", card(), []int{1, 0, 20, 0}, "a+b+d:0-2 c:19-21 of 21 ends"},
		{"free cards", with(card(), func(it *Item) { it.Categories[2].Approved = false }), []int{1, 0, 20, 0}, "nothing complement"},
		{"doing nothing is no bar", with(card(), func(it *Item) { it.Categories[0].Inaction = true }), []int{5, 4, 9, 3}, "a+b+d:12 c:9 of 21 small"},
		{"nor its complement", with(yes(), func(it *Item) { it.Categories[0].Inaction = true }), []int{9, 9}, "nothing inaction"},
		{"an item on doing nothing", with(yes(), func(it *Item) { it.Inaction = true }), []int{9, 9}, "nothing inaction"},
		{"flagged", with(scale(), func(it *Item) { it.Sensitive = true }), []int{9, 9, 9, 9, 9}, "nothing sensitive"},
		{"completion, 4", with(yes(), func(it *Item) { it.Completion = true }), []int{0, 4}, "nothing nothing"},
		{"completion, 5", with(yes(), func(it *Item) { it.Completion = true }), []int{1, 4}, "no:0-2 yes:3-5 of 5 ends-few"},
		{"completion, 6", with(yes(), func(it *Item) { it.Completion = true }), []int{3, 3}, "no:3 yes:3 of 6"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(closed(t, c.item, c.counts...)); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestEveryRuleSaysWhy(t *testing.T) {
	seen := map[string]bool{}
	for i, r := range Rules() {
		if r.ID == "" || r.Why == "" || r.Source == "" || seen[r.ID] {
			t.Errorf("rule %d: %+v", i+1, r)
		}
		seen[r.ID] = true
		if got := RuleID(i + 1).String(); got != r.ID {
			t.Errorf("%s is called %s", r.ID, got)
		}
	}
	Rules()[0].Below = 0
	if rules[RuleNothing].Below != 5 {
		t.Error("the table can be changed from outside")
	}
}

// A rule made weaker is found out by the same search that finds nothing now.
func TestWeakerRulesAreSolved(t *testing.T) {
	for _, c := range []struct {
		name   string
		weaken func()
	}{
		{"no small counts", func() { rules[RuleSmall].Value = 0 }},
		{"small is 1", func() { rules[RuleSmall].Value = 1 }},
		{"mean near the ends", func() { rules[RuleMeanEnds].Value = 16 }},
		{"means and bars from two", func() { rules[RuleNothing].Below = 2 }},
		{"bars from three", func() { rules[RuleNothing].Below, rules[RuleBars].From = 3, 3 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			was := rules
			defer func() { rules = was }()
			c.weaken()
			found := 0
			for _, it := range shapes(5) {
				for n := 2; n <= 12; n++ {
					for _, w := range worlds(&it, n, false) {
						found += len(w.leaks(&it))
					}
				}
			}
			if found == 0 {
				t.Error("nothing is solved")
			}
		})
	}
}

func TestItems(t *testing.T) {
	for name, it := range map[string]Item{
		"no id":                 with(yes(), func(it *Item) { it.ID = "" }),
		"one category":          with(yes(), func(it *Item) { it.Categories = it.Categories[:1] }),
		"twice":                 with(yes(), func(it *Item) { it.Categories[1].ID = "no" }),
		"all approved":          with(yes(), func(it *Item) { it.Categories[0].Approved = true }),
		"middle approved":       with(scale(), func(it *Item) { it.Categories[4].Approved = false }),
		"both ends approved":    with(scale(), func(it *Item) { it.Categories[0].Approved = true }),
		"inaction approved":     with(yes(), func(it *Item) { it.Categories[1].Inaction = true }),
		"too many":              {ID: "x", Categories: make([]Category, MaxCategories+1)},
		"completion of a scale": with(scale(), func(it *Item) { it.Completion = true }),
	} {
		if _, err := NewTally(it); !errors.Is(err, ErrItem) {
			t.Errorf("%s: %v", name, err)
		}
	}
	low := with(scale(), func(it *Item) {
		for i := range it.Categories {
			it.Categories[i].Approved = i < 2
		}
	})
	if got, want := told(closed(t, low, 6, 6, 1, 1, 1)), "1+2:12 3+4+5:3 of 15 small"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// What is printed of a tally, by value too, does not have its counts, nor has
// JSON.
func TestTallyDoesNotTell(t *testing.T) {
	a, _ := NewTally(yes())
	b, _ := NewTally(yes())
	for range 9 {
		_, _ = a.Add(0), b.Add(1)
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%d", "%x"} {
		if x, y := fmt.Sprintf(verb, a)+fmt.Sprintf(verb, *a), fmt.Sprintf(verb, b)+fmt.Sprintf(verb, *b); x != y {
			t.Errorf("%s tells %q from %q", verb, x, y)
		}
	}
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	if string(x) != string(y) {
		t.Errorf("JSON tells %s from %s", x, y)
	}
}

// Neither can stand where the other is wanted, not even converted.
func TestHandsAreAnotherType(t *testing.T) {
	secret, public := reflect.TypeFor[Tally](), reflect.TypeFor[Hands]()
	for _, p := range [][2]reflect.Type{{secret, public}, {public, secret}} {
		for _, q := range [][2]reflect.Type{p, {reflect.PointerTo(p[0]), reflect.PointerTo(p[1])}} {
			if q[0].AssignableTo(q[1]) || q[0].ConvertibleTo(q[1]) {
				t.Errorf("%v goes for %v", q[0], q[1])
			}
		}
	}
	for i := range reflect.PointerTo(secret).NumMethod() {
		m := reflect.PointerTo(secret).Method(i)
		if !slices.Contains([]string{"Add", "AddMany", "Format", "Item", "Merge", "Snapshot", "Typed", "Undo"}, m.Name) {
			t.Errorf("a tally has a new door: %s", m.Name)
		}
	}
	h, err := NewHands(2)
	if err != nil {
		t.Fatal(err)
	}
	if h.Set(1, 1) != nil || h.Set(0, 2) != nil || h.Up(1) != 1 || h.Total() != 3 || h.Up(2) != 0 || h.Set(2, 1) == nil || h.Set(0, -1) == nil {
		t.Error("hands are not counted")
	}
}

func drawTally(t *rapid.T, it Item) *Tally {
	a, err := NewTally(it)
	if err != nil {
		t.Fatal(err)
	}
	for range rapid.IntRange(0, 12).Draw(t, "adds") {
		if err := a.AddMany(rapid.IntRange(0, len(it.Categories)-1).Draw(t, "category"), rapid.IntRange(0, 5).Draw(t, "n")); err != nil {
			t.Fatal(err)
		}
		if rapid.IntRange(0, 4).Draw(t, "undo") == 0 {
			n := a.Typed()
			a.Undo()
			if a.Undo() || a.Typed() > n {
				t.Fatal("undone twice")
			}
		}
	}
	return a
}

func merged(t *rapid.T, a, b *Tally) *Tally {
	m, err := a.Merge(b)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMergeLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		it := rapid.SampledFrom([]Item{scale(), yes(), card()}).Draw(t, "item")
		a, b, c := drawTally(t, it), drawTally(t, it), drawTally(t, it)
		if x, y := merged(t, a, b), merged(t, b, a); !slices.Equal(x.counts, y.counts) || x.n != y.n {
			t.Fatal("not commutative")
		}
		x, y := merged(t, merged(t, a, b), c), merged(t, a, merged(t, b, c))
		if !slices.Equal(x.counts, y.counts) || x.n != a.n+b.n+c.n {
			t.Fatal("not associative")
		}
		none, _ := NewTally(it)
		if x := merged(t, a, none); !slices.Equal(x.counts, a.counts) {
			t.Fatal("nothing is something")
		}
	})
	a, _ := NewTally(yes())
	b, _ := NewTally(card())
	if _, err := a.Merge(b); !errors.Is(err, ErrOther) {
		t.Error(err)
	}
}

// Whatever is answered and however often it is closed, no count of 1 or 2 is
// shown, nor one that leaves 1 or 2 of all; the bars cover each category once
// and the truth lies within them.
func TestNoSmallCell(t *testing.T) {
	items := shapes(6)
	var names []string
	for name := range items {
		names = append(names, name)
	}
	slices.Sort(names)
	rapid.Check(t, func(t *rapid.T) {
		it := items[rapid.SampledFrom(names).Draw(t, "item")]
		s, err := NewSession(it)
		if err != nil {
			t.Fatal(err)
		}
		truth := map[string]int{}
		for round := range rapid.IntRange(1, 4).Draw(t, "rounds") {
			if round > 0 && s.Reopen() != nil {
				t.Fatal("not reopened")
			}
			for j, c := range it.Categories {
				n := rapid.IntRange(0, 20).Draw(t, "n")
				if s.Count(it.ID, j, n) != nil {
					t.Fatal("not counted")
				}
				truth[c.ID] += n
			}
			r, err := s.Close()
			if err != nil {
				t.Fatal(err)
			}
			shown := r.Items()[0]
			seen := map[string]bool{}
			for _, c := range shown.Cells() {
				n := 0
				for _, id := range c.Categories {
					if seen[id] {
						t.Fatal("a category is in two bars")
					}
					seen[id] = true
					n += truth[id]
				}
				if c.State != CellCoded && (c.Low <= 2 || c.Of-c.Low <= 2) && !(c.NoAnswer && len(c.Categories) == 0) {
					t.Fatalf("%+v is small", c)
				}
				if shown.Answers() == s.Typed() && (n < c.Low || n > c.High) {
					t.Fatalf("%+v, but it is %d", c, n)
				}
			}
			if shown.Kind() == Bars && len(seen) != len(it.Categories) {
				t.Fatal("a category has no bar")
			}
		}
	})
}

func BenchmarkMillionAnswers(b *testing.B) {
	for b.Loop() {
		t, _ := NewTally(scale())
		for i := range 1_000_000 {
			if t.Add(i%5) != nil {
				b.Fatal("not counted")
			}
		}
	}
}

func BenchmarkMillionSlipsOfTwelve(b *testing.B) {
	for b.Loop() {
		var items []Item
		for i := range 12 {
			items = append(items, with(scale(), func(it *Item) { it.ID = fmt.Sprint(i) }))
		}
		s, _ := NewSession(items...)
		slip := make([]int, 12)
		for i := range 1_000_000 / 12 {
			for j := range slip {
				slip[j] = (i + j) % 5
			}
			if s.Add(slip...) != nil {
				b.Fatal("not counted")
			}
		}
	}
}

func BenchmarkReleaseOf30(b *testing.B) {
	var items []Item
	for i := range 30 {
		items = append(items, with([]Item{scale(), card(), yes()}[i%3], func(it *Item) { it.ID = fmt.Sprint(i) }))
	}
	for b.Loop() {
		s, _ := NewSession(items...)
		for i, it := range items {
			for j := range it.Categories {
				_ = s.Count(it.ID, j, (i*j)%7)
			}
		}
		if r, err := s.Close(); err != nil || len(r.Items()) != 30 {
			b.Fatal(err)
		}
	}
}
