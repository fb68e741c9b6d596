package speech

import (
	"context"
	"encoding/xml"
	"fmt"
	"runtime"
	"strings"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// The Speech API 5.4: SpVoice and its interface ISpVoice (sapi.h).
var (
	classVoice     = windows.GUID{Data1: 0x96749377, Data2: 0x3391, Data3: 0x11D2, Data4: [8]byte{0x9E, 0xE3, 0x00, 0xC0, 0x4F, 0x79, 0x73, 0x96}}
	interfaceVoice = windows.GUID{Data1: 0x6C44DF74, Data2: 0x72B9, Data3: 0x4992, Data4: [8]byte{0xA1, 0xEC, 0xEF, 0x99, 0x6E, 0x04, 0x22, 0xD4}}
	create         = windows.NewLazySystemDLL("ole32.dll").NewProc("CoCreateInstance")
)

// The places of the methods in the table of ISpVoice, counted from IUnknown
// over ISpNotifySource and ISpEventSource.
const (
	methodRelease = 2
	methodSpeak   = 20
	methodRate    = 28
	methodWait    = 32
)

const (
	contextAll   = 23 // CLSCTX_ALL
	speakAsync   = 1
	speakPurge   = 2
	speakXML     = 8
	stillTalking = 1  // S_FALSE of WaitUntilDone
	waitStep     = 50 // milliseconds between looks at whether to stop
)

// languageIDs are those of Belgium, then of the country with the language's name.
var languageIDs = map[string][]string{"fr": {"80c", "40c"}, "nl": {"813", "413"}, "de": {"407"}, "en": {"809", "409"}}

const voicesKey = `SOFTWARE\Microsoft\Speech\Voices\Tokens`

type sapi struct{}

// find gives the Speech API where any voice is installed. It compiles and is
// vetted here; speaking on Windows has not been tried.
func find() (Voice, error) {
	if len(installed()) == 0 {
		return nil, ErrNoVoice
	}
	return sapi{}, nil
}

// installed are the language ids of the voices on this computer, in lower case
// hexadecimal digits.
func installed() []string {
	root, err := registry.OpenKey(registry.LOCAL_MACHINE, voicesKey, registry.READ)
	if err != nil {
		return nil
	}
	defer root.Close()
	names, err := root.ReadSubKeyNames(-1)
	if err != nil {
		return nil
	}
	var out []string
	for _, name := range names {
		k, err := registry.OpenKey(root, name+`\Attributes`, registry.READ)
		if err != nil {
			continue
		}
		if ids, _, err := k.GetStringValue("Language"); err == nil {
			out = append(out, strings.Split(strings.ToLower(ids), ";")...)
		}
		k.Close()
	}
	return out
}

// Say implements Voice. Each call has a thread and an object of its own.
func (sapi) Say(ctx context.Context, text, language string, speed Speed) error {
	id := ""
	for _, want := range languageIDs[language] {
		for _, has := range installed() {
			if id == "" && has == want {
				id = has
			}
		}
	}
	if id == "" {
		return NoLanguage{language}
	}
	var escaped strings.Builder
	if err := xml.EscapeText(&escaped, []byte(text)); err != nil {
		return fmt.Errorf("speak: %w", err)
	}
	words, err := windows.UTF16PtrFromString(`<lang langid="` + id + `">` + escaped.String() + `</lang>`)
	if err != nil {
		return fmt.Errorf("speak: %w", err)
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := windows.CoInitializeEx(0, windows.COINIT_MULTITHREADED); err != nil && err != syscall.Errno(stillTalking) {
		return fmt.Errorf("speak: %w", err)
	}
	defer windows.CoUninitialize()
	var voice *object
	if hr, _, _ := create.Call(uintptr(unsafe.Pointer(&classVoice)), 0, contextAll, uintptr(unsafe.Pointer(&interfaceVoice)), uintptr(unsafe.Pointer(&voice))); int32(hr) < 0 {
		return fmt.Errorf("speak: the Speech API answers %#x", uint32(hr))
	}
	defer voice.call(methodRelease)
	rate := map[Speed]int{Slow: -3, Fast: 3}[speed] // of -10 to 10
	voice.call(methodRate, uintptr(rate))
	if hr := voice.call(methodSpeak, uintptr(unsafe.Pointer(words)), speakAsync|speakXML, 0); int32(hr) < 0 {
		return fmt.Errorf("speak: the Speech API answers %#x", uint32(hr))
	}
	for voice.call(methodWait, waitStep) == stillTalking {
		if ctx.Err() != nil {
			voice.call(methodSpeak, 0, speakAsync|speakPurge, 0)
			return ctx.Err()
		}
	}
	runtime.KeepAlive(words)
	return nil
}

// object is a COM object: its first word is the table of its methods.
type object struct{ table *[64]uintptr }

func (o *object) call(method int, args ...uintptr) uintptr {
	all := append([]uintptr{uintptr(unsafe.Pointer(o))}, args...)
	hr, _, _ := syscall.SyscallN(o.table[method], all...)
	return hr
}
