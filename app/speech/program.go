package speech

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// endLimit is how long a voice program may take to end once it was stopped.
const endLimit = 500 * time.Millisecond

// program is a voice that is a program of the system: the text goes to its
// standard input, never into its arguments.
type program struct {
	path    string
	options func(language string, speed Speed) ([]string, error)
	stop    []string // what silences it besides ending it, nil for nothing
}

// Say implements Voice.
func (p program) Say(ctx context.Context, text, language string, speed Speed) error {
	options, err := p.options(language, speed)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, p.path, options...)
	cmd.Stdin = strings.NewReader(text)
	cmd.WaitDelay = endLimit
	var told bytes.Buffer
	cmd.Stderr = &told
	err = cmd.Run()
	if ctx.Err() != nil {
		if p.stop != nil {
			quiet, cancel := context.WithTimeout(context.Background(), endLimit)
			defer cancel()
			_ = exec.CommandContext(quiet, p.path, p.stop...).Run()
		}
		return ctx.Err()
	}
	if err != nil {
		if strings.Contains(told.String(), "voice does not exist") {
			return NoLanguage{language}
		}
		return fmt.Errorf("speak: %w", err)
	}
	return nil
}
