package replay

import (
	"fmt"
	"strconv"
	"strings"
)

const (
	unfinished  = " <unfinished ...>"
	detached    = " <detached ...>"
	resumedHead = "<... "
	resumedTail = " resumed>"
)

// cutPid takes the number of the thread from the beginning of a line.
func cutPid(line string) (pid int, rest string, err error) {
	number, rest, ok := strings.Cut(line, " ")
	pid, err = strconv.Atoi(number)
	if !ok || err != nil {
		return 0, "", fmt.Errorf("no thread in %q", clip(line))
	}
	return pid, strings.TrimLeft(rest, " "), nil
}

// cutResult takes apart "name(arguments) = result". A call that has no number
// as its result (it was interrupted) has failed.
func cutResult(text string) (arguments string, result int64, path string, failed bool, err error) {
	at := strings.LastIndex(text, " = ")
	if at < 0 {
		return "", 0, "", false, fmt.Errorf("no result in %q", clip(text))
	}
	head, ok := strings.CutSuffix(strings.TrimRight(text[:at], " "), ")")
	if !ok {
		return "", 0, "", false, fmt.Errorf("no end of the arguments in %q", clip(text))
	}
	token, _, _ := strings.Cut(text[at+len(" = "):], " ")
	if token == "?" {
		return head, 0, "", true, nil
	}
	number, note, _ := strings.Cut(token, "<")
	result, err = strconv.ParseInt(number, 0, 64)
	if err != nil {
		// Addresses of mappings may be over the greatest int64; they are not asked for.
		if _, err := strconv.ParseUint(number, 0, 64); err != nil {
			return "", 0, "", false, fmt.Errorf("result %q", clip(token))
		}
	}
	if note != "" {
		raw, err := unescape(strings.TrimSuffix(strings.TrimSuffix(note, "(deleted)"), ">"))
		if err != nil {
			return "", 0, "", false, err
		}
		path = strings.TrimSuffix(string(raw), " (deleted)")
	}
	return head, result, path, result < 0, nil
}

// splitArguments cuts at the commas that are in no string, note, list or
// struct.
func splitArguments(s string) []string {
	var all []string
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"':
			if end := strings.IndexByte(s[i+1:], '"'); end >= 0 {
				i += 1 + end
			}
		case '<':
			if end := strings.IndexByte(s[i+1:], '>'); end >= 0 {
				i += 1 + end
			}
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case ',':
			if depth == 0 {
				all = append(all, strings.TrimSpace(s[start:i]))
				start = i + 1
			}
		}
	}
	if last := strings.TrimSpace(s[start:]); last != "" {
		all = append(all, last)
	}
	return all
}

// firstArgument is where the descriptor stands.
func firstArgument(s string) string {
	end := strings.IndexAny(s, "<,)\"")
	if end < 0 {
		return s
	}
	if s[end] == '<' {
		if note := strings.IndexByte(s[end:], '>'); note >= 0 {
			return s[:end+note+1]
		}
	}
	return s[:end]
}

// descriptor reads "6</path>", the path being the one the kernel tells. A
// number without a note has no path; AT_FDCWD is -100.
func descriptor(token string) (fd int, path string, ok bool) {
	number, note, noted := strings.Cut(token, "<")
	if number == "AT_FDCWD" {
		fd = -100
	} else {
		n, err := strconv.ParseInt(number, 0, 32)
		if err != nil {
			return 0, "", false
		}
		fd = int(n)
	}
	if noted {
		note, _, _ = strings.Cut(note, ">")
		raw, err := unescape(note)
		if err != nil {
			return 0, "", false
		}
		path = strings.TrimSuffix(string(raw), " (deleted)")
	}
	return fd, path, true
}

// text reads a string in quotation marks. strace ends one it has cut short
// with three dots.
func text(token string) ([]byte, error) {
	inner, ok := strings.CutPrefix(token, `"`)
	inner, whole := strings.CutSuffix(inner, `"`)
	if !ok || !whole || strings.Contains(inner, `"`) {
		return nil, fmt.Errorf("no whole string: %q", clip(token))
	}
	return unescape(inner)
}

// unescape reads \x41 and plain letters; strace -xx writes nothing else.
func unescape(s string) ([]byte, error) {
	b := make([]byte, 0, len(s)/4+1)
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			b = append(b, s[i])
			continue
		}
		if i+3 >= len(s) || s[i+1] != 'x' {
			return nil, fmt.Errorf("escape in %q", clip(s[i:]))
		}
		high, low := digit(s[i+2]), digit(s[i+3])
		if high > 15 || low > 15 {
			return nil, fmt.Errorf("escape in %q", clip(s[i:]))
		}
		b = append(b, high<<4|low)
		i += 3
	}
	return b, nil
}

func digit(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 16
}

// vector joins the buffers of "[{iov_base="…", iov_len=3}, …]".
func vector(token string) ([]byte, error) {
	inner, ok := strings.CutPrefix(token, "[")
	inner, whole := strings.CutSuffix(inner, "]")
	if !ok || !whole {
		return nil, fmt.Errorf("no whole list: %q", clip(token))
	}
	var all []byte
	for _, part := range splitArguments(inner) {
		part, ok := strings.CutPrefix(part, "{iov_base=")
		fields := splitArguments(part)
		if !ok || len(fields) != 2 {
			return nil, fmt.Errorf("no buffer: %q", clip(part))
		}
		b, err := text(fields[0])
		if err != nil {
			return nil, err
		}
		all = append(all, b...)
	}
	return all, nil
}

func clip(s string) string {
	if len(s) > 120 {
		return s[:120] + "…"
	}
	return s
}
