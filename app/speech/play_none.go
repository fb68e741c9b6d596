//go:build !cgo && !windows && !darwin

package speech

// Play returns ErrNoSound: a build without cgo reaches no loudspeaker here.
func (r *Recording) Play(func()) (stop func(), err error) { return nil, ErrNoSound }
