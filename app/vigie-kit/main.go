// Command vigie-kit is for authors: it checks and tidies a pack, plays a
// lesson in a terminal; and for a school's ICT: it shows and looks after what
// is stored. It needs no window.
package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"vigie/app/desktop"
	"vigie/app/directory"
	"vigie/app/i18n"
	"vigie/app/pack"
	"vigie/app/store"
	"vigie/locales"
)

// version is set by the build.
var version = "dev"

// errFound says that something was found and already printed.
var errFound = errors.New("something was found")

func main() {
	store.CheckIfAsked()
	if err := root().Execute(); err != nil {
		if !errors.Is(err, errFound) {
			fmt.Fprintln(os.Stderr, err)
		}
		os.Exit(1)
	}
}

func root() *cobra.Command {
	c := &cobra.Command{
		Use: "vigie-kit", Short: "Tools for authors of Vigie lessons", Version: version,
		SilenceUsage: true, SilenceErrors: true,
	}
	c.CompletionOptions.DisableDefaultCmd = true
	c.AddCommand(lintCommand(), fmtCommand(), playCommand(), pathsCommand(), digitsCommand(), lessonsCommand(), lawCommand(), runsCommand(), storeCommand(), localesCommand())
	return c
}

// authorWords are the words in the language of the author's system.
func authorWords() (i18n.Words, error) {
	all, err := i18n.Load(locales.FS)
	if err != nil {
		return i18n.Words{}, err
	}
	return all.In(i18n.Choose("", append(desktop.Languages(), i18n.Source))), nil
}

// source is the pack at args[0], or the built-in course.
func source(args []string) (pack.Source, func() error, error) {
	if len(args) == 0 {
		return pack.Course(), func() error { return nil }, nil
	}
	return pack.At(args[0])
}

// open opens the pack of a source with the help contacts of the country.
func open(src pack.Source, lang string, opts pack.Options) (*pack.Pack, *directory.Directory, error) {
	d, err := directory.Load(src, directory.Country, lang)
	if err != nil {
		return nil, nil, err
	}
	opts.Door = d.Dial
	p, err := pack.Open(src, opts)
	return p, d, err
}

// told prints problems in the author's language and gives errFound for them.
func told(err error) error {
	var ps pack.Problems
	if !errors.As(err, &ps) {
		return err
	}
	w, werr := authorWords()
	if werr != nil {
		return errors.Join(err, werr)
	}
	fmt.Fprintln(os.Stderr, ps.Text(w))
	return errFound
}
