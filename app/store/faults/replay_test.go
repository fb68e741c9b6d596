package faults

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"vigie/app/store/replay"
)

// replayed records the system calls of a writer, and reads the store in the
// states that a power cut at any moment could have left: with the birth of the
// file, with copies and rebuilding, and again with other values.
func replayed(b *bench, subject string, runs int) (o outcome) {
	for round := 0; o.runs < runs; round++ {
		t := task{Mode: "write", Subject: subject, Round: round, Count: 12 + round%7, Plain: true}
		if round%2 == 1 {
			t.Count, t.Plain = 41+round%9, false
		}
		dir, remove := b.folder()
		t.Dir = filepath.Join(dir, "data")
		trace, err := record(dir, t)
		if err != nil {
			remove()
			return unavailable(err)
		}
		for state := range trace.States(b.random, replay.Count{Limit: min(runs/2, 4000)}) {
			to, away := b.folder()
			if err := state.Write(to); err != nil {
				b.Fatal(err)
			}
			l := newLedger()
			for _, line := range state.Acked {
				l.hear(line)
			}
			o.runs++
			bad := o.bad()
			b.check(&o, l, question{Subject: subject, Dir: filepath.Join(to, "data")}, false)
			if o.bad() && !bad {
				o.example = state.Where + ": " + o.example
			}
			away()
			o.acked += l.acks
			if o.bad() {
				break
			}
		}
		remove()
		if o.bad() {
			break
		}
	}
	return o
}

// record runs a writer under the recorder; its ledger is its acknowledgements.
func record(dir string, t task) (*replay.Trace, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	go io.Copy(io.Discard, r)
	defer r.Close()
	defer w.Close()
	c := t.command()
	c.ExtraFiles = []*os.File{w}
	c.Stdin = strings.NewReader("")
	return replay.Record(dir, c)
}
