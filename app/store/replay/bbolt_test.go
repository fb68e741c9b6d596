package replay

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

// scratch is a folder in memory, where there is one.
func scratch(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "replay")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

var (
	errLost    = errors.New("an acknowledged value is lost")
	errOpening = errors.New("does not open")
)

// readBolt opens the file of a state as bbolt does by itself and looks for
// what was acknowledged. It returns though bbolt hangs, but an endless recursion
// ends the process.
func readBolt(dir string, acked []string) error {
	done := make(chan error, 1)
	go func() {
		defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
		opened := false
		defer func() {
			if p := recover(); p != nil {
				done <- fmt.Errorf("%w: panic, opened %t: %v", errOpening, opened, p)
			}
		}()
		db, err := bbolt.Open(filepath.Join(dir, boltName), 0o600, &bbolt.Options{Timeout: time.Second, NoSync: true})
		if err != nil {
			done <- fmt.Errorf("%w: %w", errOpening, err)
			return
		}
		opened = true
		err = db.View(func(tx *bbolt.Tx) error {
			for _, a := range acked {
				n, err := strconv.Atoi(a)
				if err != nil {
					return err
				}
				if b := tx.Bucket(boltBucket); b == nil || !bytes.Equal(b.Get(boltKey(n)), boltValue(n)) {
					return fmt.Errorf("%w: %d", errLost, n)
				}
			}
			return nil
		})
		done <- errors.Join(err, db.Close())
	}()
	select {
	case err := <-done:
		return err
	case <-time.After(5 * time.Second):
		return fmt.Errorf("%w: it hangs", errOpening)
	}
}

// judge is the task of a child that reads states for its parent: what bbolt
// does with a damaged file may end the process. For each line with a folder
// and acknowledgements it writes one with the verdict.
func judge(string) error {
	debug.SetMaxStack(32 << 20) // an endless recursion ends sooner
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		words := strings.Split(lines.Text(), "\t")
		err := readBolt(words[0], words[1:])
		fmt.Println(strconv.Quote(fmt.Sprint(err)), errors.Is(err, errLost), errors.Is(err, errOpening))
	}
	return lines.Err()
}

// judges starts such a child when there is none.
type judges struct {
	t   testing.TB
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

func (j *judges) verdict(dir string, acked []string) error {
	if j.cmd == nil {
		j.cmd = exec.Command(os.Args[0])
		j.cmd.Env = append(os.Environ(), childDir+"="+os.DevNull, childTask+"=judge")
		out, err := j.cmd.StdoutPipe()
		in, inErr := j.cmd.StdinPipe()
		if err := errors.Join(err, inErr, j.cmd.Start()); err != nil {
			j.t.Fatal(err)
		}
		j.in, j.out = in, bufio.NewReader(out)
	}
	fmt.Fprintln(j.in, strings.Join(append([]string{dir}, acked...), "\t"))
	line, err := j.out.ReadString('\n')
	if err != nil {
		j.end()
		return fmt.Errorf("%w: it ended the process", errOpening)
	}
	var text string
	var lost, broken bool
	if _, err := fmt.Sscanf(line, "%q %t %t", &text, &lost, &broken); err != nil {
		j.t.Fatalf("%q: %v", line, err)
	}
	switch {
	case lost:
		return fmt.Errorf("%w: %s", errLost, text)
	case broken:
		return fmt.Errorf("%w: %s", errOpening, text)
	case text != "<nil>":
		return errors.New(text)
	}
	return nil
}

func (j *judges) end() {
	if j.cmd != nil {
		j.in.Close()
		_ = j.cmd.Wait()
		j.cmd = nil
	}
}

// verdicts counts what became of the states of a trace of bbolt.
func verdicts(t *testing.T, trace *Trace, count Count) (states, lost, broken int) {
	t.Helper()
	base, reader := scratch(t), judges{t: t}
	defer reader.end()
	seen := map[string]bool{}
	for s := range trace.States(seeded(5), count) {
		dir := filepath.Join(base, strconv.Itoa(states))
		states++
		if err := s.Write(dir); err != nil {
			t.Fatal(err)
		}
		var err error
		if _, there := s.Files[boltName]; there {
			err = reader.verdict(dir, s.Acked)
		} else if len(s.Acked) > 0 {
			err = fmt.Errorf("%w: no file", errLost)
		}
		if errors.Is(err, errLost) {
			lost++
		} else if err != nil {
			broken++
		}
		if err != nil && len(seen) < 6 && !seen[err.Error()] {
			seen[err.Error()] = true
			t.Logf("%s: %v", s.Where, err)
		}
		os.RemoveAll(dir)
	}
	t.Logf("%d operations, %d states, %d lost something, %d do not open", len(trace.ops), states, lost, broken)
	return states, lost, broken
}

func TestBoltKeepsWhatItAcknowledged(t *testing.T) {
	dir := t.TempDir()
	if err := createBolt(filepath.Join(dir, boltName)); err != nil {
		t.Fatal(err)
	}
	states, lost, broken := verdicts(t, mustRecord(t, dir, "bbolt"), Count{Limit: 3000})
	if lost+broken > 0 || states < 1000 {
		t.Errorf("of %d states %d lost something and %d do not open", states, lost, broken)
	}
}

// TestBoltWithoutSync is the negative control.
func TestBoltWithoutSync(t *testing.T) {
	dir := t.TempDir()
	if err := createBolt(filepath.Join(dir, boltName)); err != nil {
		t.Fatal(err)
	}
	if states, lost, broken := verdicts(t, mustRecord(t, dir, "bbolt NoSync"), Count{Limit: 300}); lost == 0 {
		t.Errorf("of %d states none lost a value, %d do not open", states, broken)
	}
}

// TestBoltMadeInPlace shows why a store is made under another name.
func TestBoltMadeInPlace(t *testing.T) {
	if states, _, broken := verdicts(t, mustRecord(t, t.TempDir(), "bbolt new"), Count{}); broken == 0 {
		t.Errorf("all of %d states open", states)
	}
}
