// Package pack reads a pack (a folder, a zip, the course built into the
// program) into lessons of one language.
//
//	p, err := pack.Open(pack.Course(), pack.Options{Door: doors.Dial})
//	l, err := p.Lesson("unread", "nl")
//
// Everything is held against the schema and the limits first. What is wrong is
// said for all places at once, each with file, line, column and the line
// itself (Problems); a pack with any problem is not loaded, not even in part.
// The package refuses anchors, tags, double keys, and file names that could
// leave the pack. Content rules are the business of package lint.
package pack

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/lessons"
	"vigie/locales"
)

// Source is where a pack lies.
type Source struct{ Lessons, Locales fs.FS }

// Course is the project's own course, built into the program.
func Course() Source { return Source{Lessons: lessons.FS, Locales: locales.FS} }

// Options are what a pack needs from outside.
type Options struct {
	// Door gives what is dialled for a help contact; ok is false for an
	// unknown one.
	Door func(id string) (dial string, ok bool)
	// Names renames characters, by id. Nil keeps the cast's own names.
	Names map[lesson.CharacterID]string
	// Simple takes the easier words of a text that has some.
	Simple bool
}

// Pack is an opened pack: its head, its cast and the order of its lessons. It
// is for one goroutine.
type Pack struct {
	ID      string
	Version int
	Title   string
	Licence string
	Dirs    []string // folders of the lessons, in order
	Booster string   // folder of the follow-up some weeks later, not among Dirs; may be empty
	Quiet   string   // folder of the quiet lesson, not among Dirs; may be empty
	src     Source
	opts    Options
	read    map[string]*i18n.Catalogue // catalogues read so far, by language and name
}

// ErrNoLesson is returned for a lesson id that the pack does not have.
var ErrNoLesson = errors.New("there is no such lesson")

// Open reads the head of a pack. The error is Problems.
func Open(src Source, opts Options) (*Pack, error) {
	doc, err := ReadDocument(src.Lessons, "pack.yaml", "lessons/pack.yaml")
	if err != nil {
		return nil, err
	}
	r := doc.Root
	p := &Pack{ID: Str(Get(r, "pack")), Version: number(Get(r, "version")), Title: Str(Get(r, "title")), Licence: Str(Get(r, "licence")), src: src, opts: opts, read: map[string]*i18n.Catalogue{}}
	var ps Problems
	for _, key := range []string{"pack", "version", "title", "licence", "source", "lessons"} {
		if Get(r, key) == nil {
			ps = append(ps, doc.on(r, "expected %s here", quoted([]string{key})))
		}
	}
	if s := Get(r, "source"); s != nil && Str(s) != i18n.Source {
		ps = append(ps, doc.on(s, "expected one of %s", i18n.Source))
	}
	folder := func(n *yaml.Node) string {
		if !fs.ValidPath(n.Value) || strings.Contains(n.Value, "/") || n.Value == "." {
			ps = append(ps, doc.on(n, "expected the name of a folder beside pack.yaml"))
		}
		return n.Value
	}
	if list := Get(r, "lessons"); list != nil {
		for _, n := range list.Content {
			p.Dirs = append(p.Dirs, folder(n))
		}
	}
	for _, apart := range []struct {
		key  string
		into *string
	}{{"booster", &p.Booster}, {"quiet", &p.Quiet}} {
		if n := Get(r, apart.key); n != nil {
			if *apart.into = folder(n); slices.Contains(p.Dirs, *apart.into) {
				ps = append(ps, doc.on(n, "the lesson of %q cannot stand in the list of lessons too", apart.key))
			}
		}
	}
	if len(p.Dirs) == 0 && len(ps) == 0 {
		ps = append(ps, doc.on(Get(r, "lessons"), "expected at least %d of these, found %d", 1, 0))
	}
	if len(ps) > 0 {
		return nil, ps
	}
	return p, nil
}

// All are the folders of all lessons: the course, the follow-up, and the quiet
// one last.
func (p *Pack) All() []string {
	out := slices.Clone(p.Dirs)
	for _, dir := range []string{p.Booster, p.Quiet} {
		if dir != "" {
			out = append(out, dir)
		}
	}
	return out
}

func lessonFile(dir string) (name, shown string) {
	name = path.Join(dir, "lesson.yaml")
	return name, path.Join("lessons", name)
}

// Lesson loads one lesson in one language. The error is Problems, or
// ErrNoLesson.
func (p *Pack) Lesson(id, lang string) (*lesson.Lesson, error) {
	for _, dir := range p.All() {
		e, err := p.head(dir, i18n.Source)
		if err != nil {
			return nil, err
		}
		if e.ID == id {
			loaded, err := p.Load(dir, lang)
			if err != nil {
				return nil, err
			}
			return loaded.Lesson, nil
		}
	}
	return nil, fmt.Errorf("loading %q: %w", id, ErrNoLesson)
}

// Loaded is a lesson with the texts it was made from, for tools.
type Loaded struct {
	Dir      string
	Lesson   *lesson.Lesson
	Texts    []Text
	Document *Document
}

// Load reads the lesson of a folder in a language. The error is Problems.
func (p *Pack) Load(dir, lang string) (*Loaded, error) {
	name, shown := lessonFile(dir)
	doc, err := ReadDocument(p.src.Lessons, name, shown)
	if err != nil {
		return nil, err
	}
	if ps := doc.validate(); len(ps) > 0 {
		return nil, ps
	}
	cast, err := p.cast()
	if err != nil {
		return nil, err
	}
	c, err := p.catalogue(dir, lang)
	if err != nil {
		return nil, err
	}
	facts, _, err := p.Facts(lang)
	if err != nil {
		return nil, err
	}
	items, _, err := p.Items(lang)
	if err != nil {
		return nil, err
	}
	law, _, err := p.Law(lang)
	if err != nil {
		return nil, err
	}
	d := &decoder{doc: doc, lang: lang, simple: p.opts.Simple, catalogue: c, cast: cast, facts: facts, items: items, law: law, ids: map[string]int{}, fill: p.filler(cast, facts)}
	l := d.lesson(p.ID)
	if len(d.problems) > 0 {
		return nil, d.problems
	}
	l.Quiet = dir == p.Quiet
	return &Loaded{Dir: dir, Lesson: l, Texts: d.texts, Document: doc}, nil
}

func (p *Pack) filler(cast map[lesson.CharacterID]lesson.Character, facts map[string]lesson.Fact) func(kind, key string) (string, bool) {
	return func(kind, key string) (string, bool) {
		switch kind {
		case "":
			c, ok := cast[lesson.CharacterID(key)]
			return c.Name, ok
		case "door":
			if p.opts.Door != nil {
				return p.opts.Door(key)
			}
		case "fact":
			f, ok := facts[key]
			return f.Value, ok
		}
		return "", false
	}
}

// cast reads the characters, renamed as Options say.
func (p *Pack) cast() (map[lesson.CharacterID]lesson.Character, error) {
	doc, err := ReadDocument(p.src.Lessons, "cast.yaml", "lessons/cast.yaml")
	if err != nil {
		return nil, err
	}
	out := map[lesson.CharacterID]lesson.Character{}
	var ps Problems
	Each(Get(doc.Root, "cast"), func(k, v *yamlNode) {
		id := lesson.CharacterID(k.Value)
		c := lesson.Character{ID: id, Name: Str(Get(v, "name")), Pronoun: Str(Get(v, "pronoun")), Avatar: Str(Get(v, "avatar"))}
		if c.Name == "" {
			ps = append(ps, doc.on(k, "expected %s here", quoted([]string{"name"})))
		}
		if c.Pronoun != "" && !slices.Contains([]string{"he", "she", "they"}, c.Pronoun) {
			ps = append(ps, doc.on(Get(v, "pronoun"), "expected one of %s", "he, she, they"))
		}
		if name := strings.TrimSpace(p.opts.Names[id]); name != "" && Str(Get(v, "rename")) != "false" {
			c.Name = name
		}
		out[id] = c
	})
	if len(out) == 0 {
		ps = append(ps, doc.on(doc.Root, "expected %s here", quoted([]string{"cast"})))
	}
	if len(ps) > 0 {
		return nil, ps
	}
	return out, nil
}

// Limits of a figure: earlier years, and signs of one of their values.
const (
	mostEarlier = 10
	mostValue   = 20
)

// Facts reads the figures in a language, with their texts for tools. The
// error is Problems.
func (p *Pack) Facts(lang string) (map[string]lesson.Fact, []Text, error) {
	doc, err := ReadDocument(p.src.Lessons, "facts.yaml", "lessons/facts.yaml")
	if err != nil {
		return nil, nil, err
	}
	c, err := p.catalogue("facts", lang)
	if err != nil {
		return nil, nil, err
	}
	r := NewReader(doc, lang, c, func(string, string) (string, bool) { return "", false })
	out := map[string]lesson.Fact{}
	Each(Get(doc.Root, "facts"), func(k, v *yamlNode) {
		out[k.Value] = lesson.Fact{
			ID: k.Value, Value: Str(Get(v, "value")), Year: number(Get(v, "year")), AsOf: Str(Get(v, "as_of")),
			What: r.Text(Get(v, "what"), UseFact), Population: r.Text(Get(v, "population"), UseFact), Source: Str(Get(v, "source")),
		}
		if e := Get(v, "earlier"); e != nil && (e.Kind != yaml.MappingNode || len(e.Content) > 2*mostEarlier) {
			r.Fail(e, "expected at most %d years with their values here", mostEarlier)
			return
		}
		Each(Get(v, "earlier"), func(year, value *yamlNode) {
			f := out[k.Value]
			f.Earlier = append(f.Earlier, lesson.Figure{Year: number(year), Value: Str(value)})
			out[k.Value] = f
			if n := len(f.Earlier); number(year) <= 0 || number(year) >= f.Year || len(Str(value)) == 0 || len(Str(value)) > mostValue || n > 1 && number(year) <= f.Earlier[n-2].Year {
				r.Fail(year, "earlier years stand in order, before the year of the figure")
			}
		})
		for _, key := range []string{"value", "what", "population", "year", "source", "as_of"} {
			if Get(v, key) == nil {
				r.Fail(k, "expected %s here", quoted([]string{key}))
			}
		}
	})
	return out, r.Texts(), r.Err()
}

// catalogue is ReadCatalogue, each file once.
func (p *Pack) catalogue(name, lang string) (*i18n.Catalogue, error) {
	key := lang + "/" + name
	if c, known := p.read[key]; known {
		return c, nil
	}
	c, err := ReadCatalogue(p.src.Locales, name, lang)
	if err == nil {
		p.read[key] = c
	}
	return c, err
}

// ReadCatalogue reads <lang>/<name>.po below the locales of a pack. It is nil
// for the source language and where there is no such file. The error is
// Problems.
func ReadCatalogue(fsys fs.FS, name, lang string) (*i18n.Catalogue, error) {
	return readCatalogue(fsys, name, lang, func(all []byte) []byte { return all })
}

func readCatalogue(fsys fs.FS, name, lang string, cut func([]byte) []byte) (*i18n.Catalogue, error) {
	if lang == i18n.Source || fsys == nil {
		return nil, nil
	}
	file := path.Join(lang, name+".po")
	data, err := fs.ReadFile(fsys, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	shown := path.Join("locales", file)
	if err != nil {
		return nil, Problems{{File: shown, Message: "this file cannot be read: %s", Args: []any{err}}}
	}
	c, err := i18n.Parse(cut(data))
	var bad *i18n.SyntaxError
	if errors.As(err, &bad) {
		return nil, Problems{{File: shown, Line: bad.Line, Column: bad.Column, Source: lineOf(data, bad.Line), Message: bad.Reason}}
	}
	if err != nil {
		return nil, err
	}
	c.File = shown
	return c, nil
}

func lineOf(data []byte, n int) string {
	lines := strings.Split(string(data), "\n")
	if n < 1 || n > len(lines) {
		return ""
	}
	return strings.TrimRight(lines[n-1], "\r")
}

func problemsOf(err error) Problems {
	var ps Problems
	if errors.As(err, &ps) {
		return ps
	}
	return Problems{{Message: "%s", Args: []any{err}}}
}
