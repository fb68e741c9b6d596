package store

import (
	"bytes"
	"encoding/binary"
	"io"
	"slices"
)

// carveWindow is how many bytes are read in one go.
const carveWindow = 32 << 10

// carve finds the whole records in raw bytes, wherever they begin, and calls
// found for each in the order of the bytes, with its offset; the value is only
// good during the call. It returns how many beginnings of a frame did not go on
// as one, and the error of reading.
//
// Made-up bytes can pretend a long frame at every fourth byte. So that such a
// file takes no longer than one of honest frames, long frames that turn out
// broken are paid for from a purse that grows with the bytes read; when it is
// empty, only short ones are tried.
func carve(raw io.Reader, found func(at int64, r record)) (broken int, err error) {
	const short = 8 << 10
	var b []byte
	purse, ended, begin, need := 64<<20, false, int64(0), 0
	for !ended {
		size := max(carveWindow, need-len(b))
		b = slices.Grow(b, size)
		n, err := io.ReadFull(raw, b[len(b):len(b)+size])
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
		for need = 0; need == 0; {
			next := bytes.Index(b[at:], []byte(frameMagic))
			if next < 0 {
				at = max(at, len(b)-len(frameMagic)+1)
				break
			}
			at += next
			length, possible := frameLength(b[at:])
			switch {
			case !ended && len(b)-at < max(length, frameHead):
				need = max(length, frameHead) // the rest of it may come
				continue
			case possible && length <= len(b)-at && (length <= short || purse >= length):
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
		begin += int64(at)
		b = b[:copy(b, b[at:])]
	}
	return broken, nil
}

// frameLength is how long the frame at the beginning of b says it is, and
// whether it says so and that can be.
func frameLength(b []byte) (length int, possible bool) {
	if len(b) < frameHead {
		return 0, false
	}
	payload := binary.LittleEndian.Uint32(b[len(frameMagic):][1:])
	if payload > uint32(maxPayload) {
		return 0, false
	}
	return frameHead + int(payload) + frameSum, true
}
