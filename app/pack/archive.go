package pack

import (
	"archive/zip"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Limits of a zip pack (reference/reliability.md 7.3).
const (
	MaxPackBytes  = 64 << 20
	MaxEntries    = 2000
	MaxEntryBytes = 16 << 20
	MaxRatio      = 100
	MaxNameBytes  = 120
	MaxNameDepth  = 6
)

// At opens the pack in a folder or a zip file. close frees it. The error is
// Problems.
func At(name string) (src Source, close func() error, err error) {
	st, err := os.Stat(name)
	if err != nil {
		return Source{}, nil, Problems{{File: name, Message: "this file is missing"}}
	}
	if st.IsDir() {
		root, err := os.OpenRoot(name)
		if err != nil {
			return Source{}, nil, Problems{{File: name, Message: "this file cannot be read: %s", Args: []any{err}}}
		}
		return split(root.FS(), root.Close)
	}
	if st.Size() > MaxPackBytes {
		return Source{}, nil, Problems{{File: name, Message: "this pack is larger than 64 MiB"}}
	}
	z, err := zip.OpenReader(name)
	if err != nil {
		return Source{}, nil, Problems{{File: name, Message: "expected a folder or a zip file: %s", Args: []any{err}}}
	}
	if ps := checkEntries(name, z.File); len(ps) > 0 {
		z.Close()
		return Source{}, nil, ps
	}
	return split(z, z.Close)
}

func split(root fs.FS, close func() error) (Source, func() error, error) {
	l, err := fs.Sub(root, "lessons")
	if err != nil {
		return Source{}, nil, err
	}
	w, err := fs.Sub(root, "locales")
	if err != nil {
		return Source{}, nil, err
	}
	return Source{Lessons: l, Locales: w}, close, nil
}

var entryName = regexp.MustCompile(`^[A-Za-z0-9._/-]+$`)

// checkEntries refuses names that could leave the pack or clash on another
// system, and sizes that only a bomb has. Nothing has been unpacked yet.
func checkEntries(name string, files []*zip.File) Problems {
	var ps Problems
	fail := func(entry, message string, args ...any) {
		ps = append(ps, Problem{File: fmt.Sprintf("%s(%q)", name, entry), Message: message, Args: args})
	}
	if len(files) > MaxEntries {
		fail("", "this pack has more than %d files", MaxEntries)
		return ps
	}
	seen := map[string]bool{}
	for _, f := range files {
		n := strings.TrimSuffix(f.Name, "/")
		lower := strings.ToLower(n)
		switch {
		case !fs.ValidPath(n) || !entryName.MatchString(n) || len(n) > MaxNameBytes || strings.Count(n, "/") >= MaxNameDepth || deviceName(lower):
			fail(f.Name, "this file name is not allowed in a pack: use letters, digits, dots, hyphens and at most %d folders", MaxNameDepth-1)
		case seen[lower]:
			fail(f.Name, "this file name is there twice")
		case f.Mode()&^(fs.ModePerm|fs.ModeDir) != 0:
			fail(f.Name, "only plain files are allowed in a pack")
		case f.Flags&1 != 0:
			fail(f.Name, "this file is encrypted")
		case f.UncompressedSize64 > MaxEntryBytes:
			fail(f.Name, "this file is larger than 16 MiB")
		case f.UncompressedSize64 > 4096 && f.UncompressedSize64/MaxRatio > max(1, f.CompressedSize64):
			fail(f.Name, "this file unpacks to more than %d times its size", MaxRatio)
		}
		seen[lower] = true
	}
	return ps
}

// deviceName reports whether Windows would take a part of the path for a
// device or drop its last sign.
func deviceName(lower string) bool {
	for _, part := range strings.Split(lower, "/") {
		base, _, _ := strings.Cut(part, ".")
		switch base {
		case "con", "prn", "aux", "nul":
			return true
		}
		if len(base) == 4 && (strings.HasPrefix(base, "com") || strings.HasPrefix(base, "lpt")) && base[3] >= '0' && base[3] <= '9' {
			return true
		}
		if strings.HasSuffix(part, ".") {
			return true
		}
	}
	return false
}

// Files lists every file of the pack, as lessons/… and locales/….
func (s Source) Files() ([]string, error) {
	var out []string
	for dir, fsys := range map[string]fs.FS{"lessons": s.Lessons, "locales": s.Locales} {
		err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				out = append(out, path.Join(dir, name))
			}
			return err
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	slices.Sort(out)
	return out, nil
}
