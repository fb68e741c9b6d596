package pack_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
)

// pages is the small pack with a guide and a page for teachers.
func pages(t *testing.T, guide, page string) *pack.Pack {
	t.Helper()
	p, err := pack.Open(small(base(t), map[string]string{"one/guide.md": guide, "teacher/now.md": page}), pack.Options{Door: dial})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const smallGuide = "# A small one\n\n## goal\n\nWhat {noor} needs.\n\n## talk talk\n\n- An answer. {ages: 15-18} {#abcde}\n1. First.\n2. Call {door:childfocus}.\n> Said *aloud*.\n"

// A guide has keys, a page has headings of its own; kinds of lines, variants,
// names and doors are read; the title of a guide is the lesson's.
func TestPages(t *testing.T) {
	p := pages(t, smallGuide, "# Now\n\nBefore all.\n\n## First\n- One.\n")
	g, err := p.Guide("one", i18n.Source)
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Page.Sections) != 2 || g.Page.Title != "" || len(g.Texts) != 5 {
		t.Fatalf("%d texts in %+v", len(g.Texts), g.Page)
	}
	goal, _ := g.Page.Section("goal")
	if len(goal.Blocks) != 1 || goal.Blocks[0].Kind != pack.Paragraph || goal.Blocks[0].Text != "What Noor needs." {
		t.Errorf("goal is %+v", goal)
	}
	talk, _ := g.Page.Section("talk talk")
	var kinds []pack.BlockKind
	for _, b := range talk.Blocks {
		kinds = append(kinds, b.Kind)
	}
	if !slices.Equal(kinds, []pack.BlockKind{pack.Point, pack.Numbered, pack.Numbered, pack.Spoken}) {
		t.Errorf("kinds %v", kinds)
	}
	if b := talk.Blocks[0]; b.Text != "An answer." || !slices.Equal(b.Ages, []lesson.Age{lesson.Older}) || talk.Blocks[2].Text != "Call 116\u00a0000." {
		t.Errorf("talk is %+v", talk.Blocks)
	}
	young, _ := g.Page.For(lesson.Younger).Section("talk talk")
	if len(young.Blocks) != 3 {
		t.Errorf("the younger have %+v", young.Blocks)
	}
	page, err := p.Page("now", i18n.Source)
	if err != nil {
		t.Fatal(err)
	}
	if s := page.Page.Sections; page.Page.Title != "Now" || len(s) != 2 || s[0].Heading != "" || s[1].Heading != "First" {
		t.Errorf("the page is %+v", page.Page)
	}
	if none, err := p.Page("parents", i18n.Source); none != nil || err != nil {
		t.Errorf("a page that is not there: %v, %v", none, err)
	}
	if got := p.Pages(); !slices.Equal(got, []string{"now"}) {
		t.Errorf("pages %v", got)
	}
}

// A page as an editor of Windows writes it is read like any other.
func TestPageOfWindows(t *testing.T) {
	p := pages(t, smallGuide, "\ufeff# Now\r\n\r\n## First\r\n- One.\r\n")
	page, err := p.Page("now", i18n.Source)
	if err != nil {
		t.Fatal(err)
	}
	if s := page.Page.Sections; page.Page.Title != "Now" || len(s) != 1 || s[0].Heading != "First" || s[0].Blocks[0].Text != "One." {
		t.Errorf("read as %+v", page.Page)
	}
}

// Earlier years of a figure are few, short, in order and before its own.
func TestEarlierYears(t *testing.T) {
	for earlier, bad := range map[string]bool{
		"{2019: \"5\", 2020: \"6\"}": false, "{2020: \"6\", 2019: \"5\"}": true, "{2023: \"9\"}": true, "many": true, "[1, 2]": true, "{x: \"1\"}": true,
		"{2019: \"" + strings.Repeat("9", 30) + "\"}": true, "{2019: \"\"}": true,
		"{2001: \"1\", 2002: \"1\", 2003: \"1\", 2004: \"1\", 2005: \"1\", 2006: \"1\", 2007: \"1\", 2008: \"1\", 2009: \"1\", 2010: \"1\", 2011: \"1\"}": true,
	} {
		facts := "facts:\n  mind: {value: \"70\", what: mind it, population: all, year: 2023, source: S, as_of: 2023-01-01, earlier: " + earlier + "}\n"
		p, err := pack.Open(small(base(t), map[string]string{"facts.yaml": facts}), pack.Options{Door: dial})
		if err != nil {
			t.Fatal(err)
		}
		got, _, err := p.Facts(i18n.Source)
		if (err != nil) != bad {
			t.Errorf("%s: %v", earlier, err)
		}
		if !bad && got["mind"].Series() != "2019: 5 · 2020: 6 · 2023: 70" {
			t.Errorf("%s: %q", earlier, got["mind"].Series())
		}
	}
}

// Ids are written once and change nothing else.
func TestPageIDs(t *testing.T) {
	p := pages(t, smallGuide, "# Now\n\n## First\n- One.\n")
	g, err := p.Guide("one", i18n.Source)
	if err != nil {
		t.Fatal(err)
	}
	once := string(pack.AddIDs(g.Document, g.Texts))
	if got := strings.Count(once, "{#"); got != 5 || !strings.Contains(once, "{ages: 15-18} {#abcde}\n") || strings.Contains(once, "# A small one {#") {
		t.Errorf("%d ids in\n%s", got, once)
	}
	again := pages(t, once, "# Now\n\n- One.\n")
	if g, err = again.Guide("one", i18n.Source); err != nil {
		t.Fatal(err)
	}
	if twice := string(pack.AddIDs(g.Document, g.Texts)); twice != once {
		t.Errorf("written twice:\n%s", twice)
	}
}

// What a page may not hold is said with its line.
func TestBadPages(t *testing.T) {
	for _, c := range []struct {
		guide string
		line  int
	}{
		{"# T\n\n### deep\n", 3},
		{"## goal\n\n```\ncode\n```\n", 3},
		{"## goal\n  indented\n", 2},
		{"## goal\n<b>bold</b>\n", 2},
		{"## Goal of all\n", 1},
		{"## goal\n{nobody} is here.\n", 2},
		{"## goal\nCall {door:nobody}.\n", 2},
		{"## goal\n- For some. {ages: 9-11}\n", 2},
		{"## goal\n* a point\n", 2},
		{"## goal\n-no space\n", 2},
		{"## goal\n>no space\n", 2},
		{"## goal\n1) a step\n", 2},
		{"\n\n", 0},
		{"## goal\n" + strings.Repeat("x", pack.MaxTextRunes+1), 2},
		{"## goal\n\xff\n", 0},
		{strings.Repeat("- much\n", pack.MaxLessonBytes/7+1), 0},
	} {
		_, err := pages(t, c.guide, "# T\n").Guide("one", i18n.Source)
		var ps pack.Problems
		if !errors.As(err, &ps) || ps[0].Line != c.line || !strings.HasSuffix(ps[0].File, "one/guide.md") {
			t.Errorf("%.40q: %v", c.guide, err)
		}
	}
}
