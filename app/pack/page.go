package pack

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"vigie/app/lesson"
)

// TeacherDir is the folder below lessons/ with the pages for teachers.
const TeacherDir = "teacher"

// CommonGuide is the page of TeacherDir that holds what is the same in the
// guide of every lesson. It is written as a guide.
const CommonGuide = "class"

// Page is what a teacher reads: the guide of a lesson, or a page of the folder
// teacher/. It is a small part of Markdown: headings, paragraphs, points, steps
// and, after a >, what is said aloud, each on one line.
type Page struct {
	Name     string // of the file, without .md
	Title    string // empty for a guide
	Sections []Section
}

// Section is a part of a page. In a guide it has a key and no heading.
type Section struct {
	Key     string // "goal", "talk look-up"
	Heading string // empty before the first heading
	Blocks  []Block
}

// BlockKind is what a line of a page is.
type BlockKind string

// The kinds of lines.
const (
	Paragraph BlockKind = "paragraph"
	Point     BlockKind = "point"
	Numbered  BlockKind = "numbered" // one step after the other
	Spoken    BlockKind = "spoken"   // said aloud, or read out, as it stands
)

// Block is a line of a page.
type Block struct {
	Kind BlockKind
	Text string
	Ages []lesson.Age // variants, empty for both
}

// LoadedPage is a page with the texts it was made from, for tools.
type LoadedPage struct {
	Page     *Page
	Texts    []Text
	Document *Document
}

// Section finds a section of a guide by its key.
func (p *Page) Section(key string) (Section, bool) {
	i := slices.IndexFunc(p.Sections, func(s Section) bool { return s.Key == key })
	if i < 0 {
		return Section{}, false
	}
	return p.Sections[i], true
}

// GuideCatalogue is the name of the catalogue of a lesson's guide.
func GuideCatalogue(dir string) string { return dir + "-guide" }

// PageCatalogue is the name of the catalogue of a page of TeacherDir.
func PageCatalogue(name string) string { return TeacherDir + "-" + name }

// Pages are the names of the pages for teachers, in alphabetical order.
func (p *Pack) Pages() []string {
	found, err := fs.Glob(p.src.Lessons, TeacherDir+"/*.md")
	if err != nil { // the pattern is a constant
		return nil
	}
	var out []string
	for _, name := range found {
		out = append(out, strings.TrimSuffix(path.Base(name), ".md"))
	}
	return out
}

// Guide reads the guide of a lesson in a language. It is nil for a lesson that
// has none. The error is Problems.
func (p *Pack) Guide(dir, lang string) (*LoadedPage, error) {
	return p.page(path.Join(dir, "guide.md"), GuideCatalogue(dir), lang, true)
}

// Page reads a page for teachers in a language. It is nil if there is no such
// page. The error is Problems.
func (p *Pack) Page(name, lang string) (*LoadedPage, error) {
	return p.page(path.Join(TeacherDir, name+".md"), PageCatalogue(name), lang, name == CommonGuide)
}

func (p *Pack) page(name, catalogue, lang string, guide bool) (*LoadedPage, error) {
	doc, err := readLines(p.src.Lessons, name, path.Join("lessons", name))
	if doc == nil || err != nil {
		return nil, err
	}
	cast, err := p.cast()
	if err != nil {
		return nil, err
	}
	c, err := p.catalogue(catalogue, lang)
	if err != nil {
		return nil, err
	}
	facts, _, err := p.Facts(lang)
	if err != nil {
		return nil, err
	}
	d := &decoder{doc: doc, lang: lang, catalogue: c, cast: cast, ids: map[string]int{}, fill: p.filler(cast, facts)}
	page := d.page(strings.TrimSuffix(path.Base(name), ".md"), guide)
	if len(d.problems) > 0 {
		return nil, d.problems
	}
	return &LoadedPage{Page: page, Texts: d.texts, Document: doc}, nil
}

// readLines reads a text file within the limits; nil if there is none.
func readLines(fsys fs.FS, name, shown string) (*Document, error) {
	d := &Document{File: shown}
	f, err := fsys.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, Problems{d.whole("this file cannot be read: %s", err)}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxLessonBytes+1))
	switch {
	case err != nil:
		return nil, Problems{d.whole("this file cannot be read: %s", err)}
	case len(data) > MaxLessonBytes:
		return nil, Problems{d.whole("this file is larger than 1 MiB")}
	case !utf8.Valid(data):
		return nil, Problems{d.whole("this file is not UTF-8; save it as UTF-8")}
	}
	text := strings.TrimPrefix(string(data), "\ufeff") // as some editors write it
	d.lines = strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	return d, nil
}

var (
	guideKey = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*( [a-z0-9]+(-[a-z0-9]+)*)?$`)
	step     = regexp.MustCompile(`^\d{1,2}\. +`)
	markup   = regexp.MustCompile("^(?:#|```|\\||<|[-*+>](?:[^ ]|$)|[*+] |\\d+\\)|\\d+\\.\\pL|\\s)")
)

// page reads the lines of a page. Of a guide the title is the lesson's own and
// is not read, and what follows ## is the key of the section.
func (d *decoder) page(name string, guide bool) *Page {
	p := &Page{Name: name}
	d.step = lesson.StepID("")
	for i, line := range d.doc.lines {
		at := i + 1
		line = strings.TrimRight(line, " ")
		switch {
		case line == "":
		case strings.HasPrefix(line, "# "):
			if title := strings.TrimSpace(line[2:]); !guide {
				p.Title = d.lineText(title, at, Text{Use: UseTitle})
			}
		case strings.HasPrefix(line, "## "):
			heading := strings.TrimSpace(line[3:])
			s := Section{}
			switch {
			case !guide:
				s.Heading = d.lineText(heading, at, Text{Use: UseTeacher})
			case guideKey.MatchString(heading):
				s.Key = heading
				d.step = lesson.StepID(strings.ReplaceAll(heading, " ", "-"))
			default:
				d.fail(d.doc.at(at, 4, "expected the key of a section of a guide, such as \"goal\""))
			}
			p.Sections = append(p.Sections, s)
		case markup.MatchString(line):
			d.fail(d.doc.at(at, 1, "expected #, ##, -, 1. or > and a text on one line, or a paragraph on one line"))
		default:
			if len(p.Sections) == 0 {
				p.Sections = append(p.Sections, Section{})
			}
			last := &p.Sections[len(p.Sections)-1]
			last.Blocks = append(last.Blocks, d.blockOf(line, at))
		}
	}
	if len(p.Sections) == 0 {
		d.fail(d.doc.whole("this file is empty"))
	}
	return p
}

func (d *decoder) blockOf(line string, at int) Block {
	b := Block{Kind: Paragraph}
	words := line
	for _, mark := range []struct {
		sign string
		kind BlockKind
	}{{"- ", Point}, {"> ", Spoken}, {step.FindString(line), Numbered}} {
		if mark.sign != "" && strings.HasPrefix(line, mark.sign) {
			b.Kind, words = mark.kind, strings.TrimLeft(line[len(mark.sign):], " ")
			break
		}
	}
	text, id := cutID(words)
	if m := lineMark.FindStringSubmatchIndex(text); m != nil && text[m[2]:m[3]] == "ages" {
		a := lesson.Age(text[m[4]:m[5]])
		if !a.Valid() {
			d.fail(d.doc.at(at, 1, "expected one of %s", "12-14, 15-18"))
		}
		b.Ages, text = []lesson.Age{a}, text[:m[0]]
	}
	b.Text = d.markedText(text, id, words, at, Text{Use: UseTeacher})
	return b
}

// For is the page of a variant: the lines of the other one are left out.
func (p *Page) For(a lesson.Age) *Page {
	out := &Page{Name: p.Name, Title: p.Title}
	for _, s := range p.Sections {
		s.Blocks = slices.DeleteFunc(slices.Clone(s.Blocks), func(b Block) bool { return len(b.Ages) > 0 && b.Ages[0] != a })
		out.Sections = append(out.Sections, s)
	}
	return out
}

// PageTexts are the texts of all guides and pages of a pack in a language, by
// the folder of the lesson, or "" for the others. The error is Problems.
func (p *Pack) PageTexts(lang string) (map[string][]Text, error) {
	out := map[string][]Text{}
	for _, dir := range p.All() {
		g, err := p.Guide(dir, lang)
		if err != nil {
			return nil, err
		}
		if g != nil {
			out[dir] = g.Texts
		}
	}
	for _, name := range p.Pages() {
		page, err := p.Page(name, lang)
		if err != nil {
			return nil, err
		}
		out[""] = append(out[""], page.Texts...)
	}
	return out, nil
}
