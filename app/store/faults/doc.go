// Package faults proves what package store promises. It has no code of its own:
// its test is the fault bench, which does to a store, again and again, what
// school laptops do, and asks afterwards for everything that was acknowledged.
//
//	make faults           # every kind, briefly; also a part of make test
//	make faults FULL=1    # the long one
//
// A child process writes and says through a pipe what it is about to write and
// what was acknowledged; the parent keeps that list, lets the fault happen,
// and has another child open the store and read all of it. Each kind of fault
// also strikes a way of storing that is not up to it, its negative control: a
// kind that finds nothing wrong with its control proves nothing and fails.
// A kind that cannot run here, for want of Linux, root, FUSE or strace, is
// reported as not run.
//
// The kinds are the 36 of reliability.md §8; those of files, sticks and the
// local network come with what they are about.
package faults
