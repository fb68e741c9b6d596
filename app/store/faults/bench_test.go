package faults

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"vigie/app/store/faultfs"
	"vigie/app/store/replay"
)

// outcome is what became of all runs of one kind.
type outcome struct {
	runs, acked              int
	lost, wrong, hangs, told int // told: runs in which something was lost that was said
	due, back                int // records asked for, and those that came back
	slowest                  time.Duration
	notRun                   string // why, when the kind cannot run here
	example                  string
}

func (o *outcome) add(p outcome) {
	o.runs += p.runs
	o.acked += p.acked
	o.lost += p.lost
	o.wrong += p.wrong
	o.hangs += p.hangs
	o.told += p.told
	o.due += p.due
	o.back += p.back
	o.slowest = max(o.slowest, p.slowest)
	if o.example == "" {
		o.example = p.example
	}
	if o.notRun == "" {
		o.notRun = p.notRun
	}
}

func (o *outcome) bad() bool { return o.lost+o.wrong+o.hangs > 0 }

func (o *outcome) note(format string, args ...any) {
	if o.example == "" {
		o.example = fmt.Sprintf(format, args...)
	}
}

// unavailable makes an outcome of an error of setting up.
func unavailable(err error) outcome {
	if errors.Is(err, faultfs.ErrUnavailable) || errors.Is(err, replay.ErrUnavailable) || errors.Is(err, errNeedsRoot) {
		return outcome{notRun: err.Error()}
	}
	return outcome{hangs: 1, example: err.Error()}
}

var errNeedsRoot = errors.New("needs root on Linux")

// kind is a kind of fault.
type kind struct {
	name    string
	control string // the subject that must fail
	short   int    // runs in the short form
	full    int    // runs in the long one
	// run makes so many runs with a subject.
	run func(b *bench, subject string, runs int) outcome
	// beside marks a line that is not one of the 36.
	beside bool
	// least is the share of records that must come back, 0 where all must.
	least float64
}

// later are the kinds of reliability.md §8 that come with other parts.
var later = []string{"half-copied file", "duplicate import", "conflict copies", "server dies", "client dies",
	"link cut or duplicate", "impostor", "flood"}

// bench is one use of the bench.
type bench struct {
	*testing.T
	reader reader
	random *rand.Rand
	memory string // a folder in memory, else a temporary one
	full   bool
}

// check reads a store and adds what is wrong with it to the outcome. With
// damage, something may be missing if the store says so.
func (b *bench) check(o *outcome, l *ledger, q question, damage bool) answer {
	a, hung := b.reader.ask(q)
	o.slowest = max(o.slowest, a.Opening)
	v := l.judge(a.Values)
	o.due += v.due
	o.back += v.back
	o.wrong += v.wrong
	switch {
	case hung:
		o.hangs++
	case a.Error != "" && !damage, a.Error != "" && !strings.Contains(a.Error, "damaged"):
		// Not to open at all loses everything.
		o.lost += max(1, len(l.acked))
		o.note("%s", a.Error)
	case v.lost > 0 && damage && (a.Repaired && !a.Whole):
		o.told++
	default:
		o.lost += v.lost
	}
	if v.lost+v.wrong > 0 && v.example != "" {
		o.note("%s", v.example)
	}
	return a
}

// folder is a new folder for a run, and how to take it away.
func (b *bench) folder() (dir string, remove func()) {
	dir, err := os.MkdirTemp(b.memory, "vigie-faults-")
	if err != nil {
		b.Fatal(err)
	}
	return dir, func() { os.RemoveAll(dir) }
}

// TestFaults runs every kind, and each negative control.
func TestFaults(t *testing.T) {
	b := &bench{T: t, random: rand.New(rand.NewPCG(2026, 11)), memory: t.TempDir(), full: os.Getenv("VIGIE_FAULTS") == "full"}
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		if dir, err := os.MkdirTemp("/dev/shm", "vigie-faults-"); err == nil {
			b.memory = dir
			t.Cleanup(func() { os.RemoveAll(dir) })
		}
	}
	defer b.reader.end()
	report := &report{began: time.Now(), place: placeOf(b.memory), full: b.full}
	only := os.Getenv("VIGIE_FAULTS_ONLY")
	for _, k := range kinds {
		if only != "" && !strings.Contains(k.name, only) {
			continue
		}
		t.Run(strings.ReplaceAll(k.name, " ", "_"), func(t *testing.T) {
			b.T = t
			runs := k.short
			if b.full {
				runs = k.full
			}
			began := time.Now()
			o := k.run(b, "vigie", runs)
			var c outcome
			if o.notRun == "" {
				c = b.controlled(k, runs)
			}
			report.add(k, o, c, time.Since(began))
			switch {
			case o.notRun != "":
				t.Skipf("not run: %s", o.notRun)
			case o.bad():
				t.Errorf("%d lost, %d wrong, %d hangs in %d runs, for example: %s", o.lost, o.wrong, o.hangs, o.runs, o.example)
			case o.acked == 0:
				t.Error("nothing was acknowledged: the kind proves nothing")
			case k.least > 0 && float64(o.back) < k.least*float64(o.due):
				t.Errorf("%d of %d records came back", o.back, o.due)
			}
			if o.notRun == "" && !c.bad() {
				t.Errorf("the negative control %s was not found out in %d runs", k.control, c.runs)
			}
		})
	}
	b.T = t
	text := report.text()
	fmt.Print(text)
	if out := os.Getenv("VIGIE_FAULTS_OUT"); out != "" {
		if err := os.WriteFile(out, []byte(text), 0o644); err != nil {
			t.Error(err)
		}
	}
}

// controlled lets the fault strike the control until something is wrong.
func (b *bench) controlled(k kind, runs int) (all outcome) {
	for _, n := range []int{4, 12, min(runs, 60), max(60, runs/4)} {
		all.add(k.run(b, k.control, n))
		if all.bad() {
			break
		}
	}
	return all
}

// placeOf names the file system of the runs that need none of their own.
func placeOf(dir string) string {
	if strings.HasPrefix(dir, "/dev/shm") {
		return "tmpfs"
	}
	return filepath.VolumeName(dir) + runtime.GOOS + " temporary folder"
}
