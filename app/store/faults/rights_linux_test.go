package faults

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
)

func removeFile(dir string) error { return os.Remove(file(dir)) }

const nobody = 65534

// asNobody starts a child as a user without privileges, as the tests may run
// as root, whom no permission stops.
func asNobody(c *exec.Cmd) {
	if os.Geteuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
}

func readOnlyDir(dir string) (string, os.FileMode)  { return dir, 0o500 }
func noPermission(dir string) (string, os.FileMode) { return dir, 0 }
func readOnlyFile(dir string) (string, os.FileMode) { return file(dir), 0o400 }

// forbidden takes a right away between two starts: the writer is refused, or
// what it was told is kept, and all is there when the right is back.
func forbidden(what func(dir string) (path string, mode os.FileMode)) func(b *bench, subject string, runs int) outcome {
	return func(b *bench, subject string, runs int) (o outcome) {
		if os.Geteuid() != 0 {
			return unavailable(errNeedsRoot)
		}
		// The test program itself must be readable by everybody.
		place, remove := b.folder()
		defer remove()
		os.Chmod(b.memory, 0o755)
		os.Chmod(place, 0o755)
		program := filepath.Join(place, "program")
		if data, err := os.ReadFile(os.Args[0]); err != nil || os.WriteFile(program, data, 0o755) != nil {
			return unavailable(err)
		}
		child := func(c *exec.Cmd) { c.Path = program; asNobody(c) }
		for ; o.runs < runs && !o.bad(); o.runs++ {
			dir := filepath.Join(place, "data")
			if err := os.Mkdir(dir, 0o700); err != nil {
				return unavailable(err)
			}
			os.Chown(dir, nobody, nobody)
			l := newLedger()
			write := func(t task) error {
				w, err := t.start(l, child)
				if err == nil {
					w.wait()
				}
				return err
			}
			t := task{Subject: "vigie", Dir: dir, Round: 2 * o.runs, Count: 25}
			if err := write(t); err != nil {
				return unavailable(err)
			}
			path, mode := what(dir)
			os.Chmod(path, mode)
			t.Subject, t.Round, t.Count, t.Tries = subject, t.Round+1, 3, 2
			if err := write(t); err != nil {
				return unavailable(err)
			}
			if subject == "vigie" && l.refused == 0 {
				o.wrong++
				o.note("nothing was refused")
			}
			if path == dir {
				os.Chmod(path, 0o700)
			} else {
				os.Chmod(path, 0o600)
			}
			o.acked += l.acks
			b.check(&o, l, question{Subject: "vigie", Dir: dir}, false)
			os.RemoveAll(dir)
		}
		return o
	}
}

// smallDisk fills a real small disk while the writer writes, and makes room.
func smallDisk(b *bench, subject string, runs int) (o outcome) {
	for ; o.runs < runs && !o.bad(); o.runs++ {
		dir, remove := b.folder()
		if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
			remove()
			return unavailable(errNeedsRoot)
		}
		l := newLedger()
		ballast := filepath.Join(dir, "ballast")
		w, err := task{Subject: subject, Dir: filepath.Join(dir, "data"), Round: o.runs, Count: 120, Tries: 20000, Plain: true}.start(l)
		if err != nil {
			return unavailable(err)
		}
		w.until(5)
		_ = os.WriteFile(ballast, make([]byte, 1<<20), 0o600) // as much as goes
		for seen := l.refused; l.refused == seen && w.lines.Scan(); {
			l.hear(w.lines.Text())
			if subject != "vigie" && l.acks >= 110 {
				break
			}
		}
		os.Remove(ballast)
		w.wait()
		if w.hung {
			o.hangs++
		}
		o.acked += l.acks
		if subject == "vigie" && l.acks < 120 {
			o.lost++
			o.note("not resumed: %v", l.reasons[max(0, len(l.reasons)-2):])
		}
		b.check(&o, l, question{Subject: subject, Dir: filepath.Join(dir, "data")}, false)
		b.reader.end() // it must not hold the disk
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			o.note("unmount: %v", err)
		}
		remove()
	}
	return o
}
