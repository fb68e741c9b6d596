package progress

import (
	"encoding/json"
	"errors"

	"vigie/app/store"
)

// Kept is everything in a data folder's store, by bucket and key, for printing
// as JSON: nothing is left out and nothing is added.
type Kept map[string]map[string]json.RawMessage

// Runs reads all that is kept in a data folder without changing it. It is empty
// when nothing was ever kept there.
//
// It returns store.ErrBusy, after two seconds, while the app has the folder
// open, and what it could read together with store.ErrDamaged or
// store.ErrNewer when some of it cannot be read.
func Runs(dir string) (Kept, error) {
	s, err := store.Open(dir, store.Options{ReadOnly: true})
	if errors.Is(err, store.ErrAbsent) {
		return Kept{}, nil
	}
	if err != nil {
		return nil, err
	}
	defer s.Close()
	buckets, err := s.Buckets()
	if err != nil {
		return nil, err
	}
	kept := Kept{}
	var broken error
	for _, bucket := range buckets {
		entries := map[string]json.RawMessage{}
		err := s.Each(bucket, func(key string, value []byte) error {
			entries[key] = asJSON(value)
			return nil
		})
		broken = errors.Join(broken, err)
		kept[bucket] = entries
	}
	return kept, broken
}

// asJSON is the value itself, or, for one that is not JSON, its bytes in
// base64 as a string.
func asJSON(value []byte) json.RawMessage {
	if json.Valid(value) {
		return json.RawMessage(value)
	}
	b, _ := json.Marshal(value) // bytes never fail
	return b
}
