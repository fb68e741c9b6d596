package replay

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// wrongVersion says what is wrong with the file of a state, if anything: it
// must be whole, and not older than the last version acknowledged.
func wrongVersion(s State, path string) string {
	acked := 0
	if len(s.Acked) > 0 {
		acked, _ = strconv.Atoi(s.Acked[len(s.Acked)-1])
	}
	got, found := s.Files[path]
	if !found && acked == 0 {
		return ""
	}
	for n := max(acked, 1); found && n <= 6; n++ {
		if bytes.Equal(got, version(n)) {
			return ""
		}
	}
	return fmt.Sprintf("%s: version %d was acknowledged, %d bytes found (%t)", s.Where, acked, len(got), found)
}

func TestProtocols(t *testing.T) {
	for _, c := range []struct {
		task, path string
		good       bool
	}{
		{"right", fileName, true},
		{"no sync", fileName, false},
		{"no folder sync", fileName, false},
		{"in place", fileName, false},
		{"other folder", "sub/" + fileName, false},
		{"syncs early", fileName, false},
	} {
		t.Run(c.task, func(t *testing.T) {
			dir := t.TempDir()
			if c.task == "in place" {
				if err := os.WriteFile(filepath.Join(dir, fileName), version(1), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			trace := mustRecord(t, dir, c.task)
			states, wrong := 0, []string{}
			for s := range trace.States(seeded(1), Count{}) {
				states++
				if w := wrongVersion(s, c.path); w != "" && (c.good || len(s.Acked) > 0) {
					wrong = append(wrong, w)
				}
			}
			t.Logf("%d operations, %d states, %d wrong", len(trace.ops), states, len(wrong))
			switch {
			case c.good && len(wrong) > 0:
				t.Errorf("%d wrong states, the first: %s", len(wrong), wrong[0])
			case !c.good && len(wrong) == 0:
				t.Errorf("the fault was not found among %d states of\n%s", states, strings.Join(trace.Operations(), "\n"))
			case len(wrong) > 0:
				t.Log(wrong[0])
			}
		})
	}
}

// TestFaultsWithFewStates holds that a low limit, which skips most operations,
// finds the faults too.
func TestFaultsWithFewStates(t *testing.T) {
	for _, task := range []string{"no sync", "no folder sync", "in place"} {
		trace := mustRecord(t, t.TempDir(), task)
		found := 0
		for seed := range uint64(20) {
			for s := range trace.States(seeded(seed), Count{Limit: len(trace.ops) / 2}) {
				if wrongVersion(s, fileName) != "" && len(s.Acked) > 0 {
					found++
					break
				}
			}
		}
		if found < 10 {
			t.Errorf("%s: found with %d seeds of 20", task, found)
		}
	}
}

func TestThreads(t *testing.T) {
	trace := mustRecord(t, t.TempDir(), "threads")
	states := 0
	for s := range trace.States(seeded(2), Count{Limit: 2000}) {
		states++
		for _, ack := range s.Acked {
			file, line, _ := strings.Cut(ack, " ")
			if !strings.Contains("\n"+string(s.Files["file"+file]), "\n"+line+"\n") {
				t.Fatalf("%s: %q is not there", s.Where, ack)
			}
		}
	}
	if states < 500 {
		t.Errorf("only %d states", states)
	}
}

func TestNamesInAllWays(t *testing.T) {
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "before"), []byte("it"), 0o600); err != nil {
		t.Fatal(err)
	}
	trace := mustRecord(t, dir, "names in all ways")
	last := State{}
	for s := range trace.States(seeded(3), Count{}) {
		if string(s.Files["before"]) != "it" {
			t.Fatalf("%s: the old file is gone", s.Where)
		}
		if strings.HasSuffix(s.Where, variant{allBytes, allNames}.String()) {
			last = s
		}
	}
	if len(last.Files) != 2 || string(last.Files["child"]) != "from a child\n" || len(last.Folders) != 0 {
		t.Errorf("at last: %q %q", last.Files, last.Folders)
	}
}

func TestRefused(t *testing.T) {
	for task, want := range map[string]string{"appends": "O_APPEND", "copies": "copy_file_range"} {
		if _, err := record(t, t.TempDir(), task); !errors.Is(err, ErrUnsupported) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", task, err)
		}
	}
	if _, err := record(t, t.TempDir(), "fails"); err == nil || !strings.Contains(err.Error(), "cannot go on") {
		t.Errorf("a command that fails: %v", err)
	}
}

func TestSameSeedSameStates(t *testing.T) {
	trace := mustRecord(t, t.TempDir(), "no sync")
	for _, count := range []Count{{}, {Limit: 10}, {Limit: 500}, {PerBoundary: 3}} {
		all := func() (states []State) {
			for s := range trace.States(seeded(4), count) {
				states = append(states, s)
			}
			return states
		}
		one, two := all(), all()
		if !reflect.DeepEqual(one, two) {
			t.Errorf("%+v: %d and %d states, not the same", count, len(one), len(two))
		}
		if count.Limit > 0 && len(one) > count.Limit || len(one) == 0 {
			t.Errorf("%+v: %d states", count, len(one))
		}
		for i, s := range one {
			for _, other := range one[:i] {
				if reflect.DeepEqual(s.Files, other.Files) && reflect.DeepEqual(s.Acked, other.Acked) {
					t.Fatalf("twice the same: %s and %s", s.Where, other.Where)
				}
			}
		}
	}
}

func TestWrite(t *testing.T) {
	s := State{Files: map[string][]byte{"a": []byte("1"), "d/e/f": nil}, Folders: []string{"d", "d/e", "g"}}
	dir := filepath.Join(t.TempDir(), "new")
	if err := s.Write(dir); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(filepath.Join(dir, "a")); err != nil || string(b) != "1" {
		t.Errorf("a: %q %v", b, err)
	}
	for _, path := range []string{"d/e/f", "g"} {
		if _, err := os.Stat(filepath.Join(dir, path)); err != nil {
			t.Error(err)
		}
	}
	if err := s.Write(dir); err == nil {
		t.Error("a folder with files in it was written to")
	}
}
