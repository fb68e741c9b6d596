#!/usr/bin/env bash
# Opens the app; without a display it plays the first lesson in a virtual one.
set -eu
if [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec dist/vigie "$@"
fi
echo "No display here: the first lesson is played in a virtual one."
exec make --no-print-directory demo DEMO=TestFirst
