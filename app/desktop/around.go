package desktop

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"
)

// AppID is the name that Fyne gives its folders. It says nothing of the subject.
const AppID = "org.vigie.reader"

// surroundings is the folder of the libraries in the data folder.
const surroundings = "fyne"

// Surroundings says where the libraries under the app write: Fyne its settings
// and caches, its font index, Mesa its shader caches. They ask the environment,
// so it is set before they start; nothing of theirs then goes anywhere else.
type Surroundings struct {
	root      string
	variables map[string]string
	remove    func() error // takes away a root that must not stay
	week      func() time.Time
}

// Around keeps what the libraries write in the folder "fyne" of the data
// folder, which it creates (0700). Caches stay there between starts, as they
// make the next one quicker. Close gives the files the time of week.
//
// It returns the system's error when the folder cannot be made; then NoTrace
// is what is left.
func Around(data string, week func() time.Time) (*Surroundings, error) {
	s := &Surroundings{root: filepath.Join(data, surroundings), week: week}
	s.variables = roots(runtime.GOOS, s.root)
	if err := s.prepare(); err != nil {
		return nil, err
	}
	return s, stampTree(data, s.root, week())
}

// NoTrace gives the libraries a place that leaves nothing on a disk, and turns
// the shader caches off.
//
// On Linux that is a folder in memory (tmpfs) in $XDG_RUNTIME_DIR or /dev/shm,
// removed by Close, or by the next NoTrace if the process was killed; the
// system may still swap memory out. Where there is none, as always on Windows
// and macOS, it is a path that cannot exist, below the program's own file: the
// libraries then complain in their log and go on without.
func NoTrace() (*Surroundings, error) {
	s := new(Surroundings)
	var err error
	if s.root, s.remove, err = memoryFolder(); err != nil {
		program, err := os.Executable()
		if err != nil {
			return nil, fmt.Errorf("find a place without traces: %w", err)
		}
		s.root, s.remove = filepath.Join(program, "none"), func() error { return nil }
	}
	s.variables = roots(runtime.GOOS, s.root)
	s.variables["MESA_SHADER_CACHE_DISABLE"] = "true"
	s.variables["MESA_GLSL_CACHE_DISABLE"] = "true" // the name before Mesa 20
	s.variables["__GL_SHADER_DISK_CACHE"] = "0"     // NVIDIA
	_ = s.prepare()                                 // fails by design below a file
	return s, nil
}

// roots are the variables that Fyne 2.8 and Mesa derive their folders from.
func roots(system, root string) map[string]string {
	switch system {
	case "windows":
		return map[string]string{
			"USERPROFILE":  root,
			"LOCALAPPDATA": filepath.Join(root, "AppData", "Local"),
		}
	case "darwin":
		return map[string]string{"HOME": root}
	}
	return map[string]string{
		"XDG_CONFIG_HOME": filepath.Join(root, "config"),
		"XDG_CACHE_HOME":  filepath.Join(root, "cache"),
	}
}

// folders are those that must be there, because Fyne makes two levels only.
func folders(system, root string) []string {
	switch system {
	case "windows":
		return []string{filepath.Join(root, "AppData", "Roaming"), filepath.Join(root, "AppData", "Local")}
	case "darwin":
		return []string{filepath.Join(root, "Library", "Preferences"), filepath.Join(root, "Library", "Caches")}
	}
	return []string{filepath.Join(root, "config"), filepath.Join(root, "cache")}
}

func (s *Surroundings) prepare() error {
	for _, dir := range folders(runtime.GOOS, s.root) {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return fmt.Errorf("make a folder for caches: %w", err)
		}
	}
	return nil
}

// Variables are the environment variables to set, as "NAME=value", sorted.
func (s *Surroundings) Variables() []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(s.variables)) {
		out = append(out, name+"="+s.variables[name])
	}
	return out
}

// Apply sets the variables for this process. It is called once, before any
// window library is started and after DataFolder and OpenSession.
func (s *Surroundings) Apply() error {
	for name, value := range s.variables {
		if err := os.Setenv(name, value); err != nil {
			return fmt.Errorf("set the surroundings: %w", err)
		}
	}
	return nil
}

// Close is called last, when the libraries have ended. It removes what must
// not stay and gives what stays the time of the week.
func (s *Surroundings) Close() error {
	endWatching()
	if s.remove != nil {
		return s.remove()
	}
	return stampTree(filepath.Dir(s.root), s.root, s.week())
}

// stampTree gives everything below root, root and the data folder one time.
// What the libraries rename or remove meanwhile is left out.
func stampTree(data, root string, week time.Time) error {
	gone := func(err error) bool { return errors.Is(err, fs.ErrNotExist) }
	paths := []string{data}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && (d.IsDir() || d.Type().IsRegular()) {
			paths = append(paths, path)
		}
		if gone(err) {
			return nil
		}
		return err
	})
	for _, path := range paths {
		if stampErr := os.Chtimes(path, week, week); err == nil && !gone(stampErr) {
			err = stampErr
		}
	}
	if err != nil {
		return fmt.Errorf("set the times of caches: %w", err)
	}
	return nil
}
