#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Pictures and sounds of a version 6 story in the terminal: drawn, erased, heard to their end; and a story without them.
. "$(dirname "$0")/lib.sh"
[ -f "$BUILD/golmac-media.so" ] || { echo "1..0 # SKIP golmac-media.so was not built (libchafa, SDL2_image, SDL2_mixer)"; exit 0; }
[ -x "$BUILD/golblorb" ] || { echo "1..0 # SKIP golblorb was not built"; exit 0; }
SDL_AUDIODRIVER=dummy
export SDL_AUDIODRIVER
"$STORY_COMPILER" -v6 "$here/gallery.inf" gallery.z6 >compiler.log 2>&1 || { echo "Bail out! the story does not compile"; exit 1; }
mkdir -p blorb
"$BUILD/golblorb" -o blorb/gallery.zblorb gallery.z6 --picture 1="$here/media/two.png" --sound 3="$here/media/beat.aiff" >compiler.log 2>&1 \
    || { echo "Bail out! golblorb fails"; sed 's/^/# /' compiler.log; exit 1; }
terminal 60 20
start blorb/gallery.zblorb
shows "the story knows how large a picture is" "Picture 1: 10 columns, 3 rows."
same "a picture as coloured cells" picture.txt colours
press PPage
press PPage
in_tmux resize-window -x 70 -y 22
shows "another size" "Picture 1: 10 columns"
in_tmux resize-window -x 60 -y 20
press x
shows "erased" "Erased."
same "erased" erased.txt colours
press x
sees "Drawn again."
same "elsewhere" again.txt colours
kill -HUP "$(player)"
back
enter "clear; \"$TERMINAL\" -s 1 blorb/gallery.zblorb"
sees "Go on where you stopped"
press Enter
same "the picture is there again, and all else, when the play goes on another day" again.txt colours
press x
sees "Listen."
shows "the story hears that a sound has ended" "The sound has ended."
sees "any key"
press x
holds "the end" back

# A terminal that draws pictures itself gets them as they are, by its environment
enter "clear; TERM_PROGRAM=WezTerm TERM=xterm-256color script -qfc '\"$TERMINAL\" --new -s 1 blorb/gallery.zblorb' raw >/dev/null"
drawn() { grep -qsE "$(printf '\033')(_G|P)" raw; }
holds "pictures as kitty's or sixel graphics" drawn
press x x x
until_true grep -q "any key" raw
press x
back

# Without resources
start gallery.z6
shows "a story without its Blorb" "No pictures here."
press q
sees "any key" || press x
press x
holds "it ends, too" back
start --blorb nothing.blb gallery.z6
shows "a Blorb that is not there is told" "nothing.blb"
finish
