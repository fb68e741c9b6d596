// Package locales is the words of the course and of the program: one PO file
// for each text file and language. It holds no code but this embedding.
package locales

import "embed"

// FS holds the catalogues: <language>/<name>.po.
//
//go:embed fr nl de
var FS embed.FS
