// Package directory holds the help contacts of a country, each with the date
// of its source: whom to call, what happens then, and what to do first.
//
//	d, err := directory.Load(pack.Course(), "be", "nl")
//	first := d.First()
//
// A number stands nowhere else in the program: lesson texts write
// {door:childfocus}, which Dial fills. The package never invents a date of
// checking; until a person confirms a door on this laptop there is only the
// date of its source.
package directory

import (
	"path"
	"slices"
	"time"

	"go.yaml.in/yaml/v3"

	"vigie/app/i18n"
	"vigie/app/pack"
)

// Country is the directory that is shipped.
const Country = "be"

// Confidence is how sure a door's data are.
type Confidence string

// The confidences, as the sources were read.
const (
	High   Confidence = "high"
	Medium Confidence = "medium"
	Low    Confidence = "low"
)

var confidences = []Confidence{High, Medium, Low}

// Door is one help contact.
type Door struct {
	ID         string
	Name       string
	Dial       string // as dialled, groups set apart by a no-break space; empty for a site or chat
	URL        string // without a scheme; never opened by the program
	Langs      []string
	Shown      []string
	Free       bool
	Anonymous  bool
	Hours      string // empty where they are not known well enough
	What       string // what happens when one calls
	For        string
	Source     string
	SourceDate string // YYYY-MM or YYYY-MM-DD
	RecheckBy  string
	Confidence Confidence
}

// Stale reports whether the door ought to have been checked again by now.
func (d Door) Stale(now time.Time) bool { return past(d.RecheckBy, now) }

func past(date string, now time.Time) bool { return date != "" && now.Format(time.DateOnly) > date }

// Label is what stands in big letters: the number, or else the address.
func (d Door) Label() string {
	if d.Dial != "" {
		return d.Dial
	}
	return d.URL
}

// Platform is how to report inside an app: a card with the date of its source.
type Platform struct {
	ID         string
	Name       string
	Route      []string // what to press, step by step
	Know       string   // what is worth knowing about it
	Source     string
	SourceDate string // YYYY-MM or YYYY-MM-DD
	RecheckBy  string
	Confidence Confidence
}

// Stale reports whether the card ought to have been checked again by now.
func (p Platform) Stale(now time.Time) bool { return past(p.RecheckBy, now) }

// Situation is one of the four doors of the help sheet, with what to do first.
type Situation struct {
	ID    string
	Title string
	First []string
}

// Directory is all help of one country in one language.
type Directory struct {
	Situations []Situation
	CopyVsNote string // the one vetted sentence on noting instead of copying
	Busy       string // what to do if nobody answers
	FirstWords string // a first sentence one can say
	Platforms  []Platform
	Reporting  string // what holds for reporting anywhere
	lang       string
	doors      map[string]Door
	order      []string
	first      []string
	danger     []string
	texts      []pack.Text
}

// Load reads lessons/directory/<country>.yaml in a language. The error is
// pack.Problems.
func Load(src pack.Source, country, lang string) (*Directory, error) {
	name := path.Join("directory", country+".yaml")
	doc, err := pack.ReadDocument(src.Lessons, name, path.Join("lessons", name))
	if err != nil {
		return nil, err
	}
	c, err := pack.ReadCatalogue(src.Locales, country, lang)
	if err != nil {
		return nil, err
	}
	d := &Directory{lang: lang, doors: map[string]Door{}}
	dials := map[string]string{}
	pack.Each(pack.Get(doc.Root, "doors"), func(k, v *yaml.Node) {
		dials[k.Value] = pack.Str(pack.Get(v, "dial"))
		if dials[k.Value] == "" {
			dials[k.Value] = pack.Str(pack.Get(v, "url"))
		}
	})
	r := pack.NewReader(doc, lang, c, func(kind, key string) (string, bool) {
		v := nbsp(dials[key])
		return v, kind == "door" && v != ""
	})
	pack.Each(pack.Get(doc.Root, "doors"), func(k, v *yaml.Node) { d.add(r, k, v) })
	d.first = d.ids(r, pack.Get(pack.Get(doc.Root, "first"), lang))
	d.danger = d.ids(r, pack.Get(doc.Root, "danger"))
	pack.Each(pack.Get(doc.Root, "situations"), func(k, v *yaml.Node) {
		s := Situation{ID: k.Value, Title: r.Text(pack.Get(v, "title"), pack.UseHelp), First: r.Paragraphs(pack.Get(v, "first"), pack.UseHelp)}
		if s.Title == "" || len(s.First) == 0 {
			r.Fail(k, "expected %s here", `"title", "first"`)
		}
		d.Situations = append(d.Situations, s)
	})
	d.CopyVsNote = r.Text(pack.Get(pack.Get(doc.Root, "advice"), "copy_vs_note"), pack.UseHelp)
	d.Busy = r.Text(pack.Get(doc.Root, "busy"), pack.UseHelp)
	d.FirstWords = r.Text(pack.Get(doc.Root, "first_words"), pack.UseHelp)
	if len(d.first) == 0 || len(d.danger) == 0 || d.CopyVsNote == "" || d.Busy == "" {
		r.Fail(nil, "the directory needs first, danger, situations, advice and busy")
	}
	pack.Each(pack.Get(doc.Root, "platforms"), func(k, v *yaml.Node) { d.platform(r, k, v) })
	d.Reporting = r.Text(pack.Get(doc.Root, "reporting"), pack.UseHelp)
	d.texts = r.Texts()
	if err := r.Err(); err != nil {
		return nil, err
	}
	return d, nil
}

func (d *Directory) add(r *pack.Reader, k, v *yaml.Node) {
	door := Door{
		ID: k.Value, Dial: nbsp(pack.Str(pack.Get(v, "dial"))), URL: pack.Str(pack.Get(v, "url")),
		Langs: list(pack.Get(v, "langs")), Shown: list(pack.Get(v, "shown")),
		Free: pack.Str(pack.Get(v, "free")) == "true", Anonymous: pack.Str(pack.Get(v, "anonymous")) == "true",
		Hours: r.Text(pack.Get(v, "hours"), pack.UseHelp), What: r.Text(pack.Get(v, "what"), pack.UseHelp), For: r.Text(pack.Get(v, "for"), pack.UseHelp),
		Source: pack.Str(pack.Get(v, "source")), SourceDate: pack.Str(pack.Get(v, "source_date")),
		RecheckBy: pack.Str(pack.Get(v, "recheck_by")), Confidence: Confidence(pack.Str(pack.Get(v, "confidence"))),
	}
	if n := pack.Get(v, "name"); n != nil {
		door.Name = pack.Str(n)
		if n.Kind == yaml.MappingNode {
			door.Name = pack.Str(pack.Get(n, d.lang))
		}
	}
	if door.Name == "" || door.Dial == "" && door.URL == "" {
		r.Fail(k, "a door needs a name and something to dial or an address")
	}
	if door.Source == "" || door.SourceDate == "" {
		r.Fail(k, "a door needs the source of its data and the date of that source")
	}
	if !slices.Contains(confidences, door.Confidence) {
		r.Fail(k, "expected one of %s", "high, medium, low")
	}
	for _, lang := range append(slices.Clone(door.Langs), door.Shown...) {
		if !i18n.Known(lang) {
			r.Fail(k, "%q is not a language of the program", lang)
		}
	}
	d.doors[door.ID] = door
	d.order = append(d.order, door.ID)
}

func (d *Directory) platform(r *pack.Reader, k, v *yaml.Node) {
	p := Platform{
		ID: k.Value, Name: pack.Str(pack.Get(v, "name")), Route: r.Paragraphs(pack.Get(v, "route"), pack.UseHelp), Know: r.Text(pack.Get(v, "know"), pack.UseHelp),
		Source: pack.Str(pack.Get(v, "source")), SourceDate: pack.Str(pack.Get(v, "source_date")),
		RecheckBy: pack.Str(pack.Get(v, "recheck_by")), Confidence: Confidence(pack.Str(pack.Get(v, "confidence"))),
	}
	if p.Name == "" || len(p.Route) == 0 || p.Know == "" {
		r.Fail(k, "expected %s here", `"name", "route", "know"`)
	}
	if p.Source == "" || p.SourceDate == "" || p.RecheckBy == "" {
		r.Fail(k, "a card needs the source of its data, the date of that source and when to check again")
	}
	if !slices.Contains(confidences, p.Confidence) {
		r.Fail(k, "expected one of %s", "high, medium, low")
	}
	d.Platforms = append(d.Platforms, p)
}

func (d *Directory) ids(r *pack.Reader, n *yaml.Node) []string {
	out := list(n)
	for _, id := range out {
		if _, ok := d.doors[id]; !ok {
			r.Fail(n, "there is no door %q", id)
		}
	}
	return out
}

// First are the first doors of the language: the one shown large, then the
// second.
func (d *Directory) First() []Door { return d.get(d.first) }

// Danger are the doors for danger right now.
func (d *Directory) Danger() []Door { return d.get(d.danger) }

// More are all other doors shown in the language, in the order of the file.
func (d *Directory) More() []Door {
	var ids []string
	for _, id := range d.order {
		if slices.Contains(d.doors[id].Shown, d.lang) && !slices.Contains(d.first, id) && !slices.Contains(d.danger, id) {
			ids = append(ids, id)
		}
	}
	return d.get(ids)
}

// Door finds a door.
func (d *Directory) Door(id string) (Door, bool) {
	door, ok := d.doors[id]
	return door, ok
}

// Dial is what a text shows for {door:id}.
func (d *Directory) Dial(id string) (string, bool) {
	door, ok := d.doors[id]
	return door.Label(), ok
}

// Texts are the texts of the directory, for tools.
func (d *Directory) Texts() []pack.Text { return d.texts }

func (d *Directory) get(ids []string) []Door {
	var out []Door
	for _, id := range ids {
		out = append(out, d.doors[id])
	}
	return out
}

func list(n *yaml.Node) []string {
	var out []string
	if n != nil {
		for _, c := range n.Content {
			out = append(out, c.Value)
		}
	}
	return out
}

// nbsp keeps a number on one line.
func nbsp(dial string) string {
	out := []rune(dial)
	for i, r := range out {
		if r == ' ' {
			out[i] = '\u00a0'
		}
	}
	return string(out)
}
