package progress

import "errors"

// Counts says how much is kept, and nothing of whom or when.
type Counts struct{ Runs, Completions, Settings int }

// Count counts what is kept and tells the result, or that it cannot be read
// just now, on a goroutine of its own. It never waits.
func (r *Recorder) Count(told func(Counts, error)) {
	go func() {
		var c Counts
		if !r.Keeping() {
			told(c, ErrNotKept)
			return
		}
		var failed error
		for bucket, n := range map[string]*int{bucketRuns: &c.Runs, bucketCompletions: &c.Completions, bucketSettings: &c.Settings} {
			err := r.options.Keeper.Each(bucket, func(string, []byte) error { *n++; return nil })
			failed = errors.Join(failed, err)
		}
		told(c, failed)
	}()
}
