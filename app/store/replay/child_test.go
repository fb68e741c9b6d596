package replay

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"go.etcd.io/bbolt"
)

// The recorded command is this test program run again with these set.
const (
	childDir  = "REPLAY_CHILD_DIR"
	childTask = "REPLAY_CHILD_TASK"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		if err := tasks[os.Getenv(childTask)](dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// tasks are what a child can do in a folder.
var tasks = map[string]func(dir string) error{
	"right":             func(dir string) error { return versions(dir, saveRight) },
	"no sync":           func(dir string) error { return versions(dir, saveUnsynced) },
	"no folder sync":    func(dir string) error { return versions(dir, saveNameless) },
	"in place":          func(dir string) error { return versions(dir, saveInPlace) },
	"other folder":      func(dir string) error { return versions(dir, saveWrongFolder) },
	"threads":           threads,
	"syncs early":       syncsEarly,
	"appends":           appends,
	"copies":            copies,
	"fails":             func(string) error { return errors.New("cannot go on") },
	"bbolt":             func(dir string) error { return updates(dir, false) },
	"bbolt NoSync":      func(dir string) error { return updates(dir, true) },
	"bbolt new":         func(dir string) error { return createBolt(filepath.Join(dir, boltName)) },
	"names in all ways": allNameCalls,
	"judge":             judge,
}

func acknowledge(words ...any) { fmt.Fprintln(os.NewFile(AckFD, "acknowledgements"), words...) }

const fileName = "state"

// version is the content number n: some sectors, so that it can be torn.
func version(n int) []byte { return bytes.Repeat([]byte(fmt.Sprintf("version %2d\n", n)), 200+10*n) }

func versions(dir string, save func(path string, b []byte) error) error {
	for n := 1; n <= 6; n++ {
		if err := save(filepath.Join(dir, fileName), version(n)); err != nil {
			return err
		}
		acknowledge(n)
	}
	return nil
}

func saveRight(path string, b []byte) error {
	return errors.Join(writeSynced(path+".new", b), os.Rename(path+".new", path), syncPath(filepath.Dir(path)))
}

func saveUnsynced(path string, b []byte) error {
	return errors.Join(os.WriteFile(path+".new", b, 0o600), os.Rename(path+".new", path), syncPath(filepath.Dir(path)))
}

func saveNameless(path string, b []byte) error {
	return errors.Join(writeSynced(path+".new", b), os.Rename(path+".new", path))
}

func saveInPlace(path string, b []byte) error { return writeSynced(path, b) }

// saveWrongFolder puts the file into a folder and syncs the one above.
func saveWrongFolder(path string, b []byte) error {
	dir := filepath.Dir(path)
	sub := filepath.Join(dir, "sub")
	if err := os.Mkdir(sub, 0o700); err != nil && !os.IsExist(err) {
		return err
	}
	return errors.Join(writeSynced(filepath.Join(sub, "new"), b), os.Rename(filepath.Join(sub, "new"), filepath.Join(sub, fileName)),
		syncPath(dir))
}

func writeSynced(path string, b []byte) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, f.Sync(), f.Close())
}

func syncPath(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// threads has eight goroutines that each add to a file of their own and
// acknowledge, at the same time.
func threads(dir string) error {
	all := make([]error, 8)
	var group sync.WaitGroup
	acks := os.NewFile(AckFD, "acknowledgements")
	var files []*os.File
	for i := range all {
		f, err := os.Create(filepath.Join(dir, fmt.Sprint("file", i)))
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	if err := syncPath(dir); err != nil {
		return err
	}
	for i, f := range files {
		group.Go(func() {
			for n := range 20 {
				_, err := fmt.Fprintf(f, "%d\n", n)
				all[i] = errors.Join(all[i], err, f.Sync())
				fmt.Fprintln(acks, i, n)
			}
		})
	}
	group.Wait()
	return errors.Join(all...)
}

// syncsEarly syncs before it writes.
func syncsEarly(dir string) error {
	f, err := os.Create(filepath.Join(dir, fileName))
	if err != nil {
		return err
	}
	err = errors.Join(f.Sync(), syncPath(dir))
	_, writeErr := f.Write(version(1))
	acknowledge(1)
	return errors.Join(err, writeErr, f.Close())
}

func appends(dir string) error {
	f, err := os.OpenFile(filepath.Join(dir, fileName), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// copies lets the kernel copy between two files.
func copies(dir string) error {
	path := filepath.Join(dir, fileName)
	if err := os.WriteFile(path, version(1), 0o600); err != nil {
		return err
	}
	from, err := os.Open(path)
	if err != nil {
		return err
	}
	to, err := os.Create(path + ".copy")
	if err != nil {
		return err
	}
	_, err = to.ReadFrom(from)
	return err
}

func allNameCalls(dir string) error {
	at := func(name string) string { return filepath.Join(dir, name) }
	f, err := os.CreateTemp(dir, "x*")
	if err != nil {
		return err
	}
	_, a := f.WriteAt([]byte("a\x00bc\"\\<>"), 7)
	_, b := f.Write([]byte("héllo"))
	_, c := f.Seek(2, 0)
	_, d := f.Write([]byte("zz"))
	_, e := f.Read(make([]byte, 2))
	_, g := f.Write([]byte("!"))
	err = errors.Join(a, b, c, d, e, g, os.MkdirAll(at("sub/sub"), 0o700), os.Rename(f.Name(), at("sub/a \"<>\n")),
		os.Link(at("sub/a \"<>\n"), at("b")), os.Remove(at("sub/a \"<>\n")), os.Rename(at("sub"), at("other")))
	_, h := f.Write([]byte("after"))
	err = errors.Join(err, h, os.Truncate(at("b"), 40), f.Truncate(19), os.Chdir(dir),
		os.WriteFile("relative", []byte("r"), 0o600), os.Rename("relative", "other/sub/r"), os.Remove("b"))
	_, i := f.Write([]byte("gone"))
	out, j := exec.Command("/bin/sh", "-c", "echo from a child > child && cat child").Output()
	if string(out) != "from a child\n" {
		return fmt.Errorf("child says %q", out)
	}
	return errors.Join(err, i, j, os.RemoveAll(at("other")), f.Close())
}

const boltName = "values.db"

var boltBucket = []byte("values")

func createBolt(path string) error {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{PageSize: 4096})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucket(boltBucket)
		return err
	})
	return errors.Join(err, db.Close())
}

// boltValue is what update n keeps under its key: short, or some pages.
func boltValue(n int) []byte { return []byte(strings.Repeat(fmt.Sprintf("<%d>", n), 10+n%7*500)) }

func boltKey(n int) []byte { return []byte(fmt.Sprintf("key %04d", n)) }

func updates(dir string, noSync bool) error {
	db, err := bbolt.Open(filepath.Join(dir, boltName), 0o600, &bbolt.Options{PageSize: 4096, NoSync: noSync})
	if err != nil {
		return err
	}
	for n := range 30 {
		err := db.Update(func(tx *bbolt.Tx) error { return tx.Bucket(boltBucket).Put(boltKey(n), boltValue(n)) })
		if err != nil {
			return err
		}
		acknowledge(n)
	}
	return db.Close()
}

// record runs a task, or skips the test where nothing can be recorded.
func record(t testing.TB, dir, task string) (*Trace, error) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childDir+"="+dir, childTask+"="+task)
	trace, err := Record(dir, cmd)
	if errors.Is(err, ErrUnavailable) {
		t.Skip(err)
	}
	return trace, err
}

func mustRecord(t testing.TB, dir, task string) *Trace {
	t.Helper()
	trace, err := record(t, dir, task)
	if err != nil {
		t.Fatal(err)
	}
	return trace
}

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(2026, seed)) }
