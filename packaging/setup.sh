#!/usr/bin/env bash
# Makes sure that what is needed for `run`, `test` or `windows` is installed.
# With apt and the right to use it, it installs what is missing; otherwise it
# prints the exact command and stops. It does nothing when nothing is missing.
set -eu
what=${1:?run, test or windows}

command -v go >/dev/null || { echo "Go 1.26 or newer is needed: https://go.dev/dl/" >&2; exit 1; }
[ "$(uname -s)" = Linux ] || {
  command -v cc >/dev/null || { echo "A C compiler is needed. On macOS: xcode-select --install" >&2; exit 1; }
  exit 0
}

missing=""
need() { # package, then a test that succeeds when it is there
  local package=$1; shift
  "$@" >/dev/null 2>&1 || missing="$missing $package"
}
headers() { pkg-config --exists x11 xcursor xrandr xinerama xi xxf86vm; }
virtual() { # a display that can draw, and hands and eyes for it
  need xvfb command -v Xvfb
  need libgl1-mesa-dri test -n "$(find /usr/lib -name swrast_dri.so -o -name 'libgallium*.so' 2>/dev/null | head -1)"
  need xdotool command -v xdotool
  need imagemagick command -v import
}

need gcc command -v gcc
need pkg-config command -v pkg-config
need libgl1-mesa-dev pkg-config --exists gl
need xorg-dev headers
need libasound2-dev pkg-config --exists alsa
case $what in
run) [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || virtual ;;
test) virtual; need gettext command -v msgfmt; need strace command -v strace ;;
windows) virtual; need gcc-mingw-w64-x86-64 command -v x86_64-w64-mingw32-gcc ;;
esac
[ -n "$missing" ] || exit 0

sudo=""
[ "$(id -u)" = 0 ] || sudo=sudo
if command -v apt-get >/dev/null && { [ -z "$sudo" ] || sudo -n true 2>/dev/null; }; then
  echo "installing:$missing"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086
  { $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends $missing; } >/tmp/vigie-setup.log 2>&1 ||
    { tail -20 /tmp/vigie-setup.log >&2; echo "installing failed; the whole log is in /tmp/vigie-setup.log" >&2; exit 1; }
  exit 0
fi

cat >&2 <<TEXT
Missing:$missing
Install it with the one of these that fits this computer, then try again:
  apt:    sudo apt-get install$missing
  dnf:    sudo dnf install gcc pkgconf-pkg-config mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel alsa-lib-devel xorg-x11-server-Xvfb mesa-dri-drivers xdotool ImageMagick gettext strace
  pacman: sudo pacman -S gcc pkgconf mesa libx11 libxcursor libxrandr libxinerama libxi libxxf86vm alsa-lib xorg-server-xvfb xdotool imagemagick gettext strace
  brew:   xcode-select --install && brew install gettext
TEXT
exit 1
