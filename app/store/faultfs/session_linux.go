package faultfs

import (
	"syscall"
	"time"

	"github.com/hanwen/go-fuse/v2/fuse"
)

// session answers the kernel for one mounting of an FS. When the FS is mounted
// anew, the old session is dead and cannot touch what the new one serves.
type session struct {
	fuse.RawFileSystem // says ENOSYS to all that is not here
	fs                 *FS
	dir                string
	server             *fuse.Server
	closed             chan struct{} // at the beginning of detach
	done               chan struct{} // at its end

	// The rest is under fs.mu.
	dead     bool
	listings map[uint64][]fuse.DirEntry
	handles  uint64
}

// place is a node, or with a name what that name in the node stands for.
type place struct {
	id   uint64
	name string
}

// enter begins a call: it counts it, waits, and says what goes wrong. It
// returns with fs.mu held.
func (s *session) enter(op Op, at ...place) (*node, Fault, fuse.Status) {
	fs := s.fs
	fs.mu.Lock()
	if s.dead {
		return nil, Fault{}, fuse.ENODEV
	}
	var names []string
	for _, p := range at {
		if n := fs.nodes[p.id]; n != nil && p.name != "" {
			names = append(names, n.child(p.name))
		} else if n != nil {
			names = append(names, n.path())
		}
	}
	f := fs.meet(op, names...)
	if f.Delay > 0 {
		release := fs.release
		fs.mu.Unlock()
		timer := time.NewTimer(f.Delay)
		select {
		case <-timer.C:
		case <-release:
		case <-s.closed:
		}
		timer.Stop()
		fs.mu.Lock()
	}
	n := fs.nodes[at[0].id]
	switch {
	case s.dead:
		return nil, Fault{}, fuse.ENODEV
	case fs.gone && op&(Read|Write|Sync|SyncDir) != 0:
		return nil, Fault{}, fuse.EIO
	case fs.gone:
		return nil, Fault{}, fuse.ENODEV
	case n == nil:
		return nil, Fault{}, fuse.Status(syscall.ESTALE)
	case fs.readOnly && op&Changes != 0:
		return nil, Fault{}, fuse.EROFS
	}
	return n, f, fuse.Status(f.Err)
}

func (s *session) String() string { return "faultfs" }

func (s *session) Forget(id, lookups uint64) {
	s.fs.mu.Lock()
	defer s.fs.mu.Unlock()
	if n := s.fs.nodes[id]; n != nil && !s.dead {
		n.lookups -= min(lookups, n.lookups)
		s.fs.drop(n)
	}
}

func (s *session) GetAttr(_ <-chan struct{}, in *fuse.GetAttrIn, out *fuse.AttrOut) fuse.Status {
	n, _, status := s.enter(Stat, place{id: in.NodeId})
	defer s.fs.mu.Unlock()
	if status == fuse.OK {
		n.fill(&out.Attr)
	}
	return status
}

func (s *session) SetAttr(_ <-chan struct{}, in *fuse.SetAttrIn, out *fuse.AttrOut) fuse.Status {
	op := SetAttr
	size, sized := in.GetSize()
	if sized {
		op = Truncate
	}
	n, _, status := s.enter(op, place{id: in.NodeId})
	defer s.fs.mu.Unlock()
	if status != fuse.OK {
		return status
	}
	if sized {
		if size > maxSize {
			return fuse.Status(syscall.EFBIG)
		}
		n.truncate(int64(size))
	}
	if mode, ok := in.GetMode(); ok {
		n.attr.mode = mode & 0o7777
	}
	if uid, ok := in.GetUID(); ok {
		n.attr.uid = uid
	}
	if gid, ok := in.GetGID(); ok {
		n.attr.gid = gid
	}
	if t, ok := in.GetATime(); ok {
		n.attr.accessed = t
	}
	if t, ok := in.GetMTime(); ok {
		n.attr.modified = t
	}
	n.attr.changed = time.Now()
	n.fill(&out.Attr)
	return fuse.OK
}

func (s *session) Open(_ <-chan struct{}, in *fuse.OpenIn, _ *fuse.OpenOut) fuse.Status {
	_, _, status := s.enter(Open, place{id: in.NodeId})
	defer s.fs.mu.Unlock()
	if status == fuse.OK && s.fs.readOnly && in.Flags&(syscall.O_WRONLY|syscall.O_RDWR|syscall.O_TRUNC) != 0 {
		return fuse.EROFS
	}
	return status
}

func (s *session) Read(_ <-chan struct{}, in *fuse.ReadIn, buf []byte) (fuse.ReadResult, fuse.Status) {
	n, _, status := s.enter(Read, place{id: in.NodeId})
	defer s.fs.mu.Unlock()
	if status != fuse.OK {
		return nil, status
	}
	from := min(in.Offset, uint64(len(n.data)))
	return fuse.ReadResultData(buf[:copy(buf, n.data[from:])]), fuse.OK
}

func (s *session) Write(_ <-chan struct{}, in *fuse.WriteIn, data []byte) (uint32, fuse.Status) {
	n, f, status := s.enter(Write, place{id: in.NodeId})
	defer s.fs.mu.Unlock()
	switch {
	case n == nil || status != fuse.OK && !f.Short:
		return 0, status
	case in.Offset+uint64(len(data)) > maxSize:
		return 0, fuse.Status(syscall.EFBIG)
	}
	if f.Short {
		data = short(data)
	}
	if s.fs.full(n.wants(int64(in.Offset), len(data))) {
		return 0, fuse.Status(syscall.ENOSPC)
	}
	n.write(int64(in.Offset), data)
	if status != fuse.OK {
		return 0, status
	}
	return uint32(len(data)), fuse.OK
}

// short is the part of a write that Fault.Short lets through.
func short(data []byte) []byte {
	size := len(data) / 2 / sector * sector
	if size == 0 {
		size = max(len(data)-1, 0) / sector * sector
	}
	return data[:size]
}

func (s *session) Fsync(_ <-chan struct{}, in *fuse.FsyncIn) fuse.Status {
	const dataOnly = 1
	n, f, status := s.enter(Sync, place{id: in.NodeId})
	defer s.fs.mu.Unlock()
	switch {
	case status != fuse.OK:
		if f.Lose {
			n.lose()
		}
		return status
	case s.fs.readOnly && len(n.log) > 0:
		return fuse.EROFS
	}
	n.sync()
	if in.FsyncFlags&dataOnly == 0 {
		n.kept = n.attr
	}
	return fuse.OK
}

func (s *session) StatFs(_ <-chan struct{}, _ *fuse.InHeader, out *fuse.StatfsOut) fuse.Status {
	const unlimited = 1 << 28 // blocks, 1 TiB
	s.fs.mu.Lock()
	defer s.fs.mu.Unlock()
	switch {
	case s.dead || s.fs.gone:
		return fuse.ENODEV
	case s.fs.capacity > 0:
		out.Blocks = uint64(s.fs.capacity)
	default:
		out.Blocks = unlimited
	}
	out.Bfree = out.Blocks - min(out.Blocks, uint64(s.fs.used()))
	out.Bavail = out.Bfree
	out.Files, out.Ffree = out.Blocks, out.Bfree
	out.Bsize, out.Frsize, out.NameLen = block, block, maxName
	return fuse.OK
}

// fill tells the kernel about a node. It may keep none of it: the timeouts in
// what it is put into stay 0.
func (n *node) fill(a *fuse.Attr) {
	*a = fuse.Attr{
		Ino:     n.id,
		Size:    uint64(len(n.data)),
		Blocks:  uint64(n.held) * block / sector,
		Blksize: block,
		Mode:    n.kind() | n.attr.mode,
		Nlink:   uint32(n.links),
		Owner:   fuse.Owner{Uid: n.attr.uid, Gid: n.attr.gid},
	}
	if n.folder {
		a.Size, a.Nlink = block, 2
	}
	a.SetTimes(&n.attr.accessed, &n.attr.modified, &n.attr.changed)
}

func (n *node) kind() uint32 {
	if n.folder {
		return syscall.S_IFDIR
	}
	return syscall.S_IFREG
}
