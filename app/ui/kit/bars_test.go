package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigie/app/ui/theme"
)

func barsOpts() BarsOpts {
	row := func(text string, before, after int) BarRow {
		return BarRow{Text: text, Before: Bar{before, 22, fmt.Sprintf("%d sur 22", before)}, After: Bar{after, 21, fmt.Sprintf("%d sur 21", after)}}
	}
	hidden := row("Si quelqu’un l’a fait avant, c’est moins grave", 3, 4)
	hidden.Hidden = "Masqué\u00a0: moins de dix réponses après la leçon."
	only := row("Oser un message gentil en privé", 0, 21)
	only.Before.Text, only.Before.N = "0 sur 22", 0
	return BarsOpts{Title: "Combien sont d’accord", Before: "avant, 22 réponses", After: "après, 21 réponses",
		Rows: []BarRow{row("Remarquer que c’est sérieux", 13, 17), row("La plupart, ici, trouvent ça mal de transmettre", 22, 21), only, hidden}}
}

// barsIn finds the bars: the boxes in the colour of doubt.
func barsIn(f *Frame, root fyne.CanvasObject) []*canvas.Rectangle {
	var found []*canvas.Rectangle
	walk(root, func(o fyne.CanvasObject) {
		if r, is := o.(*canvas.Rectangle); is && r.StrokeColor == f.Look.Color(theme.Doubt) {
			found = append(found, r)
		}
	})
	return found
}

func TestBarsAreInProportion(t *testing.T) {
	f := plainFrame(t)
	bars := Bars(f, barsOpts())
	open(t, f, bars, 694, HeightFor(bars, 694))
	drawn := barsIn(f, bars)[2:] // after the legend
	if len(drawn) != 5 {
		t.Fatalf("%d bars, want 5: two rows of two, and one without a before", len(drawn))
	}
	for i, want := range []float32{13. / 22, 17. / 21, 1, 1, 1} {
		if got := (drawn[i].Size().Width + drawn[i].StrokeWidth) / 270; got < want-0.01 || got > want+0.01 {
			t.Errorf("bar %d is %g of the class, want %g", i, got, want)
		}
		_, _, _, a := drawn[i].FillColor.RGBA()
		if filled := a > 0; filled != (i == 1 || i == 3 || i == 4) {
			t.Errorf("bar %d: filled %v", i, filled)
		}
	}
	if len(Controls(bars)) != 0 {
		t.Error("bars take the focus")
	}
}

// TestBarsCanBeCompared: where the numbers leave less room, all bars give way
// alike.
func TestBarsCanBeCompared(t *testing.T) {
	f := plainFrame(t)
	opts := barsOpts()
	opts.Rows[0].Before.Text, opts.Rows[1].After.Text = "13", "tous les 21, de loin"
	bars := Bars(f, opts)
	open(t, f, bars, 560, HeightFor(bars, 560))
	drawn := barsIn(f, bars)[2:]
	long := func(i int) float32 { return drawn[i].Size().Width + drawn[i].StrokeWidth }
	if part := long(0) / long(2); part < 13./22-0.01 || part > 13./22+0.01 || long(2) != long(3) || long(3) > 200 {
		t.Errorf("13 of 22 is %g long, 22 of 22 is %g, 21 of 21 is %g", long(0), long(2), long(3))
	}
}

// TestHiddenRowsShowNoNumber is the rule of picture 21.
func TestHiddenRowsShowNoNumber(t *testing.T) {
	f := plainFrame(t)
	opts := barsOpts()
	opts.Rows = opts.Rows[3:]
	opts.Before, opts.After = "avant", "après"
	bars := Bars(f, opts)
	open(t, f, bars, 694, 300)
	if n := len(barsIn(f, bars)); n != 2 {
		t.Errorf("%d bars, want those of the legend", n)
	}
	said := strings.Join(Aloud(bars, Semantics.Plain), " ")
	for _, w := range wordsIn(bars) {
		said += " " + w.text
	}
	if strings.ContainsAny(said, "0123456789") || !strings.Contains(said, "moins de dix") {
		t.Errorf("shows or says %q", said)
	}
}

func TestBarsHaveRoom(t *testing.T) {
	inScales(t, func(t *testing.T, f *Frame, scale float32) {
		for _, width := range []float32{340, 500, 694, 960} {
			bars := Bars(f, barsOpts())
			if width < Least(bars) {
				continue
			}
			name := fmt.Sprintf("bars at scale %g", scale)
			open(t, f, bars, width, HeightFor(bars, width))
			checkRoom(t, name, bars, width)
		}
		if bars := Bars(f, barsOpts()); Least(bars) > 340*scale {
			t.Errorf("scale %g: least %g", scale, Least(bars))
		}
	})
}

func TestBarsGallery(t *testing.T) {
	gallery(t, "bars", 826, 520, 1000, func(f *Frame) (fyne.CanvasObject, func(fyne.Canvas)) {
		return VStack(0, Card(f, Bars(f, barsOpts()))), nil
	})
}
