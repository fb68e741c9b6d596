package lesson

// Help shows the doors of the directory. Looking at it is never recorded.
type Help struct {
	Title string
	Text  []string
}

// HelpView is a Help; it does not change.
type HelpView = Help

// Kind is KindHelp.
func (Help) Kind() Kind { return KindHelp }

func (Help) targets(Age) []StepID { return nil }

func (h Help) show(_ Player, v *View) { v.Help = &h }

func (h Help) do(p Player, in Intent) (Player, []Event, error) { return onlyNext(p, in) }
