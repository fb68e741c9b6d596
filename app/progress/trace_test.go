package progress

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"vigie/app/lesson"
	"vigie/app/store"
)

// inFolder reports whether the text is in any file below dir or in its name.
func inFolder(t *testing.T, dir, text string) (found bool) {
	t.Helper()
	must(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		found = found || bytes.Contains(b, []byte(text)) || strings.Contains(d.Name(), text)
		return err
	}))
	return found
}

func marked() lesson.Snapshot {
	s := snapshot(1)
	s.Step, s.Flags = "MARKER-step", []string{"MARKER-flag"}
	s.Choices = []lesson.Decision{{Step: "scene", Choice: "MARKER-choice"}}
	s.Answers = []lesson.Answer{{Step: "MARKER-quiz", Marked: []int{1}}}
	return s
}

// TestTwoHundredMarkers keeps 200 different answers in runs, copies and a file
// that was set aside, erases, and looks for each in every file of the folder.
func TestTwoHundredMarkers(t *testing.T) {
	c, dir := &clock{now: wednesday}, t.TempDir()
	s := mustStore(t, dir, c)
	r, acks := started(t, Options{Keeper: s, Session: &session{}, Now: c.Now})
	var markers []string
	for run := range 10 {
		r.Begin()
		snap := snapshot(run)
		for step := range 20 {
			m := fmt.Sprintf("ANSWER-%02d-%02d", run, step)
			snap.Choices, markers = append(snap.Choices, lesson.Decision{Step: "scene", Choice: m}), append(markers, m)
			must(t, await(t, acks, r.Checkpoint(snap)))
		}
		must(t, s.Snapshot())
	}
	must(t, r.Close())
	must(t, s.Close())
	path := filepath.Join(dir, store.FileName)
	b, err := os.ReadFile(path)
	must(t, err)
	clear(b[:4096])
	must(t, os.WriteFile(path, b, 0o600))
	s = mustStore(t, dir, c)
	r, acks = started(t, Options{Keeper: s, Session: &session{}, Now: c.Now})
	files, err := filepath.Glob(path + ".*")
	must(t, err)
	there := 0
	for _, m := range markers {
		if inFolder(t, dir, m) {
			there++
		}
	}
	if len(files) != 4 || there < 200 {
		t.Fatalf("%v, %d of %d answers: the search does not bite", files, there, len(markers))
	}
	must(t, await(t, acks, r.EraseAll()))
	for _, m := range markers {
		if inFolder(t, dir, m) {
			t.Errorf("%s is in the folder", m)
		}
	}
	must(t, r.Close())
	must(t, s.Close())
}

func TestAnswersLeaveTheFolder(t *testing.T) {
	for name, leave := range map[string]func(r *Recorder) Ticket{
		"finish":    func(r *Recorder) Ticket { return r.Finish("unread") },
		"erase":     func(r *Recorder) Ticket { return r.Erase() },
		"erase all": func(r *Recorder) Ticket { return r.EraseAll() },
	} {
		t.Run(name, func(t *testing.T) {
			c, dir, se := &clock{now: wednesday}, t.TempDir(), &session{}
			s := mustStore(t, dir, c)
			r, acks := started(t, Options{Keeper: s, Session: se, Now: c.Now})
			must(t, await(t, acks, r.Finish("earlier")))
			for range 20 {
				must(t, await(t, acks, r.Checkpoint(marked())))
			}
			r.Begin()
			must(t, await(t, acks, r.Checkpoint(marked())))
			if !inFolder(t, dir, "MARKER") {
				t.Fatal("the answers were never there: the search does not bite")
			}
			must(t, await(t, acks, leave(r)))
			wantRuns, wantDone := 1, map[string]int{"finish": 2, "erase": 1, "erase all": 0}[name]
			if name == "erase all" {
				wantRuns = 0
			}
			if got := count(t, s, bucketRuns); got != wantRuns {
				t.Errorf("%d runs are left, want %d", got, wantRuns)
			}
			if got := count(t, s, bucketCompletions); got != wantDone {
				t.Errorf("%d completions, want %d", got, wantDone)
			}
			if _, found := r.Resumable(); found || se.token != nil {
				t.Error("the run is still offered")
			}
			// The other run's answers are of somebody who did not ask.
			must(t, await(t, acks, r.EraseAll()))
			if inFolder(t, dir, "MARKER") {
				t.Error("answers are left in the folder")
			}
		})
	}
}

func TestFinishedAnswersLeaveNoByte(t *testing.T) {
	for name, leave := range map[string]func(r *Recorder) Ticket{
		"finish": func(r *Recorder) Ticket { return r.Finish("unread") },
		"erase":  func(r *Recorder) Ticket { return r.Erase() },
	} {
		t.Run(name, func(t *testing.T) {
			c, dir := &clock{now: wednesday}, t.TempDir()
			r, acks := started(t, Options{Keeper: mustStore(t, dir, c), Now: c.Now})
			for range 30 {
				must(t, await(t, acks, r.Checkpoint(marked())))
			}
			must(t, await(t, acks, leave(r)))
			if inFolder(t, dir, "MARKER") {
				t.Error("answers are left in the folder")
			}
		})
	}
}

func asText(t *testing.T, kept Kept) string {
	t.Helper()
	b, err := json.Marshal(kept)
	must(t, err)
	return string(b)
}

// leaving is all that two plays may be compared by.
type leaving struct {
	names, times []string
	kept         Kept
}

func play(t *testing.T, at time.Time, later time.Duration) leaving {
	t.Helper()
	home := t.TempDir()
	dir := filepath.Join(home, "data")
	for name, value := range map[string]string{
		"USER": "marieke-devos", "LOGNAME": "marieke-devos", "USERNAME": "marieke-devos", "HOSTNAME": "pc-lokaal-12",
		"COMPUTERNAME": "pc-lokaal-12", "HOME": home,
	} {
		t.Setenv(name, value)
	}
	c := &clock{now: at}
	s := mustStore(t, dir, c)
	r, acks := started(t, Options{Keeper: s, Session: &session{}, Now: c.Now, Random: seeded(48)})
	r.Set(Language, "nl")
	for run := range 3 {
		r.Begin()
		for step := range 12 {
			c.set(at.Add(later * time.Duration(12*run+step)))
			must(t, await(t, acks, r.Checkpoint(snapshot(step))))
		}
		if run == 1 {
			must(t, await(t, acks, r.Finish("unread")))
		}
	}
	must(t, r.Close())
	must(t, s.Close())
	out := leaving{}
	must(t, filepath.WalkDir(home, func(path string, d os.DirEntry, err error) error {
		if err != nil || path == home {
			return err
		}
		info, err := os.Lstat(path)
		if err != nil {
			return err
		}
		out.names = append(out.names, strings.TrimPrefix(path, home))
		out.times = append(out.times, info.ModTime().UTC().String(), lastRead(info))
		return nil
	}))
	kept, err := Runs(dir)
	must(t, err)
	out.kept = kept
	host, err := os.Hostname()
	must(t, err)
	days := []string{"2026-11", "T10:", "11-2", "10:41", at.Format("2006-01-02"), at.Format("15:04")}
	for _, text := range append(days, "marieke", "devos", "lokaal", host, home) {
		if inFolder(t, home, text) {
			t.Errorf("%q is in the home folder", text)
		}
	}
	return out
}

// unnumbered puts zeros for the numbers that the store draws at random.
func unnumbered(kept string) string {
	for pattern, zero := range map[string]string{`"sequence":\d+`: `"sequence":0`, `"sum":"\d+"`: `"sum":"0"`, `"transaction":\d+`: `"transaction":0`} {
		kept = regexp.MustCompile(pattern).ReplaceAllString(kept, zero)
	}
	return kept
}

// TestTwoPlaysOfOneWeekLookAlike plays the same on a Monday morning and on a
// Friday afternoon, at another pace, and compares what is left.
func TestTwoPlaysOfOneWeekLookAlike(t *testing.T) {
	monday := play(t, time.Date(2026, 11, 23, 8, 25, 11, 0, time.UTC), 31*time.Second)
	friday := play(t, time.Date(2026, 11, 27, 14, 50, 40, 0, time.UTC), 47*time.Second)
	if a, b := unnumbered(asText(t, monday.kept)), unnumbered(asText(t, friday.kept)); a != b {
		t.Errorf("other values:\n%s\n%s", a, b)
	}
	if a, b := strings.Join(monday.names, " "), strings.Join(friday.names, " "); a != b || a != "/data /data/vigie.db /data/vigie.db.copy-1" {
		t.Errorf("other names: %s, %s", a, b)
	}
	a, b := strings.Join(monday.times, "\n"), strings.Join(friday.times, "\n")
	if a != b || strings.Count(a, "2026-11-23 00:00:00 +0000 UTC") != len(monday.times) {
		t.Errorf("other times:\n%s\n%s", a, b)
	}
	next := play(t, time.Date(2026, 11, 30, 8, 25, 11, 0, time.UTC), time.Second)
	if unnumbered(asText(t, next.kept)) == unnumbered(asText(t, monday.kept)) {
		t.Error("another week looks the same: the comparison does not bite")
	}
}
