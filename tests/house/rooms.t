#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The rooms of the house: what includes what, by the table in rooms.pl. Then rooms.pl itself: a copy of the tree's folders
# with one fault planted in it must be told, with file and line.
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/tap.sh"
work=${BUILD:-$root/build}/house/rooms
rm -rf "$work"
mkdir -p "$work"
cd "$work" || exit 1

# rooms FOLDER: what is wrong there, in out
rooms() {
    perl "$root/tests/house/rooms.pl" "$1" >out 2>err
    status=$?
}

# plants NAME FILE TEXT WANTED: a file in a small tree of its own; WANTED is what must be told of its third line
plants() {
    rm -rf tree
    mkdir -p tree/interp tree/frontends/base tree/frontends/screen tree/frontends/player tree/frontends/tools/goldump tree/tests
    touch tree/interp/zmachine.h tree/interp/machine.h tree/frontends/base/utf.h tree/frontends/screen/screen.h \
        tree/frontends/screen/model.h tree/frontends/player/player.h tree/frontends/tools/goldump/dump.h
    mkdir -p "tree/$(dirname "$2")"
    printf '/* A file. */\n\n%s\n' "$3" >"tree/$2"
    rooms tree
    if [ "$4" ]; then
        ended "$1: refused" 1
        has_line "$1: told with file and line" "$2:3: $4"
    else
        ended "$1: allowed" 0
    fi
}

rooms "$root"
ended "no include goes up, or into a room that is not below" 0
silent "and rooms.pl has nothing to complain of itself"

plants "down" frontends/player/line.c '#include "frontends/screen/screen.h"' ''
plants "beside, in its own room" frontends/player/line.c '#include "frontends/player/player.h"' ''
plants "up" frontends/screen/upper.c '#  include "frontends/player/player.h"' \
    'frontends/screen includes frontends/player/player.h, but frontends/player is not below it'
plants "the machine is no one's user" interp/run.c '#include "frontends/base/utf.h"' \
    'interp includes frontends/base/utf.h, but frontends/base is not below it'
plants "nothing uses tools" frontends/player/look.c '#include "frontends/tools/goldump/dump.h"' \
    'frontends/player includes frontends/tools/goldump/dump.h, but frontends/tools is not below it'
plants "another room's own header" frontends/player/look.c '#include "frontends/screen/model.h"' \
    'frontends/screen/model.h is only for its own room'
plants "a path that is not from the root" frontends/player/look.c '#include "player.h"' \
    'write the path from the root: "frontends/player/player.h"'
plants "a file that is not there" frontends/player/look.c '#include "frontends/base/gone.h"' \
    '"frontends/base/gone.h" is no file of this tree'
plants "a folder without a row" frontends/cellar/wine.c '#include "frontends/base/utf.h"' \
    'this folder is no room: give it a row in tests/house/rooms.pl'
plants "tests may look at everything" tests/inside.c '#include "frontends/screen/model.h"' ''
finish
