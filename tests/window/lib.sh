# Golmac: MIT licence, see LICENSE.
#
# What the window's tests share, beside tests/tap.sh. Each has an X server of its own (Xvfb);
# keys and mouse come from xdotool. A test waits until the screen is as one stored in screens/, as far as another version
# of the font library may differ: both made eight times smaller, no point differs by more than an eighth.
#
# BLESS=1 stores what is on the screen (once it has come to rest) instead: look at the pictures then.

set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${BUILD:-$root/build}
STORY_COMPILER=${STORY_COMPILER:-$build/golc}
work=$build/window/$(basename "$0" .t)
server=
player=

. "$root/tests/tap.sh"
[ -x "$build/golmac-sdl" ] || skip_all "golmac-sdl is not built: SDL2 is missing"
for tool in Xvfb xdotool import compare; do
    command -v $tool >/dev/null || skip_all "$tool is not installed"
done
font_folder=/usr/share/fonts/truetype/dejavu
[ -e $font_folder/DejaVuSerif.ttf ] && [ -e $font_folder/DejaVuSansMono.ttf ] || skip_all "fonts-dejavu-core is not installed"

rm -rf "$work"
mkdir -p "$work"
cd "$work" || exit 1
GOLMAC_SAVES=$work/saves XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=dummy LC_ALL=C.UTF-8
# Of the libraries below SDL some never give back what they keep; nothing of Golmac's is passed over.
LSAN_OPTIONS=suppressions=$here/leaks.txt:print_suppressions=0
export GOLMAC_SAVES XDG_CONFIG_HOME XDG_DATA_HOME SDL_VIDEODRIVER SDL_AUDIODRIVER LC_ALL LSAN_OPTIONS
unset ZCODE_PATH INFOCOM_PATH XMODIFIERS WAYLAND_DISPLAY

# The server takes a free display and says which. A test may want another screen ($screen, before it takes up this file).
# shellcheck disable=SC2086 # options
Xvfb -displayfd 3 -screen 0 ${screen:-800x600x24} -noreset -nolisten tcp 3>display >xvfb.log 2>&1 &
server=$!
trap '[ -z "$player" ] || kill "$player" 2>/dev/null; kill "$server" 2>/dev/null' EXIT
trap 'exit 1' HUP INT TERM

eventually [ -s display ] || skip_all "Xvfb does not start: $(head -n 1 xvfb.log)"
DISPLAY=:$(cat display)
export DISPLAY

explain() { [ ! -s err ] || cat err; }

check() { holds "$@"; }

# compile NAME STORY OPTION...: a story of this folder
compile() {
    name=$1
    story=$2
    shift 2
    "$STORY_COMPILER" -w "$@" "$here/$name" "$story" >compiler.log 2>&1 || {
        echo "Bail out! $name does not compile"
        sed 's/^/# /' compiler.log
        exit 1
    }
}

# start ARGUMENT...: the player, in a window of 640 by 440 (unless $place names another) with fonts that are the same everywhere
place=--window=640x440+0+0
start() {
    rm -f pid ended
    { "$build/golmac-sdl" $place --font=$font_folder/DejaVuSerif.ttf \
        --fixed-font=$font_folder/DejaVuSansMono.ttf --font-size=11 --scale=100 "$@" >out 2>err &
      echo $! >pid; wait $!; echo $? >ended; } &
    eventually [ -s pid ]
    player=$(cat pid)
}

# The player has ended, by itself; $status is its exit status.
wait_for_end() {
    status=none
    eventually [ -s ended ] || return 1
    status=$(cat ended)
    player=
}

keys() { xdotool key --delay 20 "$@"; }
typed() { xdotool type --delay 15 "$1"; }
enter() { typed "$1"; keys Return; }

screenshot() { import -silent -window root -crop 640x440+0+0 +repage "$1"; }

is_screen() {
    screenshot now.png
    difference=$(convert "$here/screens/$1.png" now.png -colorspace RGB -resize 12.5% -compose difference -composite \
        -format '%[fx:maxima<0.125]' info: 2>compare.log) && [ "$difference" = 1 ]
}

# The same picture ten times, one after another: nothing is being painted any longer.
at_rest() {
    screenshot before.png
    for again in 1 2 3 4 5 6 7 8 9 10; do
        screenshot now.png
        [ "$(compare -metric AE before.png now.png null: 2>&1)" = 0 ] || return 1
    done
}

# shows SCREEN WHAT: the screen becomes the one stored
shows() {
    if [ -n "${BLESS:-}" ] && ! grep -qsx "$1" blessed; then
        eventually at_rest
        echo "$1" >>blessed
        convert now.png +dither -colors 64 -strip "PNG8:$here/screens/$1.png"
    fi
    eventually is_screen "$1"
    result=$?
    report $result "$2"
    [ $result = 0 ] || { cp now.png "$1.png"; echo "# see $work/$1.png"; }
}
