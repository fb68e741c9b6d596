package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestThreeGenerations(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	must(t, s.Snapshot()) // of nothing
	if s.anyLeft() {
		t.Error("a copy of an empty store")
	}
	for i := range 5 {
		must(t, s.Put("b", "k", fmt.Append(nil, i)))
		must(t, s.Snapshot())
		must(t, s.Snapshot()) // nothing changed
	}
	must(t, s.Close())
	for n, want := range map[int]string{1: "4", 2: "3", 3: "2"} {
		other := t.TempDir()
		b, err := os.ReadFile(s.numbered(copyPrefix, n))
		must(t, err)
		must(t, os.WriteFile(filepath.Join(other, FileName), b, 0o600))
		mustGet(t, mustOpen(t, other), "b", "k", want)
	}
	if files, _ := filepath.Glob(filepath.Join(dir, copyPrefix+"*")); len(files) != generations {
		t.Errorf("copies: %v", files)
	}
	s = mustOpen(t, dir)
	must(t, s.Rebuild(func(string, string) bool { return true }))
	if s.anyLeft() {
		t.Error("a copy is left after rebuilding")
	}
}

// TestBadCopyIsNoCopy has the file change under the copying.
func TestBadCopyIsNoCopy(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	must(t, s.Put("b", "k", []byte("v")))
	must(t, s.Snapshot())
	h := s.open
	h.kept.Sum++ // the copy is not of this
	if _, err := s.copyOf(h); !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v", err)
	}
	checkNames(t, dir, FileName, FileName+".copy-1")
}

func checkNames(t *testing.T, dir string, want ...string) {
	t.Helper()
	files, err := os.ReadDir(dir)
	must(t, err)
	var got []string
	for _, f := range files {
		got = append(got, f.Name())
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("in the folder: %v, want %v", got, want)
	}
}

// TestMissingFile has only copies, or only what was set aside when a repair was
// killed between its two moves.
func TestMissingFile(t *testing.T) {
	for name, remains := range map[string]string{"copy": copyPrefix + "2", "aside": damagedPrefix + "1"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := mustOpen(t, dir)
			must(t, s.Put("b", "k", []byte("v")))
			must(t, s.Close())
			must(t, os.Rename(s.path(), filepath.Join(dir, remains)))
			s = mustOpen(t, dir)
			mustGet(t, s, "b", "k", "v")
			if r, repaired := s.Report(); !repaired || r.Whole || !r.Fresh || (r.FromCopy == 1) != (name == "copy") {
				t.Errorf("%t, %+v", repaired, r)
			}
			must(t, s.Close())
			s = mustOpen(t, dir)
			if r, repaired := s.Report(); !repaired || r.Fresh {
				t.Errorf("at the next start: %t, %+v", repaired, r)
			}
		})
	}
}

// TestAtMostTwoDamagedFiles damages a store again and again, then goes into
// another week.
func TestAtMostTwoDamagedFiles(t *testing.T) {
	dir := t.TempDir()
	for i := range 4 {
		s := mustOpen(t, dir)
		must(t, s.Put("b", fmt.Sprint(i), []byte("v")))
		must(t, s.Close())
		b, err := os.ReadFile(s.path())
		must(t, err)
		clear(b[:pageSize])
		must(t, os.WriteFile(s.path(), b, 0o600))
	}
	s := mustOpen(t, dir)
	for i := range 4 {
		mustGet(t, s, "b", fmt.Sprint(i), "v")
	}
	must(t, s.Close())
	checkNames(t, dir, FileName, FileName+".damaged-1", FileName+".damaged-2")
	for _, f := range []string{FileName, FileName + ".damaged-1", FileName + ".damaged-2"} {
		info, err := os.Stat(filepath.Join(dir, f))
		must(t, err)
		if !info.ModTime().Equal(week) {
			t.Errorf("%s changed %s", f, info.ModTime())
		}
	}
	o := testOptions()
	o.Week = func() time.Time { return week.AddDate(0, 0, 7) }
	s, err := Open(dir, o)
	must(t, err)
	defer s.Close()
	checkNames(t, dir, FileName)
	if _, repaired := s.Report(); repaired {
		t.Error("last week's repair is still told")
	}
}

// TestUniteWithCopy has values that only the copy still has.
func TestUniteWithCopy(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	for i := range 60 {
		must(t, s.Put("b", fmt.Sprintf("%02d", i), []byte("before the copy")))
	}
	must(t, s.Snapshot())
	must(t, s.Put("b", "00", []byte("after the copy")))
	must(t, s.Put("b", "60", []byte("after the copy")))
	must(t, s.Close())
	b, err := os.ReadFile(s.path())
	must(t, err)
	broken := 0
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte("before the copy"))
		if i < 0 {
			break
		}
		at += i
		b[at] = 'B'
		broken++
	}
	must(t, os.WriteFile(s.path(), b, 0o600))
	s = mustOpen(t, dir)
	for i := 1; i < 60; i++ {
		mustGet(t, s, "b", fmt.Sprintf("%02d", i), "before the copy")
	}
	mustGet(t, s, "b", "00", "after the copy")
	mustGet(t, s, "b", "60", "after the copy")
	if r, _ := s.Report(); !r.Whole || r.FromCopy != 59 || r.Kept["b"] != 61 || broken < 59 {
		t.Errorf("%+v, %d broken", r, broken)
	}
}

func TestRemove(t *testing.T) {
	dir := t.TempDir()
	must(t, Remove(filepath.Join(dir, "none"), testOptions()))
	s := mustOpen(t, dir)
	must(t, s.Put("b", "k", []byte("v")))
	must(t, s.Snapshot())
	if err := Remove(dir, testOptions()); !errors.Is(err, ErrBusy) {
		t.Errorf("while open: %v", err)
	}
	must(t, s.Close())
	must(t, os.WriteFile(filepath.Join(dir, damagedPrefix+"1"), []byte("x"), 0o600))
	must(t, os.WriteFile(filepath.Join(dir, "other"), []byte("not ours"), 0o600))
	must(t, Remove(dir, testOptions()))
	checkNames(t, dir, "other")
}

// TestLeftovers has a write that was cut short after its pages and before it
// counted. A later repair must not take it for the latest.
func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	for i := range 30 {
		must(t, s.Put("b", fmt.Sprint(i), make([]byte, 300)))
	}
	must(t, s.Put("b", "k", []byte("counts")))
	must(t, s.Close())
	x, err := examine(s.path(), s.options)
	must(t, err)
	f, err := os.OpenFile(s.path(), os.O_RDWR, 0)
	must(t, err)
	m, _, err := newestMeta(f)
	must(t, err)
	free, _, err := readFreelist(f, m)
	must(t, err)
	_, err = f.WriteAt(seal(1<<40, "b", "k", []byte("never counted")), int64(free[len(free)-1])*pageSize+100)
	must(t, err)
	must(t, f.Close())
	y, err := examine(s.path(), s.options)
	must(t, err)
	if x.leftovers != nil || len(y.leftovers) != 1 {
		t.Fatalf("leftovers %v, then %v", x.leftovers, y.leftovers)
	}
	s = mustOpen(t, dir)
	mustGet(t, s, "b", "k", "counts")
	must(t, s.Put("b", "k", []byte("counts too")))
	must(t, s.Close())
	b, err := os.ReadFile(s.path())
	must(t, err)
	clear(b[:2*pageSize])
	must(t, os.WriteFile(s.path(), b, 0o600))
	mustGet(t, mustOpen(t, dir), "b", "k", "counts too")
}
