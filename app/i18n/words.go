// Package i18n holds the words: message catalogues in the PO format, plural
// rules through gotext, and the choosing of a language.
//
//	all, err := i18n.Load(locales.FS)
//	w := all.In(i18n.Choose("", desktop.Languages()))
//	w.T("Continue")
//
// English is the source: its words are the message ids in the code. There is
// no current language here; whoever shows words holds a Words and asks for
// another one when the language changes.
package i18n

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/leonelquinteros/gotext"
)

// Source is the language of the message ids and of the lessons' own text.
const Source = "en"

// Default is the language where the system names none that we have.
const Default = "fr"

// Languages lists what the program speaks, in the order shown.
func Languages() []string { return []string{"fr", "nl", "de", "en"} }

// Known reports whether lang is one of Languages.
func Known(lang string) bool {
	for _, l := range Languages() {
		if l == lang {
			return true
		}
	}
	return false
}

// Choose gives wanted if it is known, else the first known one of the
// system's (tags such as nl-BE), else Default.
func Choose(wanted string, system []string) string {
	if Known(wanted) {
		return wanted
	}
	for _, tag := range system {
		base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
		if Known(base) {
			return base
		}
	}
	return Default
}

// All holds the program's own words in every language.
type All struct{ byLang map[string]*gotext.Po }

// Load reads <lang>/vigie.po of every language but the source. It returns an
// error naming the file and line of a catalogue that is missing or unreadable.
func Load(fsys fs.FS) (*All, error) {
	a := &All{byLang: map[string]*gotext.Po{}}
	for _, lang := range Languages() {
		if lang == Source {
			continue
		}
		name := lang + "/vigie.po"
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("reading the words: %w", err)
		}
		if _, err := Parse(data); err != nil { // gotext leaves out what it cannot read
			return nil, fmt.Errorf("reading the words: %s:%w", name, err)
		}
		po := gotext.NewPo()
		po.Parse(data)
		a.byLang[lang] = po
	}
	return a, nil
}

// In gives the words of a language; for an unknown one those of Default.
func (a *All) In(lang string) Words {
	if !Known(lang) {
		lang = Default
	}
	return Words{lang: lang, po: a.byLang[lang]}
}

// Words are the program's own words in one language. The zero Words speaks
// the source language.
type Words struct {
	lang string
	po   *gotext.Po
}

// Language is the tag of the language, such as "nl".
func (w Words) Language() string {
	if w.lang == "" {
		return Source
	}
	return w.lang
}

// T gives the words for a message, with %s and %d filled from args.
func (w Words) T(message string, args ...any) string {
	if w.po != nil {
		return Typeset(w.lang, w.po.Get(message, args...))
	}
	return gotext.FormatString(message, args...)
}

// N gives the words for n things: one is the message for exactly one in
// English, many for the others.
func (w Words) N(one, many string, n int, args ...any) string {
	if w.po != nil {
		return Typeset(w.lang, w.po.GetN(one, many, n, args...))
	}
	if n == 1 {
		return gotext.FormatString(one, args...)
	}
	return gotext.FormatString(many, args...)
}
