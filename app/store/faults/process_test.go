package faults

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"time"

	"go.etcd.io/bbolt"

	"vigie/app/store"
)

// killed kills the child at a random moment of its writing.
func killed(b *bench, subject string, runs int) (o outcome) {
	dir, remove := b.folder()
	defer remove()
	l := newLedger()
	for run := range runs {
		if run%50 == 49 { // a new file now and then
			os.RemoveAll(dir)
			acks := l.acks
			l = newLedger()
			o.acked += acks
		}
		o.runs++
		w, err := task{Subject: subject, Dir: filepath.Join(dir, "data"), Round: run, Count: 400}.start(l)
		if err != nil {
			return unavailable(err)
		}
		w.until(1 + b.random.IntN(45))
		// What the child does meanwhile makes this hit it anywhere.
		pause(b.random.IntN(400))
		w.kill()
		if w.hung {
			o.hangs++
		}
		a := b.check(&o, l, question{Subject: subject, Dir: filepath.Join(dir, "data")}, false)
		l.settle(a.Values)
		if o.bad() {
			break
		}
	}
	o.acked += l.acks
	return o
}

// pause lets some microseconds go by without giving up the processor's rhythm.
func pause(microseconds int) {
	for end := time.Now().Add(time.Duration(microseconds) * time.Microsecond); time.Now().Before(end); {
	}
}

// taken has the file removed, or replaced by another, while the child writes.
func taken(take func(dir string) error) func(b *bench, subject string, runs int) outcome {
	return func(b *bench, subject string, runs int) (o outcome) {
		for run := range runs {
			dir, remove := b.folder()
			l := newLedger()
			w, err := task{Subject: subject, Dir: dir, Round: run, Tries: 50}.start(l)
			if err != nil {
				return unavailable(err)
			}
			w.until(2 + b.random.IntN(20))
			err = take(dir)
			w.after(3) // whoever is killed at once cannot notice
			w.kill()
			if w.hung || err != nil {
				o.hangs++
				o.note("%v", err)
			}
			o.runs++
			o.acked += l.acks
			b.check(&o, l, question{Subject: subject, Dir: dir}, false)
			remove()
			if o.bad() {
				break
			}
		}
		return o
	}
}

func replaceFile(dir string) error {
	other := filepath.Join(dir, "other")
	s, err := store.Open(other, store.Options{})
	if err == nil {
		err = s.Put("runs", "t1", value("t1", 1))
	}
	if err != nil {
		return err
	}
	s.Close()
	err = os.Rename(file(other), file(dir))
	os.RemoveAll(other)
	return err
}

// lockHeld opens the store a second time while the first writes.
func lockHeld(b *bench, subject string, runs int) (o outcome) {
	first := "vigie"
	if subject != first {
		first = "raw"
	}
	for run := range runs {
		dir, remove := b.folder()
		l := newLedger()
		w, err := task{Subject: first, Dir: dir, Round: run, Count: 12, Plain: true, Wait: true}.start(l)
		if err != nil {
			return unavailable(err)
		}
		w.until(3)
		a, hung := b.reader.ask(question{Subject: subject, Dir: dir})
		if hung || subject == "vigie" && (!a.Busy || a.Opening > 3*time.Second) {
			o.hangs++
			o.note("the second one was let in: %+v", a)
		}
		w.wait()
		o.runs++
		o.acked += l.acks
		b.check(&o, l, question{Subject: first, Dir: dir}, false)
		remove()
		if o.bad() {
			break
		}
	}
	return o
}

// newerSchema has a file that a later version has written.
func newerSchema(b *bench, subject string, runs int) (o outcome) {
	for run := range runs {
		dir, remove := b.folder()
		l := newLedger()
		if err := b.wrote(l, task{Subject: "vigie", Dir: dir, Round: run, Count: 10 + run%20, Plain: true}); err != nil {
			return unavailable(err)
		}
		if err := markNewer(file(dir)); err != nil {
			return unavailable(err)
		}
		before, _ := os.ReadFile(file(dir))
		o.runs++
		// A writer of this version is refused, or what it was told is kept.
		w, err := task{Subject: subject, Dir: dir, Round: run + 1, Count: 3, Plain: true}.start(l)
		if err != nil {
			return unavailable(err)
		}
		w.wait()
		o.acked += l.acks
		a := b.check(&o, l, question{Subject: subject, Dir: dir}, false)
		after, _ := os.ReadFile(file(dir))
		if subject == "vigie" && (!a.Newer || string(before) != string(after)) {
			o.wrong++
			o.note("newer %t, the file changed", a.Newer)
		}
		remove()
		if o.bad() {
			break
		}
	}
	return o
}

// markNewer makes a store look as if a later version had written it. The frame
// is built here as frame.go describes it, so that the test does not follow it.
func markNewer(path string) error {
	payload := append(binary.LittleEndian.AppendUint64(nil, 7), byte(len("meta")), byte(len("schema")))
	payload = append(payload, "metaschema99"...)
	frame := append([]byte("\x89Vg\x1a\x02"), binary.LittleEndian.AppendUint32(nil, uint32(len(payload)))...)
	frame = append(frame, payload...)
	frame = binary.LittleEndian.AppendUint32(frame, crc32.Checksum(frame, crc32.MakeTable(crc32.Castagnoli)))
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Update(func(tx *bbolt.Tx) error { return tx.Bucket([]byte("meta")).Put([]byte("schema"), frame) })
}

// clockMoved writes under one date and then under another.
func clockMoved(to func(run int) time.Time) func(b *bench, subject string, runs int) outcome {
	return func(b *bench, subject string, runs int) (o outcome) {
		for run := range runs {
			dir, remove := b.folder()
			l := newLedger()
			now := time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)
			for i, at := range []time.Time{now, to(run), now} {
				t := task{Subject: subject, Dir: dir, Round: 3*run + i, Count: 25, Week: at.Format(time.DateOnly)}
				if err := b.wrote(l, t); err != nil {
					return unavailable(err)
				}
				a := b.check(&o, l, question{Subject: subject, Dir: dir, Week: t.Week}, false)
				l.settle(a.Values)
			}
			o.runs++
			o.acked += l.acks
			remove()
			if o.bad() {
				break
			}
		}
		return o
	}
}

// wrote lets a child write to its end.
func (b *bench) wrote(l *ledger, t task) error {
	w, err := t.start(l)
	if err != nil {
		return err
	}
	w.wait()
	if w.hung {
		return fmt.Errorf("the writer hung")
	}
	return nil
}

// junk has all sorts of files lie beside the store.
func junk(b *bench, subject string, runs int) (o outcome) {
	for run := range runs {
		dir, remove := b.folder()
		l := newLedger()
		if err := b.wrote(l, task{Subject: "vigie", Dir: dir, Round: run, Count: 20 + run%30}); err != nil {
			return unavailable(err)
		}
		noise := make([]byte, 4096*(1+b.random.IntN(8)))
		for i := range noise {
			noise[i] = byte(b.random.Uint32())
		}
		names := []string{".copy-1", ".copy-2", ".copy-9", ".damaged-1", ".new-x", "-journal", " (conflicted copy)", ".tmp", ""}
		for _, n := range names {
			if n != "" && b.random.IntN(2) == 0 || n == ".copy-1" {
				path := file(dir) + n
				os.RemoveAll(path)
				switch b.random.IntN(3) {
				case 0:
					os.MkdirAll(filepath.Join(path, "inside"), 0o700)
				default:
					os.WriteFile(path, noise[:b.random.IntN(len(noise))], 0o600)
				}
			}
		}
		for _, n := range []string{"Thumbs.db", "desktop.ini", ".DS_Store", "._vigie.db", "vigie.db.part"} {
			os.WriteFile(filepath.Join(dir, n), noise[:b.random.IntN(4096)], 0o600)
		}
		o.runs++
		if run%3 == 0 { // and now the store is damaged, with the noise as its copies
			damageFile(b, file(dir), bothMetas)
		}
		a := b.check(&o, l, question{Subject: subject, Dir: dir}, false)
		l.settle(a.Values)
		if err := b.wrote(l, task{Subject: subject, Dir: dir, Round: run + 1, Count: 60}); err != nil {
			return unavailable(err)
		}
		o.acked += l.acks
		b.check(&o, l, question{Subject: subject, Dir: dir}, false)
		remove()
		if o.bad() {
			break
		}
	}
	return o
}
