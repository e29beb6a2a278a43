#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# How the window player begins: the library, a story that is none, a window that cannot be opened.
. "$(dirname "$0")/lib.sh"

mkdir -p stories
cp "$root/story-files/build/cloak.z5" stories/
compile show.inf stories/show.z5 -v5 "\$SERIAL=261121"
ZCODE_PATH=stories
export ZCODE_PATH

start
shows library "without a story the library is shown"
keys Return
shows chosen "a story is chosen there"
kill "$player"
wait_for_end

start nothing.z5
wait_for_end
check "a story that is not there" grep -q 'golmac-sdl: nothing.z5: No such file or directory' err
check "ends with status 1" [ "$status" = 1 ]
start --blorb=nothing.blb --new cloak.z5
shows cloak "a Blorb that is not there keeps no story from being played"
kill "$player"
wait_for_end
check "and is said" grep -q 'nothing.blb: No such file or directory' err
start --window=large --new cloak.z5
eventually grep -q 'a size such as 900x700' err
check "a place that is none is said" grep -q 'window = large: a size such as 900x700' err
kill "$player"
wait_for_end
DISPLAY=:nowhere start cloak.z5
wait_for_end
check "a display that is not there" grep -q 'no window can be opened: .*(in a terminal, golmac plays)' err
check "ends with status 1" [ "$status" = 1 ]
DISPLAY='' SDL_VIDEODRIVER='' start cloak.z5
wait_for_end
check "no display at all" grep -q 'no window can be opened: .*(in a terminal, golmac plays)' err
check "ends with status 1" [ "$status" = 1 ]
SDL_VIDEODRIVER=nonesuch start
wait_for_end
check "nor can the library be shown" grep -q 'no window can be opened: nonesuch .*(in a terminal, golmac plays)' err
check "ends with status 1" [ "$status" = 1 ]
echo "no font" >broken.ttf
start --font="$work/broken.ttf" cloak.z5
wait_for_end
check "a font file that is none" grep -q 'broken.ttf: this font cannot be used' err
start --font="Charis Sill" --fixed-font="No Such Mono, monospace" --new cloak.z5
eventually grep -q 'no such font' err
check "a font that is not there" grep -q 'Charis Sill: there is no such font; .* serves instead' err
check "one of a list is enough" test "$(grep -c 'No Such Mono' err)" = 0
kill "$player"
wait_for_end
mkdir -p nothing
echo "<fontconfig><dir>$work/nothing</dir><cachedir>$work/nothing</cachedir></fontconfig>" >fonts.conf
FONTCONFIG_FILE=$work/fonts.conf start --font= --fixed-font= cloak.z5
wait_for_end
check "no fonts at all: what to install is said" grep -q 'no font was found: please install fonts .*fonts-dejavu-core' err
start --colour=blue
wait_for_end
check "a wrong option" grep -q 'unknown option --colour' err
check "ends with status 2" [ "$status" = 2 ]
finish
