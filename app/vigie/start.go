package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"vigie/app/desktop"
	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/progress"
	"vigie/app/store"
	"vigie/app/ui"
)

// closeLimit is how long the orderly end may take.
const closeLimit = 5 * time.Second

// gcPercent keeps the memory of an old laptop for others: little is allocated
// while one reads, so collecting earlier costs nothing that can be felt.
const gcPercent = 40

var (
	errAlreadyOpen = errors.New("already open")
	errNoWindow    = errors.New("no window came up")
)

// place is where this start keeps things; every part may be missing.
type place struct {
	store   *store.Store
	session *desktop.Session
	note    *desktop.CrashNote
	around  *desktop.Surroundings
	trouble bool
	shown   bool // the window came up
}

func week() time.Time { return store.Monday(time.Now()) }

// start opens what there is to keep things in, then the window.
func start(f flags, words *i18n.All, system []string) error {
	if err := desktop.CheckDisplay(runtime.GOOS, os.Getenv); err != nil {
		return err
	}
	p, err := settle(f)
	if err != nil {
		return err
	}
	defer p.close()
	if err := p.around.Apply(); err != nil {
		return fmt.Errorf("preparing the folders of the toolkit: %w", err)
	}
	dog := desktop.Watch(desktop.ShowLimit, func() {
		desktop.Tell("Vigie", told(errNoWindow, words.In(i18n.Choose(f.lang, system))))
		p.around.Close()
		os.Exit(1)
	})
	defer p.keepPanic(words.In(i18n.Choose(f.lang, system)))
	return p.run(f, words, system, dog)
}

// settle opens the store. Where that is not possible the lesson can be played
// all the same, and the first page says that nothing is kept.
func settle(f flags) (*place, error) {
	p := &place{}
	var err error
	if f.noTrace {
		p.around, err = desktop.NoTrace()
		return p, err
	}
	dir, err := desktop.DataFolder(f.data)
	if err == nil {
		p.store, err = store.Open(dir, store.Options{Week: week})
	}
	if errors.Is(err, store.ErrBusy) {
		return nil, errAlreadyOpen
	}
	if err == nil {
		if s, serr := desktop.OpenSession(); serr == nil {
			p.session = s
		}
		if n, nerr := desktop.StartCrashNote(dir, week); nerr == nil {
			p.note = n
		}
		p.around, err = desktop.Around(dir, week)
	}
	if err != nil {
		p.trouble = true
		p.around, err = desktop.NoTrace()
	}
	return p, err
}

func (p *place) run(f flags, words *i18n.All, system []string, dog *desktop.Watchdog) error {
	var shell *ui.Shell
	o := progress.Options{Acknowledge: func(a progress.Ack) {
		if shell != nil {
			shell.Acknowledged(a)
		}
	}}
	if p.store != nil {
		o.Keeper = p.store
	}
	if p.session != nil {
		o.Session = p.session
	}
	recorder := progress.New(o)
	defer recorder.Close()
	debug.SetGCPercent(gcPercent)
	a := app.NewWithID(desktop.AppID)
	opts := ui.Options{
		App: a, Words: words, Source: pack.Course(), Recorder: recorder, Language: f.lang, System: system,
		Age: lesson.Age(f.age), Lesson: f.lesson, Trouble: p.trouble, Now: time.Now, Probe: probe(),
	}
	if p.note != nil {
		if note, found := p.note.Pending(); found {
			opts.CrashNote, opts.DropNote = note, p.note.Erase
		}
	}
	shell, err := ui.New(opts)
	if err != nil {
		return err
	}
	noWindow := false
	a.Lifecycle().SetOnStarted(func() {
		if !windowIsThere(shell.Window()) {
			noWindow = true
			a.Quit()
			return
		}
		p.shown = true
		go debug.FreeOSMemory() // what reading the lessons took
		dog.WindowShown()
		if opts.Probe != nil {
			opts.Probe("started")
		}
	})
	shell.Run()
	if noWindow {
		return errNoWindow
	}
	return nil
}

// keepPanic tells the person what happened and, once there was a window, keeps
// a note of the panic for the next start. Before, it is the graphics.
func (p *place) keepPanic(w i18n.Words) {
	r := recover()
	if r == nil {
		return
	}
	if !p.shown {
		fmt.Fprintln(os.Stderr, r)
		desktop.Tell("Vigie", told(errNoWindow, w))
		p.close()
		os.Exit(1)
	}
	if p.note != nil {
		if err := p.note.Note(r, debug.Stack()); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	desktop.Tell("Vigie", w.T("Vigie stopped in the middle. What was shown as kept is kept. Start it again; nothing else is needed."))
	p.close()
	os.Exit(2)
}

func (p *place) close() {
	// everything acknowledged is on the disk: a library that will not end must
	// not leave a process without a window
	late := time.AfterFunc(closeLimit, func() { os.Exit(1) })
	defer late.Stop() // a message that waits for the person comes after this
	if p.note != nil {
		p.note.Close()
	}
	if p.store != nil {
		p.store.Close()
	}
	p.around.Close()
}

// windowIsThere reports whether the toolkit really made a window; without
// OpenGL it goes on for ever without one.
func windowIsThere(w fyne.Window) bool {
	return w.Canvas() != nil && nativeWindow(w)
}
