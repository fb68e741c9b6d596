// Package lessons is the course itself: its structure and English source text.
// It holds text and no code but this embedding.
package lessons

import "embed"

// FS holds everything below this folder that a pack is read from.
//
//go:embed *.yaml *.json directory law teacher [0-9]*
var FS embed.FS

// Schema is the JSON Schema (draft 2020-12) of a lesson file.
//
//go:embed lesson.schema.json
var Schema []byte
