//go:build journey

package journey

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"
	"time"
)

// files lists every file below a folder with its content and time.
func files(t *testing.T, root string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		out[name] = data
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func playWhole(t *testing.T, d *display, h *home, session string, args ...string) {
	t.Helper()
	board := digits(t, "unread")
	p := start(t, d, h, session, append([]string{"--lang", "en"}, args...)...)
	p.press("Enter")
	for range 80 {
		if p.page == "home" {
			break
		}
		p.next("2", board)
	}
	p.quit()
}

// After a whole lesson nothing on the disk tells who, where, when or what.
func TestNothingPersonal(t *testing.T) {
	d := newDisplay(t)
	h := newHome(t)
	playWhole(t, d, h, h.runtimeDir(t))
	today := time.Now()
	secrets := []string{"marcelline", hostName, h.dir, today.Format("2006-01-02"), today.Format("20060102"), "wrote-noor", "sent-face", "half-word", "four-rooms"}
	kept := files(t, h.at("home"))
	if len(kept) == 0 {
		t.Fatal("nothing was kept at all, so this test sees nothing")
	}
	for name, data := range kept {
		for _, s := range secrets {
			if bytes.Contains(data, []byte(s)) || strings.Contains(strings.TrimPrefix(name, h.dir), s) {
				t.Errorf("%s holds %q", name, s)
			}
		}
		st, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if at := st.ModTime().UTC(); at.Weekday() != time.Monday || at.Hour() != 0 || at.Minute() != 0 || at.Second() != 0 {
			t.Errorf("%s has the time %v", name, at)
		}
	}
}

// With --no-trace there is no new file, in the home or in the session.
func TestNoTrace(t *testing.T) {
	d := newDisplay(t)
	h := newHome(t)
	session := h.runtimeDir(t)
	playWhole(t, d, h, session, "--no-trace")
	for _, root := range []string{h.at("home"), session} {
		if left := files(t, root); len(left) > 0 {
			var names []string
			for n := range left {
				names = append(names, n)
			}
			sort.Strings(names)
			t.Errorf("left behind: %v", names)
		}
	}
}

// Two plays in one week leave the same names of files, sizes aside.
func TestSameTraces(t *testing.T) {
	d := newDisplay(t)
	var names [2][]string
	for i := range names {
		h := newHome(t)
		playWhole(t, d, h, h.runtimeDir(t))
		for n := range files(t, h.at("home")) {
			names[i] = append(names[i], regexp.MustCompile(`^.*/home/`).ReplaceAllString(n, ""))
		}
		sort.Strings(names[i])
	}
	if a, b := strings.Join(names[0], "\n"), strings.Join(names[1], "\n"); a != b {
		t.Errorf("the files of two plays differ:\n%s\n\n%s", a, b)
	}
}
