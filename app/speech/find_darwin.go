package speech

import (
	"os/exec"
)

const sayPath = "/usr/bin/say"

// find asks say for its voices. Speaking on macOS has not been tried here.
func find() (Voice, error) {
	list, err := exec.Command(sayPath, "-v", "?").Output()
	if err != nil {
		return nil, ErrNoVoice
	}
	return program{path: sayPath, options: sayOptions(string(list))}, nil
}
