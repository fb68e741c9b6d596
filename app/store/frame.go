package store

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
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
//
// The payload of version 2 is a record: its sequence number (8 bytes, little
// endian), the length of its bucket and of its key (1 byte each), the bucket,
// the key, the value. Version 1 had no sequence number.
const (
	frameMagic   = "\x89Vg\x1a"
	frameVersion = 2
	frameHead    = len(frameMagic) + 1 + 4
	frameSum     = 4
	maxPayload   = 8 + 2 + 2*MaxName + MaxValue
	maxFrame     = frameHead + maxPayload + frameSum
)

// record is a value with the place it belongs to.
type record struct {
	// sequence grows with each write of this entry, by a number taken at
	// random: of two states of it the later is known wherever they are
	// found, but neither how often it was written nor whether before or
	// after another one. It is 0 for what the first version wrote.
	sequence    uint64
	bucket, key string
	value       []byte
}

// seal frames a value together with its place. A flipped bit in a key or two
// exchanged pages then give ErrDamaged instead of another's value, and a frame
// found in raw bytes says where it belongs.
func seal(sequence uint64, bucket, key string, value []byte) []byte {
	p := make([]byte, 0, 10+len(bucket)+len(key)+len(value))
	p = binary.LittleEndian.AppendUint64(p, sequence)
	p = append(p, byte(len(bucket)), byte(len(key)))
	p = append(p, bucket...)
	p = append(p, key...)
	return enframe(frameVersion, append(p, value...))
}

// after is a sequence number that follows another.
func after(sequence uint64) uint64 { return sequence + 1 + uint64(rand.Uint32()>>rand.IntN(32)) }

func enframe(version byte, payload []byte) []byte {
	b := make([]byte, 0, frameHead+len(payload)+frameSum)
	b = append(b, frameMagic...)
	b = append(b, version)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(payload)))
	b = append(b, payload...)
	return binary.LittleEndian.AppendUint32(b, checksum(b))
}

// unframe returns the version and the payload of a frame, as a part of b. It
// returns ErrDamaged for anything that is not exactly one whole frame, and
// ErrNewer for a whole frame of a later version.
func unframe(b []byte) (version byte, payload []byte, err error) {
	if len(b) < frameHead+frameSum || string(b[:len(frameMagic)]) != frameMagic {
		return 0, nil, fmt.Errorf("frame: %w: no beginning", ErrDamaged)
	}
	length := binary.LittleEndian.Uint32(b[len(frameMagic)+1:])
	if length > uint32(maxPayload) || int(length) != len(b)-frameHead-frameSum {
		return 0, nil, fmt.Errorf("frame: %w: wrong length", ErrDamaged)
	}
	end := len(b) - frameSum
	if checksum(b[:end]) != binary.LittleEndian.Uint32(b[end:]) {
		return 0, nil, fmt.Errorf("frame: %w: wrong checksum", ErrDamaged)
	}
	version = b[len(frameMagic)]
	switch {
	case version > frameVersion:
		return 0, nil, fmt.Errorf("frame: %w: version %d", ErrNewer, version)
	case version == 0:
		return 0, nil, fmt.Errorf("frame: %w: version %d", ErrDamaged, version)
	}
	return version, b[frameHead:end], nil
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(b []byte) uint32 { return crc32.Checksum(b, castagnoli) }

// parts are those of a sealed record, as parts of its frame.
type parts struct {
	sequence           uint64
	bucket, key, value []byte
}

// split takes a frame apart. The errors are those of unframe.
func split(b []byte) (parts, error) {
	version, p, err := unframe(b)
	if err != nil {
		return parts{}, err
	}
	var r parts
	if version > 1 {
		if len(p) < 8 {
			return parts{}, fmt.Errorf("record: %w: too short", ErrDamaged)
		}
		r.sequence, p = binary.LittleEndian.Uint64(p), p[8:]
	}
	if len(p) < 2 || len(p) < 2+int(p[0])+int(p[1]) {
		return parts{}, fmt.Errorf("record: %w: too short", ErrDamaged)
	}
	at, names := 2+int(p[0]), 2+int(p[0])+int(p[1])
	r.bucket, r.key, r.value = p[2:at], p[at:names], p[names:]
	if len(r.bucket) == 0 || len(r.key) == 0 || len(r.value) > MaxValue {
		return parts{}, fmt.Errorf("record: %w: out of the limits", ErrDamaged)
	}
	return r, nil
}

// readRecord returns what was sealed. Its value is a part of b. The errors are
// those of unframe.
func readRecord(b []byte) (record, error) {
	p, err := split(b)
	if err != nil {
		return record{}, err
	}
	return record{p.sequence, string(p.bucket), string(p.key), p.value}, nil
}

// unseal returns the record that was sealed for bucket and key. Its value is a
// part of b.
func unseal(bucket, key string, b []byte) (record, error) {
	p, err := split(b)
	if err == nil && (string(p.bucket) != bucket || string(p.key) != key) {
		err = fmt.Errorf("record: %w: belongs elsewhere", ErrDamaged)
	}
	if err != nil {
		return record{}, err
	}
	return record{p.sequence, bucket, key, p.value}, nil
}

func checkName(what, name string) error {
	if name == "" || len(name) > MaxName {
		return fmt.Errorf("%s of %d bytes: %w", what, len(name), ErrTooLarge)
	}
	return nil
}
