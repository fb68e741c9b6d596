package pack_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"vigie/app/pack"
)

// zipped is a pack with one lesson as a zip, compressed or not.
func zipped(t testing.TB, method uint16) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	src := small(base(t), nil)
	for _, name := range []string{"pack.yaml", "cast.yaml", "facts.yaml", "questions.yaml", "one/lesson.yaml"} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: "lessons/" + name, Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(src.Lessons.(fstest.MapFS)[name].Data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// FuzzPack: whatever the bytes of a zip, opening it gives a pack or problems,
// every name in it stays inside, and reading never gives more than the limit.
func FuzzPack(f *testing.F) {
	f.Add(zipped(f, zip.Store))
	f.Add(zipped(f, zip.Deflate))
	f.Add([]byte("PK\x05\x06" + string(make([]byte, 18))))
	dir, err := os.MkdirTemp("/dev/shm", "vigie-fuzz-")
	if err != nil {
		dir = f.TempDir()
	}
	f.Cleanup(func() { os.RemoveAll(dir) })
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := os.CreateTemp(dir, "*.zip")
		if err != nil {
			t.Fatal(err)
		}
		defer os.Remove(file.Name())
		file.Write(data)
		file.Close()
		src, done, err := pack.At(file.Name())
		if err != nil {
			var ps pack.Problems
			if !errors.As(err, &ps) {
				t.Fatalf("another error: %v", err)
			}
			return
		}
		defer done()
		err = fs.WalkDir(src.Lessons, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			if !filepath.IsLocal(filepath.FromSlash(name)) {
				t.Fatalf("a name that leaves the pack: %q", name)
			}
			in, err := src.Lessons.Open(name)
			if err != nil {
				return nil
			}
			defer in.Close()
			if n, _ := io.Copy(io.Discard, io.LimitReader(in, pack.MaxEntryBytes+1)); n > pack.MaxEntryBytes {
				t.Fatalf("%s unpacks to more than the limit", name)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if l, err := load(src, "en"); err == nil && l.Lesson == nil {
			t.Fatal("loaded nothing")
		}
	})
}
