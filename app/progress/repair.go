package progress

// Repair says what came of putting a damaged store right. It counts, and names
// nobody's run.
type Repair struct {
	// Week is when that was.
	Week Week
	// Whole says that nothing was lost.
	Whole bool
	// Runs, Completions and Settings count what is there now.
	Runs, Completions, Settings int
	// Copied counts those of them that are as they were when the last copy
	// was made.
	Copied int
	// Missing counts what is known to have been there and is not any more.
	Missing int
	// Fresh says that it was since this start of the app.
	Fresh bool
}

// Repaired is what came of the last repair of this week, and whether there was
// one. It never waits for the disk.
func (r *Recorder) Repaired() (Repair, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.repair, r.repaired
}

// noteRepair asks the Keeper, which may wait for the disk.
func (r *Recorder) noteRepair() {
	if !r.Keeping() {
		return
	}
	report, found := r.options.Keeper.Report()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.repaired = found
	r.repair = Repair{
		Week: Week(report.Week), Whole: report.Whole,
		Runs: report.Kept[bucketRuns], Completions: report.Kept[bucketCompletions], Settings: report.Kept[bucketSettings],
		Copied: report.FromCopy, Missing: report.Missing, Fresh: report.Fresh,
	}
}
