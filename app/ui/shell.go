// Package ui is the window: it wires the pages of the learner to the player,
// the recorder and the words, and goes from page to page.
//
//	s, err := ui.New(ui.Options{App: app.NewWithID(id), Words: words, …})
//	s.Run()
//
// The shell is the only one that knows where one is. Whatever changes (the
// view, the language, the text size, the palette), the page is built again
// from what the player says, and the focus goes back to the control with the
// same id. Work that may wait for a disk is done by the recorder, never here.
//
// The package refuses overlays and dialogs of the toolkit: everything is a
// page, so hide and help work from everywhere.
package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"vigie/app/directory"
	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/progress"
	"vigie/app/speech"
	"vigie/app/ui/kit"
	"vigie/app/ui/learner"
	"vigie/app/ui/teacher"
	"vigie/app/ui/theme"
)

// Options is what the shell is wired with.
type Options struct {
	App       fyne.App
	Words     *i18n.All
	Source    pack.Source
	Recorder  *progress.Recorder
	Language  string          // asked for on the command line, may be empty
	System    []string        // languages of the system, in order
	Age       lesson.Age      // asked for on the command line, may be empty
	Lesson    string          // id of a lesson to open at once, may be empty
	Session   lesson.Session  // what the lessons are part of
	Trouble   learner.Trouble // why keeping, which was wanted, is not possible at first
	Folder    string          // the data folder, empty for none
	CrashNote string          // note of a crash to offer, may be empty
	DropNote  func() error    // erases that note
	// ShowFolder shows the folder in the system's own window for files, on a
	// goroutine of its own; may be nil.
	ShowFolder func() error
	Now        func() time.Time
	Voice      func() (speech.Voice, error)        // finds a voice to read aloud with, may be nil
	Play       Play                                // plays a recorded call, may be nil
	Closed     func()                              // ends the program when the window is closed, may be nil
	Probe      func(event string, words ...string) // tells a test what is shown, may be nil
}

// Play begins to play a recording once, in the background; the name says what
// the data are. ended is called when it is over or cannot be played, from any
// goroutine; stop ends it.
type Play func(name string, read func() ([]byte, error), ended func(error)) (stop func())

// Shell is the one window of a learner.
type Shell struct {
	o         Options
	window    fyne.Window
	design    *theme.Design
	look      *theme.Look
	words     i18n.Words
	doors     *directory.Directory
	pack      *pack.Pack
	lessons   []pack.Entry
	prefer    learner.Preferences
	place     learner.Place
	back      []learner.Place
	hidePage  int
	open      string // situation unfolded on the help sheet
	player    *lesson.Player
	aside     *lesson.Player // the lesson that was left for the quiet one, nil if none
	quiet     string         // id of the quiet lesson, empty without one
	booster   pack.Entry     // the follow-up; its ID is empty without one
	teaching  teaching
	keeping   keeping
	listening listening
	plays     int            // recordings begun so far
	fetched   *lesson.Lesson // the lesson that was loaded last
	session   lesson.Session // what a lesson that is begun is part of
	number    int            // place of the lesson in the course, from 1
	offer     *progress.Offer
	kept      map[string]int
	ticket    progress.Ticket
	status    learner.Status
	screen    learner.Screen
	band      *kit.TopBand
	root      *fyne.Container
	aim       string            // id that gets the focus on the next page
	focus     map[string]string // page → id of the control that had the focus
	aloud     aloud
	motion    *kit.Motion // of the page that is shown, nil if it is calm
	stepShown int         // the step in the band that was shown last
	arriving  bool        // what is shown next has just come, and may move
	showing   bool        // the page is being built: the focus is put, not moved
	keysSeen  bool        // a key was pressed: keys are shown from now on
}

// New makes the window with its first page. It returns pack.Problems for a
// course that cannot be loaded and an error for a design that cannot be read.
func New(o Options) (*Shell, error) {
	s := &Shell{o: o, kept: map[string]int{}, focus: map[string]string{}, place: learner.Home, session: o.Session}
	s.status = learner.Status{Keeping: o.Recorder.Keeping(), Trouble: o.Trouble}
	read := make(chan error, 1)
	go func() { read <- s.read() }() // starting the toolkit takes longer
	s.window = o.App.NewWindow(windowTitle)
	if err := <-read; err != nil {
		return nil, err
	}
	s.restyle()
	s.window.SetMaster()
	s.root = &fyne.Container{Layout: &frame{}}
	s.window.SetContent(s.root)
	s.window.SetPadded(false)
	if o.Closed != nil {
		s.window.SetCloseIntercept(o.Closed)
	}
	s.window.Resize(fyne.NewSize(startWidth, startHeight))
	s.bindWindow()
	switch {
	case o.CrashNote != "":
		s.place = learner.Crashed
	case o.Lesson != "":
		s.Start(o.Lesson)
	}
	if r, found := o.Recorder.Repaired(); found && r.Fresh && !r.Whole {
		s.place, s.back = learner.Repaired, []learner.Place{s.place}
	}
	s.show()
	return s, nil
}

// read reads the design, the preferences, the course, and the lesson that will
// most likely be opened first.
func (s *Shell) read() error {
	design, err := theme.Load()
	if err != nil {
		return err
	}
	s.design = design
	s.readPreferences()
	if err := s.load(); err != nil {
		return err
	}
	id := s.o.Lesson
	if id == "" {
		id = s.lessons[0].ID
	}
	s.fetched, _ = s.lesson(id) // a problem is for whoever opens it
	s.startVoice()
	return nil
}

// The window is small enough for a laptop of 1366×768 with its task bar, and
// never asks for more than the smallest layout of the design.
const (
	windowTitle = "Vigie"
	startWidth  = 1240
	startHeight = 680
	leastWidth  = 800
	leastHeight = 480
)

// frame gives the page the whole window.
type frame struct{}

// MinSize is the smallest window.
func (*frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leastWidth, leastHeight) }

// Layout gives every object all the room.
func (*frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// Window is the window, for the program that shows it.
func (s *Shell) Window() fyne.Window { return s.window }

// Run shows the window and returns when it is closed.
func (s *Shell) Run() {
	s.lookForOffer()
	s.window.ShowAndRun()
}

// lookForOffer asks, off the screen's goroutine, for a run that can go on.
func (s *Shell) lookForOffer() {
	go func() {
		offer, ok := s.o.Recorder.Resumable()
		if !ok {
			return
		}
		fyne.Do(func() {
			if s.player == nil && s.offer == nil {
				s.offer = &offer
				s.probe("offer")
				if s.place == learner.Home {
					s.show()
				}
			}
		})
	}()
}

func (s *Shell) bindWindow() {
	c := s.window.Canvas()
	for key, do := range map[fyne.KeyName]func(){fyne.KeyH: s.toggleHide, fyne.KeyL: s.ReadAloud} {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) { do() })
	}
}

// show builds the page of the present place and puts it into the window.
func (s *Shell) show() {
	s.showing = true
	defer func() { s.showing = false }()
	if c := s.window.Canvas().Focused(); c != nil {
		if held, is := c.(kit.Control); is {
			s.focus[s.screen.ID] = held.ID()
		}
	}
	keys, look := kit.NewKeys(s.keys()), s.look
	if s.place == learner.Hidden { // an ordinary page with keys and colours of its own
		w := look.Wish()
		w.Palette = theme.Light
		keys, look = kit.NewKeys(nil), s.design.Look(w)
	}
	f := kit.NewFrame(look, keys, s.keysSeen || s.prefer[learner.ShowKeys] == "on")
	s.motion.Finish()
	s.motion = s.moves()
	f.Motion, f.Arriving = s.motion, s.arriving
	head := s.head()
	head.Moved = s.arriving && head.Now != s.stepShown
	s.arriving, s.stepShown = false, head.Now
	f.OnKey = s.keyPressed
	f.OnFocus = func(id string) {
		s.probe("focus", id)
		if !s.showing {
			s.readFocus(id)
		}
	}
	f.OnValue = func(id string) {
		if !s.showing {
			s.readValue(id)
		}
	}
	f.Tell = s.told
	d := &learner.Desk{F: f, W: s.words, Doors: s.doors, Act: s, Prefer: s.prefer, Status: s.status, Lesson: head, Now: s.o.Now()}
	d.Status.Running, d.Status.Pair = s.player != nil, s.session.Pair
	d.Status.Quiet = s.quiet != ""
	d.Status.Easier = s.player != nil && s.player.Lesson().Easier
	s.hush()
	d.Status.Recording = s.heard()
	d.Status.Voice, d.Status.Aloud = s.aloud.speaker != nil, s.aloud.on
	s.screen = s.build(d)
	s.band = d.Band
	s.root.Objects = []fyne.CanvasObject{s.screen.Object}
	s.root.Refresh()
	title := windowTitle
	if s.screen.Plain {
		title = s.screen.Title
	}
	s.window.SetTitle(title)
	s.putFocus()
	if s.screen.Settle != nil {
		s.screen.Settle()
	}
	c := s.window.Canvas()
	c.SetOnTypedKey(func(e *fyne.KeyEvent) { keys.Typed(e) })
	c.SetOnTypedRune(func(r rune) { keys.TypedRune(r) })
	if c, is := c.(desktop.Canvas); is {
		c.SetOnKeyDown(func(*fyne.KeyEvent) { s.keyPressed() })
	}
	s.probe("page", s.screen.ID, s.words.Language())
	s.readPage()
}

// moves is a motion for a page, nil where nothing shall move: asked for, in
// high contrast, and while reading aloud.
func (s *Shell) moves() *kit.Motion {
	if s.prefer[learner.Calm] == "on" || s.look.Plain() || s.aloud.on {
		return nil
	}
	return kit.NewMotion()
}

// keyPressed puts what moves where it was going, and shows the keys from the first one that is pressed; who uses a
// mouse sees none.
func (s *Shell) keyPressed() {
	s.motion.Finish()
	if s.keysSeen {
		return
	}
	s.keysSeen = true
	if s.prefer[learner.ShowKeys] != "on" {
		s.show()
	}
}

// putFocus gives the focus back to the control that had it on this page, or
// to the first thing one can do.
func (s *Shell) putFocus() {
	c := s.window.Canvas()
	aim := s.aim
	s.aim = ""
	// where the rail has no room a button stands for it
	for _, id := range []string{aim, s.focus[s.screen.ID], s.screen.First, kit.MenuID} {
		if id == "" {
			continue
		}
		if held := kit.ControlByID(s.root, id); held != nil {
			c.Focus(held)
			return
		}
	}
	c.Unfocus()
}

// routeAt is the name under which the card of an app is kept that is shown.
const routeAt = "route"

// build makes the page of the present place.
func (s *Shell) build(d *learner.Desk) learner.Screen {
	switch s.place {
	case learner.Rules:
		return learner.RulesPage(d, s.begin)
	case learner.Help:
		return learner.HelpPage(d, s.open, s.unfold, s.alone())
	case learner.Reading:
		return learner.ReadingPage(d, s.scales())
	case learner.Routes:
		return learner.RoutesPage(d, s.Kept(routeAt, 0), func(i int) {
			s.Keep(routeAt, i)
			s.show()
		})
	case learner.Erasing:
		return learner.ErasePage(d)
	case learner.Hidden:
		return learner.HidePage(d, s.hidePage, s.turn, s.toggleHide)
	case learner.Voiceless:
		return learner.VoicelessPage(d, s.aloud.trouble)
	case learner.KeyList:
		return learner.KeyListPage(d, s.keysBelow(*d))
	case learner.Crashed:
		return learner.CrashPage(d, s.o.CrashNote)
	case learner.Repaired:
		return learner.RepairedPage(d, s.onward)
	case learner.Chat:
		return learner.ChatPage(d, s.player.View())
	case learner.Playing:
		return learner.Step(d, s.player.View())
	}
	if teacher.Is(s.place) {
		return s.teach(d)
	}
	return learner.HomePage(d, learner.HomeOpts{Lessons: s.lessons, Booster: s.booster, Resume: s.offer != nil || s.player != nil, Teach: func() { s.Visit(teacher.Lessons) }})
}

func (s *Shell) probe(event string, words ...string) {
	if s.o.Probe != nil {
		s.o.Probe(event, words...)
	}
}
