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
	"sync"

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

// All holds the program's own words in every language. A catalogue is read
// when its language is first asked for. It may be used from any goroutine.
type All struct {
	fsys   fs.FS
	mu     sync.Mutex
	byLang map[string]*gotext.Po
}

// Load finds <lang>/vigie.po of every language but the source. It returns an
// error naming the catalogue that is missing; what is in them is for Check.
func Load(fsys fs.FS) (*All, error) {
	for _, lang := range Languages() {
		if lang == Source {
			continue
		}
		if _, err := fs.Stat(fsys, catalogueOf(lang)); err != nil {
			return nil, fmt.Errorf("looking for the words: %w", err)
		}
	}
	return &All{fsys: fsys, byLang: map[string]*gotext.Po{}}, nil
}

func catalogueOf(lang string) string { return lang + "/vigie.po" }

// Check reads all catalogues. It returns an error naming the file and line of
// one that is unreadable, also of what gotext would silently leave out.
func (a *All) Check() error {
	for _, lang := range Languages() {
		if lang == Source {
			continue
		}
		data, err := fs.ReadFile(a.fsys, catalogueOf(lang))
		if err == nil {
			_, err = Parse(data)
		}
		if err != nil {
			return fmt.Errorf("reading the words: %s:%w", catalogueOf(lang), err)
		}
	}
	return nil
}

// In gives the words of a language; for an unknown one those of Default, and
// the source where its catalogue cannot be read.
func (a *All) In(lang string) Words {
	if !Known(lang) {
		lang = Default
	}
	if lang == Source {
		return Words{lang: lang}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	po := a.byLang[lang]
	if po == nil {
		data, err := fs.ReadFile(a.fsys, catalogueOf(lang))
		if err != nil {
			return Words{}
		}
		po = gotext.NewPo()
		po.Parse(data)
		a.byLang[lang] = po
	}
	return Words{lang: lang, po: po}
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
