package lint_test

import (
	"os"
	"strings"
	"testing"

	"vigie/app/lint"
)

// The limits of reading lie between what pupils read easily and officialese.
func TestReadingLimits(t *testing.T) {
	data, err := os.ReadFile("testdata/reading.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	if len(lines) != 20 {
		t.Fatalf("%d sentences", len(lines))
	}
	for _, line := range lines {
		part := strings.SplitN(line, " ", 3)
		lix := lint.LIX(part[2])
		if hard := lix > lint.Limit(part[0]); hard != (part[1] == "hard") {
			t.Errorf("%s, %s: LIX %.0f, limit %.0f: %s", part[0], part[1], lix, lint.Limit(part[0]), part[2])
		}
	}
}
