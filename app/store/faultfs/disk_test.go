//go:build linux

package faultfs

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// disk is a mounted file system and how a test works on it. Its steps fail the
// test when they fail.
type disk struct {
	*FS
	t   *testing.T
	dir string
}

func newDisk(t *testing.T) *disk {
	t.Helper()
	dir := t.TempDir()
	f, err := Mount(dir)
	if errors.Is(err, ErrUnavailable) {
		t.Skip(err)
	}
	must(t, err)
	t.Cleanup(func() {
		if err := f.Unmount(); err != nil {
			t.Error(err)
		}
		if mountedAt(t, dir) {
			t.Error("the mount is still there")
		}
	})
	return &disk{f, t, dir}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func mountedAt(t *testing.T, dir string) bool {
	t.Helper()
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	must(t, err)
	return strings.Contains(string(mounts), " "+dir+" ")
}

func (d *disk) at(name string) string { return filepath.Join(d.dir, name) }

// write writes bytes into a file, which need not be there, from a place on.
func (d *disk) write(name string, at int64, data string) {
	d.t.Helper()
	f, err := os.OpenFile(d.at(name), os.O_CREATE|os.O_RDWR, 0o600)
	must(d.t, err)
	_, err = f.WriteAt([]byte(data), at)
	must(d.t, err)
	must(d.t, f.Close())
}

func (d *disk) sync(name string) {
	d.t.Helper()
	must(d.t, syncAt(d.at(name)))
}

func syncAt(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}

// expect compares all files, as programs see them, with name, bytes, name, ….
func (d *disk) expect(want ...string) {
	d.t.Helper()
	var got []string
	must(d.t, filepath.WalkDir(d.dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		short, _ := filepath.Rel(d.dir, name)
		got = append(got, short, string(data))
		return err
	}))
	if !slices.Equal(got, want) {
		d.t.Errorf("there is %q, want %q", got, want)
	}
}
