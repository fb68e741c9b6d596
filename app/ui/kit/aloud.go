package kit

import "fyne.io/fyne/v2"

// Aloud is what is read aloud of a page, in the order of its Tree: what
// happens, then what one can do. The bars above, below and beside are the same
// everywhere and are read when the focus is on them; so is what can't be used.
// told puts a widget into words.
func Aloud(root fyne.CanvasObject, told func(Semantics) string) []string {
	var parts []string
	for _, n := range Tree(root) {
		switch {
		case n.Region == RegionFooter, n.Region == RegionBand, n.Region == RegionRail, n.State.Has(StateDisabled):
		case n.Role == RoleChat:
			parts = append(parts, n.Lines...)
		case n.Role == RoleList, n.Role == RoleTable:
			parts = append(append(parts, n.Name), n.Lines...)
		default:
			parts = append(parts, told(n.Semantics))
			if n.Hint != "" {
				parts = append(parts, n.Hint)
			}
		}
	}
	return parts
}
