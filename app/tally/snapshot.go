package tally

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/bits"
)

// MaxSnapshot is the most bytes of a snapshot that are read.
const MaxSnapshot = 16 << 20

const snapshotVersion = 1

// ErrSnapshot: the bytes are not a snapshot of this version, or say what no
// session can have come to.
var ErrSnapshot = errors.New("not a snapshot of counts")

// The exact counts leave the package in snapshots and in nothing else; they are
// for a sealed file or a store that erases.
type (
	savedTally struct {
		Version int
		Item    Item
		Counts  []int
	}
	savedSession struct {
		Version int
		Items   []Item
		Open    [][]int
		Blocks  [][]savedTable
		Waiting []int
		Typed   int
		Round   []int
		Closed  bool
	}
	savedSchool struct {
		Version int
		Items   []Item
		Classes map[string][]savedTable
		Pool    []map[string][]int
		Blocks  [][]savedTable
	}
	savedTable struct {
		Kind     Kind
		Rule     string   `json:",omitempty"`
		N        int      `json:",omitempty"`
		From, To int      `json:",omitempty"`
		Cells    [][3]int `json:",omitempty"` // set, low, high
	}
)

// Snapshot is the tally with its counts, as bytes that must be sealed. What
// Undo would take back is not in it.
func (t *Tally) Snapshot() ([]byte, error) {
	return json.Marshal(savedTally{snapshotVersion, t.item, t.counts})
}

// RestoreTally reads a Snapshot; ErrSnapshot.
func RestoreTally(b []byte) (*Tally, error) {
	var v savedTally
	if err := read(b, &v); err != nil {
		return nil, err
	}
	return restored(v.Version, v.Item, v.Counts)
}

func restored(version int, it Item, counts []int) (*Tally, error) {
	t, err := NewTally(it)
	if err != nil || version != snapshotVersion || len(counts) != len(t.counts) {
		return nil, fmt.Errorf("%w: item %q", ErrSnapshot, it.ID)
	}
	for i, c := range counts {
		if i == len(counts)-1 {
			if c == 0 {
				break
			}
			i = NoAnswer
		}
		if t.AddMany(i, c) != nil {
			return nil, fmt.Errorf("%w: counts of %q", ErrSnapshot, it.ID)
		}
	}
	t.last, t.many = 0, 0
	return t, nil
}

// Snapshot is the session with its counts, as bytes that must be sealed. What
// Undo would take back is not in it.
func (s *Session) Snapshot() ([]byte, error) {
	v := savedSession{Version: snapshotVersion, Items: s.items, Blocks: saveAll(s.blocks),
		Waiting: s.waiting, Typed: s.typed, Round: s.round, Closed: s.closed}
	for _, t := range s.open {
		v.Open = append(v.Open, t.counts)
	}
	return json.Marshal(v)
}

// RestoreSession reads a Snapshot; ErrSnapshot.
func RestoreSession(b []byte) (*Session, error) {
	var v savedSession
	if err := read(b, &v); err != nil {
		return nil, err
	}
	s, err := NewSession(v.Items...)
	n := len(v.Items)
	if err != nil || v.Version != snapshotVersion || len(v.Open) != n || len(v.Blocks) != n || len(v.Waiting) != n || len(v.Round) != n ||
		v.Typed < 0 || v.Typed > MaxAnswers {
		return nil, fmt.Errorf("%w: items", ErrSnapshot)
	}
	for i := range s.items {
		if s.open[i], err = restored(v.Version, s.items[i], v.Open[i]); err != nil {
			return nil, err
		}
		w, r := v.Waiting[i], v.Round[i]
		if w < 0 || r < 0 || w > s.open[i].n || w+r != s.open[i].n || v.Closed && r != 0 {
			return nil, fmt.Errorf("%w: numbers of %q", ErrSnapshot, s.items[i].ID)
		}
		if s.blocks[i], err = loadAll(&s.items[i], v.Blocks[i]); err != nil {
			return nil, err
		}
	}
	s.waiting, s.round, s.typed, s.closed = v.Waiting, v.Round, v.Typed, v.Closed
	return s, nil
}

// Snapshot is the school with the counts of its pool, as bytes that must be
// sealed.
func (h *School) Snapshot() ([]byte, error) {
	v := savedSchool{Version: snapshotVersion, Items: h.items, Blocks: saveAll(h.blocks), Classes: map[string][]savedTable{}}
	for class, shown := range h.classes {
		v.Classes[class] = save(shown)
	}
	for _, pool := range h.pool {
		counts := map[string][]int{}
		for class, t := range pool {
			counts[class] = t.counts
		}
		v.Pool = append(v.Pool, counts)
	}
	return json.Marshal(v)
}

// RestoreSchool reads a Snapshot; ErrSnapshot.
func RestoreSchool(b []byte) (*School, error) {
	var v savedSchool
	if err := read(b, &v); err != nil {
		return nil, err
	}
	h, err := NewSchool(v.Items...)
	n := len(v.Items)
	if err != nil || v.Version != snapshotVersion || len(v.Pool) != n || len(v.Blocks) != n {
		return nil, fmt.Errorf("%w: items", ErrSnapshot)
	}
	for class, shown := range v.Classes {
		if len(shown) != n {
			return nil, fmt.Errorf("%w: a class", ErrSnapshot)
		}
		for i := range shown {
			t, err := loadAll(&h.items[i], shown[i:i+1])
			if err != nil {
				return nil, err
			}
			h.classes[class] = append(h.classes[class], t...)
		}
	}
	for i := range h.items {
		for class, counts := range v.Pool[i] {
			if h.pool[i][class], err = restored(v.Version, h.items[i], counts); err != nil {
				return nil, err
			}
		}
		if h.blocks[i], err = loadAll(&h.items[i], v.Blocks[i]); err != nil {
			return nil, err
		}
	}
	return h, nil
}

func read(b []byte, into any) error {
	if len(b) > MaxSnapshot {
		return fmt.Errorf("%w: %d bytes", ErrSnapshot, len(b))
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("%w: %v", ErrSnapshot, err)
	}
	if d.More() {
		return fmt.Errorf("%w: more after it", ErrSnapshot)
	}
	return nil
}

func saveAll(blocks [][]table) [][]savedTable {
	out := make([][]savedTable, len(blocks))
	for i, b := range blocks {
		out[i] = save(b)
	}
	return out
}

func save(tables []table) []savedTable {
	out := make([]savedTable, len(tables))
	for i, t := range tables {
		out[i] = savedTable{Kind: t.kind, Rule: t.rule.String(), N: t.n, From: t.from, To: t.to}
		for _, c := range t.cells {
			out[i].Cells = append(out[i].Cells, [3]int{int(c.in), c.low, c.high})
		}
	}
	return out
}

func loadAll(it *Item, saved []savedTable) ([]table, error) {
	var out []table
	for _, v := range saved {
		t := table{kind: v.Kind, n: v.N, from: v.From, to: v.To}
		for id := range rulesEnd {
			if id.String() == v.Rule {
				t.rule = id
			}
		}
		seen := set(0)
		whole := set(all(len(it.Categories) + 1))
		ok := v.Kind >= Nothing && v.Kind <= Bars && t.rule.String() == v.Rule && v.N >= 0 && v.N <= MaxAnswers &&
			v.From >= 0 && v.From <= v.To && v.To <= 16
		for _, c := range v.Cells {
			in := set(c[0])
			ok = ok && c[0] > 0 && c[0] <= int(whole) && in&seen == 0 && c[1] >= 0 && c[1] <= c[2] && c[2] <= v.N
			seen |= in
			t.cells = append(t.cells, cell{in, c[1], c[2]})
		}
		if !ok || (v.Kind == Bars) != (bits.OnesCount32(uint32(seen)) == len(it.Categories)+1) || v.Kind != Bars && seen != 0 {
			return nil, fmt.Errorf("%w: what %q shows", ErrSnapshot, it.ID)
		}
		out = append(out, t)
	}
	return out, nil
}
