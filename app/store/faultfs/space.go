package faultfs

// SetSpace makes the disk so many bytes large, counted in blocks of 4 KiB; 0
// takes the limit away. Each file and folder takes one block, and one for each
// part of it that was written; what was only made longer takes nothing, and so
// does a file without a name, open or not. Writes and new files beyond answer
// ENOSPC. The disk may be made smaller than what
// is on it.
func (fs *FS) SetSpace(bytes int64) {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	fs.capacity = bytes / block
	if bytes > 0 {
		fs.capacity = max(fs.capacity, 1)
	}
}

// Used is how many bytes of the disk are taken; SetSpace(Used()) fills it.
func (fs *FS) Used() int64 {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	return fs.used() * block
}

func (fs *FS) used() (blocks int64) {
	for _, n := range fs.nodes {
		// Whether a file without a name is still open the kernel tells too
		// late: it would be chance whether there is room after a removal.
		if n.links > 0 || n == fs.root {
			blocks += 1 + int64(n.held)
		}
	}
	return blocks
}

// full reports whether there is no room for so many blocks more.
func (fs *FS) full(more int) bool {
	return more > 0 && fs.capacity > 0 && fs.used()+int64(more) > fs.capacity
}
