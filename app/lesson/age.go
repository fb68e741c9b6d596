package lesson

// Age is one of the two variants of a lesson.
type Age string

// The two variants. Younger is the default everywhere.
const (
	Younger Age = "12-14"
	Older   Age = "15-18"
)

// Ages lists the variants, younger first.
func Ages() []Age { return []Age{Younger, Older} }

// Valid reports whether a is one of Ages.
func (a Age) Valid() bool { return a == Younger || a == Older }
