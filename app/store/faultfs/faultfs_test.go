//go:build linux

package faultfs

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func TestPlainFiles(t *testing.T) {
	d := newDisk(t)
	must(t, os.Mkdir(d.at("in"), 0o700))
	d.write("in/a", 0, "hello")
	d.write("in/a", 3, "p me")
	d.expect("in/a", "help me")
	if _, err := os.OpenFile(d.at("in/a"), os.O_CREATE|os.O_EXCL, 0o600); !errors.Is(err, fs.ErrExist) {
		t.Errorf("made twice: %v", err)
	}
	must(t, os.Link(d.at("in/a"), d.at("b")))
	d.write("b", 0, "k")
	must(t, os.Truncate(d.at("b"), 4))
	d.expect("b", "kelp", "in/a", "kelp")
	if err := os.Link(d.at("b"), d.at("in/a")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("linked over a file: %v", err)
	}
	f, err := os.OpenFile(d.at("b"), os.O_RDWR, 0)
	must(t, err)
	must(t, os.Remove(d.at("b")))
	must(t, os.Remove(d.at("in/a")))
	_, err = f.WriteAt([]byte("!"), 4)
	must(t, err)
	if info, err := f.Stat(); err != nil || info.Size() != 5 {
		t.Errorf("an open file that lost its name: %v %v", info, err)
	}
	must(t, f.Close())
	d.write("c", 0, "new")
	d.write("d", 0, "old")
	must(t, os.Rename(d.at("c"), d.at("d")))
	d.expect("d", "new")
	if err := os.Remove(d.dir); err == nil {
		t.Error("the mount was removed")
	}
	when := time.Unix(1e9, 5)
	must(t, os.Chtimes(d.at("d"), when, when))
	must(t, os.Chmod(d.at("d"), 0o640))
	info, err := os.Stat(d.at("d"))
	must(t, err)
	if info.Mode() != 0o640 || !info.ModTime().Equal(when) {
		t.Errorf("the file is %v of %v", info.Mode(), info.ModTime())
	}
	if info, err := os.Stat(d.at("in")); err != nil || info.Mode() != fs.ModeDir|0o700 {
		t.Errorf("the folder is %v, %v", info.Mode(), err)
	}
	must(t, os.RemoveAll(d.at("in")))
	d.expect("d", "new")
}

func TestLocksAreTheKernels(t *testing.T) {
	d := newDisk(t)
	d.write("a", 0, "x")
	one, err := os.Open(d.at("a"))
	must(t, err)
	defer one.Close()
	two, err := os.Open(d.at("a"))
	must(t, err)
	defer two.Close()
	must(t, syscall.Flock(int(one.Fd()), syscall.LOCK_EX|syscall.LOCK_NB))
	if err := syscall.Flock(int(two.Fd()), syscall.LOCK_SH|syscall.LOCK_NB); err != syscall.EWOULDBLOCK {
		t.Errorf("locked twice: %v", err)
	}
}

func TestOnlyWhatWasSyncedLasts(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(d *disk)
		want []string
	}{
		{"nothing synced", func(d *disk) { d.write("a", 0, "x") }, nil},
		{"the file only", func(d *disk) { d.write("a", 0, "x"); d.sync("a") }, nil},
		{"the name only", func(d *disk) { d.write("a", 0, "x"); d.sync("") }, []string{"a", ""}},
		{"both", func(d *disk) { d.write("a", 0, "x"); d.sync("a"); d.sync("") }, []string{"a", "x"}},
		{"a write", func(d *disk) { d.Put("a", []byte("xx")); d.write("a", 1, "y") }, []string{"a", "xx"}},
		{"a size", func(d *disk) { d.Put("a", []byte("xx")); must(d.t, os.Truncate(d.at("a"), 1)) }, []string{"a", "xx"}},
		{"a size synced", func(d *disk) {
			d.Put("a", []byte("xx"))
			must(d.t, os.Truncate(d.at("a"), 1))
			must(d.t, os.Truncate(d.at("a"), 2))
			d.sync("a")
		}, []string{"a", "x\x00"}},
		{"a rename", func(d *disk) {
			d.Put("a", []byte("x"))
			d.Put("b", []byte("y"))
			must(d.t, os.Rename(d.at("a"), d.at("b")))
		}, []string{"a", "x", "b", "y"}},
		{"a rename before the bytes", func(d *disk) {
			d.Put("b", []byte("y"))
			d.write("a", 0, "x")
			must(d.t, os.Rename(d.at("a"), d.at("b")))
			d.sync("")
		}, []string{"b", ""}},
		{"a file taken away", func(d *disk) { d.Put("a", []byte("x")); must(d.t, os.Remove(d.at("a"))) }, []string{"a", "x"}},
		{"a link", func(d *disk) {
			d.Put("a", []byte("x"))
			must(d.t, os.Link(d.at("a"), d.at("b")))
			d.sync("")
			must(d.t, os.Remove(d.at("a")))
		}, []string{"a", "x", "b", "x"}},
		{"a file in a folder that is not", func(d *disk) {
			must(d.t, os.Mkdir(d.at("in"), 0o700))
			d.write("in/a", 0, "x")
			d.sync("in/a")
			d.sync("in")
		}, nil},
		{"a rename between folders", func(d *disk) {
			d.Put("one/a", []byte("x"))
			d.Put("two/b", nil)
			d.write("one/before", 0, "")
			must(d.t, os.Rename(d.at("one/a"), d.at("two/a")))
			d.write("one/after", 0, "")
			d.sync("two")
		}, []string{"one/before", "", "two/a", "x", "two/b", ""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDisk(t)
			c.do(d)
			least := d.Files()
			must(t, d.Cut(nil, Drop))
			d.expect(c.want...)
			for i := 0; i < len(c.want); i += 2 {
				if data, found := least[c.want[i]]; !found || string(data) != c.want[i+1] {
					t.Errorf("Files said %q", least)
				}
			}
			if len(least) != len(c.want)/2 {
				t.Errorf("Files said %q", least)
			}
		})
	}
}

func TestTimesLastWithFsync(t *testing.T) {
	d := newDisk(t)
	d.Put("a", nil)
	when := time.Unix(1e9, 0)
	must(t, os.Chtimes(d.at("a"), when, when))
	d.sync("a")
	must(t, os.Chtimes(d.at("a"), time.Now(), time.Now()))
	must(t, d.Cut(nil, Drop))
	if info, err := os.Stat(d.at("a")); err != nil || !info.ModTime().Equal(when) {
		t.Errorf("the time is %v, %v", info.ModTime(), err)
	}
}

// A process that ends without unmounting leaves no mount behind.
func TestNoMountIsLeftBehind(t *testing.T) {
	newDisk(t) // skips
	dir := t.TempDir()
	mounts, err := unix.Open("/proc/self/mountinfo", unix.O_RDONLY, 0)
	must(t, err)
	defer unix.Close(mounts)
	if lines := child(t, "leave", dir).all(); !slices.Equal(lines, []string{"mounted"}) {
		t.Fatalf("the child says %q", lines)
	}
	for mountedAt(t, dir) { // the kernel tells when the mounts change
		n, err := unix.Poll([]unix.PollFd{{Fd: int32(mounts), Events: unix.POLLPRI}}, 10_000)
		if n == 0 && mountedAt(t, dir) {
			t.Fatal("the mount is still there")
		}
		if err != nil && err != unix.EINTR {
			t.Fatal(err)
		}
	}
}
