package speech

import (
	"context"
	"sync"
)

// said is one piece of text that waits to be said.
type said struct {
	text, language string
	speed          Speed
}

// Speaker says what it is asked, one piece after the other. Its methods return
// at once and may be called from any goroutine.
type Speaker struct {
	voice  Voice
	failed func(error)
	wake   chan struct{}
	done   chan struct{}

	mu      sync.Mutex
	waiting []said
	last    []said
	cancel  context.CancelFunc // stops what is being said, nil if nothing is
	closed  bool
}

// NewSpeaker starts a speaker. failed hears, on the speaker's goroutine, what a
// voice could not say; it may be nil. After a failure the rest is dropped.
func NewSpeaker(voice Voice, failed func(error)) *Speaker {
	if failed == nil {
		failed = func(error) {}
	}
	s := &Speaker{voice: voice, failed: failed, wake: make(chan struct{}, 1), done: make(chan struct{})}
	go s.run()
	return s
}

// Speak says the parts in place of whatever is being said.
func (s *Speaker) Speak(language string, speed Speed, parts ...string) {
	pieces := piecesOf(language, speed, parts)
	s.change(func() {
		s.waiting, s.last = pieces, pieces
		s.silence()
	})
}

// Append says the parts after what is being said.
func (s *Speaker) Append(language string, speed Speed, parts ...string) {
	pieces := piecesOf(language, speed, parts)
	s.change(func() {
		s.waiting = append(s.waiting[:len(s.waiting):len(s.waiting)], pieces...)
		s.last = append(s.last[:len(s.last):len(s.last)], pieces...)
	})
}

// Again says what was asked last once more.
func (s *Speaker) Again() {
	s.change(func() {
		s.waiting = s.last
		s.silence()
	})
}

// Stop is silence at once.
func (s *Speaker) Stop() {
	s.change(func() {
		s.waiting = nil
		s.silence()
	})
}

// Close stops and ends the speaker. It waits until its goroutine has ended.
func (s *Speaker) Close() {
	s.change(func() {
		s.waiting, s.closed = nil, true
		s.silence()
	})
	<-s.done
}

func piecesOf(language string, speed Speed, parts []string) []said {
	var out []said
	for _, p := range parts {
		for _, text := range clean(p) {
			out = append(out, said{text, language, speed})
		}
	}
	return out
}

func (s *Speaker) change(what func()) {
	s.mu.Lock()
	what()
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// silence stops what is being said. The caller holds the lock.
func (s *Speaker) silence() {
	if s.cancel != nil {
		s.cancel()
	}
}

func (s *Speaker) run() {
	defer close(s.done)
	for range s.wake {
		for {
			piece, ctx, more := s.next()
			if !more {
				break
			}
			err := s.voice.Say(ctx, piece.text, piece.language, piece.speed)
			stopped := ctx.Err() != nil
			s.mu.Lock()
			s.cancel()
			s.cancel = nil
			if err != nil && !stopped {
				s.waiting = nil
			}
			s.mu.Unlock()
			if err != nil && !stopped {
				s.failed(err)
			}
		}
		s.mu.Lock()
		closed := s.closed
		s.mu.Unlock()
		if closed {
			return
		}
	}
}

func (s *Speaker) next() (said, context.Context, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.waiting) == 0 {
		return said{}, nil, false
	}
	piece := s.waiting[0]
	s.waiting = s.waiting[1:]
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	return piece, ctx, true
}
