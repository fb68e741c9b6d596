package faults

import (
	"fmt"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// report is the table of a bench.
type report struct {
	began time.Time
	place string
	full  bool
	lines []string

	survived, ran, runs, acked, lost int
	notRun                           []string
}

func (r *report) add(k kind, o, c outcome, took time.Duration) {
	if o.notRun != "" {
		r.notRun = append(r.notRun, k.name)
		r.lines = append(r.lines, fmt.Sprintf("%-26s not run: %s", k.name, o.notRun))
		return
	}
	back := ""
	if o.told > 0 || k.least > 0 {
		back = fmt.Sprintf(", %.2f %% back, %d runs told", 100*float64(o.back)/float64(max(1, o.due)), o.told)
	}
	control := "found out"
	if !c.bad() {
		control = "NOT found out"
	}
	r.lines = append(r.lines, fmt.Sprintf("%-26s %6d %8d %5d %5d %5d %8.1f ms  %s %s%s (%.0f s)", k.name, o.runs, o.acked, o.lost, o.wrong, o.hangs,
		float64(o.slowest.Microseconds())/1000, k.control, control, back, took.Seconds()))
	r.runs += o.runs
	r.acked += o.acked
	r.lost += o.lost + o.wrong
	if k.beside {
		return
	}
	r.ran++
	if !o.bad() && c.bad() {
		r.survived++
	}
}

func (r *report) text() string {
	var s strings.Builder
	commit, _ := exec.Command("git", "rev-parse", "--short", "HEAD").Output()
	form := "short form"
	if r.full {
		form = "long form"
	}
	fmt.Fprintf(&s, "fault bench of app/store, %s, %s, commit %s, %s; kinds with a disk of their own: faultfs (FUSE)\n",
		form, r.began.Format(time.DateOnly), strings.TrimSpace(string(commit)), r.place)
	fmt.Fprintf(&s, "%-26s %6s %8s %5s %5s %5s %11s  negative control\n", "kind", "runs", "acked", "lost", "wrong", "hangs", "slowest")
	for _, l := range r.lines {
		s.WriteString(l + "\n")
	}
	fmt.Fprintf(&s, "not yet, with their own parts: %s\n", strings.Join(later, ", "))
	if len(r.notRun) > 0 {
		fmt.Fprintf(&s, "not run here: %s\n", strings.Join(r.notRun, ", "))
	}
	fmt.Fprintf(&s, "%s only; Windows and macOS: not measured here\n", runtime.GOOS)
	fmt.Fprintf(&s, "%d of 36 kinds survived (%d run), %d runs, %d acknowledged answers lost, %.0f s\n",
		r.survived, r.ran, r.runs, r.lost, time.Since(r.began).Seconds())
	return s.String()
}
