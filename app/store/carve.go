package store

import (
	"bytes"
	"encoding/binary"
	"io"
)

// carveWindow is how many bytes are looked at in one go.
const carveWindow = 4 << 20

// carve finds the whole records in raw bytes, wherever they begin, and calls
// found for each in the order of the bytes, with its offset; the value is only
// good during the call. It returns how many beginnings of a frame did not go on as one.
//
// Made-up bytes can pretend a long frame at every fourth byte. So that such a
// file takes no longer than one of honest frames, long frames that turn out
// broken are paid for from a purse that grows with the bytes read; when it is
// empty, only short ones are tried.
func carve(raw io.Reader, found func(at int64, r record)) (broken int, err error) {
	const short = 8 << 10
	b := make([]byte, 0, carveWindow+maxFrame)
	purse, ended, begin := 64<<20, false, int64(0)
	for !ended {
		n, err := io.ReadFull(raw, b[len(b):min(cap(b), len(b)+carveWindow)])
		b = b[:len(b)+n]
		purse += 16 * n
		switch err {
		case nil:
		case io.EOF, io.ErrUnexpectedEOF:
			ended = true
		default:
			return broken, err
		}
		at := 0
		for {
			next := bytes.Index(b[at:], []byte(frameMagic))
			if next < 0 {
				at = max(at, len(b)-len(frameMagic)+1)
				break
			}
			at += next
			if !ended && len(b)-at < maxFrame {
				break // the rest of it may be in the next window
			}
			length, whole := frameLength(b[at:])
			if whole && (length <= short || purse >= length) {
				if r, err := readRecord(b[at : at+length]); err == nil {
					found(begin+int64(at), r)
					at += length
					continue
				}
				if length > short {
					purse -= length
				}
			}
			broken++
			at++
		}
		at = min(at, len(b))
		begin += int64(at)
		b = b[:copy(b, b[at:])]
	}
	return broken, nil
}

// frameLength is how long the frame at the beginning of b says it is, and
// whether that can be and all of it is there.
func frameLength(b []byte) (length int, whole bool) {
	if len(b) < frameHead+frameSum {
		return 0, false
	}
	payload := binary.LittleEndian.Uint32(b[len(frameMagic)+1:])
	if payload > uint32(maxPayload) {
		return 0, false
	}
	length = frameHead + int(payload) + frameSum
	return length, length <= len(b)
}
