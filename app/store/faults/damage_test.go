package faults

import (
	"maps"
	"os"
)

// a damage changes the bytes of a file.
type damage func(b *bench, file []byte) []byte

func bitFlip(b *bench, f []byte) []byte {
	f[b.random.IntN(len(f))] ^= 1 << b.random.IntN(8)
	return f
}

// blocks hits up to ten blocks of 512 bytes.
func blocks(fill func(b *bench, block []byte)) damage {
	return func(b *bench, f []byte) []byte {
		for range 1 + b.random.IntN(10) {
			fill(b, f[512*b.random.IntN(len(f)/512):][:512])
		}
		return f
	}
}

func zero(_ *bench, block []byte) { clear(block) }

func noise(b *bench, block []byte) {
	for i := range block {
		block[i] = byte(b.random.Uint32())
	}
}

func tenBlocks(b *bench, f []byte) []byte {
	for range 10 {
		noise(b, f[512*b.random.IntN(len(f)/512):][:512])
	}
	return f
}

func swappedPages(b *bench, f []byte) []byte {
	p, q := f[4096*b.random.IntN(len(f)/4096):][:4096], f[4096*b.random.IntN(len(f)/4096):][:4096]
	for i := range p {
		p[i], q[i] = q[i], p[i]
	}
	return f
}

func bothMetas(_ *bench, f []byte) []byte { clear(f[:2*4096]); return f }

func truncated(b *bench, f []byte) []byte { return f[:b.random.IntN(len(f))] }

func damageFile(b *bench, path string, d damage) {
	f, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, d(b, f), 0o600)
	}
	if err != nil {
		b.Fatal(err)
	}
}

// anything is any of them.
func anything(b *bench, f []byte) []byte {
	all := []damage{bitFlip, blocks(zero), blocks(noise), swappedPages, truncated, zeroPage}
	return all[b.random.IntN(len(all))](b, f)
}

func zeroPage(b *bench, f []byte) []byte {
	clear(f[4096*b.random.IntN(len(f)/4096):][:4096])
	return f
}

// damaged damages a store of about 300 records between two uses.
func damaged(d damage) func(b *bench, subject string, runs int) outcome {
	return damagedOf(d, 420, 420, 420, 420)
}

// damagedOf damages stores made by so many writes.
func damagedOf(d damage, writes ...int) func(b *bench, subject string, runs int) outcome {
	return func(b *bench, subject string, runs int) (o outcome) {
		type base struct {
			ledger *ledger
			files  map[string][]byte
		}
		var bases []base
		for i, count := range writes {
			dir, remove := b.folder()
			l := newLedger()
			// Two with copies, two without.
			t := task{Subject: subject, Dir: dir, Round: i, Count: count, Plain: i%2 == 0}
			if err := b.wrote(l, t); err != nil {
				return unavailable(err)
			}
			o.acked += l.acks
			bases = append(bases, base{l, filesIn(dir)})
			remove()
		}
		for run := range runs {
			from := bases[run%len(bases)]
			dir, remove := b.folder()
			for name, content := range from.files {
				if name == "vigie.db" {
					content = d(b, append([]byte(nil), content...))
				}
				if err := os.WriteFile(dir+"/"+name, content, 0o600); err != nil {
					b.Fatal(err)
				}
			}
			o.runs++
			l := &ledger{acked: maps.Clone(from.ledger.acked)}
			a := b.check(&o, l, question{Subject: subject, Dir: dir}, true)
			if subject == "vigie" && a.Error != "" {
				o.lost++
				o.note("not repaired: %s", a.Error)
			}
			remove()
			if o.bad() {
				break
			}
		}
		return o
	}
}

func filesIn(dir string) map[string][]byte {
	out := map[string][]byte{}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if b, err := os.ReadFile(dir + "/" + e.Name()); err == nil {
			out[e.Name()] = b
		}
	}
	return out
}

// lostPage has a disk lose the write of one page of the last operations: what
// was there before stays, whole and in its place.
func lostPage(b *bench, subject string, runs int) (o outcome) {
	for ; o.runs < runs && !o.bad(); o.runs++ {
		dir, remove := b.folder()
		l := newLedger()
		if err := b.wrote(l, task{Subject: subject, Dir: dir, Round: 2 * o.runs, Count: 5 + o.runs%80, Plain: true}); err != nil {
			return unavailable(err)
		}
		before := filesIn(dir)["vigie.db"]
		if err := b.wrote(l, task{Subject: subject, Dir: dir, Round: 2*o.runs + 1, Count: 1 + o.runs%3, Plain: true}); err != nil {
			return unavailable(err)
		}
		o.acked += l.acks
		damageFile(b, file(dir), func(b *bench, f []byte) []byte {
			var changed []int
			for at := 2 * 4096; at+4096 <= min(len(f), len(before)); at += 4096 {
				if string(f[at:at+4096]) != string(before[at:at+4096]) {
					changed = append(changed, at)
				}
			}
			if len(changed) > 0 {
				at := changed[b.random.IntN(len(changed))]
				copy(f[at:], before[at:at+4096])
			}
			return f
		})
		b.check(&o, l, question{Subject: subject, Dir: dir}, true)
		remove()
	}
	return o
}
