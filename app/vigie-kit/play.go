package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"vigie/app/directory"
	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/locales"
)

func playCommand() *cobra.Command {
	var lang, age, at string
	var names []string
	c := &cobra.Command{
		Use: "play LESSON [PACK]", Short: "Play a lesson in the terminal", Args: cobra.RangeArgs(1, 2),
		RunE: func(c *cobra.Command, args []string) error {
			if !i18n.Known(lang) {
				return fmt.Errorf("there is no language %q; there are: %s", lang, strings.Join(i18n.Languages(), ", "))
			}
			if !lesson.Age(age).Valid() {
				return fmt.Errorf("there is no age %q; there are: 12-14, 15-18", age)
			}
			src, done, err := source(args[1:])
			if err != nil {
				return told(err)
			}
			defer done()
			renamed, err := renames(names)
			if err != nil {
				return err
			}
			p, d, err := open(src, lang, pack.Options{Names: renamed})
			if err != nil {
				return told(err)
			}
			l, err := p.Lesson(args[0], lang)
			if errors.Is(err, pack.ErrNoLesson) {
				return unknownLesson(p, args[0])
			}
			if err != nil {
				return told(err)
			}
			all, err := i18n.Load(locales.FS)
			if err != nil {
				return err
			}
			t := &terminal{w: all.In(lang), out: c.OutOrStdout(), in: bufio.NewScanner(c.InOrStdin()), doors: d}
			return t.play(l, lesson.Age(age), at)
		},
	}
	c.Flags().StringVar(&lang, "lang", i18n.Source, "language: fr, nl, de or en")
	c.Flags().StringVar(&age, "age", string(lesson.Younger), "variant: 12-14 or 15-18")
	c.Flags().StringVar(&at, "digits", "", "begin at the talk with these board digits")
	c.Flags().StringArrayVar(&names, "name", nil, "rename a character, such as noor=Lina")
	return c
}

func renames(pairs []string) (map[lesson.CharacterID]string, error) {
	out := map[lesson.CharacterID]string{}
	for _, p := range pairs {
		id, name, ok := strings.Cut(p, "=")
		if !ok {
			return nil, fmt.Errorf("--name wants id=Name, found %q", p)
		}
		out[lesson.CharacterID(id)] = name
	}
	return out, nil
}

func unknownLesson(p *pack.Pack, id string) error {
	entries, err := p.Entries(i18n.Source)
	if err != nil {
		return told(err)
	}
	var ids []string
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	return fmt.Errorf("there is no lesson %q; there are: %s", id, strings.Join(ids, ", "))
}

// terminal plays a lesson line by line, so that a screen reader can follow:
// what is new is printed once, then the keys.
type terminal struct {
	w     i18n.Words
	out   io.Writer
	in    *bufio.Scanner
	doors *directory.Directory
}

func (t *terminal) play(l *lesson.Lesson, age lesson.Age, digits string) error {
	p, err := lesson.New(l, age)
	if digits != "" {
		p, err = t.join(l, age, digits)
	}
	if err != nil {
		return err
	}
	t.line("# %s", l.Title)
	t.line("%s", l.About)
	last := lesson.View{}
	for {
		v := p.View()
		if v.Phase == lesson.PhaseDone {
			return nil
		}
		t.show(last, v)
		last = v
		in, stop := t.ask(v)
		if stop {
			return nil
		}
		if in == nil {
			continue
		}
		next, _, err := p.Do(in)
		switch {
		case errors.Is(err, lesson.ErrDigits):
			t.line("! %s", t.w.T("These are not the digits of this moment. Look at the board again."))
		case err != nil:
			t.line("! %s", t.w.T("That does nothing here."))
		}
		p = next
	}
}

func (t *terminal) join(l *lesson.Lesson, age lesson.Age, digits string) (lesson.Player, error) {
	for id, code := range l.Digits() {
		if code == digits {
			return lesson.Join(l, age, id)
		}
	}
	return lesson.Player{}, lesson.ErrDigits
}

func (t *terminal) line(format string, args ...any) { fmt.Fprintf(t.out, format+"\n", args...) }

// ask reads one line and turns it into an intent; nil means ask again.
func (t *terminal) ask(v lesson.View) (in lesson.Intent, stop bool) {
	fmt.Fprint(t.out, "> ")
	if !t.in.Scan() {
		return nil, true
	}
	s := strings.TrimSpace(t.in.Text())
	switch {
	case s == "":
		return lesson.Next{}, false
	case s == "q":
		return nil, true
	case s == "0" && !zeroCounts(v), s == "p":
		return lesson.Pass{}, false
	case s == "s" && v.Kind == lesson.KindEnd:
		return lesson.Stay{}, false
	case s == "r":
		return lesson.Rewind{}, false
	case s == "e":
		return lesson.ShowAll{}, false
	case s == "a":
		return lesson.Alone{}, false
	case s == "h":
		t.help()
		return nil, false
	case strings.HasPrefix(s, "m"):
		if n, err := strconv.Atoi(strings.TrimSpace(s[1:])); err == nil {
			return lesson.MarkLine{N: n - 1}, false
		}
	}
	if in := typed(v, s); in != nil {
		return in, false
	}
	t.line("! %s", t.w.T("That does nothing here."))
	return nil, false
}

func (t *terminal) help() {
	for _, d := range slices.Concat(t.doors.First(), t.doors.Danger(), t.doors.More()) {
		t.line("%s: %s. %s %s", d.Label(), d.Name, d.Hours, d.What)
	}
	for _, s := range t.doors.Situations {
		t.line("* %s", s.Title)
		for _, f := range s.First {
			t.line("  - %s", f)
		}
	}
	t.line("%s", t.doors.CopyVsNote)
	t.line("%s", t.doors.Busy)
}
