package faults

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// patience is how long a child may take for anything before it counts as hung.
const patience = 10 * time.Second

// ledger is what a writing child said.
type ledger struct {
	acked    map[string]int // version by key
	pending  string         // key of the write that was begun last, if not acknowledged
	version  int            // its version
	dropping bool           // so is a dropping
	acks     int
	refused  int
	marks    int
	reasons  []string
}

func newLedger() *ledger { return &ledger{acked: map[string]int{}} }

// hear takes one line of a child.
func (l *ledger) hear(line string) {
	what, rest, _ := strings.Cut(line, " ")
	switch what {
	case "w":
		fmt.Sscan(rest, &l.pending, &l.version)
	case "a":
		var key string
		var version int
		fmt.Sscan(rest, &key, &version)
		l.acked[key] = version
		l.pending = ""
		l.acks++
	case "d":
		l.dropping = true
	case "e":
		l.dropping = false
		for key := range l.acked {
			if key[0] == 't' {
				delete(l.acked, key)
			}
		}
		l.acks++
	case "m":
		l.marks++
	case "x":
		l.refused++
		l.reasons = append(l.reasons, rest)
	}
}

// verdict is what a reading found wrong.
type verdict struct {
	lost, wrong int
	back, due   int
	example     string
}

// judge compares what was read with what was acknowledged. lost are entries
// that are missing or in an earlier state, wrong what nobody ever wrote, or
// what was to be gone. A write that was under way may be there or not.
func (l *ledger) judge(values map[string][]byte) (v verdict) {
	note := func(format string, args ...any) {
		if v.example == "" {
			v.example = fmt.Sprintf(format, args...)
		}
	}
	for key, want := range l.acked {
		v.due++
		b, found := values[key]
		got, sound := versionOf(key, b)
		switch {
		case !found && l.dropping && key[0] == 't':
			v.back++
		case !found:
			v.lost++
			note("%s: version %d is missing", key, want)
		case !sound || got > want && !(key == l.pending && got == l.version):
			v.wrong++
			note("%s: %.40q", key, b)
		case got < want:
			v.lost++
			note("%s: version %d instead of %d", key, got, want)
		default:
			v.back++
		}
	}
	for key, b := range values {
		if _, known := l.acked[key]; known || strings.Contains(key, " ") {
			continue
		}
		if got, sound := versionOf(key, b); !sound || key != l.pending || got != l.version {
			v.wrong++
			note("%s should not be there: %.40q", key, b)
		}
	}
	return v
}

// settle makes what was found the truth: what was under way is there or not.
func (l *ledger) settle(values map[string][]byte) {
	l.pending, l.dropping = "", false
	clear(l.acked)
	for key, b := range values {
		if version, sound := versionOf(key, b); sound {
			l.acked[key] = version
		}
	}
}

// writer is a writing child under way.
type writer struct {
	cmd    *exec.Cmd
	ledger *ledger
	lines  *bufio.Scanner
	stdin  io.WriteCloser
	hung   bool
}

// start starts a writing child.
func (t task) start(l *ledger, prepare ...func(*exec.Cmd)) (*writer, error) {
	t.Mode = "write"
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c := t.command()
	c.ExtraFiles = []*os.File{w}
	for _, p := range prepare {
		p(c)
	}
	in, err := c.StdinPipe()
	if err != nil {
		return nil, err
	}
	err = c.Start()
	w.Close()
	if err != nil {
		r.Close()
		return nil, err
	}
	return &writer{cmd: c, ledger: l, lines: bufio.NewScanner(r), stdin: in}, nil
}

func (t task) command() *exec.Cmd {
	b, _ := json.Marshal(t)
	c := exec.Command(os.Args[0])
	c.Dir = "/"
	c.Env = append(os.Environ(), taskVariable+"="+string(b), "GOMAXPROCS=2")
	return c
}

// until reads lines up to so many acknowledgements; false when the child ended.
func (w *writer) until(acks int) bool {
	guard := time.AfterFunc(patience, func() { w.hung = true; w.cmd.Process.Kill() })
	defer guard.Stop()
	for end := w.ledger.acks + acks; w.ledger.acks < end; {
		if !w.lines.Scan() {
			return false
		}
		w.ledger.hear(w.lines.Text())
	}
	return true
}

// after reads up to so many acknowledgements of operations that begin after now:
// what the pipe still holds may be long past.
func (w *writer) after(acks int) bool {
	fmt.Fprintln(w.stdin)
	guard := time.AfterFunc(patience, func() { w.hung = true; w.cmd.Process.Kill() })
	for marks := w.ledger.marks; w.ledger.marks == marks; {
		if !w.lines.Scan() {
			guard.Stop()
			return false
		}
		w.ledger.hear(w.lines.Text())
	}
	guard.Stop()
	return w.until(acks)
}

// kill ends the child at once and reads what it still said.
func (w *writer) kill() {
	w.cmd.Process.Kill()
	w.wait()
}

// wait reads to the end of the child.
func (w *writer) wait() {
	guard := time.AfterFunc(patience, func() { w.hung = true; w.cmd.Process.Kill() })
	defer guard.Stop()
	w.stdin.Close()
	for w.lines.Scan() {
		w.ledger.hear(w.lines.Text())
	}
	_ = w.cmd.Wait()
}

// reader is a serving child; it is started when needed, and again when it died.
type reader struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *json.Decoder
}

// ask has the child open and read a store. A child that crashes or hangs is
// told by hung.
func (r *reader) ask(q question) (a answer, hung bool) {
	if r.cmd == nil {
		r.cmd = task{Mode: "serve"}.command()
		r.cmd.Stderr = nil
		var err error
		var out io.ReadCloser
		if r.in, err = r.cmd.StdinPipe(); err == nil {
			if out, err = r.cmd.StdoutPipe(); err == nil {
				err = r.cmd.Start()
			}
		}
		if err != nil {
			return answer{Error: err.Error()}, true
		}
		r.out = json.NewDecoder(out)
	}
	guard := time.AfterFunc(patience, func() { r.cmd.Process.Kill() })
	err := json.NewEncoder(r.in).Encode(q)
	if err == nil {
		err = r.out.Decode(&a)
	}
	if !guard.Stop() || err != nil {
		r.end()
		return answer{Error: "the process that opened it crashed or hung"}, true
	}
	return a, false
}

func (r *reader) end() {
	if r.cmd != nil {
		r.in.Close()
		r.cmd.Process.Kill()
		_ = r.cmd.Wait()
		r.cmd = nil
	}
}
