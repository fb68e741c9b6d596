package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"vigie/app/i18n"
	"vigie/app/pack"
)

// lessonsCommand prints the ids of the lessons of the course, in order.
func lessonsCommand() *cobra.Command {
	return &cobra.Command{
		Use: "lessons [PACK]", Short: "Print the ids of the lessons, in order, the follow-up last", Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			src, done, err := source(args)
			if err != nil {
				return told(err)
			}
			defer done()
			p, _, err := open(src, i18n.Source, pack.Options{})
			if err != nil {
				return told(err)
			}
			all, err := p.Index(i18n.Source)
			if err != nil {
				return told(err)
			}
			if b, ok, err := p.BoosterLesson(i18n.Source); err != nil {
				return told(err)
			} else if ok {
				all = append(all, b)
			}
			for _, e := range all {
				fmt.Fprintln(c.OutOrStdout(), e.ID)
			}
			return nil
		},
	}
}
