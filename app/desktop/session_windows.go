package desktop

import (
	"errors"
	"fmt"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

const (
	sessionKey   = `Software\vigie-session`
	sessionValue = "token"
	// From winnt.h: the key is kept in memory and is gone when the user's
	// hive is unloaded, which is at log-off.
	optionVolatile = 1
)

// Session holds one token until the user logs off. On Windows it is a volatile
// key of the registry, which is never written to the disk.
type Session struct{}

// OpenSession creates the key if need be. It returns ErrNoSession when the
// system refuses, as a school's policy can make it.
func OpenSession() (*Session, error) {
	key, err := volatileKey()
	if err != nil {
		return nil, fmt.Errorf("create a volatile key: %w: %w", ErrNoSession, err)
	}
	return &Session{}, key.Close()
}

// Save replaces the token, which has at most 256 bytes. It returns the
// system's error when the key cannot be written.
func (s *Session) Save(token []byte) error {
	key, err := volatileKey()
	if err != nil {
		return err
	}
	defer key.Close()
	return key.SetBinaryValue(sessionValue, token)
}

// Load is the token and whether there is one.
func (s *Session) Load() (token []byte, found bool) {
	key, err := registry.OpenKey(registry.CURRENT_USER, sessionKey, registry.QUERY_VALUE)
	if err != nil {
		return nil, false
	}
	defer key.Close()
	token, _, err = key.GetBinaryValue(sessionValue)
	return token, err == nil
}

// Clear takes the token away; that there is none is no error.
func (s *Session) Clear() error {
	err := registry.DeleteKey(registry.CURRENT_USER, sessionKey)
	if errors.Is(err, registry.ErrNotExist) {
		return nil
	}
	return err
}

// volatileKey opens the key or creates it. The registry package creates only
// keys that are kept on the disk.
func volatileKey() (registry.Key, error) {
	name, err := windows.UTF16PtrFromString(sessionKey)
	if err != nil {
		return 0, err
	}
	var key syscall.Handle
	create := windows.NewLazySystemDLL("advapi32.dll").NewProc("RegCreateKeyExW")
	if err := create.Find(); err != nil {
		return 0, err
	}
	code, _, _ := create.Call(uintptr(registry.CURRENT_USER), uintptr(unsafe.Pointer(name)), 0, 0, optionVolatile,
		registry.SET_VALUE|registry.QUERY_VALUE, 0, uintptr(unsafe.Pointer(&key)), 0)
	if code != 0 {
		return 0, syscall.Errno(code)
	}
	return registry.Key(key), nil
}
