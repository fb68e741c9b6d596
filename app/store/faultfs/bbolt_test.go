//go:build linux

package faultfs

import (
	"math/rand/v2"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestBboltRuns(t *testing.T) {
	d := newDisk(t)
	acks, errs := acked(child(t, "update 100", d.dir).all())
	if len(acks) != 100 || len(errs) > 0 {
		t.Fatalf("%d updates, %q", len(acks), errs)
	}
	t.Logf("%d writes, %d syncs, %d reads", d.Calls(Write), d.Calls(Sync), d.Calls(Read))
	must(t, d.Cut(nil, Drop))
	if lost := d.lost(acks); len(lost) > 0 {
		t.Errorf("lost %v", lost)
	}
}

// powerCuts kills children at random moments and cuts the power, on one disk,
// and returns how many updates were acknowledged, and the lost ones of the
// first round that lost some.
func powerCuts(t *testing.T, how How, task string) (heard int, lost []int) {
	t.Helper()
	d, random := newDisk(t), rand.New(rand.NewPCG(4, uint64(how)))
	var acks []int
	from := 0
	for range 20 {
		p := child(t, task, d.dir, from)
		var lines []string
		for n := 1 + random.IntN(60); n > 0; n-- {
			lines = append(lines, p.next())
		}
		must(t, p.Process.Kill())
		lines = append(lines, p.all()...)
		more, errs := acked(lines)
		if len(errs) > 0 {
			t.Fatalf("after %d rounds' updates: %q", heard, errs)
		}
		heard += len(more)
		from += len(more) + 1
		acks = append(acks, more...)
		must(t, d.Cut(random, how))
		if lost = d.lost(acks); len(lost) > 0 {
			break
		}
	}
	return heard, lost
}

func TestPowerCutsLoseNothing(t *testing.T) {
	for _, how := range []How{Drop, Torn, Reordered} {
		heard, lost := powerCuts(t, how, "update")
		t.Logf("%s: %d updates", how, heard)
		if len(lost) > 0 || heard < 200 {
			t.Errorf("%s: lost %v of %d", how, lost, heard)
		}
	}
}

// TestPowerCutsBite is the negative control.
func TestPowerCutsBite(t *testing.T) {
	for _, how := range []How{Drop, Torn, Reordered} {
		if _, lost := powerCuts(t, how, "update-nosync"); len(lost) == 0 {
			t.Errorf("%s: a store without syncs lost nothing", how)
		}
	}
}

// A fault at every call of a journey gives an error or nothing, and what was
// acknowledged is there afterwards.
func TestBboltWithAFaultAtEveryCall(t *testing.T) {
	const ops = Changes | Sync | SyncDir
	for _, f := range []Fault{
		{Op: ops, Times: 1, Err: syscall.EIO},
		{Op: ops, Times: 1, Err: syscall.ENOSPC, Short: true},
	} {
		d, random := newDisk(t), rand.New(rand.NewPCG(5, 5))
		failed := 0
		for f.At = 1; ; f.At++ {
			if err := os.Remove(d.at("store.db")); err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			d.sync("")
			d.Set(f)
			acks, errs := acked(child(t, "update 4", d.dir).all())
			struck := d.Struck()
			d.Clear()
			if struck == 0 {
				break
			}
			failed += len(errs)
			for _, e := range errs {
				if !strings.Contains(e, f.Err.Error()) {
					t.Errorf("%s at call %d: %s", f.Err, f.At, e)
				}
			}
			must(t, d.Cut(random, Torn))
			if lost := d.lost(acks); len(lost) > 0 {
				t.Errorf("%s at call %d: lost %v", f.Err, f.At, lost)
			}
		}
		t.Logf("%s: %d calls, %d errors", f.Err, f.At-1, failed)
		if f.At < 15 || failed < f.At/2 {
			t.Errorf("%s: %d errors in %d calls", f.Err, failed, f.At-1)
		}
	}
}

func TestBboltOnAFullDisk(t *testing.T) {
	d := newDisk(t)
	d.SetSpace(40 * block)
	acks, errs := acked(child(t, "update 100", d.dir).all())
	if len(acks) == 0 || len(errs) == 0 || !strings.Contains(errs[0], syscall.ENOSPC.Error()) {
		t.Fatalf("%d updates, %q", len(acks), errs)
	}
	d.SetSpace(0)
	more, errs := acked(child(t, "update 10", d.dir, 100).all())
	if len(more) != 10 {
		t.Errorf("with space again: %q", errs)
	}
	must(t, d.Cut(nil, Drop))
	if lost := d.lost(append(acks, more...)); len(lost) > 0 {
		t.Errorf("lost %v", lost)
	}
}

func TestBboltWithASlowSync(t *testing.T) {
	d := newDisk(t)
	waits := make(chan bool, 99)
	d.Set(Fault{Op: Sync, At: 10, Times: 1, Delay: time.Hour, Match: func(string) bool { waits <- true; return true }})
	p := child(t, "update 20", d.dir)
	for range 10 {
		<-waits
	}
	d.Clear()
	if acks, errs := acked(p.all()); len(acks) != 20 {
		t.Errorf("%d updates, %q", len(acks), errs)
	}
}

func TestBboltOnAStickPulledOut(t *testing.T) {
	for _, cached := range []bool{true, false} {
		d := newDisk(t)
		p := child(t, "update", d.dir)
		lines := []string{p.next(), p.next(), p.next()}
		d.Vanish()
		if !cached {
			d.DropCaches()
		}
		for line := "ack"; strings.HasPrefix(line, "ack"); {
			line = p.next()
			lines = append(lines, line)
		}
		must(t, p.Process.Kill())
		lines = append(lines, p.all()...)
		acks, errs := acked(lines)
		if len(acks) < 3 || len(errs) == 0 {
			t.Fatalf("%d updates, %q", len(acks), errs)
		}
		t.Logf("caches %t: %s", cached, errs[0])
		must(t, d.Return())
		if lost := d.lost(acks); len(lost) > 0 {
			t.Errorf("lost %v", lost)
		}
	}
}

func TestBboltThatCannotRead(t *testing.T) {
	d := newDisk(t)
	acks, _ := acked(child(t, "update 20", d.dir).all())
	must(t, d.Remount())
	d.Set(Fault{Op: Read, At: 3, Err: syscall.EIO})
	if _, errs := acked(child(t, "update 5", d.dir, 20).all()); len(errs) == 0 {
		t.Error("no error")
	} else {
		t.Log(errs[0])
	}
	d.Clear()
	if lost := d.lost(acks); len(acks) != 20 || len(lost) > 0 {
		t.Errorf("lost %v of %v", lost, acks)
	}
}

func BenchmarkMount(b *testing.B) {
	dir := b.TempDir()
	for b.Loop() {
		f, err := Mount(dir)
		if err != nil {
			b.Skip(err)
		}
		if err := f.Unmount(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCut(b *testing.B) {
	f, err := Mount(b.TempDir())
	if err != nil {
		b.Skip(err)
	}
	defer f.Unmount()
	if err := f.Put("store.db", make([]byte, 256<<10)); err != nil {
		b.Fatal(err)
	}
	random := rand.New(rand.NewPCG(6, 6))
	for b.Loop() {
		if err := f.Cut(random, Torn); err != nil {
			b.Fatal(err)
		}
	}
}
