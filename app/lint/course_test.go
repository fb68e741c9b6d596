package lint_test

import (
	"testing"

	"vigie/app/lint"
	"vigie/app/pack"
)

// The course itself keeps every rule.
func TestCourse(t *testing.T) {
	found, err := lint.Check(pack.Course())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Severity == lint.Error {
			t.Errorf("%s:%d:%d %s: "+f.Message, append([]any{f.File, f.Line, f.Column, f.Rule}, f.Args...)...)
		} else {
			t.Logf("%s:%d:%d %s: "+f.Message, append([]any{f.File, f.Line, f.Column, f.Rule}, f.Args...)...)
		}
	}
}
