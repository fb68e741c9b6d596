package progress

import (
	"encoding/binary"
	"encoding/hex"
	"time"

	"vigie/app/lesson"
)

// resumeWithin is how long after its last acknowledged checkpoint a run is
// offered again.
const resumeWithin = 60 * time.Minute

// A token is a version, the run id and the minute of Unix time, big endian.
const (
	tokenVersion = 1
	tokenSize    = 1 + 16 + 8
)

// Offer is a run that may be continued.
type Offer struct {
	// Snapshot is the last acknowledged place. A screen that makes the
	// offer shows none of the choices in it.
	Snapshot lesson.Snapshot
	run      RunID
}

// Resumable is the run that was interrupted in this session of the operating
// system at most 60 minutes ago, and whether there is one. A clock that was set
// back makes none. It reads the disk and may wait for it.
func (r *Recorder) Resumable() (Offer, bool) {
	if r.options.Keeper == nil || r.options.Session == nil {
		return Offer{}, false
	}
	r.mu.Lock()
	offering := r.offering
	r.mu.Unlock()
	token, found := r.options.Session.Load()
	if !offering || !found {
		return Offer{}, false
	}
	run, saved, valid := parseToken(token)
	// The minute saved is rounded down, so this is never more than an hour.
	if age := r.options.Now().Sub(saved); !valid || age < 0 || age > resumeWithin {
		return Offer{}, false
	}
	record, found, err := r.options.Keeper.Get(bucketRuns, string(run))
	if err != nil || !found {
		return Offer{}, false
	}
	snapshot, err := decodeRun(record)
	if err != nil {
		return Offer{}, false
	}
	return Offer{snapshot, run}, true
}

// Resume makes the offered run the current one; its next checkpoint goes on
// where it was.
func (r *Recorder) Resume(o Offer) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.run = o.run
}

// saveToken notes in the session that the run can be continued. Without a
// session, or when it refuses, nothing will be offered.
func (r *Recorder) saveToken(run RunID) {
	if r.options.Session == nil {
		return
	}
	_ = r.options.Session.Save(newToken(run, r.options.Now()))
	r.mu.Lock()
	defer r.mu.Unlock()
	// It may have been asked to forget the run in the meantime.
	r.offering = r.offering || run == r.run
}

// forgetToken takes the note back if it names a run that is about to go.
func (r *Recorder) forgetToken(w work) {
	if r.options.Session == nil || !w.rebuild {
		return
	}
	token, found := r.options.Session.Load()
	if !found {
		return
	}
	run, _, valid := parseToken(token)
	if none := w.offer != nil && *w.offer == ""; none || !valid || w.drop[run] || w.all {
		_ = r.options.Session.Clear()
	}
}

func newToken(run RunID, now time.Time) []byte {
	id, _ := hex.DecodeString(string(run)) // a RunID is always hexadecimal
	b := append([]byte{tokenVersion}, id...)
	return binary.BigEndian.AppendUint64(b, uint64(now.Unix()/60))
}

func parseToken(b []byte) (run RunID, minute time.Time, valid bool) {
	if len(b) != tokenSize || b[0] != tokenVersion {
		return "", time.Time{}, false
	}
	minutes := binary.BigEndian.Uint64(b[17:])
	if minutes > 1<<40 {
		return "", time.Time{}, false
	}
	return RunID(hex.EncodeToString(b[1:17])), time.Unix(int64(minutes)*60, 0), true
}
