package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"vigie/app/i18n"
	"vigie/app/pack"
)

func localesCommand() *cobra.Command {
	var code string
	c := &cobra.Command{
		Use: "locales [PACK]", Short: "Write the message templates of a pack (here: the folder you are in) and say what each language lacks", Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 0 {
				dir = args[0]
			}
			src, done, err := pack.At(dir)
			if err != nil {
				return told(err)
			}
			defer done()
			if code != "" {
				messages, err := extract(code)
				if err != nil {
					return err
				}
				if err := writeTemplate(dir, "vigie", messages); err != nil {
					return err
				}
			}
			files, err := textsOf(src, i18n.Source)
			if err != nil {
				return told(err)
			}
			for _, f := range files {
				if err := writeTemplate(dir, f.name, lessonMessages(f)); err != nil {
					return err
				}
			}
			return status(c, src, files)
		},
	}
	c.Flags().StringVar(&code, "code", "", "also take the program's own words from the Go files below this folder")
	return c
}

// message is one entry of a template.
type message struct {
	context, id, plural, hint, place string
}

func lessonMessages(f textFile) []message {
	var out []message
	for _, t := range f.texts {
		hint := string(t.Use)
		if t.Speaker != "" {
			hint += ", " + string(t.Speaker)
		}
		if t.Step != "" {
			hint = string(t.Step) + ": " + hint
		}
		out = append(out, message{context: t.ID, id: t.Source, hint: hint, place: t.File})
	}
	return out
}

func writeTemplate(dir, name string, messages []message) error {
	var b strings.Builder
	b.WriteString("# Made by make locales. Do not edit.\nmsgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n")
	for _, m := range messages {
		b.WriteString("\n")
		if m.hint != "" {
			fmt.Fprintf(&b, "#. %s\n", m.hint)
		}
		fmt.Fprintf(&b, "#: %s\n", m.place)
		if m.context != "" {
			fmt.Fprintf(&b, "msgctxt %s\n", quote(m.context))
		}
		fmt.Fprintf(&b, "msgid %s\n", quote(m.id))
		if m.plural != "" {
			fmt.Fprintf(&b, "msgid_plural %s\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n", quote(m.plural))
			continue
		}
		b.WriteString("msgstr \"\"\n")
	}
	return os.WriteFile(filepath.Join(dir, "locales", name+".pot"), []byte(b.String()), 0o644)
}

func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(s) + `"`
}

// status prints one line for each catalogue: how much is translated, how much
// is missing, how much is of an older wording.
func status(c *cobra.Command, src pack.Source, files []textFile) error {
	fmt.Fprintf(c.OutOrStdout(), "%-12s %-4s %10s %8s %6s\n", "catalogue", "lang", "translated", "missing", "stale")
	for _, f := range files {
		for _, lang := range i18n.Languages() {
			if lang == i18n.Source {
				continue
			}
			cat, err := pack.ReadCatalogue(src.Locales, f.name, lang)
			if err != nil {
				return told(err)
			}
			var n [3]int
			for _, t := range f.texts {
				s := i18n.Missing
				if cat != nil {
					_, s = cat.Lookup(t.ID, t.Source)
				}
				n[s]++
			}
			fmt.Fprintf(c.OutOrStdout(), "%-12s %-4s %10d %8d %6d\n", f.name, lang, n[i18n.Translated], n[i18n.Missing], n[i18n.Stale])
		}
	}
	return nil
}
