package progress

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"vigie/app/lesson"
	"vigie/app/store"
)

// The child of the kill test is this test program run again with these set.
const (
	childDir   = "VIGIE_KILL_DIR"
	childRound = "VIGIE_KILL_ROUND"
	childLies  = "VIGIE_KILL_LIES"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		playUntilKilled(dir, os.Getenv(childRound), os.Getenv(childLies) != "")
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// liar is a Keeper that acknowledges every third write without doing it.
type liar struct {
	Keeper
	writes int
}

func (l *liar) Write(changes ...store.Change) error {
	if l.writes++; l.writes%3 == 0 {
		return nil
	}
	return l.Keeper.Write(changes...)
}

// playUntilKilled plays one run of four steps after the other, finishing every
// fifth, and writes a line to its standard output for each acknowledgement.
func playUntilKilled(dir, round string, lies bool) {
	s, err := store.Open(dir, store.Options{Timeout: 10 * time.Second})
	if err != nil {
		fmt.Println("fatal", err)
		return
	}
	var keeper Keeper = s
	if lies {
		keeper = &liar{Keeper: s}
	}
	acks := make(chan Ack)
	r := New(Options{Keeper: keeper, Acknowledge: func(a Ack) { acks <- a }})
	for run := 0; ; run++ {
		name := fmt.Sprintf("%s-%d", round, run)
		r.Begin()
		for step := range 4 {
			what, ticket := "kept", r.Checkpoint(killSnapshot(name, step))
			if step == 3 && run%5 == 4 {
				what, ticket = "done", r.Finish(name)
			}
			for a := range acks {
				if a.Err != nil {
					fmt.Println("fatal", a.Err)
					return
				}
				if a.Ticket == ticket {
					break
				}
			}
			fmt.Println(what, name, step)
		}
	}
}

func killSnapshot(run string, step int) lesson.Snapshot {
	s := snapshot(step)
	s.Lesson = run
	s.Flags = []string{strings.Repeat(run, 1+step*40)} // some take more than a page
	return s
}

// killRounds kills a child at a random moment, again and again on one folder,
// and returns how many acknowledgements it heard and which of them were not
// true afterwards.
func killRounds(t *testing.T, rounds int, lies bool) (heard int, untrue []string) {
	t.Helper()
	dir, random := t.TempDir(), rand.New(rand.NewPCG(9, uint64(rounds)))
	kept, done := map[string]int{}, map[string]bool{}
	for round := range rounds {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), childDir+"="+dir, fmt.Sprintf("%s=%d", childRound, round))
		if lies {
			child.Env = append(child.Env, childLies+"=1")
		}
		out, err := child.StdoutPipe()
		must(t, err)
		must(t, child.Start())
		killAt := 1 + random.IntN(60)
		lines := bufio.NewScanner(out)
		for n := 1; lines.Scan(); n++ {
			var what, run string
			var step int
			if _, err := fmt.Sscan(lines.Text(), &what, &run, &step); err != nil || what == "fatal" {
				t.Fatalf("round %d: child says %q", round, lines.Text())
			}
			if what == "done" {
				delete(kept, run)
				done[run] = true
			} else {
				kept[run] = step
			}
			heard++
			if n == killAt {
				// The child goes on meanwhile, so this hits it anywhere;
				// what it said before it died is still read.
				must(t, child.Process.Kill())
			}
		}
		_ = child.Wait()
		untrue = append(untrue, missing(t, dir, kept, done)...)
		if len(untrue) > 0 {
			break
		}
	}
	return heard, untrue
}

// missing compares what was acknowledged with what is on the disk.
func missing(t *testing.T, dir string, kept map[string]int, done map[string]bool) (untrue []string) {
	t.Helper()
	s, err := store.Open(dir, store.Options{})
	must(t, err)
	defer s.Close()
	onDisk := map[string]lesson.Snapshot{}
	must(t, s.Each(bucketRuns, func(_ string, value []byte) error {
		snapshot, err := decodeRun(value)
		onDisk[snapshot.Lesson] = snapshot
		return err
	}))
	for run, acknowledged := range kept {
		got, found := onDisk[run]
		if _, finished, err := s.Get(bucketCompletions, run); err == nil && finished {
			continue // finished, and killed before it could say so
		}
		step := 0
		if _, err := fmt.Sscanf(string(got.Step), "step-%d", &step); !found || err != nil || step < acknowledged ||
			!equal(got, killSnapshot(run, step)) {
			untrue = append(untrue, fmt.Sprintf("%s: step %d was acknowledged, found %t %s", run, acknowledged, found, got.Step))
		}
	}
	for run := range done {
		_, found, err := s.Get(bucketCompletions, run)
		if _, left := onDisk[run]; left || !found || err != nil {
			untrue = append(untrue, fmt.Sprintf("%s: finished, left %t, completion %t, %v", run, left, found, err))
		}
	}
	return untrue
}

func equal(a, b lesson.Snapshot) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return string(x) == string(y)
}

func TestKilledAtAnyMomentKeepsWhatItAcknowledged(t *testing.T) {
	heard, untrue := killRounds(t, 30, false)
	t.Logf("%d acknowledgements", heard)
	if len(untrue) > 0 {
		t.Error(strings.Join(untrue, "\n"))
	}
	if heard < 300 {
		t.Errorf("only %d acknowledgements: the test does not bite", heard)
	}
}

// TestTheOracleNoticesALie is the negative control: a disk that acknowledges
// without keeping must be found out.
func TestTheOracleNoticesALie(t *testing.T) {
	if _, untrue := killRounds(t, 30, true); len(untrue) == 0 {
		t.Error("lost snapshots went unnoticed")
	}
}
