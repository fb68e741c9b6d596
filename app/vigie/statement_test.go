package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// wcag22 are the criteria of levels A and AA of WCAG 2.2: how many each
// guideline has, with those that are AAA left out.
var wcag22 = map[string][]int{
	"1.1": {1}, "1.2": {1, 2, 3, 4, 5}, "1.3": {1, 2, 3, 4, 5}, "1.4": {1, 2, 3, 4, 5, 10, 11, 12, 13},
	"2.1": {1, 2, 4}, "2.2": {1, 2}, "2.3": {1}, "2.4": {1, 2, 3, 4, 5, 6, 7, 11}, "2.5": {1, 2, 3, 4, 7, 8},
	"3.1": {1, 2}, "3.2": {1, 2, 3, 4, 6}, "3.3": {1, 2, 3, 4, 7, 8}, "4.1": {2, 3},
}

// chapter11 are the clauses of EN 301 549 V3.2.1, chapter 11, that are not void.
var chapter11 = map[string][]int{
	"11.1.1": {1}, "11.1.2": {1, 2, 3, 4, 5}, "11.1.3": {1, 2, 3, 4, 5}, "11.1.4": {1, 2, 3, 4, 5, 10, 11, 12, 13},
	"11.2.1": {1, 2, 4}, "11.2.2": {1, 2}, "11.2.3": {1}, "11.2.4": {3, 4, 6, 7}, "11.2.5": {1, 2, 3, 4},
	"11.3.1": {1}, "11.3.2": {1, 2}, "11.3.3": {1, 2, 3, 4}, "11.4.1": {1, 2, 3},
	"11.5": {1}, "11.5.2": {1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15}, "11.6": {1, 2}, "11": {7}, "11.8": {1, 2, 3, 4, 5},
}

// The accessibility statement judges every criterion once, and the tests that
// it leans on are there.
func TestStatement(t *testing.T) {
	data, err := os.ReadFile("../../packaging/ACCESSIBILITY.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	row := regexp.MustCompile(`(?m)^\| ([0-9.]+)[^|]*\| (Met|Partly|Not met|Not applicable) \|`)
	judged := map[string]int{}
	for _, m := range row.FindAllStringSubmatch(text, -1) {
		judged[m[1]]++
	}
	for _, standard := range []map[string][]int{wcag22, chapter11} {
		for guideline, numbers := range standard {
			for _, n := range numbers {
				if id := fmt.Sprintf("%s.%d", guideline, n); judged[id] != 1 {
					t.Errorf("%s is judged %d times", id, judged[id])
				}
			}
		}
	}
	tests := allTests(t)
	for _, m := range regexp.MustCompile("`(Test[A-Za-z]+)`").FindAllStringSubmatch(text, -1) {
		if !strings.Contains(tests, "func "+m[1]+"(") {
			t.Errorf("there is no %s", m[1])
		}
	}
}

// allTests is the source of all tests.
func allTests(t *testing.T) string {
	var all strings.Builder
	err := filepath.WalkDir("..", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		data, err := os.ReadFile(name)
		all.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}
