package theme

// Palette is one of the three sets of colours.
type Palette string

// The palettes. Contrast is not a darker Dark: it has no gradients, shadows,
// scene or halo, and every box has a border.
const (
	Light    Palette = "light"
	Dark     Palette = "dark"
	Contrast Palette = "contrast"
)

// Palettes lists the palettes in the order in which they are offered.
func Palettes() []Palette { return []Palette{Light, Dark, Contrast} }

// Role is the name of a colour by what it is for. Roles of the dusk scene and
// of the neutral reading page carry a prefix; see Scene and Neutral.
type Role string

// Roles of the palette, as in design.md 3.1.
const (
	BgTop        Role = "bgTop"
	BgBottom     Role = "bgBottom"
	Surface      Role = "surface"
	SurfaceSoft  Role = "surfaceSoft"
	SurfaceSunk  Role = "surfaceSunk"
	Line         Role = "line"
	LineStrong   Role = "lineStrong"
	Ink          Role = "ink"
	InkSoft      Role = "inkSoft"
	InkFaint     Role = "inkFaint"
	Lamp         Role = "lamp"
	LampHover    Role = "lampHover"
	LampPressed  Role = "lampPressed"
	LampEdge     Role = "lampEdge"
	OnLamp       Role = "onLamp"
	LampWash     Role = "lampWash"
	LampInk      Role = "lampInk"
	NightA       Role = "nightA"
	NightB       Role = "nightB"
	OnNight      Role = "onNight"
	OnNightSoft  Role = "onNightSoft"
	NightLine    Role = "nightLine"
	NightRaise   Role = "nightRaise"
	NightCard    Role = "nightCard"
	CallScreen   Role = "callScreen"
	Help         Role = "help"
	HelpWash     Role = "helpWash"
	OnHelp       Role = "onHelp"
	Care         Role = "care"
	CareWash     Role = "careWash"
	OnCare       Role = "onCare"
	Grow         Role = "grow"
	GrowWash     Role = "growWash"
	OnGrow       Role = "onGrow"
	Doubt        Role = "doubt"
	DoubtWash    Role = "doubtWash"
	OnDoubt      Role = "onDoubt"
	Sky          Role = "sky"
	SkyWash      Role = "skyWash"
	OnSky        Role = "onSky"
	Focus        Role = "focus"
	FocusOnNight Role = "focusOnNight"
	BubbleThem   Role = "bubbleThem"
	BubbleMe     Role = "bubbleMe"
	Tile         Role = "tile"
	OnTile       Role = "onTile"
	DisabledFill Role = "disabledFill"
	DisabledInk  Role = "disabledInk"
	DisabledLine Role = "disabledLine"
	Shadow       Role = "shadow"
	Scrim        Role = "scrim"
)

// Scene is the role of a colour of the dusk scene, the same in light and dark:
// Scene("skyTop").
func Scene(name string) Role { return Role("scene." + name) }

// Neutral is the role of a colour of the reading page that hides the program:
// Neutral("background").
func Neutral(name string) Role { return Role("neutral." + name) }

// TextRole names a size of type by where it is used.
type TextRole string

// Roles of type. The first group is the scale of design.md 3.3; the others are
// sizes of single widgets.
const (
	Display    TextRole = "display"
	Title      TextRole = "title"
	Heading    TextRole = "heading"
	Subheading TextRole = "subheading"
	Body       TextRole = "body"
	Small      TextRole = "small"
	Caption    TextRole = "caption"
	Number     TextRole = "number"

	BubbleText        TextRole = "bubble"
	ChipText          TextRole = "chip"
	Lead              TextRole = "lead"
	Prose             TextRole = "prose"
	Thought           TextRole = "thought"
	PageTitle         TextRole = "pageTitle"
	StageTitle        TextRole = "stageTitle"
	SceneTitle        TextRole = "scene"
	LookUp            TextRole = "lookUp"
	Stop              TextRole = "stop"
	Status            TextRole = "status"
	LampNumber        TextRole = "lampNumber"
	LampNumberCurrent TextRole = "lampNumberCurrent"
	NumberFirst       TextRole = "numberFirst"
	NumberSecond      TextRole = "numberSecond"
	CodeEnter         TextRole = "codeEnter"
	CodeShow          TextRole = "codeShow"
	TwoDigits         TextRole = "twoDigits"
	KeyLarge          TextRole = "keyLarge"
	BandLabel         TextRole = "bandLabel"
	BandTitle         TextRole = "bandTitle"
	Hint              TextRole = "hint"
	ButtonText        TextRole = "button"
	ButtonSmall       TextRole = "buttonSmall"
	ButtonHero        TextRole = "buttonHero"
	SegmentText       TextRole = "segment"
	DoorText          TextRole = "door"
	DoorNumber        TextRole = "doorNumber"
	PathTitle         TextRole = "pathTitle"
)
