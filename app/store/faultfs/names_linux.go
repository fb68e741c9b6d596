package faultfs

import (
	"syscall"
	"time"

	"github.com/hanwen/go-fuse/v2/fuse"
	"golang.org/x/sys/unix"
)

const maxName = 255

// tell makes n known to the kernel.
func (n *node) tell(out *fuse.EntryOut) {
	n.lookups++
	out.NodeId, out.Generation = n.id, 1
	n.fill(&out.Attr)
}

func (s *session) Lookup(_ <-chan struct{}, in *fuse.InHeader, name string, out *fuse.EntryOut) fuse.Status {
	folder, _, status := s.enter(Lookup, place{in.NodeId, name})
	defer s.fs.mu.Unlock()
	if status != fuse.OK {
		return status
	}
	if len(name) > maxName {
		return fuse.Status(syscall.ENAMETOOLONG)
	}
	n := folder.names[name]
	if n == nil {
		return fuse.ENOENT
	}
	n.tell(out)
	return fuse.OK
}

// make is what Create and Mkdir have in common.
func (s *session) make(op Op, in *fuse.InHeader, name string, mode uint32, out *fuse.EntryOut) fuse.Status {
	folder, _, status := s.enter(op, place{in.NodeId, name})
	defer s.fs.mu.Unlock()
	switch {
	case status != fuse.OK:
		return status
	case folder.names[name] != nil:
		return fuse.Status(syscall.EEXIST)
	case len(name) > maxName:
		return fuse.Status(syscall.ENAMETOOLONG)
	case s.fs.full(1):
		return fuse.Status(syscall.ENOSPC)
	}
	n := s.fs.add(op == Mkdir, attributes{mode: mode & 0o7777, uid: in.Uid, gid: in.Gid, modified: time.Now()})
	s.name(entry{folder, name, n})
	n.tell(out)
	return fuse.OK
}

// name does a step of naming and the times that go with it.
func (s *session) name(step ...entry) {
	now := time.Now()
	for _, e := range step {
		e.folder.attr.modified, e.folder.attr.changed = now, now
		if e.node != nil {
			e.node.attr.changed = now
		}
	}
	s.fs.name(step...)
}

func (s *session) Create(_ <-chan struct{}, in *fuse.CreateIn, name string, out *fuse.CreateOut) fuse.Status {
	return s.make(Create, &in.InHeader, name, in.Mode, &out.EntryOut)
}

func (s *session) Mkdir(_ <-chan struct{}, in *fuse.MkdirIn, name string, out *fuse.EntryOut) fuse.Status {
	return s.make(Mkdir, &in.InHeader, name, in.Mode, out)
}

func (s *session) Link(_ <-chan struct{}, in *fuse.LinkIn, name string, out *fuse.EntryOut) fuse.Status {
	folder, _, status := s.enter(Link, place{in.NodeId, name}, place{id: in.Oldnodeid})
	defer s.fs.mu.Unlock()
	if status != fuse.OK {
		return status
	}
	n := s.fs.nodes[in.Oldnodeid]
	switch {
	case n == nil:
		return fuse.Status(syscall.ESTALE)
	case folder.names[name] != nil:
		return fuse.Status(syscall.EEXIST)
	case len(name) > maxName:
		return fuse.Status(syscall.ENAMETOOLONG)
	}
	s.name(entry{folder, name, n})
	n.tell(out)
	return fuse.OK
}

func (s *session) Unlink(_ <-chan struct{}, in *fuse.InHeader, name string) fuse.Status {
	return s.remove(Unlink, in, name)
}

func (s *session) Rmdir(_ <-chan struct{}, in *fuse.InHeader, name string) fuse.Status {
	return s.remove(Rmdir, in, name)
}

func (s *session) remove(op Op, in *fuse.InHeader, name string) fuse.Status {
	folder, _, status := s.enter(op, place{in.NodeId, name})
	defer s.fs.mu.Unlock()
	if status != fuse.OK {
		return status
	}
	n := folder.names[name]
	switch {
	case n == nil:
		return fuse.ENOENT
	case len(n.names) > 0:
		return fuse.Status(syscall.ENOTEMPTY)
	}
	s.name(entry{folder, name, nil})
	return fuse.OK
}

func (s *session) Rename(_ <-chan struct{}, in *fuse.RenameIn, oldName, newName string) fuse.Status {
	from, _, status := s.enter(Rename, place{in.NodeId, oldName}, place{in.Newdir, newName})
	defer s.fs.mu.Unlock()
	if status != fuse.OK {
		return status
	}
	to := s.fs.nodes[in.Newdir]
	if to == nil {
		return fuse.Status(syscall.ESTALE)
	}
	n, there := from.names[oldName], to.names[newName]
	switch {
	case n == nil:
		return fuse.ENOENT
	case len(newName) > maxName:
		return fuse.Status(syscall.ENAMETOOLONG)
	case in.Flags == unix.RENAME_EXCHANGE && there != nil:
		s.name(entry{from, oldName, there}, entry{to, newName, n})
		return fuse.OK
	case in.Flags&^unix.RENAME_NOREPLACE != 0:
		return fuse.EINVAL
	case in.Flags != 0 && there != nil:
		return fuse.Status(syscall.EEXIST)
	case there != nil && len(there.names) > 0:
		return fuse.Status(syscall.ENOTEMPTY)
	}
	s.name(entry{from, oldName, nil}, entry{to, newName, n})
	return fuse.OK
}

func (s *session) FsyncDir(_ <-chan struct{}, in *fuse.FsyncIn) fuse.Status {
	n, _, status := s.enter(SyncDir, place{id: in.NodeId})
	defer s.fs.mu.Unlock()
	if status != fuse.OK {
		return status
	}
	if s.fs.readOnly && s.fs.unsynced(n) {
		return fuse.EROFS
	}
	s.fs.commit(n)
	n.kept = n.attr
	return fuse.OK
}

func (s *session) OpenDir(_ <-chan struct{}, in *fuse.OpenIn, out *fuse.OpenOut) fuse.Status {
	_, _, status := s.enter(Open, place{id: in.NodeId})
	defer s.fs.mu.Unlock()
	if status == fuse.OK {
		s.handles++
		out.Fh = s.handles
	}
	return status
}

// ReadDir lists a folder as it was when its beginning was read.
func (s *session) ReadDir(_ <-chan struct{}, in *fuse.ReadIn, out *fuse.DirEntryList) fuse.Status {
	folder, _, status := s.enter(ReadDir, place{id: in.NodeId})
	defer s.fs.mu.Unlock()
	if status != fuse.OK {
		return status
	}
	if in.Offset == 0 {
		list := []fuse.DirEntry{{Name: ".", Mode: syscall.S_IFDIR, Ino: folder.id}, {Name: "..", Mode: syscall.S_IFDIR, Ino: folder.id}}
		for _, name := range sortedNames(folder.names) {
			n := folder.names[name]
			list = append(list, fuse.DirEntry{Name: name, Mode: n.kind(), Ino: n.id})
		}
		s.listings[in.Fh] = list
	}
	list := s.listings[in.Fh]
	for i := in.Offset; i < uint64(len(list)); i++ {
		list[i].Off = i + 1
		if !out.AddDirEntry(list[i]) {
			break
		}
	}
	return fuse.OK
}

func (s *session) ReleaseDir(in *fuse.ReleaseIn) {
	s.fs.mu.Lock()
	defer s.fs.mu.Unlock()
	delete(s.listings, in.Fh)
}
