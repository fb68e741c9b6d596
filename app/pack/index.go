package pack

import (
	"bytes"
	"io/fs"

	"go.yaml.in/yaml/v3"
)

// Entry is a lesson as it stands in the index.
type Entry struct {
	Dir     string // folder below lessons/
	ID      string
	Version int
	Title   string
	Minutes int
	// BystanderStep is the step of helping that it is about.
	BystanderStep string
	Later         bool // the follow-up, some weeks after the course
}

// QuietLesson is the quiet lesson in the index; ok is false without one. The
// error is Problems.
func (p *Pack) QuietLesson(lang string) (e Entry, ok bool, err error) { return p.apart(p.Quiet, lang) }

// BoosterLesson is the follow-up in the index; ok is false without one. The
// error is Problems.
func (p *Pack) BoosterLesson(lang string) (e Entry, ok bool, err error) {
	e, ok, err = p.apart(p.Booster, lang)
	e.Later = ok
	return e, ok, err
}

// Entries lists all lessons in the index: the course, the follow-up, and the
// quiet one last. The error is Problems.
func (p *Pack) Entries(lang string) ([]Entry, error) {
	out, err := p.Index(lang)
	if err != nil {
		return nil, err
	}
	for _, one := range []func(string) (Entry, bool, error){p.BoosterLesson, p.QuietLesson} {
		e, ok, err := one(lang)
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, e)
		}
	}
	return out, nil
}

func (p *Pack) apart(dir, lang string) (e Entry, ok bool, err error) {
	if dir == "" {
		return Entry{}, false, nil
	}
	e, err = p.head(dir, lang)
	return e, err == nil, err
}

// Index lists the lessons of the course, without the follow-up and the quiet
// one, with their titles in a language, from the heads of the files alone. The
// error is Problems.
func (p *Pack) Index(lang string) ([]Entry, error) {
	var out []Entry
	var ps Problems
	for _, dir := range p.Dirs {
		e, err := p.head(dir, lang)
		if err != nil {
			ps = append(ps, problemsOf(err)...)
			continue
		}
		out = append(out, e)
	}
	if len(ps) > 0 {
		return nil, ps
	}
	return out, nil
}

func (p *Pack) head(dir, lang string) (Entry, error) {
	name, shown := lessonFile(dir)
	data, err := fs.ReadFile(p.src.Lessons, name)
	if err != nil {
		return Entry{}, Problems{{File: shown, Message: "this file is missing"}}
	}
	if i := bytes.Index(data, []byte("\nsteps:")); i >= 0 {
		data = data[:i+1]
	}
	doc, err := parseDocument(data, shown)
	if err != nil {
		return Entry{}, err
	}
	title := Get(doc.Root, "title")
	c, known := p.read[lang+"/"+dir]
	if !known {
		if c, err = readCatalogue(p.src.Locales, dir, lang, upTo(title)); err != nil {
			return Entry{}, err
		}
	}
	d := decoder{doc: doc, lang: lang, catalogue: c, ids: map[string]int{}, fill: func(string, string) (string, bool) { return "", false }}
	e := Entry{Dir: dir, ID: Str(Get(doc.Root, "lesson")), Version: number(Get(doc.Root, "version")),
		Title: d.text(title, UseTitle), Minutes: number(Get(doc.Root, "minutes")), BystanderStep: Str(Get(doc.Root, "bystander_step"))}
	if len(d.problems) > 0 {
		return Entry{}, d.problems
	}
	return e, nil
}

// upTo cuts a catalogue off after the entry of a text: its title is the first
// of a lesson, and the index needs no more.
func upTo(text *yaml.Node) func([]byte) []byte {
	_, id := cutID(Str(text))
	return func(data []byte) []byte {
		at := bytes.Index(data, []byte(`msgctxt "`+id+`"`))
		if at < 0 || id == "" {
			return data
		}
		if end := bytes.Index(data[at:], []byte("\n\n")); end >= 0 {
			return data[:at+end+1]
		}
		return data
	}
}
