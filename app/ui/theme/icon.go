package theme

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/image/vector"
)

// iconBox is the side of the box that the paths of tokens.json are drawn in.
const iconBox = 256

// shelf keeps the pictures that were asked for: drawing one costs a hundred
// times more than looking it up, and a page has forty of them. What it gives
// for a key never changes.
type shelf struct {
	mu    sync.Mutex
	ready map[any]image.Image
}

func newShelf() *shelf { return &shelf{ready: map[any]image.Image{}} }

func (s *shelf) get(key any, make func() image.Image) image.Image {
	s.mu.Lock()
	defer s.mu.Unlock()
	picture, ready := s.ready[key]
	if !ready {
		picture = make()
		s.ready[key] = picture
	}
	return picture
}

type iconKey struct {
	name          string
	color         color.NRGBA
	width, height int
}

// Icon is the icon of that name in one colour, as large as fits into so many
// pixels. An unknown name is an empty picture.
//
// Fyne would read and draw each icon anew whenever a page is built, as an SVG;
// the paths are the same.
func (l *Look) Icon(name string, c color.NRGBA, width, height int) image.Image {
	return l.design.shelf.get(iconKey{name, c, width, height}, func() image.Image {
		picture := image.NewRGBA(image.Rect(0, 0, width, height))
		side := min(width, height)
		if side <= 0 {
			return picture
		}
		r := vector.NewRasterizer(side, side)
		if err := trace(r, l.design.icons[name], float32(side)/iconBox); err != nil {
			return picture // TestEveryIconDraws finds it before a pupil does
		}
		at := image.Pt((width-side)/2, (height-side)/2)
		r.DrawOp = draw.Src
		r.Draw(picture, image.Rectangle{Min: at, Max: at.Add(image.Pt(side, side))}, image.NewUniform(c), image.Point{})
		return picture
	})
}

// HasIcon reports whether the icon is in tokens.json.
func (l *Look) HasIcon(name string) bool { return l.design.icons[name] != "" }

// numbers is how many numbers follow each command of a path.
var numbers = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'Q': 4, 'Z': 0}

// trace draws a path of absolute M L H V C Q Z. A command may be left out
// where it is the same as the one before.
func trace(r *vector.Rasterizer, path string, scale float32) error {
	var command byte
	var x, y float32
	for rest := strings.TrimSpace(path); rest != ""; rest = strings.TrimLeft(rest, " ,") {
		if n, is := numbers[rest[0]]; is {
			command, rest = rest[0], rest[1:]
			if n == 0 {
				r.ClosePath()
				continue
			}
		}
		var p [6]float32
		n := numbers[command]
		if n == 0 {
			return fmt.Errorf("no command before %q", rest)
		}
		for i := range n {
			var err error
			if p[i], rest, err = number(rest); err != nil {
				return err
			}
			p[i] *= scale
		}
		switch command {
		case 'M':
			r.MoveTo(p[0], p[1])
			command = 'L' // further pairs are lines
		case 'L':
			r.LineTo(p[0], p[1])
		case 'H':
			r.LineTo(p[0], y)
			p[1] = y
		case 'V':
			r.LineTo(x, p[0])
			p[0], p[1] = x, p[0]
		case 'Q':
			r.QuadTo(p[0], p[1], p[2], p[3])
		case 'C':
			r.CubeTo(p[0], p[1], p[2], p[3], p[4], p[5])
		}
		x, y = p[max(0, n-2)], p[max(1, n-1)]
	}
	return nil
}

// number cuts one number off the beginning of a path.
func number(path string) (float32, string, error) {
	path = strings.TrimLeft(path, " ,")
	end := 0
	for end < len(path) && (path[end] >= '0' && path[end] <= '9' || path[end] == '.' || path[end] == '-' && end == 0) {
		end++
	}
	v, err := strconv.ParseFloat(path[:end], 32)
	return float32(v), path[end:], err
}
