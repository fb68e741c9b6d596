//go:build !linux && !darwin && !windows

package speech

func find() (Voice, error) { return nil, ErrNoVoice }
