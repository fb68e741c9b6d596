// Package faultfs is a file system in memory that does what bad disks do:
// power cuts that tear and reorder writes, errors at a chosen call, a full
// disk, a stick pulled out. It is mounted with FUSE, so the program under test
// is the real one. It is for tests and benches, on Linux, as root.
//
// For every file and folder it keeps what is volatile, which programs see, and
// what is durable, which a power cut leaves. The rules are the strictest that
// POSIX allows, stricter than ext4 in its usual mode:
//
//   - fsync and fdatasync of a file make its bytes and size last, and nothing
//     else; fsync also its times, mode and owner. O_SYNC is the same.
//   - fsync of a folder makes the names in it last: created, linked, renamed,
//     taken away. Names in other folders last only as far as a rename between
//     the two needs them; the name of the folder itself does not.
//   - After a power cut, of the naming that was not synced each folder has the
//     first so many steps, in order; a rename is there in both folders or in
//     neither. A name may so be there without the bytes, and bytes that were
//     synced may have no name.
//   - Of the bytes that were not synced How decides. A change of size
//     (truncate) that is lost takes all later writes of that file with it.
//
// Who serves a mount must not wait for it where Go cannot know of the wait: the
// serving process must neither map a file of the mount, nor hold one open while
// it starts another process, nor start one with its working folder inside. Do
// the work under test in a child.
package faultfs

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

// ErrUnavailable is returned by Mount where there is no Linux, no /dev/fuse or
// no right to mount. Tests skip then.
var ErrUnavailable = errors.New("no fault file system here")

// FS is one file system, mounted or not. Its methods may be called at any time
// from any goroutine.
type FS struct {
	dir string

	life    sync.Mutex // held while the mount comes or goes
	mounted connection // nil when not mounted
	unwatch func()

	mu       sync.Mutex
	root     *node
	nodes    map[uint64]*node // every node that has a name or that the kernel knows
	lastID   uint64
	pending  []naming // not durable yet, in order
	capacity int64    // blocks, 0 for no limit
	gone     bool
	readOnly bool
	faults   []*planned
	calls    map[Op]int
	struck   int
	release  chan struct{} // closed to end all delays
}

// connection is one mounting of an FS.
type connection interface {
	// detach ends it. Calls that still wait for an answer get an error, at
	// once with abort, otherwise when programs hold files open.
	detach(abort bool) error
	// forget drops what the kernel has cached of these nodes.
	forget(nodes []uint64)
}

// Mount mounts a new, empty file system at the folder dir, which must exist.
// It returns ErrUnavailable with the reason, or the system's error.
//
// Call Unmount when done. If the process ends without it, a small helper takes
// the mount away.
func Mount(dir string) (*FS, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("mount: %w", err)
	}
	fs := &FS{dir: dir, lastID: 1, calls: map[Op]int{}, release: make(chan struct{})}
	fs.root = newNode(1, true, attributes{mode: 0o755, modified: time.Now()})
	fs.nodes = map[uint64]*node{1: fs.root}
	if err := usable(); err != nil {
		return nil, fmt.Errorf("mount: %w: %w", ErrUnavailable, err)
	}
	fs.unwatch = watch(dir)
	if err := fs.connect(); err != nil {
		fs.unwatch()
		return nil, err
	}
	return fs, nil
}

// connect mounts; the caller holds life or is alone.
func (fs *FS) connect() (err error) {
	if fs.mounted, err = connect(fs, fs.dir); err != nil {
		fs.mounted = nil
		return fmt.Errorf("mount: %w", err)
	}
	return nil
}

// again unmounts, does change and mounts at the same place.
func (fs *FS) again(abort bool, change func()) error {
	fs.life.Lock()
	defer fs.life.Unlock()
	if fs.mounted != nil {
		if err := fs.mounted.detach(abort); err != nil {
			return fmt.Errorf("unmount: %w", err)
		}
		fs.mounted = nil
	}
	fs.mu.Lock()
	change()
	fs.mu.Unlock()
	return fs.connect()
}

// Unmount takes the mount away, also when programs have files open in it; what
// they do with them later fails. A second call does nothing.
func (fs *FS) Unmount() error {
	fs.life.Lock()
	defer fs.life.Unlock()
	if fs.mounted == nil {
		return nil
	}
	if err := fs.mounted.detach(false); err != nil {
		return fmt.Errorf("unmount: %w", err)
	}
	fs.mounted = nil
	fs.unwatch()
	return nil
}

// Remount unmounts and mounts, so that the kernel has nothing cached and reads
// reach the disk. Nothing is lost, synced or not. Programs that have files open
// are cut off.
func (fs *FS) Remount() error { return fs.again(false, fs.settle) }

// Cut cuts the power: what is left is what a disk could hold, as How says, and
// it is mounted anew at the same place. The programs that used it should be
// dead; calls of those that are not fail. With random nil nothing unsynced
// survives, names neither. Faults, counts, space and ReadOnly stay as they are.
func (fs *FS) Cut(random *rand.Rand, how How) error {
	return fs.again(true, func() {
		fs.gone = false
		fs.crash(random, how)
	})
}

// Vanish is a stick pulled out: from now on every call fails, with EIO on an
// open file and ENODEV on names. What the kernel has cached can still be read,
// as with real sticks; DropCaches ends that.
func (fs *FS) Vanish() {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	fs.gone = true
}

// Return puts the stick in again: mounts anew what was durable.
func (fs *FS) Return() error { return fs.Cut(nil, Drop) }

// ReadOnly makes every call that changes something fail with EROFS, and also
// the sync of a file with unsynced writes; or ends that.
func (fs *FS) ReadOnly(on bool) {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	fs.readOnly = on
}

// DropCaches makes the kernel forget what it has cached, without a new mount:
// the next reads of open and mapped files reach the disk.
func (fs *FS) DropCaches() {
	fs.life.Lock()
	defer fs.life.Unlock()
	fs.mu.Lock()
	var known []uint64
	for id, n := range fs.nodes {
		if !n.folder && n.lookups > 0 {
			known = append(known, id)
		}
	}
	fs.mu.Unlock() // dropping may write pages back
	if fs.mounted != nil {
		fs.mounted.forget(known)
	}
}

// Files is what a power cut now would leave at the least: the names that are
// durable, with "/" between folders, and their durable bytes. Folders are not
// in it.
func (fs *FS) Files() map[string][]byte {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	files := map[string][]byte{}
	var walk func(prefix string, folder *node)
	walk = func(prefix string, folder *node) {
		for name, n := range folder.lasting {
			if n.folder {
				walk(prefix+name+"/", n)
			} else {
				files[prefix+name] = bytes.Clone(n.disk)
			}
		}
	}
	walk("", fs.root)
	return files
}

// Put places a file from outside, with its folders, durable at once. A file of
// that name loses the name as by a rename; who has it open keeps the old one.
// Put knows no faults. It returns ENOTDIR or EISDIR when a folder and a file
// get in each other's way.
func (fs *FS) Put(name string, data []byte) error {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	folder := fs.root
	steps := strings.Split(strings.TrimPrefix(path.Clean("/"+name), "/"), "/")
	for i, step := range steps {
		there := folder.names[step]
		last := i == len(steps)-1
		switch {
		case step == "" || last && there != nil && there.folder:
			return fmt.Errorf("put %s: %w", name, syscall.EISDIR)
		case !last && there != nil && !there.folder:
			return fmt.Errorf("put %s: %w", name, syscall.ENOTDIR)
		case last:
			there = fs.add(false, attributes{mode: 0o600, modified: time.Now()})
			there.write(0, data)
			there.sync()
			fs.name(entry{folder, step, there})
		case there == nil:
			there = fs.add(true, attributes{mode: 0o700, modified: time.Now()})
			fs.name(entry{folder, step, there})
		}
		fs.commit(folder)
		folder = there
	}
	return nil
}

// settle forgets the kernel's view after an unmount; the caller holds mu.
func (fs *FS) settle() {
	for id, n := range fs.nodes {
		n.lookups = 0
		if n.links == 0 && n != fs.root {
			delete(fs.nodes, id)
		}
	}
}

// sortedNames is for whatever has to come out the same for the same random
// numbers.
func sortedNames(m map[string]*node) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
