package ui_test

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigie/app/directory"
	"vigie/app/i18n"
	"vigie/app/lesson"
	"vigie/app/pack"
	"vigie/app/progress"
	"vigie/app/ui"
	"vigie/locales"
)

// room is a window with the shell in it, on the headless driver.
type room struct {
	t     *testing.T
	shell *ui.Shell
	page  string // id of the page that is shown
	all   []string
}

func open(t *testing.T, lang string, age lesson.Age, change func(*ui.Options)) *room {
	t.Helper()
	words, err := i18n.Load(locales.FS)
	if err != nil {
		t.Fatal(err)
	}
	r := &room{t: t}
	o := ui.Options{
		App: test.NewTempApp(t), Words: words, Source: pack.Course(), Recorder: progress.New(progress.Options{}),
		Language: lang, Age: age, Now: func() time.Time { return time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC) },
		Probe: func(event string, words ...string) {
			switch event {
			case "page":
				r.page = words[0]
				r.all = append(r.all, words[0])
			case "problem":
				t.Errorf("problem: %v", words)
			}
		},
	}
	if change != nil {
		change(&o)
	}
	t.Cleanup(func() { o.Recorder.Close() })
	r.shell, err = ui.New(o)
	if err != nil {
		t.Fatal(err)
	}
	r.size(1366, 768)
	return r
}

func (r *room) canvas() fyne.Canvas { return r.shell.Window().Canvas() }

func (r *room) size(w, h float32) { r.shell.Window().Resize(fyne.NewSize(w, h)) }

// key presses a key as the window would.
func (r *room) key(names ...fyne.KeyName) {
	for _, n := range names {
		e := &fyne.KeyEvent{Name: n}
		if f := r.canvas().Focused(); f != nil {
			f.TypedKey(e)
		} else if typed := r.canvas().OnTypedKey(); typed != nil {
			typed(e)
		}
	}
}

// picture writes what is shown, when VIGIE_PICTURES names a folder.
func (r *room) picture(name string) {
	dir := os.Getenv("VIGIE_PICTURES")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		r.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, r.canvas().Capture()); err != nil {
		r.t.Fatal(err)
	}
}

func TestPicturesTmp(t *testing.T) {
	r := open(t, os.Getenv("VLANG"), lesson.Age(os.Getenv("VAGE")), nil)
	r.picture("01-home")
	r.key(fyne.KeyReturn)
	r.picture("02-rules")
	r.key(fyne.KeyReturn)
	n := 3
	for i := 0; i < 60 && r.page != "home"; i++ {
		r.picture(fmtn(n) + "-" + r.page)
		n++
		before := len(r.all)
		switch {
		case strings.HasSuffix(r.page, ".pause"):
			r.key(fyne.Key2)
		case strings.HasSuffix(r.page, ".choose"):
			r.key(fyne.Key2, fyne.KeyReturn)
		case strings.HasPrefix(r.page, "quiz") && strings.HasSuffix(r.page, "read"):
			r.key(fyne.Key1, fyne.Key2, fyne.KeyReturn)
		case strings.HasPrefix(r.page, "talk"):
			r.key(fyne.KeyF1)
			r.picture(fmtn(n) + "-help")
			r.key(fyne.Key3)
			r.picture(fmtn(n) + "-help3")
			n++
			r.key(fyne.KeyEscape)
			for _, c := range digitsOf(r.page) {
				r.key(fyne.KeyName(string(c)))
			}
		default:
			r.key(fyne.KeyReturn)
		}
		if len(r.all) == before {
			t.Fatal("stuck on", r.page)
		}
	}
	r.shell.Open("hidden")
	r.picture("98-hide")
	r.shell.Open("hidden")
	r.shell.Open("reading")
	r.picture("97-reading")
}

func digitsOf(page string) string {
	d, _ := directory.Load(pack.Course(), "be", "en")
	p, _ := pack.Open(pack.Course(), pack.Options{Door: d.Dial})
	l, _ := p.Lesson("unread", "en")
	return l.Digits()[lesson.StepID(strings.Split(page, ".")[1])]
}

func fmtn(n int) string { return string(rune('0'+n/10)) + string(rune('0'+n%10)) }
