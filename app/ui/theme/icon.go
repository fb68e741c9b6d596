package theme

import (
	"fmt"
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
)

// iconShelf keeps the icons that were asked for, by name and colour. It fills
// up while pages are drawn; what it gives for a name and a colour never
// changes.
type iconShelf struct {
	mu    sync.Mutex
	ready map[iconKey]fyne.Resource
}

type iconKey struct {
	name  string
	color color.NRGBA
}

func newIconShelf() *iconShelf { return &iconShelf{ready: map[iconKey]fyne.Resource{}} }

// Icon is the icon of that name in one colour, as an SVG resource on a box of
// 256 units. An unknown name is an empty box.
func (l *Look) Icon(name string, c color.NRGBA) fyne.Resource {
	l.icons.mu.Lock()
	defer l.icons.mu.Unlock()
	key := iconKey{name, c}
	if r, ready := l.icons.ready[key]; ready {
		return r
	}
	svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256"><path fill="#%02x%02x%02x" d="%s"/></svg>`,
		c.R, c.G, c.B, l.design.icons[name])
	file := fmt.Sprintf("%s-%02x%02x%02x.svg", name, c.R, c.G, c.B)
	r := fyne.NewStaticResource(file, []byte(svg))
	l.icons.ready[key] = r
	return r
}

// HasIcon reports whether the icon is in tokens.json.
func (l *Look) HasIcon(name string) bool { return l.design.icons[name] != "" }
