package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigie/app/ui/theme"
)

// Role is what kind of thing a widget is; the names are those of the Core
// Accessibility API Mappings of WAI-ARIA 1.2.
type Role string

// The roles.
const (
	RolePage       Role = "page"
	RoleRegion     Role = "region"
	RoleHeading    Role = "heading"
	RoleText       Role = "text"
	RoleImage      Role = "image"
	RoleMessage    Role = "message" // one message of a chat
	RoleChat       Role = "chat"    // a list of messages
	RoleList       Role = "list"    // rows of which one has the ring
	RoleTable      Role = "table"
	RoleButton     Role = "button"
	RoleChoice     Role = "choice" // one of several answers
	RoleCheckBox   Role = "checkbox"
	RoleSwitch     Role = "switch"
	RoleSegmented  Role = "segmented" // one of several, side by side
	RoleSlider     Role = "slider"
	RoleSpinButton Role = "spinbutton" // a number with minus and plus
	RoleTextField  Role = "textfield"
)

// State is what is true of a widget at the moment.
type State uint8

// The states; they can be joined.
const (
	StateChosen   State = 1 << iota // a choice is taken, a box is ticked
	StateDisabled                   // can be read, and not used
	StateExpanded                   // what belongs to it is open below it
)

// Has reports whether a state is among them.
func (s State) Has(one State) bool { return s&one != 0 }

// Semantics is what a widget says of itself to someone who does not see it.
// All words are translated.
type Semantics struct {
	Role  Role
	Name  string   // what it is about
	Key   string   // print of the key that chooses it, "" for none
	Value string   // what it is set to, or the row at the ring
	State State    //
	Hint  string   // how it is used, where its role alone does not tell
	Lines []string // everything in it, one by one, for what is one stop for Tab
}

// Plain is name and value in one, for those who get nothing else.
func (s Semantics) Plain() string { return sentences(s.Name, s.Value) }

// Meant is an object that says what it is.
type Meant interface{ Semantics() Semantics }

// Node is an object of a page and what it says of itself.
type Node struct {
	Semantics
	Object fyne.CanvasObject
	Region Region
}

// Region is a part of a page that F6 goes to.
type Region string

// The regions, in the order of F6.
const (
	RegionPage   Region = "page"
	RegionFooter Region = "footer"
	RegionStage  Region = "stage"
	RegionBand   Region = "band"
	RegionRail   Region = "rail" // of the teacher's space
)

// Regions is their order.
func Regions() []Region {
	return []Region{RegionPage, RegionFooter, RegionStage, RegionBand, RegionRail}
}

// Tree is everything on a page that says something, in the order in which one
// would read it: what happens, then what one can do, then the bars below and
// above. Reading aloud, screen readers and F6 all take it from here. If a sheet
// lies over the page it is the sheet only.
func Tree(root fyne.CanvasObject) []Node {
	var found []Node
	var visit func(o fyne.CanvasObject, in Region)
	visit = func(o fyne.CanvasObject, in Region) {
		if o == nil || !o.Visible() {
			return
		}
		if m, is := o.(Meant); is {
			if says := m.Semantics(); says.Name != "" || says.Value != "" {
				found = append(found, Node{Semantics: says, Object: o, Region: in})
			}
			if h, is := o.(holding); is {
				for _, child := range h.held() {
					visit(child, in)
				}
			}
			return
		}
		if band, is := o.(*TopBand); is {
			found = append(found, Node{Semantics: band.where(), Object: o, Region: in})
		}
		switch o := o.(type) {
		case *container.Scroll:
			visit(o.Content, in)
		case *fyne.Container:
			for _, part := range readingOrder(o, in) {
				visit(part.object, part.in)
			}
		case drawn:
			for _, child := range o.parts() {
				visit(child, in)
			}
		}
	}
	visit(uppermost(root), RegionPage)
	return found
}

// holding is something that says itself what is in it, and has controls in it
// that say what they are.
type holding interface{ held() []fyne.CanvasObject }

type regionPart struct {
	object fyne.CanvasObject
	in     Region
}

// readingOrder is the children of a container as they are read: the stage comes
// before the page, though Tab goes to the page first.
func readingOrder(c *fyne.Container, in Region) []regionPart {
	switch l := c.Layout.(type) {
	case screen:
		parts := []regionPart{{l.body, RegionPage}}
		if l.footer != nil {
			parts = append(parts, regionPart{l.footer, RegionFooter})
		}
		if l.under != nil {
			parts = append(parts, regionPart{l.under, RegionBand})
		}
		if l.top != nil {
			parts = append(parts, regionPart{l.top, RegionBand})
		}
		return parts
	case teacherScreen:
		return l.reading()
	case split:
		return []regionPart{{c.Objects[1], RegionStage}, {c.Objects[0], RegionPage}}
	}
	var parts []regionPart
	for _, o := range c.Objects {
		parts = append(parts, regionPart{o, in})
	}
	return parts
}

// accessibleRole is the nearest of the roles that Fyne 2.8 knows.
func accessibleRole(r Role) fyne.AccessibleRole {
	switch r {
	case RoleHeading, RoleText, RoleImage, RoleMessage, RoleTable:
		return fyne.AccessibleRoleText
	}
	return fyne.AccessibleRoleButton
}

// headings are the roles of type that a bold text is a heading in.
var headings = map[theme.TextRole]bool{
	railName: true, theme.Display: true, theme.Title: true, theme.Heading: true, theme.Subheading: true,
	theme.PageTitle: true, theme.StageTitle: true, theme.SceneTitle: true, theme.LookUp: true, theme.Thought: true, theme.Stop: true,
	teacherTitle: true,
}
