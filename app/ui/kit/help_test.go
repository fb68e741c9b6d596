package kit

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"vigie/app/ui/theme"
)

// shots is where pictures are kept if they are wanted: VIGIE_SHOTS=/tmp/kit.
const shots = "VIGIE_SHOTS"

// skipped keeps the ordinary run quick: without VIGIE_SHOTS only the first of
// several sizes and palettes is drawn.
func skipped(name string) bool { return os.Getenv(shots) == "" && name != "light" }

func frameOf(t testing.TB, wish theme.Wish) *Frame {
	t.Helper()
	d, err := theme.Load()
	if err != nil {
		t.Fatal(err)
	}
	return NewFrame(d.Look(wish), NewKeys(nil), true)
}

func plainFrame(t *testing.T) *Frame {
	t.Helper()
	test.NewTempApp(t)
	return frameOf(t, theme.Wish{})
}

// open shows an object in a window of that size.
func open(t testing.TB, f *Frame, o fyne.CanvasObject, w, h float32) fyne.Window {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(f.Look.Theme())
	window := test.NewWindow(o)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(w, h))
	t.Cleanup(window.Close)
	return window
}

// onGround puts an object on the day's background with the page margin.
func onGround(f *Frame, o fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewVerticalGradient(f.Look.Color(theme.BgTop), f.Look.Color(theme.BgBottom))
	return Overlay(ground, Pad(Even(f.Look.Size("frame.pageMargin")), o))
}

// picture captures the window and keeps it as a file.
func picture(t testing.TB, window fyne.Window, name string) image.Image {
	t.Helper()
	folder := os.Getenv(shots)
	if folder == "" {
		folder = t.TempDir()
	}
	shot := window.Canvas().Capture()
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, shot); err != nil {
		t.Fatal(err)
	}
	return shot
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }
