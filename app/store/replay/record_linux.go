package replay

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// longest is how many bytes of one write are recorded.
const longest = 2_000_000

// Record runs a command that was not started yet and returns what it did to
// the files below dir, which must exist and stay where it is. Lines that the
// command writes to AckFD are acknowledgements: all that was done before was
// promised to somebody. When cmd has no ExtraFiles, that descriptor is the null
// device; else it is the first of them, and a pipe must be read by the caller
// meanwhile. Record changes cmd to run under strace.
//
// At the end the trace is compared with the files, so what it does not explain
// is an error and no gap. It returns ErrUnavailable without strace or the right
// to trace, ErrUnsupported for what the model does not know (appending,
// synchronous writing, shared mappings that are written, copying inside the
// kernel, special files, names moved in or out of dir), and the command's own
// error when it failed.
func Record(dir string, cmd *exec.Cmd) (*Trace, error) {
	strace, err := available()
	if err != nil {
		return nil, err
	}
	if cmd.Err != nil {
		return nil, fmt.Errorf("record: %w", cmd.Err)
	}
	given, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	root, err := filepath.EvalSymlinks(given)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	nodes, err := snapshot(root)
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	raw, err := os.CreateTemp("", "replay-*.strace")
	if err != nil {
		return nil, fmt.Errorf("record: %w", err)
	}
	defer os.Remove(raw.Name())
	defer raw.Close()
	if len(cmd.ExtraFiles) == 0 {
		null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
		if err != nil {
			return nil, fmt.Errorf("record: %w", err)
		}
		defer null.Close()
		cmd.ExtraFiles = []*os.File{null}
	}
	program := cmd.Path
	if strings.ContainsRune(program, '/') && !filepath.IsAbs(program) && cmd.Dir == "" {
		if program, err = filepath.Abs(program); err != nil {
			return nil, fmt.Errorf("record: %w", err)
		}
	}
	arguments := cmd.Args
	if len(arguments) > 0 {
		arguments = arguments[1:]
	}
	cmd.Args = slices.Concat([]string{strace, "-f", "-y", "-qq", "-xx", "-s", fmt.Sprint(longest), "-e", "signal=none",
		"-e", "trace=" + traced(), "-o", raw.Name(), "--", program}, arguments)
	cmd.Path = strace
	var complaint bytes.Buffer
	if cmd.Stderr == nil {
		cmd.Stderr = &complaint
	}
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("record %s: %w: %s", program, err, clip(strings.TrimSpace(complaint.String())))
	}
	trace, err := newParser(nodes, maxFile, root, given).parse(raw)
	if err != nil {
		return nil, fmt.Errorf("read the trace of %s: %w", program, err)
	}
	if err := trace.explains(root); err != nil {
		return nil, fmt.Errorf("read the trace of %s: %w", program, err)
	}
	return trace, nil
}

// traced lists the calls to record. A question mark lets a machine lack one.
func traced() string {
	names := slices.Concat(slices.Sorted(maps.Keys(calls)), refused)
	return "?" + strings.Join(names, ",?")
}

// available finds strace and tries it once.
var available = sync.OnceValues(func() (string, error) {
	path, err := exec.LookPath("strace")
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	try := exec.Command(path, "-f", "-y", "-qq", "-xx", "-e", "signal=none", "-e", "trace="+traced(), "-o", os.DevNull, path, "-V")
	if out, err := try.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: strace: %w: %s", ErrUnavailable, err, clip(strings.TrimSpace(string(out))))
	}
	return path, nil
})

// snapshot reads all that is in a folder.
func snapshot(root string) ([]node, error) {
	nodes := []node{{dir: true, entries: map[string]int{}}}
	numbers := map[string]int{root: 0}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == root {
			return err
		}
		n := node{dir: d.IsDir()}
		switch {
		case n.dir:
			n.entries = map[string]int{}
		case !d.Type().IsRegular():
			return fmt.Errorf("%s is a special file: %w", path, ErrUnsupported)
		default:
			if n.data, err = os.ReadFile(path); err != nil {
				return err
			}
		}
		numbers[path] = len(nodes)
		nodes[numbers[filepath.Dir(path)]].entries[d.Name()] = len(nodes)
		nodes = append(nodes, n)
		return nil
	})
	return nodes, err
}

// explains compares the end of the trace with the files.
func (t *Trace) explains(root string) error {
	nodes, err := snapshot(root)
	if err != nil {
		return err
	}
	there := wholeState(nodes, nil)
	told := wholeState(t.nodes, t.ops)
	for _, path := range slices.Sorted(maps.Keys(there.Files)) {
		if b, ok := told.Files[path]; !ok || !bytes.Equal(b, there.Files[path]) {
			return fmt.Errorf("what is in %q was not recorded: %w", path, ErrUnsupported)
		}
	}
	if len(there.Files) != len(told.Files) || !slices.Equal(there.Folders, told.Folders) {
		return fmt.Errorf("the names in the folder were not recorded: %w", ErrUnsupported)
	}
	return nil
}

// wholeState is the state without a power cut.
func wholeState(nodes []node, ops []*op) State {
	g := &generator{disk: newDisk(nodes), random: rand.New(rand.NewPCG(0, 0))}
	for _, o := range ops {
		g.disk.do(o)
	}
	s, _ := g.state(g.survive(allNames), g.plans(allBytes, g.dirty()), 0)
	return s
}
