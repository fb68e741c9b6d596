//go:build !linux

package desktop

// endWatching does nothing: elsewhere a late call of Fyne's watcher falls into
// the end of the process, after everything has been kept and closed.
func endWatching() {}
