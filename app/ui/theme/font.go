package theme

import (
	"sync"

	"fyne.io/fyne/v2"
)

// Font is one of the fonts a person can choose.
type Font string

// The fonts; the first is the one of the design.
const (
	Atkinson     Font = "Atkinson" // Atkinson Hyperlegible Next
	Lexend       Font = "Lexend"
	OpenDyslexic Font = "OpenDyslexic"
)

// Fonts lists them in the order shown.
func Fonts() []Font { return []Font{Atkinson, Lexend, OpenDyslexic} }

// Name is what people call the font; it is the same in every language.
func (f Font) Name() string {
	if f == Atkinson {
		return "Hyperlegible" // of its name, what people ask for
	}
	return string(f)
}

// faces are the cuts that were asked for; each is read when first needed.
type faces struct {
	mu   sync.Mutex
	read map[string]fyne.Resource
}

func (s *faces) get(f Font, bold bool) (fyne.Resource, error) {
	name := string(f) + "-Regular.ttf"
	if bold {
		name = string(f) + "-Bold.ttf"
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if r, ready := s.read[name]; ready {
		return r, nil
	}
	data, err := files.ReadFile("fonts/" + name)
	if err != nil {
		return nil, err
	}
	if s.read == nil {
		s.read = map[string]fyne.Resource{}
	}
	s.read[name] = fyne.NewStaticResource("vigie-"+name, data)
	return s.read[name], nil
}
