// Package speech reads aloud through the voices of the operating system.
//
//	voice, err := speech.Find()
//	s := speech.NewSpeaker(voice, failed)
//	s.Speak("fr", speech.Normal, "Deux heures plus tard.", "Noor lit tout de suite.")
//	s.Stop() // silent at once
//
// A Speaker says one thing after the other on a goroutine of its own; callers
// never wait for a voice. What is asked anew takes the place of what is being
// said. The package knows nothing of pages and lessons. It writes nothing, uses
// no network and no clipboard, and never hands a text to a shell.
package speech

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// Speed is how fast a voice speaks.
type Speed string

// The speeds.
const (
	Slow   Speed = "slow"
	Normal Speed = "normal"
	Fast   Speed = "fast"
)

// Speeds lists them, slowest first.
func Speeds() []Speed { return []Speed{Slow, Normal, Fast} }

// wordsPerMinute is what the speeds mean for voices that count words. 175 is
// what espeak-ng and say use when nothing is asked.
func (s Speed) wordsPerMinute() int {
	switch s {
	case Slow:
		return 130
	case Fast:
		return 230
	}
	return 170
}

// Voice says a text in a language (fr, nl, de or en) and returns when it has
// been said, or as soon as ctx is done. It returns NoLanguage where it has no
// voice for the language.
type Voice interface {
	Say(ctx context.Context, text, language string, speed Speed) error
}

// ErrNoVoice is returned by Find where the system has no voice that we know.
var ErrNoVoice = errors.New("this computer has no voice")

// NoLanguage says that there is no voice for a language.
type NoLanguage struct{ Language string }

func (e NoLanguage) Error() string { return fmt.Sprintf("there is no voice for %q", e.Language) }

// Find gives the voice of this system: on Linux speech-dispatcher or
// espeak-ng, on macOS say, on Windows the Speech API. It returns ErrNoVoice
// where there is none.
func Find() (Voice, error) { return find() }

// maxText is how many letters are said in one go, so that stopping and
// changing the language never wait for a whole page.
const maxText = 400

// clean is a text as it is said: one line, no control signs, in pieces of at
// most maxText letters that end, where they can, at the end of a sentence.
func clean(text string) []string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' ' // also a no-break space
		case unicode.IsControl(r), r >= 0x1F000, r == 0xFE0F, r == 0x200D, r == 0x00AD:
			return -1
		}
		return r
	}, text)
	runes := []rune(strings.Join(strings.Fields(text), " "))
	var out []string
	for len(runes) > maxText {
		cut := maxText
		for _, stop := range []string{".!?…", ";:,", " "} {
			if at := lastOf(runes[:maxText], stop); at > 0 {
				cut = at + 1
				break
			}
		}
		out = append(out, strings.TrimSpace(string(runes[:cut])))
		runes = runes[cut:]
	}
	if rest := strings.TrimSpace(string(runes)); rest != "" {
		out = append(out, rest)
	}
	return out
}

func lastOf(runes []rune, any string) int {
	for i := len(runes) - 1; i > 0; i-- {
		if strings.ContainsRune(any, runes[i]) {
			return i
		}
	}
	return 0
}
