package progress

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"vigie/app/store"
)

// maxRuns is how many runs can wait for the disk at once. A ninth, begun while
// the disk is stuck, pushes out the oldest, which nobody can go back to.
const maxRuns = 8

// work is what waits to be done on the disk, gathered from any number of calls.
// Done, it leaves what those calls would have left one by one.
type work struct {
	ticket   Ticket
	rebuild  bool               // something must leave the file
	all      bool               // everything must
	drop     map[RunID]bool     // these runs must
	done     map[string]Week    // lessons completed, and when
	runs     []checkpoint       // one a run, the latest last
	settings map[Setting]string // new values
	offer    *RunID             // run that can be continued after it, "" for none; nil leaves it
	refused  error              // calls that asked for what may not be kept
}

// checkpoint is an encoded place in a run.
type checkpoint struct {
	run    RunID
	record []byte
}

// then is the work of w followed by that of next. Neither is changed.
func (w work) then(next work) work {
	out := work{
		ticket:  max(w.ticket, next.ticket),
		rebuild: w.rebuild || next.rebuild,
		all:     w.all || next.all,
		refused: errors.Join(w.refused, next.refused),
	}
	if next.all {
		w = work{}
	}
	out.drop = merged(w.drop, next.drop)
	out.done = merged(w.done, next.done)
	out.settings = merged(w.settings, next.settings)
	for _, c := range w.runs {
		overtaken := slices.ContainsFunc(next.runs, func(n checkpoint) bool { return n.run == c.run })
		if !overtaken && !next.drop[c.run] {
			out.runs = append(out.runs, c)
		}
	}
	out.runs = append(out.runs, next.runs...)
	if out.offer = next.offer; out.offer == nil {
		out.offer = w.offer
	}
	out.runs = out.runs[max(0, len(out.runs)-maxRuns):]
	return out
}

func merged[K comparable, V any](a, b map[K]V) map[K]V {
	if len(a) == 0 {
		return b
	}
	out := maps.Clone(a)
	maps.Copy(out, b)
	return out
}

// keeps reports whether an entry stays when the store is rebuilt.
func (w work) keeps(bucket, key string) bool {
	return !(bucket == bucketRuns && w.drop[RunID(key)])
}

// changes are the values to put.
func (w work) changes() []store.Change {
	var out []store.Change
	for _, id := range slices.Sorted(maps.Keys(w.done)) {
		out = append(out, store.Change{Bucket: bucketCompletions, Key: id, Value: encodeCompletion(w.done[id])})
	}
	for _, c := range w.runs {
		out = append(out, store.Change{Bucket: bucketRuns, Key: string(c.run), Value: c.record})
	}
	for _, s := range slices.Sorted(maps.Keys(w.settings)) {
		value, _ := json.Marshal(w.settings[s]) // a string never fails
		out = append(out, store.Change{Bucket: bucketSettings, Key: string(s), Value: value})
	}
	return out
}
