package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"vigie/app/desktop"
	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/progress"
	"vigie/app/speech"
	"vigie/app/store"
	"vigie/app/ui"
	"vigie/app/ui/learner"
)

// closeLimit is how long the orderly end may take.
const closeLimit = 5 * time.Second

// gcPercent keeps the memory of an old laptop for others: little is allocated
// while one reads, so collecting earlier costs nothing that can be felt. While
// the program starts nothing is collected; it would cost a fifth of that time.
const gcPercent = 40

// settled is how long after the first picture what starting took is given back.
const settled = 2 * time.Second

var (
	errAlreadyOpen = errors.New("already open")
	errNoWindow    = errors.New("no window came up")
)

// place is where this start keeps things; every part may be missing.
type place struct {
	store    *store.Store
	session  *desktop.Session
	note     *desktop.CrashNote
	around   *desktop.Surroundings
	recorder *progress.Recorder
	shell    atomic.Pointer[ui.Shell]
	trouble  learner.Trouble
	folder   string // for data; empty without one
	shown    bool   // the window came up
	ending   sync.Once
}

func week() time.Time { return store.Monday(time.Now()) }

// start opens what there is to keep things in, then the window. It returns
// only what kept it from getting so far.
func start(f flags, words *i18n.All, system []string) error {
	if err := desktop.CheckDisplay(runtime.GOOS, os.Getenv); err != nil {
		return err
	}
	p, err := settle(f)
	if err != nil {
		return err
	}
	w := words.In(i18n.Choose(f.lang, system))
	if err := p.around.Apply(); err != nil {
		p.close()
		return fmt.Errorf("preparing the folders of the toolkit: %w", err)
	}
	dog := desktop.Watch(desktop.ShowLimit, func() { p.noWindow(w) })
	defer p.keepPanic(w)
	if err := p.run(f, words, system, w, dog); err != nil {
		p.close()
		return err
	}
	p.end(0)
	return nil
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
	p.folder = dir
	if err == nil {
		err = desktop.CheckVolume(dir)
	}
	if err == nil {
		p.store, err = openStore(dir)
	}
	if errors.Is(err, store.ErrBusy) {
		return nil, errAlreadyOpen
	}
	if p.store != nil {
		if s, serr := desktop.OpenSession(); serr == nil {
			p.session = s
		}
	}
	if err == nil {
		if p.store.Newer() {
			p.trouble = learner.Newer
		}
		if n, nerr := desktop.StartCrashNote(dir, week); nerr == nil {
			p.note = n
		}
		p.around, err = desktop.Around(dir, week)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		p.trouble = troubleOf(err)
		p.around, err = desktop.NoTrace()
	}
	return p, err
}

// openStore opens the store. A folder that cannot be written now perhaps can
// later: the recorder then tries again, so it gets a store all the same.
func openStore(dir string) (*store.Store, error) {
	o := store.Options{Week: week}
	if program, err := os.Executable(); err == nil {
		o.Program = program
	}
	s, err := store.Open(dir, o)
	if err != nil && !errors.Is(err, store.ErrBusy) {
		return store.New(dir, o), err
	}
	return s, err
}

// troubleOf says in a word why nothing is kept.
func troubleOf(err error) learner.Trouble {
	for cause, t := range map[error]learner.Trouble{
		desktop.ErrNetwork: learner.Network, desktop.ErrRemovable: learner.Removable,
		store.ErrNewer: learner.Newer, store.ErrFull: learner.Full,
	} {
		if errors.Is(err, cause) {
			return t
		}
	}
	return learner.Unwritable
}

func (p *place) run(f flags, words *i18n.All, system []string, w i18n.Words, dog *desktop.Watchdog) error {
	o := progress.Options{Acknowledge: func(a progress.Ack) {
		if shell := p.shell.Load(); shell != nil {
			shell.Acknowledged(a)
		}
	}}
	if p.store != nil {
		o.Keeper = p.store
	}
	if p.session != nil {
		o.Session = p.session
	}
	p.recorder = progress.New(o)
	p.endOnSignal()
	a := app.NewWithID(desktop.AppID)
	opts := ui.Options{
		App: a, Words: words, Source: pack.Course(), Recorder: p.recorder, Language: f.lang, System: system,
		Age: lesson.Age(f.age), Lesson: f.lesson, Session: f.session(), Trouble: p.trouble, Now: time.Now, Probe: probe(),
		Closed: func() { p.end(0) }, Voice: voice, Play: speech.Start, Folder: p.folder,
	}
	if p.folder != "" {
		opts.ShowFolder = func() error { return desktop.ShowFolder(p.folder) }
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
	p.shell.Store(shell)
	a.Lifecycle().SetOnStarted(func() {
		if !windowIsThere(shell.Window()) {
			p.noWindow(w)
		}
		p.shown = true
		debug.SetGCPercent(gcPercent)
		time.AfterFunc(settled, func() {
			debug.FreeOSMemory()
			p.check()
		})
		dog.WindowShown()
		if opts.Probe != nil {
			opts.Probe("started")
		}
	})
	// The toolkit ends too when the system asks for it; it would write empty
	// settings on the way, perhaps half of them.
	a.Lifecycle().SetOnStopped(func() { p.end(0) })
	shell.Run()
	return nil
}

// check has the store checked in full, if that is due, by this program in a
// process of its own. What it finds is mended at once.
func (p *place) check() {
	if p.store == nil {
		return
	}
	if err := p.store.FullCheck(); err != nil && !errors.Is(err, store.ErrClosed) {
		fmt.Fprintln(os.Stderr, err)
	}
}

// noWindow says that this computer's graphics do not do, and ends.
func (p *place) noWindow(w i18n.Words) {
	desktop.Tell("Vigie", told(errNoWindow, w))
	p.end(1)
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
		p.noWindow(w)
	}
	if p.note != nil {
		if err := p.note.Note(r, debug.Stack()); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	desktop.Tell("Vigie", w.T("Vigie stopped in the middle. What was shown as kept is kept. Start it again; nothing else is needed."))
	p.end(2)
}

// end closes what is kept and ends the process, once, from wherever it is
// asked for: the button of the window, a signal, the toolkit's return, a
// panic. It does not wait for the toolkit, whose own end can wait for ever:
// Fyne 2.8 empties its queue of calls, then closes it, and whoever puts a call
// in between waits for an answer (internal/driver/glfw/loop.go, runGL).
func (p *place) end(code int) {
	p.ending.Do(func() {
		// everything acknowledged is on the disk: what will not end must not
		// leave a process without a window
		time.AfterFunc(closeLimit, func() { os.Exit(1) })
		p.close()
		os.Exit(code)
	})
}

// endOnSignal ends in order when the system asks for it.
func (p *place) endOnSignal() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-asked
		p.end(0)
	}()
}

func (p *place) close() {
	if shell := p.shell.Load(); shell != nil {
		shell.Hush()
	}
	if p.recorder != nil {
		if err := p.recorder.Close(); err != nil && !errors.Is(err, progress.ErrNotKept) {
			fmt.Fprintln(os.Stderr, err)
		}
	}
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
