//go:build journey

package journey

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// pictured writes a picture of the screen if VIGIE_STORE_SHOTS names a folder.
func (p *program) pictured(name string) {
	if dir := os.Getenv("VIGIE_STORE_SHOTS"); dir != "" {
		p.d.settled()
		p.d.picture(filepath.Join(dir, name+".png"))
	}
}

// A lesson is under way, the plug is pulled, the file is damaged: the next start
// says only that some screens may come back and goes on; behind the teacher's
// door stands what came of it, and everything can be erased there.
func TestDamagedBetweenStarts(t *testing.T) {
	d := newDisplay(t)
	for _, lang := range []string{"fr", "de"} {
		h := newHome(t)
		session := h.runtimeDir(t)
		data := filepath.Join(h.at("home"), ".local", "share", "vigie")
		board := digits(t, "unread")
		p := start(t, d, h, session, "--lang", lang)
		p.press("Enter", "Enter")
		for i := 0; i < 30 && len(p.kept) < 4; i++ {
			p.next("1", board)
		}
		p.until("the last step to be kept", func() bool { return stepOf(p.page) == p.kept[len(p.kept)-1] })
		p.kill()
		path := filepath.Join(data, "vigie.db")
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		// The last state of the run is gone, earlier ones are left.
		at := bytes.LastIndex(file, []byte(`"step":"`+p.kept[len(p.kept)-1]))
		if at < 0 {
			t.Fatal("the run is not in the file")
		}
		for key := `"step":"` + p.kept[len(p.kept)-1]; ; {
			i := bytes.Index(file, []byte(key))
			if i < 0 {
				break
			}
			file[i+1] = 'X'
		}
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		p = start(t, d, h, session, "--lang", lang)
		if p.page != "repaired" {
			t.Fatalf("the next start shows %s", p.page)
		}
		p.until("the offer to go on", func() bool { return p.offered })
		p.pictured("pupil-" + lang)
		p.press("Enter")
		if p.page == "home" || p.page == "repaired" {
			t.Errorf("Continue leads to %s", p.page)
		}
		p.pictured("goes-on-" + lang)
		p.kill()
		// The teacher looks: the report is there, and the damaged file is set aside.
		p = start(t, d, h, session, "--lang", lang)
		if p.page != "home" {
			t.Errorf("it is told twice: %s", p.page)
		}
		if _, err := os.Stat(path + ".damaged-1"); err != nil {
			t.Error(err)
		}
		p.tabTo("teach")
		p.press("Enter")
		p.tabTo("rail")
		p.d.press("End") // the last place of the rail
		p.d.settled()
		p.press("Enter")
		if p.page != "teacher.kept" {
			t.Fatalf("the rail leads to %s", p.page)
		}
		p.pictured("teacher-" + lang)
		p.tabTo("kept.erase")
		p.press("Enter")
		p.pictured("erase-" + lang)
		p.tabTo("kept.erase.now")
		p.press("Enter")
		wait(t, "the folder to hold nothing", func() bool {
			left, _ := filepath.Glob(path + ".*")
			return len(left) == 0
		})
		p.d.settled()
		p.pictured("erased-" + lang)
		p.quit()
		for _, word := range []string{"unread", p.kept0(), `"step"`, `"choices"`} {
			if word != "" && inFolder(t, data, word) {
				t.Errorf("%q is left in the data folder", word)
			}
		}
	}
}

// kept0 is the first step that was kept, "" for none.
func (p *program) kept0() string {
	if len(p.kept) == 0 {
		return ""
	}
	return p.kept[0]
}

func inFolder(t *testing.T, dir, text string) (found bool) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		found = found || bytes.Contains(b, []byte(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// The disk fills up in the middle of a lesson: the app says so and goes on, and
// when there is room again it keeps by itself what was not kept.
func TestDiskFillsUp(t *testing.T) {
	d := newDisplay(t)
	h := newHome(t)
	small := h.at("small")
	if err := os.Mkdir(small, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", small, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("cannot mount a small disk: %v", err)
	}
	defer syscall.Unmount(small, syscall.MNT_DETACH)
	board := digits(t, "unread")
	p := start(t, d, h, h.runtimeDir(t), "--lang", "fr", "--data", filepath.Join(small, "data"))
	p.press("Enter", "Enter")
	p.next("1", board)
	p.until("something to be kept", func() bool { return len(p.kept) > 0 })
	ballast := filepath.Join(small, "ballast")
	f, err := os.Create(ballast)
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := f.Write(make([]byte, 4096)); err != nil {
			break
		}
	}
	f.Close()
	// Steps fit into the free pages of the file; what the end of a lesson
	// erases needs a new file, for which there is no room.
	for i := 0; i < 60 && !strings.HasPrefix(p.page, "end."); i++ {
		p.next("1", board)
	}
	for p.page != "home" {
		p.press("Enter")
	}
	p.until("it to say that the disk is full", func() bool { return p.trouble == "full" })
	p.d.settled()
	p.pictured("full")
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	p.until("it to keep again by itself", func() bool { return p.trouble == "" })
	p.pictured("free-again")
	p.quit()
	for _, word := range []string{`"step"`, `"choices"`} {
		if inFolder(t, filepath.Join(small, "data"), word) {
			t.Errorf("%q is left in the data folder", word)
		}
	}
	if !inFolder(t, filepath.Join(small, "data"), "unread") {
		t.Error("the lesson does not count as completed")
	}
}
