//go:build linux

package faultfs

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"go.etcd.io/bbolt"
)

// The child of these tests is this test program run again with these set. Only
// a child may map files of the mount.
const (
	childTask = "VIGIE_FAULTFS_TASK"
	childDir  = "VIGIE_FAULTFS_DIR"
	childFrom = "VIGIE_FAULTFS_FROM"
)

func TestMain(m *testing.M) {
	dir := os.Getenv(childDir)
	from, _ := strconv.Atoi(os.Getenv(childFrom))
	task, count, _ := strings.Cut(os.Getenv(childTask), " ")
	updates, _ := strconv.Atoi(count)
	switch task {
	case "":
		os.Exit(m.Run())
	case "leave":
		if _, err := Mount(dir); err == nil {
			fmt.Println("mounted")
		}
	case "update", "update-nosync":
		update(dir, from, updates, task == "update-nosync")
	}
	os.Exit(1)
}

// update puts updates values (0: without end) into a bbolt file, numbered from
// from on, and says for each "ack" or "error".
func update(dir string, from, updates int, noSync bool) {
	name := filepath.Join(dir, "store.db")
	var db *bbolt.DB
	err := guarded(func() (err error) {
		if db, err = bbolt.Open(name, 0o600, &bbolt.Options{NoSync: noSync}); err != nil {
			return err
		}
		if err := syncAt(dir); err != nil {
			return fmt.Errorf("sync the folder: %w", err)
		}
		return nil
	})
	if err != nil {
		fmt.Println("error", from, "open:", err)
		return
	}
	for i := from; updates == 0 || i < from+updates; i++ {
		err := guarded(func() error {
			return db.Update(func(tx *bbolt.Tx) error {
				b, err := tx.CreateBucketIfNotExists([]byte("b"))
				if err != nil {
					return err
				}
				return b.Put(key(i), value(i))
			})
		})
		if err != nil {
			fmt.Println("error", i, err)
			if strings.HasPrefix(err.Error(), "panic") {
				return // bbolt's locks are held for ever
			}
		} else {
			fmt.Println("ack", i)
		}
	}
	fmt.Println("done")
}

// guarded makes an error of a panic and of a fault in mapped memory.
func guarded(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return f()
}

func key(i int) []byte { return binary.BigEndian.AppendUint64(nil, uint64(i)) }

func value(i int) []byte {
	return bytes.Repeat(key(i*7919), 1+i*37%200) // up to 1600 bytes
}

type process struct {
	*exec.Cmd
	t     *testing.T
	lines *bufio.Scanner
}

// child starts a child. What it says comes through a pipe.
func child(t *testing.T, task, dir string, from ...int) *process {
	t.Helper()
	p := &process{Cmd: exec.Command(os.Args[0]), t: t}
	p.Env = append(os.Environ(), childTask+"="+task, childDir+"="+dir)
	for _, n := range from {
		p.Env = append(p.Env, fmt.Sprintf("%s=%d", childFrom, n))
	}
	p.Stderr = os.Stderr
	out, err := p.StdoutPipe()
	must(t, err)
	must(t, p.Start())
	t.Cleanup(func() {
		if p.ProcessState == nil {
			_ = p.Process.Kill()
			_ = p.Wait()
		}
	})
	p.lines = bufio.NewScanner(out)
	return p
}

// next is the next line, "" at the end.
func (p *process) next() string {
	if p.lines.Scan() {
		return p.lines.Text()
	}
	return ""
}

// all is every line still to come; the child has ended then.
func (p *process) all() (lines []string) {
	for p.lines.Scan() {
		lines = append(lines, p.lines.Text())
	}
	_ = p.Wait()
	return lines
}

// acked is the numbers that lines acknowledge, and the errors they tell.
func acked(lines []string) (acks []int, errs []string) {
	for _, line := range lines {
		what, rest, _ := strings.Cut(line, " ")
		switch i, err := strconv.Atoi(rest); {
		case what == "ack" && err == nil:
			acks = append(acks, i)
		case what == "error":
			errs = append(errs, rest)
		}
	}
	return acks, errs
}

// lost is which of the acknowledged numbers are not in the store on the disk,
// all of them when the store cannot be read.
func (d *disk) lost(acks []int) []int {
	d.t.Helper()
	data, err := os.ReadFile(d.at("store.db"))
	if err != nil {
		return acks
	}
	copied := filepath.Join(d.t.TempDir(), "copy.db")
	must(d.t, os.WriteFile(copied, data, 0o600))
	var lost []int
	err = guarded(func() error {
		db, err := bbolt.Open(copied, 0o600, nil)
		if err != nil {
			return err
		}
		defer db.Close()
		return db.View(func(tx *bbolt.Tx) error {
			b := tx.Bucket([]byte("b"))
			for _, i := range acks {
				if b == nil || !bytes.Equal(b.Get(key(i)), value(i)) {
					lost = append(lost, i)
				}
			}
			return nil
		})
	})
	if err != nil {
		return acks
	}
	return lost
}
