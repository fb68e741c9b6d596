package desktop

import "fmt"

// Session holds one token until the user's session ends. On Linux it is a file
// (0600) in $XDG_RUNTIME_DIR, which is in memory and goes when the user has
// logged out everywhere.
type Session struct{ path string }

// OpenSession finds the place. It returns ErrNoSession without a runtime
// directory that belongs to this user alone and is in memory, as under su, in
// many containers and on systems without a session service.
func OpenSession() (*Session, error) {
	dir := runtimeDir()
	if dir == "" {
		return nil, fmt.Errorf("look for the runtime directory: %w", ErrNoSession)
	}
	return &Session{sessionPath(dir)}, nil
}

// Save replaces the token, which has at most 256 bytes. It returns the
// system's error when the place cannot be written.
func (s *Session) Save(token []byte) error { return writeWhole(s.path, token) }

// Load is the token and whether there is one.
func (s *Session) Load() (token []byte, found bool) { return readUpTo(s.path, maxSession) }

// Clear takes the token away; that there is none is no error.
func (s *Session) Clear() error { return removeIfThere(s.path) }
