package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"vigie/app/i18n"
	"vigie/app/pack"
	"vigie/locales"
)

// lawCommand prints the sentences on the law with whether a person has signed
// them off: for a teacher, and for whoever is asked to check them.
func lawCommand() *cobra.Command {
	var lang string
	c := &cobra.Command{
		Use: "law [PACK]", Short: "Print the sentences on the law, and which of them nobody has reviewed", Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if !slices.Contains(i18n.Languages(), lang) {
				return fmt.Errorf("there is no language %q; there are: %v", lang, i18n.Languages())
			}
			all, err := i18n.Load(locales.FS)
			if err != nil {
				return err
			}
			src, done, err := source(args)
			if err != nil {
				return told(err)
			}
			defer done()
			p, _, err := open(src, lang, pack.Options{})
			if err != nil {
				return told(err)
			}
			sentences, _, err := p.Law(lang)
			if err != nil {
				return told(err)
			}
			w := all.In(lang)
			for _, s := range sentences {
				state := w.T("Not reviewed: not shown to pupils")
				if s.Reviewed() {
					state = w.T("Checked on %s", s.CheckedOn)
				}
				fmt.Fprintf(c.OutOrStdout(), "%s\n  %s\n  %s\n\n", s.Say, state, s.Basis)
			}
			fmt.Fprintln(c.OutOrStdout(), w.T("This is no legal advice."))
			return nil
		},
	}
	c.Flags().StringVar(&lang, "lang", i18n.Source, "language of the sentences")
	return c
}
