//go:build journey

package journey

import (
	"bytes"
	"encoding/json"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// home is a made-up user with folders of its own.
type home struct{ dir string }

func newHome(t testing.TB) *home {
	t.Helper()
	h := &home{t.TempDir()}
	for _, d := range []string{"home", "run"} {
		if err := os.Mkdir(filepath.Join(h.dir, d), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

func (h *home) at(name string) string { return filepath.Join(h.dir, name) }

// runtimeDir is a place in memory that stands for the session.
func (h *home) runtimeDir(t testing.TB) string {
	dir, err := os.MkdirTemp("/dev/shm", "vigie-session-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// program is Vigie running in a window.
type program struct {
	t       testing.TB
	d       *display
	cmd     *exec.Cmd
	probe   string
	read    int
	page    string
	focus   string // id of the control that got the focus last
	offered bool   // the first page offers to go on
	taken   int    // how often a widget took something in
	ready   bool   // the last that it took is enough to go on
	moves   int    // how often the focus has moved
	kept    []string
	trouble string // why nothing is kept just now
	pages   []string
	built   time.Time // when the present page was built
	out     bytes.Buffer
	done    chan error
}

// built is the path of a built program.
func built(t testing.TB, name string) string {
	if p := os.Getenv("VIGIE_PROGRAM"); p != "" && name == "vigie" {
		return p
	}
	p, err := filepath.Abs(filepath.Join("..", "..", "..", "dist", name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(p); err != nil {
		t.Fatalf("%s is not built: run make build", p)
	}
	return p
}

// environment is that of the made-up user on a display.
func (h *home) environment(d *display, session string) []string {
	env := []string{"HOME=" + h.at("home"), "USER=marcelline", "LOGNAME=marcelline", "HOSTNAME=" + hostName, "PATH=" + os.Getenv("PATH"), "LIBGL_ALWAYS_SOFTWARE=1", "FYNE_DISABLE_DPI_DETECTION=1", "LANG=C.UTF-8"}
	if d != nil {
		env = append(env, "DISPLAY="+d.name)
	}
	if session != "" {
		env = append(env, "XDG_RUNTIME_DIR="+session)
	}
	return env
}

// start starts the program and waits for its first page.
func start(t testing.TB, d *display, h *home, session string, args ...string) *program {
	t.Helper()
	p := launch(t, d, h, session, args...)
	p.until("the first page", func() bool { return p.page != "" })
	d.fill()
	wait(t, "the window to be painted", func() bool {
		low := d.grab(image.Rect(int(d.width)-1, int(d.height)-40, int(d.width), int(d.height))).Data
		return strings.Trim(string(low), "\x00") != "" // black only while there is no footer
	})
	d.settled()
	p.press("Shift") // the first key only shows the keys
	d.settled()
	return p
}

// launch starts the program and waits for nothing.
func launch(t testing.TB, d *display, h *home, session string, args ...string) *program {
	t.Helper()
	p := &program{t: t, d: d, probe: filepath.Join(t.TempDir(), "probe"), done: make(chan error, 1)}
	p.cmd = named(exec.Command(built(t, "vigie"), args...))
	p.cmd.Env = append(h.environment(d, session), "VIGIE_PROBE="+p.probe, "VIGIE_VOICE="+os.Getenv("VIGIE_VOICE"))
	p.cmd.Stdout, p.cmd.Stderr = &p.out, &p.out
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { p.done <- p.cmd.Wait() }()
	t.Cleanup(func() { p.cmd.Process.Kill() })
	return p
}

// hostName is the name of the made-up computer.
const hostName = "pc-lokaal-12"

// named runs a command on a computer of the made-up name, where that is
// allowed; elsewhere only the environment says so.
func named(cmd *exec.Cmd) *exec.Cmd {
	if os.Geteuid() != 0 {
		return cmd
	}
	in := exec.Command("sh", append([]string{"-c", "hostname " + hostName + ` && exec "$0" "$@"`, cmd.Path}, cmd.Args[1:]...)...)
	in.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUTS}
	return in
}

// look reads what the program has said since the last time.
func (p *program) look() {
	data, err := os.ReadFile(p.probe)
	if err != nil {
		return
	}
	for i := bytes.IndexByte(data[p.read:], '\n'); i >= 0; i = bytes.IndexByte(data[p.read:], '\n') {
		var words []string
		if err := json.Unmarshal(data[p.read:p.read+i], &words); err != nil {
			p.t.Fatal(err)
		}
		p.read += i + 1
		switch words[1] {
		case "page":
			p.page = words[2]
			if at, err := strconv.ParseInt(words[0], 10, 64); err == nil {
				p.built = time.UnixMicro(at)
			}
			p.pages = append(p.pages, words[2])
		case "kept":
			p.kept = append(p.kept, words[2])
		case "trouble":
			p.trouble = words[2]
		case "took":
			p.taken++
			p.ready = words[2] == "true"
		case "focus":
			p.focus = words[2]
			p.moves++
		case "offer":
			p.offered = true
		case "problem":
			p.t.Errorf("the program has a problem: %v", words[2:])
		}
	}
}

func (p *program) until(what string, holds func() bool) {
	p.t.Helper()
	wait(p.t, what, func() bool {
		p.look()
		select {
		case err := <-p.done:
			p.t.Fatalf("the program ended (%v) while waiting for %s:\n%s", err, what, p.out.String())
		default:
		}
		return holds()
	})
}

// press presses keys one after the other and waits each time for a page.
func (p *program) press(keys ...string) {
	p.t.Helper()
	for _, k := range keys {
		n := len(p.pages)
		p.d.press(strings.Split(k, "+")...)
		p.until("a page after "+k+" on "+p.page, func() bool { return len(p.pages) > n })
	}
}

// put presses keys that the widget of a task takes in, one after the other, until
// it is enough to go on.
func (p *program) put(keys ...string) {
	p.t.Helper()
	p.look()
	for p.ready = false; len(keys) > 0 && !p.ready; keys = keys[1:] {
		n := p.taken
		p.d.press(keys[0])
		p.until("the task to take "+keys[0]+" on "+p.page, func() bool { return p.taken > n })
	}
	if !p.ready {
		p.t.Fatalf("%s is not done yet", p.page)
	}
}

// kill ends the program at once, as pulling the plug does.
func (p *program) kill() {
	p.cmd.Process.Signal(syscall.SIGKILL)
	<-p.done
}

// quit asks the program to end, as the system does when one logs out.
func (p *program) quit() {
	p.t.Helper()
	p.cmd.Process.Signal(syscall.SIGTERM)
	p.ended()
}

// ended waits for an orderly end.
func (p *program) ended() {
	p.t.Helper()
	select {
	case err := <-p.done:
		if err != nil {
			p.t.Errorf("the program did not end well: %v\n%s", err, p.out.String())
		}
	case <-time.After(20 * time.Second):
		p.cmd.Process.Signal(syscall.SIGQUIT) // to see where it hangs
		<-p.done
		p.t.Errorf("the program did not end when asked to:\n%s", p.out.String())
	}
}

// tab moves the focus by Tab and waits until it has moved.
func (p *program) tab() {
	p.t.Helper()
	p.look()
	n := p.moves
	p.d.press("Tab")
	p.until("the focus to move", func() bool { return p.moves > n })
}
