package progress

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Setting is a thing this laptop remembers between starts.
type Setting string

// The settings there are.
const (
	Language Setting = "language"    // of the interface and lessons, such as "fr"
	AgeGroup Setting = "age"         // the last age group chosen, such as "12-14"
	TextSize Setting = "text-size"   // such as "1.25"
	Palette  Setting = "palette"     // the name of the set of colours
	Spacing  Setting = "spacing"     // the name of the line spacing
	Font     Setting = "font"        // the name of the font
	Speed    Setting = "speed"       // of reading aloud
	Easier   Setting = "easier"      // "on": easier words where a lesson has some
	Single   Setting = "single-keys" // "off": digits and letters alone do nothing
	Calm     Setting = "calm"        // "on": nothing moves
	ShowKeys Setting = "show-keys"   // "on": always; otherwise from the first key press on
)

const maxSetting = 32 // bytes of a value

// Setting is the value last set, in this run of the app also when it could not
// be kept, or "" when none is. It never waits for the disk.
func (r *Recorder) Setting(s Setting) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.settings[s]
}

// Set asks to keep a setting. It never waits. A value is 1 to 32 letters,
// digits, points, plus or minus signs of ASCII, so that it has no room for
// anybody's words; another value or an unknown setting is acknowledged with
// ErrRefused.
func (r *Recorder) Set(s Setting, value string) Ticket {
	return r.ask(func() work {
		if !s.valid() || !settable(value) {
			return work{refused: fmt.Errorf("setting %q: %w", string(s), ErrRefused)}
		}
		r.settings[s] = value
		return work{settings: map[Setting]string{s: value}}
	})
}

func (s Setting) valid() bool {
	return slices.Contains([]Setting{Language, AgeGroup, TextSize, Palette, Spacing, Font, Speed, Easier, Single, Calm, ShowKeys}, s)
}

func settable(value string) bool {
	for _, c := range value {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (c < '0' || c > '9') && c != '.' && c != '+' && c != '-' {
			return false
		}
	}
	return value != "" && len(value) <= maxSetting
}

// readSettings is what is kept; values that no Set would have kept are left out,
// and what is damaged is as if never set.
func (r *Recorder) readSettings() (map[Setting]string, error) {
	found := map[Setting]string{}
	if !r.Keeping() {
		return found, nil
	}
	err := r.options.Keeper.Each(bucketSettings, func(key string, value []byte) error {
		var v string
		if json.Unmarshal(value, &v) == nil && Setting(key).valid() && settable(v) {
			found[Setting(key)] = v
		}
		return nil
	})
	return found, err
}
