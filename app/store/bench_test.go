package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

// middle are the median and the spread (least to greatest) of some figures.
func middle(all []float64) (median float64, spread string) {
	slices.Sort(all)
	return all[len(all)/2], fmt.Sprintf("%.2f to %.2f", all[0], all[len(all)-1])
}

func percentile(all []time.Duration, p float64) float64 {
	slices.Sort(all)
	return float64(all[int(p*float64(len(all)-1))])
}

// BenchmarkAcknowledged measures an acknowledged checkpoint beside an Update of
// bbolt alone, on the disk of the temporary folder: five rounds of both, taking
// turns with every value, and of the ratios the median and the spread.
func BenchmarkAcknowledged(b *testing.B) {
	const rounds, values = 5, 600
	value := make([]byte, 700) // a run of a lesson, as JSON
	for b.Loop() {
		var half, high []float64
		for range rounds {
			dir := b.TempDir()
			s := mustOpen(b, filepath.Join(dir, "vigie"))
			s.options.Week = func() time.Time { return Monday(time.Now()) }
			raw, err := bbolt.Open(filepath.Join(dir, "raw.db"), 0o600, &bbolt.Options{PageSize: pageSize, FreelistType: bbolt.FreelistMapType})
			must(b, err)
			must(b, raw.Update(func(tx *bbolt.Tx) error { _, err := tx.CreateBucket([]byte("runs")); return err }))
			var ours, theirs []time.Duration
			ourTurn := func(key string) {
				began := time.Now()
				must(b, s.Put("runs", key, value))
				ours = append(ours, time.Since(began))
			}
			theirTurn := func(key string) {
				began := time.Now()
				must(b, raw.Update(func(tx *bbolt.Tx) error { return tx.Bucket([]byte("runs")).Put([]byte(key), value) }))
				theirs = append(theirs, time.Since(began))
			}
			for i := range values {
				key := fmt.Sprintf("%032d", i/12) // twelve checkpoints a run
				if i%2 == 0 {
					ourTurn(key)
					theirTurn(key)
				} else {
					theirTurn(key)
					ourTurn(key)
				}
			}
			half = append(half, percentile(ours, 0.5)/percentile(theirs, 0.5))
			high = append(high, percentile(ours, 0.99)/percentile(theirs, 0.99))
			b.Logf("ours p50 %.2f ms, p99 %.2f ms; bbolt alone %.2f and %.2f ms", percentile(ours, 0.5)/1e6, percentile(ours, 0.99)/1e6,
				percentile(theirs, 0.5)/1e6, percentile(theirs, 0.99)/1e6)
			must(b, raw.Close())
			must(b, s.Close())
		}
		median, spread := middle(half)
		b.ReportMetric(median, "x-p50")
		b.Logf("p50: %.2f of bbolt alone (%s); goal 1.15", median, spread)
		median, spread = middle(high)
		b.ReportMetric(median, "x-p99")
		b.Logf("p99: %.2f of bbolt alone (%s); goal 1.5", median, spread)
	}
}

// BenchmarkSizes measures what grows with the number of runs: opening beside
// opening an empty store, a copy, and repairing after both beginnings are gone.
func BenchmarkSizes(b *testing.B) {
	for b.Loop() {
		b.Logf("%8s %10s %12s %12s %10s %12s %14s", "runs", "file", "opening", "more than 0", "a copy", "repair", "repair per run")
		for _, runs := range []int{100, 1_000, 10_000, 100_000} {
			dir := b.TempDir()
			s := mustOpen(b, dir)
			var changes []Change
			for i := range runs {
				changes = append(changes, Change{"runs", fmt.Sprintf("%032x", i*2654435761), fmt.Appendf(nil, "%0700d", i)})
				if len(changes) == 2000 || i == runs-1 {
					must(b, s.Write(changes...))
					changes = changes[:0]
				}
			}
			began := time.Now()
			must(b, s.Snapshot())
			copying := time.Since(began)
			must(b, s.Close())
			for _, f := range []string{copyPrefix + "1"} {
				must(b, os.Remove(filepath.Join(dir, f)))
			}
			var more, whole []float64
			for range 5 {
				empty := b.TempDir()
				mustOpen(b, empty).Close()
				full := opening(b, dir)
				more = append(more, float64(full-opening(b, empty))/1e6)
				whole = append(whole, float64(full)/1e6)
			}
			file, err := os.ReadFile(filepath.Join(dir, FileName))
			must(b, err)
			clear(file[:2*pageSize])
			must(b, os.WriteFile(filepath.Join(dir, FileName), file, 0o600))
			repair := opening(b, dir)
			s = mustOpen(b, dir)
			if r, repaired := s.Report(); !repaired || r.Kept["runs"] != runs {
				b.Fatalf("%d runs: %t, %+v", runs, repaired, r)
			}
			must(b, s.Close())
			a, _ := middle(whole)
			m, spread := middle(more)
			b.Logf("%8d %7.1f MB %9.1f ms %9.1f ms %7.0f ms %9.0f ms %11.1f µs   (more: %s)", runs, float64(len(file))/1e6, a, m,
				float64(copying)/1e6, float64(repair)/1e6, float64(repair)/1e3/float64(runs), spread)
		}
	}
}

func opening(b *testing.B, dir string) time.Duration {
	began := time.Now()
	s, err := Open(dir, testOptions())
	took := time.Since(began)
	must(b, err)
	must(b, s.Close())
	return took
}
