// Package journey drives the built program in a real window under Xvfb, by key
// presses alone, as a pupil would: the demo, the keyboard test, the kill test,
// the search for traces, the cases without graphics, and the bench.
//
// All of it is in test files with the build tag journey; make test, make demo
// and make bench run it. VIGIE_PROGRAM names the program, dist/vigie otherwise.
package journey
