package store

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"
)

// The keys of the bucket that belongs to the store itself.
const (
	metaBucket = "meta"
	schemaKey  = "schema" // the version of the store
	stateKey   = "state"  // a state
	reportKey  = "report" // the Report of the last repair, while it matters
)

// state is what a store knows of itself. It changes in the same transaction
// as the entries, so that it tells at every opening whether they are all there.
type state struct {
	// Sequence is that of the frame this stands in.
	Sequence uint64 `json:"sequence"`
	// Entries counts the entries outside the bucket meta, and Sum adds up
	// (modulo 2⁶⁴) a number made of each one's checksum and sequence. A
	// missing entry, or an earlier state of one, makes them wrong.
	Entries uint64 `json:"entries"`
	Sum     uint64 `json:"sum,string"`
	// Transaction is bbolt's number of the transaction that wrote this. A page
	// whose last write the disk lost holds a state that fits it, of another.
	Transaction uint64 `json:"transaction,omitempty"`
	// Open is set by the first write after opening and cleared by Close.
	Open bool `json:"open,omitempty"`
	// Checked is the week of the last full check.
	Checked string `json:"checked,omitempty"`
}

// add counts an entry, and drop takes it out again. The frame must be whole.
func (s *state) add(frame []byte)  { s.Entries++; s.Sum += share(frame) }
func (s *state) drop(frame []byte) { s.Entries--; s.Sum -= share(frame) }

// same reports whether two states speak of the same entries.
func (s state) same(o state) bool { return s.Entries == o.Entries && s.Sum == o.Sum }

// share is the part of a frame in the sum: its checksum and, if it has one, its
// sequence, mixed so that sums of wrong ones don't come out right by chance
// (the finalizer of SplitMix64).
func share(frame []byte) uint64 {
	x := uint64(binary.LittleEndian.Uint32(frame[len(frame)-frameSum:])) << 32
	if frame[len(frameMagic)] > 1 {
		x ^= binary.LittleEndian.Uint64(frame[frameHead:])
	}
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

func (s state) frame() []byte {
	b, _ := json.Marshal(s) // numbers and strings never fail
	return seal(s.Sequence, metaBucket, stateKey, b)
}

func readState(frame []byte) (state, error) {
	const step = "read the state of the store"
	var s state
	r, err := unseal(metaBucket, stateKey, frame)
	if err != nil {
		return s, fmt.Errorf("%s: %w", step, err)
	}
	if err := json.Unmarshal(r.value, &s); err != nil {
		return s, fmt.Errorf("%s: %w: %w", step, ErrDamaged, err)
	}
	return s, nil
}

// written is how a week is written: by ISO 8601, such as "2026-W48".
func written(week time.Time) string {
	year, number := week.UTC().ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, number)
}
