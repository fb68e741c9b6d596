//go:build linux

package faultfs

import (
	"errors"
	"maps"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"
)

// calls is a way to make each kind of call on a filled disk.
var calls = map[Op]func(d *disk) error{
	Lookup:  func(d *disk) error { _, err := os.Lstat(d.at("a")); return err },
	Stat:    func(d *disk) error { return syscall.Access(d.at("a"), 4) },
	Open:    func(d *disk) error { f, err := os.Open(d.at("a")); f.Close(); return err },
	Read:    func(d *disk) error { _, err := os.ReadFile(d.at("a")); return err },
	ReadDir: func(d *disk) error { _, err := os.ReadDir(d.at("in")); return err },
	Create:  func(d *disk) error { f, err := os.Create(d.at("new")); f.Close(); return err },
	Write: func(d *disk) error {
		f, err := os.OpenFile(d.at("a"), os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = f.Write([]byte("y"))
		return err
	},
	Truncate: func(d *disk) error { return os.Truncate(d.at("a"), 0) },
	SetAttr:  func(d *disk) error { return os.Chmod(d.at("a"), 0o600) },
	Sync:     func(d *disk) error { return syncAt(d.at("a")) },
	SyncDir:  func(d *disk) error { return syncAt(d.dir) },
	Rename:   func(d *disk) error { return os.Rename(d.at("in/c"), d.at("c")) },
	Link:     func(d *disk) error { return os.Link(d.at("a"), d.at("linked")) },
	Unlink:   func(d *disk) error { return syscall.Unlink(d.at("in/b")) },
	Mkdir:    func(d *disk) error { return os.Mkdir(d.at("made"), 0o700) },
	Rmdir:    func(d *disk) error { return syscall.Rmdir(d.at("empty")) },
}

func newFilledDisk(t *testing.T) *disk {
	d := newDisk(t)
	must(t, d.Put("a", []byte("x")))
	must(t, d.Put("in/b", nil))
	must(t, d.Put("in/c", nil))
	must(t, os.Mkdir(d.at("empty"), 0o700))
	d.sync("")
	return d
}

func TestEachCallCanFail(t *testing.T) {
	d := newFilledDisk(t)
	for op, call := range calls { // all fail, so any order will do
		d.Set(Fault{Op: op, Err: syscall.EACCES})
		if err := call(d); !errors.Is(err, syscall.EACCES) {
			t.Errorf("%s: %v", op, err)
		}
		d.Clear()
	}
	d.Set(Fault{Op: Any, At: 1 << 20, Err: syscall.EIO}) // never
	for _, op := range slices.Sorted(maps.Keys(calls)) { // reads before Truncate
		d.ResetCalls()
		if err := calls[op](d); err != nil || d.Calls(op) == 0 || d.Calls(Any) < d.Calls(op) {
			t.Errorf("%s: %v, %d calls", op, err, d.Calls(op))
		}
		if n := d.Calls(Changes &^ op); n > 0 {
			t.Errorf("%s: %d other changes", op, n)
		}
	}
	if Any.String() == "" || (Read|Rmdir).String() != "Read|Rmdir" || bitsOf(Any) != len(calls) {
		t.Errorf("names: %s", Any)
	}
}

func bitsOf(op Op) (n int) {
	for ; op != 0; op &= op - 1 {
		n++
	}
	return n
}

func TestFaultsStrikeAtTheirCall(t *testing.T) {
	d := newFilledDisk(t)
	write := func(name string) error { return os.WriteFile(d.at(name), []byte("z"), 0o600) }
	errs := func(names ...string) (got []error) {
		for _, name := range names {
			err := write(name)
			var e syscall.Errno
			errors.As(err, &e)
			got = append(got, e)
		}
		return got
	}
	no, eio := error(syscall.Errno(0)), error(syscall.EIO)
	for _, c := range []struct {
		name  string
		fault Fault
		files []string
		want  []error
	}{
		{"the second", Fault{Op: Write, At: 2, Times: 1, Err: syscall.EIO}, []string{"a", "a", "a"}, []error{no, eio, no}},
		{"two in a row", Fault{Op: Write, At: 2, Times: 2, Err: syscall.EIO}, []string{"a", "a", "a", "a"}, []error{no, eio, eio, no}},
		{"from then on", Fault{Op: Write, At: 2, Err: syscall.EIO}, []string{"a", "a", "a"}, []error{no, eio, eio}},
		{"one name", Fault{Op: Write, At: 2, Err: syscall.EIO, Match: Suffix("in/b")},
			[]string{"a", "in/b", "a", "in/b"}, []error{no, no, no, eio}},
	} {
		d.Set(c.fault)
		if got := errs(c.files...); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if d.Struck() == 0 {
			t.Errorf("%s: struck nothing", c.name)
		}
		d.Clear()
	}
	d.Set(Fault{Op: Rename, Match: func(name string) bool { return name == "c" }, Err: syscall.EIO})
	if err := os.Rename(d.at("a"), d.at("c")); !errors.Is(err, syscall.EIO) {
		t.Errorf("a rename by its new name: %v", err)
	}
}

func TestShortWrites(t *testing.T) {
	for _, c := range []struct {
		ask, took int
		err       syscall.Errno
		say       error
	}{{4096, 2048, 0, nil}, {1000, 512, 0, nil}, {512, 0, 0, syscall.EIO}, {4096, 2048, syscall.ENOSPC, syscall.ENOSPC}} {
		d := newDisk(t)
		d.Set(Fault{Op: Write, Times: 1, Short: true, Err: c.err})
		f, err := syscall.Open(d.at("a"), syscall.O_CREAT|syscall.O_RDWR, 0o600)
		must(t, err)
		n, err := syscall.Pwrite(f, make([]byte, c.ask), 0)
		if err == nil && n != c.took || err != c.say && !errors.Is(err, c.say) {
			t.Errorf("%+v: wrote %d, %v", c, n, err)
		}
		syscall.Close(f)
		if info, err := os.Stat(d.at("a")); err != nil || info.Size() != int64(c.took) {
			t.Errorf("%+v: the size is %d, %v", c, info.Size(), err)
		}
	}
}

func TestAFailedSync(t *testing.T) {
	for _, lose := range []bool{false, true} {
		d := newFilledDisk(t)
		d.write("a", 0, "y")
		d.Set(Fault{Op: Sync, Times: 1, Err: syscall.EIO, Lose: lose})
		if err := syncAt(d.at("a")); !errors.Is(err, syscall.EIO) {
			t.Fatal(err)
		}
		d.write("a", 1, "z")
		d.sync("a")
		d.expect("a", "yz", "in/b", "", "in/c", "")
		must(t, d.Cut(nil, Drop))
		if want := map[bool]string{false: "yz", true: "xz"}[lose]; string(d.Files()["a"]) != want {
			t.Errorf("lose %t: left %q, want %q", lose, d.Files()["a"], want)
		}
	}
}

func TestClearEndsADelay(t *testing.T) {
	d := newFilledDisk(t)
	waits, done := make(chan bool, 9), make(chan error)
	d.Set(Fault{Op: Sync, Delay: time.Hour, Match: func(string) bool { waits <- true; return true }})
	go func() { done <- syncAt(d.at("a")) }()
	<-waits
	select {
	case err := <-done:
		t.Fatalf("did not wait: %v", err)
	default:
	}
	d.write("in/b", 0, "others go on")
	d.Clear()
	must(t, <-done)
}

func TestReadFaultsNeedEmptyCaches(t *testing.T) {
	d := newDisk(t)
	must(t, d.Put("a", make([]byte, 20_000)))
	f, err := os.Open(d.at("a"))
	must(t, err)
	read := func() error { _, err := f.ReadAt(make([]byte, 20_000), 0); return err }
	must(t, read())
	d.Set(Fault{Op: Read, Err: syscall.EIO})
	must(t, read())
	d.DropCaches()
	if err := read(); !errors.Is(err, syscall.EIO) {
		t.Errorf("without caches: %v", err)
	}
	d.Clear()
	must(t, read())
	must(t, f.Close())
	d.write("b", 0, "not synced")
	must(t, d.Remount())
	d.Set(Fault{Op: Read, Err: syscall.EIO})
	if _, err := os.ReadFile(d.at("a")); !errors.Is(err, syscall.EIO) {
		t.Errorf("mounted anew: %v", err)
	}
	d.Clear()
	d.expect("a", string(make([]byte, 20_000)), "b", "not synced")
}

func TestSpace(t *testing.T) {
	d := newDisk(t)
	free := func() int64 {
		var s syscall.Statfs_t
		must(t, syscall.Statfs(d.dir, &s))
		return int64(s.Bavail) * s.Bsize
	}
	if free() < 1<<30 {
		t.Errorf("without a limit %d bytes are free", free())
	}
	d.SetSpace(d.Used() + 4*block)
	d.write("a", 0, "x")
	if free() != 2*block {
		t.Errorf("%d bytes are free", free())
	}
	must(t, os.Truncate(d.at("a"), 100*block)) // a hole
	d.write("a", 50*block-1, "yy")
	if err := os.WriteFile(d.at("b"), nil, 0o600); !errors.Is(err, syscall.ENOSPC) || free() != 0 {
		t.Errorf("a file too many: %v", err)
	}
	d.write("a", 0, "over what is there")
	f, err := os.OpenFile(d.at("a"), os.O_RDWR, 0)
	must(t, err)
	if _, err = f.WriteAt([]byte("z"), 10*block); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("a block too many: %v", err)
	}
	must(t, f.Truncate(50*block))
	_, err = f.WriteAt([]byte("z"), 10*block)
	must(t, err)
	must(t, f.Close())
	must(t, os.Remove(d.at("a")))
	must(t, os.WriteFile(d.at("c"), make([]byte, 3*block), 0o600))
	d.SetSpace(0)
	d.write("c", 10*block, "x")
}

func TestVanish(t *testing.T) {
	d := newFilledDisk(t)
	d.write("a", 0, "not synced")
	f, err := os.OpenFile(d.at("a"), os.O_RDWR, 0)
	must(t, err)
	d.Vanish()
	if _, err := f.WriteAt([]byte("y"), 0); !errors.Is(err, syscall.EIO) {
		t.Errorf("write: %v", err)
	}
	if err := f.Sync(); !errors.Is(err, syscall.EIO) {
		t.Errorf("sync: %v", err)
	}
	if _, err := os.Stat(d.at("a")); !errors.Is(err, syscall.ENODEV) {
		t.Errorf("stat: %v", err)
	}
	must(t, d.Return())
	if _, err := f.WriteAt([]byte("y"), 0); err == nil {
		t.Error("an old descriptor reaches the disk")
	}
	f.Close()
	d.expect("a", "x", "in/b", "", "in/c", "")
}

func TestReadOnly(t *testing.T) {
	d := newFilledDisk(t)
	f, err := os.OpenFile(d.at("in/b"), os.O_RDWR, 0)
	must(t, err)
	defer f.Close()
	_, err = f.Write([]byte("not synced"))
	must(t, err)
	d.ReadOnly(true)
	for op, call := range calls {
		if err := call(d); op&Changes != 0 && !errors.Is(err, syscall.EROFS) || op&Changes == 0 && err != nil {
			t.Errorf("%s: %v", op, err)
		}
	}
	if _, err := f.Write([]byte("x")); !errors.Is(err, syscall.EROFS) {
		t.Errorf("write to an open file: %v", err)
	}
	if err := syncAt(d.at("in/b")); !errors.Is(err, syscall.EROFS) {
		t.Errorf("sync: %v", err)
	}
	if _, err := os.OpenFile(d.at("a"), os.O_WRONLY, 0); !errors.Is(err, syscall.EROFS) {
		t.Errorf("open: %v", err)
	}
	d.ReadOnly(false)
	d.sync("in/b")
}

func TestPut(t *testing.T) {
	d := newFilledDisk(t)
	f, err := os.Open(d.at("a"))
	must(t, err)
	defer f.Close()
	must(t, os.Remove(d.at("in/b")))
	must(t, d.Put("in/b", []byte("back")))
	must(t, d.Put("/a", []byte("other")))
	d.expect("a", "other", "in/b", "back", "in/c", "")
	old := make([]byte, 1)
	if _, err := f.ReadAt(old, 0); err != nil || old[0] != 'x' {
		t.Errorf("who had it open reads %q, %v", old, err)
	}
	if err := d.Put("in", nil); !errors.Is(err, syscall.EISDIR) {
		t.Error(err)
	}
	if err := d.Put("a/b", nil); !errors.Is(err, syscall.ENOTDIR) {
		t.Error(err)
	}
	must(t, d.Cut(nil, Drop))
	d.expect("a", "other", "in/b", "back", "in/c", "")
}

func TestUnmountOfABusyDisk(t *testing.T) {
	d := newFilledDisk(t)
	f, err := os.OpenFile(d.at("a"), os.O_RDWR, 0)
	must(t, err)
	defer f.Close()
	must(t, d.Unmount())
	must(t, d.Unmount())
	if mountedAt(t, d.dir) {
		t.Error("the mount is still there")
	}
	if _, err := f.Write([]byte("y")); err == nil {
		t.Error("wrote to a disk that is gone")
	}
}
