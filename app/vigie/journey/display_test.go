//go:build journey

package journey

import (
	"bufio"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// display is a virtual screen with hands and eyes for it.
type display struct {
	t      testing.TB
	name   string
	x      *xgb.Conn
	root   xproto.Window
	width  uint16
	height uint16
	codes  map[xproto.Keysym]xproto.Keycode
	shot   string // the screen of the last picture
}

// newDisplay starts Xvfb on a free number.
func newDisplay(t testing.TB, extra ...string) *display {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	const width, height = 1366, 768
	cmd := exec.Command("Xvfb", append([]string{"-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-nolisten", "tcp"}, extra...)...)
	cmd.ExtraFiles = []*os.File{w}
	if err := cmd.Start(); err != nil {
		t.Fatalf("starting Xvfb: %v", err)
	}
	w.Close()
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb gave no display: %v", err)
	}
	d := &display{t: t, name: ":" + strings.TrimSpace(line), width: width, height: height, codes: map[xproto.Keysym]xproto.Keycode{}}
	wait(t, "the display to answer", func() bool {
		d.x, err = xgb.NewConnDisplay(d.name)
		return err == nil
	})
	t.Cleanup(d.x.Close)
	if err := xtest.Init(d.x); err != nil {
		t.Fatal(err)
	}
	setup := xproto.Setup(d.x)
	d.root = setup.DefaultScreen(d.x).Root
	n := byte(setup.MaxKeycode - setup.MinKeycode + 1)
	m, err := xproto.GetKeyboardMapping(d.x, setup.MinKeycode, n).Reply()
	if err != nil {
		t.Fatal(err)
	}
	for i := range int(n) {
		sym := m.Keysyms[i*int(m.KeysymsPerKeycode)]
		if _, known := d.codes[sym]; !known {
			d.codes[sym] = setup.MinKeycode + xproto.Keycode(i)
		}
	}
	return d
}

// keysyms names the keys that the journeys press.
var keysyms = map[string]xproto.Keysym{
	"Enter": 0xff0d, "Escape": 0xff1b, "Tab": 0xff09, "Space": 0x20, "Up": 0xff52, "Down": 0xff54, "Left": 0xff51, "Right": 0xff53,
	"End": 0xff57, "Home": 0xff50, "F1": 0xffbe, "F2": 0xffbf, "Ctrl": 0xffe3, "Shift": 0xffe1, "BackSpace": 0xff08,
}

// press presses and releases keys together: press("Ctrl", "h").
func (d *display) press(keys ...string) {
	for i := range keys {
		d.fake(xproto.KeyPress, keys[i])
	}
	for i := len(keys) - 1; i >= 0; i-- {
		d.fake(xproto.KeyRelease, keys[i])
	}
	d.x.Sync()
}

func (d *display) fake(kind byte, key string) {
	sym, known := keysyms[key]
	if !known {
		sym = xproto.Keysym(key[0])
	}
	code, known := d.codes[sym]
	if !known {
		d.t.Fatalf("no key %q on this keyboard", key)
	}
	xtest.FakeInput(d.x, kind, byte(code), 0, d.root, 0, 0, 0)
}

// windows are the visible windows on the screen.
func (d *display) windows() []xproto.Window {
	tree, err := xproto.QueryTree(d.x, d.root).Reply()
	if err != nil {
		return nil
	}
	var out []xproto.Window
	for _, w := range tree.Children {
		a, err := xproto.GetWindowAttributes(d.x, w).Reply()
		if err == nil && a.MapState == xproto.MapStateViewable {
			out = append(out, w)
		}
	}
	return out
}

// fill gives the one window the whole screen and the keyboard.
func (d *display) fill() {
	wait(d.t, "a window", func() bool { return len(d.windows()) > 0 })
	w := d.windows()[0]
	xproto.ConfigureWindow(d.x, w, xproto.ConfigWindowX|xproto.ConfigWindowY|xproto.ConfigWindowWidth|xproto.ConfigWindowHeight, []uint32{0, 0, uint32(d.width), uint32(d.height)})
	xproto.SetInputFocus(d.x, xproto.InputFocusParent, w, xproto.TimeCurrentTime)
	d.x.Sync()
}

// closeWindow asks the one window to close, as its button does.
func (d *display) closeWindow() {
	atom := func(name string) xproto.Atom {
		a, err := xproto.InternAtom(d.x, false, uint16(len(name)), name).Reply()
		if err != nil {
			d.t.Fatal(err)
		}
		return a.Atom
	}
	w := d.windows()[0]
	e := xproto.ClientMessageEvent{
		Format: 32, Window: w, Type: atom("WM_PROTOCOLS"),
		Data: xproto.ClientMessageDataUnionData32New([]uint32{uint32(atom("WM_DELETE_WINDOW")), xproto.TimeCurrentTime, 0, 0, 0}),
	}
	xproto.SendEvent(d.x, false, w, xproto.EventMaskNoEvent, string(e.Bytes()))
	d.x.Sync()
}

// grab is a part of the screen as it is now.
func (d *display) grab(r image.Rectangle) *xproto.GetImageReply {
	i, err := xproto.GetImage(d.x, xproto.ImageFormatZPixmap, xproto.Drawable(d.root), int16(r.Min.X), int16(r.Min.Y), uint16(r.Dx()), uint16(r.Dy()), 0xffffffff).Reply()
	if err != nil {
		d.t.Fatalf("reading the screen: %v", err)
	}
	return i
}

// settled waits until the screen has stopped changing.
func (d *display) settled() {
	var last string
	same := 0
	wait(d.t, "the screen to come to rest", func() bool {
		now := string(d.grab(image.Rect(0, 0, int(d.width), int(d.height))).Data)
		if now == last {
			same++
		} else {
			same = 0
		}
		last = now
		return same >= 3
	})
}

// picture writes the screen to a file.
func (d *display) picture(name string) {
	all := image.Rect(0, 0, int(d.width), int(d.height))
	// a page is told before it is painted; one that looks as the last is rare
	for deadline := time.Now().Add(time.Second); time.Now().Before(deadline) && string(d.grab(all).Data) == d.shot; {
		time.Sleep(5 * time.Millisecond)
	}
	d.press("Shift") // puts what moves where it is going
	d.settled()
	data := d.grab(all).Data
	d.shot = string(data)
	img := image.NewRGBA(image.Rect(0, 0, int(d.width), int(d.height)))
	for i := range int(d.width) * int(d.height) {
		img.Set(i%int(d.width), i/int(d.width), color.RGBA{data[4*i+2], data[4*i+1], data[4*i], 255})
	}
	f, err := os.Create(name)
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		d.t.Fatal(err)
	}
}

// wait asks again and again until a condition holds.
func wait(t testing.TB, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(60 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatalf("waited in vain for %s", what)
}
