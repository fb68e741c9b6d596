package kit

import (
	"strings"

	"vigie/app/ui/theme"
)

// MessageKind says who a message in a chat comes from.
type MessageKind int

// The kinds of messages.
const (
	FromThem MessageKind = iota
	FromMe
	Notice // a centred line of the system, such as the day
)

// Message is one message of a chat as it is drawn. All texts are translated.
type Message struct {
	ID     string
	Kind   MessageKind
	Avatar string // key of a character's disc; "" draws none
	Name   string // above the text; "" if the same person goes on
	Who    string // who wrote it, for reading aloud, also where no name is drawn
	Text   string
	Time   string // "21:42"
	Flag   string // words for a cue that was found, "" draws no flag

	// Hidden draws the hidden tile with its two lines instead of an image;
	// Text may still stand below it.
	Hidden                  bool
	HiddenTitle, HiddenNote string
}

// Spoken is the message as it is read aloud.
func (m Message) Spoken() string {
	who := m.Who
	if who == "" {
		who = m.Name
	}
	var parts []string
	for _, p := range []string{who, m.HiddenTitle, m.HiddenNote, plainText(m.Text), m.Time, m.Flag} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, ". ")
}

func (m Message) fill() theme.Role {
	if m.Kind == FromMe {
		return theme.BubbleMe
	}
	return theme.BubbleThem
}
