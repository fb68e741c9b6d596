package faults

import "time"

// kinds are the lines of the report. Those not marked beside are kinds of
// reliability.md §8, under its names.
var kinds = []kind{
	{name: "kill", control: "liar", short: 60, full: 2000, run: killed},
	{name: "power cut", control: "nosync", short: 40, full: 500, run: powerCut(drop)},
	{name: "torn write", control: "nosync", short: 30, full: 300, run: powerCut(torn)},
	{name: "reordered writes", control: "nosync", short: 30, full: 300, run: powerCut(reordered)},
	{name: "replayed states", control: "nosync", short: 600, full: 21000, run: replayed, beside: true},
	{name: "init cut", control: "rewriter", short: 40, full: 400, run: cutAtEveryCall(born)},
	{name: "migration cut", control: "rewriter", short: 40, full: 400, run: cutAtEveryCall(migrated)},
	{name: "ENOSPC", control: "careless", short: 30, full: 300, run: refusing(noSpace)},
	{name: "EIO write", control: "careless", short: 30, full: 300, run: refusing(writeError)},
	{name: "EIO read", control: "afresh", short: 12, full: 150, run: readError},
	{name: "fsync error", control: "careless", short: 30, full: 300, run: refusing(syncError)},
	{name: "slow fsync", control: "nosync", short: 5, full: 40, run: slowSync},
	{name: "short write", control: "careless", short: 30, full: 300, run: refusing(shortWrite)},
	{name: "read-only dir", control: "careless", short: 6, full: 60, run: forbidden(readOnlyDir)},
	{name: "read-only file", control: "careless", short: 6, full: 60, run: forbidden(readOnlyFile)},
	{name: "read-only disk", control: "careless", short: 8, full: 100, run: readOnlyDisk, beside: true},
	{name: "small disk filled", control: "careless", short: 3, full: 20, run: smallDisk, beside: true},
	{name: "no permission", control: "careless", short: 6, full: 60, run: forbidden(noPermission)},
	{name: "lock held", control: "thief", short: 5, full: 50, run: lockHeld},
	{name: "truncated", control: "raw", short: 60, full: 500, run: damaged(truncated), least: 0.3},
	{name: "bit flip", control: "raw", short: 100, full: 600, run: damaged(bitFlip), least: 0.97},
	{name: "zero block", control: "raw", short: 60, full: 500, run: damaged(blocks(zero)), least: 0.97},
	{name: "random block", control: "raw", short: 60, full: 500, run: damaged(blocks(noise)), least: 0.97},
	{name: "ten random blocks", control: "raw", short: 30, full: 300, run: damaged(tenBlocks), least: 0.97, beside: true},
	{name: "pages swapped", control: "raw", short: 60, full: 500, run: damaged(swappedPages), least: 0.97, beside: true},
	{name: "tiny store damaged", control: "raw", short: 60, full: 400, run: damagedOf(anything, 1, 2, 4, 7), beside: true},
	{name: "lost page write", control: "raw", short: 40, full: 300, run: lostPage, beside: true},
	{name: "both metas gone", control: "raw", short: 30, full: 300, run: damaged(bothMetas), least: 1},
	{name: "file replaced while open", control: "raw", short: 10, full: 100, run: taken(replaceFile)},
	{name: "file removed while open", control: "raw", short: 10, full: 100, run: taken(removeFile)},
	{name: "newer schema", control: "careless", short: 6, full: 60, run: newerSchema},
	{name: "clock back", control: "dated", short: 5, full: 50, run: clockMoved(func(run int) time.Time { return time.Date(1970+run%50, 1, 1, 0, 0, 0, 0, time.UTC) })},
	{name: "clock forward", control: "forgetful", short: 5, full: 50, run: clockMoved(func(run int) time.Time { return time.Date(2027+run%72, 6, 1, 0, 0, 0, 0, time.UTC) })},
	{name: "stick pulled on write", control: "nosync", short: 10, full: 150, run: pulled},
	{name: "foreign junk files", control: "naive", short: 10, full: 100, run: junk},
}
