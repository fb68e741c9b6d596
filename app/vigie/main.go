// Command vigie is the program that pupils start: it wires the rooms together
// and shows the window.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"vigie/app/desktop"
	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/store"
	"vigie/locales"
)

// version is set by the build.
var version = "dev"

// flags are what the command line asks for.
type flags struct {
	lang, age, lesson, data, items string
	noTrace                        bool
}

func main() {
	store.CheckIfAsked()
	debug.SetGCPercent(-1) // until there is a window
	words, err := i18n.Load(locales.FS)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	system := desktop.Languages()
	w := words.In(i18n.Choose(languageIn(os.Args[1:]), system))
	f, err := parse(os.Args[1:], w, os.Stdout)
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err == nil {
		err = start(f, words, system)
	}
	if err != nil {
		desktop.Tell("Vigie", told(err, w))
		os.Exit(1)
	}
}

// languageIn finds the language before the flags are read, so that what is
// said about a wrong flag is in it.
func languageIn(args []string) string {
	for i, a := range args {
		name, value, given := strings.Cut(strings.TrimLeft(a, "-"), "=")
		if name != "lang" {
			continue
		}
		if !given && i+1 < len(args) {
			value = args[i+1]
		}
		return value
	}
	return ""
}

// parse reads the command line. It returns flag.ErrHelp when help or version
// was printed, and a translated error for what does not exist.
func parse(args []string, w i18n.Words, out io.Writer) (flags, error) {
	var f flags
	var showVersion bool
	set := flag.NewFlagSet("vigie", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.StringVar(&f.lang, "lang", "", w.T("language: %s", strings.Join(i18n.Languages(), ", ")))
	set.StringVar(&f.age, "age", "", w.T("age: %s", ageList()))
	set.StringVar(&f.lesson, "lesson", "", w.T("open this lesson at once"))
	set.StringVar(&f.data, "data", "", w.T("keep data in this folder"))
	set.StringVar(&f.items, "items", "", w.T("ask the anonymous items of a track: %s", strings.Join(sides, ", ")))
	set.BoolVar(&f.noTrace, "no-trace", false, w.T("keep nothing on this computer"))
	set.BoolVar(&showVersion, "version", false, w.T("print the version"))
	err := set.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintln(out, w.T("Vigie: lessons for witnesses of private images being passed on. Start it without anything to play."))
		set.VisitAll(func(o *flag.Flag) { fmt.Fprintf(out, "  --%-9s %s\n", o.Name, o.Usage) })
		fmt.Fprintf(out, "  --%-9s %s\n", "help", w.T("print this"))
		return f, err
	case err != nil:
		return f, errors.New(w.T("This was not understood: %s. There are: %s.", err, flagList(set)))
	case showVersion:
		fmt.Fprintln(out, version)
		return f, flag.ErrHelp
	case set.NArg() > 0:
		return f, errors.New(w.T("This was not understood: %s. There are: %s.", set.Arg(0), flagList(set)))
	case f.lang != "" && !i18n.Known(f.lang):
		return f, errors.New(w.T("There is no language %s. There are: %s.", f.lang, strings.Join(i18n.Languages(), ", ")))
	case f.age != "" && !lesson.Age(f.age).Valid():
		return f, errors.New(w.T("There is no age %s. There are: %s.", f.age, ageList()))
	case f.items != "" && !slices.Contains(sides, f.items):
		return f, errors.New(w.T("There is no %s in --items. There are: %s.", f.items, strings.Join(sides, ", ")))
	}
	return f, checkLesson(f.lesson, w)
}

// sides are when the anonymous items are asked: in the first lesson of a track,
// in its last, or in one lesson that is a track by itself.
var sides = []string{"before", "after", "both"}

// session is what the lessons are part of.
func (f flags) session() lesson.Session {
	return lesson.Session{Before: f.items == "before" || f.items == "both", After: f.items == "after" || f.items == "both"}
}

func flagList(set *flag.FlagSet) string {
	names := []string{"--help"}
	set.VisitAll(func(o *flag.Flag) { names = append(names, "--"+o.Name) })
	return strings.Join(names, ", ")
}

func ageList() string {
	var out []string
	for _, a := range lesson.Ages() {
		out = append(out, string(a))
	}
	return strings.Join(out, ", ")
}

func checkLesson(id string, w i18n.Words) error {
	if id == "" {
		return nil
	}
	p, err := pack.Open(pack.Course(), pack.Options{})
	if err != nil {
		return err
	}
	entries, err := p.Entries(i18n.Source)
	if err != nil {
		return err
	}
	var ids []string
	for _, e := range entries {
		if e.ID == id {
			return nil
		}
		ids = append(ids, e.ID)
	}
	return errors.New(w.T("There is no lesson %s. There are: %s.", id, strings.Join(ids, ", ")))
}

// told is an error in the person's language.
func told(err error, w i18n.Words) string {
	var ps pack.Problems
	switch {
	case errors.As(err, &ps):
		return ps.Text(w)
	case errors.Is(err, desktop.ErrNoDisplay):
		return w.T("Vigie needs a screen and found none. Start it on the desktop, not in a bare terminal.")
	case errors.Is(err, errNoWindow):
		return w.T("Vigie could not open a window: this computer’s graphics driver does not offer OpenGL 2.1. Update the graphics driver, or use another laptop and type the three digits of the board there.")
	case errors.Is(err, errAlreadyOpen):
		return w.T("Vigie is already open on this computer. Use that window, or close it first.")
	}
	return err.Error()
}
