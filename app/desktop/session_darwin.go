package desktop

import (
	"bytes"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// Session holds one token until the machine starts anew. macOS offers no place
// that dies with the login, so it is a file (0600) in the user's temporary
// folder which counts only during the boot it was written in; it is on a disk,
// and it outlives a log-off.
type Session struct {
	path string
	boot []byte
}

// OpenSession finds the place. It returns ErrNoSession when the system does
// not name the current boot.
func OpenSession() (*Session, error) {
	boot, err := unix.Sysctl("kern.bootsessionuuid")
	if err != nil || boot == "" {
		return nil, fmt.Errorf("ask for the boot session: %w", ErrNoSession)
	}
	return &Session{sessionPath(os.TempDir()), []byte(boot + "\n")}, nil
}

// Save replaces the token, which has at most 200 bytes. It returns the
// system's error when the place cannot be written.
func (s *Session) Save(token []byte) error {
	return writeWhole(s.path, append(bytes.Clone(s.boot), token...))
}

// Load is the token and whether there is one from this boot.
func (s *Session) Load() (token []byte, found bool) {
	b, found := readUpTo(s.path, maxSession)
	if !found || !bytes.HasPrefix(b, s.boot) {
		return nil, false
	}
	return b[len(s.boot):], true
}

// Clear takes the token away; that there is none is no error.
func (s *Session) Clear() error { return removeIfThere(s.path) }
