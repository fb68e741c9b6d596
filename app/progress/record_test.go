package progress

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"vigie/app/store"
)

func TestRunRoundTrip(t *testing.T) {
	b, err := encodeRun(snapshot(3), "2026-W48")
	must(t, err)
	got, err := decodeRun(b)
	if err != nil || !reflect.DeepEqual(got, snapshot(3)) {
		t.Errorf("%s is read as %+v, %v", b, got, err)
	}
	if w := weekOfRun(b); w != "2026-W48" {
		t.Errorf("week %q", w)
	}
}

// TestRunVectors reads the committed runs: good_ ones are read, fail_ ones are
// damaged, newer_ ones are from a later version.
func TestRunVectors(t *testing.T) {
	files, err := filepath.Glob("testdata/*.run.json")
	if err != nil || len(files) < 20 {
		t.Fatalf("vectors: %d, %v", len(files), err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			b, err := os.ReadFile(file)
			must(t, err)
			_, err = decodeRun(b)
			kind, _, _ := strings.Cut(name, "_")
			want := map[string]error{"good": nil, "fail": store.ErrDamaged, "newer": store.ErrNewer}[kind]
			if !errors.Is(err, want) {
				t.Errorf("got %v, want %v", err, want)
			}
		})
	}
}

func FuzzDecodeRun(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.run.json")
	for _, file := range files {
		if b, err := os.ReadFile(file); err == nil && len(b) < 4096 {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := decodeRun(b)
		if err != nil {
			if !errors.Is(err, store.ErrDamaged) && !errors.Is(err, store.ErrNewer) {
				t.Fatalf("another error: %v", err)
			}
			return
		}
		again, err := encodeRun(s, weekOfRun(b))
		if err != nil {
			return // escapes may make it longer than what was read
		}
		if same, err := decodeRun(again); err != nil || !reflect.DeepEqual(same, s) {
			t.Fatalf("%q becomes %q, which is read as %+v, %v", b, again, same, err)
		}
	})
}
