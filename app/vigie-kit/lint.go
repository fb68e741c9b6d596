package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"vigie/app/i18n"
	"vigie/app/lint"
	"vigie/app/pack"
)

func lintCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "lint [PACK]", Short: "Hold a pack (folder or zip; the built-in course by default) against all rules", Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			src, done, err := source(args)
			if err != nil {
				return told(err)
			}
			defer done()
			found, err := lint.Check(src)
			if err != nil {
				return told(err)
			}
			w, err := authorWords()
			if err != nil {
				return err
			}
			if asJSON {
				return verdict(found, printJSON(c, found, w))
			}
			for _, f := range found {
				fmt.Fprintf(c.OutOrStdout(), "%s:%d:%d: %s %s: %s\n%s\n", f.File, f.Line, f.Column, f.Severity, f.Rule, w.T(f.Message, f.Args...), pack.Caret(f.Source, f.Column))
				if f.Instead != "" {
					fmt.Fprintf(c.OutOrStdout(), "    %s\n", w.T("Write instead: %s", say(w, f.Instead)))
				}
				fmt.Fprintf(c.OutOrStdout(), "    %s\n", w.T("Why: %s", say(w, reason(f.Rule))))
			}
			fmt.Fprintln(c.OutOrStdout(), w.N("%d finding", "%d findings", len(found), len(found)))
			return verdict(found, nil)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object for each finding, one a line")
	return c
}

// verdict gives errFound if a finding stops a release.
func verdict(found []lint.Finding, err error) error {
	if err != nil {
		return err
	}
	for _, f := range found {
		if f.Severity == lint.Error {
			return errFound
		}
	}
	return nil
}

func reason(id string) string {
	for _, r := range lint.Rules() {
		if r.ID == id {
			return r.Reason
		}
	}
	return ""
}

func printJSON(c *cobra.Command, found []lint.Finding, w i18n.Words) error {
	e := json.NewEncoder(c.OutOrStdout())
	for _, f := range found {
		err := e.Encode(struct {
			lint.Finding
			Message string `json:"message"`
			Instead string `json:"instead,omitempty"`
			Reason  string `json:"reason"`
		}{f, w.T(f.Message, f.Args...), say(w, f.Instead), say(w, reason(f.Rule))})
		if err != nil {
			return err
		}
	}
	return nil
}

// say is a message that is known only while running.
func say(w i18n.Words, message string) string {
	if message == "" {
		return ""
	}
	return w.T(message, []any{}...)
}
