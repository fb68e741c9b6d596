package pack_test

import (
	"testing"

	"vigie/app/pack"
)

// Only a recording of a call of the lesson may lie in a pack.
func TestRecordingNames(t *testing.T) {
	for file, want := range map[string]bool{
		"lessons/08-our-ask/call.fr.opus": true, "lessons/08-our-ask/call.nl.wav": true, "lessons/08-our-ask/call.wav": false,
		"lessons/08-our-ask/call.xx.wav": false, "lessons/call.fr.wav": false, "lessons/08-our-ask/call.fr.mp3": false, "locales/fr/call.fr.wav": false,
	} {
		if _, _, ok := pack.RecordingName(file); ok != want {
			t.Errorf("%s: %v", file, ok)
		}
	}
}
