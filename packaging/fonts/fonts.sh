#!/bin/sh
# Fetches the fonts (all SIL OFL 1.1) from the npm registry at pinned versions,
# turns their Latin WOFF files into the TrueType files that Fyne reads, and
# writes them with their licences to app/ui/theme/fonts.
# The results are committed: run this only to change a version.
# Needs npm, tar, python3. Usage: packaging/fonts/fonts.sh
set -eu

version=5.3.0
here=$(cd "$(dirname "$0")" && pwd)
target=$(cd "$here/../.." && pwd)/app/ui/theme/fonts
mkdir -p "$target"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# font NAME FILE ZERO: package @fontsource/NAME to FILE-Regular.ttf and so on.
# ZERO is --plain-zero where a slashed zero is taken out; where the licence
# reserves the name, the font itself must stay as it is.
font() {
	archive=$(npm pack --silent "@fontsource/$1@$version")
	grep " $archive\$" "$here/fonts.sha256" | sha256sum -c -
	tar -xzf "$archive"
	for cut in 400-Regular 700-Bold; do
		python3 "$here/prepare_font.py" $3 "package/files/$1-latin-${cut%-*}-normal.woff" "$target/$2-${cut#*-}.ttf"
	done
	cp package/LICENSE "$target/$2-OFL.txt"
	rm -rf package
}

font atkinson-hyperlegible-next Atkinson --plain-zero
font lexend Lexend ""
font opendyslexic OpenDyslexic ""
