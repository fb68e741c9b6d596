//go:build journey

package journey

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// ends runs the program until it ends and gives what it said and its exit code.
func ends(t *testing.T, env []string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(built(t, "vigie"), args...)
	cmd.Env = env
	var out strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case <-done:
	case <-time.After(10 * time.Second): // the promise itself: never a process without a window
		cmd.Process.Kill()
		t.Fatalf("still running without a window after 10 s; it said: %s", out.String())
	}
	return out.String(), cmd.ProcessState.ExitCode()
}

// Without OpenGL, with one that is too old, or without a display, the program
// says so in the person's language and ends.
func TestNoGraphics(t *testing.T) {
	bare := newDisplay(t, "-extension", "GLX")
	full := newDisplay(t)
	h := newHome(t)
	for _, c := range []struct {
		name string
		env  []string
	}{
		{"no OpenGL", h.environment(bare, "")},
		{"OpenGL too old", append(h.environment(full, ""), "MESA_GL_VERSION_OVERRIDE=2.0")},
		{"a display that is not there", append(h.environment(nil, ""), "DISPLAY=:987")},
		{"no display", h.environment(nil, "")},
	} {
		t.Run(c.name, func(t *testing.T) {
			heard := map[string]bool{}
			for _, lang := range []string{"fr", "nl", "de", "en"} {
				said, code := ends(t, c.env, "--lang", lang)
				_, ours, found := strings.Cut(said, "Vigie: ")
				if code == 0 || !found {
					t.Errorf("%s: exit code %d, said %q", lang, code, said)
				}
				heard[ours] = true
			}
			if len(heard) != 4 {
				t.Errorf("the four languages say only %d different things", len(heard))
			}
		})
	}
}

// What does not exist is said with what does.
func TestWrongFlags(t *testing.T) {
	h := newHome(t)
	for _, c := range []struct{ args, want string }{
		{"--lang xx", "fr, nl, de, en"}, {"--age 11", "12-14, 15-18"}, {"--lesson nothing", "unread"}, {"--fast", "--no-trace"}, {"word", "--no-trace"},
	} {
		said, code := ends(t, h.environment(nil, ""), strings.Fields(c.args)...)
		if code == 0 || !strings.Contains(said, c.want) {
			t.Errorf("%s: exit code %d, said %q; want %q in it", c.args, code, said, c.want)
		}
	}
	for _, arg := range []string{"--help", "--version"} {
		if said, code := ends(t, h.environment(nil, ""), arg); code != 0 || said == "" {
			t.Errorf("%s: exit code %d, said %q", arg, code, said)
		}
	}
}

// A second copy says that one is open, and ends.
func TestSecondCopy(t *testing.T) {
	d := newDisplay(t)
	h := newHome(t)
	p := start(t, d, h, h.runtimeDir(t), "--lang", "en")
	said, code := ends(t, h.environment(d, ""), "--lang", "en")
	if code == 0 || !strings.Contains(said, "already open") {
		t.Errorf("exit code %d, said %q", code, said)
	}
	p.quit()
}

// Closing the window ends the program, with everything kept, on every page.
func TestCloseWindow(t *testing.T) {
	d := newDisplay(t)
	h := newHome(t)
	session := h.runtimeDir(t)
	for _, keys := range [][]string{nil, {"Enter"}, {"Enter", "Enter"}, {"F1"}, {"Ctrl+h"}} {
		p := start(t, d, h, session, "--lang", "en")
		p.press(keys...)
		d.closeWindow()
		p.ended()
	}
	p := start(t, d, h, session, "--lang", "en")
	p.until("the offer to go on", func() bool { return p.offered })
	p.quit()
}

// Where nothing can be kept, the lesson is played all the same.
func TestUnwritable(t *testing.T) {
	d := newDisplay(t)
	h := newHome(t)
	blocked := h.at("blocked")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p := start(t, d, h, "", "--lang", "en", "--data", blocked+"/data")
	p.press("Enter", "Enter")
	if !strings.HasPrefix(p.page, "scene.") {
		t.Errorf("the lesson does not begin: %s", p.page)
	}
	p.quit()
}

// After a crash the next start offers the note, in which nobody is named, and
// erases it when asked to.
func TestCrashNote(t *testing.T) {
	d := newDisplay(t)
	h := newHome(t)
	session := h.runtimeDir(t)
	p := start(t, d, h, session, "--lang", "en")
	p.press("Enter", "Enter")
	p.cmd.Process.Signal(syscall.SIGABRT)
	<-p.done
	p = start(t, d, h, session, "--lang", "en")
	if p.page != "crashed" {
		t.Fatalf("the next start shows %s", p.page)
	}
	note, err := os.ReadFile(filepath.Join(h.at("home"), ".local", "share", "vigie", "crash.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"marcelline", hostName, h.dir, "wrote-noor"} {
		if strings.Contains(string(note), s) {
			t.Errorf("the note holds %q", s)
		}
	}
	p.tabTo("note.erase")
	p.press("Enter")
	p.quit()
	p = start(t, d, h, session, "--lang", "en")
	if p.page != "home" {
		t.Errorf("the note is offered again: %s", p.page)
	}
	p.quit()
}
