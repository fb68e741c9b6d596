package desktop

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestDataFolder(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the folders of this system are not set by variables")
	}
	t.Cleanup(xdg.Reload)
	here, err := os.Getwd()
	must(t, err)
	for name, c := range map[string]struct{ home, data, flag, want string }{
		"home":          {"/home/x", "", "", "/home/x/.local/share/vigie"},
		"xdg":           {"/home/x", "/mnt/data", "", "/mnt/data/vigie"},
		"flag":          {"/home/x", "/mnt/data", "/stick/d", "/stick/d"},
		"relative flag": {"/home/x", "", "d/e", filepath.Join(here, "d/e")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("HOME", c.home)
			t.Setenv("XDG_DATA_HOME", c.data)
			xdg.Reload()
			if got, err := DataFolder(c.flag); err != nil || got != c.want {
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			}
		})
	}
}

func TestLanguages(t *testing.T) {
	for _, c := range []struct{ language, all, messages, lang, want string }{
		{"", "", "", "", ""},
		{"", "", "", "C.UTF-8", ""},
		{"", "", "", "POSIX", ""},
		{"fr:nl", "", "", "C", ""}, // LANGUAGE counts only in a real locale
		{"", "", "", "fr_BE.UTF-8", "fr-BE"},
		{"", "", "nl_BE", "fr_BE.UTF-8", "nl-BE"},
		{"", "de_BE@euro", "nl_BE", "fr_BE.UTF-8", "de-BE"},
		{"de:fr_BE:de", "", "", "nl_BE.UTF-8", "de fr-BE nl-BE"},
		{"::", "", "", "nl", "nl"},
		{"", "", "", "zh-hant_tw", "zh-hant-TW"},
		{"../../etc:x:%s:fr;rm", "", "", "en_GB", "en-GB"},
	} {
		env := map[string]string{"LANGUAGE": c.language, "LC_ALL": c.all, "LC_MESSAGES": c.messages, "LANG": c.lang}
		got := strings.Join(fromEnvironment(func(name string) string { return env[name] }), " ")
		if got != c.want {
			t.Errorf("%v: got %q, want %q", env, got, c.want)
		}
	}
}

func TestCheckDisplay(t *testing.T) {
	for _, c := range []struct {
		system, x, wayland string
		want               error
	}{
		{"linux", "", "", ErrNoDisplay}, {"freebsd", "", "", ErrNoDisplay}, {"linux", ":0", "", nil},
		{"linux", "", "wayland-0", nil}, {"windows", "", "", nil}, {"darwin", "", "", nil},
	} {
		env := map[string]string{"DISPLAY": c.x, "WAYLAND_DISPLAY": c.wayland}
		if err := CheckDisplay(c.system, func(name string) string { return env[name] }); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

func TestWatchdog(t *testing.T) {
	t.Run("no window", func(t *testing.T) {
		limit, called := make(chan time.Time), make(chan struct{})
		watch(limit, func() { close(called) })
		limit <- time.Time{}
		<-called
	})
	t.Run("window", func(t *testing.T) {
		limit := make(chan time.Time, 1)
		w := watch(limit, func() { t.Error("called though there is a window") })
		w.WindowShown()
		limit <- time.Time{}
		w.WindowShown()
	})
}

func TestSurroundingsOfEachSystem(t *testing.T) {
	for system, want := range map[string][]string{
		"linux":   {"XDG_CACHE_HOME", "XDG_CONFIG_HOME"},
		"windows": {"LOCALAPPDATA", "USERPROFILE"},
		"darwin":  {"HOME"},
	} {
		root := filepath.Join("data", "fyne")
		got := roots(system, root)
		for name, value := range got {
			if !strings.HasPrefix(value, root) {
				t.Errorf("%s: %s leads to %q", system, name, value)
			}
		}
		for _, name := range want {
			if _, set := got[name]; !set || len(got) != len(want) {
				t.Errorf("%s: got %v, want %v", system, got, want)
			}
		}
		for _, dir := range folders(system, root) {
			if !strings.HasPrefix(dir, root) {
				t.Errorf("%s: makes %q", system, dir)
			}
		}
	}
}

var week = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

func thisWeek() time.Time { return week }

func TestAroundStaysInTheDataFolder(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	s, err := Around(data, thisWeek)
	must(t, err)
	for _, v := range s.Variables() {
		name, value, _ := strings.Cut(v, "=")
		if !strings.HasPrefix(value, filepath.Join(data, "fyne")) {
			t.Errorf("%s leads to %q", name, value)
		}
		t.Setenv(name, value)
	}
	must(t, s.Apply())
	cache, err := os.UserCacheDir()
	must(t, err)
	must(t, os.WriteFile(filepath.Join(cache, "font_index"), nil, 0o600))
	must(t, s.Close())
	must(t, filepath.WalkDir(data, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && !info.ModTime().Equal(week) {
			t.Errorf("%s has the time %s", path, info.ModTime())
		}
		return err
	}))
	if _, err := Around(filepath.Join(cache, "font_index"), thisWeek); err == nil {
		t.Error("no error for a folder that cannot be made")
	}
}

func TestNoTraceTurnsShaderCachesOff(t *testing.T) {
	s, err := NoTrace()
	must(t, err)
	defer s.Close()
	for _, want := range []string{"MESA_SHADER_CACHE_DISABLE=true", "MESA_GLSL_CACHE_DISABLE=true", "__GL_SHADER_DISK_CACHE=0"} {
		if !slices.Contains(s.Variables(), want) {
			t.Errorf("%s is not set", want)
		}
	}
}
