package kit

import "strings"

// sentences joins what is not empty, with a full stop where none stands.
func sentences(parts ...string) string {
	var said strings.Builder
	for _, part := range parts {
		if part == "" {
			continue
		}
		if said.Len() > 0 {
			if !strings.ContainsAny(said.String()[said.Len()-1:], ".?!:") {
				said.WriteString(".")
			}
			said.WriteString(" ")
		}
		said.WriteString(part)
	}
	return said.String()
}
