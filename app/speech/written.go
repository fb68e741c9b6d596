package speech

import (
	"context"
	"fmt"
	"io"
)

// Written is a Voice that writes what it would say, a line each: the language,
// a tab, the text. It is for tests, and for whoever wants to see the words.
func Written(w io.Writer) Voice { return written{w} }

type written struct{ w io.Writer }

// Say implements Voice.
func (v written) Say(_ context.Context, text, language string, _ Speed) error {
	_, err := fmt.Fprintf(v.w, "%s\t%s\n", language, text)
	return err
}
