package speech

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"path"
	"sync"
	"time"

	"github.com/gopxl/beep/v2"
	"github.com/gopxl/beep/v2/wav"
	"github.com/pion/opus"
	"github.com/pion/opus/pkg/oggreader"
)

// Errors of recordings.
var (
	// ErrRecording is returned by Decode for a file that is no recording, or
	// a damaged one.
	ErrRecording = errors.New("this is no WAV or Opus recording")
	// ErrNoSound is returned by Play where this computer can play nothing.
	ErrNoSound = errors.New("this computer can play no sound")
)

// MaxRecording is how long a recording is played at most.
const MaxRecording = 10 * time.Minute

// Recording is a recorded voice. It is played once, from its beginning.
type Recording struct {
	stream beep.Streamer
	rate   beep.SampleRate
}

// Decode reads the head of a recording; the extension of its name says what it
// is: .opus for Ogg Opus, .wav for WAV with 8, 16 or 24 bits. The error is ErrRecording.
func Decode(name string, data []byte) (*Recording, error) {
	var r *Recording
	var err error
	switch path.Ext(name) {
	case ".wav":
		r, err = decodeWAV(data)
	case ".opus":
		r, err = decodeOpus(data)
	default:
		err = fmt.Errorf("a file %q", path.Ext(name))
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRecording, err)
	}
	r.stream = beep.Take(r.rate.N(MaxRecording), untilEmpty{r.stream})
	return r, nil
}

// untilEmpty ends a stream that has nothing more to give: a WAV file that is
// shorter than its head says would go on for ever.
type untilEmpty struct{ beep.Streamer }

// Stream gives the next samples.
func (s untilEmpty) Stream(samples [][2]float64) (n int, ok bool) {
	n, ok = s.Streamer.Stream(samples)
	return n, ok && n > 0
}

// Start reads a recording and plays it once, in the background. ended is called
// once, from another goroutine, when it is over, was stopped, or cannot be
// played: ErrRecording, ErrNoSound, or what read returned. stop ends it; it may
// be called twice.
func Start(name string, read func() ([]byte, error), ended func(error)) (stop func()) {
	return start(name, read, (*Recording).Play, ended)
}

func start(name string, read func() ([]byte, error), play func(r *Recording, ended func()) (stop func(), err error), ended func(error)) (stop func()) {
	stopped, over := make(chan struct{}), make(chan struct{})
	go func() {
		ended(func() error {
			data, err := read()
			if err != nil {
				return err
			}
			r, err := Decode(name, data)
			if err != nil {
				return err
			}
			end, err := play(r, sync.OnceFunc(func() { close(over) }))
			if err != nil {
				return err
			}
			select {
			case <-stopped:
				end()
			case <-over:
			}
			return nil
		}())
	}()
	return sync.OnceFunc(func() { close(stopped) })
}

func decodeWAV(data []byte) (*Recording, error) {
	if err := checkRIFF(data); err != nil {
		return nil, err
	}
	s, format, err := wav.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if format.SampleRate < 1000 || format.SampleRate > 200_000 || format.NumChannels < 1 || format.NumChannels > 2 {
		return nil, fmt.Errorf("%d channels with %d samples a second", format.NumChannels, format.SampleRate)
	}
	return &Recording{s, format.SampleRate}, nil
}

// checkRIFF walks the chunks of a WAV file and refuses one that says it is
// longer than what is there: the library believes such a length.
func checkRIFF(data []byte) error {
	const head, chunk = 12, 8 // "RIFF", length, "WAVE"; a name and a length
	if len(data) < head || string(data[:4]) != "RIFF" || string(data[8:head]) != "WAVE" {
		return errors.New("no RIFF file")
	}
	for at := head; at+chunk <= len(data); {
		size := int64(binary.LittleEndian.Uint32(data[at+4:]))
		if size > int64(len(data)-at-chunk) {
			return fmt.Errorf("a chunk %q of %d bytes", data[at:at+4], size)
		}
		at += chunk + int(size+size%2)
	}
	return nil
}

// opusRate is how many samples a second Opus is decoded to (RFC 7845 5.1).
const opusRate = 48_000

func decodeOpus(data []byte) (*Recording, error) {
	ogg, head, err := oggreader.NewWith(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	const channels = 2
	d, err := opus.NewDecoderWithOutput(opusRate, channels)
	if err != nil {
		return nil, err
	}
	// the longest packet lasts 120 ms (RFC 6716 3.2.5)
	return &Recording{&opusStream{ogg: ogg, decoder: d, skip: int(head.PreSkip), buffer: make([]float32, channels*opusRate*120/1000)}, opusRate}, nil
}

// opusStream is the samples of an Ogg Opus file, two channels.
type opusStream struct {
	ogg     *oggreader.OggReader
	decoder opus.Decoder
	buffer  []float32
	at, end int // what of the buffer is still to be played, in samples
	skip    int // samples left out at the beginning
	done    bool
}

// Stream gives the next samples. A damaged packet ends the recording.
func (s *opusStream) Stream(samples [][2]float64) (n int, ok bool) {
	for n < len(samples) {
		if s.at >= s.end && !s.next() {
			break
		}
		for ; s.at < s.end && n < len(samples); s.at++ {
			if s.skip > 0 {
				s.skip--
				continue
			}
			samples[n] = [2]float64{float64(s.buffer[2*s.at]), float64(s.buffer[2*s.at+1])}
			n++
		}
	}
	return n, n > 0
}

// next decodes the next packet that has sound in it.
func (s *opusStream) next() bool {
	for !s.done {
		packet, _, err := s.ogg.ParseNextPacket()
		if err != nil {
			s.done = true
			break
		}
		if bytes.HasPrefix(packet, []byte("OpusTags")) {
			continue
		}
		count, err := s.decoder.DecodeToFloat32(packet, s.buffer)
		if err != nil {
			s.done = true
			break
		}
		if count > 0 {
			s.at, s.end = 0, count
			return true
		}
	}
	return false
}

// Err is nil: what cannot be decoded ends the recording.
func (s *opusStream) Err() error { return nil }
