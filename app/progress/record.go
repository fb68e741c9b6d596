package progress

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"vigie/app/lesson"
	"vigie/app/store"
)

const (
	recordFormat = 1
	maxRecord    = 64 << 10 // bytes of an encoded run
	maxID        = 64       // bytes of a lesson id
)

// RunID is the name of a run: 128 random bits as 32 hexadecimal digits. It is
// tied to no person and no machine.
type RunID string

func newRunID(random io.Reader) (RunID, error) {
	var b [16]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("name a run: %w", err)
	}
	return RunID(hex.EncodeToString(b[:])), nil
}

// Week is a week of ISO 8601, such as "2026-W48", in UTC. No time that is kept
// is finer.
type Week string

// WeekOf is the week that t is in.
func WeekOf(t time.Time) Week {
	year, week := t.UTC().ISOWeek()
	return Week(fmt.Sprintf("%04d-W%02d", year, week))
}

// Monday is the moment the week began, 00:00 UTC. It returns ErrRefused for
// what is not a week of the years 1970 to 9999.
func (w Week) Monday() (time.Time, error) {
	var year, week int
	if _, err := fmt.Sscanf(string(w), "%4d-W%2d", &year, &week); err == nil && year >= 1970 {
		// The fourth of January is always in the first week.
		began := store.Monday(time.Date(year, 1, 4+7*(week-1), 0, 0, 0, 0, time.UTC))
		if WeekOf(began) == w {
			return began, nil
		}
	}
	return time.Time{}, fmt.Errorf("week %q: %w", string(w), ErrRefused)
}

// runRecord is a run as it is kept.
type runRecord struct {
	Format   int             `json:"format"`
	Week     Week            `json:"week"`
	Snapshot lesson.Snapshot `json:"snapshot"`
}

// completionRecord is a completed lesson as it is kept, under its id.
type completionRecord struct {
	Format int  `json:"format"`
	Week   Week `json:"week"`
}

func encodeRun(s lesson.Snapshot, w Week) ([]byte, error) {
	b, err := json.Marshal(runRecord{recordFormat, w, s})
	if err != nil {
		return nil, fmt.Errorf("encode a run: %w", err)
	}
	if len(b) > maxRecord {
		return nil, fmt.Errorf("run of %d bytes: %w", len(b), ErrRefused)
	}
	return b, nil
}

func encodeCompletion(w Week) []byte {
	b, _ := json.Marshal(completionRecord{recordFormat, w}) // numbers and strings never fail
	return b
}

// decodeRun reads a kept run. It returns store.ErrNewer for a later format and
// store.ErrDamaged for anything that encodeRun would not have written.
func decodeRun(b []byte) (lesson.Snapshot, error) {
	const step = "read a run"
	if len(b) > maxRecord {
		return lesson.Snapshot{}, fmt.Errorf("%s: %w: %d bytes", step, store.ErrDamaged, len(b))
	}
	var format struct {
		Format int `json:"format"`
	}
	if err := json.Unmarshal(b, &format); err != nil {
		return lesson.Snapshot{}, fmt.Errorf("%s: %w: %w", step, store.ErrDamaged, err)
	}
	if format.Format > recordFormat {
		return lesson.Snapshot{}, fmt.Errorf("%s: %w: format %d", step, store.ErrNewer, format.Format)
	}
	var r runRecord
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return lesson.Snapshot{}, fmt.Errorf("%s: %w: %w", step, store.ErrDamaged, err)
	}
	s := r.Snapshot
	_, weekErr := r.Week.Monday()
	if r.Format != recordFormat || weekErr != nil || checkID(s.Lesson) != nil || s.Step == "" || !s.Age.Valid() {
		return lesson.Snapshot{}, fmt.Errorf("%s: %w: incomplete", step, store.ErrDamaged)
	}
	return s, nil
}

// weekOfRun is the week of a kept run of any format, empty when it has none.
func weekOfRun(b []byte) Week {
	var r struct {
		Week Week `json:"week"`
	}
	if json.Unmarshal(b, &r) != nil {
		return ""
	}
	return r.Week
}

func checkID(id string) error {
	if id == "" || len(id) > maxID {
		return fmt.Errorf("id of %d bytes: %w", len(id), ErrRefused)
	}
	return nil
}
