package faults

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"vigie/app/store"
)

// task is what a child is asked to do, as JSON in its environment.
type task struct {
	Mode    string // "write" or "serve"
	Subject string // what stores: "vigie" or a negative control
	Dir     string
	Round   int
	Count   int    // of operations; 0 for as long as it lives
	Tries   int    // of one operation, 0 for one
	Week    string // date of the clock, today's when empty
	Wait    bool   // hold the store open until the standard input ends
	Plain   bool   // only values, no copies and no rebuilding
}

const taskVariable = "VIGIE_FAULTS_TASK"

func TestMain(m *testing.M) {
	store.CheckIfAsked()
	if text := os.Getenv(taskVariable); text != "" {
		var t task
		if err := json.Unmarshal([]byte(text), &t); err != nil {
			panic(err)
		}
		switch t.Mode {
		case "write":
			t.write()
		case "serve":
			serve()
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// value is what is kept under key in a version: long and short ones, of bytes
// that say where they belong.
func value(key string, version int) []byte {
	size := 40 + (version*7919+len(key)*104729)%700
	if version%23 == 0 {
		size += 9000
	}
	text := fmt.Sprintf("%s#%d#", key, version)
	return []byte((text + strings.Repeat(text, size/len(text)))[:max(size, len(text))])
}

// versionOf reads a value; it is false for what no write made.
func versionOf(key string, b []byte) (int, bool) {
	parts := strings.SplitN(string(b), "#", 3)
	if len(parts) < 3 {
		return 0, false
	}
	version, err := strconv.Atoi(parts[1])
	return version, err == nil && string(value(key, version)) == string(b)
}

// write keeps values and says so. It writes one line before each operation and
// one when it was acknowledged:
//
//	w key version    will keep it        a the same: it is kept
//	d                will drop the keys that begin with "t"    e they are gone
//	x message        an operation was refused
//	m                it was asked to say where it is
func (t task) write() {
	ledger := os.NewFile(3, "ledger")
	say := func(format string, args ...any) { fmt.Fprintf(ledger, format+"\n", args...) }
	var s keeper
	if !t.insist(say, func() (err error) { s, err = open(t); return err }) {
		return
	}
	var asked atomic.Int32
	if !t.Wait {
		go func() {
			for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
				asked.Add(1)
			}
		}()
	}
	for i := 0; t.Count == 0 || i < t.Count; i++ {
		if asked.Swap(0) > 0 {
			say("m")
		}
		version := t.Round*100_000 + i
		key := fmt.Sprintf("k%d", version)
		switch {
		case i%3 == 1:
			key = fmt.Sprintf("h%d", i%7)
		case i%10 == 9:
			key = fmt.Sprintf("t%d", i)
		}
		say("w %s %d", key, version)
		if !t.insist(say, func() error { return s.put(key, value(key, version)) }) {
			return
		}
		say("a %s %d", key, version)
		switch {
		case t.Plain:
		case i%40 == 19:
			if err := s.snapshot(); err != nil {
				say("x %v", err)
			}
		case i%40 == 39:
			say("d")
			if !t.insist(say, func() error { return s.drop("t") }) {
				return
			}
			say("e")
		}
	}
	if t.Wait {
		_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	}
	s.close()
}

// insist tries an operation as often as the task says.
func (t task) insist(say func(string, ...any), do func() error) bool {
	for try := 0; ; try++ {
		err := do()
		if err == nil {
			return true
		}
		say("x %v", err)
		if try >= t.Tries {
			return false
		}
		// The disk is given a moment, as the recorder would.
		time.Sleep(time.Millisecond)
	}
}

// question is what a serving child is asked, answer what it says: one JSON
// value a line each.
type question struct {
	Subject, Dir, Week string
	ReadOnly           bool
}

type answer struct {
	Error         string
	Busy, Refused bool // refused: for a reason that is not damage
	Newer         bool
	Repaired      bool
	Whole         bool
	Values        map[string][]byte
	Opening       time.Duration
}

// questions counts them: every tenth store also gets the full check.
var questions int

func serve() {
	in, out := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for {
		var q question
		if in.Decode(&q) != nil {
			return
		}
		if out.Encode(q.answer()) != nil {
			return
		}
	}
}

func (q question) answer() (a answer) {
	began := time.Now()
	s, err := open(task{Subject: q.Subject, Dir: q.Dir, Week: q.Week})
	a.Opening = time.Since(began)
	if err == nil {
		defer s.close()
		a.Values = map[string][]byte{}
		err = s.each(func(key string, b []byte) { a.Values[key] = b })
		if v, own := s.(*vigie); own {
			report, repaired := v.Report()
			a.Repaired, a.Whole = repaired && report.Fresh, report.Whole
			a.Newer = v.Newer()
			if questions++; questions%10 == 0 {
				err = errors.Join(err, v.FullCheck())
			}
		}
	}
	if err != nil {
		a.Error = err.Error()
		a.Busy, a.Refused = errors.Is(err, store.ErrBusy), errors.Is(err, store.ErrUnwritable)
	}
	return a
}

// clock is the week of a task.
func clock(date string) func() time.Time {
	return func() time.Time {
		if t, err := time.Parse(time.DateOnly, date); err == nil {
			return store.Monday(t)
		}
		return store.Monday(time.Now())
	}
}

func file(dir string) string { return filepath.Join(dir, store.FileName) }
