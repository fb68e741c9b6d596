package pack

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"vigie/app/i18n"
)

// recordings are the extensions of recorded calls.
var recordings = []string{".opus", ".wav"}

// Recording finds the recording of a call in a language: the file
// name.lang.opus or name.lang.wav beside the lesson. ok is false where there is
// none.
func (p *Pack) Recording(dir, name, lang string) (file string, ok bool) {
	for _, ext := range recordings {
		file := path.Join(dir, name+"."+lang+ext)
		if st, err := fs.Stat(p.src.Lessons, file); err == nil && st.Mode().IsRegular() && st.Size() <= MaxEntryBytes {
			return file, true
		}
	}
	return "", false
}

// ReadRecording reads what Recording found.
func (p *Pack) ReadRecording(file string) ([]byte, error) { return fs.ReadFile(p.src.Lessons, file) }

// RecordingName takes the path of a file of a pack, lessons/dir/name.lang.ext,
// apart; ok is false for what is no recording.
func RecordingName(file string) (dir, name string, ok bool) {
	parts := strings.Split(file, "/")
	if len(parts) != 3 || parts[0] != "lessons" || !slices.Contains(recordings, path.Ext(file)) {
		return "", "", false
	}
	name = strings.TrimSuffix(parts[2], path.Ext(file))
	name, lang, found := strings.Cut(name, ".")
	return parts[1], name, found && slices.Contains(i18n.Languages(), lang)
}
