package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors gives each room its floor; a room may use those below it, and on its
// own floor only what knows says.
var floors = map[string]int{
	"lesson": 0, "tally": 0, "i18n": 0, "pack": 1, "store": 1, "directory": 1, "lint": 1, "desktop": 1,
	"progress": 2, "speech": 2, "ui": 3, "vigie": 4, "vigie-kit": 4,
}

var knows = map[string]string{"directory": "pack", "lint": "pack directory"}

// The house stands as architecture.md draws it: only ui and vigie know Fyne,
// lesson and tally know the standard library without input and output, and
// nothing knows what stands above it.
func TestTheHouse(t *testing.T) {
	files := 0
	err := filepath.WalkDir("..", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		files++
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		room := strings.Split(filepath.ToSlash(name), "/")[1]
		for _, i := range f.Imports {
			path, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			if why := forbidden(room, path); why != "" {
				t.Errorf("%s imports %s: %s", name, path, why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Errorf("only %d files were read", files)
	}
}

// forbidden says why a room may not import a path, "" if it may.
func forbidden(room, path string) string {
	floor, known := floors[room]
	if !known {
		return "the room is not in architecture.md"
	}
	if strings.HasPrefix(path, "fyne.io/") && room != "ui" && room != "vigie" {
		return "only ui and vigie know Fyne"
	}
	if room == "lesson" || room == "tally" {
		for _, io := range []string{"os", "io", "net", "time", "vigie", "github.com", "go.etcd.io", "golang.org", "bufio", "log"} {
			if path == io || strings.HasPrefix(path, io+"/") {
				return room + " is pure"
			}
		}
	}
	other, ours := strings.CutPrefix(path, "vigie/app/")
	if !ours {
		return ""
	}
	other = strings.Split(other, "/")[0]
	switch {
	case other == room:
		return ""
	case floors[other] > floor:
		return "it stands above"
	case floors[other] == floor && !strings.Contains(knows[room], other):
		return "rooms on one floor do not know each other"
	}
	return ""
}

// The rule itself can fail.
func TestTheRuleBites(t *testing.T) {
	for _, c := range [][2]string{{"lesson", "os"}, {"tally", "time"}, {"tally", "vigie/app/lesson"}, {"pack", "fyne.io/fyne/v2"}, {"lesson", "vigie/app/pack"}, {"store", "vigie/app/pack"}, {"pack", "vigie/app/directory"}, {"progress", "vigie/app/ui"}, {"attic", "fmt"}} {
		if forbidden(c[0], c[1]) == "" {
			t.Errorf("%s may import %s", c[0], c[1])
		}
	}
}
