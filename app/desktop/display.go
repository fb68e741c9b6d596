package desktop

import (
	"fmt"
	"sync"
	"time"
)

// ShowLimit is how long the first window may take before the app gives up: it
// leaves time to say so and end within ten seconds.
const ShowLimit = 8 * time.Second

// CheckDisplay says early, from the name of the system (as in runtime.GOOS) and
// the environment, that no window can come. On Linux and the BSDs it returns
// ErrNoDisplay when neither DISPLAY nor WAYLAND_DISPLAY is set. Whether the
// display then answers and draws is for Watch to find out.
func CheckDisplay(system string, getenv func(string) string) error {
	switch system {
	case "windows", "darwin":
		return nil
	}
	if getenv("DISPLAY") == "" && getenv("WAYLAND_DISPLAY") == "" {
		return fmt.Errorf("look for a display: %w", ErrNoDisplay)
	}
	return nil
}

// Watchdog waits for the first window.
type Watchdog struct {
	once  sync.Once
	shown chan struct{}
}

// Watch calls late, on a goroutine of its own, unless WindowShown is called
// within the limit. late normally tells the user and ends the process: without
// OpenGL, Fyne goes on for ever without a window.
func Watch(limit time.Duration, late func()) *Watchdog { return watch(time.After(limit), late) }

func watch(limit <-chan time.Time, late func()) *Watchdog {
	w := &Watchdog{shown: make(chan struct{})}
	go func() {
		select {
		case <-w.shown:
		case <-limit:
			w.once.Do(late)
		}
	}()
	return w
}

// WindowShown says that there is a window. After it, late is never called; if
// late has begun, it waits for it to end, which it normally never does.
func (w *Watchdog) WindowShown() { w.once.Do(func() { close(w.shown) }) }
