package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"vigie/app/desktop"
	"vigie/app/progress"
	"vigie/app/store"
)

func runsCommand() *cobra.Command {
	var data string
	var asJSON bool
	c := &cobra.Command{
		Use: "runs", Short: "Print exactly what is stored on this computer", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			dir, err := desktop.DataFolder(data)
			if err != nil {
				return err
			}
			kept, err := progress.Runs(dir)
			if errors.Is(err, store.ErrBusy) {
				w, werr := authorWords()
				if werr != nil {
					return werr
				}
				return errors.New(w.T("Vigie is open and holds its file. Close it, then ask again."))
			}
			if asJSON {
				return errors.Join(writeJSON(c, kept), err)
			}
			for bucket, values := range kept {
				for key, value := range values {
					fmt.Fprintf(c.OutOrStdout(), "%s %s %s\n", bucket, key, value)
				}
			}
			return err
		},
	}
	c.Flags().StringVar(&data, "data", "", "the data folder, as given to vigie")
	c.Flags().BoolVar(&asJSON, "json", false, "as one JSON object")
	return c
}
