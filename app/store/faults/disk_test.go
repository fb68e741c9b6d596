package faults

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"vigie/app/store/faultfs"
)

const (
	drop      = faultfs.Drop
	torn      = faultfs.Torn
	reordered = faultfs.Reordered
)

// disk is a mounted fault file system with a data folder that lasts.
type disk struct {
	*faultfs.FS
	mount, data string
}

func (b *bench) disk() (*disk, func(), error) {
	mount, remove := b.folder()
	f, err := faultfs.Mount(mount)
	if err != nil {
		remove()
		return nil, nil, err
	}
	d := &disk{f, mount, filepath.Join(mount, "data")}
	return d, func() { f.Unmount(); remove() }, f.Put("data/here", nil)
}

// powerCut kills the writer and cuts the power, again and again on one disk.
func powerCut(how faultfs.How) func(b *bench, subject string, runs int) outcome {
	return func(b *bench, subject string, runs int) (o outcome) {
		for o.runs < runs && !o.bad() {
			d, remove, err := b.disk()
			if err != nil {
				return unavailable(err)
			}
			l := newLedger()
			for round := 0; round < 20 && o.runs < runs && !o.bad(); round++ {
				o.runs++
				w, err := task{Subject: subject, Dir: d.data, Round: round, Count: 400}.start(l)
				if err != nil {
					return unavailable(err)
				}
				w.until(1 + b.random.IntN(45))
				pause(b.random.IntN(300))
				w.kill()
				if w.hung {
					o.hangs++
				}
				if err := d.Cut(b.random, how); err != nil {
					return unavailable(err)
				}
				a := b.check(&o, l, question{Subject: subject, Dir: d.data}, false)
				l.settle(a.Values)
			}
			o.acked += l.acks
			remove()
		}
		return o
	}
}

// beginning puts on a disk what is there before the cut, and says what of it
// has to be there afterwards.
type beginning func(b *bench, d *disk, l *ledger, subject string) error

func born(*bench, *disk, *ledger, string) error { return nil }

// migrated begins with a store of the first version.
func migrated(b *bench, d *disk, l *ledger, subject string) error {
	if subject != "vigie" {
		// The control has a file of its own kind to write anew.
		return b.wrote(l, task{Subject: subject, Dir: d.data, Count: 40, Plain: true})
	}
	old, err := os.ReadFile("testdata/schema_1.bolt")
	for i := range 60 {
		l.acked[fmt.Sprintf("k%d", i)] = i
	}
	if err == nil {
		err = d.Put("data/vigie.db", old)
	}
	return err
}

// cutAtEveryCall lets the disk refuse everything from the n-th call on, then
// cuts the power; for n = 1, 2, … until the writer gets through.
func cutAtEveryCall(begin beginning) func(b *bench, subject string, runs int) outcome {
	return func(b *bench, subject string, runs int) (o outcome) {
		for at := 1; o.runs < runs && !o.bad(); at++ {
			d, remove, err := b.disk()
			if err != nil {
				return unavailable(err)
			}
			l := newLedger()
			if err := begin(b, d, l, subject); err != nil {
				return unavailable(err)
			}
			d.Set(faultfs.Fault{Op: faultfs.Changes | faultfs.Sync | faultfs.SyncDir, At: at, Err: syscall.EIO})
			if err := b.wrote(l, task{Subject: subject, Dir: d.data, Round: 1, Count: 2, Plain: true}); err != nil {
				return unavailable(err)
			}
			through := d.Struck() == 0
			d.Clear()
			if err := d.Cut(b.random, []faultfs.How{drop, torn, reordered}[o.runs%3]); err != nil {
				return unavailable(err)
			}
			o.runs++
			a := b.check(&o, l, question{Subject: subject, Dir: d.data}, false)
			// And it goes on from there.
			l.settle(a.Values)
			if err := b.wrote(l, task{Subject: subject, Dir: d.data, Round: 2, Count: 3, Plain: true}); err != nil {
				return unavailable(err)
			}
			o.acked += l.acks + len(l.acked)
			if l.acks == 0 {
				o.lost++
				o.note("nothing can be kept after a cut at call %d: %v", at, l.reasons)
			}
			b.check(&o, l, question{Subject: subject, Dir: d.data}, false)
			remove()
			if through {
				at = 0 // another random state of each
			}
		}
		return o
	}
}

func noSpace(n int) faultfs.Fault {
	return faultfs.Fault{Op: faultfs.Write | faultfs.Create | faultfs.Truncate, Err: syscall.ENOSPC, Times: n}
}

func writeError(n int) faultfs.Fault {
	return faultfs.Fault{Op: faultfs.Changes, Err: syscall.EIO, Times: n}
}

func syncError(n int) faultfs.Fault {
	return faultfs.Fault{Op: faultfs.Sync | faultfs.SyncDir, Err: syscall.EIO, Lose: true, Times: n}
}

func shortWrite(n int) faultfs.Fault {
	return faultfs.Fault{Op: faultfs.Write, Short: true, Err: syscall.ENOSPC, Times: n}
}

// refusing has a fault strike at one call after the other of a journey. The
// writer tries again until it is over; then the power is cut, so that only
// what really reached the disk counts.
func refusing(fault func(times int) faultfs.Fault) func(b *bench, subject string, runs int) outcome {
	return func(b *bench, subject string, runs int) (o outcome) {
		for at := 1; o.runs < runs && !o.bad(); at += 1 + b.random.IntN(4) {
			d, remove, err := b.disk()
			if err != nil {
				return unavailable(err)
			}
			l := newLedger()
			f := fault(1 + b.random.IntN(4))
			f.At = at
			d.Set(f)
			w, err := task{Subject: subject, Dir: d.data, Round: o.runs, Count: 45, Tries: 60}.start(l)
			if err != nil {
				return unavailable(err)
			}
			w.wait()
			if w.hung {
				o.hangs++
			}
			if d.Struck() == 0 {
				at = 1
			}
			d.Clear()
			if err := d.Cut(b.random, drop); err != nil {
				return unavailable(err)
			}
			o.runs++
			o.acked += l.acks
			if subject == "vigie" && l.acks < 45 {
				o.lost++
				o.note("not resumed after %v", l.reasons)
			}
			b.check(&o, l, question{Subject: subject, Dir: d.data}, false)
			remove()
		}
		return o
	}
}

// readError has reading fail for a while: nothing wrong is shown meanwhile, and
// everything is there afterwards.
func readError(b *bench, subject string, runs int) (o outcome) {
	for at := 1; o.runs < runs && !o.bad(); at++ {
		d, remove, err := b.disk()
		if err != nil {
			return unavailable(err)
		}
		l := newLedger()
		if err := b.wrote(l, task{Subject: subject, Dir: d.data, Round: o.runs, Count: 60}); err != nil {
			return unavailable(err)
		}
		if err := d.Remount(); err != nil {
			return unavailable(err)
		}
		d.Set(faultfs.Fault{Op: faultfs.Read, At: at % 8, Times: (at % 3) * 2, Err: syscall.EIO})
		o.runs++
		o.acked += l.acks
		a, hung := b.reader.ask(question{Subject: subject, Dir: d.data})
		if v := l.judge(a.Values); v.wrong > 0 || a.Error == "" && v.lost > 0 {
			o.wrong += v.wrong
			o.lost += v.lost
			o.note("while it could not be read: %s", v.example)
		}
		if hung && subject == "vigie" {
			o.hangs++
			o.note("hung or crashed at call %d", at)
		}
		d.Clear()
		if err := d.Remount(); err != nil {
			return unavailable(err)
		}
		b.check(&o, l, question{Subject: subject, Dir: d.data}, false)
		remove()
	}
	return o
}

// slowSync cuts the power while a sync takes its time.
func slowSync(b *bench, subject string, runs int) (o outcome) {
	for ; o.runs < runs && !o.bad(); o.runs++ {
		d, remove, err := b.disk()
		if err != nil {
			return unavailable(err)
		}
		l := newLedger()
		d.Set(faultfs.Fault{Op: faultfs.Sync, At: 8 + o.runs, Times: 3, Delay: 40 * time.Millisecond})
		w, err := task{Subject: subject, Dir: d.data, Round: o.runs, Count: 60}.start(l)
		if err != nil {
			return unavailable(err)
		}
		w.until(5 + b.random.IntN(20))
		w.cmd.Process.Kill()
		d.Clear()
		w.wait()
		if err := d.Cut(b.random, drop); err != nil {
			return unavailable(err)
		}
		o.acked += l.acks
		b.check(&o, l, question{Subject: subject, Dir: d.data}, false)
		remove()
	}
	return o
}

// pulled takes the disk away in the middle of a write and gives it back.
func pulled(b *bench, subject string, runs int) (o outcome) {
	for ; o.runs < runs && !o.bad(); o.runs++ {
		d, remove, err := b.disk()
		if err != nil {
			return unavailable(err)
		}
		l := newLedger()
		w, err := task{Subject: subject, Dir: d.data, Round: o.runs}.start(l)
		if err != nil {
			return unavailable(err)
		}
		w.until(3 + b.random.IntN(40))
		d.Vanish()
		w.wait() // it ends with the first refusal
		if w.hung {
			o.hangs++
		}
		if err := d.Return(); err != nil {
			return unavailable(err)
		}
		o.acked += l.acks
		b.check(&o, l, question{Subject: subject, Dir: d.data}, false)
		remove()
	}
	return o
}

// readOnlyDisk turns read-only while the writer writes, and back.
func readOnlyDisk(b *bench, subject string, runs int) (o outcome) {
	for ; o.runs < runs && !o.bad(); o.runs++ {
		d, remove, err := b.disk()
		if err != nil {
			return unavailable(err)
		}
		l := newLedger()
		w, err := task{Subject: subject, Dir: d.data, Round: o.runs, Count: 30, Tries: 5000}.start(l)
		if err != nil {
			return unavailable(err)
		}
		w.until(3 + b.random.IntN(10))
		d.ReadOnly(true)
		for seen := l.refused; l.refused == seen && w.lines.Scan(); {
			l.hear(w.lines.Text())
			if subject != "vigie" && l.acks >= 25 {
				break // it takes no notice
			}
		}
		d.ReadOnly(false)
		w.wait()
		if w.hung {
			o.hangs++
		}
		if err := d.Cut(b.random, drop); err != nil {
			return unavailable(err)
		}
		o.acked += l.acks
		if subject == "vigie" && l.acks < 30 {
			o.lost++
			o.note("not resumed: %v", l.reasons[max(0, len(l.reasons)-2):])
		}
		b.check(&o, l, question{Subject: subject, Dir: d.data}, false)
		remove()
	}
	return o
}
