package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
)

const (
	elementSize = 16 // of a branch or leaf element, before its key
	bucketHead  = 16 // root page and sequence before an inline page
	leafBucket  = 1  // flag of an element that is a bucket
	maxDepth    = 64 // of the tree; 10 would hold more than a disk does
)

// walker reads the tree of a bbolt file by itself. On a damaged file bbolt can
// panic, run in circles or ask for all memory there is; this looks at every
// page at most once, and at nothing outside the file.
type walker struct {
	file io.ReaderAt
	meta meta
	used []bool // pages that were met
	// entry is called for each entry, in order, with parts of a buffer that
	// are good during the call.
	entry func(bucket, key, value []byte) error
	only  string   // the one bucket to look into, "" for all
	pages [][]byte // a buffer for each depth
}

// walk goes through the whole tree. It returns ErrDamaged for anything that
// bbolt would not have written, and an error of reading or of entry.
func (w *walker) walk() error {
	w.used = make([]bool, w.meta.pages)
	return w.page(w.meta.root, nil, nil, nil, 0)
}

func hurt(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}

// page walks a page and those below it. Its keys must be from on and, unless
// that is nil, before until.
func (w *walker) page(id uint64, bucket, from, until []byte, depth int) error {
	flags, count, overflow, err := pageAt(w.file, w.meta, id)
	if err != nil {
		return err
	}
	if depth > maxDepth {
		return hurt("page %d at depth %d", id, depth)
	}
	for i := id; i <= id+uint64(overflow); i++ {
		if w.used[i] {
			return hurt("page %d is met twice", i)
		}
		w.used[i] = true
	}
	b := w.buffer(depth, (int(overflow)+1)*pageSize)
	if _, err := w.file.ReadAt(b, int64(id)*pageSize); err != nil {
		return err
	}
	return w.elements(b, flags, int(count), bucket, from, until, depth)
}

// buffer is one of the size for a page at a depth; those above stay in use.
func (w *walker) buffer(depth, size int) []byte {
	if len(w.pages) <= depth {
		w.pages = append(w.pages, nil)
	}
	if cap(w.pages[depth]) < size {
		w.pages[depth] = make([]byte, size)
	}
	return w.pages[depth][:size]
}

// elements walks what is on a page, which for a small bucket is inside another.
func (w *walker) elements(b []byte, flags uint16, count int, bucket, from, until []byte, depth int) error {
	if flags != flagLeaf && flags != flagBranch || flags == flagBranch && count == 0 {
		return hurt("a page of kind %d with %d elements", flags, count)
	}
	if pageHead+count*elementSize > len(b) {
		return hurt("%d elements on a page of %d bytes", count, len(b))
	}
	order := binary.NativeEndian
	key := func(i int) (key, rest []byte) {
		e := b[pageHead+i*elementSize:]
		at, size := order.Uint32(e), order.Uint32(e[4:])
		if flags == flagLeaf {
			at, size = order.Uint32(e[4:]), order.Uint32(e[8:])
		}
		if uint64(at)+uint64(size) > uint64(len(e)) || at < elementSize {
			return nil, nil
		}
		return e[at : at+size], e[at+size:]
	}
	var last []byte
	for i := range count {
		k, rest := key(i)
		if len(k) == 0 || bytes.Compare(k, from) < 0 || i > 0 && bytes.Compare(k, last) <= 0 || until != nil && bytes.Compare(k, until) >= 0 {
			return hurt("a key is missing or in the wrong place")
		}
		e := b[pageHead+i*elementSize:]
		var err error
		if flags == flagBranch {
			end := until
			if i+1 < count {
				end, _ = key(i + 1)
			}
			err = w.page(order.Uint64(e[8:]), bucket, k, end, depth+1)
		} else {
			err = w.leaf(order.Uint32(e), bucket, k, rest, order.Uint32(e[12:]), depth)
		}
		if err != nil {
			return err
		}
		last = k
	}
	return nil
}

// leaf walks one element of a leaf: an entry, or at the top a bucket.
func (w *walker) leaf(flags uint32, bucket, key, rest []byte, size uint32, depth int) error {
	isBucket := flags == leafBucket
	if uint64(size) > uint64(len(rest)) || isBucket != (bucket == nil) || flags > leafBucket {
		return hurt("an element of %d bytes and kind %d", size, flags)
	}
	value := rest[:size]
	if !isBucket {
		return w.entry(bucket, key, value)
	}
	if w.only != "" && string(key) != w.only {
		return nil
	}
	if len(value) < bucketHead {
		return hurt("a bucket of %d bytes", len(value))
	}
	order := binary.NativeEndian
	if root := order.Uint64(value); root != 0 {
		return w.page(root, key, nil, nil, depth+1)
	}
	inline := value[bucketHead:]
	if len(inline) < pageHead || order.Uint16(inline[8:]) != flagLeaf {
		return hurt("a bucket without a page")
	}
	return w.elements(inline, flagLeaf, int(order.Uint16(inline[10:])), key, nil, nil, depth)
}

// checkPages sees to it that every page is either in the tree or free.
func (w *walker) checkPages(free []uint64, freelist, overflow uint64) error {
	for i := freelist; i <= freelist+overflow; i++ {
		if w.used[i] {
			return hurt("page %d is in the tree and holds the free list", i)
		}
		w.used[i] = true
	}
	for _, id := range free {
		if w.used[id] {
			return hurt("page %d is free and used", id)
		}
		w.used[id] = true
	}
	for i := 2; i < len(w.used); i++ {
		if !w.used[i] {
			return hurt("page %d is neither free nor used", i)
		}
	}
	return nil
}
