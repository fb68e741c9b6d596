package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

var week = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

func testOptions() Options {
	return Options{Week: func() time.Time { return week }, Timeout: 50 * time.Millisecond}
}

func mustOpen(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(dir, testOptions())
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func mustGet(t testing.TB, s *Store, bucket, key, want string) {
	t.Helper()
	got, found, err := s.Get(bucket, key)
	if err != nil || !found || string(got) != want {
		t.Fatalf("get %s/%s: %q, %t, %v; want %q", bucket, key, got, found, err, want)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestKeepsAndGivesBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	s := mustOpen(t, dir)
	must(t, s.Put("runs", "1", []byte("one")))
	must(t, s.Write(Change{"runs", "2", []byte("two")}, Change{"done", "l", nil}))
	must(t, s.Put("runs", "3", []byte("three")))
	must(t, s.Rebuild(func(_, key string) bool { return key != "3" }))
	must(t, s.Close())

	s = mustOpen(t, dir)
	mustGet(t, s, "runs", "1", "one")
	mustGet(t, s, "done", "l", "")
	for _, absent := range []string{"3", "9"} {
		if _, found, err := s.Get("runs", absent); found || err != nil {
			t.Errorf("runs/%s: %t, %v", absent, found, err)
		}
	}
	var seen []string
	must(t, s.Each("runs", func(key string, value []byte) error {
		seen = append(seen, key+"="+string(value))
		return s.Put("copy", key, value) // may use the store
	}))
	if got := strings.Join(seen, " "); got != "1=one 2=two" {
		t.Errorf("each: %s", got)
	}
	names, err := s.Buckets()
	must(t, err)
	if got := strings.Join(names, " "); got != "copy done meta runs" {
		t.Errorf("buckets: %s", got)
	}
}

func TestEachStopsAtTheFirstError(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	must(t, s.Write(Change{"b", "1", []byte{1}}, Change{"b", "2", []byte{2}}))
	stop, calls := errors.New("stop"), 0
	err := s.Each("b", func(string, []byte) error { calls++; return stop })
	if err != stop || calls != 1 {
		t.Errorf("%v after %d calls", err, calls)
	}
}

func TestRefusesWhatIsOutOfTheLimits(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	long := strings.Repeat("k", MaxName+1)
	for name, c := range map[string]Change{
		"no bucket":   {"", "k", []byte{1}},
		"no key":      {"b", "", []byte{1}},
		"long bucket": {long, "k", []byte{1}},
		"long key":    {"b", long, nil},
		"large value": {"b", "k", make([]byte, MaxValue+1)},
	} {
		if err := s.Write(c); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := s.Put("meta", "schema", []byte("2")); !errors.Is(err, ErrUnwritable) {
		t.Errorf("meta: %v", err)
	}
	must(t, s.Put(long[1:], long[1:], make([]byte, MaxValue)))
}

func TestSecondOpeningIsBusy(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	for _, readOnly := range []bool{false, true} {
		o := testOptions()
		o.ReadOnly = readOnly
		if _, err := Open(dir, o); !errors.Is(err, ErrBusy) {
			t.Errorf("read only %t: %v", readOnly, err)
		}
	}
	must(t, s.Put("b", "k", []byte("v"))) // the first is not disturbed
	must(t, s.Close())
	mustGet(t, mustOpen(t, dir), "b", "k", "v")
}

func TestReadOnlyChangesNothing(t *testing.T) {
	dir := t.TempDir()
	o := testOptions()
	o.ReadOnly = true
	if _, err := Open(dir, o); !errors.Is(err, ErrAbsent) {
		t.Fatalf("nothing there: %v", err)
	}
	if files, _ := os.ReadDir(dir); len(files) != 0 {
		t.Fatalf("made %v", files)
	}
	s := mustOpen(t, dir)
	must(t, s.Put("b", "k", []byte("v")))
	must(t, s.Close())
	r, err := Open(dir, o)
	must(t, err)
	mustGet(t, r, "b", "k", "v")
	if err := r.Put("b", "k", nil); !errors.Is(err, ErrUnwritable) {
		t.Errorf("put: %v", err)
	}
	if err := r.Rebuild(nil); !errors.Is(err, ErrUnwritable) {
		t.Errorf("rebuild: %v", err)
	}
	must(t, r.Close())
	checkTimes(t, dir)
}

// TestNewerStoreIsOnlyRead has a file of a later version: what is understood
// is read, nothing is written, and the file does not change.
func TestNewerStoreIsOnlyRead(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	must(t, s.Put("b", "k", []byte("v")))
	writeRaw(t, s, "b", "later", enframe(frameVersion+1, []byte("?")))
	writeRaw(t, s, metaBucket, schemaKey, seal(0, metaBucket, schemaKey, []byte("3")))
	must(t, s.Close())
	before, err := os.ReadFile(s.path())
	must(t, err)
	s = mustOpen(t, dir)
	if !s.Newer() {
		t.Error("not said to be newer")
	}
	mustGet(t, s, "b", "k", "v")
	if _, _, err := s.Get("b", "later"); !errors.Is(err, ErrNewer) {
		t.Errorf("a later frame: %v", err)
	}
	for name, err := range map[string]error{"put": s.Put("b", "k", nil), "rebuild": s.Rebuild(nil), "snapshot": s.Snapshot()} {
		if !errors.Is(err, ErrNewer) {
			t.Errorf("%s: %v", name, err)
		}
	}
	must(t, s.Close())
	if after, err := os.ReadFile(s.path()); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file changed, %v", err)
	}
}

// TestMigration opens a store that the first version wrote.
func TestMigration(t *testing.T) {
	dir := t.TempDir()
	old, err := os.ReadFile("testdata/good_schema_1.bolt")
	must(t, err)
	must(t, os.WriteFile(filepath.Join(dir, FileName), old, 0o600))
	s := mustOpen(t, dir)
	check := func() {
		t.Helper()
		mustGet(t, s, "settings", "language", `"fr"`)
		for i := range 40 {
			mustGet(t, s, "runs", fmt.Sprintf("%04d", i), fmt.Sprintf("value %d of the first version", i))
		}
	}
	check()
	must(t, s.Put("runs", "0007", []byte("new")))
	must(t, s.Close())
	if b, err := os.ReadFile(filepath.Join(dir, copyPrefix+"1")); err != nil || !bytes.Equal(b, old) {
		t.Errorf("the old file is not the newest copy: %v", err)
	}
	s = mustOpen(t, dir)
	mustGet(t, s, "runs", "0007", "new")
	if _, repaired := s.Report(); repaired {
		t.Error("a migration is no repair")
	}
	must(t, s.Close())
	// With the new file gone, the copy is migrated again.
	must(t, os.Remove(filepath.Join(dir, FileName)))
	s = mustOpen(t, dir)
	check()
}

func TestClosedStoreSaysSo(t *testing.T) {
	s := mustOpen(t, t.TempDir())
	must(t, s.Close())
	must(t, s.Close())
	_, _, getErr := s.Get("b", "k")
	_, bucketsErr := s.Buckets()
	for name, err := range map[string]error{
		"put": s.Put("b", "k", nil), "get": getErr, "buckets": bucketsErr, "rebuild": s.Rebuild(nil), "snapshot": s.Snapshot(),
		"each": s.Each("b", func(string, []byte) error { return nil }),
	} {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestModesAndTimes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	s := mustOpen(t, dir)
	checkTimes(t, dir)
	must(t, s.Put("b", "k", make([]byte, 100_000)))
	s.late.Wait()
	checkTimes(t, dir)
	must(t, s.Rebuild(nil))
	checkTimes(t, dir)
	must(t, s.Close())
	checkTimes(t, dir)
	if runtime.GOOS == "windows" {
		return
	}
	for path, want := range map[string]os.FileMode{dir: 0o700, filepath.Join(dir, FileName): 0o600} {
		info, err := os.Stat(path)
		must(t, err)
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %o, want %o", path, info.Mode().Perm(), want)
		}
	}
}

// checkTimes fails unless the folder and everything in it has the time of the
// week and nothing but the store is there.
func checkTimes(t *testing.T, dir string) {
	t.Helper()
	paths := []string{dir}
	files, err := os.ReadDir(dir)
	must(t, err)
	for _, f := range files {
		if f.Name() != FileName {
			t.Errorf("%s is left", f.Name())
		}
		paths = append(paths, filepath.Join(dir, f.Name()))
	}
	for _, path := range paths {
		info, err := os.Stat(path)
		must(t, err)
		if !info.ModTime().Equal(week) {
			t.Errorf("%s changed %s", path, info.ModTime())
		}
	}
	// ReadDir itself counts as reading the folder; set it back for the next check.
	must(t, os.Chtimes(dir, week, week))
}

func TestMonday(t *testing.T) {
	brussels := time.FixedZone("", 3600)
	for in, want := range map[time.Time]string{
		time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC):      "2026-11-23",
		time.Date(2026, 11, 29, 23, 59, 59, 999, time.UTC): "2026-11-23",
		time.Date(2026, 11, 30, 0, 30, 0, 0, brussels):     "2026-11-23",
		time.Date(2027, 1, 1, 12, 0, 0, 0, time.UTC):       "2026-12-28",
		time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC):        "1969-12-29",
	} {
		if got := Monday(in).Format("2006-01-02"); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}
