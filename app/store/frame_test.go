package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFrameRoundTrip(t *testing.T) {
	for _, payload := range [][]byte{nil, {0}, []byte("fr"), bytes.Repeat([]byte{0xff}, MaxValue)} {
		_, got, err := unframe(enframe(frameVersion, payload))
		if err != nil || !bytes.Equal(got, payload) {
			t.Errorf("payload of %d bytes: got %d bytes, %v", len(payload), len(got), err)
		}
	}
}

// TestFrameVectors reads the committed frames: good_ ones are read, fail_ ones
// are damaged, newer_ ones are from a later version.
func TestFrameVectors(t *testing.T) {
	files, err := filepath.Glob("testdata/*.frame")
	if err != nil || len(files) < 10 {
		t.Fatalf("vectors: %d, %v", len(files), err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, _, err = unframe(b)
			kind, _, _ := strings.Cut(name, "_")
			want := map[string]error{"good": nil, "fail": ErrDamaged, "newer": ErrNewer}[kind]
			if !errors.Is(err, want) {
				t.Errorf("got %v, want %v", err, want)
			}
		})
	}
}

func TestFrameEveryFlippedBit(t *testing.T) {
	whole := seal(7, "runs", "7f", []byte(`{"format":1}`))
	for bit := range 8 * len(whole) {
		b := bytes.Clone(whole)
		b[bit/8] ^= 1 << (bit % 8)
		if r, err := unseal("runs", "7f", b); !errors.Is(err, ErrDamaged) {
			t.Fatalf("bit %d: got %q, %v", bit, r.value, err)
		}
	}
}

func TestRecordBelongsToItsPlace(t *testing.T) {
	b := seal(7, "runs", "ab", []byte("c"))
	for _, place := range [][2]string{{"runs", "abc"}, {"run", "sab"}, {"other", "ab"}, {"runs", "ba"}} {
		if _, err := unseal(place[0], place[1], b); !errors.Is(err, ErrDamaged) {
			t.Errorf("read under %v: %v", place, err)
		}
	}
	for _, payload := range []string{"", "\x04", "\x04\x02runs", "\xff\xffruns", "\x00\x02ab", "\x02\x00ab"} {
		if _, err := unseal("runs", "ab", enframe(1, []byte(payload))); !errors.Is(err, ErrDamaged) {
			t.Errorf("record %q: %v", payload, err)
		}
	}
}

func FuzzUnframe(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.frame")
	for _, file := range files {
		if b, err := os.ReadFile(file); err == nil {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		version, payload, err := unframe(b)
		switch {
		case err == nil && !bytes.Equal(enframe(version, payload), b):
			t.Fatalf("%x was read as %x, which is framed otherwise", b, payload)
		case err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNewer):
			t.Fatalf("another error: %v", err)
		}
		r, err := readRecord(b)
		if err == nil && version == frameVersion && !bytes.Equal(seal(r.sequence, r.bucket, r.key, r.value), b) {
			t.Fatalf("%x was read as %v, which is sealed otherwise", b, r)
		}
	})
}
