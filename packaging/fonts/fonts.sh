#!/bin/sh
# Fetches Atkinson Hyperlegible Next (SIL OFL 1.1) from the npm registry at a
# pinned version, turns the two Latin WOFF files into the TrueType files that
# Fyne reads, and writes them with their licence to app/ui/theme/fonts.
# The results are committed: run this only to change the version.
# Needs npm, tar, python3. Usage: packaging/fonts/fonts.sh
set -eu

package=@fontsource/atkinson-hyperlegible-next
version=5.3.0
here=$(cd "$(dirname "$0")" && pwd)
target=$(cd "$here/../.." && pwd)/app/ui/theme/fonts

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
archive=$(npm pack --silent "$package@$version")
echo "$(cat "$here/fonts.sha256")  $archive" | sha256sum -c -
tar -xzf "$archive"

stem=package/files/atkinson-hyperlegible-next-latin
mkdir -p "$target"
python3 "$here/prepare_font.py" \
	"$stem-400-normal.woff" "$target/Regular.ttf" \
	"$stem-700-normal.woff" "$target/Bold.ttf"
cp package/LICENSE "$target/OFL.txt"
