//go:build linux

package faultfs

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// afterCuts is how often each state was left of what do does, cut in a way
// many times.
func afterCuts(t *testing.T, how How, before string, do func(d *disk, f *os.File)) map[string]int {
	t.Helper()
	d, left := newDisk(t), map[string]int{}
	for seed := range uint64(150) {
		must(t, d.Put("a", []byte(before)))
		f, err := os.OpenFile(d.at("a"), os.O_RDWR, 0)
		must(t, err)
		do(d, f)
		must(t, f.Close())
		must(t, d.Cut(rand.New(rand.NewPCG(seed, 1)), how))
		data, err := os.ReadFile(d.at("a"))
		must(t, err)
		left[string(data)]++
	}
	return left
}

func parts(data string) string { // one letter for each sector of one letter
	var s strings.Builder
	for i := 0; i < len(data); i += sector {
		part := data[i:min(i+sector, len(data))]
		if strings.Count(part, part[:1]) != len(part) {
			return "torn inside a sector"
		}
		s.WriteByte(part[0])
	}
	return s.String()
}

func letters(s string) string { // the opposite
	var b bytes.Buffer
	for _, c := range []byte(s) {
		b.Write(bytes.Repeat([]byte{c}, sector))
	}
	return b.String()
}

func states(left map[string]int) string {
	all := map[string]bool{}
	for data := range left {
		all[parts(data)] = true
	}
	return strings.Join(slices.Sorted(maps.Keys(all)), " ")
}

func TestUnsyncedWrites(t *testing.T) {
	two := func(_ *disk, f *os.File) {
		_, err := f.WriteAt([]byte(letters("BBB")), 0)
		must(t, err)
		_, err = f.WriteAt([]byte(letters("CC")), 2*sector)
		must(t, err)
	}
	for _, c := range []struct {
		how  How
		want string
	}{
		{Drop, "aaaa"},
		{Torn, "BBBa BBCC BBCa BBaa BaCC Baaa aaCC aaCa aaaa"},
		{Reordered, "BBBC BBBa BBCC aaCC aaaa"},
	} {
		if got := states(afterCuts(t, c.how, letters("aaaa"), two)); got != c.want {
			t.Errorf("%s: left %q, want %q", c.how, got, c.want)
		}
	}
	size := func(d *disk, f *os.File) {
		two(d, f)
		must(t, f.Truncate(sector))
		_, err := f.WriteAt([]byte(letters("D")), sector)
		must(t, err)
	}
	if got, want := states(afterCuts(t, Reordered, letters("a"), size)), "B BBB BBBC BBCC BD a a\x00CC aD"; got != want {
		t.Errorf("with a change of size: left %q, want %q", got, want)
	}
	synced := func(d *disk, f *os.File) {
		two(d, f)
		must(t, syscall.Fdatasync(int(f.Fd())))
	}
	if got := states(afterCuts(t, Torn, letters("aaaa"), synced)); got != "BBCC" {
		t.Errorf("synced: left %q", got)
	}
}

func TestNamesLastInOrder(t *testing.T) {
	d, seen := newDisk(t), map[string]int{}
	for seed := range uint64(60) {
		must(t, os.RemoveAll(d.at("in")))
		must(t, os.Mkdir(d.at("in"), 0o700))
		d.sync("")
		d.write("in/a", 0, "")
		must(t, os.Rename(d.at("in/a"), d.at("in/b")))
		must(t, os.Link(d.at("in/b"), d.at("in/c")))
		must(t, d.Cut(rand.New(rand.NewPCG(seed, 2)), Drop))
		entries, err := os.ReadDir(d.at("in"))
		must(t, err)
		names := ""
		for _, e := range entries {
			names += e.Name()
		}
		seen[names]++
	}
	if got := slices.Sorted(maps.Keys(seen)); !slices.Equal(got, []string{"", "a", "b", "bc"}) {
		t.Errorf("left %q", got)
	}
}

// The same numbers leave the same state.
func TestCutsCanBeRepeated(t *testing.T) {
	var first map[string][]byte
	for range 3 {
		d := newDisk(t)
		for _, name := range []string{"a", "b", "in/c", "in/d", "in/e"} {
			must(t, d.Put(name, []byte(letters("aaaa"))))
			d.write(name, 0, letters("BB"))
			d.write(name, sector, letters("CC"))
			must(t, os.Rename(d.at(name), d.at(name+"2")))
		}
		must(t, d.Cut(rand.New(rand.NewPCG(3, 3)), Torn))
		if first == nil {
			first = d.Files()
		} else if !maps.EqualFunc(first, d.Files(), bytes.Equal) {
			t.Error("another state")
		}
	}
}
