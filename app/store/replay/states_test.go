package replay

import (
	"bytes"
	"strings"
	"testing"
)

// script is a trace of some lines in a small folder (see small), written
// without escapes. At its end comes an acknowledgement.
func script(t *testing.T, lines string) *Trace {
	t.Helper()
	trace, err := newParser(small(), maxFile, "/r").parse(strings.NewReader(lines + `1 write(3<pipe:[1]>, "done\x0a", 5) = 5`))
	if err != nil {
		t.Fatal(err)
	}
	return trace
}

// after gives all the states after the last operation, none of which came
// before, since nothing was acknowledged then.
func after(trace *Trace) (states []State) {
	for s := range trace.States(seeded(8), Count{PerBoundary: 200}) {
		if strings.HasPrefix(s.Where, trace.where(len(trace.ops))) {
			states = append(states, s)
		}
	}
	return states
}

// TestSyncCoversWhatWasComplete has three writes: complete before the sync
// starts, complete before it ends, and started after that.
func TestSyncCoversWhatWasComplete(t *testing.T) {
	states := after(script(t, `1 openat(AT_FDCWD</r>, "a", O_RDWR) = 5</r/a>
1 clone(flags=CLONE_FILES) = 2
1 pwrite64(5</r/a>, "1", 1, 0) = 1
2 pwrite64(5</r/a>, "2", 1, 600 <unfinished ...>
1 fsync(5</r/a> <unfinished ...>
2 <... pwrite64 resumed>) = 1
1 <... fsync resumed>) = 0
1 pwrite64(5</r/a>, "3", 1, 1200) = 1
`))
	seen := map[string]bool{}
	for _, s := range states {
		seen[strings.ReplaceAll(string(s.Files["a"]), "\x00", "")] = true
	}
	for _, want := range []string{"1", "12", "13", "123"} {
		if !seen[want] {
			t.Errorf("no state with %s", want)
		}
	}
	if len(seen) != 4 {
		t.Errorf("states %v", seen)
	}
}

// TestNumberUsedAgain has a thread that gets the number of a file while the
// closing of another is not told yet.
func TestNumberUsedAgain(t *testing.T) {
	states := after(script(t, `1 openat(AT_FDCWD</r>, "a", O_RDWR) = 5</r/a>
1 clone(flags=CLONE_FILES) = 2
1 close(5</r/a> <unfinished ...>
2 openat(AT_FDCWD</r>, "b", O_RDWR|O_CREAT, 0600) = 5</r/b>
1 <... close resumed>) = 0
2 write(5</r/b>, "x", 1) = 1
2 fsync(5</r/b>) = 0
`))
	for _, s := range states {
		if b, ok := s.Files["b"]; ok && string(b) != "x" {
			t.Errorf("%s: %q", s.Where, b)
		}
	}
	if len(states) != 2 {
		t.Errorf("%d states", len(states))
	}
}

// TestFoldersHaveTheirOwnOrder syncs one folder of two. A rename out of the
// other is certain with it, and what came before that in the other.
func TestFoldersHaveTheirOwnOrder(t *testing.T) {
	const made = `1 openat(AT_FDCWD</r>, "b", O_RDWR|O_CREAT, 0600) = 5</r/b>
1 openat(AT_FDCWD</r>, "d/c", O_RDWR|O_CREAT, 0600) = 6</r/d/c>
1 openat(AT_FDCWD</r>, "d", O_RDONLY) = 7</r/d>
`
	names := func(lines string) map[string]bool {
		seen := map[string]bool{}
		for _, s := range after(script(t, lines)) {
			key := ""
			for _, name := range []string{"b", "d/b", "d/c", "e"} {
				if _, ok := s.Files[name]; ok {
					key += name + " "
				}
			}
			seen[key] = true
		}
		return seen
	}
	if got := names(made + "1 fsync(7</r/d>) = 0\n"); len(got) != 2 || !got["d/c "] || !got["b d/c "] {
		t.Errorf("one folder synced: %v", got)
	}
	moved := made + `1 renameat(AT_FDCWD</r>, "b", AT_FDCWD</r>, "d/b") = 0
1 openat(AT_FDCWD</r>, "e", O_RDWR|O_CREAT, 0600) = 8</r/e>
1 fsync(7</r/d>) = 0
`
	if got := names(moved); len(got) != 2 || !got["d/b d/c "] || !got["d/b d/c e "] {
		t.Errorf("moved and synced: %v", got)
	}
}

func TestLinkThenUnlinkKeepsOneName(t *testing.T) {
	trace := script(t, `1 linkat(AT_FDCWD</r>, "a", AT_FDCWD</r>, "b", 0) = 0
1 unlinkat(AT_FDCWD</r>, "a", 0) = 0
`)
	seen := map[bool]bool{}
	for s := range trace.States(seeded(9), Count{}) {
		b, a := s.Files["b"], s.Files["a"]
		seen[b != nil] = true
		if len(a) != 2048 && len(b) != 2048 {
			t.Errorf("%s: the file is gone", s.Where)
		}
	}
	if len(seen) != 2 {
		t.Errorf("with the new name: %v", seen)
	}
}

// TestTornBetweenSectors overwrites parts of four sectors at once.
func TestTornBetweenSectors(t *testing.T) {
	written := strings.Repeat("x", 1500)
	states := after(script(t, `1 openat(AT_FDCWD</r>, "a", O_RDWR) = 5</r/a>
1 pwrite64(5</r/a>, "`+written+`", 1500, 100) = 1500
`))
	before, now := make([]byte, 2048), make([]byte, 2048)
	copy(now[100:], written)
	seen := map[string]bool{}
	for _, s := range states {
		pattern := ""
		for at := 0; at < 2048; at += sector {
			switch part := s.Files["a"][at : at+sector]; {
			case bytes.Equal(part, now[at:at+sector]):
				pattern += "n"
			case bytes.Equal(part, before[at:at+sector]):
				pattern += "o"
			default:
				t.Fatalf("%s: half a sector at %d", s.Where, at)
			}
		}
		seen[pattern] = true
	}
	for _, want := range []string{"oooo", "nooo", "nnoo", "nnno", "nnnn", "onnn", "oonn", "ooon"} {
		if !seen[want] {
			t.Errorf("no state %s among %v", want, seen)
		}
	}
}

// TestGrowth appends to an unsynced file: any size, zeros, and the old size.
func TestGrowth(t *testing.T) {
	states := after(script(t, `1 openat(AT_FDCWD</r>, "b", O_RDWR|O_CREAT, 0600) = 5</r/b>
1 write(5</r/b>, "`+strings.Repeat("x", 1000)+`", 1000) = 1000
`))
	seen := map[string]bool{}
	for _, s := range states {
		b, there := s.Files["b"]
		whole := strings.Trim(string(b), "x") == ""
		switch {
		case !there:
			seen["absent"] = true
		case len(b) == 0:
			seen["empty"] = true
		case len(b) < 1000 && whole:
			seen["short"] = true
		case bytes.Equal(b, make([]byte, 1000)):
			seen["zeros"] = true
		case len(b) == 1000 && whole:
			seen["whole"] = true
		}
	}
	if len(seen) != 5 {
		t.Errorf("only %v", seen)
	}
}
