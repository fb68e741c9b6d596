package desktop

import (
	"fmt"
	"os/exec"
	"runtime"
)

// ShowFolder opens a folder in the system's own window for files. It returns
// the system's error when there is none; it does not wait for that window.
func ShowFolder(dir string) error {
	program := map[string]string{"windows": "explorer", "darwin": "open"}[runtime.GOOS]
	if program == "" {
		program = "xdg-open"
	}
	c := exec.Command(program, dir)
	if err := c.Start(); err != nil {
		return fmt.Errorf("show a folder: %w", err)
	}
	go func() { _ = c.Wait() }() // explorer ends with 1 when all is well
	return nil
}
