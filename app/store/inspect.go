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

// readMeta refuses what is no bbolt file of ours: a wrong size, a meta page that
// is not valid, pages that are not in the file. Of two valid meta pages it
// returns the newer. One that is not valid is damage although bbolt would go
// on with the other, which may be the older and miss the last write.
func readMeta(f *os.File, maxSize int) (meta, error) {
	info, err := f.Stat()
	if err != nil {
		return meta{}, err
	}
	if info.Size() < 4*pageSize || info.Size() > int64(maxSize) {
		return meta{}, fmt.Errorf("%w: %d bytes long", ErrDamaged, info.Size())
	}
	m, valid, err := newestMeta(f)
	switch last := uint64(info.Size()) / pageSize; {
	case err != nil:
		return meta{}, err
	case valid < 2:
		return m, fmt.Errorf("%w: %d of 2 beginnings", ErrDamaged, valid)
	case m.pageSize != pageSize:
		return meta{}, fmt.Errorf("%w: pages of %d bytes", ErrDamaged, m.pageSize)
	case m.pages > last || m.pages < 4:
		return meta{}, fmt.Errorf("%w: %d of %d pages", ErrDamaged, last, m.pages)
	}
	return m, nil
}

// regular refuses what is no file, such as a folder, a pipe or a link in its
// place, before it is opened.
func regular(path string) error {
	info, err := os.Lstat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%w: not a file", ErrUnwritable)
	}
	return err
}

// newestMeta also returns how many meta pages are valid.
func newestMeta(f io.ReaderAt) (newest meta, valid int, err error) {
	for i := range int64(2) {
		var b [64]byte
		if _, err := f.ReadAt(b[:], i*pageSize+pageHead); err != nil {
			return meta{}, 0, err
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
		if valid == 0 || m.transaction > newest.transaction {
			newest = m
		}
		valid++
	}
	return newest, valid, nil
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

// readFreelist reads the list of free pages, and how many pages more than one
// it takes. This package always writes one; without it bbolt would look for
// free pages on a goroutine whose panics nobody can catch.
func readFreelist(f io.ReaderAt, m meta) (free []uint64, overflow uint64, err error) {
	if m.freelist == noFreelist {
		return nil, 0, fmt.Errorf("%w: no list of free pages", ErrDamaged)
	}
	flags, short, more, err := pageAt(f, m, m.freelist)
	if err != nil {
		return nil, 0, err
	}
	if flags != flagFreelist {
		return nil, 0, fmt.Errorf("%w: page %d is no list of free pages", ErrDamaged, m.freelist)
	}
	b := make([]byte, (int(more)+1)*pageSize-pageHead)
	if _, err := f.ReadAt(b, int64(m.freelist)*pageSize+pageHead); err != nil {
		return nil, 0, err
	}
	count := uint64(short)
	if short == countInside {
		count, b = binary.NativeEndian.Uint64(b), b[8:]
	}
	if count > uint64(len(b)/8) {
		return nil, 0, fmt.Errorf("%w: %d free pages", ErrDamaged, count)
	}
	free = make([]uint64, count)
	for i, last := 0, uint64(1); i < len(free); i++ {
		id := binary.NativeEndian.Uint64(b[8*i:])
		if id <= last || id >= m.pages {
			return nil, 0, fmt.Errorf("%w: free page %d", ErrDamaged, id)
		}
		free[i], last = id, id
	}
	return free, uint64(more), nil
}

// lock waits for as long as timeout until nobody else has the file open, or
// with exclusive false nobody writes it.
func lock(f *os.File, exclusive bool, timeout time.Duration) error {
	const pause = 20 * time.Millisecond
	for waited := time.Duration(0); ; waited += pause {
		free, err := tryLock(f, exclusive)
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
