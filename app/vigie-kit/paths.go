package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/lint"
	"vigie/app/pack"
)

func pathsCommand() *cobra.Command {
	return &cobra.Command{
		Use: "paths [PACK]", Short: "Print steps, decisions, paths, words and minutes of every lesson", Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			src, done, err := source(args)
			if err != nil {
				return told(err)
			}
			defer done()
			fmt.Fprintf(c.OutOrStdout(), "%-16s %-6s %-4s %6s %10s %10s %6s %9s %9s\n", "lesson", "age", "lang", "steps", "decisions", "paths", "words", "shortest", "longest")
			for _, lang := range i18n.Languages() {
				p, _, err := open(src, lang, pack.Options{})
				if err != nil {
					return told(err)
				}
				for _, dir := range p.All() {
					l, err := p.Load(dir, lang)
					if err != nil {
						return told(err)
					}
					for _, a := range lesson.Ages() {
						m := lint.MeasureOf(l.Lesson, a)
						fmt.Fprintf(c.OutOrStdout(), "%-16s %-6s %-4s %6d %10d %10.0f %6d %5.0f min %5.0f min\n", l.Lesson.ID, a, lang, m.Steps, m.Decisions, m.Paths, m.Words, m.Shortest, m.Longest)
					}
				}
			}
			return nil
		},
	}
}
