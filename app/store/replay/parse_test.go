package replay

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// small is a folder with one file and one folder in it.
func small() []node {
	return []node{{dir: true, entries: map[string]int{"a": 1, "d": 2}}, {data: make([]byte, 2048)}, {dir: true, entries: map[string]int{}}}
}

func emptyFolder() []node { return []node{{dir: true, entries: map[string]int{}}} }

// TestRecorded reads lines that strace wrote (short.strace was made by hand
// from such lines, for what a test cannot make happen).
func TestRecorded(t *testing.T) {
	for name, want := range map[string]string{
		"short": `create a|write 3 bytes at 0 of a|write 1 bytes at 3 of a|write 3 bytes at 4 of a|acknowledge "one"|` +
			`acknowledge "two"|resize a to 32|write 1 bytes at 9 of a|sync a|resize a to 0`,
		"names":   "",
		"threads": "",
	} {
		t.Run(name, func(t *testing.T) {
			f, err := os.Open(filepath.Join("testdata", name+".strace"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			trace, err := newParser(emptyFolder(), maxFile, "/tmp/r").parse(f)
			if err != nil {
				t.Fatal(err)
			}
			got := trace.Operations()
			if want == "" {
				golden, err := os.ReadFile(filepath.Join("testdata", name+".want"))
				if err != nil {
					t.Fatal(err)
				}
				want = strings.ReplaceAll(strings.TrimSpace(string(golden)), "\n", "|")
			}
			if joined := strings.ReplaceAll(strings.Join(got, "|"), "\n", `\n`); joined != want {
				t.Errorf("got\n%s\nwant\n%s", strings.ReplaceAll(joined, "|", "\n"), strings.ReplaceAll(want, "|", "\n"))
			}
		})
	}
}

func TestRefusedLines(t *testing.T) {
	const opened = "1 openat(AT_FDCWD</>, \"/r/a\", O_RDWR) = 5</r/a>\n"
	for name, c := range map[string]struct {
		lines string
		known bool // the line is good, the model refuses it
	}{
		"append":             {`1 openat(AT_FDCWD</>, "/r/a", O_WRONLY|O_APPEND) = 5</r/a>`, true},
		"append later":       {opened + `1 fcntl(5</r/a>, F_SETFL, O_RDWR|O_APPEND) = 0`, true},
		"synchronous":        {`1 openat(AT_FDCWD</>, "/r/a", O_RDWR|O_DSYNC) = 5</r/a>`, true},
		"unknown call":       {opened + `1 copy_file_range(5</r/a>, NULL, 6</b>, NULL, 1, 0) = 1`, true},
		"unknown with path":  {`1 symlinkat("x", 7</r>, "l") = 0`, true},
		"ioctl":              {opened + `1 ioctl(5</r/a>, FICLONE, 6) = 0`, true},
		"mapping":            {opened + `1 mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_SHARED, 5</r/a>, 0) = 0x7f0000000000`, true},
		"ring":               {`1 io_uring_setup(8, {}) = 5`, true},
		"hole":               {opened + `1 fallocate(5</r/a>, FALLOC_FL_KEEP_SIZE|FALLOC_FL_PUNCH_HOLE, 0, 512) = 0`, true},
		"out":                {`1 rename("/r/a", "/b") = 0`, true},
		"in":                 {`1 renameat(AT_FDCWD</>, "b", AT_FDCWD</>, "r/c") = 0`, true},
		"exchange":           {`1 renameat2(AT_FDCWD</r>, "a", AT_FDCWD</r>, "d", RENAME_EXCHANGE) = 0`, true},
		"descriptor unknown": {`1 write(9</r/a>, "x", 1) = 1`, true},
		"file unknown":       {`1 openat(AT_FDCWD</>, "/r/b", O_RDWR) = 5</r/b>`, true},
		"folder unknown":     {`1 unlink("a") = 0`, true},
		"thread unknown":     {opened + `2 close(5</r/a>) = 0`, true},
		"far":                {opened + `1 pwrite64(5</r/a>, "x", 1, 4611686018427387904) = 1`, true},
		"string cut":         {opened + `1 write(5</r/a>, "x"..., 9) = 9`, false},
		"string too short":   {opened + `1 write(5</r/a>, "x", 9) = 9`, false},
		"escape":             {opened + `1 write(5</r/a>, "\n", 1) = 1`, false},
		"no result":          {opened + `1 write(5</r/a>, "x", 1)`, false},
		"no call":            {`1 hello`, false},
		"no thread":          {`hello`, false},
		"no beginning":       {`1 <... write resumed>) = 1`, false},
		"few arguments":      {opened + `1 pwrite64(5</r/a>, "x") = 1`, false},
	} {
		_, err := newParser(small(), maxFile, "/r").parse(strings.NewReader(c.lines))
		if err == nil || errors.Is(err, ErrUnsupported) != c.known {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzParse holds that no trace, however wrong, stops the parser or what
// makes the states.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.strace")
	for _, file := range files {
		if b, err := os.ReadFile(file); err == nil {
			f.Add(strings.ReplaceAll(string(b), `\x2f\x74\x6d\x70\x2f\x72`, `\x2f\x72`))
		}
	}
	f.Fuzz(func(t *testing.T, lines string) {
		trace, err := newParser(small(), 1<<14, "/r").parse(strings.NewReader(lines))
		if err != nil {
			return
		}
		for s := range trace.States(seeded(7), Count{Limit: 40}) {
			for path, b := range s.Files {
				if path == "" || len(b) > 1<<14 {
					t.Fatalf("%s: %q with %d bytes", s.Where, path, len(b))
				}
			}
		}
	})
}
