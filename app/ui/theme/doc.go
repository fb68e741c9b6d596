// Package theme holds how Vigie looks: colours, type, sizes, icons and fonts,
// all read from one embedded file, tokens.json. There is no colour and no size
// written anywhere else in the program.
//
// Load the design once at start; derive a Look from it each time the person
// changes the palette, the text size or the line spacing, and build the page
// again with it:
//
//	design, err := theme.Load()
//	look := design.Look(theme.Wish{Palette: theme.Dark, Scale: 1.3})
//	app.Settings().SetTheme(look.Theme())
//
// A Look is never changed after it is built. What it refuses: names that are
// not in tokens.json. Asking for one is a mistake of the programmer, found by
// the tests of this package, which read the source of the kit; at run time the
// answer is a plain visible stand-in rather than a crash in a classroom.
package theme
