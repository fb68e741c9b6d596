package store

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

func maps(t *testing.T) (n int) {
	b, err := os.ReadFile("/proc/self/maps")
	must(t, err)
	for _, l := range strings.Split(string(b), "\n") {
		if strings.Contains(l, newPrefix) {
			n++
		}
	}
	return n
}

// a build that fails leaves its file mapped.
func TestAFailedBuildIsUnmapped(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	for range 20 {
		must(t, s.Put("b", "k", make([]byte, 1000)))
	}
	before := maps(t)
	s.options.MaxSize = 300 << 10
	for range 5 {
		if err := s.Rebuild(nil, Change{"b", "big", make([]byte, 400<<10)}); err == nil {
			t.Fatal("no error")
		}
	}
	if after := maps(t); after > before {
		t.Errorf("%d maps of removed files", after-before)
	}
}

// migrate works on the nameless old file.
func TestMigrationOfAReplacedFile(t *testing.T) {
	dir := t.TempDir()
	old, err := os.ReadFile("testdata/good_schema_1.bolt")
	must(t, err)
	path := filepath.Join(dir, FileName)
	must(t, os.WriteFile(path, old, 0o600))
	holder, err := os.OpenFile(path, os.O_RDWR, 0)
	must(t, err)
	must(t, lock(holder, true, time.Second)) // the first process, in migrate

	second := New(dir, Options{Week: testOptions().Week})
	done := make(chan error)
	go func() { done <- second.migrate() }()
	time.Sleep(100 * time.Millisecond) // it has opened the file and waits for the lock

	// The first process ends its migration and keeps a value.
	other := t.TempDir()
	must(t, os.WriteFile(filepath.Join(other, FileName), old, 0o600))
	b := mustOpen(t, other)
	must(t, b.Close())
	must(t, os.Rename(b.path(), path))
	unlock(holder)
	holder.Close()
	first, err := Open(dir, testOptions())
	must(t, err)
	must(t, first.Put("b", "acknowledged", []byte("v")))
	err = <-done
	t.Log("migrate of the second:", err)
	third, err := Open(dir, Options{Week: testOptions().Week, Timeout: 100 * time.Millisecond})
	if errors.Is(err, ErrBusy) {
		return // as it should be
	}
	must(t, err)
	_, found, err := third.Get("b", "acknowledged")
	t.Errorf("two have it open, and the acknowledged value is there: %t, %v", found, err)
}

// Remove removes a store in use when it waited for the lock on a replaced file.
func TestRemoveOfAReplacedFile(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	must(t, s.Put("b", "k", []byte("SECRET-77")))
	done := make(chan error)
	go func() { done <- Remove(dir, Options{Week: testOptions().Week}) }()
	time.Sleep(100 * time.Millisecond)
	must(t, s.Rebuild(func(string, string) bool { return true }))
	err := <-done
	t.Log("Remove:", err)
	must(t, s.Put("b", "l", []byte("x")))
	if err == nil && inFolder(t, dir, []byte("SECRET-77")) {
		t.Error("Remove returned nil while the store was open; what it erased is back")
	}
}

// the disk lost the write of one page: it is as it was before its last change.
func TestLostPageWrite(t *testing.T) {
	for _, size := range []int{1, 50, 300} {
		runs, silent, told := 0, 0, 0
		for n := 3; n < 15; n++ {
			dir := t.TempDir()
			s := mustOpen(t, dir)
			if size > 1 {
				var c []Change
				for i := range size {
					c = append(c, Change{"runs", string(rune('A' + i)), bytes.Repeat([]byte{byte(i)}, 200)})
				}
				must(t, s.Write(c...))
			}
			var images [][]byte
			for i := range n {
				must(t, s.Put("b", "k", []byte{byte('a' + i)}))
				b, err := os.ReadFile(s.path())
				must(t, err)
				images = append(images, b)
			}
			must(t, s.open.close()) // the process ends here, nothing more is written
			last := len(images) - 1
			for p := 2; p*pageSize < len(images[last]); p++ {
				page := func(i int) []byte { return images[i][p*pageSize:][:pageSize] }
				before := last
				for before >= 0 && len(images[before]) == len(images[last]) && bytes.Equal(page(before), page(last)) {
					before--
				}
				if before < last-1 || before < 0 || len(images[before]) != len(images[last]) {
					continue // not written by the last write
				}
				b := bytes.Clone(images[last])
				copy(b[p*pageSize:][:pageSize], page(before))
				d := t.TempDir()
				must(t, os.WriteFile(filepath.Join(d, FileName), b, 0o600))
				r := mustOpen(t, d)
				v, _, _ := r.Get("b", "k")
				rep, repaired := r.Report()
				want := string([]byte{byte('a' + n - 1)})
				runs++
				switch {
				case string(v) == want:
				case !repaired || rep.Whole:
					if silent++; silent < 2 {
						t.Errorf("%d entries, %d writes, page %d lost: %q instead of %q, repaired %t %+v", size, n, p, v, want, repaired, rep)
					}
				default:
					told++
				}
				r.Close()
			}
		}
		t.Logf("%d entries: %d lost pages, %d older and told, %d older and silent", size, runs, told, silent)
	}
}

// a second repair hides the loss of the first.
func TestASecondRepairTellsOfTheFirst(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	for i := range 40 {
		must(t, s.Put("b", string(rune('A'+i)), bytes.Repeat([]byte{byte('A' + i)}, 400)))
	}
	must(t, s.Close())
	b, _ := os.ReadFile(s.path())
	b = bytes.ReplaceAll(b, bytes.Repeat([]byte("C"), 400), bytes.Repeat([]byte("!"), 400))
	must(t, os.WriteFile(s.path(), b, 0o600))
	s = mustOpen(t, dir)
	r, _ := s.Report()
	t.Logf("first %+v", r)
	must(t, s.Close())
	b, _ = os.ReadFile(s.path())
	m := bytes.Index(b, []byte("vigie")) // no such; flip the free list instead
	_ = m
	f, err := os.Open(s.path())
	must(t, err)
	mt, _, err := newestMeta(f)
	must(t, err)
	f.Close()
	b[mt.freelist*pageSize+8] ^= 1
	must(t, os.WriteFile(s.path(), b, 0o600))
	s = mustOpen(t, dir)
	r2, _ := s.Report()
	t.Logf("second %+v", r2)
	if !r.Whole && r2.Whole {
		t.Error("what was lost is not told any more")
	}
	s.Close()
}

// times of reading of the copies after a repair.
func TestTimesOfCopies(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	must(t, s.Put("b", "k", []byte("v")))
	must(t, s.Snapshot())
	must(t, s.Put("b", "k", []byte("w")))
	must(t, s.Close())
	b, _ := os.ReadFile(s.path())
	clear(b[:2*pageSize])
	must(t, os.WriteFile(s.path(), b, 0o600))
	s = mustOpen(t, dir)
	must(t, s.Close())
	for _, n := range []string{FileName, FileName + ".copy-1", FileName + ".damaged-1"} {
		info, err := os.Stat(filepath.Join(dir, n))
		must(t, err)
		st := info.Sys().(*syscall.Stat_t)
		if read := time.Unix(st.Atim.Unix()).UTC(); !read.Equal(week) {
			t.Errorf("%s was read at %s", n, read)
		}
	}
}

func freeIn(t *testing.T, dir string) int64 {
	var st syscall.Statfs_t
	must(t, syscall.Statfs(dir, &st))
	return int64(st.Bavail) * st.Bsize >> 10
}

func TestAFailedRebuildGivesItsSpaceBack(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skip(string(out))
	}
	s := mustOpen(t, dir)
	t.Cleanup(func() { s.Close(); exec.Command("umount", "-l", dir).Run() })
	for i := range 60 {
		must(t, s.Put("b", string(rune('A'+i)), make([]byte, 8000)))
	}
	must(t, s.Rebuild(func(string, string) bool { return true }))
	must(t, s.Put("b", "A", make([]byte, 8000)))
	filler := freeIn(t, dir) - 200
	must(t, os.WriteFile(filepath.Join(dir, "filler"), make([]byte, filler<<10), 0o600))
	t.Logf("free before: %d KiB", freeIn(t, dir))
	must(t, s.Put("b", "B", make([]byte, 8000)))
	err := s.Rebuild(func(string, string) bool { return true })
	t.Logf("Rebuild: %v; free after: %d KiB", err, freeIn(t, dir))
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	t.Log(files)
	if err := s.Put("b", "C", make([]byte, 8000)); err != nil {
		t.Errorf("a small write, that had room before: %v", err)
	}
	must(t, os.Remove(filepath.Join(dir, "filler")))
	t.Logf("free after removing the filler: %d KiB", freeIn(t, dir))
}

func TestTimesOfANewerStore(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	must(t, s.Put("b", "k", []byte("v")))
	must(t, s.open.db.Update(func(tx *bbolt.Tx) error {
		return put(tx, entry{metaBucket, schemaKey, seal(1, metaBucket, schemaKey, []byte("3"))})
	}))
	s.late.Wait()
	must(t, s.open.close())
	must(t, os.Chtimes(s.path(), week, week))
	must(t, os.Chtimes(dir, week, week))
	s = mustOpen(t, dir)
	if !s.Newer() {
		t.Fatal("not newer")
	}
	must(t, s.Close())
	times(t, dir, s.path())
}

func times(t *testing.T, paths ...string) {
	for _, p := range paths {
		info, err := os.Stat(p)
		must(t, err)
		st := info.Sys().(*syscall.Stat_t)
		if a, m := time.Unix(st.Atim.Unix()).UTC(), info.ModTime().UTC(); !a.Equal(week) || !m.Equal(week) {
			t.Errorf("%s read %s changed %s", p, a, m)
		}
	}
}

func TestTimesAfterInspecting(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	must(t, s.Put("b", "k", []byte("v")))
	must(t, s.Close())
	must(t, Inspect(dir, testOptions()))
	times(t, s.path())
}

func TestALinkIsRefused(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	s := mustOpen(t, other)
	must(t, s.Put("b", "k", []byte("SECRET-99")))
	must(t, s.Close())
	must(t, os.Symlink(s.path(), filepath.Join(dir, FileName)))
	// Rebuilding would replace the link and leave what it leads to.
	if _, err := Open(dir, testOptions()); !errors.Is(err, ErrUnwritable) {
		t.Errorf("a link in the place of the store: %v", err)
	}
}

func TestAPipeIsRefused(t *testing.T) {
	dir := t.TempDir()
	must(t, syscall.Mkfifo(filepath.Join(dir, FileName), 0o600))
	done := make(chan error)
	go func() { _, err := Open(dir, testOptions()); done <- err }()
	select {
	case err := <-done:
		t.Log(err)
	case <-time.After(3 * time.Second):
		t.Error("Open hangs on a named pipe")
	}
}

func TestRemoveOfAFolder(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	must(t, s.Put("b", "k", []byte("SECRET-66")))
	must(t, s.Snapshot())
	must(t, s.Close())
	must(t, os.Remove(s.path()))
	must(t, os.Mkdir(s.path(), 0o700))
	err := Remove(dir, testOptions())
	t.Log(err, errors.Is(err, ErrUnwritable))
	if inFolder(t, dir, []byte("SECRET-66")) {
		t.Error("the copies are still there")
	}
}

func TestTheSameKeyTwice(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir)
	must(t, s.Write(Change{"b", "k", []byte("1")}, Change{"b", "k", []byte("2")}, Change{"b", "k", []byte("2")}))
	must(t, s.Rebuild(func(string, string) bool { return true }, Change{"b", "k", []byte("3")}, Change{"b", "k", []byte("4")}))
	must(t, s.Close())
	s = mustOpen(t, dir)
	mustGet(t, s, "b", "k", "4")
	if _, rep := s.Report(); rep {
		t.Error("repaired")
	}
}

// a large write refused for MaxSize, then ordinary ones, many times, then reopening
func TestSumsAfterRefusedWrites(t *testing.T) {
	dir := t.TempDir()
	o := testOptions()
	o.MaxSize = 400 << 10
	s, err := Open(dir, o)
	must(t, err)
	n := 0
	for i := range 40 {
		if err := s.Put("b", string(rune('A'+i)), make([]byte, 20<<10)); err != nil {
			if !errors.Is(err, ErrTooLarge) {
				t.Fatal(err)
			}
			n++
		}
	}
	must(t, s.Close())
	s, err = Open(dir, o)
	must(t, err)
	_, rep := s.Report()
	t.Log(n, "refused; repaired:", rep, s.open.state)
	if rep {
		t.Error("repaired")
	}
	s.Close()
}
