package speech

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestMain lets the test program be a voice program too.
func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == "voice" {
		text, _ := io.ReadAll(os.Stdin)
		switch os.Args[2] {
		case "hang":
			fmt.Fprint(os.Stdout, "hanging")
			select {}
		case "fail":
			os.Exit(3)
		case "no-language":
			fmt.Fprintln(os.Stderr, "Error: The specified espeak-ng voice does not exist.")
			os.Exit(1)
		}
		os.WriteFile(os.Args[3], text, 0o600)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func fake(t *testing.T, how string, more ...string) program {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return program{path: self, options: func(string, Speed) ([]string, error) { return append([]string{"voice", how}, more...), nil }}
}

func TestClean(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"spaces", "  Levez\u00a0les\n yeux. ", []string{"Levez les yeux."}},
		{"control signs and pictures", "a\x1b[31mb 😂 c\u00ad", []string{"a[31mb c"}},
		{"nothing", " \u00a0 😂", nil},
		{"an option", "--voice=x", []string{"--voice=x"}},
		{"long", strings.Repeat("Un mot. ", 60), nil},
	} {
		got := clean(c.text)
		if c.name == "long" {
			if len(got) < 2 || strings.Join(got, " ") != strings.TrimSpace(c.text) {
				t.Errorf("%s: %q", c.name, got)
			}
			for _, piece := range got {
				if len([]rune(piece)) > maxText || !strings.HasSuffix(piece, ".") {
					t.Errorf("%s: the piece %q", c.name, piece)
				}
			}
			continue
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestProgram(t *testing.T) {
	file := t.TempDir() + "/said"
	if err := fake(t, "say", file).Say(t.Context(), "--help; rm", "fr", Normal); err != nil {
		t.Fatal(err)
	}
	if said, err := os.ReadFile(file); err != nil || string(said) != "--help; rm" {
		t.Errorf("said %q, %v", said, err)
	}
	if err := fake(t, "fail").Say(t.Context(), "a", "fr", Normal); err == nil {
		t.Error("a failing voice is not told")
	}
	var no NoLanguage
	if err := fake(t, "no-language").Say(t.Context(), "a", "nl", Normal); !errors.As(err, &no) || no.Language != "nl" {
		t.Errorf("no voice for a language: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- fake(t, "hang").Say(ctx, "a", "fr", Normal) }()
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("a hanging voice that is stopped: %v", err)
	}
}

// slow is a voice that speaks until it is let go on or stopped.
type slow struct {
	mu      sync.Mutex
	said    []string
	begun   chan string
	goOn    chan error
	stopped int
}

func newSlow() *slow { return &slow{begun: make(chan string, 100), goOn: make(chan error)} }

func (v *slow) Say(ctx context.Context, text, language string, _ Speed) error {
	v.mu.Lock()
	v.said = append(v.said, language+" "+text)
	v.mu.Unlock()
	v.begun <- text
	select {
	case err := <-v.goOn:
		return err
	case <-ctx.Done():
		v.mu.Lock()
		v.stopped++
		v.mu.Unlock()
		return ctx.Err()
	}
}

func expect(t *testing.T, v *slow, want string) {
	t.Helper()
	select {
	case got := <-v.begun:
		if got != want {
			t.Fatalf("says %q, want %q", got, want)
		}
	case <-time.After(10 * time.Second):
		t.Fatalf("waited in vain for %q", want)
	}
}

func TestSpeaker(t *testing.T) {
	v := newSlow()
	failures := make(chan error, 10)
	s := NewSpeaker(v, func(err error) { failures <- err })
	s.Speak("fr", Normal, "un", "deux")
	expect(t, v, "un")
	s.Append("fr", Normal, "trois")
	v.goOn <- nil
	expect(t, v, "deux")
	s.Speak("nl", Normal, "vier") // in place of what is being said
	expect(t, v, "vier")
	v.goOn <- nil
	s.Again()
	expect(t, v, "vier")
	s.Stop()
	s.Speak("de", Slow, "fünf", "sechs")
	expect(t, v, "fünf")
	v.goOn <- NoLanguage{"de"}
	if err := <-failures; !errors.Is(err, NoLanguage{"de"}) {
		t.Errorf("told %v", err)
	}
	s.Speak("en", Normal, "seven")
	expect(t, v, "seven") // six was dropped with the failure
	s.Close()             // stops what is being said
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.stopped < 3 {
		t.Errorf("stopped %d times: %q", v.stopped, v.said)
	}
	if len(failures) > 0 {
		t.Errorf("being stopped is told as a failure: %v", <-failures)
	}
}

func TestWritten(t *testing.T) {
	r, w := io.Pipe()
	s := NewSpeaker(Written(w), nil)
	s.Speak("fr", Normal, "Aide.\n116\u00a0000")
	var b [64]byte
	n, err := r.Read(b[:])
	if err != nil || string(b[:n]) != "fr\tAide. 116 000\n" {
		t.Errorf("%q %v", b[:n], err)
	}
	s.Close()
}

// What macOS prints for "say -v ?", shortened.
const voices = `Amélie              fr_CA    # Bonjour, je m’appelle Amélie.
Aude                fr_BE    # Bonjour, je m’appelle Aude.
Eddy (German (Germany)) de_DE    # Hallo! Ich heiße Eddy.
Ellen               nl_BE    # Hallo, mijn naam is Ellen.
`

func TestSayOptions(t *testing.T) {
	choose := sayOptions(voices)
	for language, want := range map[string]string{"fr": "Aude", "nl": "Ellen", "de": "Eddy (German (Germany))"} {
		if got, err := choose(language, Fast); err != nil || got[1] != want || got[3] != "230" {
			t.Errorf("%s: %q %v", language, got, err)
		}
	}
	if _, err := choose("en", Normal); !errors.Is(err, NoLanguage{"en"}) {
		t.Errorf("no English voice: %v", err)
	}
}
