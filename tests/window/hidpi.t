#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Displays whose pixels are close together: everything is twice as large, in as many pixels, not blown up. X is told
# how many dots make an inch; Wayland counts in units of several pixels (weston, in a window of the X server).
# Only in check-all: it starts another window system.
screen=1280x880x24
. "$(dirname "$0")/lib.sh"

screenshot() { import -silent -window root +repage -resize 50% "$1"; }
# Text blown up has each of its pixels twice, side by side.
is_crisp() {
    import -silent -window root fine.png
    convert fine.png -sample 50% -sample 200% coarse.png
    [ "$(compare -metric AE fine.png coarse.png null: 2>&1)" -gt 5000 ]
}

command -v xprop >/dev/null || skip_all "xprop is not installed"
xprop -root -f RESOURCE_MANAGER 8s -set RESOURCE_MANAGER "Xft.antialias:	1
Xft.dpi:	192
"
place=--window=1280x880+0+0
start --new "$root/story-files/build/cloak.z5"
shows dense "twice the dots: twice the size"
check "and all of them are used" is_crisp
kill "$player"
wait_for_end

command -v weston >/dev/null || { skip "under Wayland: weston is not installed"; finish; exit; }
mkdir -p runtime
chmod 700 runtime
XDG_RUNTIME_DIR=$work/runtime
export XDG_RUNTIME_DIR
weston --backend=x11-backend.so --width=640 --height=440 --scale=2 --use-pixman --socket=golmac --idle-time=0 >weston.log 2>&1 &
compositor=$!
trap '[ -z "$player" ] || kill "$player" 2>/dev/null; kill "$compositor" "$server" 2>/dev/null' EXIT
eventually [ -S runtime/golmac ]
# The compositor paints a pointer, in a corner until it has seen one move: the corner is not compared.
screenshot() {
    xdotool mousemove 1279 878 mousemove 1279 879
    import -silent -window root +repage -resize 50% "$1"
    convert "$1" "$here/screens/dense.png[16x24+0+0]" -composite "$1"
}
place=--full-screen
SDL_VIDEODRIVER=wayland WAYLAND_DISPLAY=golmac start --new "$root/story-files/build/cloak.z5"
shows dense "the same under Wayland"
check "crisp, too" is_crisp
kill "$player"
wait_for_end
finish
