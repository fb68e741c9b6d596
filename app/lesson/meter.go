package lesson

// MaxLamps is the number of lamps of a meter.
const MaxLamps = 5

// startLamps is how many lamps of each meter are lit when a lesson begins.
const startLamps = 2

// Meters says how many lamps are lit, 0 to MaxLamps each. More is better in
// all three: the person feels less alone, it spreads more slowly, the norm of
// the group shifts.
type Meters struct {
	Person int `json:"person"`
	Spread int `json:"spread"`
	Norm   int `json:"norm"`
}

// Effect is what one choice does to the meters, -2 to +2 each.
type Effect struct {
	Person, Spread, Norm int
}

func (m Meters) apply(e Effect) Meters {
	return Meters{lamps(m.Person + e.Person), lamps(m.Spread + e.Spread), lamps(m.Norm + e.Norm)}
}

func lamps(n int) int { return max(0, min(MaxLamps, n)) }
