package store

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
)

// Limits of what one entry holds, in bytes.
const (
	MaxValue = 1 << 20 // a value
	MaxName  = 255     // a bucket or a key; the least is 1
)

// A frame is, in this order:
//
//	magic     4 bytes, never the beginning of text
//	version   1 byte
//	length    4 bytes, little endian, of the payload
//	payload
//	checksum  4 bytes, little endian, CRC-32C of all before it
const (
	frameMagic   = "\x89Vg\x1a"
	frameVersion = 1
	frameHead    = len(frameMagic) + 1 + 4
	frameSum     = 4
	maxPayload   = 2 + 2*MaxName + MaxValue
)

// Frame wraps a payload of at most MaxValue bytes so that Unframe can tell
// whether it is whole. A longer payload is framed but never read back.
func Frame(payload []byte) []byte {
	b := make([]byte, 0, frameHead+len(payload)+frameSum)
	b = append(b, frameMagic...)
	b = append(b, frameVersion)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(payload)))
	b = append(b, payload...)
	return binary.LittleEndian.AppendUint32(b, sum(b))
}

// Unframe returns the payload of a frame, as a part of b. It returns
// ErrDamaged for anything that is not exactly one whole frame, and ErrNewer
// for a whole frame of a later version.
func Unframe(b []byte) ([]byte, error) {
	if len(b) < frameHead+frameSum || string(b[:len(frameMagic)]) != frameMagic {
		return nil, fmt.Errorf("frame: %w: no beginning", ErrDamaged)
	}
	length := binary.LittleEndian.Uint32(b[len(frameMagic)+1:])
	if length > maxPayload || int(length) != len(b)-frameHead-frameSum {
		return nil, fmt.Errorf("frame: %w: wrong length", ErrDamaged)
	}
	end := len(b) - frameSum
	if sum(b[:end]) != binary.LittleEndian.Uint32(b[end:]) {
		return nil, fmt.Errorf("frame: %w: wrong checksum", ErrDamaged)
	}
	switch version := b[len(frameMagic)]; {
	case version > frameVersion:
		return nil, fmt.Errorf("frame: %w: version %d", ErrNewer, version)
	case version < frameVersion:
		return nil, fmt.Errorf("frame: %w: version %d", ErrDamaged, version)
	}
	return b[frameHead:end], nil
}

func sum(b []byte) uint32 { return crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)) }

// seal frames a value together with its bucket and key. A flipped bit in a key
// or two exchanged pages then give ErrDamaged instead of another's value, and
// a frame found in raw bytes says where it belongs.
func seal(bucket, key string, value []byte) []byte {
	p := make([]byte, 0, 2+len(bucket)+len(key)+len(value))
	p = append(p, byte(len(bucket)), byte(len(key)))
	p = append(p, bucket...)
	p = append(p, key...)
	return Frame(append(p, value...))
}

// unseal returns the value that was sealed for bucket and key, as a part of b.
func unseal(bucket, key string, b []byte) ([]byte, error) {
	p, err := Unframe(b)
	if err != nil {
		return nil, err
	}
	if len(p) < 2 || len(p) < 2+int(p[0])+int(p[1]) {
		return nil, fmt.Errorf("record: %w: too short", ErrDamaged)
	}
	at, names := 2+int(p[0]), 2+int(p[0])+int(p[1])
	if string(p[2:at]) != bucket || string(p[at:names]) != key {
		return nil, fmt.Errorf("record: %w: belongs elsewhere", ErrDamaged)
	}
	return p[names:], nil
}

func checkName(what, name string) error {
	if name == "" || len(name) > MaxName {
		return fmt.Errorf("%s of %d bytes: %w", what, len(name), ErrTooLarge)
	}
	return nil
}
