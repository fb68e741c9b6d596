package desktop

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
)

const crashChild = "VIGIE_CRASH_DIR"

func TestMain(m *testing.M) {
	if dir := os.Getenv(crashChild); dir != "" {
		if _, err := StartCrashNote(dir, thisWeek); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		done := make(chan struct{})
		go crashWith(51966, "MARKER-answer", done)
		<-done
	}
	os.Exit(m.Run())
}

// crashWith ends the process like a bug would.
//
//go:noinline
func crashWith(number int, answer string, done chan struct{}) {
	defer close(done)
	panic(fmt.Sprintf("cannot store %s of %d\ngoroutine 1 [running]:\nMARKER.told(1)\n\t/home/MARKER/x.go:1", answer, number))
}

func TestCrashLeavesARedactedNote(t *testing.T) {
	dir := t.TempDir()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), crashChild+"="+dir)
	if out, err := child.CombinedOutput(); err == nil || !strings.Contains(string(out), "MARKER-answer") {
		t.Fatalf("the child did not crash: %v, %s", err, out)
	}
	c, err := StartCrashNote(dir, thisWeek)
	must(t, err)
	note, found := c.Pending()
	if !found || !strings.Contains(note, "panic: value removed") || !strings.Contains(note, "desktop.crashWith(...)\n\tcrash_test.go:") {
		t.Errorf("note %t:\n%s", found, note)
	}
	for _, bad := range []string{"MARKER", "0x", "51966", "/home"} {
		if strings.Contains(note, bad) {
			t.Errorf("%q is in the note:\n%s", bad, note)
		}
	}
	must(t, c.Close())
	checkFolder(t, dir, crashNote)
	must(t, c.Erase())
	checkFolder(t, dir)
	if _, found := c.Pending(); found {
		t.Error("the note is still there")
	}
}

// checkFolder fails unless exactly these files are in the folder, all with the
// time of the week.
func checkFolder(t *testing.T, dir string, want ...string) {
	t.Helper()
	info, err := os.Stat(dir)
	must(t, err)
	if !info.ModTime().Equal(week) {
		t.Errorf("the folder has the time %s", info.ModTime())
	}
	files, err := os.ReadDir(dir)
	must(t, err)
	var got []string
	for _, f := range files {
		info, err := f.Info()
		must(t, err)
		got = append(got, f.Name())
		if !info.ModTime().Equal(week) || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has the time %s and mode %o", f.Name(), info.ModTime(), info.Mode().Perm())
		}
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("files %v, want %v", got, want)
	}
}

func TestCleanEndLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	c, err := StartCrashNote(dir, thisWeek)
	must(t, err)
	checkFolder(t, dir, crashRaw)
	must(t, c.Close())
	checkFolder(t, dir)
	// Killed, a process leaves an empty file, which is no note.
	must(t, os.WriteFile(filepath.Join(dir, crashRaw), nil, 0o600))
	c, err = StartCrashNote(dir, thisWeek)
	must(t, err)
	if note, found := c.Pending(); found {
		t.Errorf("note %q", note)
	}
	must(t, c.Close())
}

func TestNoteOfARecoveredPanic(t *testing.T) {
	index := 5
	for name, c := range map[string]struct {
		panics func()
		want   string
	}{
		"runtime": {func() { _ = []int{1, 2}[index] }, "panic: runtime error: index out of range [#] with length #\n"},
		"error":   {func() { panic(errors.New("MARKER")) }, "panic: value of type *errors.errorString\n"},
		"text":    {func() { panic("MARKER") }, "panic: value of type string\n"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			n, err := StartCrashNote(dir, thisWeek)
			must(t, err)
			defer n.Close()
			func() {
				defer func() { must(t, n.Note(recover(), debug.Stack())) }()
				c.panics()
			}()
			note, found := n.Pending()
			if !found || !strings.Contains(note, c.want) || !strings.Contains(note, "crash_test.go:") || strings.Contains(note, "MARKER") {
				t.Errorf("note %t:\n%s", found, note)
			}
			checkFolder(t, dir, crashRaw, crashNote)
		})
	}
}

func TestNoFolderNoNote(t *testing.T) {
	if _, err := StartCrashNote(filepath.Join(t.TempDir(), "absent"), thisWeek); err == nil {
		t.Error("no error")
	}
}

func TestRedact(t *testing.T) {
	files, err := filepath.Glob("testdata/*.trace")
	if err != nil || len(files) < 4 {
		t.Fatalf("traces: %d, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			in, err := os.ReadFile(file)
			must(t, err)
			want, err := os.ReadFile(strings.TrimSuffix(file, ".trace") + ".note")
			must(t, err)
			if got := redact(string(in)); got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func FuzzRedact(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.trace")
	for _, file := range files {
		if b, err := os.ReadFile(file); err == nil {
			f.Add(string(b))
		}
	}
	allowed := regexp.MustCompile(`^(goroutine \[[a-zA-Z ().]*\]|(created by )?[\w.\-/%*()\[\]·]+|\t[\w.\-]+\.(go|s|c):\d+|` +
		`(panic: |fatal error: )[#?a-zA-Z :,.*\[\]{}()-]*|\[signal [A-Z]+[0-9]*\])$`)
	f.Fuzz(func(t *testing.T, trace string) {
		note := cut(redact(trace))
		if len(note) > maxNote {
			t.Fatalf("%d bytes", len(note))
		}
		for line := range strings.Lines(note) {
			if !allowed.MatchString(strings.TrimSuffix(line, "\n")) {
				t.Fatalf("%q is in the note", line)
			}
		}
	})
}
