#!/usr/bin/env bash
# Starts the Windows program once under Wine in a virtual display and takes a
# picture of its window: wine.sh PROGRAM PICTURE
set -eu
program=$(realpath "$1")
picture=$2
here=$(cd "$(dirname "$0")" && pwd)

wine=$(command -v wine64 || ls /usr/lib/wine/wine64 2>/dev/null || command -v wine || true)
if [ -z "$wine" ]; then
  echo "skipped: Wine is not installed (apt-get install wine64), so the program was built but not started"
  exit 0
fi

work=$(mktemp -d)
export WINEPREFIX="$work/prefix" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
exec 3<>"$work/display"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 2>/dev/null &
xvfb=$!
cleanup() {
  "${wine%wine64}wineserver" -k 2>/dev/null || /usr/lib/wine/wineserver64 -k 2>/dev/null || true
  kill "$xvfb" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
until [ -s "$work/display" ]; do sleep 0.1; done
DISPLAY=":$(tr -d '\n' <"$work/display")"
export DISPLAY

"$wine" wineboot --init >/dev/null 2>&1
x86_64-w64-mingw32-gcc -shared -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" "$here/bcryptprimitives.c" -ladvapi32

# Wine starts its services with the first program, and its desktop, which waits
# ten seconds for one of them, with the first window; neither is Vigie's time
"$wine" "$program" --version >/dev/null 2>&1 || true
"$wine" notepad >/dev/null 2>&1 &
first=$!
xdotool search --sync --onlyvisible --name 'Notepad' >/dev/null

export VIGIE_PROBE="Z:$work/probe"
LIBGL_ALWAYS_SOFTWARE=1 "$wine" "$program" --lang fr --lesson unread >"$work/log" 2>&1 &
vigie=$!
for _ in $(seq 600); do
  grep -q started "$work/probe" 2>/dev/null && break
  kill -0 "$vigie" 2>/dev/null || break
  sleep 0.1
done
if ! grep -q started "$work/probe" 2>/dev/null; then
  echo "the program did not open a window under Wine:" >&2
  cat "$work/log" >&2
  exit 1
fi
window=$(xdotool search --sync --onlyvisible --name '^Vigie$' | head -1)
kill "$first" 2>/dev/null || true
sleep 2 # Wine draws the frame and the first picture in its own time
mkdir -p "$(dirname "$picture")"
import -window root "$picture"
echo "window $window opened under Wine; the picture is $picture"
