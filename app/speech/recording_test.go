package speech

import (
	"errors"
	"math"
	"os"
	"testing"
	"time"

	"github.com/gopxl/beep/v2"
)

func recording(t *testing.T, name string) *Recording {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Decode(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// heard is how long a recording lasts, its loudness (root mean square), and how
// often a second it crosses zero upwards.
func heard(r *Recording) (time.Duration, float64, float64) {
	buffer := make([][2]float64, 512)
	var n, up int
	var square, last float64
	for {
		got, ok := r.stream.Stream(buffer)
		for _, s := range buffer[:got] {
			square += s[0] * s[0]
			if last <= 0 && s[0] > 0 {
				up++
			}
			last = s[0]
		}
		if n += got; !ok {
			break
		}
	}
	long := r.rate.D(n)
	return long, math.Sqrt(square / float64(max(1, n))), float64(up) / long.Seconds()
}

// A tone of half a second is heard as it was recorded, in each format: its
// length, its loudness, its pitch. The Opus files were made of the WAV file
// with opusenc, one as speech.
func TestRecordings(t *testing.T) {
	for _, name := range []string{"tone.wav", "tone.opus", "tone-silk.opus"} {
		long, loud, pitch := heard(recording(t, name))
		if long < 480*time.Millisecond || long > 540*time.Millisecond {
			t.Errorf("%s lasts %v", name, long)
		}
		if loud < 0.2 || loud > 0.3 {
			t.Errorf("%s has a loudness of %.2f", name, loud)
		}
		if pitch < 420 || pitch > 460 {
			t.Errorf("%s is a tone of %.0f Hz", name, pitch)
		}
	}
}

// What is no recording, or a damaged one, is refused or ends; nothing runs on.
func TestHostileRecordings(t *testing.T) {
	wav, err := os.ReadFile("testdata/tone.wav")
	if err != nil {
		t.Fatal(err)
	}
	ogg, err := os.ReadFile("testdata/tone.opus")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"a.wav": nil, "b.wav": []byte("RIFF"), "c.wav": ogg, "a.opus": wav, "b.opus": nil, "c.opus": ogg[:40], "a.mp3": wav, "rate.wav": with(wav, 24, 0xff, 0xff, 0xff, 0x7f), "channels.wav": with(wav, 22, 9, 0),
	} {
		if _, err := Decode(name, data); !errors.Is(err, ErrRecording) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for i := 60; i < len(ogg); i += 7 {
		if r, err := Decode("damaged.opus", with(ogg, i, ogg[i]^0x55)); err == nil {
			heard(r)
		}
	}
	for i := 44; i < len(wav); i += 1001 {
		if r, err := Decode("short.wav", wav[:i]); err == nil {
			heard(r)
		}
	}
	list := append(append([]byte("RIFF....WAVELIST"), 0xf0, 0xff, 0xff, 0xff), make([]byte, 64)...)
	if _, err := Decode("list.wav", list); !errors.Is(err, ErrRecording) {
		t.Errorf("a list of negative length: %v", err)
	}
	endless := &Recording{beep.Take(beep.SampleRate(8000).N(MaxRecording), beep.Silence(-1)), 8000}
	if long, _, _ := heard(endless); long > MaxRecording {
		t.Errorf("plays for %v", long)
	}
}

// What is played is over by itself, when it is stopped, or with the reason why
// it cannot be played; each is told once.
func TestStart(t *testing.T) {
	wav, err := os.ReadFile("testdata/tone.wav")
	if err != nil {
		t.Fatal(err)
	}
	read := func() ([]byte, error) { return wav, nil }
	bad, gone := errors.New("bad"), errors.New("gone")
	run := func(read func() ([]byte, error), name string, stops bool, play func(*Recording, func()) (func(), error)) error {
		told := make(chan error, 2)
		stop := start(name, read, play, func(err error) { told <- err })
		if stops {
			stop()
			stop()
		}
		return <-told
	}
	ended := 0
	plays := func(_ *Recording, over func()) (func(), error) { return func() { ended++ }, nil }
	if err := run(read, "tone.wav", true, plays); err != nil || ended != 1 {
		t.Errorf("stopped: %v, ended %d times", err, ended)
	}
	if err := run(read, "tone.wav", false, func(_ *Recording, over func()) (func(), error) { over(); over(); return func() {}, nil }); err != nil {
		t.Errorf("over by itself: %v", err)
	}
	if err := run(read, "tone.wav", false, func(*Recording, func()) (func(), error) { return nil, bad }); !errors.Is(err, bad) {
		t.Errorf("no loudspeaker: %v", err)
	}
	if err := run(read, "tone.opus", false, plays); !errors.Is(err, ErrRecording) {
		t.Errorf("no recording: %v", err)
	}
	if err := run(func() ([]byte, error) { return nil, gone }, "tone.wav", false, plays); !errors.Is(err, gone) {
		t.Errorf("no file: %v", err)
	}
}

// with is a copy of data with other bytes from a place on.
func with(data []byte, at int, bytes ...byte) []byte {
	out := append([]byte(nil), data...)
	copy(out[at:], bytes)
	return out
}

// Whatever the bytes, decoding ends, with an error or with a recording that
// ends too.
func FuzzDecode(f *testing.F) {
	for _, name := range []string{"tone.wav", "tone.opus", "tone-silk.opus"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, data)
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if r, err := Decode(name, data); err == nil {
			if long, _, _ := heard(r); long > MaxRecording {
				t.Errorf("plays for %v", long)
			}
		}
	})
}
