package store

import (
	"os"
	"time"
)

// Monday is the beginning of t's week: Monday, 00:00 UTC. Nothing the app
// keeps says more of when than this.
func Monday(t time.Time) time.Time {
	t = t.UTC()
	day := (int(t.Weekday()) + 6) % 7
	return time.Date(t.Year(), t.Month(), t.Day()-day, 0, 0, 0, 0, time.UTC)
}

// stampFile gives the file the time of the week after a write, which leaves the
// folder's as it is. On some file systems that takes a tenth of the time of the
// write, so whoever wrote need not wait for it.
func (s *Store) stampFile() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open != nil {
		week := s.options.Week()
		_ = os.Chtimes(s.path(), week, week)
	}
}

// stamp gives the file and its folder the time of the week, for the last
// change as well as for the last reading. A store opened for reading gives its
// file only the time of reading that fits the change.
func (s *Store) stamp() error {
	if s.options.ReadOnly {
		if info, err := os.Stat(s.path()); err == nil {
			// Somebody else's file may be read but not stamped.
			_ = os.Chtimes(s.path(), info.ModTime(), info.ModTime())
		}
		return nil
	}
	week := s.options.Week()
	if err := os.Chtimes(s.path(), week, week); err != nil {
		return err
	}
	return os.Chtimes(s.dir, week, week)
}
