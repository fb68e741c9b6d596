package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/iotest"
)

func carved(t testing.TB, raw io.Reader) (found []string, broken int) {
	t.Helper()
	broken, err := carve(raw, func(at int64, r record) {
		found = append(found, fmt.Sprintf("%d %s/%s %d", at, r.bucket, r.key, len(r.value)))
	})
	must(t, err)
	return found, broken
}

func TestCarve(t *testing.T) {
	a, b := seal(3, "b", "a", []byte("one")), seal(9, "b", "b", bytes.Repeat([]byte{7}, 9000))
	inner := seal(1, "b", "outer", a)
	for name, c := range map[string]struct {
		raw    []byte
		found  []string
		broken int
	}{
		"nothing":            {nil, nil, 0},
		"noise":              {bytes.Repeat([]byte("\x89V"), 5000), nil, 0},
		"one":                {a, []string{"0 b/a 3"}, 0},
		"two apart":          {slices.Concat([]byte("xx"), a, []byte("--"), b), []string{"2 b/a 3", fmt.Sprintf("%d b/b 9000", 4+len(a))}, 0},
		"cut":                {b[:5000], nil, 1},
		"cut, then whole":    {slices.Concat(b[:5000], a), []string{"5000 b/a 3"}, 1},
		"inside another":     {inner, []string{fmt.Sprintf("0 b/outer %d", len(a))}, 0},
		"inside a broken":    {slices.Concat(inner[:len(inner)-1], []byte{inner[len(inner)-1] ^ 1}), []string{"25 b/a 3"}, 1},
		"magic at the end":   {slices.Concat(a, []byte(frameMagic)), []string{"0 b/a 3"}, 1},
		"half a magic":       {slices.Concat(a, []byte(frameMagic[:3])), []string{"0 b/a 3"}, 0},
		"of a later version": {enframe(frameVersion+1, []byte("?")), nil, 1},
	} {
		t.Run(name, func(t *testing.T) {
			for how, r := range map[string]io.Reader{"whole": bytes.NewReader(c.raw), "by bytes": iotest.OneByteReader(bytes.NewReader(c.raw))} {
				if found, broken := carved(t, r); !slices.Equal(found, c.found) || broken != c.broken {
					t.Errorf("%s: %v, %d broken; want %v, %d", how, found, broken, c.found, c.broken)
				}
			}
		})
	}
}

// TestCarveAcrossWindows has frames on every border of a window.
func TestCarveAcrossWindows(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var raw []byte
	var want []string
	for i := 0; len(raw) < 300*carveWindow; i++ {
		raw = append(raw, make([]byte, random.IntN(50))...)
		size := random.IntN(2000)
		if i%40 == 0 {
			size = MaxValue - random.IntN(1000)
		}
		want = append(want, fmt.Sprintf("%d b/%d %d", len(raw), i, size))
		raw = append(raw, seal(uint64(i), "b", fmt.Sprint(i), make([]byte, size))...)
	}
	found, broken := carved(t, bytes.NewReader(raw))
	if !slices.Equal(found, want) || broken != 0 {
		t.Errorf("%d of %d frames, %d broken", len(found), len(want), broken)
	}
}

func TestCarveTellsWhatCannotBeRead(t *testing.T) {
	bad := errors.New("bad")
	if _, err := carve(iotest.ErrReader(bad), func(int64, record) {}); !errors.Is(err, bad) {
		t.Errorf("got %v", err)
	}
}

// BenchmarkCarveMadeUp is a file of beginnings that all pretend a long frame.
func BenchmarkCarveMadeUp(b *testing.B) {
	head := append([]byte(frameMagic), frameVersion, 0, 0, 8, 0)
	raw := bytes.Repeat(head, (4<<20)/len(head))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		carved(b, bytes.NewReader(raw))
	}
}
