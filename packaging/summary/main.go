// Command summary reads the output of go test -json and prints what failed,
// what was skipped and why, and how many tests there were of each.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// event is one line of go test -json.
type event struct {
	Action, Package, Test, Output string
	ImportPath                    string
}

func main() {
	var passed, failed, skipped int
	output := map[string][]string{}
	inPackage := map[string]int{} // failed tests of a package
	for _, name := range os.Args[1:] {
		f, err := os.Open(name)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 16<<20)
		for lines.Scan() {
			var e event
			if json.Unmarshal(lines.Bytes(), &e) != nil {
				fmt.Println(lines.Text())
				continue
			}
			key := e.Package + e.ImportPath + "." + e.Test
			switch {
			case e.Action == "output" || e.Action == "build-output":
				output[key] = append(output[key], e.Output)
			case e.Action == "build-fail":
				fmt.Printf("FAILED to build %s\n%s", e.ImportPath, strings.Join(output[key], ""))
			case e.Action == "fail" && e.Test == "" && inPackage[e.Package] == 0:
				failed++
				fmt.Printf("FAILED %s\n%s", e.Package, strings.Join(output[key], ""))
			case e.Test == "":
			case e.Action == "pass":
				passed++
			case e.Action == "fail":
				failed++
				inPackage[e.Package]++
				fmt.Printf("FAILED %s %s\n%s", e.Package, e.Test, strings.Join(output[key], ""))
			case e.Action == "skip":
				skipped++
				fmt.Printf("skipped %s %s: %s\n", e.Package, e.Test, reason(output[key]))
			}
		}
		f.Close()
		if err := lines.Err(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	if os.Getenv("CI") == "true" && skipped > 0 {
		fmt.Println("under CI a skipped test counts as failed")
		failed += skipped
		skipped = 0
	}
	fmt.Printf("%d passed, %d failed, %d skipped\n", passed, failed, skipped)
	if failed > 0 || passed == 0 {
		os.Exit(1)
	}
}

// reason is what a skipped test said.
func reason(lines []string) string {
	for _, l := range lines {
		if i := strings.Index(l, ".go:"); i >= 0 {
			if _, words, ok := strings.Cut(l[i+4:], ": "); ok {
				return strings.TrimSpace(words)
			}
		}
	}
	return "no reason given"
}
