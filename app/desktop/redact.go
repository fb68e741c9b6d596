package desktop

import (
	"regexp"
	"strings"
)

// The lines of a Go trace that may stay. Whatever does not look like one of
// these goes, so a new kind of line is lost rather than leaked.
var (
	goroutineLine = regexp.MustCompile(`^goroutine \d+ .*?\[([a-zA-Z ().]+)`)
	functionName  = regexp.MustCompile(`^[\w.\-/%*()\[\]·]+$`)
	fileLine      = regexp.MustCompile(`^\t(?:.*[/\\])?([\w.\-]+\.(?:go|s|c)):(\d+)`)
	signalLine    = regexp.MustCompile(`^\[signal ([A-Z]+[0-9]*):`)
)

// redact keeps of a trace where it happened, and nothing of what was handled:
// kinds of errors, states of goroutines, functions without arguments, file
// names without folders, and line numbers. Values of panics, arguments,
// addresses, durations and goroutine numbers go.
func redact(trace string) string {
	var out strings.Builder
	keep := func(parts ...string) {
		for _, p := range parts {
			out.WriteString(p)
		}
		out.WriteByte('\n')
	}
	inside := false // a goroutine has begun
	lines := strings.Split(strings.ReplaceAll(trace, "\r\n", "\n"), "\n")
	for i, line := range lines {
		if m := goroutineLine.FindStringSubmatch(line); m != nil {
			keep("goroutine [", strings.TrimSpace(m[1]), "]")
			inside = true
			continue
		}
		if !inside {
			if head := headLine(line); head != "" {
				keep(head)
			}
			continue
		}
		if i+1 == len(lines) {
			break
		}
		// A function counts only when its file follows.
		file := fileLine.FindStringSubmatch(lines[i+1])
		if name := frame(line); name != "" && file != nil {
			keep(name)
			keep("\t", file[1], ":", file[2])
		}
	}
	return out.String()
}

// headLine is what may stay of a line before the first goroutine.
func headLine(line string) string {
	line = strings.TrimSpace(line)
	if value, is := strings.CutPrefix(line, "panic: "); is {
		if strings.HasPrefix(value, "runtime error: ") {
			return "panic: " + mask(value)
		}
		return "panic: value removed"
	}
	if value, is := strings.CutPrefix(line, "fatal error: "); is {
		return "fatal error: " + mask(value)
	}
	if m := signalLine.FindStringSubmatch(line); m != nil {
		return "[signal " + m[1] + "]"
	}
	return ""
}

// frame is the name of the function a line of a trace is about, "" when it is
// about none.
func frame(line string) string {
	name, created := strings.CutPrefix(line, "created by ")
	if created {
		name, _, _ = strings.Cut(name, " in goroutine ")
	} else {
		open := strings.LastIndexByte(line, '(')
		if open < 1 || !strings.HasSuffix(line, ")") {
			return ""
		}
		name = line[:open]
	}
	switch {
	case !functionName.MatchString(name):
		return ""
	case created:
		return "created by " + name
	}
	return name + "(...)"
}

// mask takes the numbers out of an error of the runtime, and whatever else is
// not a word.
func mask(message string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c >= '0' && c <= '9':
			return '#'
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || strings.ContainsRune(" :,.*[]{}()-", c):
			return c
		}
		return '?'
	}, message)
}

// cut shortens a note to maxNote bytes, after a whole line.
func cut(note string) string {
	if len(note) <= maxNote {
		return note
	}
	return note[:strings.LastIndexByte(note[:maxNote], '\n')+1]
}
