package store

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"time"
)

// The layout of a bbolt file, from bbolt v1.5.0 internal/common (page.go and
// meta.go): integers in the order of the machine.
const (
	boltMagic    = 0xED0CDAED
	boltVersion  = 2
	pageHead     = 16
	flagBranch   = 0x01
	flagLeaf     = 0x02
	flagFreelist = 0x10
	noFreelist   = ^uint64(0)
	countInside  = 0xFFFF // the true count is the first element
)

// meta is what one of the two first pages says of the file.
type meta struct {
	pageSize              uint32
	root, freelist, pages uint64
	transaction           uint64
}

// inspect refuses, before bbolt maps the file, the damage that would make it
// panic or fault while opening: a wrong size, no valid meta page, a free list
// that is not one. It holds a shared lock so as not to judge a file in the
// middle of another process's write; it returns ErrBusy when it gets none.
func inspect(path string, o Options) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := lockShared(f, o.Timeout); err != nil {
		return err
	}
	defer unlock(f)
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%w: not a file", ErrUnwritable)
	}
	if info.Size() < 4*pageSize || info.Size() > int64(o.MaxSize) {
		return fmt.Errorf("%w: %d bytes long", ErrDamaged, info.Size())
	}
	m, err := newestMeta(f)
	if err != nil {
		return err
	}
	switch last := uint64(info.Size()) / pageSize; {
	case m.pageSize != pageSize:
		return fmt.Errorf("%w: pages of %d bytes", ErrDamaged, m.pageSize)
	case m.pages > last:
		return fmt.Errorf("%w: %d of %d pages", ErrDamaged, last, m.pages)
	}
	if err := checkRoot(f, m); err != nil {
		return err
	}
	return checkFreelist(f, m)
}

func newestMeta(f io.ReaderAt) (newest meta, err error) {
	found := false
	for i := range int64(2) {
		var b [64]byte
		if _, err := f.ReadAt(b[:], i*pageSize+pageHead); err != nil {
			return meta{}, err
		}
		hash := fnv.New64a()
		hash.Write(b[:56])
		order := binary.NativeEndian
		if order.Uint32(b[0:]) != boltMagic || order.Uint32(b[4:]) != boltVersion ||
			order.Uint64(b[56:]) != hash.Sum64() {
			continue
		}
		m := meta{
			pageSize:    order.Uint32(b[8:]),
			root:        order.Uint64(b[16:]),
			freelist:    order.Uint64(b[32:]),
			pages:       order.Uint64(b[40:]),
			transaction: order.Uint64(b[48:]),
		}
		if !found || m.transaction > newest.transaction {
			newest, found = m, true
		}
	}
	if !found {
		return meta{}, fmt.Errorf("%w: no beginning", ErrDamaged)
	}
	return newest, nil
}

// pageAt reads the header of a page and checks that it is the one meant and
// ends inside the file.
func pageAt(f io.ReaderAt, m meta, id uint64) (flags, count uint16, overflow uint32, err error) {
	if id < 2 || id >= m.pages {
		return 0, 0, 0, fmt.Errorf("%w: page %d is outside", ErrDamaged, id)
	}
	var b [pageHead]byte
	if _, err := f.ReadAt(b[:], int64(id)*pageSize); err != nil {
		return 0, 0, 0, err
	}
	order := binary.NativeEndian
	flags, count, overflow = order.Uint16(b[8:]), order.Uint16(b[10:]), order.Uint32(b[12:])
	if order.Uint64(b[0:]) != id || id+uint64(overflow) >= m.pages {
		return 0, 0, 0, fmt.Errorf("%w: page %d is another", ErrDamaged, id)
	}
	return flags, count, overflow, nil
}

func checkRoot(f io.ReaderAt, m meta) error {
	flags, _, _, err := pageAt(f, m, m.root)
	if err == nil && flags != flagBranch && flags != flagLeaf {
		err = fmt.Errorf("%w: page %d is no root", ErrDamaged, m.root)
	}
	return err
}

// checkFreelist reads the list of free pages. This package always writes one;
// without it bbolt would look for free pages on a goroutine whose panics
// nobody can catch.
func checkFreelist(f io.ReaderAt, m meta) error {
	if m.freelist == noFreelist {
		return fmt.Errorf("%w: no list of free pages", ErrDamaged)
	}
	flags, short, overflow, err := pageAt(f, m, m.freelist)
	if err != nil {
		return err
	}
	if flags != flagFreelist {
		return fmt.Errorf("%w: page %d is no list of free pages", ErrDamaged, m.freelist)
	}
	b := make([]byte, (int(overflow)+1)*pageSize-pageHead)
	if _, err := f.ReadAt(b, int64(m.freelist)*pageSize+pageHead); err != nil {
		return err
	}
	count := uint64(short)
	if short == countInside {
		count, b = binary.NativeEndian.Uint64(b), b[8:]
	}
	if count > uint64(len(b)/8) {
		return fmt.Errorf("%w: %d free pages", ErrDamaged, count)
	}
	for i, last := uint64(0), uint64(1); i < count; i++ {
		id := binary.NativeEndian.Uint64(b[8*i:])
		if id <= last || id >= m.pages {
			return fmt.Errorf("%w: free page %d", ErrDamaged, id)
		}
		last = id
	}
	return nil
}

// lockShared waits for as long as timeout until nobody writes the file.
func lockShared(f *os.File, timeout time.Duration) error {
	const pause = 20 * time.Millisecond
	for waited := time.Duration(0); ; waited += pause {
		free, err := tryLock(f)
		if err != nil {
			return fmt.Errorf("lock: %w", err)
		}
		if free {
			return nil
		}
		if waited >= timeout {
			return ErrBusy
		}
		time.Sleep(pause)
	}
}
