package lesson

import (
	"slices"
	"strconv"
	"strings"
)

// Info is something to read, with dated figures.
type Info struct {
	Title string
	Text  []string
	Facts []Fact
	Law   []Law // only what a person has signed off
}

// Law is a plain sentence on the law. Pupils see it only once it was reviewed.
type Law struct {
	ID        string
	Say       string
	Basis     string // what it rests on
	CheckedOn string // ISO date, "" if nobody has
	CheckedBy string
}

// Reviewed reports whether a person has signed the sentence off.
func (l Law) Reviewed() bool { return l.CheckedBy != "" }

// Fact is a figure that is never shown without its year and source.
type Fact struct {
	ID         string
	Value      string
	What       string // what was counted
	Population string // in whom
	Year       int
	Source     string
	AsOf       string // when the source said so, ISO date
	Earlier    []Figure
}

// Figure is what was counted in an earlier year.
type Figure struct {
	Year  int
	Value string
}

// Series tells the earlier years and the last one in a line, "" without any.
func (f Fact) Series() string {
	if len(f.Earlier) == 0 {
		return ""
	}
	var out []string
	for _, e := range append(slices.Clone(f.Earlier), Figure{f.Year, f.Value}) {
		out = append(out, strconv.Itoa(e.Year)+": "+e.Value)
	}
	return strings.Join(out, " · ")
}

// oldAfter is after how many months a figure is called an older one.
const oldAfter = 36

// Older reports whether the figure is of more than 36 months before a month,
// from 1; one whose date can't be read is.
func (f Fact) Older(year, month int) bool {
	y, m, _ := strings.Cut(f.AsOf, "-")
	m, _, _ = strings.Cut(m, "-")
	ofYear, err := strconv.Atoi(y)
	if err != nil {
		return true
	}
	ofMonth, err := strconv.Atoi(m)
	if err != nil {
		ofMonth = 1
	}
	return (year-ofYear)*12+month-ofMonth > oldAfter
}

// InfoView is an Info; it does not change.
type InfoView = Info

// Kind is KindInfo.
func (Info) Kind() Kind { return KindInfo }

func (Info) targets(Age) []StepID { return nil }

func (i Info) show(_ Player, v *View) { v.Info = &i }

func (i Info) do(p Player, in Intent) (Player, []Event, error) { return onlyNext(p, in) }

// onlyNext goes to the step's own target on Next and knows nothing else.
func onlyNext(p Player, in Intent) (Player, []Event, error) {
	if _, ok := in.(Next); !ok {
		return p, nil, ErrIntent
	}
	return p.leave(p.step().To.For(p.st.age))
}
