package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// FuzzCarve: whatever the bytes, every record that is found is there, whole, at
// its place, and they do not overlap.
func FuzzCarve(f *testing.F) {
	a, b := seal(3, "runs", "a", []byte("one")), seal(9, "settings", "language", []byte(`"fr"`))
	f.Add(a)
	f.Add(append(append([]byte("--"), a...), b...))
	f.Add(append(a[:len(a)-5], b...))
	f.Add(seal(1, "b", "outer", a))
	f.Add(bytes.Repeat([]byte(frameMagic), 9))
	files, _ := filepath.Glob("testdata/*.frame")
	for _, file := range files {
		if b, err := os.ReadFile(file); err == nil {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		end, found := int64(0), 0
		broken, err := carve(bytes.NewReader(raw), func(at int64, r record) {
			found++
			length, _ := frameLength(raw[at:])
			if at < end || at+int64(length) > int64(len(raw)) {
				t.Fatalf("a record at %d, after %d", at, end)
			}
			end = at + int64(length)
			again, err := readRecord(raw[at:end])
			if err != nil || again.key != r.key || again.bucket != r.bucket || !bytes.Equal(again.value, r.value) {
				t.Fatalf("a record at %d reads otherwise: %v", at, err)
			}
		})
		if err != nil || found+broken > bytes.Count(raw, []byte(frameMagic)) {
			t.Fatalf("%d found, %d broken, %v", found, broken, err)
		}
	})
}

// patched applies a list of patches to a file: three bytes of offset, one of
// length, the bytes. A length of 0 cuts the file there, 255 exchanges two pages.
func patched(file, patches []byte) []byte {
	file = bytes.Clone(file)
	for len(patches) >= 5 && len(file) > 0 {
		at := int(binary.LittleEndian.Uint32(patches)&0xffffff) % len(file)
		n := int(patches[3])
		patches = patches[4:]
		switch n {
		case 0:
			file = file[:at]
		case 255:
			swapPages(file, at/pageSize%max(1, len(file)/pageSize), int(patches[0])%max(1, len(file)/pageSize))
		default:
			n = copy(file[at:], patches[:min(n, len(patches))])
			patches = patches[n:]
		}
	}
	return file
}

// fuzzFolder is a folder in memory if there is one.
func fuzzFolder(t *testing.T) string {
	dir, err := os.MkdirTemp("/dev/shm", "vigie-fuzz-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

func fuzzOptions() Options {
	o := testOptions()
	o.Timeout = time.Second
	return o
}

// FuzzOpen: however a file is damaged, it opens; what it gives back was put
// there; and if not all is there, it says so.
func FuzzOpen(f *testing.F) {
	base, err := os.ReadFile("testdata/good_schema_2.bolt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{0, 0, 0, 0, 0})
	f.Add([]byte{0x10, 0x10, 0, 1, 0xff, 0, 0, 0, 4, 1, 2, 3, 4})
	f.Add([]byte{0, 0x30, 0, 255, 4})
	f.Fuzz(func(t *testing.T, patches []byte) {
		file := patched(base, patches)
		if len(file) > 0 && bytes.Contains(patches, []byte(frameMagic)) {
			return // made-up frames with a right checksum are no damage
		}
		judge(t, file, valueOfSchema2, 60)
	})
}

// FuzzMigrate: the same for a file of the first version, which kept no sum: a
// file that opens without a repair has all its frames.
func FuzzMigrate(f *testing.F) {
	base, err := os.ReadFile("testdata/good_schema_1.bolt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{0, 0, 0, 0, 0})
	f.Add([]byte{0x10, 0x10, 0, 1, 0xff})
	f.Fuzz(func(t *testing.T, patches []byte) {
		if bytes.Contains(patches, []byte(frameMagic)) {
			return
		}
		judge(t, patched(base, patches), valueOfSchema1, 40)
	})
}

// valueOfSchema1 are the states that an entry of testdata/good_schema_1.bolt went
// through, valueOfSchema2 those of good_schema_2.bolt.
func valueOfSchema1(i int) []string {
	return []string{"earlier", fmt.Sprintf("value %d of the first version", i)}
}

func valueOfSchema2(i int) []string {
	if i%3 > 0 {
		return []string{fmt.Sprintf("value %d", i)}
	}
	return []string{fmt.Sprintf("value %d", i), fmt.Sprintf("value %d, later", i)}
}

func numberOf(key string) (int, error) { return strconv.Atoi(key) }

// judge opens a file and compares what it gives with what was ever put there.
func judge(t *testing.T, file []byte, valuesOf func(i int) []string, count int) {
	dir := fuzzFolder(t)
	must(t, os.WriteFile(filepath.Join(dir, FileName), file, 0o600))
	s, err := Open(dir, fuzzOptions())
	if errors.Is(err, ErrNewer) {
		return
	}
	must(t, err)
	defer s.Close()
	right := 0
	must(t, s.Each("runs", func(key string, value []byte) error {
		i, err := numberOf(key)
		if err != nil || i >= count {
			t.Fatalf("a key from nowhere: %q", key)
		}
		all := valuesOf(i)
		switch string(value) {
		case all[len(all)-1]:
			right++
		case all[0]:
		default:
			t.Fatalf("%s: a wrong value: %q", key, value)
		}
		return nil
	}))
	if r, repaired := s.Report(); right < count && (!repaired || r.Whole) && !s.Newer() {
		t.Fatalf("%d of %d, and nobody is told: %+v", right, count, r)
	}
}
