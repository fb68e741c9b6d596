package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"vigie/app/directory"
	"vigie/app/i18n"
	"vigie/app/pack"
)

func fmtCommand() *cobra.Command {
	return &cobra.Command{
		Use: "fmt [PACK]", Short: "Write the ids of texts into a pack's files (here: the folder you are in)", Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 0 {
				dir = args[0]
			}
			if st, err := os.Stat(dir); err != nil || !st.IsDir() {
				return fmt.Errorf("%s is no folder; fmt writes into files, so a zip must be unpacked first", dir)
			}
			src, done, err := pack.At(dir)
			if err != nil {
				return told(err)
			}
			defer done()
			return told(formatPack(c, dir, src))
		},
	}
}

func formatPack(c *cobra.Command, dir string, src pack.Source) error {
	files, err := textsOf(src, i18n.Source)
	if err != nil {
		return err
	}
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.doc.File))
		old, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		formatted := pack.AddIDs(f.doc, f.texts)
		if bytes.Equal(old, formatted) {
			continue
		}
		if err := os.WriteFile(name, formatted, 0o644); err != nil {
			return err
		}
		fmt.Fprintln(c.OutOrStdout(), f.doc.File)
	}
	return nil
}

// texts are the texts of one source file, and the name of its catalogue.
type textFile struct {
	name  string
	doc   *pack.Document
	texts []pack.Text
}

// textsOf reads every text of a pack in a language, file by file.
func textsOf(src pack.Source, lang string) ([]textFile, error) {
	p, d, err := open(src, lang, pack.Options{})
	if err != nil {
		return nil, err
	}
	var out []textFile
	add := func(name, file, shown string, texts []pack.Text) error {
		doc, err := pack.ReadDocument(src.Lessons, file, shown)
		out = append(out, textFile{name, doc, texts})
		return err
	}
	for _, dir := range p.All() {
		l, err := p.Load(dir, lang)
		if err != nil {
			return nil, err
		}
		out = append(out, textFile{dir, l.Document, l.Texts})
	}
	for _, dir := range p.All() {
		if g, err := p.Guide(dir, lang); err != nil {
			return nil, err
		} else if g != nil {
			out = append(out, textFile{pack.GuideCatalogue(dir), g.Document, g.Texts})
		}
	}
	for _, name := range p.Pages() {
		page, err := p.Page(name, lang)
		if err != nil {
			return nil, err
		}
		out = append(out, textFile{pack.PageCatalogue(name), page.Document, page.Texts})
	}
	_, facts, err := p.Facts(lang)
	if err != nil {
		return nil, err
	}
	if err := add("facts", "facts.yaml", "lessons/facts.yaml", facts); err != nil {
		return nil, err
	}
	if _, items, err := p.Items(lang); err != nil {
		return nil, err
	} else if items != nil {
		if err := add("questions", "questions.yaml", "lessons/questions.yaml", items); err != nil {
			return nil, err
		}
	}
	if _, law, err := p.Law(lang); err != nil {
		return nil, err
	} else if law != nil {
		file := "law/" + pack.LawCountry + ".yaml"
		if err := add("law", file, "lessons/"+file, law); err != nil {
			return nil, err
		}
	}
	file := "directory/" + directory.Country + ".yaml"
	return out, add(directory.Country, file, "lessons/"+file, d.Texts())
}

func digitsCommand() *cobra.Command {
	return &cobra.Command{
		Use: "digits LESSON [PACK]", Short: "Print the board digits of a lesson's talks", Args: cobra.RangeArgs(1, 2),
		RunE: func(c *cobra.Command, args []string) error {
			src, done, err := source(args[1:])
			if err != nil {
				return told(err)
			}
			defer done()
			p, _, err := open(src, i18n.Source, pack.Options{})
			if err != nil {
				return told(err)
			}
			l, err := p.Lesson(args[0], i18n.Source)
			if errors.Is(err, pack.ErrNoLesson) {
				return unknownLesson(p, args[0])
			}
			if err != nil {
				return told(err)
			}
			digits := l.Digits()
			for _, s := range l.Steps {
				if code, ok := digits[s.ID]; ok {
					fmt.Fprintf(c.OutOrStdout(), "%s  %s\n", code, s.ID)
				}
			}
			return nil
		},
	}
}

func writeJSON(c *cobra.Command, v any) error {
	e := json.NewEncoder(c.OutOrStdout())
	e.SetIndent("", "  ")
	return e.Encode(v)
}
