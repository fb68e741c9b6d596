package store

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
)

// Report says what came of the last repair. It names no entry, only counts.
type Report struct {
	// Week is when, such as "2026-W48".
	Week string `json:"week"`
	// Whole says that the entries certainly are those that were last written,
	// all of them. Otherwise something may have been lost; when what says
	// how much there was is lost too, nobody knows.
	Whole bool `json:"whole"`
	// Kept counts the entries that are there now, by bucket.
	Kept map[string]int `json:"kept"`
	// FromCopy counts those of them that came from a copy, in the state that
	// they had when it was made.
	FromCopy int `json:"from_copy"`
	// Missing counts the entries that are known to have been there and are
	// not any more. It is 0 when nothing is known of how many there were.
	Missing int `json:"missing"`
	// Fresh says that this Store made the repair, not one of an earlier start.
	Fresh bool `json:"-"`
}

func (v *salvage) report(week string) Report {
	r := Report{Week: week, Whole: v.whole(), Kept: map[string]int{}}
	for place, p := range v.pieces {
		r.Kept[place[0]]++
		if p.copied {
			r.FromCopy++
		}
	}
	if v.known && !r.Whole {
		r.Missing = max(0, int(v.newest.Entries)-len(v.pieces))
	}
	return r
}

// after is the report of a repair that follows another in the same week: what
// was lost then is not there now.
func (r Report) after(before Report) Report {
	if before.Week == r.Week && !before.Whole {
		r.Whole = false
		r.Missing += before.Missing
	}
	return r
}

func (r Report) frame(sequence uint64) []byte {
	b, _ := json.Marshal(r) // numbers and strings never fail
	return seal(sequence, metaBucket, reportKey, b)
}

func readReport(frame []byte) (r Report, found bool) {
	record, err := unseal(metaBucket, reportKey, frame)
	if err != nil || json.Unmarshal(record.value, &r) != nil {
		return Report{}, false
	}
	return r, true
}

// Report is what came of the last repair of this week, and whether there was
// one. It does not wait for the disk longer than what is under way.
func (s *Store) Report() (Report, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := s.report
	r.Fresh = s.fresh
	return r, s.healed && s.report.Week == written(s.options.Week())
}

// Inspect looks at the store in dir without changing it, as Open with ReadOnly
// does, and makes the full check if o names a program for it. It returns nil
// for a sound store, and ErrAbsent, ErrBusy, ErrDamaged, ErrNewer or the
// system's error.
func Inspect(dir string, o Options) error {
	o.ReadOnly = true
	s := New(dir, o)
	_, err := examine(s.path(), s.options)
	if err == nil && o.Program != "" {
		err = runCheck(context.Background(), o.Program, s.path())
		if !errors.Is(err, ErrDamaged) {
			err = nil // it could not be made
		}
	}
	_ = s.stamp() // of the reading
	if errors.Is(err, fs.ErrNotExist) && s.anyLeft() {
		err = ErrDamaged
	}
	return absent(explain("look at the store", err))
}

// Repair puts the store in dir right if it is damaged, also where the disk
// cannot read all of it, which Open does not dare. It returns what came of it,
// and whether there was anything to do. The errors are those of Open.
func Repair(dir string, o Options) (r Report, done bool, err error) {
	s := New(dir, o)
	err = Inspect(dir, o)
	switch {
	case err == nil, errors.Is(err, ErrAbsent):
		return r, false, nil
	case errors.Is(err, ErrBusy), errors.Is(err, ErrNewer):
		return r, false, err
	}
	s.force = true
	if err := s.repair(err); err != nil {
		return r, false, err
	}
	// What came of it stands in the new file.
	if s, err = Open(dir, o); err != nil {
		return r, false, err
	}
	defer s.Close()
	r, done = s.Report()
	return r, done, nil
}
