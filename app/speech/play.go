//go:build cgo || windows || darwin

package speech

import (
	"fmt"
	"sync"
	"time"

	"github.com/gopxl/beep/v2"
	"github.com/gopxl/beep/v2/speaker"
)

// The loudspeaker is opened once, when the first recording is played.
var openLoudspeaker = sync.OnceValue(func() error {
	return speaker.Init(opusRate, beep.SampleRate(opusRate).N(buffered))
})

// buffered is how much is mixed ahead.
const buffered = time.Second / 10

// resampling is the quality of changing the rate; 3 is what the library
// advises for speech and music alike.
const resampling = 3

// Play plays a recording once. ended is called when it is over or was stopped,
// from another goroutine. stop ends it at once; it may be called twice. The
// error is ErrNoSound.
func (r *Recording) Play(ended func()) (stop func(), err error) {
	err = openLoudspeaker()
	if err == nil {
		err = speaker.Resume() // tells, too, that there is no device
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoSound, err)
	}
	stream := r.stream
	if r.rate != opusRate {
		stream = beep.Resample(resampling, r.rate, opusRate, stream)
	}
	over := sync.OnceFunc(func() { go ended() })
	tail := beep.Silence(beep.SampleRate(opusRate).N(2 * buffered))
	c := &beep.Ctrl{Streamer: beep.Seq(stream, tail, beep.Callback(over))}
	speaker.Play(c)
	return func() {
		speaker.Lock()
		c.Streamer = nil
		speaker.Unlock()
		over()
	}, nil
}
