package store

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// runaway makes this test program do under the limit of the full check what a
// damaged file once made bbolt do.
const runaway = "VIGIE_STORE_RUNAWAY"

func TestMain(m *testing.M) {
	CheckIfAsked()
	if os.Getenv(runaway) != "" {
		if err := limitMemory(checkMemory); err != nil {
			os.Exit(exitUnable)
		}
		var all [][]byte
		for size := 0; size < 4<<30; size += 16 << 20 {
			b := make([]byte, 16<<20)
			for i := 0; i < len(b); i += 4096 {
				b[i] = 1
			}
			all = append(all, b)
		}
		fmt.Println(len(all))
		os.Exit(exitSound)
	}
	os.Exit(m.Run())
}

func checking() Options {
	o := testOptions()
	o.Program, _ = os.Executable()
	return o
}

// TestFullCheckOfASoundStore opens a large store after an unclean end.
func TestFullCheckOfASoundStore(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, checking())
	must(t, err)
	var changes []Change
	for i := range 10_000 {
		changes = append(changes, Change{"runs", fmt.Sprintf("%032d", i), make([]byte, 300)})
	}
	must(t, s.Write(changes...))
	must(t, s.open.close()) // as if the process had ended here
	s, err = Open(dir, checking())
	must(t, err)
	must(t, s.FullCheck())
	if s.open.state.Checked != "2026-W48" || s.due {
		t.Errorf("checked: %+v", s.open.state)
	}
	if _, repaired := s.Report(); repaired {
		t.Error("a sound store was repaired")
	}
	must(t, s.Close())
	checkNames(t, dir, FileName)
	x, err := examine(s.path(), s.options)
	must(t, err)
	if x.state.Open || x.state.Checked != "2026-W48" {
		t.Errorf("after closing: %+v", x.state)
	}
}

func TestWhenTheFullCheckIsDue(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		state state
		due   bool
	}{
		"clean, this week": {state{Checked: "2026-W48"}, false},
		"clean, last week": {state{Checked: "2026-W47"}, true},
		"never":            {state{}, true},
		"unclean":          {state{Open: true, Checked: "2026-W48"}, true},
	} {
		fresh, err := build(dir, testOptions(), nil, c.state, nil)
		must(t, err)
		must(t, os.Rename(fresh, filepath.Join(dir, FileName)))
		s, err := Open(dir, checking())
		must(t, err)
		if s.due != c.due {
			t.Errorf("%s: due %t", name, s.due)
		}
		must(t, s.FullCheck())
		if s.due || s.open.state.Checked != "2026-W48" {
			t.Errorf("%s: after the check: due %t, %+v", name, s.due, s.open.state)
		}
		must(t, s.Close())
	}
}

// TestWhatTheFullCheckSays has programs that are sound, cannot be started, or
// end as a check does that found damage, crashed or was ended.
func TestWhatTheFullCheckSays(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the programs are scripts of a shell")
	}
	for script, damaged := range map[string]bool{"exit 0": false, "exit 3": true, "exit 2": true, "kill -9 $$": true, "exit 4": false, "": false} {
		dir := t.TempDir()
		o := testOptions()
		o.Program = filepath.Join(dir, "check")
		if script != "" {
			must(t, os.WriteFile(o.Program, []byte("#!/bin/sh\n"+script+"\n"), 0o700))
		}
		data := filepath.Join(dir, "data")
		s, err := Open(data, o)
		must(t, err)
		must(t, s.Put("b", "k", []byte("v")))
		before := s.open.info
		must(t, s.FullCheck())
		if anew := !os.SameFile(before, s.open.info); anew != damaged {
			t.Errorf("%q: written anew %t", script, anew)
		}
		mustGet(t, s, "b", "k", "v")
		must(t, s.Put("b", "l", []byte("w")))
		must(t, s.Close())
		checkNames(t, data, FileName)
	}
}

// TestRebuildEndsACheck erases while a check that never ends is under way: no
// copy of what was erased is left.
func TestRebuildEndsACheck(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the program is a script of a shell")
	}
	dir := t.TempDir()
	o := testOptions()
	o.Program = filepath.Join(dir, "check")
	running := filepath.Join(dir, "running")
	must(t, os.WriteFile(o.Program, []byte("#!/bin/sh\n: > "+running+"\nexec sleep 60\n"), 0o700))
	data := filepath.Join(dir, "data")
	s, err := Open(data, o)
	must(t, err)
	must(t, s.Put("b", "k", []byte("MARKER")))
	checked := make(chan error, 1)
	go func() { checked <- s.FullCheck() }()
	for {
		if _, err := os.Stat(running); err == nil {
			break
		}
		runtime.Gosched()
	}
	must(t, s.Rebuild(nil))
	if inFolder(t, data, []byte("MARKER")) {
		t.Error("an erased value is in the folder")
	}
	must(t, <-checked)
	must(t, s.Close())
}

// TestCheckAll is the full check, with bbolt's own, check in a process of its own.
func TestCheckAll(t *testing.T) {
	dir, file := filled(t)
	path := filepath.Join(dir, FileName)
	run := func() int {
		c := exec.Command(checking().Program, checkFlag, path)
		_ = c.Run()
		return c.ProcessState.ExitCode()
	}
	if code := run(); code != exitSound {
		t.Errorf("sound: %d", code)
	}
	s := mustOpen(t, dir)
	if code := run(); code != exitUnable {
		t.Errorf("in use: %d", code)
	}
	must(t, s.Close())
	clear(file[3*pageSize : 9*pageSize])
	must(t, os.WriteFile(path, file, 0o600))
	if code := run(); code != exitDamaged {
		t.Errorf("damaged: %d", code)
	}
	must(t, os.Remove(path))
	if code := run(); code != exitUnable {
		t.Errorf("no file: %d", code)
	}
}

// TestLimitStopsARunaway: TestFullCheckOfASoundStore shows that the same limit
// lets a sound check pass.
func TestLimitStopsARunaway(t *testing.T) {
	if runtime.GOOS == "darwin" || os.Getenv("WINEPREFIX") != "" {
		t.Skip("the system does not enforce the limit")
	}
	c := exec.Command(checking().Program)
	c.Env = append(os.Environ(), runaway+"=1")
	out, err := c.CombinedOutput()
	var ended *exec.ExitError
	if !errors.As(err, &ended) || ended.ExitCode() == exitUnable {
		t.Fatalf("not stopped: %v, %.100s", err, out)
	}
}
