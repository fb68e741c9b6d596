package main

import (
	"encoding/json"
	"fmt"
	"os"
	"sync"
	"time"

	"vigie/app/speech"
)

// voice is the computer's, or, where VIGIE_VOICE names a file, one that writes
// what it would say there, for tests that drive a real window.
func voice() (speech.Voice, error) {
	name := os.Getenv("VIGIE_VOICE")
	if name == "" {
		return speech.Find()
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	return speech.Written(f), nil
}

// probe writes what the window shows to the file that VIGIE_PROBE names, one
// JSON list a line, for tests that drive a real window. It is nil otherwise.
func probe() func(event string, words ...string) {
	name := os.Getenv("VIGIE_PROBE")
	if name == "" {
		return nil
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return nil
	}
	var mu sync.Mutex
	return func(event string, words ...string) {
		line, err := json.Marshal(append([]string{fmt.Sprint(time.Now().UnixMicro()), event}, words...))
		if err != nil {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		f.Write(append(line, '\n'))
	}
}
