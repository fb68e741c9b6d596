package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vigie/app/desktop"
	"vigie/app/i18n"
	"vigie/app/store"
)

// storeCommand is for a school's ICT: where the data of this computer are, and
// whether they are sound.
func storeCommand() *cobra.Command {
	c := &cobra.Command{Use: "store", Short: "Look after what is stored on this computer", Args: cobra.NoArgs}
	erase := storeAction("erase", "Erase all of it: answers, settings, copies, damaged files, notes of crashes", storeErase)
	erase.Flags().Bool("yes", false, "really erase")
	c.AddCommand(
		storeAction("where", "Print where it is and how large", storeWhere),
		storeAction("check", "Check all of it; ends with 1 when it is damaged", storeCheck),
		storeAction("repair", "Put it right if it is damaged, and print what was kept and lost", storeRepair),
		erase)
	return c
}

// storeAction is one thing to do with the store of a data folder.
func storeAction(use, short string, do func(*cobra.Command, i18n.Words, string) error) *cobra.Command {
	var data string
	c := &cobra.Command{Use: use, Short: short, Args: cobra.NoArgs, RunE: func(c *cobra.Command, _ []string) error {
		w, err := authorWords()
		if err != nil {
			return err
		}
		dir, err := desktop.DataFolder(data)
		if err != nil {
			return errors.New(w.T("There is no folder for data on this computer. Name one with --data."))
		}
		return do(c, w, dir)
	}}
	c.Flags().StringVar(&data, "data", "", "the data folder, as given to vigie")
	return c
}

func storeOptions() store.Options {
	o := store.Options{}
	o.Program, _ = os.Executable()
	return o
}

func storeWhere(c *cobra.Command, w i18n.Words, dir string) error {
	out := c.OutOrStdout()
	fmt.Fprintln(out, dir)
	for cause, words := range map[error]string{
		desktop.ErrNetwork:   w.T("This is on a network drive: Vigie keeps nothing there. Name a folder of this computer with --data."),
		desktop.ErrRemovable: w.T("This is on a stick or card: Vigie keeps nothing there. Name a folder of this computer with --data."),
	} {
		if errors.Is(desktop.CheckVolume(dir), cause) {
			fmt.Fprintln(out, words)
		}
	}
	files, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		fmt.Fprintln(out, w.T("Nothing was ever kept here."))
		return nil
	}
	if err != nil {
		return err
	}
	for _, f := range files {
		if info, err := f.Info(); err == nil && !f.IsDir() && strings.HasPrefix(f.Name(), store.FileName) {
			fmt.Fprintf(out, "%10d  %s\n", info.Size(), filepath.Join(dir, f.Name()))
		}
	}
	return nil
}

func storeCheck(c *cobra.Command, w i18n.Words, dir string) error {
	err := store.Inspect(dir, storeOptions())
	switch {
	case err == nil:
		fmt.Fprintln(c.OutOrStdout(), w.T("Sound: every value is whole."))
		return nil
	case errors.Is(err, store.ErrAbsent):
		fmt.Fprintln(c.OutOrStdout(), w.T("Nothing was ever kept here."))
		return nil
	case errors.Is(err, store.ErrDamaged):
		fmt.Fprintln(c.OutOrStdout(), w.T("Damaged. Vigie puts it right at its next start; “vigie-kit store repair” does it now."))
		fmt.Fprintln(c.OutOrStdout(), err)
		return errFound
	}
	return storeTold(w, err)
}

func storeRepair(c *cobra.Command, w i18n.Words, dir string) error {
	out := c.OutOrStdout()
	r, done, err := store.Repair(dir, storeOptions())
	if err != nil {
		return storeTold(w, err)
	}
	if !done {
		fmt.Fprintln(out, w.T("There was nothing to repair."))
		return nil
	}
	var buckets []string
	for name := range r.Kept {
		buckets = append(buckets, name)
	}
	slices.Sort(buckets)
	fmt.Fprintln(out, w.T("Kept:"))
	for _, name := range buckets {
		fmt.Fprintf(out, "  %s %d\n", name, r.Kept[name])
	}
	switch {
	case r.Whole:
		fmt.Fprintln(out, w.T("Nothing was lost."))
	default:
		fmt.Fprintln(out, w.T("Some values may be older than they were."))
		fmt.Fprintln(out, w.T("Missing: %d", r.Missing))
	}
	fmt.Fprintln(out, w.T("From the last copy: %d", r.FromCopy))
	fmt.Fprintln(out, w.T("The damaged file stays beside the new one until a lesson ends or another week begins."))
	return nil
}

func storeErase(c *cobra.Command, w i18n.Words, dir string) error {
	if yes, err := c.Flags().GetBool("yes"); err != nil || !yes {
		return errors.New(w.T("This cannot be undone. Say it again with --yes to erase all that is in %s.", dir))
	}
	if err := errors.Join(store.Remove(dir, storeOptions()), desktop.EraseNotes(dir)); err != nil {
		return storeTold(w, err)
	}
	fmt.Fprintln(c.OutOrStdout(), w.T("Erased."))
	return nil
}

// storeTold says in the person's language what stands in the way.
func storeTold(w i18n.Words, err error) error {
	for cause, words := range map[error]string{
		store.ErrBusy:       w.T("Vigie is open and holds its file. Close it, then ask again."),
		store.ErrNewer:      w.T("A newer Vigie wrote this. Use that one, or erase all."),
		store.ErrFull:       w.T("The disk is full. Make some room, then ask again."),
		store.ErrUnwritable: w.T("The folder cannot be written. Ask for the right to, or name another with --data."),
	} {
		if errors.Is(err, cause) && !(cause == store.ErrUnwritable && errors.Is(err, store.ErrFull)) {
			return fmt.Errorf("%s\n%w", words, err)
		}
	}
	return err
}
