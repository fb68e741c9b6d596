package replay

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// BenchmarkStates measures making the states of thirty updates of bbolt.
func BenchmarkStates(b *testing.B) { benchmarkStates(b, func(int, State) {}) }

// BenchmarkStatesWritten writes them to a folder in memory too.
func BenchmarkStatesWritten(b *testing.B) {
	base := scratch(b)
	benchmarkStates(b, func(n int, s State) {
		dir := filepath.Join(base, strconv.Itoa(n))
		if err := s.Write(dir); err != nil {
			b.Fatal(err)
		}
		os.RemoveAll(dir)
	})
}

// BenchmarkStatesRead opens them with bbolt as well.
func BenchmarkStatesRead(b *testing.B) {
	base := scratch(b)
	benchmarkStates(b, func(n int, s State) {
		dir := filepath.Join(base, strconv.Itoa(n))
		if err := s.Write(dir); err != nil {
			b.Fatal(err)
		}
		if err := readBolt(dir, s.Acked); err != nil {
			b.Fatal(err)
		}
		os.RemoveAll(dir)
	})
}

func benchmarkStates(b *testing.B, do func(n int, s State)) {
	dir := b.TempDir()
	if err := createBolt(filepath.Join(dir, boltName)); err != nil {
		b.Fatal(err)
	}
	trace := mustRecord(b, dir, "bbolt")
	states := 0
	b.ResetTimer()
	for range b.N {
		for s := range trace.States(seeded(6), Count{Limit: 2000}) {
			do(states, s)
			states++
		}
	}
	b.ReportMetric(float64(states)/b.Elapsed().Seconds(), "states/s")
}
