//go:build journey

package journey

import (
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"
)

// figures are what one run of one program measured.
type figures struct {
	launch time.Duration // start to the first settled picture
	memory int           // proportional set size, kB
	rest   float64       // processor use over 10 s, percent of a core
}

// TestBench prints Vigie beside an empty window built with the same flags, in
// one run, as ratios. It measures and judges nothing.
func TestBench(t *testing.T) {
	d := newDisplay(t)
	homes := [2]*home{newHome(t), newHome(t)} // the first start fills the caches of the graphics driver
	both := func(rest time.Duration) (ours, empty figures) {
		empty = measure(t, d, rest, homes[0], built(t, "empty-window"))
		return measure(t, d, rest, homes[1], built(t, "vigie"), "--lang", "fr", "--lesson", "unread"), empty
	}
	a, b := both(0)
	fmt.Printf("%-34s vigie %9.1f ms   empty window %9.1f ms   ratio %.2f\n", "very first launch ever", ms(a), ms(b), ms(a)/ms(b))
	var ours, empty []figures
	rounds := func(n int, rest time.Duration) {
		ours, empty = nil, nil
		for range n {
			a, b := both(rest)
			ours, empty = append(ours, a), append(empty, b)
		}
		fmt.Printf("medians of %d rounds, alternating\n", n)
	}
	row := func(what string, of func(figures) float64, unit string) {
		a, b := middle(ours, of), middle(empty, of)
		fmt.Printf("%-34s vigie %9.1f %s   empty window %9.1f %s   ratio %.2f\n", what, a, unit, b, unit, a/b)
	}
	rounds(25, 0) // short ones, as other work on the machine comes and goes
	row("launch to settled screen", ms, "ms")
	rounds(3, benchRest())
	row("proportional memory", func(f figures) float64 { return float64(f.memory) / 1024 }, "MiB")
	button := measure(t, d, time.Second, homes[0], built(t, "empty-window"), "button")
	fmt.Printf("%-34s %9.1f MiB: what drawing anything costs in software\n", "memory of a window with one button", float64(button.memory)/1024)
	row("processor at rest", func(f figures) float64 { return f.rest }, "% ")
	keyToFrame(t, d)
	scrolled(t, d)
	for _, name := range []string{"vigie", "empty-window"} {
		st, err := os.Stat(built(t, name))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Printf("%-34s %9.1f MiB\n", "binary "+name, float64(st.Size())/(1<<20))
	}
}

func middle(all []figures, of func(figures) float64) float64 {
	var v []float64
	for _, f := range all {
		v = append(v, of(f))
	}
	sort.Float64s(v)
	return v[len(v)/2]
}

func ms(f figures) float64 { return float64(f.launch.Microseconds()) / 1000 }

func measure(t *testing.T, d *display, rest time.Duration, h *home, program string, args ...string) figures {
	cmd := exec.Command(program, args...)
	cmd.Env = h.environment(d, h.runtimeDir(t))
	began := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { cmd.Process.Kill(); cmd.Wait() }()
	f := figures{launch: d.firstPicture(began)}
	if rest == 0 {
		return f
	}
	pid := cmd.Process.Pid
	before := ticks(t, pid)
	time.Sleep(rest)      // the time at rest that is measured
	const perSecond = 100 // USER_HZ
	f.rest = float64(ticks(t, pid)-before) / perSecond / rest.Seconds() * 100
	f.memory = proportional(t, pid)
	return f
}

// strip is a part of the screen that lies across every page.
func strip(d *display) image.Rectangle {
	return image.Rect(int(d.width)/4, int(d.height)/3, int(d.width)*3/4, int(d.height)/3+24)
}

// firstPicture is how long it took until the middle of the screen showed
// something and then stayed as it was.
func (d *display) firstPicture(began time.Time) time.Duration {
	r := strip(d)
	last, changed := "", began
	wait(d.t, "a picture that stays", func() bool {
		now := string(d.grab(r).Data)
		if now != last {
			last, changed = now, time.Now()
		}
		return strings.Trim(now, "\x00") != "" && time.Since(changed) > 300*time.Millisecond
	})
	return changed.Sub(began)
}

func ticks(t *testing.T, pid int) int {
	data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	if err != nil {
		t.Fatal(err)
	}
	fields := strings.Fields(string(data[strings.LastIndexByte(string(data), ')')+1:]))
	user, err1 := strconv.Atoi(fields[11])
	system, err2 := strconv.Atoi(fields[12])
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	return user + system
}

func proportional(t *testing.T, pid int) int {
	data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "smaps_rollup"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(data), "\n") {
		if rest, is := strings.CutPrefix(line, "Pss:"); is {
			n, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
	}
	t.Fatal("no Pss")
	return 0
}

// keyToFrame measures from the press of a key to a changed picture: for a page
// change, and for a change of the text size, which builds everything anew.
func keyToFrame(t *testing.T, d *display) {
	h := newHome(t)
	p := start(t, d, h, h.runtimeDir(t), "--lang", "fr")
	p.press("1", "Enter")
	p.presses("page change", 40, func() string {
		if p.page == "help" {
			return "Escape"
		}
		return "F1"
	})
	p.tabTo("band.reading")
	p.press("Enter")
	larger := false
	p.presses("text size change", 20, func() string {
		larger = !larger
		return map[bool]string{true: "Right", false: "Left"}[larger]
	})
	p.quit()
}

// scrolled prints how many frames a second a chat of 200 messages is scrolled
// with.
func scrolled(t *testing.T, d *display) {
	h := newHome(t)
	var rates []float64
	for range 3 {
		cmd := exec.Command(built(t, "scroll"))
		cmd.Env = h.environment(d, h.runtimeDir(t))
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		rate, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
		if err != nil {
			t.Fatal(err)
		}
		rates = append(rates, rate)
	}
	sort.Float64s(rates)
	fmt.Printf("%-34s %9.1f frames a second (of at most 60; median of 3 times 5 s)\n", "scrolling a chat of 200 messages", rates[1])
}

// presses presses keys and prints how long the page and its picture took.
func (p *program) presses(what string, times int, key func() string) {
	r := strip(p.d) // differs between the pages; reading all would slow down what is measured
	var took, building []float64
	for range times {
		p.d.settled()
		last := string(p.d.grab(r).Data)
		n := len(p.pages)
		k := key()
		began := time.Now()
		p.d.press(k)
		for string(p.d.grab(r).Data) == last {
			time.Sleep(500 * time.Microsecond)
		}
		took = append(took, float64(time.Since(began).Microseconds())/1000)
		p.until("the page", func() bool { return len(p.pages) > n })
		building = append(building, float64(p.built.Sub(began).Microseconds())/1000)
	}
	sort.Float64s(took)
	sort.Float64s(building)
	fmt.Printf("%-34s median %.1f ms (up to 17 of them wait for the toolkit to look at the keys)\n", what+": key to page built", building[len(building)/2])
	fmt.Printf("%-34s median %.1f ms, 90th of 100 %.1f ms (%d presses)\n", what+": key to changed frame", took[len(took)/2], took[len(took)*9/10], len(took))
}

// benchRest is how long a program is left alone; with -short not long enough
// to believe the processor figure.
func benchRest() time.Duration {
	if testing.Short() {
		return 3 * time.Second
	}
	return 10 * time.Second
}
