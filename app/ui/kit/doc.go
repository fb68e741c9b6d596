// Package kit holds the widgets of Vigie: everything that a page of lessons is
// built from, as designed in design.md, section 4.
//
// # A page
//
//	keys := kit.NewKeys(shellKeys)              // what the page does not know goes to the shell
//	f := kit.NewFrame(look, keys, showKeys)     // one frame for one page
//	page := kit.NewPage(f, kit.VStack(12, ...)) // scrolls up and down, never sideways
//	keys.OnDigit(1, ...); keys.On(fyne.KeyReturn, ...)
//
// A page is built from a view and thrown away when anything changes: palette,
// text size, language, or the step. Ids outlive it: Controls(root) lists what
// Tab reaches, ControlByID finds a control again to give it the focus.
//
// # Room
//
// Text wraps, so height depends on width. HeightFor(object, width) and
// Natural(object) ask any object: widgets answer through Flowing, containers
// through the layouts of this package (VStack, Spread, Fill, HStack, TopRow,
// StretchRow, FoldRow, TwoColumns, Wrap, Grid, GridDown, Pad, Center, Hug,
// HugRight, Middle, AtMost, CenterAtMost, AtLeast, Overlay, Fixed, Gap), others
// with their minimum size. Least(object) is the width below which words would
// be cut. No layout asks for a minimum size by itself; Fixed and Gap have one.
//
// A whole screen is Screen(top, body, footer); its body is Split(f, stage,
// page), Daylight, Dark or Dusk around a Page. In a Page the content is at
// least as high as the region, so Middle and Spread have room to work with. A
// screen of the teacher's space is a TeacherScreen: rail, head, body and foot. A
// question that must be answered first lies over a screen as a Sheet, with Over.
//
// Sizes given to layouts are gaps and margins and do not grow with the text;
// sizes given to icons and discs are those at text scale 1.
//
// # Ground
//
// Widgets on the stage, the dusk scene or the top band are built with
// f.AtNight(), those on a bright box with f.AtDay(). Containers for boxes take
// objects that were built for their colour.
//
// # Keys
//
// Enter and Space press the control that has the focus. Every other key that a
// control has no use for goes to Frame.Keys, so digits, Escape, F1 and letters
// work wherever the focus is. The shell hands its canvas keys to the same Keys
// when nothing has the focus. No control but a Field is Shortcutable, and a Field
// hands on what it has no use for: Ctrl shortcuts reach the window.
//
// # What it refuses
//
// Words of its own: all texts are passed in, translated. Colours and sizes of
// its own: they are in tokens.json. Pictures of people or of the circulated
// image: there are discs with icons, and a HiddenTile that takes no picture.
// Motion at rest, timers, and cutting text off. What moves is in Motion, and ends
// by itself.
package kit
